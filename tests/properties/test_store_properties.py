"""Whatever a person is called, and in whatever script, the store gives back what was put in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from consent.errors import Code, ConsentError
from consent.people import Carer, Person, PersonId, PersonKind
from consent.store import EncryptedStore
from tests.stores import make_store, opened

anything = st.text(st.characters(codec=None, exclude_categories=()), max_size=12)
people = st.builds(
    Person,
    id=anything.map(PersonId),
    kind=st.sampled_from(PersonKind),
    legal_name=anything,
    known_as=anything,
    school_id=anything,
    class_name=anything,
    year=anything,
    carers=st.lists(st.builds(Carer, anything, anything, anything, st.booleans()), max_size=3).map(tuple),
    left_on=st.one_of(st.none(), st.dates()),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[EncryptedStore]:
    folder = tmp_path_factory.mktemp("made") / "store"
    make_store(folder)
    one = opened(folder)
    yield one
    one.close()


@settings(max_examples=150)
@given(person=people)
def test_a_person_comes_back_exactly_or_is_refused_by_name_of_the_rule(
    store: EncryptedStore, person: Person
) -> None:
    code = None
    try:
        store.register.put_person(person)
    except ConsentError as refused:
        code = refused.code
    if code is None:
        assert store.register.person(person.id) == person
    else:
        assert code is Code.INVALID
