"""The roles of staff in the office's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.ui.marked import QT_TRANSLATE_NOOP
from consent.accounts import Role

ROLES: dict[Role, str] = {
    Role.OFFICE: QT_TRANSLATE_NOOP("roles", "office"),
    Role.APPROVER: QT_TRANSLATE_NOOP("roles", "approver"),
    Role.LEAD: QT_TRANSLATE_NOOP("roles", "data protection lead"),
    Role.ADMIN: QT_TRANSLATE_NOOP("roles", "admin"),
}


def role_words(role: Role) -> str:
    """One role, in the language in force."""
    return QCoreApplication.translate("roles", ROLES[role])
