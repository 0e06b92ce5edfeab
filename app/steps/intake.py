"""Intake: photos are copied from an approved device into the vault, each under a key of its own."""

from __future__ import annotations

import contextlib
import secrets
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from app.devices.base import DeviceFile, Originals
from app.errors import AppError, Trouble
from app.originals import fate_on
from app.services import Services
from app.sources import source_of
from app.vault import Sealed
from app.work.progress import Progress
from consent.accounts import Act
from consent.audit import Event
from consent.devices import Device
from consent.errors import Code, ConsentError
from consent.originals import Companion, Fate, OpenIntake, Original
from consent.platforms import PlatformId
from consent.publications import Batch, BatchId, PhotoId, PhotoRecord
from consent.stages import Stage

DUPLICATE = "DUPLICATE"
"""The trouble of a file whose content is in the store already: it is not taken in twice (VAULT_MISSING: its bytes were
lost since; it can be brought in again once that photo is erased)."""

SPARE = 64 * 1024 * 1024
"""Bytes that must stay free on the disk beyond the photos: the register and the finished copies need room too."""

_PASSED_OVER = frozenset({Trouble.FILE_UNREADABLE, Trouble.FILE_TOO_LARGE})


def open_batch(
    services: Services,
    device: Device,
    title: str,
    platforms: tuple[PlatformId, ...],
    *,
    within: str = "",
    chosen: Collection[str] | None = None,
) -> Batch:
    """A new, empty batch for these platforms, and the wish to bring these photos in, kept until it is done.

    `within` is a folder of the device, `chosen` are paths of photos on it where not all are meant.
    Raises ConsentError: UNKNOWN_PLATFORM for a platform that is not kept, PLATFORM_RETIRED.
    """
    services.require(Act.BRING_IN)
    for platform in platforms:
        if services.store.register.platform(platform).is_retired:
            raise ConsentError(Code.PLATFORM_RETIRED, platform)
    batch = Batch(
        id=BatchId(secrets.token_hex(8)),
        title=title,
        platforms=platforms,
        device=device.id,
        created_by=services.account.id,
        created_at=services.clock(),
    )
    only = None if chosen is None else frozenset(chosen)
    with services.store.transaction():
        services.store.ledger.put_batch(batch)
        services.store.originals.open_intake(OpenIntake(batch.id, device.id, within, only))
        services.store.audit.append(Event("batch.opened", services.account.id, services.clock(), batch.id))
    return batch


def intake(
    services: Services, device: Device, batch: Batch, *, only: Collection[str] | None = None
) -> Iterator[Progress]:
    """Copy the photos of the device into the vault; a file that cannot be read is named and passed over.

    Goes on where an earlier run of the same batch stopped. `only` are paths on the device, where not all of
    its photos are meant. The originals are only read; `app.originals` deletes those that may go.

    Yields after each file. Raises AppError: FOLDER_EMPTY; DEVICE_GONE and DISK_FULL, with what is in.
    """
    services.require(Act.BRING_IN)
    wish = next((one for one in services.store.originals.open_intakes() if one.batch == batch.id), None)
    with contextlib.closing(source_of(services, device)) as source:
        files = _meant(source, wish, only)
        if not files:
            services.store.originals.close_intake(batch.id)
            raise AppError(Trouble.FOLDER_EMPTY)
        taker = _Taker(services, device, batch, source)
        taker.require_room([file for file in files if taker.photo_of(file) is None])
        for done, file in enumerate(files, start=1):
            photo, trouble = taker.photo_of(file), ""
            if photo is None:
                photo, trouble = taker.take_in(file)
            elif services.store.ledger.photo(photo).batch != batch.id:
                trouble = _known_already(services, photo)
            yield Progress(Stage.INTAKE, done, len(files), photo, trouble, file.shown_name)
    services.store.originals.close_intake(batch.id)


def _meant(source: Originals, wish: OpenIntake | None, only: Collection[str] | None) -> Sequence[DeviceFile]:
    """The photos that are meant to be brought in."""
    within = "" if wish is None else wish.within
    chosen = only if wish is None or wish.chosen is None else wish.chosen
    return [file for file in source.survey(within).files if chosen is None or file.path in chosen]


@dataclass(frozen=True, slots=True)
class _Group:
    """A photo and what belongs to it, on the disk and proven. `whole` is False where a part could not be read."""

    parts: tuple[tuple[DeviceFile, Sealed], ...]
    whole: bool
    trouble: str = ""


class _Taker:
    """Takes files of one device into one batch."""

    def __init__(self, services: Services, device: Device, batch: Batch, source: Originals) -> None:
        self._services = services
        self._device = device
        self._batch = batch
        self._source = source
        self._sitting = source.sitting
        self._fate = fate_on(services, device)
        self._known = {one.path: one for one in services.store.originals.of_device(device.id)}

    def photo_of(self, file: DeviceFile) -> PhotoId | None:
        """The photo that this very file became, if it is in the store: then it need not even be read."""
        before = self._known.get(file.path)
        if before is None or (before.size, before.modified_ns) != (file.size, file.modified_ns):
            return None
        kept = self._services.store.ledger.photo_of_content(before.sha256)
        return kept.id if kept is not None and kept.stage is not Stage.ERASE else None

    def require_room(self, files: Sequence[DeviceFile]) -> None:
        """Raise AppError(DISK_FULL) before anything is copied where the disk cannot hold these files."""
        needed = sum(part.size for file in files for part in (file, *file.companions))
        if needed + SPARE > self._services.vault.room():
            raise AppError(Trouble.DISK_FULL)

    def take_in(self, file: DeviceFile) -> tuple[PhotoId | None, str]:
        """Copy one file and what belongs to it; the photo's id, and why it was not taken, or not whole."""
        try:
            group = self._copied(file)
        except AppError as error:
            if error.code not in _PASSED_OVER:
                raise
            return None, error.code.value
        sealed = group.parts[0][1]
        known = self._services.store.ledger.photo_of_content(sealed.sha256)
        if known is not None and known.stage is not Stage.ERASE:
            self._drop(group)
            return known.id, _known_already(self._services, known.id)
        try:
            self._record(group)
        except (ConsentError, AppError) as error:
            self._drop(group)
            # another desk took the same photo in at this moment
            if isinstance(error, ConsentError) and error.code is Code.DUPLICATE:
                return None, DUPLICATE
            raise
        return sealed.photo, group.trouble

    def _copied(self, file: DeviceFile) -> _Group:
        """Copies of a photo and its companions, none of them kept yet. Raises AppError where the photo fails."""
        vault, parts, trouble = self._services.vault, [], ""
        parts.append((file, vault.seal(_new_id(), self._source.pieces(file))))
        for companion in file.companions:
            try:
                parts.append((companion, vault.seal(_new_id(), self._source.pieces(companion))))
            except AppError as error:
                if error.code not in _PASSED_OVER:
                    self._drop(_Group(tuple(parts), whole=False))
                    raise
                trouble = Trouble.ORIGINAL_HELD.value
        return _Group(tuple(parts), whole=not trouble, trouble=trouble)

    def _record(self, group: _Group) -> None:
        """Keys, records and the originals' fates in one transaction: a photo is in with all of them or not at all."""
        services = self._services
        (file, still), *others = group.parts
        record = PhotoRecord(
            id=still.photo,
            batch=self._batch.id,
            file_name=file.shown_name,
            sha256=still.sha256,
            size=still.size,
            stage=Stage.INTAKE,
        )
        fate = self._fate if group.whole or self._fate is Fate.STAYS else Fate.HELD
        with services.store.transaction():
            services.store.ledger.add_photo(record)
            for part, sealed in group.parts:
                services.vault.keep(sealed)
                services.store.originals.put(self._original(part, sealed, record.id, fate=fate))
            for part, sealed in others:
                services.store.originals.add_companion(
                    Companion(sealed.photo, record.id, part.shown_name, sealed.sha256, sealed.size)
                )
            services.store.audit.append(
                Event("intake", services.account.id, services.clock(), record.id, self._batch.id)
            )

    def _original(self, part: DeviceFile, sealed: Sealed, photo: PhotoId, *, fate: Fate) -> Original:
        return Original(
            device=self._device.id,
            path=part.path,
            photo=photo,
            sha256=sealed.sha256,
            size=part.size,
            modified_ns=part.modified_ns,
            fate=fate,
            sitting=self._sitting,
        )

    def _drop(self, group: _Group) -> None:
        for _, sealed in group.parts:
            self._services.vault.drop(sealed)


def _known_already(services: Services, photo: PhotoId) -> str:
    """What is told of a file whose content was brought in before: that it is here, or that it was lost since."""
    return DUPLICATE if services.vault.holds(photo) else Trouble.VAULT_MISSING.value


def _new_id() -> PhotoId:
    return PhotoId(secrets.token_hex(16))
