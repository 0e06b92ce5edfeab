"""Every page and dialog, in both languages, three looks and two sizes of text: nothing clipped, nameless or unreachable."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ready_made import ready_made_platforms
from app.ui.language import Language, speak
from app.ui.theme import Look, Theme
from consent.accounts import Role
from tests.factories import an_account
from tests.fakes.store import PASSWORD
from tests.ui.conftest import Desktop
from tests.ui.translating import TS, messages, read
from tests.ui.walking import clipped, nameless, outside, stops, texts, unreachable

SMALL_SCREEN = (1366, 768)


@pytest.fixture
def tidy(application: QApplication) -> Iterator[None]:
    yield
    speak(application, Language.ENGLISH)
    Theme(Look.LIGHT).put_on(application)


def untranslated() -> set[str]:
    """The English texts that have another text in Welsh, so that seeing one of them in Welsh is a fault."""
    found = set()
    for _, message in messages(read(TS)):
        source, welsh = message.findtext("source") or "", message.findtext("translation") or ""
        if welsh and source != welsh:
            found.add(source)
    return found


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize(
    "look",
    [
        Look.LIGHT,
        pytest.param(Look.DARK, marks=pytest.mark.slow),
        pytest.param(Look.HIGH_CONTRAST, marks=pytest.mark.slow),
    ],
    ids=str,
)
@pytest.mark.parametrize("language", list(Language), ids=str)
@pytest.mark.usefixtures("tidy")
def test_nothing_is_clipped_nameless_unreachable_or_untranslated(
    make_desktop: Callable[..., Desktop],
    application: QApplication,
    tmp_path: Path,
    qtbot: QtBot,
    language: Language,
    look: Look,
    percent: int,
) -> None:
    speak(application, language)
    theme = Theme(look, text_percent=percent)
    theme.put_on(application)
    desktop = make_desktop(theme=theme)
    account = replace(an_account("all", *Role), full_name="Alma All")
    desktop.store.accounts.add_account(account, PASSWORD)
    english = untranslated() if language is Language.WELSH else set()
    faults: list[str] = []
    for name, shown in stops(desktop, tmp_path):
        faults += [f"{name}: {fault}" for fault in look_at(shown, english)]
        english -= {"Return"}  # also a key
        if shown is desktop.window and (shown.width(), shown.height()) != SMALL_SCREEN:
            faults.append(f"{name}: {shown.width()}×{shown.height()} is too large")
            shown.resize(*SMALL_SCREEN)
    assert not faults, "\n".join(faults)


class Marking(QTranslator):
    """Marks every text that is translated, so that those which are not stand out."""

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        return False

    def translate(self, _context: str, source: str, _more: str | None = None, n: int = -1) -> str:
        return f"⟦{source.replace('%n', str(n))}⟧"


DATA = re.compile(
    r"Test|Alma All|Hal Head|Lea Lead|Olive Office|Website|Facebook|Greenlight|English|Cymraeg|4A|b1|b2|Sports|a1"
    r"|UPN|Carer c1|Legal name|Reg|Dora|UTF|roll"
)
"""What the walk's own school is called: names are not translated."""


@pytest.mark.usefixtures("tidy")
def test_every_word_on_the_screen_went_through_the_translation(
    make_desktop: Callable[..., Desktop], application: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    marking = Marking(application)
    application.installTranslator(marking)
    try:
        desktop = make_desktop()
        account = replace(an_account("all", *Role), full_name="Alma All")
        desktop.store.accounts.add_account(account, PASSWORD)
        bare: set[str] = set()
        for name, shown in stops(desktop, tmp_path):
            bare |= {f"{name}: {text}" for text in texts(shown) if is_bare(text)}
    finally:
        application.removeTranslator(marking)
    assert not bare, "\n".join(sorted(bare))


def is_bare(text: str) -> bool:
    """Whether a text has words that nobody could translate."""
    names = {platform.name for platform in ready_made_platforms()}
    worded = re.search(r"[^\W\d_]{3}", text) is not None
    return "⟦" not in text and worded and text not in names and not DATA.search(text)


def look_at(shown: QWidget, english: set[str]) -> Iterator[str]:
    for word, search in (
        ("clipped", clipped), ("nameless", nameless), ("unreachable", unreachable), ("outside", outside)
    ):  # fmt: skip
        for fault in search(shown):
            yield f"{word} {fault}"
    for text in sorted(texts(shown) & english):
        yield f"untranslated {text!r}"
