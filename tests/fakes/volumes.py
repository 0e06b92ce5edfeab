"""Cards that a test plugs in, pulls out and renews, without a system behind them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.devices.volumes import Volume


@dataclass
class FakeVolumes:
    """`app.devices.volumes.Volumes` by what a test says. `on_renew` is what the medium shows when it is seen afresh."""

    plugged: list[Volume] = field(default_factory=list)
    renewable: bool = True
    on_renew: Callable[[], None] = lambda: None

    def present(self) -> Sequence[Volume]:
        return tuple(self.plugged)

    def renew(self, volume: Volume) -> Volume | None:
        if not self.renewable or volume not in self.plugged:
            return None
        self.on_renew()
        return volume

    def plug_in(self, place: Path, identity: str = "1A2B-3C4D", serial: str = "S1") -> Volume:
        """A card with its files at `place`."""
        place.mkdir(parents=True, exist_ok=True)
        volume = Volume(identity, place, label="CARD", size=2**30, kind="vfat", bus="usb", serial=serial)
        self.plugged = [*self.plugged, volume]
        return volume

    def pull_out(self) -> None:
        """Nothing is plugged in any more."""
        self.plugged = []
