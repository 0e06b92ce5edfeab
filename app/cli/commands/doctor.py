"""Doctor: what is installed and works on this computer."""

from __future__ import annotations

from app.cli.arguments import Given
from app.cli.commands.vision import vision_process
from app.cli.printing import print_line, print_record, print_table
from app.cli.records import Record
from app.cli.signing_in import store_folder
from app.cli.status import Status
from app.health import Check, can_work, examine
from app.own_keyring import OwnKeyring
from app.places import Places
from app.settings import Settings
from app.shared import register_check


def doctor(given: Given) -> Status:
    """Print every check; WELL only if the main job can run."""
    places = Places.of(store_folder(given))
    with vision_process() as vision:
        register = register_check(places, Settings.load(places.settings_file), OwnKeyring())
        checks = examine(vision, places, register)
    able = can_work(checks)
    if given.json:
        for check in checks:
            print_record(check_record(check))
    else:
        print_table("", ["", "what", "", "detail"], [_row(check) for check in checks])
        print_line("The main job can run." if able else "The main job cannot run: see what is marked NO.")
    return Status.WELL if able else Status.FAILED


def check_record(check: Check) -> Record:
    """One check."""
    return {"check": check.name, "works": check.works, "grade": check.grade.value, "detail": check.detail}


def _row(check: Check) -> tuple[str, str, str, str]:
    mark = "yes" if check.works else ("NO" if check.grade == "needed" else "no")
    return mark, check.name, check.grade.value, check.detail
