"""The encrypted store and the one in memory are told the same things and must never answer differently."""

from __future__ import annotations

import atexit
import contextlib
import functools
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from consent.accounts import AccountId
from consent.errors import ConsentError
from consent.pasts import Merge
from consent.people import PersonId
from consent.permissions import Answer, Giver, Kind
from consent.platforms import PlatformId
from consent.policy import Policy
from consent.ports import Store
from consent.publications import Approval, PhotoId, Proposal
from consent.stages import Stage
from consent.templates import StoredTemplate
from tests.factories import (
    NOW,
    TODAY,
    a_batch,
    a_carer,
    a_notice,
    a_permission,
    a_person,
    a_photo,
    a_platform,
    a_sighting,
    an_account,
)
from tests.fakes.store import MemoryStore
from tests.stores import PASSWORD, cut_off, make_store, opened

pytestmark = pytest.mark.slow

PEOPLE = st.sampled_from(["p1", "p2", "p3"])
PHOTOS = st.sampled_from(["f1", "f2"])
STAFF = st.sampled_from(["a1", "a2", "a3"])
PLATFORMS = st.sampled_from(["website", "blog"])
MATCHING = Policy(impact_assessment="DPIA", impact_assessed_on=TODAY)


def told(store: Store, act: Callable[[Store], object]) -> object:
    """What the store answers: a value, or the code of its refusal."""
    try:
        return act(store)
    except ConsentError as refused:
        return refused.code


@functools.cache
def made() -> Path:
    """A closed store to copy; gone with the tests."""
    folder = Path(tempfile.mkdtemp(prefix="greenlight-test-"))
    atexit.register(shutil.rmtree, folder)
    make_store(folder / "store")
    return folder / "store"


class TwoStores(RuleBasedStateMachine):
    """Does everything to both."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="greenlight-test-"))
        shutil.copytree(made(), self.folder / "store")
        self.real: Store = opened(self.folder / "store")
        self.fake: Store = MemoryStore()

    def teardown(self) -> None:
        self.real.close()
        shutil.rmtree(self.folder)

    def both(self, act: Callable[[Store], object]) -> None:
        assert told(self.real, act) == told(self.fake, act)

    @initialize()
    def begin(self) -> None:
        self.both(lambda store: store.register.put_platform(a_platform()))
        self.both(lambda store: store.ledger.put_batch(a_batch()))

    @rule(person=PEOPLE, carers=st.integers(0, 2))
    def put_person(self, person: str, carers: int) -> None:
        kept = tuple(a_carer(f"c{number}") for number in range(carers))
        self.both(lambda store: store.register.put_person(a_person(person, carers=kept)))

    @rule(person=PEOPLE)
    def erase_person(self, person: str) -> None:
        self.both(lambda store: store.register.erase_person(PersonId(person)))

    @rule(
        person=PEOPLE,
        kind=st.sampled_from(Kind),
        answer=st.sampled_from(Answer),
        giver=st.sampled_from(Giver),
        platform=PLATFORMS,
        carer=st.sampled_from(["c0", "c1"]),
    )
    def record(
        self, person: str, kind: Kind, answer: Answer, giver: Giver, platform: str, carer: str
    ) -> None:
        record = a_permission(person, kind, answer=answer, giver=giver, platform=platform, carer=carer)

        def record_it(store: Store) -> object:
            # an erased person's numbers are used again by one store only; their order is what counts
            return replace(store.register.record_permission(record), sequence=0)

        self.both(record_it)

    @rule(person=PEOPLE, first=STAFF, second=STAFF, lift=st.booleans())
    def mark(self, person: str, first: str, second: str, *, lift: bool) -> None:
        by = (AccountId(first), AccountId(second))
        if lift:
            self.both(lambda store: store.register.lift_never_publish(PersonId(person), by))
        else:
            self.both(lambda store: store.register.mark_never_publish(PersonId(person), by))

    @rule(person=PEOPLE, policy=st.sampled_from([MATCHING, Policy()]))
    def enrol(self, person: str, policy: Policy) -> None:
        template = StoredTemplate(f"t-{person}", PersonId(person), (0.5, 0.25), TODAY)
        self.both(lambda store: store.register.put_policy(policy))
        self.both(lambda store: store.register.put_template(template))

    @rule(person=PEOPLE, carer=st.sampled_from(["c0", "c1"]))
    def tell(self, person: str, carer: str) -> None:
        notice = a_notice(person, carer)

        def tell_it(store: Store) -> object:
            return [replace(one, sequence=0) for one in store.register.record_notices([notice])]

        self.both(tell_it)

    @rule(kept=PEOPLE, gone=PEOPLE)
    def merge(self, kept: str, gone: str) -> None:
        merge = Merge(PersonId(kept), PersonId(gone), (), NOW, "a1")

        def merge_them(store: Store) -> object:
            return replace(store.register.merge(merge), after=0, number=0)

        self.both(merge_them)

    @rule(gone=PEOPLE)
    def end_merge(self, gone: str) -> None:
        def end_it(store: Store) -> object:
            return replace(store.register.end_merge(PersonId(gone)), after=0, number=0)

        self.both(end_it)

    @rule(person=PEOPLE)
    def destroy_templates(self, person: str) -> None:
        self.both(lambda store: store.register.destroy_templates(PersonId(person)))

    @rule(platform=PLATFORMS, names=st.booleans())
    def put_platform(self, platform: str, *, names: bool) -> None:
        self.both(lambda store: store.register.put_platform(a_platform(platform, names_allowed=names)))

    @rule(photo=PHOTOS, content=st.sampled_from(["aa", "bb"]))
    def add_photo(self, photo: str, content: str) -> None:
        self.both(lambda store: store.ledger.add_photo(replace(a_photo(photo), sha256=content)))

    @rule(photo=PHOTOS, to=st.sampled_from(Stage))
    def move_photo(self, photo: str, to: Stage) -> None:
        self.both(lambda store: store.ledger.move_photo(store.ledger.photo(PhotoId(photo)), to))

    @rule(photo=PHOTOS, people=st.sets(PEOPLE, max_size=2), by=STAFF)
    def see(self, photo: str, people: set[str], by: str) -> None:
        seen = (a_sighting(people=tuple(sorted(people))),)

        def put(store: Store) -> None:
            before = store.ledger.photo(PhotoId(photo))
            store.ledger.put_photo(replace(before, sightings=seen, touched_by=(AccountId(by),)))

        self.both(put)

    @rule(photo=PHOTOS, platform=PLATFORMS, content=st.sampled_from(["x", "y"]), by=STAFF)
    def propose(self, photo: str, platform: str, content: str, by: str) -> None:
        proposal = Proposal(PhotoId(photo), PlatformId(platform), content, "", (), AccountId(by), NOW)
        self.both(lambda store: store.ledger.put_proposal(proposal))

    @rule(photo=PHOTOS, by=STAFF)
    def approve(self, photo: str, by: str) -> None:
        def put(store: Store) -> None:
            for proposal in store.ledger.proposals(PhotoId(photo)):
                store.ledger.put_approval(Approval(proposal, AccountId(by), NOW))

        self.both(put)

    @rule(photo=PHOTOS)
    def void(self, photo: str) -> None:
        self.both(lambda store: store.ledger.void_approvals(PhotoId(photo)))

    @rule(account=STAFF, disabled=st.booleans())
    def put_account(self, account: str, *, disabled: bool) -> None:
        changed = replace(an_account(account), disabled=disabled)
        self.both(lambda store: store.accounts.add_account(changed, PASSWORD))
        self.both(lambda store: store.accounts.put_account(changed))

    @rule(account=STAFF, password=st.sampled_from([PASSWORD, "another password"]))
    def set_password(self, account: str, password: str) -> None:
        self.both(lambda store: store.accounts.set_password(AccountId(account), password))

    @rule(account=STAFF, password=st.sampled_from([PASSWORD, "another password"]))
    def sign_in(self, account: str, password: str) -> None:
        self.both(lambda store: store.accounts.sign_in(account, password, now=NOW))

    @rule(person=PEOPLE, photo=PHOTOS)
    def fail_half_way(self, person: str, photo: str) -> None:
        for store in (self.real, self.fake):
            with cut_off(store), contextlib.suppress(ConsentError):
                store.register.put_person(a_person(person, name="Never"))
                store.register.erase_person(PersonId(person))
                store.ledger.void_approvals(PhotoId(photo))

    @invariant()
    def both_hold_the_same(self) -> None:
        for look in LOOKS:
            assert told(self.real, look) == told(self.fake, look)


LOOKS: list[Callable[[Store], object]] = [
    lambda store: store.register.people(),
    lambda store: [replace(one, sequence=0) for one in store.register.permissions()],
    lambda store: [replace(one, sequence=0) for one in store.register.notices()],
    lambda store: [replace(one, after=0, number=0) for one in store.register.merges()],
    lambda store: store.register.never_publish(),
    lambda store: {one.person: one.by for one in store.register.never_publish_marks()},
    lambda store: store.register.templates(),
    lambda store: store.register.platforms(),
    lambda store: store.register.policy(),
    lambda store: store.ledger.photos(a_batch().id),
    lambda store: [store.ledger.proposals(PhotoId(photo)) for photo in ("f1", "f2")],
    lambda store: [store.ledger.approvals(PhotoId(photo)) for photo in ("f1", "f2")],
    lambda store: store.accounts.accounts(),
]

TestTwoStores = TwoStores.TestCase
TestTwoStores.settings = settings(max_examples=12, stateful_step_count=30, deadline=None)
