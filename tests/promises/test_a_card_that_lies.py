"""A file system that lies about what it holds and deletes is never believed, and costs no photo."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.devices.volumes_linux import LinuxVolumes
from app.errors import AppError, Trouble
from app.originals import settle_originals, unsettled
from app.services import Services
from app.steps import path
from app.steps.device import find_device, judge_device
from app.work.progress import Progress
from consent.accounts import AccountId
from consent.devices import Standing
from consent.originals import Fate
from consent.stages import Stage
from tests.liar import LONG, Lie, LyingCard, a_lying_card
from tests.path.conftest import WEBSITE
from tests.path.power_cut import build

PHOTOS = ("a.jpg", "b.jpg")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Services]:
    services = replace(build(tmp_path / "world").opened(), volumes=LinuxVolumes())
    yield services
    services.store.close()


def approve(office: Services, card: LyingCard) -> None:
    admin = replace(office, account=office.store.accounts.account(AccountId("admin")))
    judge_device(admin, find_device(office, card.place), Standing.APPROVED)


def bring_in(office: Services, card: LyingCard) -> list[Progress]:
    approve(office, card)
    return list(path.bring_in(office, card.place, title="", platforms=(WEBSITE,)))


def look_again(office: Services, card: LyingCard) -> None:
    list(settle_originals(office, find_device(office, card.place)))


def fates(office: Services) -> set[Fate]:
    return {one.fate for one in office.store.originals.with_fate(frozenset(Fate))}


def stored(office: Services) -> list[bytes]:
    """The content of every photo that was taken in, as the vault gives it back."""
    ledger = office.store.ledger
    return [office.vault.get(one.id) for batch in ledger.batches() for one in ledger.photos(batch.id)]


def troubles(told: list[Progress], stage: Stage) -> list[str]:
    return [step.trouble for step in told if step.stage is stage]


def test_an_honest_file_system_of_its_own_is_brought_in_and_proven_when_it_comes_back(
    office: Services, tmp_path: Path
) -> None:
    with a_lying_card(tmp_path / "card", Lie.NONE, *PHOTOS) as card:
        bring_in(office, card)
        assert fates(office) == {Fate.UNPROVEN}  # what a program shows cannot be seen afresh
        card.take_out()
        card.put_in()
        look_again(office, card)
        assert fates(office) == {Fate.GONE}
        assert card.photos() == []


def test_promise_28_what_says_deleted_and_stays_is_told_as_still_there(
    office: Services, tmp_path: Path
) -> None:
    with a_lying_card(tmp_path / "card", Lie.STAYS, *PHOTOS) as card:
        told = bring_in(office, card)
        assert fates(office) == {Fate.PRESENT}
        assert set(troubles(told, Stage.ERASE)) == {Trouble.ORIGINAL_PRESENT}
        assert len(unsettled(office)) == 2
        before = office.store.audit.entries()[-1].number
        look_again(office, card)
        assert office.store.audit.entries()[-1].number == before  # not asked for ever


def test_promise_28_what_hides_a_deleted_file_is_not_proven_and_found_out_when_it_comes_back(
    office: Services, tmp_path: Path
) -> None:
    with a_lying_card(tmp_path / "card", Lie.HIDES, *PHOTOS) as card:
        told = bring_in(office, card)
        assert troubles(told, Stage.ERASE)[-1] == Trouble.ORIGINAL_NOT_PROVEN
        for _ in range(3):
            look_again(office, card)
            assert fates(office) == {Fate.UNPROVEN}
            card.take_out()
            card.put_in()
        assert card.photos() == [*PHOTOS]
        assert len(stored(office)) == 2


def test_promise_29_a_file_system_that_lets_nothing_be_deleted_is_told(
    office: Services, tmp_path: Path
) -> None:
    with a_lying_card(tmp_path / "card", Lie.REFUSES, *PHOTOS) as card:
        told = bring_in(office, card)
        assert troubles(told, Stage.ERASE) == [Trouble.ORIGINAL_LOCKED] * 2
        assert fates(office) == {Fate.LOCKED}


def test_promise_23_bytes_that_differ_at_the_second_read_keep_the_original(
    office: Services, tmp_path: Path
) -> None:
    with a_lying_card(tmp_path / "card", Lie.OTHER_BYTES, *PHOTOS) as card:
        told = bring_in(office, card)
        assert fates(office) == {Fate.CHANGED}
        assert set(troubles(told, Stage.ERASE)) == {Trouble.ORIGINAL_CHANGED}
        assert card.photos() == [*PHOTOS]


def test_short_reads_make_no_short_photo(office: Services, tmp_path: Path) -> None:
    with a_lying_card(tmp_path / "card", Lie.SHORT_READS, *PHOTOS) as card:
        truth = {hashlib.sha256((card.truth / name).read_bytes()).hexdigest() for name in PHOTOS}
        bring_in(office, card)
        assert {hashlib.sha256(content).hexdigest() for content in stored(office)} == truth
        assert card.photos() == []


@pytest.mark.parametrize("lie", [Lie.LARGER, Lie.SMALLER, Lie.ONE_BYTE_MORE])
def test_promise_26_a_size_that_is_not_true_is_refused_by_name_and_nothing_is_deleted(
    office: Services, tmp_path: Path, lie: Lie
) -> None:
    with a_lying_card(tmp_path / "card", lie, *PHOTOS) as card:
        told = bring_in(office, card)
        assert troubles(told, Stage.INTAKE) == [Trouble.FILE_UNREADABLE] * 2
        assert [step.name for step in told if step.stage is Stage.INTAKE] == [*PHOTOS]
        assert stored(office) == []
        assert list(office.vault.kept()) == []
        assert card.photos() == [*PHOTOS]


def test_promise_26_names_that_are_listed_twice_or_not_there_are_taken_once_or_refused(
    office: Services, tmp_path: Path
) -> None:
    with a_lying_card(tmp_path / "card", Lie.GHOSTS, *PHOTOS) as card:
        bring_in(office, card)
        assert len(stored(office)) == 2
        assert card.photos() == []


def test_promise_43_a_name_of_three_hundred_bytes_is_taken_in(office: Services, tmp_path: Path) -> None:
    with a_lying_card(tmp_path / "card", Lie.LONG_NAMES, *PHOTOS) as card:
        told = bring_in(office, card)
        assert [step.name for step in told if step.stage is Stage.INTAKE] == [f"a{LONG}.jpg", f"b{LONG}.jpg"]
        assert set(troubles(told, Stage.INTAKE)) == {""}
        assert card.photos() == []


def test_promise_21_a_file_system_whose_program_dies_in_the_middle_goes_on_when_it_is_back(
    office: Services, tmp_path: Path
) -> None:
    names = tuple(f"{number}.jpg" for number in range(6))
    with a_lying_card(tmp_path / "card", Lie.NONE, *names) as card:
        approve(office, card)
        steps = path.bring_in(office, card.place, title="", platforms=(WEBSITE,))
        next(steps)
        card.tear()
        with pytest.raises(AppError) as gone:
            list(steps)
        assert gone.value.code is Trouble.DEVICE_GONE
        assert card.photos() == [*names]
        (wish,) = office.store.originals.open_intakes()
        card.take_out()
        card.put_in()
        list(path.resume(office, wish.batch))
        assert len(stored(office)) == 6
        assert card.photos() == []
