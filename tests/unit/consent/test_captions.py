"""What is noticed in a caption."""

from __future__ import annotations

from dataclasses import replace

import pytest

from consent.captions import Concern, check_caption
from consent.facts import Facts
from consent.people import Person, PersonId
from consent.permissions import Kind, Permission
from consent.platforms import Platform
from consent.policy import Policy
from tests.factories import TODAY, a_carer, a_permission, a_person, a_platform

SITE = a_platform()
ZOE = replace(a_person("p1", name="Zoë Anne O’Neill-Smith", carers=(a_carer(),)), known_as="Zo")
LI = a_person("p2", name="Li Ming", carers=(a_carer(),))
ALLOWED = a_permission("p1", Kind.NAME)


def facts(
    *permissions: Permission, never: tuple[str, ...] = (), people: tuple[Person, ...] = (ZOE, LI)
) -> Facts:
    return Facts(people, permissions, frozenset(map(PersonId, never)), Policy(), (SITE,), TODAY)


def noticed(
    caption: str, known: Facts, platform: Platform = SITE, *, visible: tuple[PersonId, ...] = ()
) -> list[tuple[Concern, str]]:
    remarks = check_caption(caption, known, platform, visible=visible)
    return [(remark.concern, caption[remark.start : remark.end]) for remark in remarks]


@pytest.mark.parametrize(
    ("caption", "name"),
    [
        ("Well done Zoë!", "Zoë"),
        ("well done ZOE", "ZOE"),
        ("Zoe\u0308 ran", "Zoe\u0308"),
        ("Zo won.", "Zo"),
        ("Zoë Anne O'Neill-Smith won", "Zoë Anne O'Neill-Smith"),
        ("Zoë O’Neill-Smith won", "Zoë O’Neill-Smith"),
        ("Zo O’Neill-Smith won", "Zo O’Neill-Smith"),
        ("O’Neill-Smith, Zoë", "O’Neill-Smith, Zoë"),
        ("Zoë’s picture", "Zoë’s"),
        ("Zoe's picture", "Zoe's"),
        ("Ming Li and friends", "Ming Li"),
        ("a picture by Li", "Li"),
    ],
)
def test_a_name_of_the_roll_is_found_however_it_is_written(caption: str, name: str) -> None:
    assert noticed(caption, facts()) == [(Concern.NAME, name)]


@pytest.mark.parametrize(
    "caption", ["", "Sports day 2026!", "Zone of silence", "A light lunch", "Room 3B", "12:30 to 14:00"]
)
def test_a_harmless_caption_is_left_alone(caption: str) -> None:
    assert noticed(caption, facts()) == []


def test_a_name_with_permission_may_stay_but_not_in_full_beside_the_face() -> None:
    assert noticed("Zoë won", facts(ALLOWED)) == []
    assert noticed("Zoë O’Neill-Smith won", facts(ALLOWED)) == []
    beside = noticed("Zoë O’Neill-Smith won", facts(ALLOWED), visible=(PersonId("p1"),))
    assert beside == [(Concern.FULL_NAME_AND_FACE, "Zoë O’Neill-Smith")]
    assert noticed("Zoë won", facts(ALLOWED), visible=(PersonId("p1"),)) == []


def test_a_platform_without_names_has_none() -> None:
    quiet = a_platform(names_allowed=False)
    assert noticed("Zoë won", facts(ALLOWED), quiet) == [(Concern.NAME_NOT_ALLOWED, "Zoë")]


def test_a_name_that_two_people_share_needs_both_to_agree() -> None:
    twin = a_person("p3", name="Zoë Brown", carers=(a_carer(),))
    both = facts(ALLOWED, a_permission("p3", Kind.NAME), people=(ZOE, twin))
    assert noticed("Zoë won", both) == []
    assert noticed("Zoë won", facts(ALLOWED, people=(ZOE, twin))) == [(Concern.NAME, "Zoë")]


def test_someone_who_left_is_no_longer_looked_for() -> None:
    assert noticed("Zoë won", facts(people=(replace(ZOE, left_on=TODAY),))) == []


def test_promise_15_a_remark_does_not_tell_who_is_marked() -> None:
    remarks = check_caption("Zoë won", facts(ALLOWED, never=("p1",)), SITE)
    assert [(remark.concern, remark.people) for remark in remarks] == [(Concern.NAME, ())]


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("write to office@hill.sch.uk", [(Concern.EMAIL, "office@hill.sch.uk")]),
        ("call 020 7946 0018 now", [(Concern.PHONE, "020 7946 0018")]),
        ("call +44 (0)20 7946 0018", [(Concern.PHONE, "+44 (0)20 7946 0018")]),
        ("see https://example.org/a?b=c", [(Concern.LINK, "https://example.org/a?b=c")]),
        ("see www.example.org", [(Concern.LINK, "www.example.org")]),
        ("see example.org/tickets", [(Concern.LINK, "example.org/tickets")]),
    ],
)
def test_contact_data_and_links_are_found(caption: str, expected: list[tuple[Concern, str]]) -> None:
    assert noticed(caption, facts()) == expected


def test_a_link_asks_for_a_look_and_all_else_forbids() -> None:
    remarks = check_caption("Zoë: office@example.org, www.example.org", facts(), SITE)
    assert [(remark.concern, remark.forbids) for remark in remarks] == [
        (Concern.NAME, True),
        (Concern.EMAIL, True),
        (Concern.LINK, False),
    ]
