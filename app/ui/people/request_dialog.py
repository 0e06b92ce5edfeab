"""The day on which someone asked for what is held about a person, and the day on which the answer went out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from app.ui.theme import Theme
from app.ui.widgets.ask_dialog import AskDialog
from app.ui.widgets.day_field import DayField


class RequestDialog(AskDialog):
    """Records a request, or with `waits` its answer."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        today: date,
        *,
        waits: bool,
        act: Callable[[date], None],
        parent: QWidget,
    ) -> None:
        super().__init__(theme, parent)
        if waits:
            self.say(
                self.tr("The answer about {name} went out").format(name=name),
                self.tr("Record"),
                self.tr("Then nothing is due any more. The log keeps the day."),
            )
        else:
            self.say(
                self.tr("Someone asked what is held about {name}").format(name=name),
                self.tr("Record"),
                self.tr("The answer is due a month after the day on which the request came."),
            )
        self._act = act
        self.day = DayField(today, self)
        self.day.not_after(today)
        self.form.add(self.tr("&Day of the answer") if waits else self.tr("&Day of the request"), self.day)

    def try_it(self) -> None:
        self._act(self.day.day)
        self.accept()
