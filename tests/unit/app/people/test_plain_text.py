from __future__ import annotations

import codecs

import pytest

from app.people import plain_text, sheet
from app.people.reading import read_sheet
from app.people.refusals import SheetFault, SheetRefusedError

TABLE = [("ID", "Name", "Notes"), ("1", "Zoë Łuć", 'two\nlines, and; a "quote"'), ("2", "Ян Ли", "x")]


def as_csv(separator: str, newline: str = "\r\n") -> str:
    def cell(text: str) -> str:
        return '"' + text.replace('"', '""') + '"'

    return newline.join(separator.join(map(cell, row)) for row in TABLE) + newline


def cells(content: bytes, encoding: str = "") -> list[tuple[str, ...]]:
    return [row.cells for row in read_sheet(content, encoding=encoding).rows]


def fault(content: bytes, encoding: str = "") -> SheetFault:
    with pytest.raises(SheetRefusedError) as refused:
        read_sheet(content, encoding=encoding)
    return refused.value.fault


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_promise_45_every_separator_and_encoding_gives_the_same_rows(separator: str, encoding: str) -> None:
    assert cells(as_csv(separator).encode(encoding)) == TABLE


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_read(newline: str) -> None:
    assert cells(as_csv(",", newline).encode()) == TABLE


def test_windows_1252_is_read_where_it_is_not_utf_8_and_others_where_they_are_named() -> None:
    assert cells("ID,Name\r\n1,Zoë O’Brien\r\n".encode("cp1252"))[1] == ("1", "Zoë O’Brien")
    assert cells("ID,Name\r\n1,Łukasz\r\n".encode("cp1250"), "windows-1250")[1] == ("1", "Łukasz")


def test_the_separator_may_be_said_in_a_first_line_that_has_no_number() -> None:
    rows = read_sheet(b"sep=;\r\nID;Name\r\n1;Lee, Ann\r\n").rows
    assert [(row.number, row.cells) for row in rows] == [(1, ("ID", "Name")), (2, ("1", "Lee, Ann"))]


def test_rows_keep_the_number_of_a_spreadsheet_across_blank_and_broken_lines() -> None:
    rows = read_sheet(b'ID,Name\r\n\r\n1,"two\r\nlines"\r\n,,\r\n2,Ben\r\n').rows
    assert [row.number for row in rows] == [1, 3, 5]


def test_formulas_are_noted_and_emptied_but_a_number_kept_as_text_is_text() -> None:
    row = read_sheet(b'ID,Name,Web\r\n="0012",Ann,"=1+1"\r\n').rows[1]
    assert row.cells == ("0012", "Ann", "")
    assert row.formulas == {2}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", SheetFault.EMPTY),
        (b"\r\n , \r\n", SheetFault.EMPTY),
        (codecs.BOM_UTF8 + b"ID,Name\r\n1,Zo\xeb", SheetFault.ENCODING),
        (b"\xff\xfeI\x00D", SheetFault.ENCODING),  # half a letter
        # two lists put together, each in its own letters
        ("ID,Name\n1,Zoë\n".encode() + "2,René\n".encode("cp1252"), SheetFault.ENCODING),
        ("ID,Name\n1,René\n".encode("cp1252") + "2,Siân Ŵyn O’Hara\n".encode(), SheetFault.ENCODING),
        ("ID,Name\n1,René\n".encode("cp1252") + "2,Miles O’Hara\n".encode(), SheetFault.ENCODING),
        (b"\n" * (plain_text.MOST_LINES + 1), SheetFault.TOO_MANY_ROWS),
        (b"," * (plain_text.LONGEST_LINE + 1), SheetFault.TOO_MANY_COLUMNS),
        (b"ID,Name\r\n1,\x81", SheetFault.ENCODING),
        (b"ID,Name" + b"," * 2000 + b"\r\n1,A\x00nn", SheetFault.ENCODING),
        (b'ID,Name\r\n1,"Ann\r\n2,Ben\r\n', SheetFault.BROKEN),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", SheetFault.OLD_EXCEL),
        (b"ID,Name\r\n1," + b"a" * (sheet.LONGEST_CELL + 1), SheetFault.CELL_TOO_LONG),
        (b"a," * sheet.MOST_COLUMNS + b"a\r\n", SheetFault.TOO_MANY_COLUMNS),
        (b"1,a\n" * (sheet.MOST_ROWS + 1), SheetFault.TOO_MANY_ROWS),
    ],
)
def test_promise_45_what_cannot_be_read_surely_is_refused(content: bytes, expected: SheetFault) -> None:
    assert fault(content) is expected


def test_promise_45_lists_put_together_keep_no_mark_of_their_beginning_in_a_cell() -> None:
    mark = codecs.BOM_UTF8
    assert cells(mark + mark + b"ID,Name\n1,Ann\n" + mark + b"2,Ben\n") == [
        ("ID", "Name"),
        ("1", "Ann"),
        ("2", "Ben"),
    ]


@pytest.mark.parametrize(
    "name", ["Zoë O’Brien", "ÉLODIE", "Ångström", "Siân", "JOSÉ’S", "Ó’Hara", "Müller – Süß", "“Bé”"]
)
def test_a_list_in_western_letters_alone_is_never_taken_for_a_mixed_one(name: str) -> None:
    content = f"ID,Name\r\n1,{name}\r\n2,René\r\n"
    assert cells(content.encode("cp1252"))[1] == ("1", name)
    assert cells(content.encode())[1] == ("1", name)


@pytest.mark.parametrize("first", ["Zoë", "Ŵyn", "Łucja", "O’Hara", "Ẁil"])
@pytest.mark.parametrize("turned", [False, True])
def test_promise_45_two_lists_in_two_ways_of_writing_letters_are_refused_whichever_comes_first(
    first: str, *, turned: bool
) -> None:
    parts = [f"ID,Name\r\n1,{first}\r\n".encode(), "2,René\r\n".encode("cp1252")]
    assert fault(b"".join(reversed(parts) if turned else parts)) is SheetFault.ENCODING


def test_promise_45_fifty_thousand_rows_are_read() -> None:
    assert len(read_sheet(b"1,a\n" * sheet.MOST_ROWS).rows) == sheet.MOST_ROWS


def test_promise_45_a_file_that_is_too_large_is_not_even_decoded() -> None:
    assert fault(bytes(sheet.LARGEST_FILE + 1)) is SheetFault.TOO_LARGE
