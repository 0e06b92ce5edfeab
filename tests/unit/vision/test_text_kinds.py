"""What was read is sorted into names, contact data, plates, the school and the rest."""

from __future__ import annotations

import pytest

from vision.boxes import Quad
from vision.findings import TextFinding, TextKind
from vision.text.kinds import Roll, sort_texts

ROLL = Roll.of(
    [
        "Fatima Hussain",
        "Leo Fairclough",
        "Leo Nwosu",
        "Bethan Gallagher",
        "Bethan Hargreaves",
        "Imogen Pritchard",
        "Mark Young",
        "Rose Hill",
        "Hope O'Brien",
        "Ali Khan",
        "Will Brown",
        "Bo Li",
        "Mary-Jane Smith-Jones",
        "José Núñez",
        "Ian Grant",
        "Jakub Chen",
        'Alexandra "Sandy" van der Berg',
    ]
)
SCHOOLS = ["Hillside Primary School", "St Mary's CE Primary", "Hill Top Academy"]


def line(text: str, *, x: float = 0, y: float = 0, score: float = 0.99) -> TextFinding:
    """A line of writing 20 pixels high at a place."""
    width = 11.0 * len(text)
    return TextFinding(Quad(((x, y), (x + width, y), (x + width, y + 20), (x, y + 20))), text, score)


def sorted_one(text: str, score: float = 0.99) -> TextFinding:
    (found,) = sort_texts([line(text, score=score)], ROLL, SCHOOLS)
    return found


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Fatima Hussain", {"Fatima Hussain"}),
        ("HUSSAIN FATIMA", {"Fatima Hussain"}),
        ("Pritchard, Imogen", {"Imogen Pritchard"}),
        ("FatimaHussain", {"Fatima Hussain"}),
        ("Fat ima Hus sain", {"Fatima Hussain"}),
        ("Falima Hu55ain", {"Fatima Hussain"}),
        ("JAICUB CHCEN", {"Jakub Chen"}),
        ("Leo F", {"Leo Fairclough"}),
        ("Leo N.", {"Leo Nwosu"}),
        ("Leo", {"Leo Fairclough", "Leo Nwosu"}),
        ("A. Khan", {"Ali Khan"}),
        ("Khan, A", {"Ali Khan"}),
        ("Bethan", {"Bethan Gallagher", "Bethan Hargreaves"}),
        ("Bethan's work", {"Bethan Gallagher", "Bethan Hargreaves"}),
        ("Gallagher", {"Bethan Gallagher"}),
        ("Jose Nunez", {"José Núñez"}),
        ("O Brien", {"Hope O'Brien"}),
        ("HOPE O’BRIEN", {"Hope O'Brien"}),
        ("Mary Jane S", {"Mary-Jane Smith-Jones"}),
        ("Bo Li", {"Bo Li"}),
        ("1an Grant", {"Ian Grant"}),
        ("Sandy Berg", {'Alexandra "Sandy" van der Berg'}),
        ("van der Berg", {'Alexandra "Sandy" van der Berg'}),
    ],
)
def test_a_name_of_the_roll_is_known_however_it_is_written(text: str, people: set[str]) -> None:
    found = sorted_one(text)
    assert found.kind is TextKind.ROLL_NAME
    assert set(found.people) == people


def test_a_line_of_several_names_is_as_many_findings_in_one_place() -> None:
    written = line("Leo Nwosu and Bethan Hargreaves")
    found = sort_texts([line("Certificate of Merit"), written], ROLL, SCHOOLS)[1:]
    assert [one.people for one in found] == [("Leo Nwosu",), ("Bethan Hargreaves",)]
    assert {(one.quad, one.text, one.kind) for one in found} == {
        (written.quad, written.text, TextKind.ROLL_NAME)
    }


@pytest.mark.parametrize(
    ("text", "person"),
    [("Mark", "Mark Young"), ("This is Mark and he is six", "Mark Young"), ("for Rose", "Rose Hill")],
)
def test_a_name_that_is_also_a_word_counts_where_it_is_written_as_a_name(text: str, person: str) -> None:
    assert person in sorted_one(text).people


@pytest.mark.parametrize(
    "text",
    [
        "Mark your work",
        "Rose garden",
        "We hope you will grant us a wish",
        "will young people",
        "All children",
        "then when child",
        "A young person",
        "Certificate of Merit",
        "Year 4 Science Week",
        "mark",
    ],
)
def test_ordinary_words_are_not_taken_for_names(text: str) -> None:
    assert sorted_one(text).kind is TextKind.OTHER
    assert sorted_one(text).people == ()


@pytest.mark.parametrize(
    "text",
    [
        "office@hillside-primary.sch.uk",
        "office © hillside-primary.sch.uk",
        "www.school.co.uk",
        "Call us 01632 960295",
        "Tel: 0l632 96O 295",
        "+44 7700 900123",
        "+33 1 23 45 67 89",
        "(020) 7946 0958",
        "07700-900 123",
        "0800 1111",
        "SW1A 1AA",
        "12 High Street, CF10 3AT",
        "@hillside_pe",
        "Instagram: hillside",
    ],
)
def test_contact_data_is_known(text: str) -> None:
    assert sorted_one(text).kind is TextKind.CONTACT


@pytest.mark.parametrize(
    "text",
    [
        "999",
        "Year 2023-2024",
        "12/05/2024",
        "01/02/2023 10:30",
        "Room 12",
        "£1,250.00",
        "1 2 3 4 5 6 7 8 9 10",
        "5@ 20p each",
        "e.g. this",
        "3.14",
        "10:30am",
        "Year 4 8LT",
    ],
)
def test_numbers_of_other_kinds_are_not_contact_data(text: str) -> None:
    assert sorted_one(text).kind is TextKind.OTHER


@pytest.mark.parametrize(
    "text", ["AB12 CDE", "AB12CDE", "ABI2 CDE", "GB AB12 CDE", "A123 BCD", "ABC 123D", "ABZ 1234"]
)
def test_uk_number_plates_are_known(text: str) -> None:
    assert sorted_one(text).kind is TextKind.PLATE


@pytest.mark.parametrize("text", ["OSBORNE", "READING", "WELCOME", "KS2", "MATHS 2", "A4 PAPER"])
def test_words_in_capitals_are_no_plates(text: str) -> None:
    assert sorted_one(text).kind is not TextKind.PLATE


@pytest.mark.parametrize(
    "text",
    [
        "Hillside Primary School",
        "HILLSIDE",
        "Hillside Primary Schoo1",
        "St Marys",
        "Hill Top",
        "Welcome to Hillside",
    ],
)
def test_the_schools_name_is_known(text: str) -> None:
    assert sorted_one(text).kind is TextKind.SCHOOL


def test_a_pupils_name_beside_the_schools_name_is_still_a_name() -> None:
    found = sorted_one("Bethan Hargreaves, Hillside Primary School")
    assert found.kind is TextKind.ROLL_NAME
    assert found.people == ("Bethan Hargreaves",)


@pytest.mark.parametrize(
    "text",
    ["Mr Tomlinson", "Mrs. O'Neil", "Dr Patel", "Miss Honey", "Name: Xyzzy", "awarded to Jonquil", "made by Lucy",
     "My name is Lucy", "Star of the week: Tomos"],
)  # fmt: skip
def test_a_label_or_an_honorific_makes_a_likely_name(text: str) -> None:
    assert sorted_one(text).kind is TextKind.LIKELY_NAME


@pytest.mark.parametrize(
    "text", ["Miss the bus", "presented to the winner", "I am happy", "well done!", "Name:"]
)
def test_a_label_without_a_name_is_none(text: str) -> None:
    assert sorted_one(text).kind is TextKind.OTHER


def test_what_stands_under_a_label_is_compared_more_freely() -> None:
    label, written = line("Name:"), line("Eleunor Hollyn", x=5, y=30, score=0.78)
    roll = Roll.of(["Eleanor Llewellyn", "Jakub Chen"])
    assert sort_texts([label, written], roll)[1].people == ("Eleanor Llewellyn",)
    unknown = sort_texts([label, line("Sedtila Tw", x=5, y=30, score=0.5)], roll)[1]
    assert unknown.kind is TextKind.LIKELY_NAME


def test_what_stands_far_from_a_label_is_not_expected_to_be_a_name() -> None:
    far = sort_texts([line("Name:"), line("Water", x=5, y=400)], ROLL)[1]
    assert far.kind is TextKind.OTHER


def test_a_badly_read_line_of_letters_is_flagged() -> None:
    assert sorted_one("Sedtila Twog", score=0.5).kind is TextKind.LIKELY_NAME
    assert sorted_one("Sedtila Twog", score=0.95).kind is TextKind.OTHER


@pytest.mark.parametrize(
    ("first", "second"),
    [("Leo Fair-", "clough made this"), ("was won by Hus-", "sain in Year 4"), ("Mary-", "Jane")],
)
def test_a_name_that_a_hyphen_breaks_is_covered_on_both_lines(first: str, second: str) -> None:
    lines = [line(first), line(second, y=26), line("Maths", y=200)]
    named = {text.quad for text in sort_texts(lines, ROLL) if text.people}
    assert named >= {lines[0].quad, lines[1].quad}
    assert lines[2].quad not in named


def test_a_hyphen_before_other_words_names_nobody() -> None:
    lines = [line("half-"), line("term", y=26), line("well-"), line("done", y=26)]
    assert all(text.kind is TextKind.OTHER for text in sort_texts(lines, ROLL))


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("FatimaHussain_Homework.docx", "Fatima Hussain"), ("fhussain07", "Fatima Hussain"), ("iangrant2", "Ian Grant"),
        ("C:\\Users\\lnwosu", "Leo Nwosu"), ("mjsmithjones", "Mary-Jane Smith-Jones"), ("rhill", "Rose Hill"),
        ("nwosul", "Leo Nwosu"), ("imogenp", "Imogen Pritchard"),
    ],
)  # fmt: skip
def test_accounts_and_names_of_files_name_someone(text: str, person: str) -> None:
    found = sorted_one(text)
    assert found.kind is TextKind.ROLL_NAME
    assert person in found.people


@pytest.mark.parametrize(
    "text", ["homework.docx", "class4b", "user12", "C:\\Users\\Public", "chill", "breed"]
)
def test_accounts_and_files_of_nobody_name_nobody(text: str) -> None:
    assert sorted_one(text).people == ()


def test_codes_stay_codes_and_the_order_is_kept() -> None:
    code = TextFinding(line("x").quad, "Fatima Hussain", 1.0, TextKind.CODE)
    found = sort_texts([code, line("Leo")], ROLL)
    assert [text.kind for text in found] == [TextKind.CODE, TextKind.ROLL_NAME]


def test_an_empty_roll_names_nobody() -> None:
    (found,) = sort_texts([line("Fatima Hussain")], Roll.of(["", "  "]))
    assert found.people == ()
