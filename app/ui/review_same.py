"""One answer for many faces: the same person or stranger in the rest of a batch, and who may stay in a photo."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app import correct
from app.ui.corrections import Edit
from app.ui.count import counted
from app.ui.job import Urgency
from app.ui.pages.page import Page
from app.ui.regions import name_of
from app.ui.review_model import ReviewModel
from app.ui.review_words import more_of, strangers_like, who_may_stay
from app.ui.widgets.face_picker import FacePicker, Likely, Question
from consent.people import PersonId
from consent.publications import PhotoId
from consent.sightings import Certainty, Mark, RegionId

MAYBE = frozenset({Certainty.SUGGESTED, Certainty.UNSURE})


@dataclass(frozen=True, slots=True)
class Answered:
    """The last answer that may hold elsewhere: this person, or (with `person` None) a stranger taken for others."""

    photo: PhotoId
    person: PersonId | None = None
    taken_for: tuple[PersonId, ...] = ()


class SamePerson(QObject):
    """Remembers who was named or ruled out last, and fills in the rest of the batch when it is asked to."""

    changed = Signal()

    def __init__(self, page: Page, model: ReviewModel) -> None:
        super().__init__(page)
        self._page, self._model = page, model
        self._last: Answered | None = None
        model.corrections.changed.connect(lambda _changed: self.changed.emit())
        model.loaded.connect(self.changed.emit)

    def named(self, person: PersonId, photo: PhotoId) -> None:
        """Someone was confirmed in this photo."""
        self._remember(Answered(photo, person))

    def ruled_out(self, taken_for: tuple[PersonId, ...], photo: PhotoId) -> None:
        """A face in this photo that the comparison takes for these people is no one on the register."""
        self._remember(Answered(photo, taken_for=taken_for))

    def forget(self) -> None:
        self._remember(None)

    def _remember(self, answered: Answered | None) -> None:
        self._last = answered
        self.changed.emit()

    @property
    def name(self) -> str:
        """Who is meant, in words."""
        batch, last = self._model.batch, self._last
        if batch is None or last is None:
            return ""
        return name_of(last.person, batch.people) if last.person is not None else self.tr("Not on the list")

    def more(self) -> tuple[Likely, ...]:
        """Where else in the batch whoever was answered last may be."""
        batch, last = self._model.batch, self._last
        if batch is None or last is None:
            return ()
        if last.person is not None:
            return more_of(last.person, batch, besides=last.photo)
        return strangers_like(last.taken_for, batch, besides=last.photo)

    def ask(self) -> None:
        """Show them all, each beside the others."""
        faces, last = self.more(), self._last
        if last is not None and faces and not self._page.desk.is_locked:
            pick(self._page, self._question(last), faces, act=partial(self._confirm, last))

    def _question(self, last: Answered) -> Question:
        if last.person is not None:
            name = self.name
            words = self.tr("Where else is {name}? Untick whoever is someone else.").format(name=name)
            in_photos = self.tr("{name} in {photos}")
            return Question(
                words, lambda many: in_photos.format(name=name, photos=counted("%n photo(s)", many))
            )
        not_listed = self.tr("Not on the list in {photos}")
        return Question(
            self.tr("Where else is this stranger? Untick whoever is someone else."),
            lambda many: not_listed.format(photos=counted("%n photo(s)", many)),
        )

    def _confirm(self, last: Answered, faces: tuple[Likely, ...]) -> None:
        self._model.corrections.correct({face.photo: _answering(face.region, last) for face in faces})


class WhoStays(QObject):
    """Everyone in the photo in front is covered by hand, apart from those who are ticked."""

    def __init__(self, page: Page, model: ReviewModel, *, say: Callable[[str], None]) -> None:
        super().__init__(page)
        self._page, self._model, self._say = page, model, say

    def ask(self) -> None:
        """Show everyone in the photo; whoever has the focus is ticked."""
        view, batch = self._model.view, self._model.batch
        if view is None or batch is None or self._page.desk.is_locked:
            return
        faces = who_may_stay(view, batch, chosen=self._model.focus)
        if not faces:
            self._say(self.tr("No person was found in this photo."))
            return
        hide = self.tr("Hide {people}")
        question = Question(
            self.tr("Who may stay? Everyone else in this photo is hidden on every platform."),
            lambda many: hide.format(people=counted("%n person(s)", len(faces) - many)),
            least=0,
            most=len(faces)
            if any(one.mark is Mark.COVER for one in view.record.sightings)
            else len(faces) - 1,
        )
        pick(self._page, question, faces, act=self._hide)

    def _hide(self, ticked: tuple[Likely, ...]) -> None:
        keep = {face.region for face in ticked}
        self._model.correct(lambda sightings: correct.hide_everyone_but(sightings, keep))


def pick(
    page: Page, question: Question, faces: tuple[Likely, ...], *, act: Callable[[tuple[Likely, ...]], None]
) -> None:
    """Open the dialog with the faces; their pictures come as they are cut out."""
    desk = page.desk
    dialog = FacePicker(page.theme, question, faces, act=act, parent=page.window())

    def arrived(number: int, picture: QImage) -> None:
        if dialog.isVisible() and not desk.is_locked:
            dialog.set_picture(number, picture)

    dialog.open()
    for number, face in enumerate(faces):
        desk.pictures.face(desk.services, face.photo, face.box, partial(arrived, number), urgency=Urgency.NOW)


def _answering(region: RegionId, answered: Answered) -> Edit:
    """Answers for a region in the same way, unless someone answered otherwise in the meantime."""

    def edit(sightings: correct.Sightings) -> correct.Sightings:
        now = correct.find(sightings, region)
        if now.certainty not in MAYBE:
            return sightings
        if answered.person is None:
            return correct.not_listed(sightings, region)
        return (
            correct.confirm(sightings, region, answered.person)
            if answered.person in now.people
            else sightings
        )

    return edit
