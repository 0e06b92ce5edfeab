"""Which permissions an answer in a file leads to, beside what the register already knows; doubt takes away."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.people.answers import Said
from app.people.row_values import Given, Question
from consent.decisions import Why
from consent.people import Person, PersonId
from consent.permissions import Answer, Giver, Permission
from consent.standing import Voice, voices

FORM = "roll import"
"""How the `form` of every imported permission begins."""

_NO = frozenset({Why.REFUSED, Why.WITHDRAWN})
_YES_OR_SOON = frozenset({Why.GRANTED, Why.NOT_YET})


class HeldWhy(StrEnum):
    """Why a yes of the file is not recorded."""

    NO_STANDS = (
        "no_stands"  # a no of the same day or later, or one by hand, which a yes without its day cannot lift
    )
    EXPIRED = "expired"  # a yes without its day does not renew what has run out


@dataclass(frozen=True, slots=True)
class Held:
    """A yes of the file that is not recorded; the office records it with its form, if it is true."""

    person: PersonId
    question: Question
    why: HeldWhy


@dataclass(frozen=True, slots=True)
class Source:
    """Where imported permissions come from: the day, the file's mark on each form, and who brings it in."""

    today: date
    form: str
    recorded_by: str


@dataclass(frozen=True, slots=True)
class Speaks:
    """Whose answer one is. `carer` is a Carer.id where `giver` is CARER."""

    giver: Giver
    carer: str = ""


def follow(
    given: Given, person: Person, records: Sequence[Permission], *, speaks: Speaks, source: Source
) -> Sequence[Permission] | Held:
    """The records to add for one answer; `records` are all about this person and question.

    A yes is recorded where its giver has none alive and it is newer than the giver's no. One that does not say
    its day lifts only a no that an import recorded, and renews nothing. A plain no is recorded where its giver's no does not stand yet.
    All else is no permission: each giver's live yes is followed by "requested", so that nobody's yes counts
    until it is given again, and nothing is written where there is no yes.
    """
    heard = {(voice.giver, voice.carer): voice for voice in voices(records, person, source.today)}
    own = heard.get((speaks.giver, speaks.carer))
    match given.said:
        case Said.YES:
            if own is not None and own.why in _YES_OR_SOON:
                return ()
            new = _record(given, person, speaks, source, Answer.GRANTED)
            held = _held(new, given, records, heard.values())
            return (new,) if held is None else Held(person.id, given.question, held)
        case Said.NO:
            if own is not None and own.why in _NO:
                return ()
            return (_record(given, person, speaks, source, Answer.REFUSED),)
        case Said.OPEN | Said.UNKNOWN:
            return tuple(
                _record(given, person, Speaks(voice.giver, voice.carer), source, Answer.REQUESTED)
                for voice in heard.values()
                if voice.why in _YES_OR_SOON
            )


def _held(
    new: Permission, given: Given, records: Sequence[Permission], heard: Iterable[Voice]
) -> HeldWhy | None:
    """Why a yes must wait, or None."""
    undated = given.given_on is None
    had_its_say = any(_is_same(new, old) for old in records)
    for voice in heard:
        own = (voice.giver, voice.carer) == (new.giver, new.carer)
        if voice.why in _NO:
            by_hand = not voice.permission.form.startswith(FORM)
            too_old = own and (had_its_say or new.given_on <= voice.permission.given_on)
            if too_old or (undated and by_hand):
                return HeldWhy.NO_STANDS
        elif voice.why is Why.EXPIRED and (undated or (own and had_its_say)):
            return HeldWhy.EXPIRED
    return None


def _record(given: Given, person: Person, speaks: Speaks, source: Source, answer: Answer) -> Permission:
    is_yes = answer is Answer.GRANTED
    return Permission(
        person=person.id,
        platform=given.question.platform,
        kind=given.question.kind,
        answer=answer,
        giver=speaks.giver,
        carer=speaks.carer,
        given_on=given.given_on or source.today,
        valid_until=given.valid_until if is_yes else None,
        form=source.form,
        recorded_by=source.recorded_by,
    )


def _is_same(new: Permission, old: Permission) -> bool:
    return (new.giver, new.carer, new.answer, new.given_on, new.valid_until) == (
        old.giver, old.carer, old.answer, old.given_on, old.valid_until,
    )  # fmt: skip
