"""A card, a stick or a disk that was plugged in: a folder that can be seen afresh by mounting it anew."""

from __future__ import annotations

from app.devices.folder import FolderDevice
from app.devices.volumes import Volume, Volumes


class Card(FolderDevice):
    """The photos on a volume."""

    def __init__(self, volume: Volume, volumes: Volumes) -> None:
        super().__init__(volume.place)
        self._volume = volume
        self._volumes = volumes

    def renew(self) -> bool:
        """See `Originals.renew`."""
        renewed = self._volumes.renew(self._volume)
        if renewed is None:
            return False
        self._volume = renewed
        self.move_to(renewed.place)
        return True
