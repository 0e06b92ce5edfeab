"""What the records about a person come to on one day: may this be done, and which record says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from consent.decisions import Why
from consent.notices import Notice, not_told
from consent.people import Person, PersonKind
from consent.permissions import Answer, Giver, Kind, Permission
from consent.platforms import PlatformId

_NO = frozenset({Answer.REFUSED, Answer.WITHDRAWN})
_OBJECTS = frozenset({Why.REFUSED, Why.WITHDRAWN})
_WEAKER = (Why.EXPIRED, Why.NOT_YET, Why.REQUESTED)
"""Why there is no yes, the most telling first, where no one said no."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The answer that counts, why, and the record that decided (None where there is none).

    Never use a Standing itself as a truth value: it is always true. Ask for `allowed`.
    """

    allowed: bool
    why: Why
    permission: Permission | None = None

    def __bool__(self) -> bool:
        raise TypeError("ask a Standing for .allowed")


@dataclass(frozen=True, slots=True)
class Voice:
    """What the records of one giver come to.

    `why` is GRANTED for a live yes, REFUSED or WITHDRAWN for a no that stands, else EXPIRED, NOT_YET or
    REQUESTED. `counts` says whether this giver's yes would be one: a pupil's carer with parental
    responsibility, or an adult for themselves. A no always counts, whoever says it.
    """

    giver: Giver
    carer: str
    why: Why
    permission: Permission
    counts: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a person may or may not be seen or named: the answer that counts, and every voice behind it.

    `decided_by` is the record that decided; `voices` holds each giver once, who decided first.
    """

    person: Person
    platform: PlatformId | None
    kind: Kind
    standing: Standing
    voices: tuple[Voice, ...]

    @property
    def decided_by(self) -> Permission | None:
        return self.standing.permission

    @property
    def outweighed(self) -> tuple[Permission, ...]:
        """Live yeses that did not count, because someone's no is stronger."""
        if self.standing.allowed:
            return ()
        return tuple(voice.permission for voice in self.voices if voice.why is Why.GRANTED)


def standing(
    permissions: Iterable[Permission], person: Person, platform: PlatformId | None, kind: Kind, *, today: date
) -> Standing:
    """What counts for this person on this platform (None for biometric) and kind of use, on `today`.

    Only a yes that is granted and in date counts, and only while no one's no stands. A no stands until the
    same giver says yes in a later record, dated on a later day, that has begun: so of two records of one
    day the no wins, and an old form typed in late does not lift a newer refusal, nor come to life when a newer
    yes has run out. One carer's no beats another's yes; the pupil's own beats every carer. Whoever
    left the roll has no standing at all.
    """
    return judge(_about(permissions, person, platform, kind), person, today)


def explain(
    permissions: Iterable[Permission],
    person: Person,
    platform: PlatformId | None,
    kind: Kind,
    *,
    today: date,
    notices: Iterable[Notice] = (),
) -> Explanation:
    """The same answer as `standing` (for biometric as `biometric_standing`), with everyone who was heard."""
    records = _about(permissions, person, platform, kind)
    answer = judge(records, person, today)
    if kind is Kind.BIOMETRIC:
        answer = biometric_standing(person, records, notices, today=today)
    heard = sorted(voices(records, person, today), key=lambda voice: voice.permission != answer.permission)
    return Explanation(person, platform, kind, answer, tuple(heard))


def biometric_standing(
    person: Person, permissions: Iterable[Permission], notices: Iterable[Notice], *, today: date
) -> Standing:
    """Whether a face template of this person may be made, kept and used, and why.

    Protection of Freedoms Act 2012, section 26: each parent is told, at least one consents in writing, no
    parent objects, nor does the child, whatever the parents say. Adults answer for themselves.
    """
    answer = standing(permissions, person, None, Kind.BIOMETRIC, today=today)
    if answer.allowed and spoken_for(person) and not_told(person, notices, today):
        return Standing(allowed=False, why=Why.NO_NOTICE, permission=answer.permission)
    return answer


def biometric_allowed(
    person: Person, permissions: Iterable[Permission], notices: Iterable[Notice], *, today: date
) -> bool:
    """Whether a face template of this person may be made, kept and used; see `biometric_standing`."""
    return biometric_standing(person, permissions, notices, today=today).allowed


def has_left(person: Person, today: date) -> bool:
    """Whether this person is off the roll; the day of leaving already counts."""
    return person.left_on is not None and person.left_on <= today


def judge(records: Sequence[Permission], person: Person, today: date) -> Standing:
    """As `standing`, for records that are already all about this person, platform and kind."""
    if has_left(person, today):
        return Standing(allowed=False, why=Why.LEFT)
    if not records:
        return Standing(allowed=False, why=Why.NO_RECORD)
    heard = voices(records, person, today)
    yes = next((voice for voice in heard if voice.counts and voice.why is Why.GRANTED), None)
    against = [voice for voice in heard if voice.why in _OBJECTS]
    if against:
        return _refused(against, person, yes)
    if yes is not None:
        return Standing(allowed=True, why=Why.GRANTED, permission=yes.permission)
    for why in _WEAKER:
        for voice in heard:
            if voice.counts and voice.why is why:
                return Standing(allowed=False, why=why, permission=voice.permission)
    return Standing(allowed=False, why=Why.NO_RECORD)


def voices(records: Sequence[Permission], person: Person, today: date) -> tuple[Voice, ...]:
    """One voice for each giver of these records, in the order in which they first spoke."""
    givers: dict[tuple[Giver, str], list[Permission]] = {}
    for record in sorted(records, key=lambda record: record.sequence):
        carer = record.carer if record.giver is Giver.CARER else ""
        givers.setdefault((record.giver, carer), []).append(record)
    heard: list[Voice] = []
    for (giver, carer), given in givers.items():
        why, record = _answer(given, today)
        heard.append(Voice(giver, carer, why, record, _may_say_yes(person, giver, carer)))
    return tuple(heard)


def spoken_for(person: Person) -> bool:
    """Whether carers answer for this person: every pupil, and whoever else has carers on record."""
    return person.kind is PersonKind.PUPIL or bool(person.carers)


def _about(
    permissions: Iterable[Permission], person: Person, platform: PlatformId | None, kind: Kind
) -> list[Permission]:
    return [
        record
        for record in permissions
        if record.kind is kind and record.person == person.id and record.platform == platform
    ]


def _may_say_yes(person: Person, giver: Giver, carer: str) -> bool:
    """Only who answers for a person can agree for them.

    A carer without parental responsibility cannot, nor one who is not on record. Their no is heard all the
    same: it costs one covered face and makes the office ask, where ignoring it might show a child whose
    family is in dispute.
    """
    if not spoken_for(person):
        return giver is Giver.SELF
    return giver is Giver.CARER and any(known.id == carer and known.responsible for known in person.carers)


def _answer(given: Sequence[Permission], today: date) -> tuple[Why, Permission]:
    """What one giver's records, in order of entry, come to."""
    yeses = [record for record in given if record.answer is Answer.GRANTED and _begins(record) <= today]
    noes = [record for record in given if record.answer in _NO]
    for no in reversed(noes):
        if _lifting(no, yeses) is None:
            return (Why.REFUSED if no.answer is Answer.REFUSED else Why.WITHDRAWN), no
    newest = given[-1]
    # records without an order of entry contradict each other, so the one that is no yes counts
    for record in given:
        if record.sequence == newest.sequence and record.answer is not Answer.GRANTED:
            newest = record
    if newest.answer is not Answer.GRANTED:
        return Why.REQUESTED, newest
    # until when they agree is said by their newest yes, not by an older form that was typed in after it
    granted = (record for record in given if record.answer is Answer.GRANTED)
    newest = max(granted, key=lambda yes: (min(yes.given_on, today), yes.sequence))
    if _begins(newest) > today:
        return Why.NOT_YET, newest
    if _has_run_out(newest, today):
        return Why.EXPIRED, newest
    alive = [yes for yes in yeses if not _has_run_out(yes, today)]
    for no in reversed(noes):
        lifted_by = _lifting(no, yeses)
        if lifted_by is not None and _lifting(no, alive) is None:
            # an older yes that was typed in late does not live on when the one that lifted the no has run out
            return Why.EXPIRED, lifted_by
    last_no = max((no.given_on for no in noes), default=None)
    return Why.GRANTED, next(yes for yes in reversed(alive) if last_no is None or yes.given_on > last_no)


def _begins(record: Permission) -> date:
    """The first day of a yes: never before the day on which it was given."""
    return record.given_on if record.valid_from is None else max(record.valid_from, record.given_on)


def _has_run_out(yes: Permission, today: date) -> bool:
    return yes.valid_until is not None and yes.valid_until < today


def _lifting(no: Permission, yeses: Sequence[Permission]) -> Permission | None:
    """The newest of these yeses that was entered after this no, and is dated after it."""
    later = (yes for yes in reversed(yeses) if yes.sequence > no.sequence and yes.given_on > no.given_on)
    return next(later, None)


def _refused(against: Sequence[Voice], person: Person, yes: Voice | None) -> Standing:
    own = next((voice for voice in against if voice.giver is Giver.SELF), None)
    if own is not None and spoken_for(person):
        return Standing(allowed=False, why=Why.OWN_OBJECTION, permission=own.permission)
    first = own or against[0]
    why = first.why if own is not None or yes is None else Why.CARER_REFUSED
    return Standing(allowed=False, why=why, permission=first.permission)
