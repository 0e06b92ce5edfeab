"""What every store keeps of files on devices, of what belongs to a photo, and of intakes that are not through."""

from __future__ import annotations

from dataclasses import replace

from consent.devices import DeviceId
from consent.originals import UNSETTLED, Companion, Fate, OpenIntake, Original
from consent.ports import Store
from consent.publications import BatchId, PhotoId
from tests.factories import a_batch, a_photo
from tests.stores import cut_off

CARD = DeviceId("card")
ONE = Original(CARD, "DCIM/a.jpg", PhotoId("f1"), "ab" * 32, 5 * 2**31, 1_700_000_000_123_456_789, Fate.DUE)


def test_an_original_comes_back_as_put_and_is_replaced_by_its_place(store: Store) -> None:
    odd = replace(ONE, path="DCIM/\udcff\n.jpg", fate=Fate.STAYS)
    store.originals.put(ONE)
    store.originals.put(odd)
    store.originals.put(replace(ONE, fate=Fate.UNPROVEN, sitting="boot/7"))
    assert store.originals.of_device(CARD) == [replace(ONE, fate=Fate.UNPROVEN, sitting="boot/7"), odd]
    assert store.originals.of_device(DeviceId("other")) == []
    assert [one.path for one in store.originals.with_fate(UNSETTLED)] == [ONE.path]


def test_only_originals_of_the_named_photo_and_fate_are_forgotten(store: Store) -> None:
    other = replace(ONE, path="b.jpg", photo=PhotoId("f2"), fate=Fate.GONE)
    for one in (ONE, replace(ONE, path="c.jpg", fate=Fate.GONE), other):
        store.originals.put(one)
    store.originals.forget(PhotoId("f1"), {Fate.GONE, Fate.STAYS})
    assert {one.path for one in store.originals.of_device(CARD)} == {ONE.path, "b.jpg"}


def test_companions_belong_to_their_photo(store: Store) -> None:
    store.ledger.put_batch(a_batch())
    store.ledger.add_photo(a_photo("f1"))
    movie = Companion(PhotoId("x1"), PhotoId("f1"), "IMG_1.MOV", "cd" * 32, 3 * 2**31)
    store.originals.add_companion(movie)
    assert store.originals.companions(PhotoId("f1")) == [movie]
    assert store.originals.all_companions() == {movie.id}
    store.originals.forget_companions(PhotoId("f1"))
    assert store.originals.all_companions() == frozenset()


def test_an_open_intake_is_there_until_it_is_closed_and_not_after_a_failed_transaction(store: Store) -> None:
    for name in ("b1", "b2"):
        store.ledger.put_batch(a_batch(name))
    all_of_it = OpenIntake(BatchId("b1"), CARD)
    some = OpenIntake(BatchId("b2"), CARD, within="DCIM/\udcfe", chosen=frozenset({"a.jpg", "\udcff.jpg"}))
    for one in (all_of_it, some):
        store.originals.open_intake(one)
    assert store.originals.open_intakes() == [all_of_it, some]
    with cut_off(store):
        store.originals.close_intake(BatchId("b1"))
    store.originals.close_intake(BatchId("b2"))
    assert store.originals.open_intakes() == [all_of_it]
