"""The arguments of `approve`."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from typing import Any

Command = Callable[..., argparse.ArgumentParser]


def add_approve(command: Command, day: Callable[[str], date]) -> None:
    """`approve` with its acts."""
    top = command("approve", "the second person's go live, and who stands in for the head")
    acts: Any = top.add_subparsers(metavar="ACT", required=True)
    command("list", "what waits for a go live", acts, "approve list")
    show = command("show", "write the copies that are asked about, to be looked at", acts, "approve show")
    show.add_argument("photo", metavar="PHOTO")
    show.add_argument("--out", metavar="DIR", required=True)
    live = command("live", "say go live; who prepared a photo of the batch cannot", acts, "approve live")
    live.add_argument("photos", metavar="PHOTO", nargs="+")
    live.add_argument(
        "--link", metavar="LINK", action="append", default=[], help="a link in the words that you looked at"
    )
    back = command("back", "send a photo back to the office", acts, "approve back")
    back.add_argument("photo", metavar="PHOTO")
    back.add_argument("--note", metavar="WORDS", default="", help="why")
    delegate = command("delegate", "someone says go live in your place", acts, "approve delegate")
    delegate.add_argument("to", metavar="USER")
    delegate.add_argument("--from", metavar="DATE", dest="starts", type=day, help="(default: today)")
    delegate.add_argument("--until", metavar="DATE", dest="ends", type=day, required=True)
    command("delegations", "who stands in for whom", acts, "approve delegations")
    revoke = command("revoke", "take it back at once", acts, "approve revoke")
    revoke.add_argument("delegation", metavar="ID")
