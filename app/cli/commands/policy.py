"""Policy: the school's rules from the command line: shown, changed, read and confirmed."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.cli.arguments import Given, wrong_use
from app.cli.printing import print_line, print_table, tell
from app.cli.school_arguments import YES
from app.cli.school_words import print_reminders
from app.cli.signing_in import agreed_by_second, ask, signed_in
from app.cli.status import Status
from app.people.reading import read_file
from app.school import policy as doors
from app.school.due import due
from app.school.staff import read_policy
from app.services import Services
from consent.captions import as_listed
from consent.governing import to_agree
from consent.policy import NeverPublishRule, Policy

LONGEST_TEXT = 1_000_000  # bytes


def policy_show(given: Given) -> Status:
    """The rules in force, and what has to be seen to."""
    with signed_in(given) as services:
        rules, matters = doors.policy(services), due(services)
        names = {str(one.id): one.full_name for one in services.store.accounts.accounts()}
        names |= {str(one.id): one.name for one in services.store.register.platforms()}
    print_table("", ("what", "value"), _rows(rules))
    print_reminders(matters, names)
    return Status.WELL


def policy_read(given: Given) -> Status:
    """Print the text; confirm the version that is typed back."""
    with signed_in(given) as services:
        rules = doors.policy(services)
        print_line(f"policy of {rules.school or 'the school'}, version {rules.version}")
        for line in rules.text.splitlines() or [
            "(its text is not in the program: read it where the school keeps it)"
        ]:
            print_line(line)
        version: str | None = vars(given)["confirm"]
        if version is None and sys.stdin.isatty():
            version = ask(f"Type the version ({rules.version}) to confirm that you have read it: ").strip()
        if not version:
            tell("not confirmed: read it, then give --confirm VERSION")
            return Status.WAITING
        read_policy(services, version)
    tell("confirmed")
    return Status.WELL


def policy_change(given: Given) -> Status:
    """Put changed rules into force; what is not named stays."""
    asked = vars(given)
    with signed_in(given) as services:
        before = services.store.register.policy()
        after = _changed(services, before, asked)
        agreed = agreed_by_second(given, services, to_agree(before, after))
        rules = doors.change(services, after, agreed=agreed)
    print_table("", ("what", "value"), _rows(rules))
    if rules.version != before.version:
        tell("everyone has to read and confirm the new version before going on: 'greenlight policy read'")
    return Status.WELL


def _changed(services: Services, before: Policy, asked: Mapping[str, Any]) -> Policy:
    if asked["matching_off"] and (asked["assessment"] or asked["assessed_on"]):
        raise wrong_use("--matching-off does not go with an assessment")
    if bool(asked["assessment"]) != bool(asked["assessed_on"]):
        raise wrong_use("--assessment and --assessed-on belong together")
    names = asked["school_name"]
    own = {one: asked[one] for one in ("refuse_word", "hint_word", "allow_word")}
    words = {one: None if typed is None else as_listed(" ".join(typed)) for one, typed in own.items()}
    rule = asked["never_publish"]
    wished: dict[str, Any] = {
        "school": asked["school"],
        "school_names": None if names is None else tuple(names),
        "text": None
        if asked["text"] is None
        else read_file(Path(asked["text"]), LONGEST_TEXT).decode("utf-8", errors="replace"),
        "version": asked["policy_version"],
        "next_review": asked["next_review"],
        "owner": asked["owner"],
        "crests": None
        if asked["crest"] is None
        else tuple(
            doors.crest_of(services, read_file(Path(one), doors.LARGEST_CREST)) for one in asked["crest"]
        ),
        "uniform_colours": None if asked["uniform_colour"] is None else tuple(asked["uniform_colour"]),
        "impact_assessment": asked["assessment"],
        "impact_assessed_on": asked["assessed_on"],
        "never_publish": None if rule is None else NeverPublishRule(rule),
        "group_size": asked["group_size"],
        "smallest_face": asked["smallest_face"],
        "face_pictures": YES.get(asked["face_pictures"]),
        "retention_days": asked["keep_photos"],
        "notice_days": asked["notice"],
        "leavers_days": asked["keep_leavers"],
        "approval_days": asked["approval_days"],
        "words_refused": words["refuse_word"],
        "words_advised": words["hint_word"],
        "words_allowed": words["allow_word"],
    }
    after = replace(before, **{name: value for name, value in wished.items() if value is not None})
    return replace(after, impact_assessment="", impact_assessed_on=None) if asked["matching_off"] else after


def _rows(rules: Policy) -> list[tuple[str, str]]:
    assessed = f"on: {rules.impact_assessment}, {rules.impact_assessed_on}" if rules.matching else "off"
    review = rules.next_review.isoformat() if rules.next_review else "no date"
    return [
        ("school", rules.school),
        ("written as", ", ".join(rules.school_names)),
        ("version", rules.version),
        ("next review", review),
        ("looked after by", rules.owner or "no one"),
        ("matching faces", assessed),
        ("never publish", f"{rules.never_publish.value} the photo" if rules.never_publish == "block" else "cover"),
        ("a group is", f"{rules.group_size} or more"),
        ("faces always covered", f"below {rules.smallest_face} px" if rules.smallest_face else "none for their size"),
        ("reference faces", "kept" if rules.face_pictures else "not kept"),
        ("photos are kept", f"{rules.retention_days} days"),
        ("told before they go", f"{rules.notice_days} days"),
        ("leavers are kept", f"{rules.leavers_days} days"),
        ("a go live holds", f"{rules.approval_days} days"),
        ("crests", str(len(rules.crests))),
        ("uniform colours", ", ".join(bytes(colour).hex() for colour in rules.uniform_colours)),
        ("never in a caption", ", ".join(rules.words_refused) or "nothing but the kept list"),
        ("a hint in a caption", ", ".join(rules.words_advised) or "nothing but the kept list"),
        ("allowed in a caption", ", ".join(rules.words_allowed)),
        ("text", f"{len(rules.text.split())} words" if rules.text else "not in the program"),
    ]  # fmt: skip
