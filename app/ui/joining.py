"""The door to a register on the school's server: from the first page, and where its server wants another password."""

from __future__ import annotations

from collections.abc import Callable

from app.ui.pages.first_start import FirstStartPage
from app.ui.pages.page import Page
from app.ui.pages.sign_in import SignInPage


def offer_joining(
    first_start: FirstStartPage,
    sign_in: SignInPage,
    *,
    show: Callable[[Page], None],
    back: Callable[[Page, Page], None],
) -> None:
    """`show` opens a page before anyone is signed in; `back` closes it and shows another."""

    def ask(address: str) -> None:
        """With the register's address only the server's password is asked for."""
        from app.ui.pages.join_register import JoinRegisterPage  # noqa: PLC0415 - once for each computer

        page = JoinRegisterPage(sign_in.desk, sign_in.theme, address)
        page.left.connect(lambda: back(page, sign_in if address else first_start))
        page.done.connect(lambda: arrived(page))
        show(page)

    def arrived(page: Page) -> None:
        back(page, sign_in)
        sign_in.welcome()

    first_start.join_wanted.connect(lambda: ask(""))
    sign_in.server_wanted.connect(ask)
