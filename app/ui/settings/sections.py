"""The sections of the settings in their order, and whose work they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.marked import QT_TRANSLATE_NOOP
from app.ui.stop import Stop
from consent.accounts import Role

if TYPE_CHECKING:
    from app.ui.settings.about import AboutSection
    from app.ui.settings.account import AccountSection
    from app.ui.settings.appearance import AppearanceSection
    from app.ui.settings.backup import BackupSection
    from app.ui.settings.destinations import DestinationsSection
    from app.ui.settings.devices import DevicesSection
    from app.ui.settings.platforms import PlatformsSection
    from app.ui.settings.policy import PolicySection
    from app.ui.settings.staff import StaffSection
    from app.ui.settings.this_computer import ThisComputerSection
    from app.ui.settings.uniform import UniformSection

# ruff: noqa: PLC0415 - a section's module is loaded when the section is first shown

HERE = "sections"
ADMIN = frozenset({Role.ADMIN})
KEEPERS = frozenset({Role.ADMIN, Role.LEAD})


def _appearance() -> type[AppearanceSection]:
    from app.ui.settings.appearance import AppearanceSection

    return AppearanceSection


def _account() -> type[AccountSection]:
    from app.ui.settings.account import AccountSection

    return AccountSection


def _this_computer() -> type[ThisComputerSection]:
    from app.ui.settings.this_computer import ThisComputerSection

    return ThisComputerSection


def _staff() -> type[StaffSection]:
    from app.ui.settings.staff import StaffSection

    return StaffSection


def _platforms() -> type[PlatformsSection]:
    from app.ui.settings.platforms import PlatformsSection

    return PlatformsSection


def _devices() -> type[DevicesSection]:
    from app.ui.settings.devices import DevicesSection

    return DevicesSection


def _policy() -> type[PolicySection]:
    from app.ui.settings.policy import PolicySection

    return PolicySection


def _uniform() -> type[UniformSection]:
    from app.ui.settings.uniform import UniformSection

    return UniformSection


def _backup() -> type[BackupSection]:
    from app.ui.settings.backup import BackupSection

    return BackupSection


def _destinations() -> type[DestinationsSection]:
    from app.ui.settings.destinations import DestinationsSection

    return DestinationsSection


def _about() -> type[AboutSection]:
    from app.ui.settings.about import AboutSection

    return AboutSection


SECTIONS: tuple[Stop, ...] = (
    Stop("appearance", QT_TRANSLATE_NOOP("sections", "Language and look"), _appearance, context=HERE),
    Stop("account", QT_TRANSLATE_NOOP("sections", "My account"), _account, context=HERE),
    Stop("computer", QT_TRANSLATE_NOOP("sections", "Open on this computer"), _this_computer, context=HERE),
    Stop("staff", QT_TRANSLATE_NOOP("sections", "Staff accounts"), _staff, KEEPERS, context=HERE),
    Stop("platforms", QT_TRANSLATE_NOOP("sections", "Platforms"), _platforms, ADMIN, context=HERE),
    Stop(
        "destinations", QT_TRANSLATE_NOOP("sections", "Where copies go"), _destinations, ADMIN, context=HERE
    ),
    Stop("devices", QT_TRANSLATE_NOOP("sections", "Devices"), _devices, ADMIN, context=HERE),
    Stop("policy", QT_TRANSLATE_NOOP("sections", "Policy"), _policy, KEEPERS, context=HERE),
    Stop("uniform", QT_TRANSLATE_NOOP("sections", "Uniform"), _uniform, ADMIN, context=HERE),
    Stop("backup", QT_TRANSLATE_NOOP("sections", "Backup and recovery key"), _backup, KEEPERS, context=HERE),
    Stop("about", QT_TRANSLATE_NOOP("sections", "About Greenlight"), _about, context=HERE),
)
