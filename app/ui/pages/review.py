"""Review: the photo large, who is in it, what happens to each on each platform, and every correction."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.correct import NAMES, PEOPLE
from app.ui.approve_words import note_line
from app.ui.bind import make_actions
from app.ui.bind import words as words_of
from app.ui.desk import Desk
from app.ui.job import Urgency
from app.ui.pages.published_peek import PublishedPeek
from app.ui.pages.review_frame import ReviewFrame
from app.ui.pages.thumbs import Thumbs
from app.ui.pages.two_faced import TwoFacedPage
from app.ui.pictures import THUMB, Shown
from app.ui.regions import head_line, in_order, open_regions, regions_of
from app.ui.review_acts import ReviewActs
from app.ui.review_asking import ReviewAsking
from app.ui.review_captions import ReviewCaptions
from app.ui.review_delete import ReviewDelete
from app.ui.review_faces import OfferedFaces
from app.ui.review_model import ReviewModel
from app.ui.review_same import SamePerson, WhoStays
from app.ui.review_words import frames_of, offers_for, tabs_of
from app.ui.theme import Theme
from app.ui.widgets.keys_dialog import KeysDialog
from app.ui.widgets.region_mark import RegionMark
from consent.publications import BatchId, PhotoId


class ReviewPage(TwoFacedPage):
    """Joins the model to its widgets."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self.model = ReviewModel(desk, self)
        self.frame = ReviewFrame(theme, self.notice, self)
        self._thumbs = Thumbs(desk, self.frame.strip)
        self.put_work(self.frame)
        self._regions: tuple[RegionMark, ...] = ()
        self._picture: Shown | None = None
        self._hint = ""
        self._peek = PublishedPeek(desk, self.model, self.frame.photo, failed=self.tell)
        self.same = SamePerson(self, self.model)
        self._offered = OfferedFaces(desk, self.model, self.frame.panel)
        self.hand = ReviewActs(self.model, self.frame.photo, self.frame.panel, say=self._say)
        self.hand.named.connect(self.same.named)
        self.hand.ruled_out.connect(self.same.ruled_out)
        self._stays = WhoStays(self, self.model, say=self._say)
        self.captions = ReviewCaptions(self, self.model, self.frame.words)
        self._asking = ReviewAsking(self, self.model, self.frame, self.captions)
        self._delete = ReviewDelete(self, self.model, stop=self._peek.stop, is_busy=self._asking.is_busy)
        self.actions_by_name = make_actions(
            self,
            self.hand.handlers(self._show_keys)
            | {
                "delete": self._delete.ask,
                "everyone": self._stays.ask,
                "same": self.same.ask,
                "words": self._turn_to_words,
                "ask": self._asking.ask,
            },
            photo_widgets=(self.frame.photo, self.frame.regions),
            theme=theme,
        )
        self.frame.take_actions(self.actions_by_name)
        self._connect()

    def _connect(self) -> None:
        model, frame = self.model, self.frame
        model.loaded.connect(self._loaded)
        model.photo_changed.connect(self._photo_changed)
        model.decided.connect(self._decided)
        model.focus_changed.connect(self._focus_changed)
        model.platform_changed.connect(self._decided)
        for moved in (model.focus_changed, model.photo_changed, model.decided):
            moved.connect(self._forget_hint)
        model.failed.connect(self.tell)
        model.grew.connect(self._grown)
        self.desk.waiting_changed.connect(self._look_for_more)
        frame.tabs.platform_chosen.connect(model.look_at)
        frame.strip.photo_chosen.connect(model.go)
        frame.regions.region_chosen.connect(model.put_focus)
        self.same.changed.connect(self._show_same)
        model.photo_changed.connect(self.captions.show)
        model.platform_changed.connect(self.captions.show)
        frame.words.left.connect(lambda: frame.turn_to_words(on=False))
        frame.peek.pressed.connect(lambda: frame.photo.peek(on=True))
        frame.peek.released.connect(lambda: frame.photo.peek(on=False))

    # coming and going

    def enter(self) -> None:
        if self.model.batch is not None:
            self.open(self.model.batch.batch.id)
            return
        line = next((one for one in self.desk.waiting.lines if one.to_review), None)
        if line is not None:
            self.open(line.batch.id)
        else:
            self._nothing()

    def enter_at(self, item: str) -> None:
        self.open(BatchId(item))

    def open(self, batch: BatchId) -> None:
        """Show a batch."""
        self.model.open(batch)

    def put_away(self) -> None:
        self._peek.stop()
        self.captions.put_away()
        self._picture, self._regions = None, ()
        self.frame.clear()

    def begin_anew(self) -> None:
        self.put_away()
        self.model.close()
        self.same.forget()
        self.notice.hide()

    def _nothing(self) -> None:
        self.show_empty(
            "review",
            self.tr("Nothing to review"),
            self.tr("Photos that are brought in wait here until everyone in them is named or covered."),
        )

    # showing

    def _loaded(self) -> None:
        batch = self.model.batch
        if batch is None or self.desk.is_locked:
            return
        if not batch.photos:
            self.model.close()
            self._nothing()
            return
        self.show_work()
        self.frame.panel.set_people(batch.people)
        self.frame.strip.set_frames(frames_of(batch), self.model.index)
        self._thumbs.fill()

    def _look_for_more(self) -> None:
        """More photos of this batch may have been looked at."""
        batch = self.model.batch
        if batch is None or not batch.unfinished or self.desk.is_locked or not self.isVisible():
            return
        line = next((one for one in self.desk.waiting.lines if one.batch.id == batch.batch.id), None)
        if line is not None and line.unfinished != batch.unfinished:
            self.model.grow()

    def _grown(self) -> None:
        if self._show_batch():  # and nothing is taken from under the hand
            self._thumbs.fill()

    def _photo_changed(self) -> None:
        view, batch = self.model.view, self.model.batch
        if view is None or batch is None or self.desk.is_locked:
            return
        pictures, services, photo = self.desk.pictures, self.desk.services, view.record.id
        pictures.cancel_large()
        self._picture = pictures.kept(photo) or pictures.kept(photo, THUMB)
        if self._picture is None:
            self.frame.photo.clear(self.tr("Opening the photo…"))
        else:
            self._put_picture()
        self._decided()
        self.frame.strip.go(self.model.index)
        pictures.photo(services, photo, lambda shown: self._arrived(photo, shown), failed=self.tell)
        for near in (self.model.index + 1, self.model.index - 1):
            if 0 <= near < len(batch.photos):
                neighbour = batch.photos[near].record.id
                pictures.photo(services, neighbour, lambda _shown: None, urgency=Urgency.SOON)
        if not self.frame.at_words:
            self.frame.photo.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arrived(self, photo: PhotoId, shown: Shown) -> None:
        view = self.model.view
        if self.desk.is_locked or view is None or view.record.id != photo:
            return
        self._picture = shown
        self._put_picture()
        self._show_regions()
        self._peek.refresh()

    def _put_picture(self) -> None:
        if self._picture is not None:
            full = (self._picture.full_width, self._picture.full_height)
            self.frame.photo.set_photo(self._picture.image, *full)

    def _decided(self) -> None:
        if self._show_batch():
            self._show_regions()
            self._peek.refresh()

    def _show_batch(self) -> bool:
        """Everything but the photo and its regions; whether there is anything to show."""
        view, batch = self.model.view, self.model.batch
        if view is None or batch is None or self.desk.is_locked:
            return False
        self.frame.tabs.set_tabs(tabs_of(batch, view), self.model.platform)
        self.frame.strip.set_frames(frames_of(batch), self.model.index)
        ready, waits = len(self.model.ready()), self.model.waiting()
        self.frame.show_batch(batch.batch.title, len(batch.photos), waits=waits, ready=ready)
        self.frame.show_unfinished(batch.unfinished)
        self.actions_by_name["undo"].setEnabled(self.model.corrections.can_undo)
        self.actions_by_name["redo"].setEnabled(self.model.corrections.can_redo)
        return True

    def _show_regions(self) -> None:
        view, batch, decision = self.model.view, self.model.batch, self.model.decision
        if view is None or batch is None or decision is None:
            return
        name = batch.platforms[self.model.platform].name
        self._regions = in_order(regions_of(view, decision, name, people=batch.people))
        self.frame.photo.set_regions(tuple(reversed(self._regions)))
        self.frame.photo.can_leave = not open_regions(view)
        self.frame.regions.set_regions(self._regions, self.model.focus)
        notes = batch.notes.get(view.record.id, ())
        self.frame.show_notes([note_line(note, batch, view.record) for note in notes])
        self.frame.heads.setText(head_line(decision.heads, len(open_regions(view))))
        self._focus_changed()

    def _focus_changed(self) -> None:
        focus, batch, sighting = self.model.focus, self.model.batch, self.model.sighting
        self.frame.photo.choose(focus)
        self.frame.regions.choose(focus)
        self.frame.panel.offer_answers(self.hand.answers())
        accept = self.actions_by_name["accept"]
        accept.setText(words_of("Accept") if self.hand.has_a_question() else self.tr("Go on"))
        mark = next((region for region in self._regions if region.region == focus), None)
        if mark is None or sighting is None or batch is None:
            self.frame.show_no_region(has_regions=bool(self._regions))
            return
        offers = offers_for(sighting, batch)
        self.frame.show_region(mark, self._picture, offers, named=sighting.what in PEOPLE | NAMES)
        self._offered.fetch()

    def _show_same(self) -> None:
        many = len(self.same.more()) if not self.desk.is_locked else 0
        self.actions_by_name["same"].setEnabled(many > 0)
        self.frame.show_same(self.same.name, many)

    def _turn_to_words(self) -> None:
        """To what is written beside the photo, and back."""
        self.frame.turn_to_words(on=not self.frame.at_words)
        self.captions.show()

    # saying

    def _say(self, words: str) -> None:
        """Something about whoever is in focus: it goes with the focus."""
        self._hint = words
        self.notice.say(words)

    def _forget_hint(self) -> None:
        if self._hint and self.notice.words == self._hint:
            self.notice.hide()
        self._hint = ""

    def _show_keys(self) -> None:
        KeysDialog(self.theme, self.window()).open()
