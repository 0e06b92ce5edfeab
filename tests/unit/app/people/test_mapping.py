from __future__ import annotations

import json
from datetime import date
from importlib.resources import files

import pytest

from app.people.mapping import (
    PLAIN,
    Asks,
    CarerColumns,
    Columns,
    ConsentColumn,
    Mapping,
    check_mapping,
    check_platforms,
    mapping_text,
    read_mapping,
)
from app.people.refusals import MappingFault, MappingRefusedError
from app.ready_made import ready_made_platforms
from consent.permissions import Kind
from consent.platforms import PlatformId

COLUMNS = 'columns = { school_id = "UPN", legal_name = "Name" }\n'
WEBSITE, FACEBOOK = PlatformId("website"), PlatformId("facebook")


def consent(body: str) -> bytes:
    return f"{COLUMNS}[[consents]]\n{body}".encode()


def fault(content: bytes) -> MappingFault:
    with pytest.raises(MappingRefusedError) as refused:
        read_mapping(content)
    return refused.value.fault


def test_a_mapping_is_kept_and_comes_back_the_same() -> None:
    mapping = Mapping(
        Columns("UPN", forename="First", surname="Last", known_as="Known as"),
        carers=(CarerColumns("Parent 1", responsible=True), CarerColumns("P2", responsible_column="P2 PR")),
        consents=(
            ConsentColumn(
                "Web", Kind.PHOTO, (WEBSITE, FACEBOOK), given_on="Day", valid_until=date(2027, 8, 31)
            ),
            ConsentColumn("Opted out", Kind.VIDEO, (WEBSITE,), asks=Asks.OBJECTION, yes=("oui",)),
            ConsentColumn("Face", Kind.BIOMETRIC),
        ),
    )
    check_mapping(mapping)
    assert read_mapping(mapping_text(mapping).encode()) == mapping
    assert json.loads(mapping_text(mapping))["kind"] == "pupil"
    check_mapping(PLAIN)


def test_toml_and_json_say_the_same() -> None:
    toml = consent('column = "Web"\nkind = "photo"\nplatforms = ["website"]')
    columns = {"school_id": "UPN", "legal_name": "Name"}
    consents = [{"column": "Web", "kind": "photo", "platforms": ["website"]}]
    assert read_mapping(toml) == read_mapping(json.dumps({"columns": columns, "consents": consents}).encode())


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"\xff\xfe", MappingFault.NOT_READABLE),
        (b"nonsense", MappingFault.NOT_READABLE),
        (b"{" * 100_000, MappingFault.NOT_READABLE),
        (b"a" * 300_000, MappingFault.NOT_READABLE),
        (b"", MappingFault.NOT_READABLE),
        (f'{COLUMNS}consentz = "x"'.encode(), MappingFault.NOT_READABLE),
        (f'{COLUMNS}encoding = "utf-7"'.encode(), MappingFault.NOT_READABLE),
        (b'columns = { school_id = "", legal_name = "Name" }', MappingFault.MISSING_COLUMN),
        (b'columns = { school_id = "UPN", surname = "Name" }', MappingFault.NO_NAME_COLUMN),
        (f'{COLUMNS}[[carers]]\nname = "Parent"'.encode(), MappingFault.NOT_READABLE),
    ],
)
def test_a_mapping_that_is_not_clear_is_refused(content: bytes, expected: MappingFault) -> None:
    assert fault(content) is expected


def test_promise_16_one_tick_is_for_no_platform_that_is_not_written_out() -> None:
    assert fault(consent('column = "Photos"\nkind = "photo"')) is MappingFault.NO_PLATFORM
    assert fault(consent('column = "Photos"\nkind = "photo"\nplatforms = []')) is MappingFault.NO_PLATFORM
    assert fault(consent('column = "Photos"\nkind = "photo"\nplatforms = "all"')) is MappingFault.NOT_READABLE
    for word in ("all", "*"):
        every = read_mapping(consent(f'column = "Photos"\nkind = "photo"\nplatforms = ["{word}"]'))
        with pytest.raises(MappingRefusedError) as refused:
            check_platforms(every, frozenset({WEBSITE, FACEBOOK}))
        assert refused.value.fault is MappingFault.UNKNOWN_PLATFORM


def test_a_biometric_consent_is_for_no_platform() -> None:
    face = consent('column = "Face"\nkind = "biometric"\nplatforms = ["website"]')
    assert fault(face) is MappingFault.PLATFORM_NOT_ALLOWED


@pytest.mark.parametrize(
    "heading",
    ["Opt out of photos", "Opted-out", "optout", "No photos", "Do not publish", "Don't use", "Refuses web", "Objects", "Withdrawn",
     "Consent withheld", "Cannot be photographed", "Cant be shown", "Dont use", "Denied", "Revoked", "Forbidden",
     "Block photos", "Stop sharing", "Unable to share", "Avoid publishing", "Cancelled", "Remove from web", "Hide",
     "Gwrthod lluniau", "Gwrthwynebu", "Dim lluniau", "Peidiwch â chyhoeddi", "Heb ganiatâd"],
)  # fmt: skip
def test_promise_16_a_heading_in_which_yes_may_mean_no_must_be_explained(heading: str) -> None:
    body = f'column = "{heading}"\nkind = "photo"\nplatforms = ["website"]\n'
    assert fault(consent(body)) is MappingFault.LOOKS_LIKE_OBJECTION
    assert read_mapping(consent(body + 'asks = "objection"')).consents[0].asks is Asks.OBJECTION


@pytest.mark.parametrize("word", ["", " ", "no", "Opt-out", "requested", "not granted"])
def test_promise_16_no_mapping_makes_a_blank_or_a_no_a_yes(word: str) -> None:
    body = f'column = "Web"\nkind = "photo"\nplatforms = ["website"]\nyes = ["ja", "{word}"]'
    assert fault(consent(body)) is MappingFault.NOT_A_YES


def test_the_mapping_to_start_from_is_one_and_names_ready_made_platforms_only() -> None:
    text = files("resources").joinpath("policy", "roll-mapping.toml").read_bytes()
    mapping = read_mapping(text)
    check_platforms(mapping, frozenset(platform.id for platform in ready_made_platforms()))
    assert len(mapping.carers) == 2
    assert [consent.asks for consent in mapping.consents] == [None, None, Asks.OBJECTION]
