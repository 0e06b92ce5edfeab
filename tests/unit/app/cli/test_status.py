from __future__ import annotations

import pytest

from app.cli import run as running
from app.cli.arguments import Given
from app.cli.sentences import sentence
from app.cli.status import Status, status_of
from app.errors import AppError, Trouble
from consent.errors import Code as ConsentCode
from consent.errors import ConsentError
from vision.errors import Code, ModelError, PhotoRefusedError


@pytest.mark.parametrize("code", [*Code, *ConsentCode, *Trouble])
def test_every_code_has_a_sentence(code: Code | ConsentCode | Trouble) -> None:
    words = sentence(code)
    assert len(words.split()) >= 3
    assert not words.endswith(".")


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (PhotoRefusedError(Code.TRUNCATED), Status.REFUSED),
        (ModelError(Code.MODEL_MISSING), Status.FAILED),
        (ConsentError(ConsentCode.WRONG_PASSWORD), Status.NOT_ALLOWED),
        (ConsentError(ConsentCode.NOT_SIGNED_IN), Status.NOT_ALLOWED),
        (ConsentError(ConsentCode.SAME_PERSON), Status.NOT_ALLOWED),
        (ConsentError(ConsentCode.NEEDS_A_PERSON), Status.WAITING),
        (ConsentError(ConsentCode.STORE_MISSING), Status.WRONG_USE),
        (ConsentError(ConsentCode.STORE_DAMAGED), Status.FAILED),
        (AppError(Trouble.NOT_VERIFIED), Status.WAITING),
        (AppError(Trouble.DEVICE_NOT_APPROVED), Status.NOT_ALLOWED),
        (AppError(Trouble.DISK_FULL), Status.FAILED),
        (AppError(Trouble.WRONG_USE), Status.WRONG_USE),
    ],
)
def test_each_failure_has_its_status(error: AppError | ConsentError | ModelError, status: Status) -> None:
    assert status_of(error) is status


def test_an_unexpected_failure_tells_its_kind_and_place_and_not_what_it_holds(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: Given) -> Status:
        raise RuntimeError("/home/ann/Ann Lee.jpg")

    monkeypatch.setattr(running, "command_of", lambda _: fails)
    assert running.run(["doctor"]) == Status.FAILED
    told = capsys.readouterr()
    assert told.out == ""
    assert "RuntimeError" in told.err
    assert "Ann" not in told.err
