"""When the large models give back their working memory."""

from __future__ import annotations

from vision.sessions import USUAL_PIXELS, Sessions


class Counted(Sessions):
    """Says how often memory was given back."""

    times = 0

    def _give_back(self) -> None:
        self.times += 1


def test_room_is_made_for_a_large_photo_and_not_for_a_usual_one() -> None:
    sessions = Counted()
    sessions.make_room(USUAL_PIXELS)
    assert sessions.times == 0
    sessions.make_room(USUAL_PIXELS + 1)
    assert sessions.times == 1
