"""What can be typed about the school itself: set-up, staff, platforms, policy, backup, recovery."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from typing import Any

from consent.accounts import Role
from consent.platforms import UniformRule
from consent.policy import NeverPublishRule

Command = Callable[..., argparse.ArgumentParser]
YES = {"yes": True, "no": False}


def add_school(command: Command, day: Callable[[str], date]) -> None:
    """Every command about the school; `command` adds one, `day` reads a date."""
    _school(_acts(command("school", "the school's first day")), command, day)
    _staff(_acts(command("staff", "who may sign in, and in which role")), command, day)
    _platform(_acts(command("platform", "where the school posts, and what may be seen there")), command)
    _policy(_acts(command("policy", "the school's rules, their version, and who read them")), command, day)
    backup = command("backup", "write the register, locked, into one new file to be kept elsewhere")
    backup.add_argument("file", metavar="FILE")
    restore = command("restore", "unpack a backup where there is no store, or a damaged one")
    restore.add_argument("file", metavar="FILE")
    restore.add_argument(
        "--over",
        action="store_true",
        help="in place of a damaged store, which is moved aside and not deleted",
    )
    _recovery(
        _acts(command("recovery", "the printed key that opens the store when no password does")), command
    )
    _computer(_acts(command("computer", "whether this computer opens the store without a password")), command)


def _acts(of: argparse.ArgumentParser) -> Any:
    return of.add_subparsers(metavar="ACT", required=True)


def _school(acts: Any, command: Command, day: Callable[[str], date]) -> None:
    made = command("set-up", "make a new, empty store with its first people", acts, "school set-up")
    made.add_argument("--school", metavar="NAME", required=True)
    made.add_argument(
        "--school-name", metavar="NAME", action="append", default=[],
        help="how it is written on clothes and signs (default: the same)",
    )  # fmt: skip
    made.add_argument("--admin", metavar="USER", required=True, help="user name of who sets it up")
    made.add_argument("--admin-name", metavar="NAME", required=True, help="first name and surname")
    made.add_argument("--trained", metavar="DATE", type=day, required=True, help="when the admin was trained")
    made.add_argument("--lead", metavar="USER", help="user name of the data protection lead")
    made.add_argument("--lead-name", metavar="NAME")
    made.add_argument(
        "--no-second",
        action="store_true",
        help="there is no one else: the admin is the lead as well, for now",
    )
    made.add_argument(
        "--platform", metavar="NAME", nargs="+", action="extend", default=[], help="ready-made ones"
    )
    made.add_argument("--policy-version", metavar="VERSION", default="1")
    _new_password(made)


def _staff(acts: Any, command: Command, day: Callable[[str], date]) -> None:
    command("list", "every account, its roles, training and policy read", acts, "staff list")
    invite = command("invite", "a new account; prints its first password once", acts, "staff invite")
    _user(invite)
    invite.add_argument("--name", metavar="NAME", required=True, help="first name and surname")
    _roles(invite)
    train = command("train", "record the day of someone's training", acts, "staff train")
    _user(train)
    train.add_argument("--on", metavar="DATE", type=day, help="as 2026-09-01 (default: today)")
    roles = command("roles", "change what someone may do", acts, "staff roles")
    _user(roles)
    _roles(roles)
    _user(command("disable", "shut someone out; the account stays for the log", acts, "staff disable"))
    _user(command("enable", "let someone in again; prints a first password once", acts, "staff enable"))
    password = command("password", "change your own, or give someone a first one", acts, "staff password")
    password.add_argument("who", metavar="USER", nargs="?", help="who forgot theirs (default: your own)")
    _new_password(password)


def _platform(acts: Any, command: Command) -> None:
    command("list", "every platform with its rules and official account", acts, "platform list")
    add = command("add", "a new platform, ready-made or your own", acts, "platform add")
    change = command("change", "other rules, or another official account", acts, "platform change")
    retire = command(
        "retire", "no new photo goes there; what was posted stays on record", acts, "platform retire"
    )
    reopen = command("reopen", "photos may go there again", acts, "platform reopen")
    for one in (retire, reopen):
        one.add_argument("platform", metavar="PLATFORM", help="as 'platform list' prints it")
    for one in (add, change):
        one.add_argument("platform", metavar="PLATFORM", help="a short word such as website")
        one.add_argument("--name", metavar="NAME", help="as people call it")
        one.add_argument("--names", choices=YES, help="whether a name may stand in a picture there")
        one.add_argument(
            "--uniform",
            choices=[rule.value.replace("_", "-") for rule in UniformRule],
            help="what happens to uniform",
        )
        one.add_argument(
            "--watermark", choices=YES, help="whether each photo says whose it is: its source, or the school"
        )
        one.add_argument("--group-only", choices=YES, help="whether people are shown in groups only")
        one.add_argument("--minimum-age", metavar="YEARS", type=int, help="the platform's own")
        one.add_argument("--longest-side", metavar="PIXELS", type=int, help="0: full size")
        one.add_argument("--quality", metavar="1-100", type=int)
        one.add_argument("--approvers", metavar="N", type=int, help="how many must say go live")
        one.add_argument("--address", metavar="URL", help="the official account")
        one.add_argument("--email", metavar="ADDRESS", help="the school's e-mail behind it")
        one.add_argument(
            "--staff", metavar="USER", nargs="*", help="who has the account's password: two or more"
        )
        one.add_argument("--open", choices=YES, help="whether anyone can read it")
    _second(change)


def _policy(acts: Any, command: Command, day: Callable[[str], date]) -> None:
    command("show", "the rules in force, and what has to be seen to", acts, "policy show")
    read = command("read", "print the text and confirm that you have read it", acts, "policy read")
    read.add_argument(
        "--confirm", metavar="VERSION", help="confirm this version (at a terminal it is asked for)"
    )
    change = command("change", "put changed rules into force", acts, "policy change")
    change.add_argument("--school", metavar="NAME")
    change.add_argument(
        "--school-name", metavar="NAME", nargs="+", help="as written on clothes and signs: all of them"
    )
    change.add_argument("--text", metavar="FILE", help="what staff read; needs a new --version")
    change.add_argument("--version", metavar="VERSION", dest="policy_version", help="everyone reads it anew")
    change.add_argument("--next-review", metavar="DATE", type=day)
    change.add_argument("--owner", metavar="NAME", help="who looks after the policy")
    change.add_argument("--crest", metavar="IMAGE", nargs="+", help="pictures of the crest: all of them")
    change.add_argument("--uniform-colour", metavar="RRGGBB", nargs="+", type=_colour, help="all of them")
    change.add_argument(
        "--assessment", metavar="REFERENCE", help="the impact assessment: switches matching on"
    )
    change.add_argument("--assessed-on", metavar="DATE", type=day)
    change.add_argument(
        "--matching-off", action="store_true", help="no faces are compared; every face template is destroyed"
    )
    change.add_argument("--never-publish", choices=[rule.value for rule in NeverPublishRule])
    change.add_argument("--group-size", metavar="N", type=int, help="how many make a group")
    change.add_argument("--smallest-face", metavar="PIXELS", type=int, help="smaller ones are always covered")
    change.add_argument(
        "--face-pictures",
        choices=YES,
        help="whether the reference face is kept beside its template, to compare by eye",
    )
    change.add_argument("--keep-photos", metavar="DAYS", type=int, help="until they must be gone")
    change.add_argument(
        "--notice", metavar="DAYS", type=int, help="for how long someone is told before photos are deleted"
    )
    change.add_argument("--keep-leavers", metavar="DAYS", type=int, help="until their record must be gone")
    change.add_argument("--approval-days", metavar="DAYS", type=int, help="how long a go live holds")
    for name, what in (
        ("--refuse-word", "stand in no caption"),
        ("--hint-word", "give a hint in captions"),
        ("--allow-word", "are neither although the kept lists name them"),
    ):
        change.add_argument(name, metavar="WORD", nargs="*", help=f"words that {what}: all of them")
    _second(change)


def _second(into: argparse.ArgumentParser) -> None:
    into.add_argument("--second", metavar="USER", help="who agrees, where a protection is lifted")
    into.add_argument("--second-password-file", metavar="FILE", help="(default: asked at the terminal)")


def _recovery(acts: Any, command: Command) -> None:
    confirm = command("confirm", "type the printed key back", acts, "recovery confirm")
    command("renew", "print a new key; the old one opens nothing any more", acts, "recovery renew")
    use = command("use", "give an admin a new password by the printed key", acts, "recovery use")
    use.add_argument("--admin", metavar="USER", help="who gets it (default: the only admin)")
    _new_password(use)
    for one in (confirm, use):
        one.add_argument("--key-file", metavar="FILE", help="where the key is read (default: asked)")


def _computer(acts: Any, command: Command) -> None:
    command("remember", "this computer's keyring opens the store for you", acts, "computer remember")
    command("list", "computers that open the store without a password", acts, "computer list")
    forget = command("forget", "a computer opens the store no more", acts, "computer forget")
    forget.add_argument(
        "computer", metavar="ID", nargs="?", help="as 'computer list' prints it (default: this one)"
    )


def _user(into: argparse.ArgumentParser) -> None:
    into.add_argument("who", metavar="USER", help="a user name")


def _roles(into: argparse.ArgumentParser) -> None:
    into.add_argument(
        "--role",
        choices=[role.value for role in Role],
        nargs="+",
        required=True,
        help="one or more; all of them",
    )


def _new_password(into: argparse.ArgumentParser) -> None:
    into.add_argument(
        "--new-password-file", metavar="FILE", help="where the new password is read (default: asked twice)"
    )


def _colour(text: str) -> tuple[int, int, int]:
    digits = text.removeprefix("#")
    if len(digits) != 6 or not set(digits.lower()) <= set("0123456789abcdef"):
        raise argparse.ArgumentTypeError("a colour is six digits, as 1f3a5f")
    red, green, blue = bytes.fromhex(digits)
    return red, green, blue
