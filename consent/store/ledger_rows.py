"""Turns the ledger's values into rows and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from pydantic import TypeAdapter

from consent.accounts import AccountId
from consent.people import PersonId
from consent.platforms import PlatformId
from consent.publications import (
    Approval,
    Batch,
    BatchId,
    Bookmark,
    Confirmation,
    PhotoId,
    PhotoRecord,
    Proposal,
    Publication,
    ReviewNote,
    Whereabouts,
    Words,
)
from consent.sightings import RegionId
from consent.stages import Stage
from consent.store.text import listed, sightings_of, sightings_text, words

_WORDS: TypeAdapter[dict[PlatformId, Words]] = TypeAdapter(dict[PlatformId, Words])


def moment(text: str) -> datetime:
    """A moment from ISO text, with its zone."""
    return datetime.fromisoformat(text)


def batch_values(batch: Batch) -> dict[str, Any]:
    """All but the id."""
    return {
        "title": batch.title,
        "platforms": listed(batch.platforms),
        "device": batch.device,
        "created_by": batch.created_by,
        "created_at": batch.created_at.isoformat(),
        "told_on": None if batch.told_on is None else batch.told_on.isoformat(),
    }


def batch_of(row: Any) -> Batch:
    """A batch from its row."""
    return Batch(
        id=BatchId(row.id),
        title=row.title,
        platforms=tuple(PlatformId(one) for one in words(row.platforms)),
        device=row.device,
        created_by=AccountId(row.created_by),
        created_at=moment(row.created_at),
        told_on=None if row.told_on is None else date.fromisoformat(row.told_on),
    )


def bookmark_values(bookmark: Bookmark) -> dict[str, Any]:
    """A whole row."""
    return {
        "account": bookmark.account,
        "batch": bookmark.batch,
        "photo": bookmark.photo,
        "region": bookmark.region,
        "platform": bookmark.platform,
    }


def bookmark_of(row: Any) -> Bookmark:
    """A bookmark from its row."""
    return Bookmark(AccountId(row.account), BatchId(row.batch), PhotoId(row.photo), row.region, row.platform)


def words_text(words: Mapping[PlatformId, Words]) -> str:
    """What is being written beside a photo, as one text."""
    return _WORDS.dump_json(dict(words)).decode()


def words_of(text: str) -> Mapping[PlatformId, Words]:
    """The words of such a text."""
    return _WORDS.validate_json(text)


def photo_values(photo: PhotoRecord) -> dict[str, Any]:
    """All but the id."""
    return {
        "batch": photo.batch,
        "file_name": photo.file_name,
        "sha256": photo.sha256,
        "size": photo.size,
        "stage": photo.stage.value,
        "width": photo.width,
        "height": photo.height,
        "sightings": sightings_text(photo.sightings),
        "trouble": photo.trouble,
        "touched_by": listed(photo.touched_by),
        "camera": photo.camera,
    }


def photo_of(row: Any) -> PhotoRecord:
    """A photo's record from its row."""
    return PhotoRecord(
        id=PhotoId(row.id),
        batch=BatchId(row.batch),
        file_name=row.file_name,
        sha256=row.sha256,
        size=row.size,
        stage=Stage(row.stage),
        width=row.width,
        height=row.height,
        sightings=sightings_of(row.sightings),
        trouble=row.trouble,
        touched_by=tuple(AccountId(one) for one in words(row.touched_by)),
        camera=row.camera,
    )


def whereabouts_of(row: Any) -> Whereabouts:
    """Where a photo stands, from some columns of its row."""
    return Whereabouts(
        PhotoId(row.id),
        BatchId(row.batch),
        Stage(row.stage),
        tuple(AccountId(one) for one in words(row.touched_by)),
        published=bool(row.published),
        sent_back=bool(row.sent_back),
    )


def proposal_values(proposal: Proposal) -> dict[str, Any]:
    """A whole row."""
    return {
        "photo": proposal.photo,
        "platform": proposal.platform,
        "sha256": proposal.sha256,
        "caption": proposal.caption,
        "visible": listed(proposal.visible),
        "prepared_by": proposal.prepared_by,
        "prepared_at": proposal.prepared_at.isoformat(),
        "alt_text": proposal.alt_text,
        "source": proposal.source,
        "confirmed": listed(proposal.confirmed),
        "named": listed(proposal.named),
    }


def proposal_of(row: Any) -> Proposal:
    """A proposal from its row."""
    return Proposal(
        photo=PhotoId(row.photo),
        platform=PlatformId(row.platform),
        sha256=row.sha256,
        caption=row.caption,
        visible=tuple(PersonId(one) for one in words(row.visible)),
        prepared_by=AccountId(row.prepared_by),
        prepared_at=moment(row.prepared_at),
        alt_text=row.alt_text,
        source=row.source,
        confirmed=tuple(Confirmation(one) for one in words(row.confirmed)),
        named=tuple(PersonId(one) for one in words(row.named)),
    )


def approval_values(approval: Approval) -> dict[str, Any]:
    """A whole row; the proposal stands in its own."""
    return {
        "photo": approval.proposal.photo,
        "platform": approval.proposal.platform,
        "approved_by": approval.approved_by,
        "approved_at": approval.approved_at.isoformat(),
        "ticked": listed(approval.ticked),
        "on_behalf_of": approval.on_behalf_of,
    }


def approval_of(row: Any, proposal: Proposal) -> Approval:
    """An approval from its row."""
    return Approval(
        proposal, AccountId(row.approved_by), moment(row.approved_at), words(row.ticked), row.on_behalf_of
    )


def note_values(note: ReviewNote) -> dict[str, Any]:
    """A whole row but its number."""
    return {
        "photo": note.photo,
        "region": note.region,
        "words": note.words,
        "by": note.by,
        "at": note.at.isoformat(),
        "settled": note.settled,
    }


def note_of(row: Any) -> ReviewNote:
    """A note from its row."""
    region = None if row.region is None else RegionId(row.region)
    return ReviewNote(
        PhotoId(row.photo), region, row.words, AccountId(row.by), moment(row.at), settled=row.settled
    )


def publication_values(publication: Publication) -> dict[str, Any]:
    """A whole row but its number."""
    return {
        "photo": publication.photo,
        "platform": publication.platform,
        "file_name": publication.file_name,
        "sha256": publication.sha256,
        "visible": listed(publication.visible),
        "prepared_by": publication.prepared_by,
        "approved_by": publication.approved_by,
        "published_at": publication.published_at.isoformat(),
        "destination": publication.destination,
        "address": publication.address,
        "account": publication.account,
        "caption": publication.caption,
        "alt_text": publication.alt_text,
        "named": listed(publication.named),
        "permissions": json.dumps(publication.permissions),
    }


def publication_of(row: Any) -> Publication:
    """A publication from its row."""
    return Publication(
        photo=PhotoId(row.photo),
        platform=PlatformId(row.platform),
        file_name=row.file_name,
        sha256=row.sha256,
        visible=tuple(PersonId(one) for one in words(row.visible)),
        prepared_by=AccountId(row.prepared_by),
        approved_by=AccountId(row.approved_by),
        published_at=moment(row.published_at),
        destination=row.destination,
        address=row.address,
        account=row.account,
        caption=row.caption,
        alt_text=row.alt_text,
        named=tuple(PersonId(one) for one in words(row.named)),
        permissions=tuple(json.loads(row.permissions)),
    )
