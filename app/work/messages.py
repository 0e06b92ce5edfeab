"""What the two sides of the vision process say to each other: each call with the shape of question and answer.

Everything is checked on arrival against the frozen values of `vision`, because the answering side has read
untrusted photos: whatever it sends can at worst be a wrong answer, never a command.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final, Literal

from pydantic import TypeAdapter, ValidationError

from app.work.frames import FrameError, Message
from app.work.vision import Engines, Part, Reference
from vision.copies import CopyWanted, Expected, Refused, Verified
from vision.errors import Code, ModelError, PhotoRefusedError, VisionError
from vision.findings import Analysis, Wanted


class Call(StrEnum):
    """The questions that can be asked."""

    ANALYSE = "analyse"
    REFERENCE = "reference"
    PUBLISH = "publish"
    LOOK_AGAIN = "look_again"
    PREVIEW = "preview"
    PAGE = "page"
    DOCTOR = "doctor"


@dataclass(frozen=True, slots=True)
class Publish:
    """How the copies of one photo are to be made."""

    copies: tuple[CopyWanted, ...]
    seed: int


@dataclass(frozen=True, slots=True)
class Nothing:
    """A question or an answer without words; the bytes beside it say all."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """The size of a preview and of its photo, in pixels."""

    width: int
    height: int
    full_width: int
    full_height: int


@dataclass(frozen=True, slots=True)
class Side:
    """The longest side of a preview, in pixels."""

    longest_side: int


@dataclass(frozen=True, slots=True)
class OnePage:
    """Which page of a paper, counted from 0, and its longest side in pixels."""

    number: int
    longest_side: int


@dataclass(frozen=True, slots=True)
class PageSizes:
    """The size of a drawn page in pixels, and how many pages there are."""

    width: int
    height: int
    pages: int


@dataclass(frozen=True, slots=True)
class Looked:
    """The outcome of looking at a finished copy again."""

    verified: Verified | None = None
    refused: Refused | None = None


@dataclass(frozen=True, slots=True)
class Ready:
    """The first thing that the process says: which walls stand around it."""

    walls: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """Why there is no answer. `kind` names the error class, `code` a `vision.errors.Code`."""

    kind: Literal["photo", "model"]
    code: Code
    detail: str = ""


QUESTIONS: Final[dict[Call, TypeAdapter[Any]]] = {
    Call.ANALYSE: TypeAdapter(Wanted),
    Call.REFERENCE: TypeAdapter(Nothing),
    Call.PUBLISH: TypeAdapter(Publish),
    Call.LOOK_AGAIN: TypeAdapter(Expected),
    Call.PREVIEW: TypeAdapter(Side),
    Call.PAGE: TypeAdapter(OnePage),
    Call.DOCTOR: TypeAdapter(Nothing),
}
ANSWERS: Final[dict[Call, TypeAdapter[Any]]] = {
    Call.ANALYSE: TypeAdapter(Analysis),
    Call.REFERENCE: TypeAdapter(Reference),
    Call.PUBLISH: TypeAdapter(Nothing),
    Call.LOOK_AGAIN: TypeAdapter(Looked),
    Call.PREVIEW: TypeAdapter(Sizes),
    Call.PAGE: TypeAdapter(PageSizes),
    Call.DOCTOR: TypeAdapter(Engines),
}
_READY: Final[TypeAdapter[Ready]] = TypeAdapter(Ready)
_FAILURE: Final[TypeAdapter[Failure]] = TypeAdapter(Failure)
_LAST = b"last "
_NOT_A_DETAIL = re.compile(r"[^A-Za-z0-9_ .:×-]")


def question(call: Call, body: object, blocks: tuple[bytes, ...]) -> Message:
    """A question as a message."""
    return Message(_head("ask", call.value, QUESTIONS[call].dump_json(body)), blocks)


def read_question(message: Message) -> tuple[Call, Any]:
    """Which call, and its body. Raises FrameError."""
    kind, name, body = _split(message)
    try:
        call = Call(name)
        return call, _checked(QUESTIONS[call], body, kind == "ask")
    except ValueError:
        raise FrameError from None


def answer(call: Call, body: object, blocks: tuple[bytes, ...] = ()) -> Message:
    """An answer as a message."""
    return Message(_head("answer", call.value, ANSWERS[call].dump_json(body)), blocks)


def as_last(message: Message) -> Message:
    """The same answer, with the word that the process ends after it."""
    return Message(_LAST + message.head, message.blocks)


def is_last(message: Message) -> bool:
    """Whether the process that sent this answer ends after it."""
    return message.head.startswith(_LAST)


def failure(error: VisionError) -> Message:
    """An error as a message."""
    kind: Literal["photo", "model"] = "model" if isinstance(error, ModelError) else "photo"
    return Message(_head("failure", "", _FAILURE.dump_json(Failure(kind, error.code, error.detail))))


def read_answer(call: Call, message: Message) -> Any:
    """The answer's body, of the type that belongs to `call`.

    Raises the VisionError that the other side reports, FrameError where it is not an answer to `call`.
    """
    kind, name, body = _split(message)
    if kind == "failure":
        reason: Failure = _checked(_FAILURE, body, expected=True)
        # a detail goes to the log: nothing in it may be a photo's text
        detail = _NOT_A_DETAIL.sub("?", reason.detail)[:80]
        error = ModelError if reason.kind == "model" else PhotoRefusedError
        raise error(reason.code, detail)
    return _checked(ANSWERS[call], body, kind == "answer" and name == call.value)


def ready(walls: tuple[Part, ...]) -> Message:
    """The greeting as a message."""
    return Message(_head("ready", "", _READY.dump_json(Ready(walls))))


def read_ready(message: Message) -> Ready:
    """The greeting. Raises FrameError."""
    kind, _, body = _split(message)
    greeting: Ready = _checked(_READY, body, kind == "ready")
    return greeting


def _head(kind: str, name: str, body: bytes) -> bytes:
    return f"{kind} {name}\n".encode("ascii") + body


def _split(message: Message) -> tuple[str, str, bytes]:
    first, newline, body = message.head.removeprefix(_LAST).partition(b"\n")
    kind, space, name = first[:80].partition(b" ")
    if not newline or not space:
        raise FrameError
    return kind.decode("ascii", "replace"), name.decode("ascii", "replace"), body


def _checked(adapter: TypeAdapter[Any], body: bytes, expected: bool) -> Any:  # noqa: FBT001 - internal
    if not expected:
        raise FrameError
    try:
        return adapter.validate_json(body)
    except (ValidationError, ValueError):
        raise FrameError from None
