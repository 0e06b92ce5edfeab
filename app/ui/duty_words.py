"""What there is to see to, as sentences, each with the page on which it is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from app.ui.count import counted
from app.ui.marked import QT_TRANSLATE_NOOP
from app.ui.people_words import day
from app.ui.reading_duties import OF_STAFF, Duties
from consent.accounts import Role
from consent.reminders import Matter, Reminder

MATTERS: dict[Matter, str] = {
    Matter.CLOCK_BEHIND: QT_TRANSLATE_NOOP(
        "duties",
        "This computer's clock is behind the log. Permissions are judged by {day} until it is set right.",
    ),
    Matter.NO_REVIEW_DATE: QT_TRANSLATE_NOOP("duties", "The policy has no day for its next review."),
    Matter.REVIEW_DUE: QT_TRANSLATE_NOOP("duties", "The policy is to be reviewed by {day}."),
    Matter.REVIEW_OVERDUE: QT_TRANSLATE_NOOP("duties", "The policy should have been reviewed by {day}."),
    Matter.NO_OWNER: QT_TRANSLATE_NOOP("duties", "Nobody is named who looks after the policy."),
    Matter.NO_IMPACT_ASSESSMENT: QT_TRANSLATE_NOOP(
        "duties", "Matching is off: no impact assessment is named. Everything works without it."
    ),
    Matter.NO_APPROVER: QT_TRANSLATE_NOOP(
        "duties", "Nobody may say go live yet: give someone the role of approver."
    ),
    Matter.NO_LEAD: QT_TRANSLATE_NOOP("duties", "There is no data protection lead yet."),
    Matter.NOT_TRAINED: QT_TRANSLATE_NOOP("duties", "No training is entered: {accounts}."),
    Matter.POLICY_NOT_READ: QT_TRANSLATE_NOOP("duties", "The policy is not read yet: {accounts}."),
    Matter.ONE_PERSON: QT_TRANSLATE_NOOP(
        "duties", "One person is lead and admin. Give one of the roles to a second one."
    ),
    Matter.TOO_FEW_LEADS: QT_TRANSLATE_NOOP(
        "duties", "There is only one lead: nobody can agree with them where two are needed."
    ),
    Matter.RECOVERY_NOT_CONFIRMED: QT_TRANSLATE_NOOP("duties", "The recovery key was not typed back yet."),
    Matter.NOT_OFFICIAL: QT_TRANSLATE_NOOP("duties", "No official account is approved: {platforms}."),
    Matter.TOO_FEW_STAFF: QT_TRANSLATE_NOOP(
        "duties", "Fewer than two named staff stand behind: {platforms}."
    ),
}

PLACES: dict[Matter, str] = {
    Matter.NO_APPROVER: "staff",
    Matter.NO_LEAD: "staff",
    Matter.NOT_TRAINED: "staff",
    Matter.POLICY_NOT_READ: "staff",
    Matter.ONE_PERSON: "staff",
    Matter.TOO_FEW_LEADS: "staff",
    Matter.RECOVERY_NOT_CONFIRMED: "backup",
    Matter.NOT_OFFICIAL: "platforms",
    Matter.TOO_FEW_STAFF: "platforms",
}
"""The section of the settings; the policy's where none is named."""

EITHER = frozenset({Role.ADMIN, Role.LEAD})
SEEN_TO_BY: dict[Matter, frozenset[Role]] = {
    Matter.CLOCK_BEHIND: frozenset({Role.LEAD}),
    Matter.NO_IMPACT_ASSESSMENT: frozenset({Role.LEAD}),
    Matter.NOT_TRAINED: EITHER,
    Matter.POLICY_NOT_READ: EITHER,
}
"""Who can do something about it; an admin where none is named."""

BY_ADMIN = QT_TRANSLATE_NOOP("duties", "An admin sees to it.")
BY_LEAD = QT_TRANSLATE_NOOP("duties", "The data protection lead sees to it.")

RENEWALS = QT_TRANSLATE_NOOP("duties", "Permissions that run out within 60 days: {n}.")
TAKE_DOWNS = QT_TRANSLATE_NOOP("duties", "Posts that must come down: {n}.")
ENDING = QT_TRANSLATE_NOOP(
    "duties", "{photos} of “{batch}” will be deleted on {day}, unless they are posted before."
)
REQUESTS = QT_TRANSLATE_NOOP(
    "duties", "Requests for what is held that wait for an answer: {n}, the first until {day}."
)
DOUBTFUL = QT_TRANSLATE_NOOP("duties", "Copies of which it is not known whether they arrived: {n}.")


def words(text: str) -> str:
    """One of the marked texts, in the language in force."""
    return QCoreApplication.translate("duties", text)


def lines(duties: Duties) -> Iterator[tuple[str, str, str]]:
    """Each duty as a sentence, with the page and its item; what protects children first.

    There is no page where somebody else sees to it: the sentence says who.
    """
    if duties.take_downs:
        yield words(TAKE_DOWNS).format(n=duties.take_downs), "history", "takedown"
    if duties.doubtful:
        yield words(DOUBTFUL).format(n=duties.doubtful), "deliver", ""
    if duties.requests:
        said = words(REQUESTS).format(n=len(duties.requests), day=day(duties.requests[0].due))
        yield said, "history", "due"
    for left in duties.endings:
        said = words(ENDING).format(
            photos=counted("%n photo(s)", left.photos), batch=left.title, day=day(left.goes_on)
        )
        yield said, *(("review", left.batch) if duties.works else ("settings", "policy"))
    if duties.renewals:
        yield words(RENEWALS).format(n=duties.renewals), "history", "due"
    times = Counter(one.matter for one in duties.reminders)
    told: set[Matter] = set()
    for one in duties.reminders:
        if one.matter in told:
            continue
        told.add(one.matter)
        said, by = _said(one, times[one.matter], duties), SEEN_TO_BY.get(one.matter, frozenset({Role.ADMIN}))
        if by & duties.roles:
            yield said, "settings", PLACES.get(one.matter, "policy")
        else:
            yield f"{said} {words(BY_ADMIN if Role.ADMIN in by else BY_LEAD)}", "", ""


def _said(reminder: Reminder, times: int, duties: Duties) -> str:
    named = [
        (duties.names or {}).get(one.subject, one.subject)
        for one in duties.reminders
        if one.matter is reminder.matter and reminder.matter not in OF_STAFF
    ]
    return words(MATTERS[reminder.matter]).format(
        day=day(reminder.due),
        accounts=counted("%n account(s)", times),
        platforms=", ".join(named),
    )
