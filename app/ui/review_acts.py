"""What each key and button of the review does to the photo in front."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu

from app import correct
from app.ui.corrections import Changed
from app.ui.review_drawing import ReviewDrawing, popup_under
from app.ui.review_model import ReviewModel
from app.ui.why import BECAUSE, reason
from app.ui.why import words as why_words
from app.ui.widgets.face_panel import FacePanel
from app.ui.widgets.gesture import Tool
from app.ui.widgets.photo_view import PhotoView
from app.ui.widgets.viewport import ZOOM_STEP
from consent.decisions import Outcome
from consent.people import PersonId
from consent.sightings import Certainty, Mark, Origin, RegionId, Sighting, What

NOBODYS = frozenset(
    {
        What.LIKELY_NAME,
        What.CONTACT,
        What.PLATE,
        What.CODE,
        What.CREST,
        What.UNIFORM_COLOUR,
        What.UNIFORM_NAME,
    }
)
"""What may turn out to be nobody's; a person is shown by a permission alone, and a name of the register too."""


class ReviewActs(QObject):
    """Turns wishes into corrections; says so where a wish does nothing."""

    named = Signal(str, str)  # person, photo
    ruled_out = Signal(object, str)  # people for whom a stranger was taken, photo

    def __init__(
        self, model: ReviewModel, photo: PhotoView, panel: FacePanel, *, say: Callable[[str], None]
    ) -> None:
        super().__init__(photo)
        self._model, self._photo, self._panel, self._say = model, photo, panel, say
        self._drawing = ReviewDrawing(model, photo, panel)
        photo.region_chosen.connect(model.put_focus)
        photo.open_wanted.connect(model.next_open)
        panel.person_chosen.connect(self.choose)
        panel.name_box.left.connect(photo.setFocus)
        panel.name_box.no_one_taken.connect(self._not_clear)

    def handlers(self, show_keys: Callable[[], None]) -> dict[str, Callable[[], None]]:
        """One for each line of the table of actions."""
        quiet: dict[str, Callable[[], None]] = {
            "next": lambda: self._model.step(1),
            "previous": lambda: self._model.step(-1),
            "platform": lambda: self._model.look_at(self._model.platform + 1),
            "zoom_in": lambda: self._photo.zoom(ZOOM_STEP),
            "zoom_out": lambda: self._photo.zoom(1 / ZOOM_STEP),
            "fit": self._photo.fit,
            "name": lambda: self._panel.name_box.setFocus(Qt.FocusReason.ShortcutFocusReason),
            "draw": lambda: self._drawing.take(Tool.BOX),
            "lasso": lambda: self._drawing.take(Tool.LASSO),
            "brush": self._take_brush,
            "compare": lambda: self._photo.compare(on=not self._photo.comparing),
            "keys": show_keys,
            "undo": self._model.corrections.undo,
            "redo": self._model.corrections.redo,
        }
        acts: dict[str, Callable[[], None]] = {
            "accept": self.accept,
            "accept_all": self.accept_all,
            "first": lambda: self._panel.take(0),
            "second": lambda: self._panel.take(1),
            "third": lambda: self._panel.take(2),
            "not_listed": self.not_listed,
            "cover": self.cover,
            "show": self.show_again,
            "remove": self.remove,
        }
        return quiet | {name: self._when_idle(act) for name, act in acts.items()}

    def answers(self) -> tuple[str, ...]:
        """The names of the actions that mean something for what is in focus."""
        sighting = self._model.sighting
        if sighting is None:
            return ("accept",)
        of_people = ("accept_all", "not_listed") if sighting.what in correct.PEOPLE else ()
        return ("accept", *of_people, "remove", "cover", "show")

    def has_a_question(self) -> bool:
        """Whether what is in focus waits to be accepted; else the same key goes on."""
        sighting = self._model.sighting
        return (
            sighting is not None
            and sighting.what in correct.PEOPLE
            and sighting.certainty in {Certainty.SUGGESTED, Certainty.UNSURE}
        )

    def _when_idle(self, act: Callable[[], None]) -> Callable[[], None]:
        return lambda: self._model.corrections.when_idle(act)

    def _take_brush(self) -> None:
        self._drawing.take(Tool.BRUSH)
        if self._photo.tool is Tool.BRUSH:
            self._say(
                self.tr(
                    "Paint with the mouse; the wheel sizes the brush. By keyboard: the arrows move it, [ and ] size "
                    "it, Enter puts it down and lifts it, Escape puts it away."
                )
            )

    def accept(self) -> None:
        """Take what is suggested, and go on; an unsure face is never taken by Enter alone."""
        if self._photo.tool is not Tool.NONE:
            self._photo.press()
            return
        sighting = self._model.sighting
        if sighting is not None and sighting.what in correct.PEOPLE and sighting.people:
            if sighting.certainty is Certainty.SUGGESTED:
                self.choose(sighting.people[0])
                return
            if sighting.certainty is Certainty.UNSURE:
                self._say(
                    self.tr("Not clear who this is: choose with 1 to 3, type a name (N), or Backspace.")
                )
                return
        self._model.go_on()

    def accept_all(self) -> None:
        """Every suggestion of this photo at once; what is unsure stays open."""

        def edit(sightings: correct.Sightings) -> correct.Sightings:
            for sighting in sightings:
                if (
                    sighting.what in correct.PEOPLE
                    and sighting.certainty is Certainty.SUGGESTED
                    and sighting.people
                ):
                    now = correct.find(sightings, sighting.region)
                    if now.certainty is Certainty.SUGGESTED:
                        sightings = correct.confirm(sightings, now.region, now.people[0])
            return sightings

        self._model.correct(edit, then=lambda _changed: self._model.go_on())

    def choose(self, person: str) -> None:
        """This region is this person."""
        sighting = self._model.sighting
        if sighting is None:
            return
        region = sighting.region
        self._photo.setFocus(Qt.FocusReason.OtherFocusReason)

        def confirmed(changed: Changed) -> None:
            self.named.emit(person, changed.step.changes[0].photo)
            self._model.go_on()

        self._model.correct(
            lambda sightings: correct.confirm(sightings, region, PersonId(person)), then=confirmed
        )

    def not_listed(self) -> None:
        """No one on the register."""
        sighting = self._model.sighting
        if sighting is None or sighting.what not in correct.PEOPLE:
            self._say(self.tr("Choose a person first."))
            return
        region, taken_for = sighting.region, sighting.people[:2]

        def answered(changed: Changed) -> None:
            if taken_for:
                self.ruled_out.emit(taken_for, changed.step.changes[0].photo)
            self._model.go_on()

        self._model.correct(lambda sightings: correct.not_listed(sightings, region), then=answered)

    def cover(self) -> None:
        """Cover this on every platform."""
        self._with_region(lambda region: lambda sightings: correct.cover(sightings, region))

    def show_again(self) -> None:
        """Take back what was decided by hand; where the rules cover it, say why, or ask why they are wrong.

        No one is shown without a live permission; only what is nobody's can be set aside, and with a reason.
        """
        sighting = self._model.sighting
        if sighting is None:
            self._say(self.tr("Choose someone or something in the photo first."))
        elif sighting.mark is Mark.NONE and sighting.what in NOBODYS and sighting.origin is Origin.FOUND:
            self._ask_why(sighting)
        else:
            region = sighting.region
            self._model.correct(
                lambda sightings: correct.uncover(sightings, region), then=lambda _changed: self._told(region)
            )

    def _told(self, region: str) -> None:
        """Why the rules cover it all the same."""
        decision, batch = self._model.decision, self._model.batch
        if decision is None or batch is None:
            return
        one = next((d for d in decision.decisions if d.region == region), None)
        if one is not None and one.outcome is not Outcome.SHOW:
            platform = batch.platforms[self._model.platform].name
            self._say(reason(one.outcome, one.why, platform))

    def remove(self) -> None:
        """Nothing here, or away with what was drawn; a second time brings it back."""
        sighting = self._model.sighting
        if sighting is None:
            return
        if sighting.mark is Mark.DISMISSED:
            self._with_region(lambda region: lambda sightings: correct.uncover(sightings, region))
        elif sighting.origin is Origin.BY_HAND:
            self._with_region(lambda region: lambda sightings: correct.remove(sightings, region))
        elif sighting.what is What.AREA:
            self._say(self.tr("This cannot be removed."))
        else:
            self._ask_why(sighting)

    def _ask_why(self, sighting: Sighting) -> None:
        """What was covered is seen from now on, so the second person is told why; Escape leaves it covered."""
        region = sighting.region
        menu = QMenu(self._photo)
        for because in correct.reasons_for(sighting.what):
            action = menu.addAction(why_words(BECAUSE[because]))
            action.triggered.connect(
                lambda _checked=False, said=because: self._model.correct(
                    lambda sightings: correct.dismiss(sightings, region, said)
                )
            )
        popup_under(menu, self._photo, sighting.box)

    def _not_clear(self, meant: int) -> None:
        if meant:
            self._say(self.tr("Several people are called that: choose with the arrow keys, or type on."))
        else:
            self._say(self.tr("No one on the register is called that. Try another part of the name."))

    def _with_region(
        self, edit_of: Callable[[RegionId], Callable[[correct.Sightings], correct.Sightings]]
    ) -> None:
        sighting = self._model.sighting
        if sighting is None:
            self._say(self.tr("Choose someone or something in the photo first."))
            return
        self._model.correct(edit_of(sighting.region))
