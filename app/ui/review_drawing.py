"""Drawing, moving and resizing in the review: the hand's line becomes a region of the photo."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from app import correct
from app.ui.corrections import Changed
from app.ui.review_model import ReviewModel
from app.ui.why import KINDS
from app.ui.why import words as why_words
from app.ui.widgets.brush import Outline
from app.ui.widgets.face_panel import FacePanel
from app.ui.widgets.gesture import BoxF, Tool
from app.ui.widgets.photo_view import PhotoView
from consent.sightings import RegionId, What

DRAWN = (What.FACE, What.PERSON, What.LIKELY_NAME, What.AREA)
"""What is drawn by hand may be one of these, the likeliest first."""


class ReviewDrawing(QObject):
    """Asks what was drawn; nothing is kept before that is answered."""

    def __init__(self, model: ReviewModel, photo: PhotoView, panel: FacePanel) -> None:
        super().__init__(photo)
        self._model, self._photo, self._panel = model, photo, panel
        photo.region_drawn.connect(self.drawn)
        photo.region_reshaped.connect(self.reshaped)

    def take(self, tool: Tool) -> None:
        """Take the tool in hand, or put it down again."""
        self._photo.take_tool(Tool.NONE if self._photo.tool is tool else tool)

    def reshaped(self, region: str, box: BoxF) -> None:
        """Moved or resized by hand."""
        self._model.correct(lambda sightings: correct.reshape(sightings, RegionId(region), box))

    def drawn(self, outline: Outline) -> None:
        """Ask what was drawn; the menu works by arrows and Enter, and Escape draws nothing."""
        menu = QMenu(self._photo)
        for what in DRAWN:
            action = menu.addAction(self._drawn_words(what))
            action.triggered.connect(lambda _checked=False, kind=what: self._add(kind, outline))
        popup_under(menu, self._photo, correct.box_of(outline))

    def _drawn_words(self, what: What) -> str:
        match what:
            case What.FACE:
                return self.tr("A face")
            case What.PERSON:
                return self.tr("A whole person, or someone from behind")
            case What.LIKELY_NAME:
                return self.tr("A name or other writing")
            case What.AREA:
                return self.tr("Something else to hide")
            case _:
                return why_words(KINDS[what])

    def _add(self, what: What, outline: Outline) -> None:
        def found(changed: Changed) -> None:
            (change,) = changed.step.changes
            before = {sighting.region for sighting in change.before}
            new = [s.region for s in change.after if s.region not in before]
            if new:
                self._model.put_focus(new[0])
                if what in correct.PEOPLE:
                    self._panel.name_box.setFocus(Qt.FocusReason.OtherFocusReason)

        self._model.correct(lambda sightings: correct.add(sightings, what, outline), then=found)


def popup_under(menu: QMenu, photo: PhotoView, box: BoxF) -> None:
    """Open a menu below a place of the photo, its first entry chosen; it is gone when it closes."""
    menu.setActiveAction(menu.actions()[0])
    menu.aboutToHide.connect(menu.deleteLater)
    x, y = photo.viewport.to_widget(box[0], box[3])
    menu.popup(photo.mapToGlobal(QPoint(round(x), round(y) + 8)))
