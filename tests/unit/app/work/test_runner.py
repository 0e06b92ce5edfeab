"""Long work is driven to its end, can be stopped between two steps, and always clears up."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from app.work.progress import Progress
from app.work.runner import Ended, Stop, run
from consent.stages import Stage


class Work:
    """Three steps, the second with a trouble; remembers whether it cleared up."""

    cleared = False

    def steps(self) -> Iterator[Progress]:
        try:
            for number in (1, 2, 3):
                yield Progress(Stage.INTAKE, number, 3, trouble="BROKEN" if number == 2 else "")
        finally:
            self.cleared = True


def test_work_runs_to_its_end_and_troubles_are_counted() -> None:
    told: list[int] = []
    assert run(Work().steps(), lambda step: told.append(step.done)) == Ended(3, 1, stopped=False)
    assert told == [1, 2, 3]


def test_a_wish_to_stop_is_granted_after_the_present_step() -> None:
    work, stop = Work(), Stop()

    def tell(step: Progress) -> None:
        if step.done == 2:
            stop.wish()

    assert run(work.steps(), tell, stop=stop) == Ended(2, 1, stopped=True)
    assert work.cleared


def test_an_error_of_the_listener_clears_up_and_passes_through() -> None:
    work = Work()

    def tell(step: Progress) -> None:
        raise KeyError(step.done)

    with pytest.raises(KeyError):
        run(work.steps(), tell)
    assert work.cleared
