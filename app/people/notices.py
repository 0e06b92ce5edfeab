"""The biometric enrolment record: what each parent was told, who agreed or objected, and what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.services import Services
from consent.accounts import Act
from consent.errors import Code, ConsentError
from consent.notices import Excuse, Notice, not_told
from consent.people import Carer, Person, PersonId
from consent.permissions import Kind, Permission
from consent.standing import Explanation, Voice, explain, spoken_for
from consent.templates import grown_old


@dataclass(frozen=True, slots=True)
class EnrolmentRecord:
    """Everything that decides whether a face template of this person may be made and kept.

    `explanation.standing.allowed` is the answer for the person; with `matching_on` False no template is made at all.
    `not_told` are the parents who are still to be told; `given` every answer about it, oldest first.
    `grown_old` is the day of the newest picture where that is too long ago.
    """

    person: Person
    matching_on: bool
    impact_assessment: str
    notices: tuple[Notice, ...]
    not_told: tuple[Carer, ...]
    given: tuple[Permission, ...]
    explanation: Explanation
    templates: int
    grown_old: date | None

    @property
    def may_enrol(self) -> bool:
        """Whether a template may be made now."""
        return self.matching_on and self.explanation.standing.allowed

    @property
    def voices(self) -> tuple[Voice, ...]:
        """What each carer's answers, and the child's, come to."""
        return self.explanation.voices


def tell(
    services: Services,
    people: Iterable[PersonId],
    *,
    sent_on: date,
    form: str,
    carers: frozenset[str] | None = None,
) -> tuple[Notice, ...]:
    """Record that these people's parents were told on a day, with which form; all of them or none.

    Everyone with parental responsibility who was not told yet, or of those only `carers` (ids). Raises
    ConsentError: UNKNOWN_PERSON, NOT_ALLOWED; INVALID for a day to come.
    """
    return _record(services, people, sent_on, form, carers=carers, excused=None)


def excuse(
    services: Services, person: PersonId, carer: str, *, why: Excuse, on: date, form: str = ""
) -> tuple[Notice, ...]:
    """Record that one parent need not be told, and why (section 27). Raises ConsentError(INVALID)."""
    return _record(services, [person], on, form, carers=frozenset({carer}), excused=why)


def record_of(services: Services, person: PersonId) -> EnrolmentRecord:
    """The enrolment record of one person; that it was shown is logged."""
    services.require(Act.KEEP_REGISTER)
    register = services.store.register
    known = register.person(person)
    services.note("enrolment_record.shown", known.id)
    today, policy = services.today(), register.policy()
    given = [one for one in register.permissions([known.id]) if one.kind is Kind.BIOMETRIC]
    notices = register.notices([known.id])
    kept = [template for template in register.templates() if template.person == known.id]
    return EnrolmentRecord(
        person=known,
        matching_on=policy.matching,
        impact_assessment=policy.impact_assessment,
        notices=tuple(notices),
        not_told=tuple(not_told(known, notices, today)) if spoken_for(known) else (),
        given=tuple(given),
        explanation=explain(given, known, None, Kind.BIOMETRIC, today=today, notices=notices),
        templates=len(kept),
        grown_old=grown_old(kept, today=today),
    )


def _record(
    services: Services,
    people: Iterable[PersonId],
    on: date,
    form: str,
    *,
    carers: frozenset[str] | None,
    excused: Excuse | None,
) -> tuple[Notice, ...]:
    services.require(Act.KEEP_REGISTER)
    if on > services.today():
        raise ConsentError(Code.INVALID, "a day to come")
    register = services.store.register
    with services.store.transaction():
        new = [
            Notice(person.id, carer.id, on, form, excused, services.account.id)
            for person in map(register.person, people)
            for carer in not_told(person, register.notices([person.id]), on)
            if carers is None or carer.id in carers
        ]
        recorded = register.record_notices(new)
        for person in dict.fromkeys(one.person for one in recorded):
            count = sum(one.person == person for one in recorded)
            services.note("notice_excused" if excused else "notice_recorded", person, f"notices={count}")
    return tuple(recorded)
