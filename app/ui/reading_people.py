"""The register as the People page shows it, read in one go; runs beside the window and knows nothing of Qt."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from consent.accounts import Act, may
from consent.decisions import Why
from consent.people import Person, PersonId, PersonKind
from consent.permissions import Kind, Permission
from consent.platforms import Platform, PlatformId
from consent.requests import Request, waiting
from consent.retention import DUE_DAYS
from consent.scans import Scan
from consent.spelling import folded
from consent.standing import Explanation, Standing, biometric_standing, explain, has_left, judge
from consent.templates import grown_old

if TYPE_CHECKING:
    from app.services import Services


class Count(StrEnum):
    """What an answer comes to today, as the table and its filter tell it."""

    YES = "yes"
    ENDS_SOON = "ends_soon"  # a yes, for now
    NO = "no"
    NO_ANSWER = "no_answer"


NO_ANSWER = frozenset({Why.NO_RECORD, Why.REQUESTED, Why.EXPIRED, Why.NOT_YET, Why.LEFT})


@dataclass(frozen=True, slots=True)
class Filter:
    """What the table is asked for; an empty field asks for nothing."""

    typed: str = ""
    class_name: str = ""
    year: str = ""
    who: PersonKind | None = None
    platform: PlatformId | None = None
    kind: Kind = Kind.PHOTO
    count: Count | None = None
    left: bool = False


@dataclass(frozen=True, slots=True)
class RegisterView:
    """Everyone, with the records that decide. `may_change` says whether this account keeps the register."""

    people: Sequence[Person]
    platforms: Sequence[Platform]
    today: date
    matching: bool
    may_change: bool
    templates: Mapping[PersonId, int]
    records: Mapping[tuple[PersonId, PlatformId | None, Kind], Sequence[Permission]]
    _judged: dict[tuple[PersonId, PlatformId | None, Kind], Standing] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def standing(self, person: Person, platform: PlatformId | None, kind: Kind) -> Standing:
        """What counts today."""
        key = (person.id, platform, kind)
        if key not in self._judged:
            self._judged[key] = judge(self.records.get(key, ()), person, self.today)
        return self._judged[key]

    def count(self, person: Person, platform: PlatformId | None, kind: Kind) -> Count:
        """The same in one of four words."""
        answer = self.standing(person, platform, kind)
        if answer.allowed:
            record = answer.permission
            ends = record.valid_until if record is not None else None
            return Count.ENDS_SOON if ends is not None and (ends - self.today).days <= DUE_DAYS else Count.YES
        return Count.NO_ANSWER if answer.why in NO_ANSWER else Count.NO

    def agreed(self, person: Person, kind: Kind) -> Sequence[Platform]:
        """The platforms for which there is a yes."""
        return [one for one in self.platforms if self.standing(person, one.id, kind).allowed]

    def found(self, wanted: Filter) -> Sequence[Person]:
        """Whom the filter lets through, by name."""
        words = folded(wanted.typed).split()
        return [
            person
            for person in self.people
            if _is_meant(person, words, wanted) and self._counts(person, wanted)
        ]

    def _counts(self, person: Person, wanted: Filter) -> bool:
        if has_left(person, self.today) is not wanted.left:
            return False
        if wanted.count is None or wanted.platform is None:
            return True
        found = self.count(person, wanted.platform, wanted.kind)
        return found is wanted.count or (wanted.count is Count.YES and found is Count.ENDS_SOON)

    @property
    def classes(self) -> Sequence[str]:
        return sorted({person.class_name for person in self.people if person.class_name})

    @property
    def years(self) -> Sequence[str]:
        return sorted({person.year for person in self.people if person.year}, key=lambda one: (len(one), one))


@dataclass(frozen=True, slots=True)
class PersonView:
    """One person with everything that was ever answered, newest first.

    For whoever does not keep the register only what counts today, and why: no carers, answers, requests or papers.
    """

    person: Person
    platforms: Sequence[Platform]
    explanations: Mapping[tuple[PlatformId, Kind], Explanation]
    biometric: Standing
    history: Sequence[Permission]
    templates: int
    matching: bool
    may_change: bool
    may_mark: bool
    never_publish: bool
    staff: Mapping[str, str]
    requests: Sequence[Request]  # that wait for an answer
    today: date
    scans: Sequence[Scan] = ()  # for whoever keeps the register
    grown_old: date | None = None  # the day of the newest picture, where that is too long ago
    heard: frozenset[str] = frozenset()  # ids of carers who answered or were told: they stay on the record


KINDS = (Kind.PHOTO, Kind.GROUP, Kind.NAME, Kind.VIDEO)
"""The kinds that are asked for each platform."""


def register_view(services: Services) -> RegisterView:
    """The whole register. Raises ConsentError where this account may not even look."""
    services.require(Act.LOOK)
    register = services.store.register
    records: dict[tuple[PersonId, PlatformId | None, Kind], list[Permission]] = {}
    for record in register.permissions():
        records.setdefault((record.person, record.platform, record.kind), []).append(record)
    policy = register.policy()
    people = sorted(register.people(), key=lambda person: (person.shown_name.casefold(), person.id))
    return RegisterView(
        people,
        tuple(one for one in register.platforms() if not one.is_retired),
        services.today(),
        policy.matching,
        may(services.account, Act.KEEP_REGISTER, policy),
        Counter(template.person for template in register.templates()),
        records,
    )


def person_view(services: Services, person: PersonId) -> PersonView:
    """One person's page; that it was shown is logged. Raises ConsentError(UNKNOWN_PERSON)."""
    from app.people.carers import heard  # noqa: PLC0415 - the window is up before the register's doors load

    services.require(Act.LOOK)
    register = services.store.register
    found = register.person(person)
    services.note("person.shown", found.id)
    today = services.today()
    records = tuple(register.permissions([person]))
    policy = register.policy()
    platforms = tuple(one for one in register.platforms() if not one.is_retired)
    may_mark = may(services.account, Act.MARK_NEVER_PUBLISH, policy)
    may_change = may(services.account, Act.KEEP_REGISTER, policy)
    templates = [template for template in register.templates() if template.person == person]
    return PersonView(
        found if may_change else replace(found, carers=(), upn=""),
        platforms,
        {
            (platform.id, kind): explain(records, found, platform.id, kind, today=today)
            for platform in platforms
            for kind in KINDS
        },
        biometric_standing(found, records, register.notices([person]), today=today),
        tuple(sorted(records, key=lambda record: record.sequence, reverse=True)) if may_change else (),
        len(templates),
        policy.matching,
        may_change,
        may_mark,
        may_mark and person in register.never_publish(),  # told only to those who may set it
        {account.id: account.full_name for account in services.store.accounts.accounts()},
        waiting(register.requests([person])) if may_change else (),
        today,
        tuple(register.scans([found.id])) if may_change else (),
        grown_old(templates, today=today),
        heard(services, found.id) if may_change else frozenset(),
    )


def _is_meant(person: Person, words: Sequence[str], wanted: Filter) -> bool:
    if wanted.class_name and person.class_name != wanted.class_name:
        return False
    if wanted.year and person.year != wanted.year:
        return False
    if wanted.who is not None and person.kind is not wanted.who:
        return False
    if not words:
        return True
    said = folded(f"{person.known_as} {person.legal_name} {person.class_name} {person.school_id}")
    return all(word in said for word in words)
