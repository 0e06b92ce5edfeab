"""Device: which cameras, cards and folders photos may come from, judged by an admin."""

from __future__ import annotations

from pathlib import Path

from app.cli.arguments import Given
from app.cli.printing import print_line, print_table
from app.cli.sentences import sentence
from app.cli.signing_in import signed_in
from app.cli.status import Status
from app.devices.base import shown_name
from app.errors import AppError, Trouble
from app.originals import TROUBLE_OF, settle_originals, unsettled
from app.steps.device import find_device, judge_device
from consent.accounts import Act
from consent.devices import Device, Standing

_COLUMNS = ("name", "where", "standing", "until")


def device_list(given: Given) -> Status:
    """Every device that was ever seen."""
    with signed_in(given) as services:
        services.require(Act.ADMINISTER)
        devices = services.store.register.devices()
    _print(*devices)
    return Status.WELL


def device_approve(given: Given) -> Status:
    """Photos may come from this device; with --own it counts as the school's, and its originals stay."""
    standing = Standing.OWN if given.own else Standing.APPROVED
    with signed_in(given) as services:
        services.require(Act.ADMINISTER)
        device = find_device(services, Path(given.folder))
        judged = judge_device(
            services,
            device,
            standing,
            until=given.until,
            owner=given.owner or None,
            watched=given.watch or None,
        )
        _print(judged)
    return Status.WELL


def device_refuse(given: Given) -> Status:
    """No photos may come from this device."""
    with signed_in(given) as services:
        services.require(Act.ADMINISTER)
        device = find_device(services, Path(given.folder))
        _print(judge_device(services, device, Standing.REFUSED))
    return Status.WELL


def device_originals(given: Given) -> Status:
    """Originals that a person should know of; WAITING where there are any."""
    with signed_in(given) as services:
        services.require(Act.BRING_IN)
        found = unsettled(services)
        names = {device.id: device.name for device in services.store.register.devices()}
    rows = [
        (names.get(one.device, one.device), shown_name(one.path), sentence(TROUBLE_OF[one.fate]))
        for one in found
    ]
    print_table("", ("device", "file", "what"), rows)
    return Status.WAITING if found else Status.WELL


def device_settle(given: Given) -> Status:
    """Look again at every device that is plugged in; WAITING where something is not proven."""
    with signed_in(given) as services:
        services.require(Act.BRING_IN)
        for device in services.store.register.devices():
            try:
                for step in settle_originals(services, device):
                    if step.trouble:
                        print_line(f"{device.name}: {step.name}: {sentence(Trouble(step.trouble))}")
            except AppError as error:
                if error.code not in {Trouble.DEVICE_GONE, Trouble.FOLDER_MISSING, Trouble.MARK_MISSING}:
                    raise
        return Status.WAITING if unsettled(services) else Status.WELL


def _print(*devices: Device) -> None:
    print_table(
        "",
        _COLUMNS,
        [
            (
                device.name,
                device.location,
                device.standing.value,
                device.approved_until.isoformat() if device.approved_until else "",
            )
            for device in devices
        ],
    )
