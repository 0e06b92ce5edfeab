"""The Welsh is whole: every text is found, has its Welsh in every form, and keeps its places and letters to press."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from app.ui.count import counted
from app.ui.language import Language, speak
from app.ui.widgets.day_field import DayField
from app.ui.widgets.help_window import PAGES, help_text
from tests.ui.translating import QM, TS, compile_texts, find_texts, is_plural, messages, missing, read


@pytest.fixture
def welsh(application: QApplication) -> Iterator[None]:
    speak(application, Language.WELSH)
    yield
    speak(application, Language.ENGLISH)


def test_every_text_of_the_window_has_its_welsh(tmp_path: Path) -> None:
    found = tmp_path / "found.ts"
    shutil.copy(TS, found)
    find_texts(found)
    assert sorted(missing(found)) == [], "run python -m tests.ui.translating, and see its --fill"


def test_the_compiled_file_is_that_of_the_texts(tmp_path: Path) -> None:
    compiled = tmp_path / "compiled.qm"
    compile_texts(TS, compiled)
    assert compiled.read_bytes() == QM.read_bytes(), "run python -m tests.ui.translating"


def test_the_welsh_keeps_every_place_for_a_name_or_number() -> None:
    for _, message in messages(read(TS)):
        source = message.findtext("source") or ""
        forms = [form.text or "" for form in message.iter("numerusform")]
        for text in forms or [message.findtext("translation") or ""]:
            assert sorted(re.findall(r"\{\w+\}|%n", text)) == sorted(re.findall(r"\{\w+\}|%n", source)), text
            assert ("&" in text) == ("&" in source), text
        assert bool(forms) == is_plural(message), source


@pytest.mark.usefixtures("welsh")
def test_counted_words_have_their_welsh_forms() -> None:
    assert [counted("%n photo(s)", number) for number in (0, 1, 2, 6, 24)] == [
        "0 o luniau", "1 llun", "2 o luniau", "6 o luniau", "24 o luniau"
    ]  # fmt: skip


@pytest.mark.usefixtures("welsh")
def test_a_text_is_translated_when_it_is_shown() -> None:
    assert QCoreApplication.translate("stops", "Home") == "Hafan"


@pytest.mark.usefixtures("welsh")
def test_a_day_that_is_typed_has_its_month_in_the_language_that_is_spoken() -> None:
    assert DayField(date(2026, 8, 27)).text() == "27 Awst 2026"


@pytest.mark.parametrize("language", list(Language), ids=str)
def test_every_help_page_is_there_in_both_languages(application: QApplication, language: Language) -> None:
    speak(application, language)
    titles = [help_text(page).splitlines()[0] for page in PAGES]
    speak(application, Language.ENGLISH)
    assert all(title.startswith("# ") for title in titles)
    assert len(set(titles)) == len(PAGES)
