"""What can be typed about people: the register's commands and their options."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from typing import Any

from consent.notices import Excuse
from consent.people import PersonKind
from consent.permissions import Answer, Kind

PERSON = "an id, a school number, or a whole name"
Commands = Any
"""The function of `arguments.parser` that adds one command: name, about, within, known_as."""


def people_arguments(people: Any, command: Commands) -> None:
    """The acts of `greenlight people`, beside import, enrol and list."""

    def act(word: str, about: str) -> argparse.ArgumentParser:
        added: argparse.ArgumentParser = command(word, about, people, f"people {word}")
        return added

    add = act("add", "put someone on the register")
    add.add_argument("name", metavar="NAME", help="the legal name")
    add.add_argument("--kind", choices=[kind.value for kind in PersonKind], default=PersonKind.PUPIL.value)
    _fields(add)
    change = act("change", "change someone's record; what it was is kept")
    _person(change)
    change.add_argument("--name", metavar="NAME", help="the legal name")
    _fields(change)
    change.add_argument(
        "--without-carer", metavar="CARER", action="append", default=[],
        help="take a carer off (name, relation or id); whoever answered or was told stays: see --other-carer",
    )  # fmt: skip
    left = act("left", "someone leaves: hidden from that day, templates destroyed")
    _person(left)
    left.add_argument("--on", metavar="DATE", type=day, help="the first day away (default: today)")
    _person(act("back", "someone who left is on roll again"))
    merge = act("merge", "two records are one person; both ids find it from now on")
    merge.add_argument("kept", metavar="KEPT", help=f"the record that stays: {PERSON}")
    merge.add_argument("gone", metavar="GONE", help=f"the record that becomes part of it: {PERSON}")
    merge.add_argument("--dry-run", action="store_true", help="only tell what would count before and after")
    split = act("split", "take a merge back")
    split.add_argument("gone", metavar="ID", help="the id of the record that became part of another")
    split.add_argument("--dry-run", action="store_true", help="only tell what would count before and after")
    search = act("search", "find people by the beginnings of names, number, class or year")
    search.add_argument("typed", metavar="WORD", nargs="+")
    explain = act("explain", "say why someone may or may not be seen, in one sentence for each question")
    _person(explain)
    explain.add_argument("--platform", metavar="NAME", action="append", default=[])
    explain.add_argument("--kind", choices=[kind.value for kind in Kind], action="append", default=[])
    _person(act("history", "how someone's record came to be what it is"))
    due = act("due", "permissions that run out soon, requests to answer, and leavers kept too long")
    _days(due)
    without = act("without-record", "who is on roll and never answered")
    _question(without)
    _narrow(without)
    _biometric_acts(act)
    erase = act("erase", "forget someone for good; only an id stays in the log and in posts")
    _person(erase)
    erase.add_argument("--for-good", action="store_true", help="without this nothing is done")
    act("mappings", "what the columns of the school's rolls mean, as it is kept")


def _biometric_acts(act: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """Notices, the enrolment record, and its end."""
    told = act("told", "record that parents were told of the comparing of faces")
    told.add_argument("people", metavar="PERSON", nargs="*", help=PERSON)
    _narrow(told)
    told.add_argument("--on", metavar="DATE", type=day, required=True, help="the day of the notice")
    told.add_argument(
        "--form", metavar="WORDING", required=True, help="the notice's version, and where it lies"
    )
    for word, about in (
        ("asked", "someone asked for what is held about a person; prints until when it is due"),
        ("answered", "that answer went out"),
    ):
        request = act(word, about)
        _person(request)
        request.add_argument("--on", metavar="DATE", type=day, help="the day of it (default: today)")
    withdraw = act("withdraw", "a consent to face templates ends: they are destroyed at once")
    _person(withdraw)
    withdraw.add_argument(
        "--by", metavar="CARER", required=True, help="a carer's name, relation or id, or 'self'"
    )
    withdraw.add_argument("--on", metavar="DATE", type=day, help="the day of it (default: today)")
    withdraw.add_argument(
        "--form", metavar="WORDING", default="said", help="how it was said, and where that lies"
    )
    excuse = act("excuse", "record that one parent need not be told, and why")
    _person(excuse)
    excuse.add_argument("--carer", metavar="NAME", required=True, help="the carer's name, relation or id")
    excuse.add_argument("--why", choices=[why.value for why in Excuse], required=True)
    _person(act("enrolment", "what was told, agreed and objected about someone's face template"))


def permission_arguments(into: argparse.ArgumentParser, command: Commands) -> None:
    """The acts of `greenlight permission`."""
    acts = into.add_subparsers(metavar="ACT", required=True)
    record = command("record", "record one answer", acts, "permission record")
    _person(record)
    record.add_argument("--answer", choices=[answer.value for answer in Answer], required=True)
    record.add_argument(
        "--by",
        metavar="CARER",
        default="",
        help="a carer's name, relation or id, or 'self' (default: who may)",
    )
    record.add_argument(
        "--scan", metavar="FILE", help="the signed form (PDF, JPEG, PNG), kept under its own key"
    )
    _answered(record)
    bulk = command("bulk", "record a class list, all of it or nothing", acts, "permission bulk")
    bulk.add_argument(
        "file", metavar="LIST", help="CSV or XLSX: a person and an answer in each row, no headings"
    )
    _answered(bulk)
    _person(
        command("history", "every answer about someone, in the order of entry", acts, "permission history")
    )
    scan = command("scan", "write a kept form into a new file", acts, "permission scan")
    scan.add_argument("scan", metavar="ID")
    scan.add_argument("--out", metavar="FILE", required=True)


def never_publish_arguments(into: argparse.ArgumentParser, command: Commands) -> None:
    """The acts of `greenlight never-publish`."""
    acts = into.add_subparsers(metavar="ACT", required=True)
    for word, about in (("mark", "never show someone, whoever agreed"), ("lift", "the mark no longer holds")):
        act = command(word, f"{about}; two people together", acts, f"never-publish {word}")
        _person(act)
        act.add_argument(
            "--second", metavar="USER", required=True,
            help="the second person, who agrees",
        )  # fmt: skip
        act.add_argument("--second-password-file", metavar="FILE", help="their password (default: asked)")
        if word == "mark":
            act.add_argument(
                "--reason-file",
                metavar="FILE",
                help="why, for these two alone (default: asked; never typed here)",
            )
    command("list", "who is marked, and by whom", acts, "never-publish list")
    _person(command("reason", "why, for one of the two who set the mark", acts, "never-publish reason"))


def clock_arguments(into: argparse.ArgumentParser, command: Commands) -> None:
    """The acts of `greenlight clock`."""
    acts = into.add_subparsers(metavar="ACT", required=True)
    right = command("put-right", "it was ahead and is right now; two leads together", acts, "clock put-right")
    right.add_argument("--second", metavar="USER", required=True, help="the second lead, who agrees")
    right.add_argument("--second-password-file", metavar="FILE", help="their password (default: asked)")


def due_arguments(into: argparse.ArgumentParser) -> None:
    """`greenlight report due`."""
    _days(into)


def question_arguments(into: argparse.ArgumentParser) -> None:
    """`greenlight report without-record`."""
    _question(into)


def day(typed: str) -> date:
    """A date as it is typed."""
    try:
        return date.fromisoformat(typed)
    except ValueError:
        raise argparse.ArgumentTypeError("a date is written as 2027-07-31") from None


def _person(into: argparse.ArgumentParser) -> None:
    into.add_argument("person", metavar="PERSON", help=PERSON)


def _fields(into: argparse.ArgumentParser) -> None:
    for option, about in (
        ("--known-as", "the name that is used"),
        ("--school-id", "the number in the school's records system"),
        ("--upn", "the unique pupil number"),
        ("--class", "the class"),
        ("--year", "the year"),
    ):
        name = option.removeprefix("--").replace("-", "_")
        into.add_argument(option, dest=f"new_{name}", metavar="TEXT", help=about)
    into.add_argument(
        "--carer", metavar="RELATION:NAME", action="append", default=[],
        help="someone with parental responsibility, as mother:Ann Fox",
    )  # fmt: skip
    into.add_argument(
        "--other-carer", metavar="RELATION:NAME", action="append", default=[],
        help="someone without it: their no counts, their yes does not",
    )  # fmt: skip


def _answered(into: argparse.ArgumentParser) -> None:
    into.add_argument(
        "--platform", metavar="NAME", action="append", default=[], help="again for each; none for biometric"
    )
    into.add_argument("--kind", choices=[kind.value for kind in Kind], required=True)
    into.add_argument("--given-on", metavar="DATE", type=day, required=True, help="the day on the form")
    into.add_argument("--until", metavar="DATE", type=day, help="the last day of a yes")
    into.add_argument(
        "--form", metavar="WORDING", required=True, help="the wording's version, and where it lies"
    )


def _question(into: argparse.ArgumentParser) -> None:
    into.add_argument("--platform", metavar="NAME", help="never answered for this platform (default: at all)")
    into.add_argument("--kind", choices=[kind.value for kind in Kind], default=Kind.PHOTO.value)


def _narrow(into: argparse.ArgumentParser) -> None:
    into.add_argument("--class", dest="class_name", metavar="NAME", default="")
    into.add_argument("--year", metavar="NAME", default="")


def _days(into: argparse.ArgumentParser) -> None:
    into.add_argument("--days", metavar="N", type=int, default=60, help="how far ahead (default: 60)")
