"""Runs one command: finds it, catches what it ends with, and gives the exit status."""

from __future__ import annotations

import importlib
import io
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import cast

from app.cli.arguments import Given, read_arguments
from app.cli.printing import tell
from app.cli.sentences import sentence
from app.cli.status import EXPECTED, Status, status_of
from app.disk import trouble_of
from app.errors import AppError, Trouble
from consent.errors import ConsentError
from vision.errors import VisionError

Command = Callable[[Given], Status]

# where each command lives; imported when it is asked for, so that --help answers at once
COMMANDS = {
    "desk": "app.cli.commands.desk:desk",
    "demo": "app.cli.commands.demo:demo",
    "inspect": "app.cli.commands.look:inspect",
    "match": "app.cli.commands.look:match",
    "hide": "app.cli.commands.copies:hide",
    "check": "app.cli.commands.copies:check",
    "vet": "app.cli.commands.vet:vet",
    "approve list": "app.cli.commands.approving:approve_list",
    "approve show": "app.cli.commands.approving:approve_show",
    "approve live": "app.cli.commands.approving:approve_live",
    "approve back": "app.cli.commands.approving:approve_back",
    "approve delegate": "app.cli.commands.approving:approve_delegate",
    "approve delegations": "app.cli.commands.approving:approve_delegations",
    "approve revoke": "app.cli.commands.approving:approve_revoke",
    "device list": "app.cli.commands.device:device_list",
    "device approve": "app.cli.commands.device:device_approve",
    "device refuse": "app.cli.commands.device:device_refuse",
    "device originals": "app.cli.commands.device:device_originals",
    "device settle": "app.cli.commands.device:device_settle",
    "due": "app.cli.commands.erase:due",
    "erase overdue": "app.cli.commands.erase:erase_overdue",
    "people import": "app.cli.commands.register:people_import",
    "people enrol": "app.cli.commands.register:people_enrol",
    "people list": "app.cli.commands.register:people_list",
    "people add": "app.cli.commands.people:people_add",
    "people change": "app.cli.commands.people:people_change",
    "people left": "app.cli.commands.people:people_left",
    "people back": "app.cli.commands.people:people_back",
    "people merge": "app.cli.commands.people:people_merge",
    "people split": "app.cli.commands.people:people_split",
    "people search": "app.cli.commands.people:people_search",
    "people explain": "app.cli.commands.people:people_explain",
    "people history": "app.cli.commands.people:people_history",
    "people due": "app.cli.commands.people:people_due",
    "people without-record": "app.cli.commands.people:people_without_record",
    "people told": "app.cli.commands.people:people_told",
    "people asked": "app.cli.commands.requests:people_asked",
    "people answered": "app.cli.commands.requests:people_answered",
    "people withdraw": "app.cli.commands.leaving:people_withdraw",
    "people erase": "app.cli.commands.leaving:people_erase",
    "people excuse": "app.cli.commands.people:people_excuse",
    "people enrolment": "app.cli.commands.people:people_enrolment",
    "people mappings": "app.cli.commands.people:people_mappings",
    "permission record": "app.cli.commands.permission:permission_record",
    "permission bulk": "app.cli.commands.permission:permission_bulk",
    "permission history": "app.cli.commands.permission:permission_history",
    "permission scan": "app.cli.commands.permission:permission_scan",
    "never-publish mark": "app.cli.commands.never_publish:never_publish_mark",
    "never-publish lift": "app.cli.commands.never_publish:never_publish_lift",
    "never-publish list": "app.cli.commands.never_publish:never_publish_list",
    "never-publish reason": "app.cli.commands.never_publish:never_publish_reason",
    "clock put-right": "app.cli.commands.clock:clock_put_right",
    "report access": "app.cli.commands.reports:access",
    "report takedown": "app.cli.commands.reports:takedown",
    "report audit": "app.cli.commands.reports:audit",
    "report posts": "app.cli.commands.reports:posts",
    "report deletions": "app.cli.commands.reports:deletions",
    "school set-up": "app.cli.commands.school:set_up",
    "staff list": "app.cli.commands.staff:staff_list",
    "staff invite": "app.cli.commands.staff:staff_invite",
    "staff train": "app.cli.commands.staff:staff_train",
    "staff roles": "app.cli.commands.staff:staff_roles",
    "staff disable": "app.cli.commands.staff:staff_disable",
    "staff enable": "app.cli.commands.staff:staff_enable",
    "staff password": "app.cli.commands.staff:staff_password",
    "platform list": "app.cli.commands.platform:platform_list",
    "platform add": "app.cli.commands.platform:platform_add",
    "platform change": "app.cli.commands.platform:platform_change",
    "platform retire": "app.cli.commands.platform:platform_retire",
    "platform reopen": "app.cli.commands.platform:platform_reopen",
    "policy show": "app.cli.commands.policy:policy_show",
    "policy read": "app.cli.commands.policy:policy_read",
    "policy change": "app.cli.commands.policy:policy_change",
    "backup": "app.cli.commands.keeping:backup",
    "restore": "app.cli.commands.keeping:restore",
    "recovery confirm": "app.cli.commands.keeping:recovery_confirm",
    "recovery renew": "app.cli.commands.keeping:recovery_renew",
    "recovery use": "app.cli.commands.keeping:recovery_use",
    "computer remember": "app.cli.commands.keeping:computer_remember",
    "computer list": "app.cli.commands.keeping:computer_list",
    "computer forget": "app.cli.commands.keeping:computer_forget",
    "register join": "app.cli.commands.shared:register_join",
    "register move": "app.cli.commands.shared:register_move",
    "report due": "app.cli.commands.reports:due",
    "report without-record": "app.cli.commands.reports:without_record",
    "report impact": "app.cli.commands.posting:report_impact",
    "destination list": "app.cli.commands.destination:destination_list",
    "destination add": "app.cli.commands.destination:destination_add",
    "destination test": "app.cli.commands.destination:destination_test",
    "destination remove": "app.cli.commands.destination:destination_remove",
    "destination use": "app.cli.commands.destination:destination_use",
    "deliver": "app.cli.commands.posting:deliver",
    "post doubtful": "app.cli.commands.posting:post_doubtful",
    "post settle": "app.cli.commands.posting:post_settle",
    "post address": "app.cli.commands.posting:post_address",
    "post still-there": "app.cli.commands.posting:post_still_there",
    "post gone": "app.cli.commands.posting:post_gone",
    "incident list": "app.cli.commands.posting:incident_list",
    "incident open": "app.cli.commands.posting:incident_open",
    "incident report": "app.cli.commands.posting:incident_report",
    "paper": "app.cli.commands.posting:paper",
    "doctor": "app.cli.commands.doctor:doctor",
}
INTERRUPTED = 130  # what a shell expects after Ctrl+C


def no_window(store: Path | None) -> int:
    """Where there is none."""
    del store
    raise ImportError("no window here")


def run(arguments: Sequence[str], *, open_window: Callable[[Path | None], int] = no_window) -> int:
    """The exit status of one command; never raises but for SystemExit on wrong use.

    `open_window` shows the window on a store (None: this account's own) and gives its status: the command
    line itself does not know the window.
    """
    _print_whatever_comes()
    given = read_arguments(arguments)
    given.open_window = open_window
    if given.verbose:
        from app import logs  # noqa: PLC0415 - only where it is asked for

        logs.show()
    try:
        status = int(command_of(given.command)(given))
        sys.stdout.flush()
    except EXPECTED as error:
        tell(_told(error))
        return status_of(error)
    except KeyboardInterrupt:
        tell("interrupted")
        return INTERRUPTED
    except BrokenPipeError:
        # whoever read the results has gone; Python must not complain about it again at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Status.FAILED
    except Exception as error:  # noqa: BLE001 - a command ends here
        if isinstance(error, OSError) and trouble_of(error) is Trouble.DISK_FULL:
            tell(f"{sentence(Trouble.DISK_FULL)} ({Trouble.DISK_FULL})")
            return Status.FAILED
        from app import logs  # noqa: PLC0415 - only where it is needed

        # the message of a stray error may hold a path or a name; its kind and place do not
        tell("unexpected failure")
        print(logs.told(error), file=sys.stderr)
        return Status.FAILED
    return status


def _print_whatever_comes() -> None:
    """A name whose letters the terminal or a file does not know is shown escaped, and ends no command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _told(error: VisionError | ConsentError | AppError) -> str:
    """The failure as a line: for wrong use what is wrong, for all else the sentence and the code."""
    if error.code is Trouble.WRONG_USE and error.detail:
        return error.detail
    return f"{sentence(error.code)} ({error.code}{': ' if error.detail else ''}{error.detail})"


def command_of(name: str) -> Command:
    """The function behind a command."""
    module, function = COMMANDS[name].split(":")
    return cast("Command", getattr(importlib.import_module(module), function))
