"""Settings come from the environment, then from the file, and never silently from nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.errors import AppError, Trouble
from app.settings import Settings


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert Settings.load(tmp_path / "settings.toml") == Settings()
    assert Settings().lock_after_minutes == 5


def test_the_environment_beats_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "settings.toml"
    file.write_text("seconds_per_photo = 10\npreview_side = 800\n")
    monkeypatch.setenv("GREENLIGHT_SECONDS_PER_PHOTO", "20")
    settings = Settings.load(file)
    assert (settings.seconds_per_photo, settings.preview_side) == (20, 800)


@pytest.mark.parametrize(
    "text", ["lock_after_minutes = 60", "unknown = 1", "seconds_per_photo = 'x'", "this is no toml", "\x00"]
)
def test_a_wrong_file_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "settings.toml"
    file.write_text(text)
    with pytest.raises(AppError) as caught:
        Settings.load(file)
    assert caught.value.code is Trouble.WRONG_USE


def test_the_password_file_comes_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GREENLIGHT_PASSWORD_FILE", "/run/secret")
    assert Settings().password_file == Path("/run/secret")


def test_other_words_of_the_environment_do_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GREENLIGHT_SOMETHING_ELSE", "1")
    assert Settings() == Settings()
