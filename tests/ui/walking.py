"""Walks through every page and dialog of the window, and looks at what a person would stumble over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTabBar,
    QTableView,
    QTextBrowser,
    QWidget,
)

from app.choosing import OnDevice
from app.ui.deliver_dialogs import AddressDialog, ArrivedDialog
from app.ui.history_dialogs import GoneDialog, KnownDialog, WrongDialog
from app.ui.main_window import MainWindow
from app.ui.pages.gate import GatePage
from app.ui.pages.join_register import JoinRegisterPage
from app.ui.pages.people import PeoplePage
from app.ui.pages.recovery import RecoveryPage
from app.ui.pages.set_up import MATCHING, SetUpPage
from app.ui.pages.settings import SettingsPage
from app.ui.people.answer_dialog import AnswerDialog
from app.ui.people.change_dialog import ChangePersonDialog
from app.ui.people.joining_dialogs import MergeDialog, SplitDialog
from app.ui.people.person_papers import ScanDialog
from app.ui.people.small_dialogs import LeavingDialog, NeverPublishDialog, NewPersonDialog, ToldDialog
from app.ui.settings.destinations import DestinationDialog
from app.ui.settings.second_person import SecondPersonDialog
from app.ui.settings.sections import SECTIONS
from app.ui.settings.staff import FirstPasswordDialog, InviteDialog, TrainingDialog
from app.ui.settings.standing_in import StandInDialog, StandingIn
from app.ui.widgets.choose_photos import ChoosePhotosDialog
from app.ui.widgets.help_window import PAGES, HelpWindow
from app.ui.widgets.keys_dialog import KeysDialog
from app.ui.widgets.records_table import RecordsTable
from consent.accounts import AccountId
from consent.deliveries import Delivery, Sent
from consent.publications import Publication
from tests.factories import NOW
from tests.ui.conftest import BATCH, WEBSITE, Desktop

CONTROLS = (
    QAbstractButton, QLineEdit, QComboBox, QListView, QTableView, QAbstractSpinBox, QPlainTextEdit, QTextBrowser,
    QTabBar,
)  # fmt: skip


def doors(window: MainWindow) -> Iterator[str]:
    """What is shown before anyone has signed in, page by page."""
    yield "sign in"
    window.sign_in.forgot.click()
    yield "recovery"
    window.findChildren(RecoveryPage)[-1]._leave()
    window.first_start.set_up_wanted.emit()
    page = window.findChildren(SetUpPage)[-1]
    for step in range(MATCHING + 1):
        page._turn(step)
        yield f"set up {step}"
    page.cancelled.emit()
    yield "first start"
    for address in ("", "postgresql://green@server.school/greenlight"):
        window.sign_in.server_wanted.emit(address)
        yield f"join {'anew' if address else 'a register'}"
        window.findChildren(JoinRegisterPage)[-1].left.emit()


def stops(desktop: Desktop, scratch: Path) -> Iterator[tuple[str, QWidget]]:
    """Every page and dialog in turn, each with its name, shown and at rest."""
    window = desktop.window

    def shown(name: str) -> tuple[str, QWidget]:
        desktop.settle()
        return name, window

    for name in doors(window):
        yield shown(name)
    window._whole.setCurrentWidget(window.sign_in)
    desktop.sign_in("all")
    put_a_doubtful_copy(desktop, scratch)
    for name in ("home", "bring_in", "review", "approve", "deliver", "people"):
        window.go(name)
        yield shown(name)
    people = window.page("people")
    assert isinstance(people, PeoplePage)
    people.open_person("anna")
    for tab in range(4):
        people.person_card.tabs.setCurrentIndex(tab)
        yield shown(f"person {tab}")
    people.show_list()
    desktop.settle()
    people.show_import()
    yield shown("import 1")
    roll = scratch / "roll.csv"
    roll.write_text("UPN,Legal name,Reg,Website\n1,Dora New,4A,yes\n", "utf-8")
    people.import_page.open_file(roll)
    desktop.settle()
    people.import_page.form.add_consent()
    yield shown("import 2")
    people.import_page.form._remove(people.import_page.form.consents[0])
    people.import_page.look.click()
    yield shown("import 3")
    people.import_page.leave.click()
    for report in ("posts", "takedown", "gone", "addresses", "due", "incidents", "deletions", "log"):
        window.go("history", report)
        yield shown(f"history {report}")
    settings = window.page("settings")
    assert isinstance(settings, SettingsPage)
    for section in SECTIONS:
        window.go("settings", section.page)
        yield shown(f"settings {section.page}")
    yield from dialogs(desktop)
    window._stop_at_gate()
    yield shown("gate: policy")
    gate = window.findChildren(GatePage)[-1]
    gate.stack.setCurrentIndex(0)
    yield shown("gate: password")


def put_a_doubtful_copy(desktop: Desktop, folder: Path) -> None:
    """Of which it is not known whether it arrived, so that its card is walked past as well."""
    photo = next((one.id for one in desktop.store.ledger.photos(BATCH)), None)
    if photo is not None:
        staff = AccountId("office"), AccountId("head")
        post = Publication(photo, WEBSITE, "b2.jpg", "0" * 64, (), *staff, NOW, str(folder))
        desktop.store.outbox.put_delivery(Delivery(post, Sent.DOUBTFUL, staff[0], NOW))


def dialogs(desktop: Desktop) -> Iterator[tuple[str, QWidget]]:
    """Every dialog, open above the window."""
    window, theme = desktop.window, desktop.window.theme
    person = desktop.store.register.people()[0]
    platforms = desktop.store.register.platforms()
    today = date(2026, 9, 1)
    made: tuple[tuple[str, Callable[[], QDialog]], ...] = (
        (
            "answer",
            lambda: AnswerDialog(
                theme, (person,), platforms, today=today, act=lambda _x: None, parent=window
            ),
        ),
        ("new person", lambda: NewPersonDialog(theme, lambda *_x: None, parent=window)),
        ("change", lambda: ChangePersonDialog(theme, person, lambda _x: None, parent=window)),
        (
            "merge",
            lambda: MergeDialog(theme, person, {}, platforms, act=lambda _x: None, parent=window),
        ),
        ("split", lambda: SplitDialog(theme, "A", platforms, lambda: None, parent=window)),
        ("scan", lambda: ScanDialog(theme, "A", today, act=lambda *_x: None, parent=window)),
        ("leaving", lambda: LeavingDialog(theme, "A", today, act=lambda _x: None, parent=window)),
        ("told", lambda: ToldDialog(theme, "A", today, act=lambda *_x: None, parent=window)),
        (
            "never publish",
            lambda: NeverPublishDialog(theme, "A", lifts=False, act=lambda *_x: None, parent=window),
        ),
        ("gone", lambda: GoneDialog(theme, lambda *_x: None, parent=window)),
        ("arrived", lambda: ArrivedDialog(theme, lambda _x: None, parent=window)),
        ("address", lambda: AddressDialog(theme, "A", 3, act=lambda *_x: None, parent=window)),
        ("wrong", lambda: WrongDialog(theme, lambda _x: None, parent=window)),
        ("known", lambda: KnownDialog(theme, lambda _x: None, parent=window)),
        ("destination", lambda: DestinationDialog(theme, lambda *_x: None, parent=window)),
        ("invite", lambda: InviteDialog(theme, lambda *_x: None, parent=window)),
        ("training", lambda: TrainingDialog(theme, "A", act=lambda _x: None, parent=window)),
        ("first password", lambda: FirstPasswordDialog(theme, act=lambda _x: None, parent=window)),
        ("second person", lambda: SecondPersonDialog(theme, "A", lambda *_x: None, parent=window)),
        (
            "stand in",
            lambda: StandInDialog(theme, StandingIn((), (), today), lambda *_x: None, parent=window),
        ),
        (
            "choose photos",
            lambda: ChoosePhotosDialog(
                theme,
                [OnDevice(f"{n}.jpg", f"{n}.jpg", 1, NOW, is_new=n < 2) for n in range(3)],
                None,
                lambda _x: None,
                parent=window,
            ),
        ),
        ("keys", lambda: KeysDialog(theme, window)),
        *((f"help {page}", lambda p=page: HelpWindow(theme, p, window)) for page in PAGES),
    )
    for name, make in made:
        dialog = make()
        dialog.show()
        desktop.settle()
        yield f"dialog {name}", dialog
        dialog.close()
        QApplication.processEvents()


# what a person would stumble over


def seen(root: QWidget, *kinds: type[QWidget]) -> list[QWidget]:
    """The widgets of these kinds that are on the screen and no parts of Qt's own."""
    found: list[QWidget] = []
    for kind in kinds:
        found += [
            widget
            for widget in root.findChildren(kind)
            if widget.isVisible()
            and not widget.objectName().startswith("qt_")
            and not isinstance(widget.parent(), QComboBox | QAbstractSpinBox | QTabBar | QTableView)
            and "Completer" not in type(widget.parent()).__name__
            and type(widget).__name__ != "QComboBoxListView"
        ]
    return list(dict.fromkeys(found))


def words_of(widget: QWidget) -> str:
    """What is written on a widget."""
    if isinstance(widget, QLabel | QAbstractButton):
        return widget.text()
    return widget.title() if isinstance(widget, QGroupBox) else ""


def nameless(root: QWidget) -> list[str]:
    """Controls without a name for a screen reader."""
    return [
        type(control).__name__
        for control in seen(root, *CONTROLS)
        if not (control.accessibleName() or words_of(control)).strip()
    ]


def unreachable(root: QWidget) -> list[str]:
    """Controls that can be used, but not be reached by the Tab key."""
    return [
        control.accessibleName() or words_of(control)
        for control in seen(root, *CONTROLS)
        if control.isEnabled()
        and not control.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(control.parent(), QLineEdit)
        and not isinstance(control, QRadioButton)  # arrows go from one to the next
    ]


def clipped(root: QWidget) -> list[str]:
    """Texts for which there is not enough room."""
    found: list[str] = []
    for label in seen(root, QLabel):
        assert isinstance(label, QLabel)
        if not label.text() or type(label).__name__ == "ElidedLabel":
            continue
        if label.wordWrap():
            needed = label.heightForWidth(label.width())
            if needed > label.height() + 1:
                found.append(f"{label.text()[:60]!r}: {label.height()} of {needed} high")
        widest = max(
            label.fontMetrics().horizontalAdvance(part.replace("&", ""))
            for part in (label.text().split() if label.wordWrap() else label.text().splitlines() or [""])
        )
        if widest > label.width() + 1:
            found.append(f"{label.text()[:60]!r}: {label.width()} of {widest} wide")
    for button in seen(root, QPushButton, QCheckBox, QRadioButton):
        needed = button.sizeHint().width()
        if words_of(button) and needed > button.width() + 1:
            found.append(f"{words_of(button)!r}: {button.width()} of {needed} wide")
    return found


def outside(root: QWidget) -> list[str]:
    """Controls of a page that lie beyond its right edge, where nothing scrolls to them."""
    found = []
    for widget in seen(root, *CONTROLS, QLabel):
        right = widget.mapTo(root, widget.rect().topRight()).x()
        if right > root.width() + 1 and not any(isinstance(p, RecordsTable) for p in parents(widget)):
            found.append(f"{words_of(widget)[:40] or widget.accessibleName()}: {right} of {root.width()}")
    return found


def parents(widget: QWidget) -> Iterator[QWidget]:
    while (above := widget.parentWidget()) is not None:
        yield above
        widget = above


def texts(root: QWidget) -> set[str]:
    """Everything that can be read, also by a screen reader."""
    found: set[str] = set()
    for widget in seen(
        root, QLabel, QAbstractButton, QGroupBox, QLineEdit, QComboBox, QTabBar, QTableView, QListView
    ):
        found |= {words_of(widget), widget.accessibleName(), widget.accessibleDescription()}
        if isinstance(widget, QLineEdit):
            found.add(widget.placeholderText())
        if isinstance(widget, QComboBox):
            found |= {widget.itemText(row) for row in range(widget.count())}
        if isinstance(widget, QTabBar):
            found |= {widget.tabText(row) for row in range(widget.count())}
        if isinstance(widget, RecordsTable):
            found |= set(widget.rows.columns)
    return {text for text in found if text.strip()}
