"""What can be typed about posting: destinations, delivery, what surrounds a post, incidents, papers."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any

from consent.destinations import DestinationKind

Command = Callable[..., argparse.ArgumentParser]


def add_posts(command: Command) -> None:
    """Every command about posting; `command` adds one."""
    _destination(_acts(command("destination", "where finished copies are sent")), command)
    deliver = command("deliver", "write or upload the approved copies, then delete the photos here")
    deliver.add_argument("batches", metavar="BATCH", nargs="*", help="its title or id (default: all)")
    deliver.add_argument(
        "--out", metavar="DIR", help="for platforms without a destination: a folder for each in here"
    )
    _post(_acts(command("post", "copies that went out, or may have")), command)
    _incident(_acts(command("incident", "what went out and should not have")), command)
    paper = command("paper", "papers for parents, as PDF")
    paper.add_argument("what", choices=["photo-consent", "face-notice"])
    paper.add_argument("--language", choices=["en", "cy"], default="en")
    paper.add_argument("--out", metavar="FILE", required=True, help="a new .pdf file")


def _acts(of: argparse.ArgumentParser) -> Any:
    return of.add_subparsers(metavar="ACT", required=True)


def _destination(acts: Any, command: Command) -> None:
    command("list", "every destination, without its secret", acts, "destination list")
    add = command("add", "put a destination down, or change it", acts, "destination add")
    add.add_argument("destination", metavar="ID", help="a short word")
    add.add_argument("--kind", choices=[kind.value for kind in DestinationKind], required=True)
    add.add_argument("--name", default="")
    add.add_argument("--address", default="", help="host[:port], or an address that begins with https://")
    add.add_argument("--folder", default="", help="SMB: share/folder; S3: bucket/folder")
    add.add_argument("--login", metavar="NAME", default="", help="user name there; S3: the access key's id")
    add.add_argument(
        "--secret-file",
        metavar="FILE",
        help="password, application password or secret key (else it is asked)",
    )
    add.add_argument(
        "--pinned", metavar="SHA256:…", default="", help="SFTP: the server's host key, as its owner tells it"
    )
    for word, about in {
        "test": "reach it and write, read and remove a small file",
        "remove": "forget it",
    }.items():
        command(word, about, acts, f"destination {word}").add_argument("destination", metavar="ID")
    use = command("use", "send a platform's copies there", acts, "destination use")
    use.add_argument("platform", metavar="PLATFORM")
    use.add_argument("destination", metavar="ID", nargs="?", help="(none: a folder chosen each time)")


def _post(acts: Any, command: Command) -> None:
    command("doubtful", "copies of which it is not known whether they arrived", acts, "post doubtful")
    settle = command("settle", "say what you saw at the destination", acts, "post settle")
    settle.add_argument("file", metavar="FILE", help="the copy's name, as `post doubtful` shows it")
    settle.add_argument(
        "seen", choices=["there", "not-there", "look"], help="look: let Greenlight look again"
    )
    address = command("address", "where a post that was made by hand can be seen", acts, "post address")
    address.add_argument("file", metavar="FILE")
    address.add_argument("address", metavar="ADDRESS")
    still = command("still-there", "a post was put down as gone by mistake", acts, "post still-there")
    still.add_argument("file", metavar="FILE")
    gone = command("gone", "a post was taken down, and how that is known", acts, "post gone")
    gone.add_argument("file", metavar="FILE")
    gone.add_argument("--note", default="")
    gone.add_argument("--screenshot", metavar="FILE", help="PNG or JPEG; it is kept encrypted")


def _incident(acts: Any, command: Command) -> None:
    command("list", "every incident and what is left of its 72 hours", acts, "incident list")
    opened = command("open", "put an incident down; the clock runs from now", acts, "incident open")
    opened.add_argument("words", metavar="WHAT", help="what happened")
    opened.add_argument("--post", metavar="FILE", default="")
    report = command("report", "one incident as PDF", acts, "incident report")
    report.add_argument("incident", metavar="ID")
    report.add_argument("--out", metavar="FILE", required=True, help="a new .pdf file")
