"""Why a school cannot be set up as it was typed, in the office's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.school.set_up import Problem
from app.ui.marked import QT_TRANSLATE_NOOP

PROBLEMS: dict[Problem, str] = {
    Problem.NO_SCHOOL: QT_TRANSLATE_NOOP("set_up", "Type the school's name."),
    Problem.NO_ADMIN_NAME: QT_TRANSLATE_NOOP("set_up", "Type your name and a user name."),
    Problem.NO_LEAD_NAME: QT_TRANSLATE_NOOP("set_up", "Type the lead's name and a user name."),
    Problem.SAME_USER_NAME: QT_TRANSLATE_NOOP("set_up", "The two need different user names."),
    Problem.WEAK_ADMIN_PASSWORD: QT_TRANSLATE_NOOP(
        "set_up", "Your password is too easy to guess: three words or twelve letters, and no names."
    ),
    Problem.WEAK_LEAD_PASSWORD: QT_TRANSLATE_NOOP(
        "set_up", "The lead's password is too easy to guess: three words or twelve letters, and no names."
    ),
    Problem.SAME_PASSWORD: QT_TRANSLATE_NOOP("set_up", "The two need different passwords."),
    Problem.TRAINED_IN_THE_FUTURE: QT_TRANSLATE_NOOP("set_up", "The day of your training is still to come."),
    Problem.UNKNOWN_PLATFORM: QT_TRANSLATE_NOOP("set_up", "One of the platforms is not known."),
    Problem.NO_POLICY_VERSION: QT_TRANSLATE_NOOP("set_up", "Type the version of the policy."),
}


def said(problem: Problem) -> str:
    """One problem as a sentence."""
    return QCoreApplication.translate("set_up", PROBLEMS[problem])
