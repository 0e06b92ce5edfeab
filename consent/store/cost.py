"""What one guess at a password costs: measured on the computer that locks a box, and bounded on both sides."""

from __future__ import annotations

import functools
import time
from collections.abc import Iterable
from dataclasses import dataclass, replace

from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw

from consent.errors import Code, ConsentError

_MIB = 1024
AIM_SECONDS = 0.7
"""How long a member of staff waits at the door; a thief waits as long for each guess. Chosen 2026-11-20."""
MOST_MEMORY_KIB = 256 * _MIB
"""A quarter of what the vision process takes, so every PC that runs Greenlight has it."""
MOST_WORK = 16 * MOST_MEMORY_KIB
"""KiB times passes: about 3 s on two cores of 2020 (2026-11-25). More is never sealed, and never believed."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess at a password costs, in Argon2id's terms.

    Default: RFC 9106, section 4, second recommended option (64 MiB, 3 passes, 4 lanes).
    """

    memory_kib: int = 64 * _MIB
    passes: int = 3
    lanes: int = 4

    @property
    def work(self) -> int:
        """KiB that are filled in all."""
        return self.memory_kib * self.passes

    @property
    def sane(self) -> bool:
        """Whether these may be believed when they come from a file that anyone can edit."""
        return (
            8 * self.lanes <= self.memory_kib <= MOST_MEMORY_KIB
            and 1 <= self.lanes <= 16
            and self.passes >= 1
            and self.work <= MOST_WORK
        )

    def is_below(self, floor: Cost) -> bool:
        """Whether a guess takes less memory, or less work in all."""
        return self.memory_kib < floor.memory_kib or self.work < floor.work


FLOOR = Cost()


def least() -> Cost:
    """Below this no box stays: it is locked anew when its owner signs in."""
    return FLOOR


def fitting() -> Cost:
    """What a box that is locked now shall cost: about AIM_SECONDS here. Takes half a second, once."""
    return measured(FLOOR, AIM_SECONDS)


@functools.cache
def measured(floor: Cost, seconds: float) -> Cost:
    """The dearest cost that this computer works off in about `seconds`; never below `floor`.

    Memory first, for it is what a thief's machines are short of (RFC 9106, section 4); the time left goes into
    passes. Time grows in proportion to both. The quickest of three tries counts, so that other work on the
    computer makes boxes no weaker.
    """
    took = min(_timed(floor) for _ in range(3))
    dearer = floor
    while 2 * dearer.memory_kib <= MOST_MEMORY_KIB and 2 * dearer.work * took <= seconds * floor.work:
        dearer = replace(dearer, memory_kib=2 * dearer.memory_kib)
    affordable = min(int(seconds / took * floor.work), MOST_WORK)
    return replace(dearer, passes=max(dearer.passes, affordable // dearer.memory_kib))


def dearest(costs: Iterable[Cost | None]) -> Cost:
    """The highest of these that may be believed, or the least where there is none."""
    return max((one for one in costs if one is not None and one.sane), key=_work, default=least())


def stretched(password: bytes, salt: bytes, cost: Cost, *, length: int) -> bytes:
    """A key of `length` bytes, made from a password by Argon2id; ConsentError(NOT_ENOUGH_MEMORY)."""
    try:
        return hash_secret_raw(
            password,
            salt,
            time_cost=cost.passes,
            memory_cost=cost.memory_kib,
            parallelism=cost.lanes,
            hash_len=length,
            type=Type.ID,
        )
    except (HashingError, MemoryError) as failed:
        # a sane cost is refused for two reasons: no room for the blocks, or none for the threads that fill them
        if cost.sane:
            raise ConsentError(Code.NOT_ENOUGH_MEMORY) from failed
        raise


def _work(cost: Cost) -> int:
    return cost.work


def _timed(cost: Cost) -> float:
    began = time.perf_counter()
    stretched(b"a password to measure by", bytes(16), cost, length=32)
    return time.perf_counter() - began
