"""Batches, photos on their way, proposals, approvals and posts behind their port."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from consent.accounts import AccountId
from consent.approvals import record_refusal
from consent.delegations import Delegation
from consent.errors import Code, ConsentError
from consent.platforms import PlatformId
from consent.publications import (
    Approval,
    Batch,
    BatchId,
    Bookmark,
    PhotoId,
    PhotoRecord,
    Proposal,
    Publication,
    ReviewNote,
    Whereabouts,
    Words,
)
from consent.stages import Stage, may_follow
from consent.store import ledger_rows as rows
from consent.store import schema, schema_posts
from consent.store.database import Database
from consent.store.text import day
from consent.wellformed import check_delegation, check_photo

_batches, _photos = schema.batches, schema.photos
_proposals, _approvals, _publications = schema.proposals, schema.approvals, schema.publications
_bookmarks, _drafts = schema.bookmarks, schema.drafts
_notes, _delegations = schema_posts.review_notes, schema_posts.delegations


class StoredLedger:
    """`consent.ports.Ledger` on a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def batches(self) -> Sequence[Batch]:
        found = [rows.batch_of(row) for row in self._database.rows(select(_batches))]
        # not by its text: in the hour in which summer time ends, two texts may stand the wrong way round
        return sorted(found, key=lambda batch: (batch.created_at, batch.id))

    def batch(self, batch: BatchId) -> Batch:
        found = self._database.rows(select(_batches).where(_batches.c.id == batch))
        if not found:
            raise ConsentError(Code.UNKNOWN_BATCH, batch)
        return rows.batch_of(found[0])

    def put_batch(self, batch: Batch) -> None:
        values = rows.batch_values(batch)
        with self._database.transaction():
            if not self._database.change(update(_batches).where(_batches.c.id == batch.id).values(values)):
                self._database.change(insert(_batches).values(id=batch.id, **values))

    def bookmark(self, account: AccountId, batch: BatchId) -> Bookmark | None:
        found = self._database.rows(
            select(_bookmarks).where(_bookmarks.c.account == account, _bookmarks.c.batch == batch)
        )
        return rows.bookmark_of(found[0]) if found else None

    def put_bookmark(self, bookmark: Bookmark) -> None:
        of = (_bookmarks.c.account == bookmark.account, _bookmarks.c.batch == bookmark.batch)
        with self._database.transaction():
            self.batch(bookmark.batch)
            self._database.change(delete(_bookmarks).where(*of))
            self._database.change(insert(_bookmarks).values(rows.bookmark_values(bookmark)))

    def photos(self, batch: BatchId) -> Sequence[PhotoRecord]:
        query = select(_photos).where(_photos.c.batch == batch).order_by(_photos.c.number)
        return [rows.photo_of(row) for row in self._database.rows(query)]

    def whereabouts(self) -> Sequence[Whereabouts]:
        published = _photos.c.id.in_(select(_publications.c.photo))
        sent_back = _photos.c.id.in_(select(_notes.c.photo).where(_notes.c.settled.is_(False)))
        query = select(
            _photos.c.id,
            _photos.c.batch,
            _photos.c.stage,
            _photos.c.touched_by,
            published.label("published"),
            sent_back.label("sent_back"),
        ).order_by(_photos.c.number)
        return [rows.whereabouts_of(row) for row in self._database.rows(query)]

    def photo(self, photo: PhotoId) -> PhotoRecord:
        found = self._database.rows(select(_photos).where(_photos.c.id == photo))
        if not found:
            raise ConsentError(Code.UNKNOWN_PHOTO, photo)
        return rows.photo_of(found[0])

    def photo_of_content(self, sha256: str) -> PhotoRecord | None:
        query = select(_photos).where(_photos.c.sha256 == sha256).order_by(_photos.c.number.desc()).limit(1)
        found = self._database.rows(query)
        return rows.photo_of(found[0]) if found else None

    def photos_left(self) -> Mapping[BatchId, int]:
        left = _photos.c.stage != Stage.ERASE.value
        query = select(_photos.c.batch, func.count().label("left")).where(left).group_by(_photos.c.batch)
        return {BatchId(row.batch): row.left for row in self._database.rows(query)}

    def add_photo(self, photo: PhotoRecord) -> None:
        check_photo(photo)
        with self._database.transaction():
            self.batch(photo.batch)
            try:
                self._database.change(insert(_photos).values(id=photo.id, **rows.photo_values(photo)))
            except IntegrityError:
                raise ConsentError(Code.DUPLICATE, photo.id) from None

    def put_photo(self, photo: PhotoRecord) -> None:
        check_photo(photo)
        with self._database.transaction():
            if self.photo(photo.id).stage is not photo.stage:
                raise ConsentError(Code.WRONG_STAGE, photo.id)
            self._replace(photo)

    def move_photo(self, photo: PhotoRecord, to: Stage) -> PhotoRecord:
        check_photo(photo)
        with self._database.transaction():
            now = self.photo(photo.id).stage
            if now is not photo.stage or not may_follow(now, to):
                raise ConsentError(Code.WRONG_STAGE, photo.id)
            moved = replace(photo, stage=to)
            self._replace(moved)
            return moved

    def _replace(self, photo: PhotoRecord) -> None:
        self._database.change(
            update(_photos).where(_photos.c.id == photo.id).values(rows.photo_values(photo))
        )

    def words(self, photo: PhotoId) -> Mapping[PlatformId, Words]:
        found = self._database.rows(select(_drafts).where(_drafts.c.photo == photo))
        return rows.words_of(found[0].words) if found else {}

    def put_words(self, photo: PhotoId, words: Mapping[PlatformId, Words]) -> None:
        with self._database.transaction():
            self.photo(photo)
            self._database.change(delete(_drafts).where(_drafts.c.photo == photo))
            if words:
                self._database.change(insert(_drafts).values(photo=photo, words=rows.words_text(words)))

    def proposals(self, photo: PhotoId) -> Sequence[Proposal]:
        query = select(_proposals).where(_proposals.c.photo == photo).order_by(_proposals.c.platform)
        return [rows.proposal_of(row) for row in self._database.rows(query)]

    def put_proposal(self, proposal: Proposal) -> None:
        """Add or replace; a proposal that differs in anything voids the approvals of the one before it."""
        with self._database.transaction():
            self.photo(proposal.photo)
            before = [one for one in self.proposals(proposal.photo) if one.platform == proposal.platform]
            if before == [proposal]:
                return
            for table in (_approvals, _proposals):
                self._database.change(
                    delete(table).where(
                        table.c.photo == proposal.photo, table.c.platform == proposal.platform
                    )
                )
            try:
                self._database.change(insert(_proposals).values(rows.proposal_values(proposal)))
            except IntegrityError:
                raise ConsentError(Code.UNKNOWN_PLATFORM, proposal.platform) from None

    def approvals(self, photo: PhotoId) -> Sequence[Approval]:
        query = (
            select(_approvals).where(_approvals.c.photo == photo).order_by(*_approvals.primary_key.columns)
        )
        with self._database.alone():
            proposals = {proposal.platform: proposal for proposal in self.proposals(photo)}
            return [rows.approval_of(row, proposals[row.platform]) for row in self._database.rows(query)]

    def put_approval(self, approval: Approval) -> None:
        """Keep an approval; ConsentError APPROVAL_VOID or SAME_PERSON where it must not stand."""
        proposal = approval.proposal
        with self._database.transaction():
            photo = self.photo(proposal.photo)
            kept = {one.platform: one for one in self.proposals(photo.id)}.get(proposal.platform)
            refused = record_refusal(approval, photo, kept)
            if refused is not None:
                raise ConsentError(refused, photo.id)
            key = {"photo": photo.id, "platform": proposal.platform, "approved_by": approval.approved_by}
            self._database.change(
                delete(_approvals).where(*(_approvals.c[name] == value for name, value in key.items()))
            )
            self._database.change(insert(_approvals).values(rows.approval_values(approval)))

    def void_approvals(self, photo: PhotoId) -> int:
        with self._database.transaction():
            voided = self._database.change(delete(_approvals).where(_approvals.c.photo == photo))
            self._database.change(delete(_proposals).where(_proposals.c.photo == photo))
            return voided

    def notes(self, photo: PhotoId) -> Sequence[ReviewNote]:
        query = select(_notes).where(_notes.c.photo == photo).order_by(_notes.c.number)
        return [rows.note_of(row) for row in self._database.rows(query)]

    def add_note(self, note: ReviewNote) -> None:
        with self._database.transaction():
            self.photo(note.photo)
            number = self._database.next_number(_notes.c.number)
            self._database.change(insert(_notes).values(number=number, **rows.note_values(note)))

    def settle_notes(self, photo: PhotoId) -> int:
        open_notes = (_notes.c.photo == photo, _notes.c.settled.is_(False))
        return self._database.change(update(_notes).where(*open_notes).values(settled=True))

    def delegations(self) -> Sequence[Delegation]:
        found = [
            Delegation(
                row.id,
                AccountId(row.by),
                AccountId(row.to),
                day(row.starts),
                day(row.ends),
                revoked=row.revoked,
            )
            for row in self._database.rows(select(_delegations))
        ]
        return sorted(found, key=lambda one: (one.starts, one.id))

    def put_delegation(self, delegation: Delegation) -> None:
        check_delegation(delegation)
        values = {
            "by": delegation.by,
            "to": delegation.to,
            "starts": delegation.starts.isoformat(),
            "ends": delegation.ends.isoformat(),
            "revoked": delegation.revoked,
        }
        with self._database.transaction():
            same = _delegations.c.id == delegation.id
            if not self._database.change(update(_delegations).where(same).values(values)):
                self._database.change(insert(_delegations).values(id=delegation.id, **values))

    def publications(self) -> Sequence[Publication]:
        query = select(_publications).order_by(_publications.c.number)
        return [rows.publication_of(row) for row in self._database.rows(query)]

    def publications_of(self, photo: PhotoId) -> Sequence[Publication]:
        query = select(_publications).where(_publications.c.photo == photo).order_by(_publications.c.number)
        return [rows.publication_of(row) for row in self._database.rows(query)]

    def put_publication(self, publication: Publication) -> None:
        """Add a copy that left, or complete the record of one (its address) by platform, place and name."""
        values = rows.publication_values(publication)
        place = select(_publications.c.number).where(
            *(_publications.c[name] == values[name] for name in ("platform", "destination", "file_name"))
        )
        with self._database.transaction():
            known = self._database.rows(place)
            if known:
                this = _publications.c.number == known[0].number
                self._database.change(update(_publications).where(this).values(values))
            else:
                number = self._database.next_number(_publications.c.number)
                self._database.change(insert(_publications).values(number=number, **values))
