"""Passwords that anyone would try first are no passwords."""

from __future__ import annotations

import pytest

from consent.errors import Code
from consent.passwords import MIN_PASSWORD, check_new_password, suggested
from tests.stores import refused


@pytest.mark.parametrize(
    "weak",
    [
        "",
        "eleven more",
        "aaaaaaaaaaaaaaaaaaaa",
        "abababababababab",
        "123456789012345",
        "Password123456!",
        "PASSWORDpassword",
        "Greenlight-2026-",
        "Welcome to school 1",
        "Olive.Office2026",
        "aldergreen2026!!",
        "qwertyuiop123456",
        "\uff30assword12345",  # a full-width P
    ],
)
def test_a_short_or_easily_guessed_password_is_refused(weak: str) -> None:
    about = ("olive", "Olive Office", "Aldergreen School")
    refused(Code.WEAK_PASSWORD, check_new_password, weak, about=about)


@pytest.mark.parametrize(
    "good", ["correct horse", "café au lait", "grüne Wiese 7", "purple-kettle-sparrow-35", "пароль для школы"]
)
def test_three_words_in_any_alphabet_are_a_password(good: str) -> None:
    assert len(good) >= MIN_PASSWORD
    check_new_password(good, about=("olive", "Olive Office"))


def test_a_suggested_password_is_always_good_and_never_the_same() -> None:
    found = [suggested() for _ in range(300)]
    for one in found:
        check_new_password(one)
    assert len(set(found)) == len(found)
