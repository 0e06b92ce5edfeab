"""What can be typed: every command and its options."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from app.cli.approve_arguments import add_approve
from app.cli.posts_arguments import add_posts
from app.cli.register_arguments import (
    clock_arguments,
    due_arguments,
    never_publish_arguments,
    people_arguments,
    permission_arguments,
    question_arguments,
)
from app.cli.register_arguments import day as _day
from app.cli.school_arguments import add_school
from app.cli.status import Status
from app.errors import AppError, Trouble

BOX = re.compile(r"-?\d+,-?\d+,-?\d+,-?\d+")
MOST_REFERENCES = "one folder for each person, with pictures of that person alone"


class Given(argparse.Namespace):
    """What was typed, by the names of the options, and how the window is opened (which is not typed)."""

    command: str
    store: str | None
    user: str | None
    remembered: bool
    verbose: bool
    open_window: Callable[[Path | None], int]


def read_arguments(arguments: Sequence[str]) -> Given:
    """The arguments, checked. Ends the program with status 2 and a usage line where they make no sense."""
    return parser().parse_args(list(arguments), namespace=Given())


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = argparse.ArgumentParser(
        prog="greenlight",
        description="Vets a school's photos before they are posted. Without a command the desk opens.",
        parents=[_options_for_all()],
        allow_abbrev=False,
    )
    top.set_defaults(command="desk", store=None, user=None, remembered=False, verbose=False)
    top.add_argument("--version", action=_Version, help="print the version and end")
    # options of their own: the defaults just set would otherwise hide what was typed before the command
    everywhere = _options_for_all()
    commands = top.add_subparsers(title="commands", metavar="COMMAND")

    def command(name: str, about: str, within: Any = commands, known_as: str = "") -> argparse.ArgumentParser:
        added: argparse.ArgumentParser = within.add_parser(
            name, help=about, description=about, parents=[everywhere], allow_abbrev=False
        )
        added.set_defaults(command=known_as or name)
        return added

    command("desk", "open the desk (the window)")
    _demo(command("demo", "make a demo school and take its photos the whole way"))
    _inspect(command("inspect", "say what is in each photo"))
    _match(command("match", "compare faces with reference pictures"))
    _hide(command("hide", "cover parts of a photo and write a clean copy"))
    _check(command("check", "verify published files"))
    _vet(command("vet", "take photos from intake to decision, without a window"))
    _device(command("device", "cameras, cards and folders"), command)
    command("due", "what has to be seen to, and which photos will be deleted soon")
    erase = command("erase", "deleting for good").add_subparsers(metavar="WHAT", required=True)
    command("overdue", "photos that were kept as long as the school keeps photos", erase, "erase overdue")
    people = command("people", "the register from the command line").add_subparsers(
        metavar="ACT", required=True
    )
    _people_import(command("import", "take the roll from a spreadsheet", people, "people import"))
    _people_enrol(command("enrol", "make face templates from reference pictures", people, "people enrol"))
    _people_list(command("list", "print the register", people, "people list"))
    _register(command("register", "where the register lies"), command)
    people_arguments(people, command)
    permission_arguments(command("permission", "answers, with their evidence and history"), command)
    never_publish_arguments(command("never-publish", "people who are never shown"), command)
    clock_arguments(command("clock", "this computer's clock"), command)
    reports = command("report", "reports").add_subparsers(metavar="REPORT", required=True)
    access = command("access", "everything held about one person", reports, "report access")
    access.add_argument("person", metavar="PERSON")
    _out(access)
    for word, about in _REPORTS.items():
        report = command(word, about, reports, f"report {word}")
        _report_file(report)
        if word == "audit":
            _anchors(report)
        if word == "due":
            due_arguments(report)
        if word == "without-record":
            question_arguments(report)
    impact = command(
        "impact", "the impact assessment pack, filled from the settings", reports, "report impact"
    )
    impact.add_argument("--out", metavar="FILE", required=True, help="a new .pdf file")
    add_approve(command, _day)
    add_posts(command)
    add_school(command, _day)
    _json(command("doctor", "say what is installed and works"))
    return top


_REPORTS = {
    "takedown": "posts that today's register no longer allows",
    "audit": "the log of who did what, proven unbroken, and the seal to keep elsewhere",
    "due": "permissions that run out soon",
    "without-record": "who is on roll and never answered",
    "posts": "what was posted where, and who can be seen on it",
    "deletions": "which photos were deleted, when, by whom, why, and what became of their originals",
}


def _options_for_all() -> argparse.ArgumentParser:
    """Understood before and after the command."""
    options = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    options.add_argument(
        "--store", metavar="DIR", help="the encrypted store (default: this account's data folder)"
    )
    options.add_argument("--user", metavar="NAME", help="who signs in (default: GREENLIGHT_USER, or asked)")
    options.add_argument(
        "--remembered",
        action="store_true",
        help="sign in without a password, as whom this computer remembers",
    )
    options.add_argument("--verbose", action="store_true", help="say more on standard error")
    return options


def _device(into: argparse.ArgumentParser, command: Any) -> None:
    acts = into.add_subparsers(metavar="ACT", required=True)
    command("list", "every device that was seen, and whether photos may come from it", acts, "device list")
    approve = command("approve", "let photos come from a device", acts, "device approve")
    approve.add_argument("folder", metavar="FOLDER", help="where the device shows its photos")
    approve.add_argument("--own", action="store_true", help="it is the school's own: originals stay on it")
    approve.add_argument("--until", metavar="DATE", type=_day, help="the last day, as 2027-07-31")
    approve.add_argument("--owner", metavar="WHOSE", help="whose it is")
    approve.add_argument("--watch", action="store_true", help="offer new photos in this folder by themselves")
    refuse = command("refuse", "let no photos come from a device", acts, "device refuse")
    refuse.add_argument("folder", metavar="FOLDER", help="where the device shows its photos")
    command("originals", "originals that are not proven to be deleted", acts, "device originals")
    command("settle", "delete and look again at originals on what is plugged in", acts, "device settle")


def _register(into: argparse.ArgumentParser, command: Any) -> None:
    acts = into.add_subparsers(metavar="ACT", required=True)
    for word, about in (
        ("join", "let this PC share the register on a school's server"),
        ("move", "move this PC's register to a school's server, where other PCs can share it"),
    ):
        act = command(word, about, acts, f"register {word}")
        act.add_argument("url", metavar="URL", help="postgresql://user@server/database, without a password")


def _demo(into: argparse.ArgumentParser) -> None:
    into.add_argument("folder", metavar="DIR", nargs="?", help="where (default: a new temporary folder)")
    into.add_argument("--open", action="store_true", help="open the desk on the demo school afterwards")


def _inspect(into: argparse.ArgumentParser) -> None:
    _photos(into)
    into.add_argument("--names", metavar="FILE", help="the roll: one name on each line")
    into.add_argument(
        "--crest", metavar="IMAGE", action="append", default=[], help="a picture of the school's crest"
    )
    into.add_argument(
        "--school",
        metavar="NAME",
        action="append",
        default=[],
        help="how the school is written on clothes and signs",
    )
    _published_side(into)
    _json(into)


def _match(into: argparse.ArgumentParser) -> None:
    _photos(into)
    into.add_argument("--people", metavar="DIR", required=True, help=MOST_REFERENCES)
    _published_side(into)
    _json(into)


def _hide(into: argparse.ArgumentParser) -> None:
    into.add_argument("photo", metavar="PHOTO")
    into.add_argument("--out", metavar="FILE", required=True, help="the copy; .jpg or .png; replaced whole")
    into.add_argument("--faces", action="store_true", help="cover every face")
    into.add_argument("--texts", action="store_true", help="cover all writing and codes")
    into.add_argument(
        "--box",
        metavar="X1,Y1,X2,Y2",
        action="append",
        default=[],
        type=_box,
        help="cover this box of the upright photo",
    )
    into.add_argument(
        "--style", choices=["blur", "solid"], help="how covers look (default: blur, and solid for writing)"
    )
    into.add_argument(
        "--seed",
        metavar="N",
        type=_not_negative,
        default=0,
        help="another fill; the same N gives the same file",
    )


def _check(into: argparse.ArgumentParser) -> None:
    into.add_argument("photos", metavar="FILE", nargs="+")
    into.add_argument(
        "--visible", metavar="X1,Y1,X2,Y2", action="append", default=[], type=_box,
        help="a face here may be seen, and no other (without --visible and --hidden, faces are only listed)",
    )  # fmt: skip
    into.add_argument(
        "--hidden",
        metavar="X1,Y1,X2,Y2",
        action="append",
        default=[],
        type=_box,
        help="nothing may be found in here",
    )
    into.add_argument("--names", metavar="FILE", help="names that may not be legible, one on each line")
    into.add_argument(
        "--crest", metavar="IMAGE", action="append", default=[], help="a crest that may not be seen"
    )
    _json(into)


def _vet(into: argparse.ArgumentParser) -> None:
    into.add_argument("photos", metavar="PHOTO|FOLDER", nargs="+")
    into.add_argument("--platform", metavar="NAME", nargs="+", action="extend", required=True)
    into.add_argument(
        "--out", metavar="DIR", required=True, help="where prepared, not yet approved copies go"
    )
    _json(into)


def _people_import(into: argparse.ArgumentParser) -> None:
    into.add_argument("file", metavar="FILE", help="the roll: CSV or XLSX")
    into.add_argument(
        "--mapping", metavar="FILE",
        help="what its columns mean, TOML or JSON (default: the one kept; else School ID, Name, Class, Year; no answers)",
    )  # fmt: skip
    into.add_argument(
        "--kept",
        metavar="NAME",
        default="pupils",
        help="use the mapping that is kept under NAME (default: pupils)",
    )
    into.add_argument("--keep", action="store_true", help="keep the --mapping under the name of --kept")
    into.add_argument("--dry-run", action="store_true", help="only say what would change")
    into.add_argument(
        "--accept-refused", action="store_true", help="take the other rows over where some are refused"
    )
    into.add_argument("--accept-leavers", action="store_true", help="more than a third have really left")
    _json(into)


def _people_list(into: argparse.ArgumentParser) -> None:
    into.add_argument("--out", metavar="FILE", help="write a new CSV file instead; it is not encrypted")


def _people_enrol(into: argparse.ArgumentParser) -> None:
    into.add_argument("--people", metavar="DIR", required=True, help=MOST_REFERENCES)
    into.add_argument("--dry-run", action="store_true", help="only say what would change")


def _photos(into: argparse.ArgumentParser) -> None:
    into.add_argument("photos", metavar="PHOTO", nargs="+", help="photos, or folders of photos")


def _published_side(into: argparse.ArgumentParser) -> None:
    into.add_argument(
        "--published-side", metavar="PIXELS", type=_not_negative, default=2048,
        help="the longest side at which photos are published; 0: full size, finds the smallest faces (default: 2048)",
    )  # fmt: skip


def _json(into: argparse.ArgumentParser) -> None:
    into.add_argument("--json", action="store_true", help="one JSON object on each line")


def _out(into: argparse.ArgumentParser) -> None:
    into.add_argument("--out", metavar="DIR", required=True)


def _report_file(into: argparse.ArgumentParser) -> None:
    into.add_argument("--out", metavar="FILE", help="write it into this new file, too: .json, .csv or .pdf")


def _anchors(into: argparse.ArgumentParser) -> None:
    into.add_argument(
        "--anchor", metavar="FILE", help="write the log's end into this new text file, to be kept elsewhere"
    )
    into.add_argument(
        "--against", metavar="FILE", nargs="+", default=[],
        help="hold the log against anchors kept elsewhere: text files, or earlier reports as JSON",
    )  # fmt: skip


def _box(text: str) -> tuple[int, int, int, int]:
    """Four whole numbers with something between them."""
    if not BOX.fullmatch(text):
        raise argparse.ArgumentTypeError("a box is X1,Y1,X2,Y2 in whole pixels")
    x1, y1, x2, y2 = map(int, text.split(","))
    if x1 >= x2 or y1 >= y2:
        raise argparse.ArgumentTypeError("a box goes from its left top to its right bottom corner")
    return x1, y1, x2, y2


def _not_negative(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError("a whole number, 0 or more")
    return int(text)


class _Version(argparse.Action):
    def __init__(self, option_strings: Sequence[str], dest: str, **options: Any) -> None:
        super().__init__(option_strings, dest, nargs=0, **options)

    def __call__(self, parser: argparse.ArgumentParser, *_: object, **__: object) -> None:
        from importlib.metadata import version  # noqa: PLC0415 - only where it is asked for

        print(f"greenlight {version('greenlight')}")
        parser.exit(Status.WELL)


def wrong_use(why: str) -> AppError:
    """A combination of options that makes no sense."""
    return AppError(Trouble.WRONG_USE, why)
