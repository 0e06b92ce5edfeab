"""What was deleted: which photo, when, by whom, why, on whose confirmation, and what became of its originals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.reports import markup
from app.services import Services
from consent.accounts import SYSTEM, AccountId, Act
from consent.audit import Entry, Event
from consent.publications import PhotoId


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A copy that was out before the photo was deleted, and who said that it may go."""

    platform: str
    approved_by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Deletion:
    """One deleted photo. `sha256` is of the original bytes: it proves which photo it was, and shows nothing of it.

    `by` is a user name, "" where the program did it by itself.

    `ground` is a word of `app.steps.erase.Ground`, "" in logs of an older program. `originals` counts the last
    known fates (`consent.originals.Fate`) of the files on the device.
    """

    photo: PhotoId
    sha256: str
    at: datetime
    by: str
    ground: str
    confirmations: tuple[Confirmation, ...]
    originals: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class DeletionReport:
    """Every deletion in the order of the log, with the log's own seal to hold it against."""

    made_at: datetime
    made_by: AccountId
    seal: str
    deletions: tuple[Deletion, ...]


def deletions(services: Services) -> DeletionReport:
    """The record of deletions, for who keeps the register; that it was shown is logged first.

    Raises ConsentError: NOT_ALLOWED; LOG_DAMAGED where the log is not what was written.
    """
    services.require(Act.KEEP_REGISTER)
    services.store.audit.verify()
    entries = services.store.audit.entries()
    staff = {account.id: account.user_name for account in services.store.accounts.accounts()}
    posted: dict[PhotoId, list[Confirmation]] = {}
    for one in services.store.ledger.publications():
        by = staff.get(one.approved_by, one.approved_by)
        posted.setdefault(one.photo, []).append(Confirmation(one.platform, by, one.published_at))
    fates = _fates(entries)
    found = tuple(
        Deletion(
            photo=(photo := PhotoId(entry.event.subject)),
            sha256=services.store.ledger.photo(photo).sha256,
            at=entry.event.at,
            by=""
            if entry.event.actor == SYSTEM
            else staff.get(AccountId(entry.event.actor), entry.event.actor),
            ground=entry.event.detail,
            confirmations=tuple(posted.get(photo, ())),
            originals=tuple(sorted(fates.get(photo, Counter()).items())),
        )
        for entry in entries
        if entry.event.act == "erase"
    )
    now = services.clock()
    made = services.store.audit.append(
        Event("report.deletions", services.account.id, now, detail=f"deletions={len(found)}")
    )
    return DeletionReport(now, services.account.id, made.seal, found)


def _fates(entries: Sequence[Entry]) -> dict[PhotoId, Counter[str]]:
    """How often each fate was written down for each photo's originals: the files of one photo go together."""
    found: dict[PhotoId, Counter[str]] = {}
    for entry in entries:
        if entry.event.act == "original":
            found.setdefault(PhotoId(entry.event.subject), Counter())[entry.event.detail] += 1
    return found


BY_ITSELF = "the program itself"

_GROUNDS = {
    "delivered": "every copy was out and confirmed",
    "unwanted": "a person sent it to the bin",
    "retention": "it was kept as long as the school keeps photos",
    "": "not recorded",
}


def as_html(report: DeletionReport, *, school: str) -> str:
    """The record as a document to print and to sign (see `app.work.paper`)."""
    rows = [
        (
            f"{one.at:%d %B %Y %H:%M}",
            one.photo,
            one.sha256,
            one.by or BY_ITSELF,
            _GROUNDS.get(one.ground, one.ground),
            "; ".join(
                f"{c.platform}, approved by {c.approved_by}, {c.at:%d %B %Y}" for c in one.confirmations
            ),
            "; ".join(f"{count} {fate.replace('_', ' ')}" for fate, count in one.originals),
        )
        for one in report.deletions
    ]
    columns = ("When", "Photo", "Fingerprint", "By", "Why", "Copies that were out", "Originals on the device")
    return markup.document(
        f"Record of deletions · {school}",
        markup.paragraph(
            f"{len(rows)} photos were deleted up to {report.made_at:%d %B %Y %H:%M}.",
            "For each the key was destroyed, so that its encrypted file can never be read again, and the file removed.",
        ),
        markup.table(columns, rows),
        markup.paragraph(f"The log from which this was taken ends with the seal {report.seal}."),
    )
