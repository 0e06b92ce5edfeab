"""What a second person is told about a photo: who is seen by which permission, and what was decided by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.ui.caption_words import lines_of
from app.ui.marked import QT_TRANSLATE_NOOP
from app.ui.reading_batch import BatchView, Ground
from app.ui.regions import head_line, name_of, title_of
from app.ui.why import BECAUSE
from app.ui.why import words as why_words
from consent.decisions import PhotoDecision
from consent.people import Person, PersonId
from consent.permissions import Giver, Kind
from consent.platforms import Platform
from consent.publications import PhotoRecord, ReviewNote
from consent.sightings import Mark, Origin, Sighting

if TYPE_CHECKING:
    from app.steps.decide import PhotoView

KINDS: dict[Kind, str] = {
    Kind.PHOTO: QT_TRANSLATE_NOOP("approve", "{name}: photo, yes of {day} ({giver})"),
    Kind.GROUP: QT_TRANSLATE_NOOP("approve", "{name}: in groups, yes of {day} ({giver})"),
    Kind.NAME: QT_TRANSLATE_NOOP("approve", "{name}, by name: yes of {day} ({giver})"),
}


def words(text: str) -> str:
    """One of the marked texts, in the language in force."""
    return QCoreApplication.translate("approve", text)


def told_about(
    batch: BatchView, view: PhotoView, decision: PhotoDecision
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """What is to be known of a photo for one platform, as headings with their lines."""
    photo = view.record.id
    proposals = batch.proposals.get(photo, ())
    proposal = next((one for one in proposals if one.platform == decision.platform), None)
    seen = grounds_of(batch, photo, decision)
    return (
        (
            words(QT_TRANSLATE_NOOP("approve", "Who can be seen")),
            seen or (words(QT_TRANSLATE_NOOP("approve", "No one who is known")),),
        ),
        (
            words(QT_TRANSLATE_NOOP("approve", "Words beside the photo")),
            lines_of(proposal.words) if proposal else (),
        ),
        (words(QT_TRANSLATE_NOOP("approve", "Decided by hand")), by_hand(view.record, batch.people)),
        (
            words(QT_TRANSLATE_NOOP("approve", "Sent back before")),
            tuple(note_line(note, batch, view.record) for note in batch.notes.get(photo, ())),
        ),
    )


def lines_about(batch: BatchView, view: PhotoView, decision: PhotoDecision) -> tuple[str, ...]:
    """How many are in it, how small the smallest face is, and who prepared it."""
    lines = (
        head_line(decision.heads, 0),
        smallest_line(view.record, decision, batch.platforms),
        prepared_by(batch, view.record),
    )
    return tuple(line for line in lines if line)


def grounds_of(batch: BatchView, photo: str, decision: PhotoDecision) -> tuple[str, ...]:
    """Who is seen or named on this platform, each with the answer by which that may be."""
    found = [one for one in batch.grounds.get(photo, ()) if one.platform == decision.platform]
    return tuple(_ground(one, batch.people) for one in found)


def _ground(ground: Ground, people: Mapping[PersonId, Person]) -> str:
    given = ground.permission
    person = people.get(ground.person)
    carers = person.carers if person is not None else ()
    carer = next((one for one in carers if one.id == given.carer), None)
    if given.giver is Giver.SELF or carer is None:
        giver = words(QT_TRANSLATE_NOOP("approve", "their own"))
    else:
        giver = carer.relation or carer.name
    text = words(KINDS.get(given.kind, KINDS[Kind.PHOTO]))
    day = QLocale().toString(
        QDate(given.given_on.year, given.given_on.month, given.given_on.day), QLocale.FormatType.ShortFormat
    )
    return text.format(name=name_of(ground.person, people), day=day, giver=giver)


def smallest_line(record: PhotoRecord, decision: PhotoDecision, platforms: Sequence[Platform]) -> str:
    """How small the smallest face is that can be seen on this platform; "" where none can."""
    from app.covers import smallest_visible_face  # noqa: PLC0415 - the window is up before the steps load

    platform = next(one for one in platforms if one.id == decision.platform)
    side = smallest_visible_face(record, decision, platform)
    if side is None:
        return ""
    text = words(QT_TRANSLATE_NOOP("approve", "Smallest face shown: {n} pixels, as published"))
    return text.format(n=side)


def by_hand(record: PhotoRecord, people: Mapping[PersonId, Person]) -> tuple[str, ...]:
    """What the office decided over the rules or beside the finders, and why."""
    lines = [_by_hand(sighting, people) for sighting in record.sightings]
    return tuple(line for line in lines if line)


def _by_hand(sighting: Sighting, people: Mapping[PersonId, Person]) -> str:
    title = title_of(sighting, people)
    if sighting.mark is Mark.DISMISSED:
        text = words(QT_TRANSLATE_NOOP("approve", "Set aside: {what} – {because}"))
        return text.format(what=title, because=why_words(BECAUSE[sighting.because]))
    if sighting.mark is Mark.COVER:
        return words(QT_TRANSLATE_NOOP("approve", "Covered by hand: {what}")).format(what=title)
    if sighting.origin is Origin.BY_HAND:
        return words(QT_TRANSLATE_NOOP("approve", "Drawn by hand: {what}")).format(what=title)
    return ""


def prepared_by(batch: BatchView, record: PhotoRecord) -> str:
    """Who corrected or prepared the photo."""
    names = [batch.staff.get(account, "") for account in record.touched_by]
    text = words(QT_TRANSLATE_NOOP("approve", "Prepared by {names}"))
    return text.format(names=", ".join(name for name in names if name)) if any(names) else ""


def note_line(note: ReviewNote, batch: BatchView, record: PhotoRecord) -> str:
    """Why a photo came back, and about whom or what."""
    who = batch.staff.get(note.by, "")
    about = next((s for s in record.sightings if s.region == note.region), None)
    if about is None:
        text = words(QT_TRANSLATE_NOOP("approve", "Sent back by {who}: “{words}”"))
        return text.format(who=who, words=note.words)
    text = words(QT_TRANSLATE_NOOP("approve", "Sent back by {who}, about {what}: “{words}”"))
    return text.format(who=who, what=title_of(about, batch.people), words=note.words)
