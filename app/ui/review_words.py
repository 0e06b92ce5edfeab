"""What the review shows of a batch, as plain values: tabs, strip, people offered."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from app.correct import find, same_person, same_stranger
from app.ui.marked import QT_TRANSLATE_NOOP
from app.ui.reading_batch import BatchView
from app.ui.regions import PEOPLE, full_name, name_of, title_of
from app.ui.why import VERDICTS, likeness
from app.ui.why import words as why_words
from app.ui.widgets.candidate_button import Offer
from app.ui.widgets.face_picker import Likely
from app.ui.widgets.filmstrip import Frame
from app.ui.widgets.marks import mark_of_verdict
from app.ui.widgets.verdict_tabs import Tab
from consent.people import PersonId
from consent.publications import PhotoId
from consent.sightings import Certainty, Mark, Sighting, What
from consent.stages import Stage

if TYPE_CHECKING:
    from app.steps.decide import PhotoView

MAYBE = (Certainty.SUGGESTED, Certainty.UNSURE)


def words(text: str) -> str:
    """One of the marked texts, in the language in force."""
    return QCoreApplication.translate("review", text)


def tabs_of(batch: BatchView, view: PhotoView) -> tuple[Tab, ...]:
    """One tab for each platform of the batch."""
    tabs: list[Tab] = []
    for platform, decision in zip(batch.platforms, view.decisions, strict=False):
        waits = sum(one.open for one in decision.decisions)
        verdict = why_words(VERDICTS[decision.verdict])
        tabs.append(Tab(platform.name, mark_of_verdict(decision.verdict), waits, verdict))
    return tuple(tabs)


def frames_of(batch: BatchView, *, ticked: Collection[str] | None = None) -> tuple[Frame, ...]:
    """One frame for each photo, with its place and its verdicts in words.

    A tick stands on the photos in `ticked`, which were seen; without it, on those for which approval is
    asked already.
    """
    frames: list[Frame] = []
    for number, view in enumerate(batch.photos, start=1):
        place = words(QT_TRANSLATE_NOOP("review", "Photo {n} of {total}"))
        parts = [place.format(n=number, total=len(batch.photos))]
        for platform, decision in zip(batch.platforms, view.decisions, strict=False):
            parts.append(f"{platform.name}: {why_words(VERDICTS[decision.verdict])}")
        if ticked is None:
            tick = view.record.stage is not Stage.DECIDE
            said = words(QT_TRANSLATE_NOOP("review", "approval is asked for"))
        else:
            tick = view.record.id in ticked
            said = words(QT_TRANSLATE_NOOP("review", "seen"))
        if tick:
            parts.append(said)
        back = bool(batch.notes.get(view.record.id))
        if back:
            parts.append(words(QT_TRANSLATE_NOOP("review", "sent back with a note")))
        marks = tuple(mark_of_verdict(decision.verdict) for decision in view.decisions)
        frames.append(Frame(view.record.id, marks, "\n".join(parts), tick, back))
    return tuple(frames)


def offers_for(sighting: Sighting, batch: BatchView) -> tuple[Offer, ...]:
    """The people whom a region may be, likeliest first; their pictures come later."""
    if sighting.what not in PEOPLE or sighting.certainty is Certainty.CONFIRMED:
        return ()
    offers: list[Offer] = []
    for place, person in enumerate(sighting.people[:3]):
        found = batch.people.get(person)
        if found is None:
            continue
        distance = sighting.distances[place] if place < len(sighting.distances) else None
        offers.append(Offer(person, found.shown_name, full_name(found), likeness(distance)))
    return tuple(offers)


def seen_elsewhere(
    person: str, batch: BatchView, *, besides: PhotoId
) -> tuple[PhotoId, tuple[int, int, int, int]] | None:
    """The largest face that was confirmed as this person in another photo of the batch."""
    faces = [
        (view.record.id, sighting.box)
        for view in batch.photos
        for sighting in view.record.sightings
        if view.record.id != besides
        and sighting.what is What.FACE
        and sighting.certainty is Certainty.CONFIRMED
        and sighting.people == (person,)
    ]
    return max(faces, key=lambda face: face[1][3] - face[1][1], default=None)


def more_of(person: PersonId, batch: BatchView, *, besides: PhotoId) -> tuple[Likely, ...]:
    """Where else in the batch this person may be, the surest first."""
    found: list[Likely] = []
    for number, view in enumerate(batch.photos, start=1):
        region = same_person(view.record.sightings, person, MAYBE)
        if region is None or view.record.id == besides:
            continue
        sighting = find(view.record.sightings, region)
        place = sighting.people.index(person)
        distance = sighting.distances[place] if place < len(sighting.distances) else None
        sure = sighting.certainty is Certainty.SUGGESTED and place == 0
        said = words(QT_TRANSLATE_NOOP("review", "Photo {n}\n{likeness}")).format(
            n=number, likeness=likeness(distance)
        )
        found.append(Likely(view.record.id, region, sighting.box, said, sure))
    return tuple(sorted(found, key=lambda one: not one.sure))


def strangers_like(
    taken_for: Collection[PersonId], batch: BatchView, *, besides: PhotoId
) -> tuple[Likely, ...]:
    """Where else in the batch the same stranger may be: taken for the same people, the unsure ones first."""
    found: list[Likely] = []
    for number, view in enumerate(batch.photos, start=1):
        region = same_stranger(view.record.sightings, taken_for)
        if region is None or view.record.id == besides:
            continue
        sighting = find(view.record.sightings, region)
        said = words(QT_TRANSLATE_NOOP("review", "Photo {n}\n{name}?")).format(
            n=number, name=name_of(sighting.people[0], batch.people)
        )
        sure = sighting.certainty is Certainty.UNSURE
        found.append(Likely(view.record.id, region, sighting.box, said, sure))
    return tuple(sorted(found, key=lambda one: not one.sure))


def who_may_stay(view: PhotoView, batch: BatchView, *, chosen: str) -> tuple[Likely, ...]:
    """Everyone in the photo from left to right; ticked is the chosen one, or all who are not covered by hand."""
    everyone = [one for one in view.record.sightings if one.what in PEOPLE and one.mark is not Mark.DISMISSED]
    chosen_before = any(one.mark is Mark.COVER for one in everyone)
    return tuple(
        Likely(
            view.record.id,
            one.region,
            one.box,
            title_of(one, batch.people),
            one.region == chosen or (chosen_before and one.mark is Mark.NONE),
        )
        for one in sorted(everyone, key=lambda one: one.box)
    )
