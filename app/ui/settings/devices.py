"""Devices: from which cameras, cards, phones and folders photos may come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton

from app.ui.desk import Desk
from app.ui.marked import QT_TRANSLATE_NOOP
from app.ui.people_words import day
from app.ui.settings.section import SettingsSection
from app.ui.theme import SMALL, Theme
from app.ui.widgets.flow_layout import FlowLayout
from app.ui.widgets.records_table import Record, RecordsTable
from consent.devices import Device, Standing

if TYPE_CHECKING:
    from app.services import Services

STANDINGS: dict[Standing, str] = {
    Standing.OWN: QT_TRANSLATE_NOOP("devices", "the school's own: originals stay"),
    Standing.APPROVED: QT_TRANSLATE_NOOP("devices", "approved: originals go when they are safe"),
    Standing.UNKNOWN: QT_TRANSLATE_NOOP("devices", "not known yet"),
    Standing.REFUSED: QT_TRANSLATE_NOOP("devices", "refused"),
}


class DevicesSection(SettingsSection):
    """A device stands here as soon as someone tried to bring photos in from it."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self.begin_with(
            self.tr("Devices"),
            self.tr("A card, a phone or a folder stands here once someone chose it under Bring in."),
        )
        self._devices: dict[str, Device] = {}
        self.table = RecordsTable(self.tr("Devices"), self)
        self.table.setMinimumHeight(theme.pixels(240))
        self.table.when_empty(self.tr("No device was chosen yet. Choose a card or a folder under Bring in."))
        self.own = QPushButton(self.tr("It is the school's own"), self)
        self.approve = QPushButton(self.tr("Approve it"), self)
        self.refuse = QPushButton(self.tr("Refuse it"), self)
        buttons = FlowLayout(spacing=SMALL)
        for button, standing in (
            (self.own, Standing.OWN),
            (self.approve, Standing.APPROVED),
            (self.refuse, Standing.REFUSED),
        ):
            buttons.addWidget(button)
            button.clicked.connect(lambda _checked=False, value=standing: self._judge(value))
        self.body.addWidget(self.table, 1)
        self.body.addLayout(buttons)

    def enter(self) -> None:
        self.desk.ask(_read, done=self._show, failed=self.tell)

    def put_away(self) -> None:
        self._devices.clear()
        self.table.fill((), ())

    def _show(self, devices: Sequence[Device]) -> None:
        if self.desk.is_locked:
            return
        self._devices = {device.id: device for device in devices}
        columns = (
            self.tr("Device"), self.tr("Owner"), self.tr("Standing"), self.tr("Until"), self.tr("Last seen as")
        )  # fmt: skip
        self.table.fill(
            columns,
            [
                Record(
                    one.id,
                    (
                        one.name,
                        one.owner or "–",
                        QCoreApplication.translate("devices", STANDINGS[one.standing]),
                        day(one.approved_until) or "–",
                        one.location,
                    ),
                )
                for one in devices
            ],
        )
        self.table.fit_columns()
        for button in (self.own, self.approve, self.refuse):
            button.setEnabled(bool(devices))

    def _judge(self, standing: Standing) -> None:
        device = self._devices.get(self.table.current())
        if device is None:
            return

        def judge(services: Services) -> None:
            from app.steps.device import judge_device  # noqa: PLC0415

            judge_device(services, device, standing)

        self.do(judge, self.tr("Changed."))


def _read(services: Services) -> Sequence[Device]:
    return services.store.register.devices()
