"""What WordPress makes of pictures, names and mishaps, and what is said of it: of the site itself and of its likeness."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from app.destinations.base import Destination, Presence
from app.errors import AppError, Trouble
from consent.publications import Words
from tests.pictures import a_file, a_jpeg, a_scene
from tests.servers.every_kind import WORDPRESS_PARAMS
from tests.servers.running import USER, Server
from vision.image import Container

NAME = "0123456789abcdef0123456789abcdef.jpg"
COPY = a_jpeg(a_scene(640, 480))
HASH = hashlib.sha256(COPY).hexdigest()
WORDS = Words('Ball & bat, "all <b>new</b>"', "two children & a ball", "Wessex Press")


@pytest.fixture(params=WORDPRESS_PARAMS, scope="module")
def running(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with request.param(tmp_path_factory.mktemp("server")) as server:
        yield server


def asked(server: Server, what: str, method: str = "GET", **params: str) -> Any:
    """What the site's own editor would be told."""
    answer = httpx.request(
        method,
        f"{server.record.address}/wp-json/wp/v2/{what}",
        params={"context": "edit", **params},
        auth=(USER, server.secret),
    )
    return answer.raise_for_status().json()


def drafts(server: Server) -> list[dict[str, Any]]:
    return list(asked(server, "posts", status="draft"))


ALTERED = {
    "larger than WordPress shows": ("ab12.jpg", a_jpeg(a_scene(2600, 200)), "ab12-scaled.jpg"),
    "turned by its camera": ("ab12.jpg", a_jpeg(a_scene(640, 480), orientation=6), "ab12-rotated.jpg"),
    "a large PNG": ("ab12.png", a_file(Container.PNG, a_scene(2600, 200)), "ab12.png"),
    "a small one": ("ab12.jpg", COPY, "ab12.jpg"),
}


@pytest.mark.parametrize("how", ALTERED)
def test_the_very_file_is_proven_also_where_wordpress_shows_another_in_its_place(
    server: Server, destination: Destination, how: str
) -> None:
    name, content, shown = ALTERED[how]
    receipt = destination.send(name, content)
    assert receipt.sha256 == hashlib.sha256(content).hexdigest()
    assert server.holds() == {name: content}
    assert receipt.location.rsplit("/", 1)[1] == shown
    assert destination.look(name, receipt.sha256).receipt == receipt
    assert receipt.location in drafts(server)[0]["content"]["raw"]


def test_a_plug_in_that_rewrites_pictures_is_found_and_nothing_of_it_stays(
    server: Server, destination: Destination
) -> None:
    server.misbehave("rewrites")
    with pytest.raises(AppError) as caught:
        destination.send(NAME, COPY)
    assert caught.value.code is Trouble.NOT_PROVEN
    assert destination.look(NAME, HASH).presence is Presence.ABSENT
    assert server.holds() == {}
    assert drafts(server) == []


def test_promise_31_a_site_that_fails_after_it_saved_holds_the_picture_once(
    server: Server, destination: Destination
) -> None:
    server.misbehave("fails after saving")
    with pytest.raises(AppError) as caught:
        destination.send(NAME, COPY)
    assert caught.value.code is Trouble.DOUBTFUL
    assert destination.look(NAME, HASH).presence is Presence.PART
    assert destination.send(NAME, COPY).sha256 == HASH
    assert server.holds() == {NAME: COPY}
    assert len(asked(server, "media")) == len(drafts(server)) == 1


def test_a_picture_whose_post_was_cut_off_is_taken_back_and_never_a_post_or_anothers_picture(
    server: Server, destination: Destination
) -> None:
    server.misbehave("fails after saving")
    with pytest.raises(AppError):
        destination.send(NAME, COPY)
    assert destination.look(NAME, HASH).presence is Presence.PART
    with pytest.raises(AppError):
        destination.take_back(NAME, "0" * 64)
    assert server.holds() == {NAME: COPY}
    destination.take_back(NAME, HASH)
    assert server.holds() == {}
    destination.take_back(NAME, HASH)
    destination.send(NAME, COPY)
    with pytest.raises(AppError):
        destination.take_back(NAME, HASH)
    assert server.holds() == {NAME: COPY}


def test_a_site_that_takes_no_post_keeps_no_picture_either(server: Server, destination: Destination) -> None:
    server.misbehave("takes no posts")
    with pytest.raises(AppError) as caught:
        destination.send(NAME, COPY)
    assert caught.value.code is Trouble.NOT_LET_IN
    assert server.holds() == {}
    assert asked(server, "media") == []


@pytest.mark.parametrize("how", ["takes no posts", "rewrites"])
def test_a_picture_that_stays_in_the_library_without_a_post_is_in_doubt(
    server: Server, destination: Destination, how: str
) -> None:
    server.misbehave(how)
    server.misbehave("deletes nothing")
    with pytest.raises(AppError) as caught:
        destination.send(NAME, COPY)
    assert caught.value.code is Trouble.DOUBTFUL
    assert len(server.holds()) == 1


def test_what_wordpress_does_not_take_in_is_in_no_doubt(server: Server, destination: Destination) -> None:
    with pytest.raises(AppError) as caught:
        destination.send(NAME, b"not a picture")
    assert caught.value.code is Trouble.NOT_WRITABLE
    assert server.holds() == {}


@pytest.mark.parametrize("name", ["1" * 32 + ".jpg", "00ff.jpg", NAME])
def test_promise_31_whatever_the_name_it_is_found_again_and_held_once(
    server: Server, destination: Destination, name: str
) -> None:
    first = destination.send(name, COPY)
    assert destination.look(name, HASH).receipt == first
    assert destination.send(name, COPY) == first
    assert len(drafts(server)) == 1


def test_promise_31_a_picture_that_someone_took_from_the_library_can_be_sent_again(
    server: Server, destination: Destination
) -> None:
    destination.send(NAME, COPY)
    (media,) = asked(server, "media")
    asked(server, f"media/{media['id']}", "DELETE", force="true")
    assert destination.look(NAME, HASH).presence is Presence.ABSENT
    again = destination.send(NAME, COPY)
    assert destination.look(NAME, HASH).receipt == again
    assert server.holds() == {NAME: COPY}


def test_words_arrive_as_text_whatever_signs_are_in_them(server: Server, destination: Destination) -> None:
    destination.send(NAME, COPY, WORDS)
    (media,), (draft,) = asked(server, "media"), drafts(server)
    assert media["alt_text"] == WORDS.alt_text
    assert draft["featured_media"] == media["id"]
    for written in (
        "Ball &amp; bat, &quot;all &lt;b&gt;new&lt;/b&gt;&quot;<cite>Wessex Press</cite>",
        'alt="two children &amp; a ball"',
    ):
        assert written in draft["content"]["raw"]


def test_a_site_whose_addresses_are_plain_is_reached_all_the_same(
    server: Server, destination: Destination
) -> None:
    server.misbehave("has plain addresses")
    destination.test()
    receipt = destination.send(NAME, COPY, WORDS)
    assert destination.look(NAME, HASH).receipt == receipt
    assert server.holds() == {NAME: COPY}
