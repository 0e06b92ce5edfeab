"""The chain of the log, and its daily anchors."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from consent.audit import FIRST_SEAL, Anchor, Entry, Event, anchors, first_bad, holds, seal

START = datetime(2026, 11, 20, 8, tzinfo=UTC)


def a_log(length: int, *, step: timedelta = timedelta(hours=5)) -> list[Entry]:
    log: list[Entry] = []
    for number in range(1, length + 1):
        event = Event("look", f"a{number % 3}", START + number * step, f"p{number % 5}", "code")
        log.append(Entry(number, event, seal(log[-1].seal if log else FIRST_SEAL, event)))
    return log


def rewritten(log: list[Entry], since: int) -> list[Entry]:
    """The same log with another actor from one entry on, sealed again as an attacker would."""
    forged = log[: since - 1]
    for entry in log[since - 1 :]:
        event = replace(entry.event, actor="someone else")
        forged.append(Entry(entry.number, event, seal(forged[-1].seal if forged else FIRST_SEAL, event)))
    return forged


def test_a_log_as_written_is_good() -> None:
    assert first_bad(a_log(0)) is None
    assert first_bad(a_log(100)) is None


@given(st.integers(0, 29), st.sampled_from(["act", "actor", "at", "subject", "detail", "seal", "number"]))
def test_promise_37_any_change_is_found_at_its_entry(place: int, field: str) -> None:
    log = a_log(30)
    entry = log[place]
    match field:
        case "seal":
            log[place] = replace(entry, seal="0" * 64)
        case "number":
            log[place] = replace(entry, number=entry.number + 1)
        case "at":
            log[place] = replace(entry, event=replace(entry.event, at=START - timedelta(days=1)))
        case _:
            log[place] = replace(entry, event=replace(entry.event, **{field: "x"}))  # type: ignore[arg-type]
    assert first_bad(log) == place + 1


@given(st.integers(0, 28), st.integers(1, 5))
def test_promise_37_entries_cut_out_or_put_in_are_found(place: int, count: int) -> None:
    log = a_log(30)
    cut = log[:place] + log[place + count :]
    assert first_bad(cut) == (place + 1 if place + count < 30 else None)
    assert first_bad([*log[:place], log[place], *log[place:]]) == place + 2


def test_words_moved_between_fields_change_the_seal() -> None:
    one, other = Event("a", "bc", START), Event("ab", "c", START)
    assert seal(FIRST_SEAL, one) != seal(FIRST_SEAL, other)


def test_each_day_has_one_anchor_its_last_entry() -> None:
    log = a_log(12)
    found = anchors(log)
    assert [anchor.day.day for anchor in found] == [20, 21, 22]
    assert found[-1] == Anchor(log[-1].event.at.date(), 12, log[-1].seal)
    assert anchors([]) == ()


@given(st.integers(1, 12))
def test_promise_37_with_an_anchor_a_rewritten_or_cut_tail_is_found_too(since: int) -> None:
    log = a_log(12)
    forged = rewritten(log, since)
    assert first_bad(forged) is None  # the chain alone cannot tell
    for anchor in anchors(log):
        assert holds(log, anchor)
        assert holds(forged, anchor) is (anchor.number < since)
        assert holds(log[: since - 1], anchor) is (anchor.number < since)
