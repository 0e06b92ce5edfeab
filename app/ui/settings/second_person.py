"""A second person agrees at the same desk, with a password of their own, before a protection is loosened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.ui.theme import Theme
from app.ui.widgets.ask_dialog import AskDialog
from app.ui.widgets.notice import Tone


class SecondPersonDialog(AskDialog):
    """`act` is called with the user name and the password that were typed; neither is kept."""

    def __init__(self, theme: Theme, words: str, act: Callable[[str, str], None], *, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.say(self.tr("Two people agree"), self.tr("Agree and change"), words)
        self._act = act
        self.user_name = self.form.line(self.tr("&User name of the second person"))
        self.password = self.form.line(self.tr("&Password of the second person"), secret=True)

    def try_it(self) -> None:
        user_name, password = self.user_name.text().strip(), self.password.text()
        self.password.clear()
        if not user_name or not password:
            self.notice.say(self.tr("Fill in every field."), Tone.ATTENTION)
            return
        self._act(user_name, password)
        self.accept()
