"""What there is to see to: the way there is offered to whoever can do something about it, and to no one else."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.ui.duty_words import lines
from app.ui.reading_duties import Duties
from app.ui.settings.sections import SECTIONS
from app.ui.theme import Look, Theme
from app.ui.widgets.duty_list import DutyList
from consent.accounts import Role
from consent.reminders import Matter, Reminder

KEEPERS = (Role.LEAD, Role.ADMIN)


def line_for(matter: Matter, role: Role) -> tuple[str, str, str]:
    (line,) = lines(Duties((Reminder(matter),), roles=frozenset({role})))
    return line


@pytest.mark.parametrize("matter", Matter)
@pytest.mark.parametrize("role", KEEPERS)
def test_a_way_leads_to_a_section_that_this_person_has(matter: Matter, role: Role) -> None:
    said, page, item = line_for(matter, role)
    if page:
        section = next(one for one in SECTIONS if one.page == item)
        assert role in section.roles
    else:
        assert said.endswith("sees to it.")


@pytest.mark.parametrize("matter", Matter)
def test_someone_is_led_to_each_matter(matter: Matter) -> None:
    assert any(line_for(matter, role)[1] for role in KEEPERS)


def test_the_lead_is_told_of_the_recovery_key_and_not_led_to_a_page_without_it(qtbot: QtBot) -> None:
    duties = DutyList(Theme(Look.LIGHT))
    qtbot.addWidget(duties)
    duties.show_lines([line_for(Matter.RECOVERY_NOT_CONFIRMED, Role.LEAD)])
    assert duties.findChildren(QPushButton) == []
    duties.show_lines([line_for(Matter.RECOVERY_NOT_CONFIRMED, Role.ADMIN)])
    assert len(duties.findChildren(QPushButton)) == 1
