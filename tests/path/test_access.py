"""Promise 17: a subject access pack is complete, shows nobody else, and tells of no mark."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from sqlalchemy import Engine, event

from app.cli.run import run
from app.cli.status import Status
from app.people.forbidding import mark
from app.people.joining import merge
from app.people.keeping import add, change
from app.people.notices import tell
from app.people.permits import keep_scan, record_all
from app.reports.access import AccessPack, begin, gather
from app.reports.access_files import as_html, as_record, write_pack
from app.services import Services
from app.work.sandbox import Load, Sandbox
from consent.accounts import AccountId, Act, Role
from consent.agreement import Agreement
from consent.errors import Code
from consent.people import Carer, PersonId
from consent.permissions import Answer, Giver, Kind
from consent.publications import PhotoId, Publication, TakenDown
from consent.sightings import Certainty, What
from consent.stages import Stage
from tests.factories import NOW, WEBSITE, a_batch, a_permission, a_person, a_photo, a_sighting, an_account
from tests.fakes.vision import FakeVision
from tests.path.conftest import FACEBOOK, PASSWORD, School
from tests.pictures import a_jpeg, a_scene
from tests.stores import refused
from vision.copies import Cover, Flaw, Output, Problem

DEE, TWIN, BEN, ZED = PersonId("dee"), PersonId("twin"), PersonId("ben"), PersonId("zed")
HERS, HIS, STRANGERS = (200, 200, 320, 340), (700, 200, 820, 340), (1100, 200, 1220, 340)
HER_NAME, HIS_NAME, MAIL = (200, 500, 420, 540), (700, 500, 920, 540), (1000, 800, 1300, 840)
SIGHTINGS = (
    a_sighting("hers", people=("dee",), box=HERS),
    a_sighting("his", people=("ben",), box=HIS),
    a_sighting("someone", box=STRANGERS),
    replace(
        a_sighting("her name", What.ROLL_NAME, people=("dee",), box=HER_NAME), certainty=Certainty.CONFIRMED
    ),
    replace(
        a_sighting("his name", What.ROLL_NAME, people=("ben",), box=HIS_NAME), certainty=Certainty.CONFIRMED
    ),
    a_sighting("mail", What.CONTACT, box=MAIL),
)
OTHERS = ("Benjamin", "Moor", "Zedekiah", "Ann Fox", "Bob Fox", "Staff lead", "court order")


class RealCovers(FakeVision):
    """Finds what a test says, and writes real copies in a process of its own."""

    def __init__(self) -> None:
        super().__init__({})
        self.hand = Sandbox(Load.NOTHING)

    def publish(self, untrusted: bytes, covers: tuple[Cover, ...], output: Output, *, seed: int = 0) -> bytes:
        return self.hand.publish(untrusted, covers, output, seed=seed)


@pytest.fixture(scope="module")
def eyes() -> Iterator[RealCovers]:
    one = RealCovers()
    yield one
    one.hand.close()


def scene(seed: int = 0) -> np.ndarray:
    return np.array(a_scene(1600, 1200, seed))


@pytest.fixture
def lead(school: School, eyes: RealCovers) -> Services:
    """A school whose data is known to the test: Dee, whose record once was two, and others who are in her photos."""
    eyes.problems = ()
    store = school.office.store
    for account in ("lead", "second"):
        store.accounts.add_account(an_account(account, Role.LEAD), PASSWORD)
    services = replace(school.as_("lead"), vision=eyes)
    mother, father = Carer("m", "Ann Fox", "mother"), Carer("f", "Bob Fox", "father")
    add(
        services,
        replace(
            a_person("dee", name="Deirdre Fox", carers=(mother, father)), class_name="4A", school_id="S1"
        ),
    )
    add(services, replace(a_person("twin", name="Dee Fox", carers=(mother,)), year="4"))
    add(services, a_person("zed", name="Zedekiah Moor"))
    store.register.put_person(replace(store.register.person(BEN), legal_name="Benjamin Moor"))
    record_all(
        services,
        [
            a_permission("dee", carer="m", given_on=date(2026, 9, 1)),
            a_permission(
                "dee", carer="f", answer=Answer.REFUSED, platform=FACEBOOK, given_on=date(2026, 9, 3)
            ),
            a_permission("twin", Kind.NAME, carer="m", given_on=date(2025, 9, 1)),
            a_permission("dee", Kind.VIDEO, giver=Giver.SELF, answer=Answer.REFUSED),
            a_permission("zed", carer="x", giver=Giver.SELF, answer=Answer.REFUSED),
        ],
    )
    tell(services, [DEE], sent_on=date(2026, 9, 1), form="notice 2026")
    keep_scan(services, DEE, b"%PDF-1.7 hers", form="2026-a", received_on=date(2026, 9, 2))
    keep_scan(services, ZED, b"%PDF-1.7 his", form="2026-z", received_on=date(2026, 9, 2))
    change(services, replace(store.register.person(DEE), class_name="4B"))
    merge(services, DEE, TWIN)
    _photos(services)
    return services


def _photos(services: Services) -> None:
    ledger = services.store.ledger
    ledger.put_batch(replace(a_batch("b9", platforms=(WEBSITE, FACEBOOK)), title="Benjamin Moor's birthday"))
    for name, sightings in (
        ("with her", SIGHTINGS),
        ("under the old id", (a_sighting("old", people=("twin",), box=HERS),)),
        ("perhaps her", (replace(a_sighting(people=("dee",)), certainty=Certainty.SUGGESTED),)),
        ("one of two", (a_sighting(people=("dee", "zed")),)),
        ("without her", (a_sighting(people=("ben",)),)),
    ):
        photo = replace(a_photo(name.replace(" ", "-"), batch="b9", stage=Stage.DECIDE), sightings=sightings)
        ledger.add_photo(photo)
        services.vault.put(photo.id, a_jpeg(scene(len(name))))

    def post(name: str, visible: tuple[PersonId, ...], **more: object) -> Publication:
        made = Publication(
            PhotoId(name), WEBSITE, f"{name}.jpg", "ab" * 32, visible, AccountId("office"), AccountId("head"),
            NOW - timedelta(days=9), "/out", f"https://school.example/{name}",
        )  # fmt: skip
        return replace(made, **more)  # type: ignore[arg-type]

    for one in (
        post("with-her", (DEE, BEN), caption="Sports day", named=(DEE,)),
        post("long-gone", (TWIN,), caption="With Benjamin Moor", named=(TWIN, BEN)),
        post("not-hers", (BEN,), caption="Benjamin Moor again", named=(BEN,)),
    ):
        ledger.put_publication(one)
    services.store.aftercare.put_take_down(
        TakenDown("long-gone.jpg", NOW - timedelta(days=3), NOW - timedelta(days=2), AccountId("lead"))
    )


def whole(services: Services, person: PersonId = DEE) -> AccessPack:
    pack = begin(services, person)
    for _ in gather(services, pack):
        pass
    return pack


def test_promise_17_the_pack_holds_everything_that_was_put_in_about_the_person_and_nothing_else(
    lead: Services, tmp_path: Path
) -> None:
    pack = whole(lead, TWIN)  # asked for under an id of old
    write_pack(tmp_path / "pack", pack)
    told = json.loads((tmp_path / "pack" / "access.json").read_text("ascii"))
    assert told["person"]["id"] == "dee"
    assert told["person"]["earlier_ids"] == ["twin"]
    assert [
        (one["platform"], one["kind"], one["answer"], one["by"], one["given_on"])
        for one in told["permissions"]
    ] == [
        ("website", "photo", "granted", "mother", "2026-09-01"),
        ("facebook", "photo", "refused", "father", "2026-09-03"),
        ("website", "name", "granted", "mother", "2025-09-01"),
        ("website", "video", "refused", "self", "2026-09-01"),
    ]
    assert [one["happened"] for one in told["history"]] == ["added", "added", "changed", "merged"]
    assert [(one["to"], one["form"]) for one in told["notices"]] == [
        ("mother", "notice 2026"),
        ("father", "notice 2026"),
    ]
    assert [one["form"] for one in told["scans"]] == ["2026-a"]
    assert [one["photo"] for one in told["photos"]] == ["with-her", "under-the-old-id"]
    assert told["photos_that_may_show_the_person"] == {"suggested": 1, "several": 1}
    assert [
        (one["photo"], one["caption"], one["taken_down_on"], one["photo_held"]) for one in told["posts"]
    ] == [
        ("with-her", "Sports day", "", True),
        ("long-gone", "", "2026-11-18", False),
    ]
    assert told["photos"][0]["decisions"] == [
        {"platform": "website", "outcome": "show", "why": "granted"},
        {"platform": "facebook", "outcome": "cover", "why": "refused"},
    ]
    subjects = {
        entry.number for entry in lead.store.audit.entries() if entry.event.subject in {"dee", "twin"}
    }
    assert {one["number"] for one in told["log"]} == subjects
    found = {(one["platform"], one["kind"]): one for one in told["answers_today"]}
    assert found["facebook", "photo"]["why"].startswith(
        "No, because one carer (father) refused on 3 September"
    )
    assert len(found) == 2 * 4 + 1


def work_for(services: Services, eyes: RealCovers) -> tuple[int, int, int]:
    """What a pack costs: queries of the register, questions to the vision, and photos in it."""
    queries: list[str] = []

    def count(*told: Any) -> None:
        queries.append(told[2])

    before = len(eyes.looked_for)
    event.listen(Engine, "before_cursor_execute", count)
    try:
        pack = whole(services)
    finally:
        event.remove(Engine, "before_cursor_execute", count)
    return len(queries), len(eyes.looked_for) - before, len(pack.photos)


def test_promise_17_a_pack_takes_the_same_steps_however_much_is_held_of_others(
    lead: Services, eyes: RealCovers
) -> None:
    """So that the minutes of a pack depend on the photos of its person alone."""
    queries, looks, photos = work_for(lead, eyes)
    assert looks == photos == 2
    for number in range(40):
        who = f"other-{number}"
        add(lead, a_person(who, name=f"Other {number}"))
        record_all(lead, [a_permission(who, giver=Giver.SELF, carer="")])
        lead.store.ledger.add_photo(
            replace(
                a_photo(who, batch="b9", stage=Stage.DECIDE), sightings=(a_sighting(people=(who,), box=HIS),)
            )
        )
        lead.store.ledger.put_publication(
            Publication(
                PhotoId(who), WEBSITE, f"{who}.jpg", "ab" * 32, (PersonId(who),), AccountId("office"),
                AccountId("head"), NOW, "/out", "",
            )
        )  # fmt: skip
    assert work_for(lead, eyes) == (queries, looks, photos)


def test_promise_17_each_further_photo_of_the_person_takes_as_many_steps_as_the_one_before(
    lead: Services, eyes: RealCovers
) -> None:
    def further(number: int) -> None:
        photo = replace(
            a_photo(f"more-{number}", batch="b9", stage=Stage.DECIDE),
            sightings=(a_sighting("hers", people=("dee",), box=HERS),),
        )
        lead.store.ledger.add_photo(photo)
        lead.vault.put(photo.id, a_jpeg(scene(number)))

    costs = [work_for(lead, eyes)]
    for number in range(3):
        further(number)
        costs.append(work_for(lead, eyes))
    steps = {
        tuple(after - before for before, after in zip(one, other, strict=True))
        for one, other in pairwise(costs)
    }
    assert len(steps) == 1
    assert steps.pop()[1:] == (1, 1)


def test_promise_17_no_one_else_is_in_any_file_of_the_pack(lead: Services, tmp_path: Path) -> None:
    write_pack(tmp_path / "pack", whole(lead))
    files = {path.name: path for path in (tmp_path / "pack").iterdir()}
    assert set(files) == {"access.json", "access.pdf", "photo-0001.jpg", "photo-0002.jpg"}
    assert all(path.stat().st_mode & 0o777 == 0o600 for path in files.values())
    book = pypdfium2.PdfDocument(files["access.pdf"].read_bytes())
    read = " ".join(page.get_textpage().get_text_range() for page in book) + files["access.json"].read_text(
        "ascii"
    )
    assert "Deirdre Fox" in read
    assert "deleted; only this record" in " ".join(read.split())
    for name in OTHERS:
        assert name not in read, name
    for name in ("office", "head", "ben", "zed"):
        assert f'"{name}"' not in read


def test_promise_17_in_her_photos_everyone_else_is_covered_and_what_is_beneath_has_no_part_in_them(
    lead: Services,
) -> None:
    content = whole(lead).photos[0].jpeg
    assert content is not None
    shown = np.asarray(Image.open(io.BytesIO(content)).convert("RGB")).astype(int)
    original = scene(len("with her")).astype(int)
    assert shown.shape == original.shape

    def difference(box: tuple[int, int, int, int]) -> float:
        x1, y1, x2, y2 = box
        return float(np.abs(shown[y1:y2, x1:x2] - original[y1:y2, x1:x2]).mean())

    for own in (HERS, HER_NAME):
        assert difference(own) < 12, own
    for other in (HIS, STRANGERS, HIS_NAME, MAIL):
        assert difference(other) > 20, other
    twin = scene(len("with her"))
    for x1, y1, x2, y2 in (HIS, STRANGERS, HIS_NAME, MAIL):
        twin[y1 + 20 : y2 - 20, x1 + 20 : x2 - 20] = 255 - twin[y1 + 20 : y2 - 20, x1 + 20 : x2 - 20]
    lead.vault.destroy(PhotoId("with-her"))
    lead.vault.put(PhotoId("with-her"), a_jpeg(twin))
    assert whole(lead).photos[0].jpeg == content


def test_promise_17_what_cannot_be_covered_safely_or_is_deleted_is_left_out_and_said(
    lead: Services, eyes: RealCovers, tmp_path: Path
) -> None:
    eyes.problems = (Problem(next(iter(Flaw))),)
    pack = whole(lead)
    assert [(one.jpeg, one.withheld) for one in pack.photos] == [(None, "NOT_SAFE")] * 2
    eyes.problems = ()
    lead.vault.destroy(PhotoId("with-her"))
    pack = whole(lead)
    assert [one.withheld for one in pack.photos] == ["NOT_HELD", None]
    write_pack(tmp_path / "pack", pack)
    assert "not shown (not held)" in as_html(pack)
    assert not (tmp_path / "pack" / "photo-0001.jpg").exists()


def test_promise_15_a_pack_tells_neither_why_nor_that_someone_is_marked(lead: Services) -> None:
    agreed = Agreement(Act.MARK_NEVER_PUBLISH, AccountId("lead"), AccountId("second"), NOW)
    mark(lead, DEE, "court order 7", agreed)
    pack = whole(lead)
    for told in (json.dumps(as_record(pack)), as_html(pack)):
        for word in ("court", "never_publish", "never publish", "marked"):
            assert word not in told.casefold(), word


def test_a_pack_is_the_leads_to_make_and_making_one_is_logged(lead: Services, school: School) -> None:
    refused(Code.NOT_ALLOWED, begin, school.office, DEE)
    refused(Code.UNKNOWN_PERSON, begin, lead, PersonId("nobody"))
    begin(lead, DEE)
    last = lead.store.audit.entries()[-1].event
    assert (last.act, last.subject) == ("report.access", "dee")


@pytest.mark.usefixtures("lead")
def test_typed_by_the_lead_the_pack_lies_in_a_new_folder(
    school: School, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    school.office.store.close()
    (tmp_path / "password").write_text(PASSWORD)
    (tmp_path / "password").chmod(0o600)
    monkeypatch.setenv("GREENLIGHT_PASSWORD_FILE", str(tmp_path / "password"))
    typed = [
        "report",
        "access",
        "Zedekiah Moor",
        "--store",
        str(school.office.places.store),
        "--user",
        "lead",
        "--out",
    ]
    assert run([*typed, str(tmp_path / "pack")]) == Status.WELL  # no photo of his is certain
    assert {path.name for path in (tmp_path / "pack").iterdir()} == {"access.json", "access.pdf"}
    assert run([*typed, str(tmp_path / "pack")]) == Status.WRONG_USE  # never over another
