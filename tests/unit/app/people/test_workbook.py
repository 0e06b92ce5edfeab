from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from app.people import workbook
from app.people.reading import read_sheet
from app.people.refusals import SheetFault, SheetRefusedError
from app.people.spoken import is_name

SHEET = "xl/worksheets/sheet1.xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def made(*rows: tuple[Any, ...], others: dict[str, list[tuple[Any, ...]]] | None = None) -> bytes:
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(row)
    for title, more in (others or {}).items():
        sheet = book.create_sheet(title)
        for row in more:
            sheet.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def altered(content: bytes, **parts: bytes | None) -> bytes:
    """The workbook with parts replaced or added; `sheet` is short for the first sheet."""
    names = {"sheet": SHEET, "strings": "xl/sharedStrings.xml", "styles": "xl/styles.xml"}
    changed = {names.get(name, name): part for name, part in parts.items()}
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in changed:
                new.writestr(name, old.read(name))
        for name, part in changed.items():
            if part is not None:
                new.writestr(name, part)
    return written.getvalue()


def of_rows(rows: str) -> bytes:
    return f"<worksheet {MAIN}><sheetData>{rows}</sheetData></worksheet>".encode()


def fault(content: bytes, sheet: str = "") -> SheetFault:
    with pytest.raises(SheetRefusedError) as refused:
        read_sheet(content, sheet=sheet)
    return refused.value.fault


PLAIN = made(("ID", "Name"), (1, "Ann"))


def test_cells_come_as_a_reader_would_type_them() -> None:
    content = made(
        ("ID", "Name", "Day", "Time", "Yes", "Half"),
        (12, "Zoë 李", date(2026, 9, 1), datetime(2026, 9, 1, 8, 30), True, 1.5),  # noqa: DTZ001
        (),
        (13.0, None, None, None, False, None),
    )
    rows = read_sheet(content).rows
    assert [(row.number, row.cells) for row in rows[1:]] == [
        (2, ("12", "Zoë 李", "2026-09-01", "2026-09-01T08:30:00", "TRUE", "1.5")),
        (4, ("13", "", "", "", "FALSE")),
    ]


def test_promise_45_a_formula_is_neither_worked_out_nor_believed() -> None:
    cached = of_rows(
        '<row r="1"><c r="A1" t="str"><f>IF(1,"yes","no")</f><v>yes</v></c><c r="B1"><v>7</v></c></row>'
    )
    (row,) = read_sheet(altered(PLAIN, sheet=cached)).rows
    assert row.cells == ("", "7")
    assert row.formulas == {0}


def test_promise_45_an_error_is_what_a_formula_came_to_and_no_ones_name() -> None:
    broken = of_rows('<row r="1"><c r="A1" t="e"><v>#N/A</v></c><c r="B1"><v>7</v></c></row>')
    (row,) = read_sheet(altered(PLAIN, sheet=broken)).rows
    assert row.formulas == {0}
    assert not is_name("#N/A")


def test_of_several_sheets_the_only_filled_one_is_read_or_the_one_that_is_named() -> None:
    empty = made(("ID",), (1,), others={"Second": []})
    two = made(("ID",), (1,), others={"Second": [("ID",), (2,)]})
    assert read_sheet(empty).rows[1].cells == ("1",)
    assert fault(two) is SheetFault.SEVERAL_SHEETS
    assert read_sheet(two, sheet="Second").rows[1].cells == ("2",)
    assert fault(two, "Third") is SheetFault.NO_SUCH_SHEET


LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><l>&c;</l>'
)
OUTSIDE = b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><l>&a;</l>'
IN_UTF_16 = OUTSIDE.decode().replace('"1.0"', '"1.0" encoding="utf-16"').encode("utf-16")
IN_EBCDIC = b'<?xml version="1.0" encoding="cp037"?>' + '<!DOCTYPE l [<!ENTITY a "b">]><l>&a;</l>'.encode(
    "cp037"
)


@pytest.mark.parametrize(
    "part", ["sheet", "strings", "styles", "[Content_Types].xml", "xl/workbook.xml", "new.xml"]
)
@pytest.mark.parametrize("hostile", [LAUGHS, OUTSIDE, IN_UTF_16])
def test_promise_45_xml_that_defines_its_own_words_is_refused_in_every_part(
    part: str, hostile: bytes
) -> None:
    assert fault(altered(PLAIN, **{part: hostile})) is SheetFault.ENTITIES


def test_promise_45_definitions_in_a_strange_alphabet_are_not_passed_on() -> None:
    assert fault(altered(PLAIN, sheet=IN_EBCDIC)) in {SheetFault.ENTITIES, SheetFault.BROKEN}


def test_promise_45_a_part_that_was_not_looked_through_is_not_there_for_the_reader() -> None:
    relations = zipfile.ZipFile(io.BytesIO(PLAIN)).read("xl/_rels/workbook.xml.rels")
    hidden = {"xl/media/picture.png": LAUGHS, "xl/_rels/workbook.xml.rels": relations.replace(
        b"worksheets/sheet1.xml", b"media/picture.png")}  # fmt: skip
    assert fault(altered(PLAIN, **hidden)) in {SheetFault.BROKEN, SheetFault.NO_SUCH_SHEET}


@pytest.mark.parametrize(
    "bomb",
    [
        {"sheet": of_rows("<row/>" + " " * (2 * workbook.SMALL))},
        {"xl/media/picture.bin": bytes(20 * 1024 * 1024)},
        {"sheet": of_rows("<x/>" * (workbook.MOST_AROUND + 1))},
        {"styles": b"<a>" * 100 + b"</a>" * 100},
        {"sheet": b"<a " + b"".join(b'a%d=">" ' % number for number in range(150_000)) + b"/>"},
        {"new.xml": b"<a><!--" + b">x" * workbook.LONGEST_TAG + b"--></a>"},
        {f"xl/{number}.xml": b"<a/>" for number in range(workbook.MOST_PARTS)},
    ],
    ids=["blanks", "picture", "elements", "depth", "endless tag", "endless comment", "parts"],
)
def test_promise_45_what_unpacks_too_large_is_refused(bomb: dict[str, bytes]) -> None:
    assert fault(altered(PLAIN, **bomb)) is SheetFault.UNPACKS_TOO_LARGE


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ('<row r="1"><c r="A1"><v>1</v></c></row><row r="9999999999"><c><v>1</v></c></row>', SheetFault.TOO_MANY_ROWS),
        ('<row r="1"><c r="ZZZ1"><v>1</v></c></row>', SheetFault.TOO_MANY_COLUMNS),
        ('<row r="1"><c r="SZ1"><v>1</v></c></row>', SheetFault.TOO_MANY_COLUMNS),
        (f'<row r="1">{"<c/>" * (workbook.MOST_INSIDE + 1)}</row>', SheetFault.TOO_MANY_COLUMNS),
        ("".join(f'<row r="{number}"/>' for number in range(workbook.MOST_ROW_TAGS + 1)), SheetFault.TOO_MANY_ROWS),
        ('<row r="1"><c r="A1" t="s"><v>99</v></c></row>', SheetFault.BROKEN),
        (f'<row r="1"><c r="A1"><v>{"9" * 5000}</v></c></row>', SheetFault.BROKEN),
        ('<row r="x"><c><v>1</v></c></row>', SheetFault.BROKEN),
        ('<row r="1"><c r="A1"><v>1</v></row>', SheetFault.BROKEN),
        (f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"a" * 3000}</t></is></c></row>', SheetFault.CELL_TOO_LONG),
    ],
)  # fmt: skip
def test_promise_45_a_crafted_sheet_is_refused(rows: str, expected: SheetFault) -> None:
    assert fault(altered(PLAIN, sheet=of_rows(rows))) is expected


def test_promise_45_a_size_that_the_file_claims_is_not_believed() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>'
    claimed = of_rows(rows).replace(b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>')
    assert [row.cells for row in read_sheet(altered(PLAIN, sheet=claimed)).rows] == [("1",), ("2",)]


@pytest.mark.parametrize("length", [4, 30, 200, 2000])
def test_promise_45_a_workbook_that_is_cut_off_is_refused(length: int) -> None:
    assert fault(PLAIN[:length]) is SheetFault.BROKEN


def test_promise_45_a_part_twice_or_a_missing_one_is_refused() -> None:
    written = io.BytesIO(PLAIN)
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(written, "a") as twice:
        twice.writestr(SHEET, of_rows(""))
    assert fault(written.getvalue()) is SheetFault.BROKEN
    assert fault(altered(PLAIN, **{"xl/workbook.xml": None})) is SheetFault.BROKEN
    assert fault(b"PK\x03\x04" + b"nonsense" * 100) is SheetFault.BROKEN


READ_WITH_LITTLE_MEMORY = """
import resource, sys
import openpyxl
from app.people.reading import read_sheet
from app.people.refusals import SheetRefusedError
resource.setrlimit(resource.RLIMIT_AS, (int(sys.argv[1]), int(sys.argv[1])))
try:
    print(len(read_sheet(sys.stdin.buffer.read()).rows))
except SheetRefusedError as refused:
    print(refused.fault)
"""
MEMORY = 1500 * 1024 * 1024  # libraries map about 600 MB of addresses before anything is read


@pytest.mark.skipif(sys.platform != "linux", reason="limits of addresses are Linux's")
@pytest.mark.parametrize(
    ("part", "content", "told"),
    [
        ("xl/media/a.bin", bytes(120 * 1024 * 1024), "UNPACKS_TOO_LARGE"),
        ("sheet", of_rows("".join(f'<row r="{number}" x="{number}"/>' for number in range(1, 200_000))), "EMPTY"),
        ("strings", f"<sst {MAIN}>{''.join(f'<si><t>{one:x}</t></si>' for one in range(500_000))}</sst>".encode(), "2"),
    ],
    ids=["bomb", "rows", "strings"],
)  # fmt: skip
def test_promise_45_the_worst_that_is_read_fits_into_little_memory(
    part: str, content: bytes, told: str, root: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", READ_WITH_LITTLE_MEMORY, str(MEMORY)],
        input=altered(PLAIN, **{part: content}),
        cwd=root,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.decode().strip() == told, done.stderr.decode()[-500:]
