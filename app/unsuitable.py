"""Says why a folder is no place for a store: synced to a cloud, shared over a network, or removable.

Ciphertext in a cloud is still a copy that outlives its deletion, and two computers that write one store
through a sync program destroy it. The signs are looked for without asking any program or network.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final


class Unsuitable(StrEnum):
    """Why a store may not lie in a folder."""

    SYNCED = "SYNCED"
    NETWORK = "NETWORK"
    REMOVABLE = "REMOVABLE"


_SYNCED_NAMES: Final = re.compile(
    r"""dropbox(\ \(.*\))? | onedrive(\ -\ .*)? | google\ ?drive | my\ drive | googledrive-.* | drivefs
      | icloud\ ?drive | mobile\ documents | cloudstorage | nextcloud | owncloud | syncthing
      | pcloud\ ?drive | pclouddrive | megasync | box\ sync | seafile | resilio\ sync
      | proton\ ?drive | tresorit | creative\ cloud\ files""",
    re.VERBOSE | re.IGNORECASE,
)
"""Names that sync programs give to the folder that they copy away."""

_SYNCED_MARKS: Final = (
    ".dropbox",
    ".dropbox.cache",
    ".stfolder",
    ".tmp.drivedownload",
    ".tmp.driveupload",
    ".owncloudsync.log",
    ".nextcloudsync.log",
    ".seafile-data",
    ".sync",
    ".849c9593-d756-4e56-8d6e-42412f2a707b",  # OneDrive
)
"""Hidden files that sync programs leave in the root of what they copy away."""

_SYNCED_VARIABLES: Final = ("OneDrive", "OneDriveConsumer", "OneDriveCommercial")
"""Windows names OneDrive's folders so; also the documents folder may lie in it."""

_KINDS: Final = """nfs nfs4 cifs smb3 smbfs ncpfs afs 9p ceph glusterfs lustre beegfs davfs davfs2 webdav ocfs2 gfs2
    fuse.sshfs fuse.rclone fuse.gvfsd-fuse fuse.davfs2 fuse.s3fs fuse.gcsfuse fuse.glusterfs fuse.ceph-fuse
    fuse.google-drive-ocamlfuse fuse.onedriver fuse.smbnetfs fuse.curlftpfs fuse.kio-fuse"""
_NETWORK_KINDS: Final = frozenset(_KINDS.split())


@dataclass(frozen=True, slots=True)
class Mount:
    """One mounted file system: where, and of which kind."""

    place: Path
    kind: str


def why_unsuitable(folder: Path) -> Unsuitable | None:
    """The reason against `folder` (which need not exist yet), or None.

    Windows and macOS: names, marks and OneDrive's variables are looked at; Windows paths that begin with two
    strokes and macOS volumes are network or removable.
    """
    place = _real(folder)
    if _is_synced(place):
        return Unsuitable.SYNCED
    if _is_foreign_volume(place):
        return Unsuitable.NETWORK
    if sys.platform == "linux":
        mount = mount_of(place, _mounts())
        if mount is not None and mount.kind in _NETWORK_KINDS:
            return Unsuitable.NETWORK
        device = _existing(place).stat().st_dev
        # the disk that this computer runs from is there as long as the computer runs
        if device != Path("/").stat().st_dev and is_removable(device, Path("/sys")):
            return Unsuitable.REMOVABLE
    return None


def mount_of(place: Path, mounts: list[Mount]) -> Mount | None:
    """The file system on which `place` lies: the longest mounted folder above it, the latest of equals."""
    above = [mount for mount in mounts if place.is_relative_to(mount.place)]
    return max(reversed(above), key=lambda mount: len(mount.place.parts), default=None)


def read_mounts(table: str) -> list[Mount]:
    """The file systems of a table in the form of `/proc/mounts`."""
    rows = (line.split() for line in table.splitlines())
    return [Mount(Path(_unescaped(row[1])), row[2]) for row in rows if len(row) >= 3]


def is_removable(device: int, system: Path) -> bool:
    """Whether the device of this number can be pulled out, by what the kernel says below `system`.

    A partition says nothing, its disk does. USB disks often call themselves fixed, so the bus counts too; a
    card in a slot is told from a soldered chip by its type.
    """
    entry = system / "dev" / "block" / f"{os.major(device)}:{os.minor(device)}"
    if not entry.exists():
        return False
    at = entry.resolve()
    disk = at.parent if (at.parent / "removable").is_file() else at
    in_slot = _says(disk / "device" / "type", "SD")
    return in_slot or _says(disk / "removable", "1") or any(part.startswith("usb") for part in disk.parts)


def _says(file: Path, word: str) -> bool:
    return file.is_file() and file.read_text(encoding="ascii").strip() == word


def _is_synced(place: Path) -> bool:
    home = _real(Path.home())
    for above in _upwards(place):
        # a person's own home may bear any name
        if above not in (home, home.parent) and _SYNCED_NAMES.fullmatch(above.name):
            return True
        if above != home and any((above / mark).exists() for mark in _SYNCED_MARKS):
            return True
    named = (os.environ.get(name) for name in _SYNCED_VARIABLES)
    return any(place.is_relative_to(_real(Path(root))) for root in named if root)


def _is_foreign_volume(place: Path) -> bool:
    """A network path of Windows, or anything mounted beside the system's own disk on macOS."""
    if sys.platform == "win32":
        return place.drive.startswith("\\\\")
    return sys.platform == "darwin" and place.is_relative_to("/Volumes")


def _mounts() -> list[Mount]:
    try:
        return read_mounts(Path("/proc/mounts").read_text(encoding="utf-8", errors="surrogateescape"))
    except OSError:
        return []


def _unescaped(field: str) -> str:
    r"""A field of `/proc/mounts`, in which blanks and strokes stand as `\040` and the like."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), field)


def _real(folder: Path) -> Path:
    return folder.expanduser().resolve()


def _upwards(place: Path) -> Iterator[Path]:
    yield place
    yield from place.parents


def _existing(place: Path) -> Path:
    """The nearest folder above that is there already."""
    return next(above for above in _upwards(place) if above.exists())
