"""Promise 5, second opinion: ExifTool is asked about each finished copy behind walls, and what it finds stops the copy."""

from __future__ import annotations

import contextlib
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from app.cli.arguments import read_arguments
from app.cli.commands import approving, copies
from app.cli.commands.vet import vet_photos
from app.cli.status import Status
from app.covered_for import Withheld, covered_for
from app.published import sha256_of
from app.steps import path
from app.steps.decide import facts_for
from app.work import opinion
from app.work.opinion import Problems, beyond_a_bare_picture, installed, second_opinion, understood
from app.work.sandbox import Load, Sandbox
from consent.people import PersonId
from consent.stages import Stage
from tests.architecture.source import called, calls, modules, relative
from tests.path.conftest import School
from tests.path.conftest import made_school as made_school  # noqa: PLC0414 - what the fixture stands on
from tests.path.conftest import school as school  # noqa: PLC0414 - the fixture
from tests.pictures import a_chunk, a_jpeg, a_scene, with_segment
from vision.copies import Expected, Flaw, Output, Problem, Refused, Verified
from vision.hide.encode import encode
from vision.image import Container

needs_exiftool = pytest.mark.skipif(installed() is None, reason="exiftool is not installed, or not on Linux")

HIDDEN_DATA = (Problem(Flaw.METADATA, "IFD0 (ExifTool)"),)

ROOT = Path(__file__).resolve().parents[2]
ATTACK = """
import os, socket, subprocess, sys
from pathlib import Path
from app.work import confine
from app.work.opinion import installed
from app.work.opinion_process import MOST_MEMORY, _LIBRARY

secret = sys.argv[1]
perl, tool = installed()
walls = confine.shut_in_with(perl, MOST_MEMORY, also=(tool, *map(Path, _LIBRARY)))
script = '''
print "read\\n" if open(my $f, "<", $ARGV[0]);
print "written\\n" if open(my $g, ">", "$ARGV[0].new");
print "listed\\n" if opendir(my $d, "/tmp");
print "started\\n" if system("/bin/true") == 0;
use Socket; print "socket\\n" if socket(my $s, PF_INET, SOCK_STREAM, 0);
print "alive\\n";
'''
done = subprocess.run([perl, "-e", script, secret], stdout=subprocess.PIPE, text=True)
print(done.stdout, all(wall.works for wall in walls))
"""


def a_copy(seed: int) -> bytes:
    return encode(a_scene(seed=seed), Output())


@needs_exiftool
def test_promise_5_what_reads_for_a_second_opinion_reaches_nothing(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("a name")
    done = subprocess.run(
        [sys.executable, "-c", ATTACK, str(secret)],
        capture_output=True, text=True, check=True, cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "OPENBLAS_NUM_THREADS": "1"},
    )  # fmt: skip
    assert done.stdout.split() == ["alive", "True"]
    assert list(tmp_path.iterdir()) == [secret]


@needs_exiftool
@pytest.mark.parametrize("container", [Container.JPEG, Container.PNG])
def test_promise_5_a_bare_copy_has_a_second_opinion_in_its_favour(container: Container) -> None:
    assert second_opinion([encode(a_scene(), Output(container))]) == ((),)


@needs_exiftool
@pytest.mark.parametrize(
    ("group", "copy"),
    [
        ("File", with_segment(a_jpeg(a_scene()), 0xFE, b"a comment")),
        ("XMP-dc", with_segment(a_jpeg(a_scene()), 0xE1, b"http://ns.adobe.com/xap/1.0/\x00<x:xmpmeta xmlns:x='adobe:ns:meta/'>"
         b"<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><rdf:Description rdf:about='' "
         b"xmlns:dc='http://purl.org/dc/elements/1.1/' dc:title='Ann'/></rdf:RDF></x:xmpmeta>")),
        ("IFD0", a_jpeg(a_scene(), orientation=6)),
        ("PNG", (bare := encode(a_scene(), Output(Container.PNG)))[:33] + a_chunk(b"tEXt", b"Author\x00Ann") + bare[33:]),
    ],
)  # fmt: skip
def test_promise_5_each_thing_more_is_found_and_named_without_its_words(group: str, copy: bytes) -> None:
    bare, problems, also_bare = second_opinion([a_copy(1), copy, a_copy(2)])
    assert (bare, also_bare) == ((), ())
    assert f"{group} (ExifTool)" in {problem.where for problem in problems}
    assert {problem.flaw for problem in problems} == {Flaw.METADATA}
    assert "Ann" not in repr(problems)


def test_a_groups_own_name_is_told_only_where_it_is_a_plain_word() -> None:
    told = {"SourceFile": "-", "Ann Fox <b>:Title": 1, "System:FileSize": 2, "JFIF:JFIFVersion": 1.01}
    assert beyond_a_bare_picture(told) == (Problem(Flaw.METADATA, "a group (ExifTool)"),)


@pytest.mark.parametrize(
    "told",
    [
        b"", b"no", b"[]", b"[1]", b"{}", b"[{}, {}]", b"\xff", b'[{"SourceFile": "/proc/self/fd/4"}]',
        b'[{"SourceFile": "/proc/self/fd/3"}, {"SourceFile": "/proc/self/fd/3"}]',
    ],
)  # fmt: skip
def test_an_answer_that_is_none_is_no_opinion(told: bytes) -> None:
    assert understood(told, [3]) is None
    assert understood(b'[{"SourceFile": "/proc/self/fd/3"}]', [3]) is not None


def test_without_exiftool_there_is_no_opinion(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opinion, "_PLACES", "/nowhere")
    assert second_opinion([with_segment(a_jpeg(a_scene()), 0xFE, b"a comment")]) == ((),)
    assert opinion.version() == ""


def test_promise_5_what_the_second_opinion_finds_refuses_a_copy_that_our_own_check_lets_pass() -> None:
    asked: list[Sequence[bytes]] = []

    def finds_in_the_first(copies: Sequence[bytes]) -> tuple[Problems, ...]:
        asked.append(copies)
        return (HIDDEN_DATA, *((),) * (len(copies) - 1))

    first, second = a_copy(1), a_copy(2)
    with Sandbox(Load.NOTHING, opinion=finds_in_the_first) as vision:
        outcomes = vision.look_again_each(
            ((first, Expected()), (second, Expected()), (first, Expected(width=160)))
        )
        alone = vision.look_again(first, Expected())
    assert asked == [(first, second), (first,)]  # the very same file is asked about once
    assert [type(one) for one in outcomes] == [Refused, Verified, Refused]
    for outcome in (outcomes[0], outcomes[2], alone):
        assert outcome == Refused(sha256_of(first), HIDDEN_DATA)


def delivered(school: School, folder: Path, _: pytest.MonkeyPatch) -> None:
    batch = school.bring_in()[0]
    photo = school.photo("b.jpg").id
    path.ask_for_approval(school.office, photo)
    path.go_live(school.as_("head"), photo)
    trouble = {one.name: one.trouble for one in school.deliver(batch)}["b.jpg"]
    assert trouble == "NOT_VERIFIED", folder


def vetted(school: School, folder: Path, _: pytest.MonkeyPatch) -> None:
    photo = str(school.device / "b.jpg")
    given = read_arguments(["vet", photo, "--platform", "website", "--out", str(folder)])
    assert vet_photos(school.office, given) is Status.WAITING


def shown_to_the_approver(school: School, folder: Path, patch: pytest.MonkeyPatch) -> None:
    school.bring_in()
    photo = school.photo("b.jpg").id
    path.ask_for_approval(school.office, photo)
    patch.setattr(approving, "signed_in", lambda _: contextlib.nullcontext(school.as_("head")))
    given = read_arguments(["approve", "show", photo, "--out", str(folder)])
    assert approving.approve_show(given) is Status.WAITING


def given_to_the_person(school: School, folder: Path, _: pytest.MonkeyPatch) -> None:
    school.bring_in()
    services = school.as_("head")
    given = covered_for(services, school.photo("b.jpg"), [PersonId("anna")], facts_for(services))
    assert given is Withheld.NOT_SAFE, folder


def hidden_by_hand(school: School, folder: Path, patch: pytest.MonkeyPatch) -> None:
    photo = folder.parent / "p.jpg"
    photo.write_bytes(b"photo")
    patch.setattr(copies, "vision_process", lambda: contextlib.nullcontext(school.vision))
    given = read_arguments(["hide", str(photo), "--box", "1,1,99,99", "--out", str(folder / "o.jpg")])
    assert copies.hide(given) is Status.REFUSED


DOORS = [delivered, vetted, shown_to_the_approver, given_to_the_person, hidden_by_hand]


@pytest.mark.parametrize("door", DOORS)
def test_promise_5_no_door_lets_a_copy_out_that_a_second_look_refuses(
    door: Callable[[School, Path, pytest.MonkeyPatch], None],
    school: School,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    school.vision.problems = HIDDEN_DATA
    folder = tmp_path / "written"
    folder.mkdir()
    door(school, folder, monkeypatch)
    assert school.vision.looked_for, "nobody looked"
    assert not [one for one in (*folder.rglob("*"), *school.out.rglob("*")) if one.is_file()]
    if school.office.store.ledger.batches() and door is delivered:
        assert school.photo("b.jpg").stage is Stage.DECIDE
        assert not school.office.store.ledger.publications_of(school.photo("b.jpg").id)


def test_whoever_looks_again_gets_both_opinions_in_one_place() -> None:
    """So that no door can forget one: everything that makes finished copies is one of the doors above."""
    asking = {
        relative(file) for file in modules() for call in calls(file) if called(call) == "second_opinion"
    }
    assert asking == set()  # only as what a process starts with
    makes = {"publish", "publish_each", "as_published", "all_as_published"}
    making = {relative(file) for file in modules() for call in calls(file) if called(call) in makes}
    assert making == {
        "app/published.py", "app/work/sandbox.py",
        "app/steps/review.py", "app/ui/pictures.py",  # no file: a hash to approve, a picture on the screen
        "app/steps/render.py",  # delivered
        "app/cli/commands/vet.py", "app/cli/commands/approving.py", "app/cli/commands/copies.py", "app/covered_for.py",
    }  # fmt: skip
