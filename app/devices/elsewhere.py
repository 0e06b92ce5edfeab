"""Whether a photo that is no longer under its name lies somewhere else on its device: moved, copied or in a bin."""

from __future__ import annotations

import contextlib
import os
from collections import defaultdict
from pathlib import Path

from app.devices.base import DeviceFile
from app.devices.opened import holds, opened
from app.errors import AppError


class Elsewhere:
    """Every file of a folder by its size, hidden ones and bins included; looked through once, when first asked."""

    def __init__(self, root: Path, *, most: int) -> None:
        """`most` files are looked at; links are never followed."""
        self._root = root
        self._most = most
        self._paths: dict[int, list[str]] | None = None

    def holds(self, file: DeviceFile, sha256: str) -> bool:
        """Whether this content, of the same time, lies under another name."""
        if self._paths is None:
            self._paths = self._by_size()
        return any(
            self._is(path, file, sha256) for path in self._paths.get(file.size, ()) if path != file.path
        )

    def _is(self, path: str, file: DeviceFile, sha256: str) -> bool:
        try:
            with opened(self._root, path) as descriptor:
                return holds(descriptor, file, sha256)
        except (AppError, OSError):
            return False

    def _by_size(self) -> dict[int, list[str]]:
        found: dict[int, list[str]] = defaultdict(list)
        count = 0
        for folder, _, names in os.walk(self._root):
            within = Path(folder).relative_to(self._root).parts
            for name in names:
                count += 1
                if count > self._most:
                    return found
                with contextlib.suppress(OSError):
                    size = os.lstat(os.path.join(folder, name)).st_size  # noqa: PTH118 - tens of thousands
                    found[size].append("/".join((*within, name)))
        return found
