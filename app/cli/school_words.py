"""What the school has to see to, and what is wrong with a plan, as short English sentences for the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from app.cli.printing import print_line
from app.school.set_up import Problem
from consent.reminders import Matter, Reminder

MATTERS: dict[Matter, str] = {
    Matter.RECOVERY_NOT_CONFIRMED: "nobody typed the recovery key back: 'greenlight recovery renew' prints a new one",
    Matter.CLOCK_BEHIND: (
        "this computer's clock is behind the log, by whose last day permissions are judged: set it right; if it "
        "was ahead before, two leads say so: 'greenlight clock put-right'"
    ),
    Matter.NO_REVIEW_DATE: "the policy has no date of its next review",
    Matter.REVIEW_DUE: "the policy's review is due soon",
    Matter.REVIEW_OVERDUE: "the policy's review is overdue",
    Matter.NO_OWNER: "nobody is named who looks after the policy",
    Matter.NO_IMPACT_ASSESSMENT: "no impact assessment is recorded, so faces are not compared",
    Matter.NO_APPROVER: "nobody may say go live: give someone the role approver",
    Matter.NO_LEAD: "nobody looks after the register: give someone the role lead",
    Matter.ONE_PERSON: "one person is lead and admin alone: name a second as soon as there is one",
    Matter.TOO_FEW_LEADS: "only one lead: never-publish marks and loosened rules need two",
    Matter.NOT_TRAINED: "not trained yet, and may only look",
    Matter.POLICY_NOT_READ: "has not confirmed the policy in force, and may only look",
    Matter.NOT_OFFICIAL: "nobody approved an official account",
    Matter.TOO_FEW_STAFF: "fewer than two named staff for the official account",
}

PROBLEMS: dict[Problem, str] = {
    Problem.NO_SCHOOL: "the school needs a name",
    Problem.NO_ADMIN_NAME: "the admin needs a user name and a name",
    Problem.NO_LEAD_NAME: "the lead needs a user name and a name",
    Problem.SAME_USER_NAME: "the lead needs a user name of their own",
    Problem.WEAK_ADMIN_PASSWORD: "the admin's password is too easily guessed: take twelve characters or more, such as "
    "three words",
    Problem.WEAK_LEAD_PASSWORD: "the lead's first password is too easily guessed",
    Problem.SAME_PASSWORD: "the lead's first password may not be the admin's own",
    Problem.TRAINED_IN_THE_FUTURE: "the day of the training is still to come",
    Problem.UNKNOWN_PLATFORM: "there is no ready-made platform of that name",
    Problem.NO_POLICY_VERSION: "the policy needs a version",
}


def print_reminders(due: Iterable[Reminder], names: Mapping[str, str]) -> None:
    """One line each; `names` are those of accounts and platforms by their ids."""
    for one in due:
        whose = f"{names.get(one.subject, one.subject)}: " if one.subject else ""
        until = f" ({one.due:%d %B %Y})" if one.due is not None else ""
        print_line(f"to see to: {whose}{MATTERS[one.matter]}{until}")
