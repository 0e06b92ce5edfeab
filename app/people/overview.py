"""The register as a table that can be narrowed down, and one person's page: what counts today, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.people.explaining import Tongue, by_the_schools_rules, explained, in_english
from app.services import Services
from consent.accounts import Act, may
from consent.decisions import Why
from consent.facts import Facts
from consent.notices import Notice
from consent.pasts import PersonChange
from consent.people import Person, PersonId, PersonKind
from consent.permissions import Kind, Permission
from consent.platforms import PlatformId
from consent.retention import DUE_DAYS, Renewal, renewals_due
from consent.scans import Scan
from consent.search import Directory
from consent.standing import has_left


@dataclass(frozen=True, slots=True)
class Question:
    """What the table is asked about; `platform` is None for biometric alone."""

    platform: PlatformId | None
    kind: Kind


@dataclass(frozen=True, slots=True)
class Filter:
    """What narrows the table down; what is empty or None narrows nothing.

    `whys` are the reasons to keep, of the answer to `question`: {NO_RECORD} for "no record for the website".
    """

    typed: str = ""
    kind: PersonKind | None = None
    class_name: str = ""
    year: str = ""
    gone: bool | None = False  # True: only who has left; None: all
    question: Question | None = None
    whys: frozenset[Why] = frozenset()


@dataclass(frozen=True, slots=True)
class Row:
    """One person of the table; `why` is what the question comes to (GRANTED is a yes), None where none was asked."""

    person: Person
    why: Why | None
    templates: int
    has_left: bool


@dataclass(frozen=True, slots=True)
class Answered:
    """One question about one person: whether it may be, and the sentence that says why."""

    question: Question
    allowed: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Everything that is kept about one person, but for photos and posts."""

    person: Person
    answers: tuple[Answered, ...]
    permissions: tuple[Permission, ...]
    changes: tuple[PersonChange, ...]
    notices: tuple[Notice, ...]
    scans: tuple[Scan, ...]
    templates: int


def register_facts(services: Services) -> Facts:
    """Today's register, read once; for pages and commands that ask about many people."""
    register = services.store.register
    return Facts(
        people=tuple(register.people()),
        permissions=tuple(register.permissions()),
        never_publish=register.never_publish(),
        policy=register.policy(),
        platforms=tuple(register.platforms()),
        today=services.today(),
        notices=tuple(register.notices()),
    )


def rows(services: Services, wanted: Filter, facts: Facts | None = None) -> tuple[Row, ...]:
    """The table: by name, or best first while someone types. `facts` may be one value for many tables."""
    services.require(Act.KEEP_REGISTER)
    facts = facts or register_facts(services)
    templates = Counter(template.person for template in services.store.register.templates())
    found = tuple(
        row
        for person in _typed(facts, wanted)
        if _is_wanted(person, wanted, facts)
        for row in (_row(person, wanted, facts, templates[person.id]),)
        if not wanted.whys or row.why in wanted.whys
    )
    services.note("people.listed", detail=f"people={len(found)}")
    return found


def without_record(services: Services, question: Question | None = None) -> tuple[Row, ...]:
    """Who is on roll and never answered: the question, or where none is asked, anything at all."""
    if question is not None:
        return rows(services, Filter(question=question, whys=frozenset({Why.NO_RECORD})))
    answered = {record.person for record in services.store.register.permissions()}
    return tuple(row for row in rows(services, Filter()) if row.person.id not in answered)


def due(services: Services, days: int = DUE_DAYS, facts: Facts | None = None) -> tuple[Renewal, ...]:
    """The permissions that count today and run out within `days`, soonest first, of people on roll.

    `facts` is today's register, where it was read already.
    """
    services.require(Act.KEEP_REGISTER)
    found = tuple(renewals_due(facts or register_facts(services), days))
    services.note("permissions.due_listed", detail=f"permissions={len(found)}")
    return found


def questions(services: Services) -> tuple[Question, ...]:
    """Every question that can be asked about a person: each kind on each platform, and biometric."""
    kinds = [kind for kind in Kind if kind is not Kind.BIOMETRIC]
    platforms = [one for one in services.store.register.platforms() if not one.is_retired]
    asked = [Question(platform.id, kind) for platform in platforms for kind in kinds]
    return (*asked, Question(None, Kind.BIOMETRIC))


def answer(facts: Facts, person: PersonId, question: Question, tongue: Tongue | None = None) -> Answered:
    """Whether it may be and why, in one sentence; for someone marked it is the school's rules, without a why."""
    tongue = tongue or in_english(facts.today)
    if person in facts.never_publish and question.kind is not Kind.BIOMETRIC:
        return Answered(question, False, by_the_schools_rules(tongue))
    found = facts.explain(person, question.platform, question.kind)
    if found is None:
        return Answered(question, False, "")
    return Answered(question, found.standing.allowed, explained(found, tongue))


def page(services: Services, person: PersonId, tongue: Tongue | None = None) -> PersonPage:
    """One person, for the lead; that the page was shown is logged. Raises ConsentError(UNKNOWN_PERSON)."""
    services.require(Act.KEEP_REGISTER)
    register = services.store.register
    known = register.person(person)
    services.note("person.shown", known.id)
    facts = facts_of(services, known)
    return PersonPage(
        person=known,
        answers=tuple(answer(facts, known.id, question, tongue) for question in questions(services)),
        permissions=tuple(facts.permissions),
        changes=tuple(register.person_changes(known.id)),
        notices=tuple(facts.notices),
        scans=tuple(register.scans([known.id])),
        templates=sum(template.person == known.id for template in register.templates()),
    )


def what_counts(services: Services, person: PersonId) -> tuple[Answered, ...]:
    """What may be shown of one person today, and why, for anyone who may look; that it was shown is logged.

    Whoever may not set a "never publish" is not told here that there is one. Raises ConsentError(UNKNOWN_PERSON).
    """
    services.require(Act.LOOK)
    known = services.store.register.person(person)
    services.note("person.shown", known.id)
    facts = facts_of(services, known)
    if not may(services.account, Act.MARK_NEVER_PUBLISH, facts.policy):
        facts = replace(facts, never_publish=frozenset())
    return tuple(answer(facts, known.id, question) for question in questions(services))


def facts_of(services: Services, person: Person) -> Facts:
    """What is known of one person alone, which is read much faster than the whole register."""
    register = services.store.register
    return Facts(
        people=(person,),
        permissions=tuple(register.permissions([person.id])),
        never_publish=register.never_publish(),
        policy=register.policy(),
        platforms=tuple(register.platforms()),
        today=services.today(),
        notices=tuple(register.notices([person.id])),
    )


def _typed(facts: Facts, wanted: Filter) -> Sequence[Person]:
    if wanted.typed.strip():
        return Directory(facts.people, facts.today).find(wanted.typed, limit=len(facts.people))
    return sorted(facts.people, key=lambda person: (person.shown_name.casefold(), person.id))


def _is_wanted(person: Person, wanted: Filter, facts: Facts) -> bool:
    return (
        (wanted.kind is None or person.kind is wanted.kind)
        and (not wanted.class_name or person.class_name == wanted.class_name)
        and (not wanted.year or person.year == wanted.year)
        and (wanted.gone is None or has_left(person, facts.today) is wanted.gone)
    )


def _row(person: Person, wanted: Filter, facts: Facts, templates: int) -> Row:
    why = None
    if wanted.question is not None:
        found = facts.explain(person.id, wanted.question.platform, wanted.question.kind)
        why = None if found is None else found.standing.why
    return Row(person, why, templates, has_left(person, facts.today))
