"""Small questions of Deliver: a copy did arrive, and where a post that was made by hand can be seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QCheckBox, QWidget

from app.ui.count import counted
from app.ui.theme import Theme
from app.ui.widgets.ask_dialog import AskDialog
from app.ui.widgets.notice import Tone


class ArrivedDialog(AskDialog):
    """The copy is there: it counts as posted from now on."""

    def __init__(self, theme: Theme, act: Callable[[str], None], *, parent: QWidget) -> None:
        super().__init__(theme, parent)
        self.say(
            self.tr("The copy is there"),
            self.tr("It is there"),
            self.tr(
                "It counts as posted from now on, and is not sent again. Deliver the batch again for what is left."
            ),
        )
        self._act = act
        self.address = self.form.line(
            self.tr("&Address of the post"),
            tip=self.tr("So that it can be found and taken down; may be empty"),
        )

    def try_it(self) -> None:
        self._act(self.address.text().strip())
        self.accept()


class AddressDialog(AskDialog):
    """One address may be that of several copies, such as an album or an article."""

    def __init__(
        self, theme: Theme, platform: str, others: int, *, act: Callable[[str, bool], None], parent: QWidget
    ) -> None:
        super().__init__(theme, parent)
        self.say(
            self.tr("The post on {platform}").format(platform=platform),
            self.tr("Put it down"),
            self.tr("So that it can be found and taken down when a permission ends."),
        )
        self._act = act
        self.address = self.form.line(
            self.tr("&Address of the post"), tip=self.tr("Copied from the browser, such as https://…")
        )
        words = self.tr("The same for the other {copies} of this batch there")
        self.all = QCheckBox(words.format(copies=counted("%n copy(s)", others)), self)
        self.all.setVisible(others > 0)
        self.all.setChecked(others > 0)
        self.form.column.addWidget(self.all)

    def try_it(self) -> None:
        address = self.address.text().strip()
        if not address:
            self.notice.say(self.tr("Type the address of the post."), Tone.ATTENTION)
            self.address.setFocus()
            return
        self._act(address, self.all.isChecked() and not self.all.isHidden())
        self.accept()
