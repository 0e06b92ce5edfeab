"""What the sections of the settings share: a heading, a sentence, and acts whose outcome is said at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout

from app.school.agree import agree
from app.ui.desk import Desk
from app.ui.job import Failure
from app.ui.messages import explain_of_two
from app.ui.pages.page import Page
from app.ui.settings.second_person import SecondPersonDialog
from app.ui.theme import Theme
from app.ui.widgets.notice import Tone
from consent.accounts import Act
from consent.agreement import Agreement

if TYPE_CHECKING:
    from app.services import Services


class SettingsSection(Page):
    """Subclasses fill `body` and read in `enter`."""

    def __init__(self, desk: Desk, theme: Theme) -> None:
        super().__init__(desk, theme)
        self.body: QVBoxLayout = self.column()

    def begin_with(self, title: str, words: str) -> None:
        """Heading, a sentence, and the place for messages."""
        self.body.addWidget(self.heading(title))
        self.body.addWidget(self.heading(words, name="muted"))
        self.body.addWidget(self.notice)

    def do(
        self,
        act: Callable[[Services], Any],
        said: str,
        *,
        failed: Callable[[Failure], None] | None = None,
    ) -> None:
        """One act; then everything is read anew and the outcome said."""

        def done(_result: Any) -> None:
            self.enter()
            self.notice.say(said, Tone.GOOD)

        self.desk.ask(act, done=done, failed=failed or self.tell)

    def do_by_two(
        self, words: str, act: Act, change: Callable[[Services, Agreement], Any], *, said: str
    ) -> None:
        """The same for what a second person agrees to first, with a password of their own."""

        def agreed(user_name: str, password: str) -> None:
            self.do(
                lambda services: change(services, agree(services, user_name, password, act=act)),
                said,
                failed=self._not_agreed,
            )

        SecondPersonDialog(self.theme, words, agreed, parent=self).open()

    def _not_agreed(self, failure: Failure) -> None:
        self.notice.say(explain_of_two(failure), Tone.TROUBLE)
