from __future__ import annotations

from pathlib import Path

import pytest

from app.cli.arguments import read_arguments
from app.cli.signing_in import password, store_folder, user_name
from app.errors import AppError, Trouble
from app.places import Places
from consent.errors import Code, ConsentError


def test_the_password_is_the_first_line_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "password"
    file.write_bytes("pässword with spaces \r\nsecond line\n".encode())
    file.chmod(0o600)
    monkeypatch.setenv("GREENLIGHT_PASSWORD_FILE", str(file))
    assert password() == "pässword with spaces "


def test_an_open_password_file_is_warned_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "password"
    file.write_text("secret words")
    file.chmod(0o644)
    monkeypatch.setenv("GREENLIGHT_PASSWORD_FILE", str(file))
    assert password() == "secret words"
    told = capsys.readouterr()
    assert "warning" in told.err
    assert "secret" not in told.err + told.out


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe\n", None])
def test_a_password_file_without_a_password_is_refused(
    content: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if content is not None:
        (tmp_path / "password").write_bytes(content)
    monkeypatch.setenv("GREENLIGHT_PASSWORD_FILE", str(tmp_path / "password"))
    with pytest.raises(AppError) as refused:
        password()
    assert refused.value.code is Trouble.PASSWORD_FILE


def test_without_a_terminal_and_a_file_no_one_is_signed_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GREENLIGHT_PASSWORD_FILE", raising=False)
    monkeypatch.delenv("GREENLIGHT_USER", raising=False)
    for ask in (password, lambda: user_name(read_arguments(["people", "list"]))):
        with pytest.raises(ConsentError) as refused:
            ask()
        assert refused.value.code is Code.NOT_SIGNED_IN


def test_the_user_comes_from_the_option_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GREENLIGHT_USER", "office")
    assert user_name(read_arguments(["people", "list"])) == "office"
    assert user_name(read_arguments(["people", "list", "--user", "lead"])) == "lead"


def test_the_store_is_this_accounts_own_unless_one_is_named() -> None:
    assert store_folder(read_arguments(["people", "list"])) == Places.default().store
    assert store_folder(read_arguments(["people", "list", "--store", "s"])) == Path("s")
