"""Takes a picture of every page of the real window on the demo school: python -m tests.ui.screenshots DIR.

The pictures are for our own eyes and are not kept in the repository, but for the three in the README, which
`--readme` renews. `--demo FOLDER` uses a demo school that stands already (its photos not yet brought in), else
one is made; `--all-looks` goes round once more in dark, high contrast, at 200 % and in Welsh.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog

from app.demo.report import DemoSchool, DemoStaff
from app.demo.school import STAFF, make_demo
from app.people.mapping import Speaker
from app.ui.appearance import Appearance
from app.ui.application import make_application, make_window
from app.ui.desk import real_doors
from app.ui.language import Language
from app.ui.main_window import MainWindow
from app.ui.pages.people import PeoplePage
from app.ui.pages.set_up import KEY, MATCHING, PLATFORMS, SetUpPage
from app.ui.pages.settings import SettingsPage
from app.ui.theme import Look
from tests.ui.driving import answer_photo, click, say_yes, see_everything, settle, sign_in, wait_until

NEVER = 2**30
NEW_WORDS = "copper lantern orchard"
ROLL = """School ID,Name,Class,Year,Parent 1,Photo on website
9001,Morwenna Featherstonehaugh-Cholmondeley,4 Oak,4,Ann Featherstonehaugh,yes
9002,Idris Test,4 Oak,4,Bea Test,no
9003,Nia Test,4 Oak,4,,perhaps
9004,,4 Oak,4,Dan Test,yes
"""
HELP = Path(__file__).resolve().parents[2] / "resources" / "help"
IN_README = {"review-1": "review", "approve": "approve", "person-0": "person"}
"""The pictures of the README, by the name of the page as the tour calls it."""
README_QUALITY = 85
HISTORY = ("posts", "takedown", "gone", "addresses", "due", "incidents", "deletions", "log")
WIDE, LARGE, NARROW = (1366, 768), (1920, 1080), (1024, 700)
LOOKS = (
    (Language.ENGLISH, Look.DARK, 100, WIDE),
    (Language.ENGLISH, Look.HIGH_CONTRAST, 100, WIDE),
    (Language.ENGLISH, Look.HIGH_CONTRAST, 200, WIDE),
    (Language.WELSH, Look.LIGHT, 200, WIDE),
    (Language.WELSH, Look.DARK, 125, LARGE),
    (Language.ENGLISH, Look.LIGHT, 100, NARROW),
)
"""Beside English, light, at 100 %."""
PATIENCE = 900.0
"""Seconds for the longest wait, the looking at all demo photos."""


class Camera:
    """Saves what the window shows, or the dialog above it."""

    def __init__(
        self, window: MainWindow, folder: Path, *, readme: Path | None = None, all_looks: bool = False
    ) -> None:
        self._window, self._folder, self._readme = window, folder, readme
        self._all_looks = all_looks
        self._number = 0
        self.note = ""

    def in_every_look(self, staff: DemoStaff, pages: Sequence[str]) -> None:
        """These pages once more in each look, of someone who is signed in; the look before comes back."""
        if not self._all_looks:
            return
        window, before, plain = self._window, self._window.size(), Appearance()
        for language, look, percent, size in LOOKS:
            self.note = f"-{language.value}-{look.value}-{percent}-{size[0]}"
            self._dress(Appearance(language, look, percent), QSize(*size))
            window.header.switch_wanted.emit()
            self.take("locked")
            sign_in(window, staff.user_name, staff.password, seconds=PATIENCE)
            for name in pages:
                window.go(name)
                settle(window, seconds=PATIENCE)
                self.take(name)
        self.note = ""
        self._dress(plain, before)

    def _dress(self, appearance: Appearance, size: QSize) -> None:
        self._window.appearance_wanted.emit(appearance)
        settle(self._window, seconds=PATIENCE)
        self._window.resize(size)  # the parts of the look before might need more room than that
        settle(self._window, seconds=PATIENCE)

    def take(self, name: str) -> None:
        """When the window has come to rest."""
        settle(self._window, seconds=PATIENCE)
        self.shoot(name)

    def shoot(self, name: str) -> None:
        """At once."""
        self._number += 1
        path = self._folder / f"{self._number:02d}-{name}{self.note}.png"
        picture = self._window.grab()
        for dialog in self._window.findChildren(QDialog):
            if dialog.isVisible():
                painter = QPainter(picture)
                middle = self._window.rect().center() - dialog.rect().center()
                painter.drawPixmap(middle, dialog.grab())
                painter.end()
        picture.save(str(path))
        print(path)
        if self._readme is not None and name in IN_README and not self.note:
            picture.save(str(self._readme / f"{IN_README[name]}.jpg"), "JPG", README_QUALITY)


def staff_of(school: DemoSchool, role: str) -> DemoStaff:
    """The first of the staff whose roles hold this word."""
    return next(one for one in school.staff if role in one.roles)


def tour(window: MainWindow, camera: Camera, school: DemoSchool) -> None:
    """Every page, in the order of the path."""
    office, head = staff_of(school, "office"), staff_of(school, "approver")
    camera.take("sign-in")
    sign_in(window, office.user_name, office.password, seconds=PATIENCE)
    if not window.desk.waiting.lines:
        camera.take("home-empty")
        bring_in(window, camera, school)
    window.go("home")
    camera.take("home")
    camera.in_every_look(office, ("home", "bring_in", "review"))
    window.go("review")
    wait_until(window.review.frame.photo.has_picture, seconds=PATIENCE)
    camera.take("review")
    review_all(window, camera)
    camera.take("review-answered")
    click(window.review.frame.ask)
    camera.take("review-asked")
    window.header.switch_wanted.emit()
    camera.take("locked")
    sign_in(window, head.user_name, head.password, seconds=PATIENCE)
    approve_and_deliver(window, camera, school, head)


def bring_in(window: MainWindow, camera: Camera, school: DemoSchool) -> None:
    """From the camera's card to the list of what could not be used."""
    window.go("bring_in")
    page = window.bring_in
    wait_until(lambda: bool(page.boxes))
    page.folder.line.setText(str(school.device))
    page.batch_title.setText("Sports day")
    for name in ("website", "facebook", "newsletter", "instagram"):
        for platform, box in page.boxes.items():
            if platform == name:
                box.setChecked(True)
    camera.take("bring-in")
    click(page.begin)
    wait_until(lambda: page.progress.bar.maximum() > 0 and page.progress.bar.value() > 3, seconds=PATIENCE)
    camera.shoot("bring-in-progress")
    camera.take("bring-in-done")


def approve_and_deliver(window: MainWindow, camera: Camera, school: DemoSchool, head: DemoStaff) -> None:
    """The head looks and says go live; the copies go out."""
    camera.take("home-of-the-head")
    camera.in_every_look(head, ("home", "approve"))
    window.go("approve")
    camera.take("approve")
    see_everything(window, seconds=PATIENCE)
    camera.take("approve-all-seen")
    click(window.approve.frame.all_live)
    say_yes(window)
    camera.take("approved")
    window.go("deliver")
    camera.take("deliver")
    window.deliver.folder.line.setText(str(school.out))
    click(window.deliver.begin)
    say_yes(window)
    camera.take("delivered")
    camera.in_every_look(head, ("deliver", "people", "history", "settings"))
    window.go("home")
    camera.take("home-at-the-end")


def review_all(window: MainWindow, camera: Camera) -> None:
    """Answer every question with the keys of the desk; some photos are looked at on the way."""
    model, photo = window.review.model, window.review.frame.photo
    for place in range(window.review.frame.strip.model().rowCount()):
        model.go(place)
        camera.take(f"review-{place}")
        answer_photo(window, seconds=PATIENCE)
    model.go(0)
    settle(window, seconds=PATIENCE)
    photo.peek(on=True)
    camera.take("review-as-published")
    photo.peek(on=False)


def keepers(window: MainWindow, camera: Camera, school: DemoSchool) -> None:
    """What lead and admin look after: people, history, settings."""
    lead = staff_of(school, "lead")
    window.header.switch_wanted.emit()
    sign_in(window, lead.user_name, lead.password, seconds=PATIENCE)
    camera.take("home-of-the-lead")
    people(window, camera)
    for report in HISTORY:
        window.go("history", report)
        camera.take(f"history-{report}")
    settings(window, camera)
    admin = staff_of(school, "admin")
    window.header.switch_wanted.emit()
    sign_in(window, admin.user_name, admin.password, seconds=PATIENCE)
    settings(window, camera)


def people(window: MainWindow, camera: Camera) -> None:
    """The register, one person's page, joining two records, the first step of the roll."""
    window.go("people")
    page = window.page("people")
    assert isinstance(page, PeoplePage)
    camera.take("people")
    page.open_person(page.register_list.table.rows.records[0].key)
    for tab in range(page.person_card.tabs.count()):
        page.person_card.tabs.setCurrentIndex(tab)
        camera.take(f"person-{tab}")
    for button, name in (
        (page.person_card.same, "joining"),
        (page.person_card.record, "answer"),
        (page.person_card.carers, "carers"),
    ):
        click(button)
        camera.take(f"person-{name}")
        shut_dialogs(window)
    page.show_list()
    settle(window, seconds=PATIENCE)
    bring_in_the_roll(page, camera)


def bring_in_the_roll(page: PeoplePage, camera: Camera) -> None:
    """Its three steps with a file of four people; nothing is taken over."""
    page.show_import()
    camera.take("roll")
    roll = page.import_page
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "roll.csv"
        file.write_text(ROLL, encoding="utf-8")
        roll.open_file(file)
        camera.take("roll-columns")
        roll.form.add_carer().column.pick("Parent 1")
        line = roll.form.add_consent()
        line.column.pick("Photo on website")
        next(iter(line.boxes.values())).setChecked(True)
        roll.form.answered_by.pick(Speaker.FIRST_CARER.value)
        camera.take("roll-answers")
        click(roll.look)
        camera.take("roll-changes")
    roll.leave.click()


def first_day(application: QApplication, folder: Path) -> None:
    """The first page of a computer without a school, and the six steps of setting one up."""
    with tempfile.TemporaryDirectory() as scratch:
        window = make_window(
            application,
            Path(scratch) / "store",
            doors=real_doors(),
            appearance=Appearance(),
            lock_after_ms=NEVER,
        )
        window.resize(*WIDE)
        window.show()
        camera = Camera(window, folder)
        camera.take("first-start")
        click(window.first_start.set_up)
        page = window.findChild(SetUpPage)
        assert page is not None
        page.school.setText("Alder Green Primary School")
        for field, words in (
            (page.people.name, "Rosalind Peverham"), (page.people.user_name, "admin"), (page.people.password, NEW_WORDS),
            (page.people.again, NEW_WORDS), (page.people.lead_name, "Tobias Merriwold"), (page.people.lead_user, "lead"),
            (page.people.lead_password, f"{NEW_WORDS} too"),
        ):  # fmt: skip
            field.setText(words)
        for step in range(MATCHING + 1):
            camera.take(f"set-up-{step + 1}")
            for box in page.findChildren(QCheckBox):
                if box.isVisible() and step in {PLATFORMS, KEY}:
                    box.setChecked(True)  # every platform; the key is typed back later
            click(page.next)
            settle(window, seconds=PATIENCE)
        camera.take("set-up-home")
        window.close()


def settings(window: MainWindow, camera: Camera) -> None:
    """Every section that this person may see."""
    window.go("settings")
    page = window.page("settings")
    assert isinstance(page, SettingsPage)
    for row in range(page.list.count()):
        page.list.setCurrentRow(row)
        name = page.list.item(row).data(Qt.ItemDataRole.UserRole)
        camera.take(f"settings-{name}")


def shut_dialogs(window: MainWindow) -> None:
    """Close what lies above the window."""
    for dialog in window.findChildren(QDialog):
        dialog.close()
    settle(window, seconds=PATIENCE)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--demo", type=Path)
    parser.add_argument("--look", type=Look, default=Look.LIGHT, choices=list(Look))
    parser.add_argument("--size", default="1366x768")
    parser.add_argument("--readme", action="store_true", help="also renew the pictures of the README")
    parser.add_argument("--all-looks", action="store_true", help="also dark, high contrast, large, Welsh")
    chosen = parser.parse_args(arguments)
    chosen.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        school = chosen.demo or Path(scratch)
        made = make_demo(school) if chosen.demo is None else standing(chosen.demo)
        os.environ.setdefault(
            "QT_QPA_PLATFORM", "offscreen"
        )  # keys reach a window that no desktop must make active
        application = make_application()
        window = make_window(
            application,
            made.store,
            doors=real_doors(),
            appearance=Appearance(look=chosen.look),
            lock_after_ms=NEVER,
        )
        width, height = (int(part) for part in chosen.size.split("x"))
        window.resize(width, height)
        window.show()
        camera = Camera(
            window, chosen.folder, readme=HELP if chosen.readme else None, all_looks=chosen.all_looks
        )
        tour(window, camera, made)
        keepers(window, camera, made)
        window.close()
        first_day(application, chosen.folder)
    return 0


def standing(folder: Path) -> DemoSchool:
    """A demo school that was made before."""
    return DemoSchool(
        folder, folder / "store", folder / "device", folder / "out", STAFF, people=0, templates=0
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
