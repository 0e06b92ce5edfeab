"""Deletes the originals of photos that are safely in, and believes it only where the device was seen afresh."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from app.devices.base import DeviceFile, Originals, Presence, Removal
from app.errors import AppError, Trouble
from app.services import Services
from app.sources import source_of
from app.work.progress import Progress
from consent.accounts import Act
from consent.audit import Event
from consent.devices import Device, Standing
from consent.errors import Code, ConsentError
from consent.originals import FOR_A_PERSON, Fate, Original
from consent.publications import PhotoId
from consent.stages import Stage

TROUBLE_OF: Mapping[Fate, Trouble] = MappingProxyType(
    {
        Fate.DUE: Trouble.ORIGINAL_NOT_PROVEN,
        Fate.UNPROVEN: Trouble.ORIGINAL_NOT_PROVEN,
        Fate.PRESENT: Trouble.ORIGINAL_PRESENT,
        Fate.BY_HAND: Trouble.ORIGINAL_BY_HAND,
        Fate.LOCKED: Trouble.ORIGINAL_LOCKED,
        Fate.CHANGED: Trouble.ORIGINAL_CHANGED,
        Fate.HELD: Trouble.ORIGINAL_HELD,
    }
)
"""What a person is told of an original that is not gone."""

LOOKED_AT = frozenset({Fate.DUE, Fate.UNPROVEN, Fate.PRESENT, Fate.LOCKED, Fate.BY_HAND})
"""What is looked at whenever its device is there."""


def fate_on(services: Services, device: Device) -> Fate:
    """What is to become of originals on this device once they are in."""
    own = device.standing is Standing.OWN
    return Fate.STAYS if own and not services.store.register.policy().delete_own_originals else Fate.DUE


def settle_originals(services: Services, device: Device) -> Iterator[Progress]:
    """Delete what is due on this device, look again at what was not proven, and record each outcome.

    Call it whenever photos are in, and whenever a device comes back. Each file is asked for once in a sitting:
    what is locked or comes back is told, not tried for ever. Yields after each file; what is not proven in the
    end is told with its trouble. Raises AppError, DEVICE_GONE or ORIGINAL_NOT_PROVEN where the device would not
    write its deletions down: then all is as it was recorded.
    """
    services.require(Act.BRING_IN)
    waiting = [one for one in services.store.originals.of_device(device.id) if one.fate in LOOKED_AT]
    if not waiting:
        return
    if fate_on(services, device) is Fate.STAYS:
        for original in waiting:  # the device was judged to be the trust's own meanwhile
            _record(services, original, replace(original, fate=Fate.STAYS))
        return
    with contextlib.closing(source_of(services, device)) as source:
        now = []
        for done, original in enumerate(waiting, start=1):
            now.append(_record(services, original, _asked(services, source, original)))
            yield _told(now[-1], done, len(waiting))
        source.settle()
        unproven = [one for one in now if one.fate is Fate.UNPROVEN]
        afresh = bool(unproven) and source.renew()
        for done, original in enumerate(unproven, start=1):
            seen = _record(services, original, _seen_afresh(source, original)) if afresh else original
            yield _told(seen, done, len(unproven), last=True)


def _asked(services: Services, source: Originals, original: Original) -> Original:
    """The original after it was asked for, or looked at, once."""
    afresh = original.sitting != source.sitting
    match original.fate:
        case Fate.UNPROVEN | Fate.BY_HAND:
            if source.look(_file(original), original.sha256) is Presence.SAME:
                return (
                    _removed(services, source, original) if afresh else replace(original, fate=Fate.PRESENT)
                )
            proven = afresh and original.fate is Fate.UNPROVEN
            return replace(original, fate=Fate.GONE) if proven else original
        case Fate.PRESENT | Fate.LOCKED if not afresh:
            return original
        case _:
            return _removed(services, source, original)


def _removed(services: Services, source: Originals, original: Original) -> Original:
    """The original after the device was asked to delete it; held where its copy was lost since it was proven."""
    file = _file(original)
    # in the sitting in which it was proven it need not be read a second time
    is_here = _is_kept if original.sitting == source.sitting else _is_whole
    if not is_here(services, original.photo) and source.look(file, original.sha256) is Presence.SAME:
        return replace(original, fate=Fate.HELD, sitting=source.sitting)
    match source.remove(file, original.sha256):
        case Removal.CHANGED:
            fate = Fate.CHANGED
        case Removal.LOCKED:
            fate = Fate.LOCKED
        case Removal.ABSENT if source.lies_elsewhere(file, original.sha256):
            fate = Fate.PRESENT  # someone moved it, perhaps into the bin of another computer
        case Removal.ABSENT if original.sitting != source.sitting:
            fate = Fate.GONE  # gone already, and the device was seen afresh since it was there
        case Removal.ABSENT:
            fate = Fate.UNPROVEN
        case Removal.ASKED:
            present = source.look(file, original.sha256) is Presence.SAME
            fate = Fate.PRESENT if present else Fate.UNPROVEN
    if fate in {Fate.UNPROVEN, Fate.GONE} and source.keeps_deleted:
        fate = Fate.BY_HAND
    return replace(original, fate=fate, sitting=source.sitting)


def _is_kept(services: Services, photo: PhotoId) -> bool:
    """Whether a photo, and all that belongs to it, lies in the vault with its keys, or was erased on purpose."""
    return all(map(services.vault.holds, _parts(services, photo)))


def _is_whole(services: Services, photo: PhotoId) -> bool:
    """The same, each of them opened and found to be what was brought in."""
    return all(_opens(services, part, sha256) for part, sha256 in _parts(services, photo).items())


def _parts(services: Services, photo: PhotoId) -> Mapping[PhotoId, str]:
    """What lies in the vault of a photo and of what belongs to it, with its hash; nothing once it is erased."""
    record = services.store.ledger.photo(photo)
    if record.stage is Stage.ERASE:
        return {}
    companions = services.store.originals.companions(photo)
    return {record.id: record.sha256, **{one.id: one.sha256 for one in companions}}


def _opens(services: Services, part: PhotoId, sha256: str) -> bool:
    try:
        return hashlib.sha256(services.vault.get(part)).hexdigest() == sha256
    except AppError:
        return False


def hold_what_is_lost(services: Services, photo: PhotoId) -> None:
    """Before a photo is erased: where its copy was lost already, its originals stay for a person to decide.

    A restored backup holds no photos, and disks fail; what is left on a card may be all that there is.
    """
    left = [one for one in services.store.originals.with_fate(LOOKED_AT) if one.photo == photo]
    if left and not _is_whole(services, photo):
        for original in left:
            _record(services, original, replace(original, fate=Fate.HELD))


def _seen_afresh(source: Originals, original: Original) -> Original:
    present = source.look(_file(original), original.sha256) is Presence.SAME
    return replace(original, fate=Fate.PRESENT if present else Fate.GONE, sitting=source.sitting)


def _record(services: Services, before: Original, now: Original) -> Original:
    if now != before:
        with services.store.transaction():
            services.store.originals.put(now)
            if now.fate is not before.fate:
                services.store.audit.append(
                    Event("original", services.account.id, services.clock(), now.photo, now.fate.value)
                )
    return now


def _told(original: Original, done: int, total: int, *, last: bool = False) -> Progress:
    trouble = TROUBLE_OF.get(original.fate)
    # what may still be proven in this very run is not told yet
    early = original.fate is Fate.UNPROVEN and not last
    shown = "" if trouble is None or early else trouble.value
    return Progress(Stage.ERASE, done, total, original.photo, shown, _file(original).shown_name)


def _file(original: Original) -> DeviceFile:
    return DeviceFile(original.path, original.size, original.modified_ns)


def unsettled(services: Services) -> Sequence[Original]:
    """Every original that a person should know of: not proven, locked, changed, or to be deleted by hand."""
    return services.store.originals.with_fate(FOR_A_PERSON)


def seen_to(services: Services, original: Original) -> None:
    """A person says that they looked at the device and saw to it: it is no longer shown, and never called proven.

    Raises ConsentError(INVALID) for what the program itself will look at when the device comes back.
    """
    services.require(Act.BRING_IN)
    if original.fate not in {Fate.BY_HAND, Fate.CHANGED, Fate.HELD}:
        raise ConsentError(Code.INVALID, "the program looks at it again by itself")
    with services.store.transaction():
        services.store.originals.put(replace(original, fate=Fate.STAYS))
        services.store.audit.append(
            Event("original.seen_to", services.account.id, services.clock(), original.photo)
        )
