"""Caption, alternative text and source: what stops them, what asks for a tick, and what only advises."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.captions import check_words as check_with_matcher
from app.ready_made import caption_lists
from consent.captions import Concern, Part, as_listed, check_words, links_of, named_in, unconfirmed
from consent.errors import Code, ConsentError
from consent.facts import Facts
from consent.people import PersonId
from consent.permissions import Kind
from consent.platforms import Platform
from consent.policy import Policy
from consent.publications import Confirmation, Words
from consent.wellformed import check_policy
from tests.factories import TODAY, a_carer, a_permission, a_person, a_platform

SITE = a_platform()
ZARA = a_person("p1", name="Zara Okonkwo", carers=(a_carer(),))
MAY = a_person("p2", name="May Hill", carers=(a_carer(),))
ALLOWED = a_permission("p1", Kind.NAME)
LISTS = caption_lists()


def facts(*permissions: object, never: tuple[str, ...] = ()) -> Facts:
    return Facts((ZARA, MAY), permissions, frozenset(map(PersonId, never)), Policy(), (SITE,), TODAY)  # type: ignore[arg-type]


def concerns(
    words: Words, known: Facts | None = None, platform: Platform = SITE
) -> set[tuple[Part, Concern]]:
    remarks = check_words(words, known or facts(ALLOWED), platform, lists=LISTS)
    return {(remark.part, remark.concern) for remark in remarks}


def of_caption(caption: str) -> set[Concern]:
    found = concerns(Words(caption, alt_text="children at play"))
    return {concern for part, concern in found if part is Part.CAPTION}


@pytest.mark.parametrize(
    "caption",
    [
        "What a shit day",
        "sh1t",
        "SH!T",
        "SH1T!",
        "sh!t!!",
        "\U0001d42c\U0001d421\U0001d422\U0001d42d",
        "\uff33\uff28\uff29\uff34",
        "$hit happened",
        "shitting",
        "fucked it",
        "twats",
    ],
)
def test_a_swear_word_stops_a_caption_however_it_is_written(caption: str) -> None:
    assert Concern.SWEARING in of_caption(caption)


@pytest.mark.parametrize(
    "caption",
    [
        "Scunthorpe away match",
        "A classic assembly",
        "Dickens Day",
        "Our cockerel hatched",
        "Pass the ball",
        "Titanic topic",
    ],
)
def test_an_ordinary_word_that_holds_a_swear_word_is_free(caption: str) -> None:
    assert of_caption(caption) == set()


@pytest.mark.parametrize(
    ("caption", "concern"),
    [
        ("That was sick lol", Concern.SLANG),
        ("WHAT GREAT FUN TODAY", Concern.SHOUTING),
        ("Well done!!!", Concern.EXCLAMATION),
        ("The slowest runners", Concern.NEGATIVE),
    ],
)
def test_tone_is_advised_and_never_stops_anything(caption: str, concern: Concern) -> None:
    remarks = check_words(Words(caption, alt_text="x"), facts(), SITE, lists=LISTS)
    found = [remark for remark in remarks if remark.concern is concern]
    assert found
    assert all(remark.advises and not remark.forbids for remark in found)


@given(st.text(max_size=80))
def test_whatever_is_written_only_a_listed_reason_stops_it(caption: str) -> None:
    for remark in check_words(Words(caption, alt_text=caption), facts(), SITE, lists=LISTS):
        assert 0 <= remark.start <= remark.end <= len(caption) or remark.concern is Concern.ALT_TEXT_MISSING
        assert sum((remark.forbids, remark.advises, remark.concern is Concern.LINK)) == 1


@pytest.mark.parametrize(
    "caption",
    [
        "Photo by the Wessex Press",
        "Courtesy of the local theatre",
        "© 2026 J. Larkin",
        "Song: from the musical",
    ],
)
def test_what_is_not_the_schools_own_needs_its_source(caption: str) -> None:
    assert (Part.CAPTION, Concern.SOURCE_MISSING) in concerns(Words(caption))
    assert (Part.CAPTION, Concern.SOURCE_MISSING) not in concerns(Words(caption, source="Wessex Press"))


def test_alternative_text_is_asked_for_and_checked_like_a_caption() -> None:
    assert (Part.ALT_TEXT, Concern.ALT_TEXT_MISSING) in concerns(Words("Sports day"))
    assert (Part.ALT_TEXT, Concern.ALT_TEXT_OPENING) in concerns(Words("Sports day", "A photo of children"))
    assert (Part.ALT_TEXT, Concern.ALT_TEXT_LONG) in concerns(Words("Sports day", "long " * 60))
    assert (Part.ALT_TEXT, Concern.NAME) in concerns(Words("Sports day", "Zara runs"), facts())
    assert (Part.ALT_TEXT, Concern.EMAIL) in concerns(Words("", "write to a@b.example"))
    assert (Part.SOURCE, Concern.PHONE) in concerns(Words("", "", "01234 567890"))
    assert concerns(Words()) == set()


def test_links_are_listed_once_as_they_are_written() -> None:
    words = Words("See https://school.example/day. And school.example.org/x, https://school.example/day")
    assert links_of(words) == ("https://school.example/day", "school.example.org/x")


def test_who_is_named_with_permission_is_kept_for_the_register_of_posts() -> None:
    words = Words("Zara and May won")
    assert named_in(words, facts(ALLOWED), SITE) == (PersonId("p1"),)


def test_words_ask_for_three_confirmations_and_none_for_no_words() -> None:
    assert unconfirmed(Words()) == frozenset()
    assert unconfirmed(Words("x")) == frozenset(Confirmation)
    assert unconfirmed(Words("x", confirmed=frozenset({Confirmation.PURPOSE}))) == {
        Confirmation.POSITIVE,
        Confirmation.NO_ONE_DISPARAGED,
    }


@pytest.mark.parametrize(
    ("caption", "stops"),
    [
        ("We planted trees in may.", False),  # a month, whoever is called so
        ("The hill behind the school", False),
        ("Well done, May Hill", True),
        ("Zaraa Okonkwo won the race", True),  # a slip of the finger names her all the same
        ("The prize went to Okonkwo", True),
        ("Z. Okonkwo won", True),
        ("Sports day was great fun", False),
    ],
)
def test_names_are_matched_as_in_photos(caption: str, *, stops: bool) -> None:
    remarks = check_with_matcher(facts(), SITE, Words(caption, alt_text="children outside"))
    assert any(remark.forbids for remark in remarks) is stops


def test_a_word_that_is_also_a_name_is_still_pointed_out() -> None:
    remarks = check_with_matcher(facts(), SITE, Words("We planted trees in may.", alt_text="trees"))
    assert [remark.concern for remark in remarks] == [Concern.MAYBE_NAME]


def test_promise_15_no_remark_says_that_someone_is_marked() -> None:
    remarks = check_with_matcher(
        facts(ALLOWED, never=("p1",)), SITE, Words("Zaraa Okonkwo", alt_text="a girl")
    )
    assert any(remark.forbids for remark in remarks)
    assert all(remark.people == () for remark in remarks)


def concerns_here(caption: str, policy: Policy) -> set[Concern]:
    known = replace(facts(ALLOWED), policy=policy)
    remarks = check_with_matcher(known, SITE, Words(caption, alt_text="children at play"))
    return {remark.concern for remark in remarks}


def test_a_schools_own_words_are_looked_for_as_the_kept_ones_are() -> None:
    policy = Policy(words_refused=as_listed("Gobbledegook, fnord"), words_advised=as_listed("detention"))
    assert concerns_here("What FN0RDS!", policy) == {Concern.SWEARING}
    assert concerns_here("A gobbledegooking day", policy) == {Concern.SWEARING}
    assert concerns_here("No detentions", policy) == {Concern.NEGATIVE}
    assert concerns_here("What a fnord day", Policy()) == set()


def test_a_word_that_is_fine_at_this_school_is_taken_off_the_kept_list() -> None:
    assert Concern.SLANG in concerns_here("Our innit project", Policy())
    assert concerns_here("Our innit project", Policy(words_allowed=("innit",))) == set()
    assert Concern.SWEARING in concerns_here("what a shit day", Policy(words_allowed=("innit",)))


@given(st.text(max_size=200))
def test_words_as_typed_are_kept_as_they_are_compared_each_once(typed: str) -> None:
    words = as_listed(typed)
    assert list(words) == sorted(set(words))
    assert as_listed(", ".join(words)) == words


@pytest.mark.parametrize(
    "policy",
    [
        Policy(words_refused=("Loud",)),
        Policy(words_refused=("two words",)),
        Policy(words_refused=("",)),
        Policy(words_refused=("x" * 41,)),
        Policy(words_refused=("same",), words_allowed=("same",)),
    ],
)
def test_own_words_that_could_never_be_found_or_contradict_each_other_are_refused(policy: Policy) -> None:
    with pytest.raises(ConsentError) as refused:
        check_policy(policy)
    assert refused.value.code is Code.INVALID
