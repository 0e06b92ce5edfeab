"""Promise 5, second opinion: ExifTool is asked about each finished copy behind walls, and what it finds stops the copy."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from app.steps import path
from app.work import opinion
from app.work.opinion import installed, judged, second_opinion
from consent.stages import Stage
from tests.path.conftest import School
from tests.path.conftest import made_school as made_school  # noqa: PLC0414 - what the fixture stands on
from tests.path.conftest import school as school  # noqa: PLC0414 - the fixture
from tests.pictures import a_chunk, a_jpeg, a_scene, with_segment
from vision.copies import Flaw, Output, Problem
from vision.hide.encode import encode
from vision.image import Container

needs_exiftool = pytest.mark.skipif(installed() is None, reason="exiftool is not installed, or not on Linux")

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
    assert second_opinion(encode(a_scene(), Output(container))) == ()


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
    problems = second_opinion(copy)
    assert f"{group} (ExifTool)" in {problem.where for problem in problems}
    assert {problem.flaw for problem in problems} == {Flaw.METADATA}
    assert "Ann" not in repr(problems)


def test_a_groups_own_name_is_told_only_where_it_is_a_plain_word() -> None:
    told = json.dumps(
        [{"SourceFile": "-", "Ann Fox <b>:Title": 1, "System:FileSize": 2, "JFIF:JFIFVersion": 1.01}]
    )
    assert judged(told.encode()) == (Problem(Flaw.METADATA, "a group (ExifTool)"),)


@pytest.mark.parametrize("told", [b"", b"no", b"[]", b"[1]", b"{}", b"[{}, {}]", b"\xff"])
def test_an_answer_that_is_none_is_no_opinion(told: bytes) -> None:
    assert judged(told) is None


def test_without_exiftool_there_is_no_opinion(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opinion, "_PLACES", "/nowhere")
    assert second_opinion(with_segment(a_jpeg(a_scene()), 0xFE, b"a comment")) == ()


def test_promise_5_what_the_second_opinion_finds_stops_the_copy(school: School) -> None:
    asked: list[bytes] = []

    def finds(published: bytes) -> tuple[Problem, ...]:
        asked.append(published)
        return (Problem(Flaw.METADATA, "IFD0 (ExifTool)"),)

    school.office = replace(school.office, second_opinion=finds)
    batch, _ = school.bring_in()
    photo = school.photo("b.jpg").id
    path.ask_for_approval(school.office, photo)
    path.go_live(school.as_("head"), photo)
    told = {one.name: one.trouble for one in school.deliver(batch)}
    assert told["b.jpg"] == "NOT_VERIFIED"
    assert len(asked) == 1
    assert school.photo("b.jpg").stage is Stage.DECIDE
    assert not school.office.store.ledger.publications_of(photo)
