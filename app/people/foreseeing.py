"""What would come of a change to someone's record: done in full, looked at, and taken back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from app.people.carers import change_carers
from app.people.joining import Separated, merge, split
from app.people.overview import register_facts
from app.services import Services
from consent.accounts import Act
from consent.errors import Code, ConsentError
from consent.facts import Facts
from consent.people import Carer, Person, PersonId
from consent.permissions import Kind
from consent.platforms import PlatformId
from consent.standing import Standing, biometric_standing, standing
from consent.takedown import newly, still_up

ASKED = (Kind.PHOTO, Kind.GROUP, Kind.NAME, Kind.VIDEO)
"""The kinds that are asked for each platform."""

Answers = Mapping[tuple[PlatformId, Kind], Standing]


@dataclass(frozen=True, slots=True)
class Counts:
    """A person's record, what counts for them on each platform, and how many templates are kept and may be used."""

    person: Person
    answers: Answers
    templates: int
    recognising: Standing


@dataclass(frozen=True, slots=True)
class Foreseen:
    """Records before and after: one of each, or two of either.

    `posts` show either of two people. `come_down` are posts that have to come down by this, and need not before.
    """

    before: tuple[Counts, ...]
    after: tuple[Counts, ...]
    posts: int = 0
    come_down: int = 0


class _TakenBackError(Exception):
    """Ends the transaction in which the future was tried."""


def foresee_merge(services: Services, kept: PersonId, gone: PersonId) -> Foreseen:
    """What `merge` would do. Nothing stays of it, in the log neither. Raises as `merge`."""
    services.require(Act.KEEP_REGISTER)
    if services.store.register.person(kept).id == services.store.register.person(gone).id:
        raise ConsentError(Code.INVALID, "one record")
    before, facts = (_counts(services, kept), _counts(services, gone)), register_facts(services)
    after: list[Counts] = []
    with _taken_back(services):
        merge(services, kept, gone)
        after.append(_counts(services, kept))
        come_down = _come_down(services, facts)
    return Foreseen(before, tuple(after), come_down=come_down)


def foresee_split(services: Services, gone: PersonId) -> Foreseen:
    """What `split` would do. Nothing stays of it. Raises as `split`."""
    services.require(Act.KEEP_REGISTER)
    before, facts = _counts(services, gone), register_facts(services)
    after: list[Counts] = []
    posts: list[Separated] = []
    with _taken_back(services):
        parted = split(services, gone)
        posts.append(parted)
        after += (_counts(services, parted.kept.id), _counts(services, parted.gone.id))
        come_down = _come_down(services, facts)
    return Foreseen((before,), tuple(after), len(posts[0].posts), come_down)


def foresee_carers(services: Services, seen: Person, carers: Sequence[Carer]) -> Foreseen:
    """What `change_carers` would do. Nothing stays of it. Raises as `change_carers`."""
    services.require(Act.KEEP_REGISTER)
    before, facts = _counts(services, seen.id), register_facts(services)
    after: list[Counts] = []
    with _taken_back(services):
        change_carers(services, seen, carers)
        after.append(_counts(services, seen.id))
        come_down = _come_down(services, facts)
    return Foreseen((before,), tuple(after), come_down=come_down)


def _come_down(services: Services, before: Facts) -> int:
    """How many posts have to come down by the register as it is now, and had not to by `before`."""
    posts = still_up(services.store.ledger.publications(), services.store.aftercare.take_downs())
    return len({one.publication.file_name for one in newly(posts, before, register_facts(services))})


@contextmanager
def _taken_back(services: Services) -> Iterator[None]:
    with suppress(_TakenBackError), services.store.transaction():
        yield
        raise _TakenBackError


def _counts(services: Services, person: PersonId) -> Counts:
    register, today = services.store.register, services.today()
    known = register.person(person)
    records = register.permissions([known.id])
    return Counts(
        known,
        {
            (platform.id, kind): standing(records, known, platform.id, kind, today=today)
            for platform in register.platforms()
            for kind in ASKED
        },
        sum(template.person == known.id for template in register.templates()),
        biometric_standing(known, records, register.notices([known.id]), today=today),
    )
