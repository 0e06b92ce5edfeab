"""Writes a subject access pack into a new folder: a PDF to read, JSON to process, and each photo by itself."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path

from app.errors import AppError, Trouble
from app.people.explaining import Tongue, in_english
from app.places import make_private
from app.reports.access import AccessPack, OwnPhoto, OwnPost
from app.reports.files import write_private
from app.reports.layouts import Record
from app.reports.markup import bullets, document, heading, paragraph, picture, table
from app.work.paper import pdf_of
from consent.notices import Notice
from consent.pasts import PersonChange
from consent.people import Person
from consent.permissions import Giver, Permission

FACE_WIDTH = 110
PICTURE_WIDTH = 460  # points, of 492 on a page
PDF_NAME, JSON_NAME, FACE_NAME = "access.pdf", "access.json", "face.jpg"
_ABOUT_SELF = ("legal_name", "known_as", "school_id", "upn", "class_name", "year")


def new_folder(out: str) -> Path:
    """Where the pack goes, looked at before it is made. Raises AppError(WRONG_USE)."""
    path = Path(out)
    if path.is_symlink() or (path.exists() and (not path.is_dir() or any(path.iterdir()))):
        raise AppError(Trouble.WRONG_USE, "--out is there already and holds something: name a new folder")
    if not path.parent.is_dir():
        raise AppError(Trouble.WRONG_USE, "the folder around --out is not there")
    return path


def write_pack(folder: Path, pack: AccessPack) -> None:
    """Write the whole pack, for this account only. Raises AppError as `disk.write_new`, and NOT_PRINTED."""
    html, record = as_html(pack), as_record(pack)
    pdf = pdf_of(html, title=f"Subject access pack, {pack.made_at:%d %B %Y}")
    make_private(folder)
    for number, photo in enumerate(pack.photos, start=1):
        if photo.jpeg is not None:
            write_private(folder / _file_of(number), photo.jpeg)
    if pack.face_picture is not None:
        write_private(folder / FACE_NAME, pack.face_picture)
    write_private(folder / JSON_NAME, json.dumps(record, indent=1, allow_nan=False).encode("ascii") + b"\n")
    write_private(folder / PDF_NAME, pdf)


def as_record(pack: AccessPack) -> Record:
    """The pack as JSON."""
    person = pack.person
    return {
        "report": "access",
        "made_at": pack.made_at.isoformat(),
        "person": {
            "id": person.id,
            "earlier_ids": list(person.once),
            "kind": person.kind.value,
            **_own_words(person),
        },
        "carers": [
            {"relation": one.relation, "parental_responsibility": one.responsible} for one in person.carers
        ],
        "answers_today": [
            {
                "platform": one.question.platform or "",
                "kind": one.question.kind.value,
                "allowed": one.allowed,
                "why": one.sentence,
            }
            for one in pack.answers
        ],
        "permissions": [_permission(person, one) for one in pack.permissions],
        "notices": [_notice(person, one) for one in pack.notices],
        "history": [
            _change(before, one) for before, one in zip((None, *pack.changes), pack.changes, strict=False)
        ],
        "scans": [
            {
                "id": one.id,
                "form": one.form,
                "received_on": one.received_on.isoformat(),
                "media": one.media.value,
            }
            for one in pack.scans
        ],
        "templates": [{"enrolled_on": one.enrolled_on.isoformat()} for one in pack.templates],
        "face_picture": FACE_NAME if pack.face_picture is not None else "",
        "photos": [_photo(number, one) for number, one in enumerate(pack.photos, start=1)],
        "photos_that_may_show_the_person": {why.value: count for why, count in pack.unsure.items()},
        "posts": [_post(one) for one in pack.posts],
        "log": [
            {"number": one.number, "at": one.event.at.isoformat(), "act": one.event.act} for one in pack.log
        ],
    }


def as_html(pack: AccessPack) -> str:
    """The pack as pages."""
    person, tongue = pack.person, in_english(pack.made_at.date())
    return document(
        f"What is held about {person.shown_name}",
        paragraph(
            f"Made on {pack.made_at:%d %B %Y}.",
            "Other people are covered in the photos, carers are called by their relation, and staff are not named.",
        ),
        heading("The record"),
        table(("What", "Value"), _facts(person)),
        heading("What may be done today, and why"),
        table(
            ("Platform", "What", "Why"),
            [(one.question.platform or "", one.question.kind.value, one.sentence) for one in pack.answers],
        ),
        heading("Every answer on record"),
        table(
            ("Given", "Platform", "What", "Answer", "By", "Until", "Form"),
            [_permission_row(person, one, tongue) for one in pack.permissions],
        ),
        heading("Comparing of faces"),
        paragraph(f"Face templates kept: {len(pack.templates)}."),
        *(
            ()
            if pack.face_picture is None
            else (picture(pack.face_picture, FACE_WIDTH, "The reference picture"),)
        ),
        table(
            ("Parent told", "On", "Form"),
            [(_relation(person, one.carer), tongue.day(one.sent_on), one.form) for one in pack.notices],
        ),
        heading("Changes of the record"),
        table(("When", "What", "Name", "Class"), [_change_row(one) for one in pack.changes]),
        heading("Scanned forms"),
        bullets(f"{one.form}, received on {tongue.day(one.received_on)}" for one in pack.scans),
        heading("Posts that show or name the person"),
        table(
            ("Posted", "Where", "Address", "Caption", "Taken down", "Photo"),
            [_post_row(one, tongue) for one in pack.posts],
        ),
        heading("Photos that the school holds"),
        *_pictures(pack),
        heading("What the log says"),
        table(
            ("When", "Act"),
            [
                (f"{one.event.at:%d %B %Y, %H:%M} UTC", one.event.act.replace("_", " ").replace(".", ": "))
                for one in pack.log
            ],
        ),
    )


def _pictures(pack: AccessPack) -> list[str]:
    unsure = sum(pack.unsure.values())
    parts = [paragraph(f"Photos in which the person is known to be: {len(pack.photos)}.")]
    if unsure:
        parts.append(
            paragraph(
                f"In {unsure} more it is not certain; they are not shown here, as it may be someone else."
            )
        )
    for number, photo in enumerate(pack.photos, start=1):
        words = f"Photo {number}, brought in on {photo.brought_in:%d %B %Y}"
        if photo.jpeg is None:
            parts.append(paragraph(f"{words}: not shown ({_withheld(photo)})."))
        else:
            parts.append(picture(photo.jpeg, PICTURE_WIDTH, words))
        parts.append(
            bullets(f"{one.platform}: {one.outcome.value}, {_words(one.why.value)}" for one in photo.decided)
        )
    return parts


def _facts(person: Person) -> list[tuple[str, str]]:
    rows = [(name.replace("_", " "), value) for name, value in _own_words(person).items() if value]
    rows += [("carer", one.relation) for one in person.carers]
    return [("kind", person.kind.value), *rows]


def _own_words(person: Person) -> dict[str, str]:
    left = {} if person.left_on is None else {"left_on": person.left_on.isoformat()}
    return {**{name: getattr(person, name) for name in _ABOUT_SELF}, **left}


def _relation(person: Person, carer: str) -> str:
    return next((one.relation for one in person.carers if one.id == carer), "a former carer")


def _giver(person: Person, record: Permission) -> str:
    return "self" if record.giver is Giver.SELF else _relation(person, record.carer)


def _permission(person: Person, one: Permission) -> Record:
    return {
        "platform": one.platform or "",
        "kind": one.kind.value,
        "answer": one.answer.value,
        "by": _giver(person, one),
        "given_on": one.given_on.isoformat(),
        "valid_from": "" if one.valid_from is None else one.valid_from.isoformat(),
        "valid_until": "" if one.valid_until is None else one.valid_until.isoformat(),
        "form": one.form,
        "scan": one.evidence,
        "order": one.sequence,
    }


def _permission_row(person: Person, one: Permission, tongue: Tongue) -> tuple[str, ...]:
    return (
        tongue.day(one.given_on),
        one.platform or "",
        one.kind.value,
        one.answer.value,
        _giver(person, one),
        "" if one.valid_until is None else tongue.day(one.valid_until),
        one.form,
    )


def _notice(person: Person, one: Notice) -> Record:
    return {
        "to": _relation(person, one.carer),
        "sent_on": one.sent_on.isoformat(),
        "form": one.form,
        "excused": one.excused is not None,  # why, may be about the other parent
    }


def _change(before: PersonChange | None, one: PersonChange) -> Record:
    changed = []
    if before is not None and before.person == one.person:
        changed = [
            own.name
            for own in fields(Person)
            if getattr(before.after, own.name) != getattr(one.after, own.name)
        ]
    return {
        "at": one.at.isoformat(),
        "happened": one.happened.value,
        "fields": changed,
        "record": _own_words(one.after),
    }


def _change_row(one: PersonChange) -> tuple[str, ...]:
    return (f"{one.at:%d %B %Y}", one.happened.value, one.after.shown_name, one.after.class_name)


def _photo(number: int, one: OwnPhoto) -> Record:
    return {
        "photo": one.photo,
        "brought_in": one.brought_in.isoformat(),
        "file": _file_of(number) if one.jpeg is not None else "",
        "withheld": "" if one.withheld is None else one.withheld.value,
        "decisions": [
            {"platform": each.platform, "outcome": each.outcome.value, "why": each.why.value}
            for each in one.decided
        ],
    }


def _post(one: OwnPost) -> Record:
    post = one.publication
    return {
        "photo": post.photo,
        "platform": post.platform,
        "account": post.account,
        "address": post.address,
        "posted_at": post.published_at.isoformat(),
        "sha256": post.sha256,
        "caption": one.caption,
        "taken_down_on": "" if one.taken_down_on is None else one.taken_down_on.isoformat(),
        "permissions": list(post.permissions),
        "photo_held": one.photo_held,
    }


def _post_row(one: OwnPost, tongue: Tongue) -> tuple[str, ...]:
    post = one.publication
    down = "" if one.taken_down_on is None else tongue.day(one.taken_down_on)
    held = "held" if one.photo_held else "deleted; only this record remains"
    return (
        f"{post.published_at:%d %B %Y}",
        post.platform,
        post.address or post.account,
        one.caption,
        down,
        held,
    )


def _withheld(photo: OwnPhoto) -> str:
    return "" if photo.withheld is None else _words(photo.withheld.value)


def _words(code: str) -> str:
    return code.casefold().replace("_", " ")


def _file_of(number: int) -> str:
    return f"photo-{number:04}.jpg"
