"""Why someone may or may not be seen, as one sentence for the window, the command line and reports alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.marked import QT_TRANSLATE_NOOP
from consent.decisions import Why
from consent.people import Person, PersonKind
from consent.permissions import Giver, Permission
from consent.standing import Explanation, spoken_for

CONTEXT = "explain"

SENTENCES: dict[Why, str] = {
    Why.GRANTED: QT_TRANSLATE_NOOP("explain", "Yes, because {who} agreed on {day}"),
    Why.NO_RECORD: QT_TRANSLATE_NOOP("explain", "No, because no one who may agree has answered"),
    Why.REFUSED: QT_TRANSLATE_NOOP("explain", "No, because {who} refused on {day}"),
    Why.WITHDRAWN: QT_TRANSLATE_NOOP("explain", "No, because {who} took the permission back on {day}"),
    Why.REQUESTED: QT_TRANSLATE_NOOP("explain", "No, because {who} was asked on {day} and has not said yes"),
    Why.EXPIRED: QT_TRANSLATE_NOOP("explain", "No, because the permission that {who} gave on {day} ended on {end}"),
    Why.NOT_YET: QT_TRANSLATE_NOOP("explain", "No, because the permission that {who} gave on {day} begins on {begin}"),
    Why.CARER_REFUSED: QT_TRANSLATE_NOOP("explain", "No, because {who} refused on {day}"),
    Why.OWN_OBJECTION: QT_TRANSLATE_NOOP("explain", "No, because {who} objected on {day}"),
    Why.NO_NOTICE: QT_TRANSLATE_NOOP("explain", "No, because not every parent has been told of the comparing of faces"),
    Why.LEFT: QT_TRANSLATE_NOOP("explain", "No, because this person left the school on {left}"),
    Why.SCHOOL_RULE: QT_TRANSLATE_NOOP("explain", "No, by the school's rules"),
}  # fmt: skip
"""One for each reason that a standing can have, without its full stop."""

TOOK_BACK = QT_TRANSLATE_NOOP("explain", "No, because {who} took the permission back on {day}")
UNTIL = QT_TRANSLATE_NOOP("explain", "{sentence}, until {end}")
OUTWEIGHED = QT_TRANSLATE_NOOP("explain", "{sentence}; {yes} does not outweigh it")
ALL_OUTWEIGHED = QT_TRANSLATE_NOOP("explain", "{sentence}; {yes} do not outweigh it")
NOT_COUNTED = QT_TRANSLATE_NOOP(
    "explain",
    "{sentence}; {yes} alone does not count: a parent or carer with parental responsibility decides",
)
AND = QT_TRANSLATE_NOOP("explain", "{one} and {other}")
FULL_STOP = QT_TRANSLATE_NOOP("explain", "{sentence}.")

OTHERS_YES = QT_TRANSLATE_NOOP("explain", "the other carer's yes of {day}")
YES_OF = QT_TRANSLATE_NOOP("explain", "the yes of {who} of {day}")

THEMSELVES = QT_TRANSLATE_NOOP("explain", "the person themselves")
PUPIL = QT_TRANSLATE_NOOP("explain", "the pupil")
ONE_CARER = QT_TRANSLATE_NOOP("explain", "one carer ({relation})")
THE_CARER = QT_TRANSLATE_NOOP("explain", "the carer ({relation})")
A_CARER = QT_TRANSLATE_NOOP("explain", "a carer")
_FINAL = frozenset({Why.LEFT, Why.NO_NOTICE})
"""Reasons that no one's answer could outweigh."""

PLAIN_RELATIONS = frozenset({"", "carer"})
"""Words for a carer that say no more than "carer"."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """How sentences are said: `say` translates a text of the context `explain`, `day` writes a date."""

    say: Callable[[str], str]
    day: Callable[[date], str]


def in_english(today: date) -> Tongue:
    """English; a day of this year goes without its year, as in "3 September"."""

    def day(when: date) -> str:
        words = f"{when.day} {when:%B}"
        return words if when.year == today.year else f"{words} {when.year}"

    return Tongue(str, day)


def explained(explanation: Explanation, tongue: Tongue) -> str:
    """One sentence: yes or no, who decided it and when, and whose yes does not outweigh that.

    "No, because one carer (father) refused on 3 September; the other carer's yes of 1 September does not
    outweigh it."
    """
    said = _reason(explanation, tongue)
    yeses = [_yes(one, explanation, tongue) for one in explanation.outweighed]
    if yeses and explanation.standing.why not in _FINAL:
        if explanation.decided_by is None:
            pattern = NOT_COUNTED
        else:
            pattern = OUTWEIGHED if len(yeses) == 1 else ALL_OUTWEIGHED
        said = tongue.say(pattern).format(sentence=said, yes=_joined(yeses, tongue))
    return tongue.say(FULL_STOP).format(sentence=said)


def by_the_schools_rules(tongue: Tongue) -> str:
    """The sentence for someone marked "never publish": it says no more than for any other rule."""
    return tongue.say(FULL_STOP).format(sentence=tongue.say(SENTENCES[Why.SCHOOL_RULE]))


def _reason(explanation: Explanation, tongue: Tongue) -> str:
    why, record, person = explanation.standing.why, explanation.decided_by, explanation.person
    words: dict[str, str] = {}
    if person.left_on is not None:
        words["left"] = tongue.day(person.left_on)
    if record is not None:
        begins = record.given_on if record.valid_from is None else max(record.valid_from, record.given_on)
        words |= {
            "who": _who(record, person, tongue),
            "day": tongue.day(record.given_on),
            "begin": tongue.day(begins),
        }
        if record.valid_until is not None:
            words["end"] = tongue.day(record.valid_until)
    pattern = SENTENCES[why]
    if why is Why.CARER_REFUSED and record is not None and record.answer.value == "withdrawn":
        pattern = TOOK_BACK
    said = tongue.say(pattern).format(**words)
    if why is Why.GRANTED and "end" in words:
        said = tongue.say(UNTIL).format(sentence=said, end=words["end"])
    return said


def _who(record: Permission, person: Person, tongue: Tongue) -> str:
    """Who gave this record: the pupil, the person themselves, or a carer by their relation, never by name."""
    if record.giver is Giver.SELF:
        return tongue.say(PUPIL if person.kind is PersonKind.PUPIL else THEMSELVES)
    relation = next((one.relation for one in person.carers if one.id == record.carer), "")
    if relation.casefold() in PLAIN_RELATIONS:
        return tongue.say(A_CARER)
    several = len(person.carers) > 1
    return tongue.say(ONE_CARER if several else THE_CARER).format(relation=relation)


def _yes(record: Permission, explanation: Explanation, tongue: Tongue) -> str:
    """A yes that did not count, such as "the other carer's yes of 1 September"."""
    person, decided = explanation.person, explanation.decided_by
    day = tongue.day(record.given_on)
    two = spoken_for(person) and len(person.carers) == 2
    if two and decided is not None and {decided.giver, record.giver} == {Giver.CARER}:
        return tongue.say(OTHERS_YES).format(day=day)
    return tongue.say(YES_OF).format(who=_who(record, person, tongue), day=day)


def _joined(parts: list[str], tongue: Tongue) -> str:
    said = parts[0]
    for part in parts[1:]:
        said = tongue.say(AND).format(one=said, other=part)
    return said
