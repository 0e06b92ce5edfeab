"""Makes two records one person, and takes that back: nothing is lost, and a no of either counts for both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.people.keeping import put, sweep_templates
from app.people.spoken import name_key
from app.services import Services
from consent.accounts import Act
from consent.errors import Code, ConsentError
from consent.pasts import Happened, Merge, same_carers
from consent.people import Carer, Person, PersonId
from consent.permissions import Answer, Giver, Permission
from consent.publications import Publication
from consent.takedown import still_up

_FILLED = ("known_as", "school_id", "class_name", "year", "upn")
_NUMBERS = ("school_id", "upn")


@dataclass(frozen=True, slots=True)
class Separated:
    """Two people again. `posts` went out while they were one, are still up and show or name either: look at them."""

    kept: Person
    gone: Person
    posts: tuple[Publication, ...]


def merge(services: Services, kept: PersonId, gone: PersonId) -> Person:
    """From now on the record `gone` is part of `kept`, under whose id both are read; the one person.

    What `kept` leaves blank is filled from `gone`; carers of one name are one, with parental responsibility only
    if both records say so. A no of either stands for both until whoever said it says yes on a later day.
    Raises ConsentError: UNKNOWN_PERSON; INVALID for one record, for two kinds of people, or where both have a
    number of their own: the office says first which is the right one.
    """
    services.require(Act.KEEP_REGISTER)
    register = services.store.register
    with services.store.transaction():
        first, second = register.person(kept), register.person(gone)
        if first.id == second.id or first.kind is not second.kind:
            raise ConsentError(Code.INVALID, "not two records of one kind")
        for number in _NUMBERS:
            if len({getattr(first, number), getattr(second, number)} - {""}) > 1:
                raise ConsentError(Code.INVALID, f"two numbers: {number}")
        carers = (*same_carers(first, second, name_key), *_renamed(first, second))
        together = _together(first, second, dict(carers))
        put(services, Happened.MERGED, together, before=first, other=second.id)
        register.merge(Merge(first.id, second.id, carers, services.clock(), services.account.id))
    return register.person(first.id)


def split(services: Services, gone: PersonId) -> Separated:
    """Take a merge back: `gone` is a person again with its own records.

    Any answer but a yes, and a mark, that was recorded while the two were one may have been meant for either, so
    it counts for both. A yes from that time stays with the one who was kept. Raises ConsentError(INVALID) where this id was
    not merged.
    """
    services.require(Act.KEEP_REGISTER)
    register = services.store.register
    with services.store.transaction():
        ended = register.end_merge(gone)
        kept, alone = register.person(ended.kept), register.person(gone)
        records = register.permissions([kept.id])
        kept_after = _without(kept, alone, ended, records)
        back = {same: other for other, same in ended.carers}
        alone_after, copied = _for_the_other(_taken_away_since(ended, records), kept, alone, back)
        put(services, Happened.SPLIT, kept_after, before=kept, other=alone.id)
        put(services, Happened.SPLIT, alone_after, before=alone, other=kept.id)
        register.record_permissions(copied)
        sweep_templates(services)
        for mark in register.never_publish_marks():
            if mark.person == kept.id and alone.id not in register.never_publish():
                reason = register.never_publish_reason(kept.id, mark.by[0]) or ""
                register.mark_never_publish(alone.id, mark.by, reason=reason, since=mark.since)
                services.note("never_publish.marked", alone.id)
    shown = {kept.id, *kept.once}
    posts = tuple(
        post
        for post in still_up(services.store.ledger.publications(), services.store.aftercare.take_downs())
        if shown & {*post.visible, *post.named} and post.published_at >= ended.at
    )
    return Separated(register.person(kept.id), register.person(alone.id), posts)


def _renamed(first: Person, second: Person) -> tuple[tuple[str, str], ...]:
    """New ids for carers who only share an id: whoever signed the school's form may be another parent each time."""
    twins = dict(same_carers(first, second, name_key))
    known = {one.id for one in first.carers}
    return tuple(
        (one.id, f"{one.id}-{second.id}") for one in second.carers if one.id in known and one.id not in twins
    )


def _together(first: Person, second: Person, carers: dict[str, str]) -> Person:
    """The kept record with the blanks filled and every carer once."""
    known = {one.id for one in first.carers}
    doubted = {carers.get(one.id) for one in second.carers if not one.responsible}
    kept = [replace(one, responsible=one.responsible and one.id not in doubted) for one in first.carers]
    others = [replace(one, id=carers.get(one.id, one.id)) for one in second.carers]
    added = [one for one in others if one.id not in known]
    filled = {name: getattr(first, name) or getattr(second, name) for name in _FILLED}
    return replace(first, **filled, carers=(*kept, *added))


def _without(kept: Person, alone: Person, ended: Merge, records: Sequence[Permission]) -> Person:
    """The kept record without what only came with the other: its numbers, and carers who said nothing here."""
    renamed = dict(ended.carers)
    came = {renamed.get(one.id, one.id) for one in alone.carers}
    came -= {same for other, same in ended.carers if not same.startswith(f"{other}-")}
    came -= {record.carer for record in records}
    numbers = {name: "" for name in _NUMBERS if getattr(kept, name) == getattr(alone, name)}
    carers = tuple(one for one in kept.carers if one.id not in came)
    return replace(kept, carers=carers, once=(), **numbers)  # type: ignore[arg-type]  # two fields of text


def _taken_away_since(ended: Merge, records: Sequence[Permission]) -> list[Permission]:
    """The noes of the time as one, and what else let no yes count any more: an answer that was asked for again."""
    since = ended.at.date()
    return [
        one
        for one in records
        if one.answer is not Answer.GRANTED and (one.sequence > ended.after or one.given_on >= since)
    ]


def _for_the_other(
    answers: Sequence[Permission], kept: Person, alone: Person, back: dict[str, str]
) -> tuple[Person, list[Permission]]:
    """The same answers about the other person, in the words of their own carers where they have them."""
    by_id = {one.id: one for one in kept.carers}
    known = {one.id for one in alone.carers}
    added: list[Carer] = []
    copied: list[Permission] = []
    for one in answers:
        carer = back.get(one.carer, one.carer)
        if one.giver is Giver.CARER and carer not in known:
            known.add(carer)
            added.append(replace(by_id[one.carer], id=carer, responsible=False))
        copied.append(replace(one, person=alone.id, carer=carer, sequence=0, evidence=""))
    return replace(alone, carers=(*alone.carers, *added)), copied
