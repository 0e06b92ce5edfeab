"""Where copies go: a folder, a server of the school's, or its website; each tried before it is used."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QWidget

from app.ui.desk import Desk
from app.ui.marked import QT_TRANSLATE_NOOP
from app.ui.settings.section import SettingsSection
from app.ui.theme import SMALL, Theme
from app.ui.widgets.ask_dialog import AskDialog
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.notice import Tone
from app.ui.widgets.picker import Picker
from app.ui.widgets.records_table import Record, RecordsTable
from consent.destinations import DestinationId, DestinationKind, DestinationRecord
from consent.platforms import Platform, PlatformId

if TYPE_CHECKING:
    from app.services import Services

# ruff: noqa: PLC0415 - the libraries for servers are loaded with the first one

KINDS: dict[DestinationKind, str] = {
    DestinationKind.FOLDER: QT_TRANSLATE_NOOP("destinations", "A folder"),
    DestinationKind.SFTP: QT_TRANSLATE_NOOP("destinations", "A server by SFTP"),
    DestinationKind.WEBDAV: QT_TRANSLATE_NOOP("destinations", "Nextcloud or SharePoint (WebDAV)"),
    DestinationKind.SMB: QT_TRANSLATE_NOOP("destinations", "A network share (SMB)"),
    DestinationKind.S3: QT_TRANSLATE_NOOP("destinations", "A bucket (S3)"),
    DestinationKind.WORDPRESS: QT_TRANSLATE_NOOP("destinations", "A website with WordPress"),
    DestinationKind.BY_HAND: QT_TRANSLATE_NOOP("destinations", "A folder from which someone posts by hand"),
}


def kind_words(kind: DestinationKind) -> str:
    """One kind, in the language in force."""
    return QCoreApplication.translate("destinations", KINDS[kind])


@dataclass(frozen=True, slots=True)
class DestinationsView:
    """Every destination, and the platforms with where their copies go."""

    records: Sequence[DestinationRecord]
    platforms: Sequence[Platform]


class DestinationsSection(SettingsSection):
    """A platform without a destination asks for a folder each time."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self.begin_with(
            self.tr("Where copies go"),
            self.tr(
                "A platform without a destination asks for a folder each time. Passwords stay in the register."
            ),
        )
        self._view = DestinationsView((), ())
        self.table = RecordsTable(self.tr("Destinations"), self)
        self.table.setMinimumHeight(theme.pixels(200))
        self.table.when_empty(
            self.tr("No destination yet. Add one where copies are sent again and again, such as the website.")
        )
        self.add = QPushButton(self.tr("Add a destination…"), self)
        self.test = QPushButton(self.tr("Try it"), self)
        self.remove = QPushButton(self.tr("Remove…"), self)
        self.platforms = Picker(self.tr("Platform"), self)
        self.targets = Picker(self.tr("Its copies go to"), self)
        self.link = QPushButton(self.tr("Send its copies there"), self)
        first, second = FlowLayout(spacing=SMALL), FlowLayout(spacing=SMALL)
        for part in (self.add, self.test, self.remove):
            first.addWidget(part)
        for picker in (self.platforms, self.targets, self.link):
            second.addWidget(picker)
        self.body.addWidget(self.table, 1)
        self.body.addLayout(first)
        self.body.addWidget(self.heading(self.tr("Platforms"), name="heading"))
        self.body.addLayout(second)
        self.add.clicked.connect(lambda _checked=False: self._ask())
        self.test.clicked.connect(lambda _checked=False: self._test())
        self.remove.clicked.connect(lambda _checked=False: self._ask_remove())
        self.link.clicked.connect(lambda _checked=False: self._link())
        self.platforms.currentIndexChanged.connect(lambda _index: self._show_target())

    def enter(self) -> None:
        self.desk.ask(_read, done=self._show, failed=self.tell)

    def put_away(self) -> None:
        self.table.fill((), ())

    def _show(self, view: DestinationsView) -> None:
        if self.desk.is_locked:
            return
        self._view = view
        columns = (
            self.tr("Name"),
            self.tr("Kind"),
            self.tr("Address"),
            self.tr("Folder"),
            self.tr("Used by"),
        )
        self.table.fill(
            columns,
            [
                Record(
                    one.id,
                    (
                        one.name,
                        kind_words(one.kind),
                        one.address or "–",
                        one.folder or "–",
                        ", ".join(p.name for p in view.platforms if p.destination == one.id) or "–",
                    ),
                )
                for one in view.records
            ],
        )
        self.table.fit_columns()
        for button in (self.test, self.remove):
            button.setEnabled(bool(view.records))
        self.platforms.offer([(one.id, one.name) for one in view.platforms])
        self.targets.offer(
            [
                ("", self.tr("a folder that is chosen each time")),
                *((one.id, one.name) for one in view.records),
            ]
        )
        self._show_target()

    def _show_target(self) -> None:
        platform = next((one for one in self._view.platforms if one.id == self.platforms.value), None)
        if platform is not None:
            self.targets.pick(platform.destination)

    def _ask(self) -> None:
        DestinationDialog(self.theme, self._put, parent=self).open()

    def _put(self, record: DestinationRecord, secret: str) -> None:
        def put(services: Services) -> None:
            from app.posts import places

            kept = record
            if record.kind is DestinationKind.SFTP and not record.pinned:
                key = places.host_key(record.address)
                kept = DestinationRecord(
                    record.id, record.name, record.kind, record.address, record.folder, record.user, key
                )
            places.put_destination(services, kept, secret or None)

        self.do(put, self.tr("Added. Try it before it is used."))

    def _test(self) -> None:
        chosen = DestinationId(self.table.current())
        self.notice.say(self.tr("Writing a small file, reading it back, removing it…"))

        def tried(services: Services) -> None:
            from app.posts import places

            places.test_destination(services, chosen)

        self.desk.begin(
            tried,
            done=lambda _none: self.notice.say(self.tr("It works."), Tone.GOOD),
            failed=self.tell,
            progressed=lambda _step: None,
            stopped=lambda: None,
            lane=self.desk.side,
        )

    def _ask_remove(self) -> None:
        chosen = DestinationId(self.table.current())

        def removed(services: Services) -> None:
            from app.posts import places

            places.remove_destination(services, chosen)

        self.confirm(
            self.tr("Remove this destination and its password? What was sent there stays there."),
            self.tr("Remove"),
            many=1,
            act=lambda: self.do(removed, self.tr("Removed.")),
        )

    def _link(self) -> None:
        platform, target = PlatformId(self.platforms.value), self.targets.value

        def linked(services: Services) -> None:
            from app.posts import places

            places.send_platform_to(services, platform, DestinationId(target) if target else None)

        self.do(linked, self.tr("Changed."))


class DestinationDialog(AskDialog):
    """A new destination; its password is kept in the encrypted register alone."""

    def __init__(
        self, theme: Theme, act: Callable[[DestinationRecord, str], None], *, parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self.say(self.tr("Add a destination"), self.tr("Add"))
        self._act = act
        self.kind = Picker(self.tr("Kind"), self)
        self.kind.offer([(one.value, kind_words(one)) for one in DestinationKind])
        self.form.add(self.tr("&Kind"), self.kind)
        self.name = self.form.line(self.tr("&Name"))
        self.address = self.form.line(self.tr("&Address"), tip=self.tr("Not for folders"))
        self.folder = self.form.line(self.tr("&Folder"), tip=self.tr("For a share or bucket: its name first"))
        self.user = self.form.line(self.tr("&User name"))
        self.secret = self.form.line(self.tr("&Password"), secret=True)

    def try_it(self) -> None:
        if not self.name.text().strip():
            self.notice.say(self.tr("Type a name."), Tone.ATTENTION)
            return
        record = DestinationRecord(
            DestinationId(secrets.token_hex(8)),
            self.name.text().strip(),
            DestinationKind(self.kind.value),
            self.address.text().strip(),
            self.folder.text().strip(),
            self.user.text().strip(),
        )
        secret = self.secret.text()
        self.secret.clear()
        self._act(record, secret)
        self.accept()


def _read(services: Services) -> DestinationsView:
    from app.posts import places

    return DestinationsView(places.destinations(services), services.store.register.platforms())
