"""Made pages as they hang in schools, with and without names that are common English words; the truth is known.

A page is rows of cells, written as text: one row a line, cells parted by " | ". In pages with names `{first}`,
`{full}`, `{initial}` ("R. Hill") and `{turned}` ("Hill, Rose") stand for the next person of the roll, capitals for
capitals, `{L}` and `{last}` for the surname of the person before, and `{stranger}` for a child who is not on the roll.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vision.boxes import Quad
from vision.findings import TextFinding

WORD_NAMES = (
    "Mark Young", "Rose Hill", "Hope Brown", "Will Field", "Grace King", "Summer Wood", "Brook Rivers", "Joy Baker",
    "Faith Stone", "Jack White", "Bill Rice", "Frank Long", "May Green", "April Page", "June Walker", "Daisy Ward",
    "Ivy Cook", "Holly Bush", "Robin Banks", "Grant Short", "Art Black", "Ray Carter", "Pat Price", "Sue Rich",
    "Angel Star", "Sky Marsh", "Dawn Day", "Penny Farmer", "Chase Park", "Ruby Church", "Pearl Cross", "Max Power",
)  # fmt: skip
"""First name and surname are both words of the language."""

PLAIN_NAMES = (
    "Emma Patel", "Aisha Khan", "Yusuf Hussain", "Priya Sharma", "Callum Gallagher", "Oluwaseun Adeyemi",
    "Zofia Kowalska", "Ethan Hughes", "Saoirse Byrne", "Mohammed Ali", "Chloe Ng", "Siân Llewellyn",
    "Freya MacKenzie", "Jakub Nowak", "Amelia Osei", "Harpreet Singh",
)  # fmt: skip
"""Names that are nothing else."""

STRANGERS = ("Kacper", "Bronwen Pugh", "Ngozi", "Tomasz W")
"""Children who are not on the roll: a friend, another school's team."""

ROLL = (*WORD_NAMES, *PLAIN_NAMES)

NAMED = {
    "register, full": "Class 4B Register\n" + "{full}\n" * 8,
    "register, first names": "Present today\n" + "{first}\n" * 8,
    "register, numbered": "\n".join(f"{n} | {{full}}" for n in range(1, 9)),
    "register, number and first name in one": "\n".join(f"{n}. {{first}}" for n in range(1, 9)),
    "register, turned": "Year 3 Maple\n" + "{turned}\n" * 8,
    "initials": "Swimming group\n" + "{initial}\n" * 6,
    "team sheet, words": "Football Team\nGK {first}\nLB {first}\nCaptain {first}\nSub {first}",
    "team sheet, numbers": "Under 9s v St Marks\n1 {first}\n7 {first}\n10 {full}\n{first} 4\n{first} 11",
    "team sheet, colons": "Netball A\nGoal shooter: {first}\nCentre: {first}\nWing attack: {first}",
    "cast list, columns": "The Nativity\nMary | {first}\nJoseph | {first}\nNarrator 1 | {first}\nStar | {full}",
    "cast list, dots": "Cast\nInnkeeper ...... {first}\nShepherd ...... {first}\nAngel ...... {first}",
    "cast list, dash": "Our Play\nThe King - {first}\nFirst sheep - {first}\nThe Wolf - {full}",
    "cast list, one line": "Cast\nInnkeeper {first}\nNarrator {first}\nShepherd 2 {first}",
    "certificate, first name": "Certificate of Achievement\nThis is awarded to\n{first}\nfor super reading",
    "certificate, full": "Star of the Week\n{full}\nFor kindness to others\nSigned Mrs Lloyd",
    "certificate, one line": "Well done\n{first} has read 50 books this year\nHead teacher",
    "display, grid": "Our self portraits\n{first} | {first} | {first}\n{first} | {first} | {first}",
    "display, capitals": "WE ARE ARTISTS\n{FIRST} | {FIRST} | {FIRST}\n{FIRST} | {FIRST} | {FIRST}",
    "pegs, small letters": "{small} | {small} | {small} | {small}\n{small} | {small} | {small} | {small}",
    "pegs, initial of surname": "{first} {L} | {first} {L} | {first} {L}.\n{first} {L} | {first} {L} | {first} {L}",
    "trays": "Reading books\n{first} {L} | {FIRST}\n{full} | {first}\nScissors | Glue",
    "name tag": "HELLO\nmy name is\n{first}",
    "groups, one line": "Red: {first} {first} {first}\nBlue: {first} {first} {first}\nGreen {first} {first} {first}",
    "groups, bare": "Phonics groups\n{first} {first} {first} {first}\n{first} {first} {first}",
    "tables": "Table 1 {first} {first} {first}\nTable 2 {first} {first} {first}",
    "with class": "{first} 4B\n{first} (Year 3)\n{first}, Year 5\n{full} Y6\n{first} 2C",
    "with age": "{first}, 6\n{first} aged 7\n{first} (8)\n{first} age 5",
    "jobs": "Jobs this week\nLine leader | {first}\nDoor monitor | {first}\nRegister: {first}\nMilk {first}",
    "birthdays": "Birthdays\nJanuary | {first}\nMarch | {first} {first}\nOctober | {first}",
    "cards": "Thank you {first}!\nGet well soon {first}\nGood luck {first}\nLove from {first}\nBest wishes {full}",
    "split name": "{first}\n{last}\nYear 4",
    "votes": "School Council\nVote for {first}!\nVote {full}\n{first} for head girl",
    "rota": "Snack helpers\nMonday: {first}\nTuesday: {first} and {first}\nFriday: {first}, {first}",
    "girls of the months": "April\nMay\nJune\n{first}\n{first}\n{first}\n{first}",
    "speech": "{first} says: eat your greens\n{first}'s tree\nby {first}\nmade by {full}",
    "register with strangers": "Club members\n{first}\n{stranger}\n{first}\n{full}\n{stranger}\n{first}",
    "grid with strangers": "{first} | {stranger} | {first} | {first}\n{stranger} | {first} | {first} | {first}",
    "library card": "Library card\nName {first} {L}\nClass 2",
    "award board": "Headteacher's Award\nReception | {first}\nYear 1 | {first}\nYear 2 | {full}\nYear 3 | {first}",
    "trip groups": "Group A\n{first}\n{first}\n{first}\nGroup B\n{first}\n{first}\n{first}",
    "house captains": "HOUSE CAPTAINS\nWindsor {FULL}\nBalmoral {FULL}\nSports captain {FIRST}",
    "medals": "1st {first}\n2nd {first}\n3rd {first}",
    "lunch": "Packed lunch: {first}, {first}, {first}\nSchool dinner: {first}, {first}",
    "band": "Recorder club\n{first} (recorder)\n{first} (drums)\n{first} (flute)",
    "story": "A story by {first}\nOnce upon a time\nThe end",
    "book label": "This book belongs to\n{first}\nYear 5",
    "buddies": "{first} & {first}\n{first} & {first}\n{first} + {first}",
    "chart": "{first} ***\n{first} **\n{first} *",
    "scores": "{first} 12 points\n{first} 9 points\n{first} 30 points",
    "quote": "I like maths, {first}\nMy favourite is PE - {first}\nLunch! {first} age 6",
    "lanyard": "{first}\nVISITOR GUIDE\nYear 6",
    "screen": "{first} joined the meeting\n{first} (host)\n{first}'s iPad",
    "email list": "To: {full}\nCc: {full}; {full}\nSubject: Trip",
    "leavers": "Leavers 2026\n{FIRST} {FIRST} {FIRST}\n{FIRST} {FIRST} {FIRST}",
    "hoodie": "{LAST} 7\n{LAST} 10\n{LAST}",
    "seat": "{first} | {first} | door\n{first} | {first} | board",
    "sorry": "To {first}\nHappy 7th birthday\nlove {first} x",
}

ORDINARY = {
    "values": "Our values\nRespect\nHope\nJoy\nCourage\nFaith\nPatience",
    "rules": "Class rules\nMark your own work\nListen well\nWill you be kind?\nHands up\nWalk, do not run",
    "timetable": "Monday | Tuesday | Wednesday\nMaths | Art | English\nReading | PE | Art\nScience | Music | Lunch",
    "months": "January\nFebruary\nMarch\nApril\nMay\nJune\nJuly\nAugust",
    "months in a row": "March | April | May\nJune | July | August\nSeptember | October | November",
    "seasons": "Spring | Summer\nAutumn | Winter",
    "colours": "Red | Green | Blue\nWhite | Black | Brown\nPink | Grey | Orange",
    "colours in one line": "red white green black brown\nRed White Green Black Brown",
    "terms": "Autumn Term\nSpring Term\nSummer Term\nSummer holiday 21 July\nMay half term",
    "flowers": "Rose\nDaisy\nPoppy\nTulip\nSunflower\nIvy",
    "jobs": "People who help us\nBaker\nCook\nFarmer\nNurse\nDoctor",
    "books": "The Secret Garden\nThe White Horse\nStar of Wonder\nA Long Walk\nBlack Beauty\nThe Summer Book",
    "books in capitals": "THE SECRET GARDEN\nWHITE FANG\nBLACK BEAUTY\nSUMMER STORIES\nTHE LONG WALK HOME",
    "signs": "Fire exit\nCar Park\nPlaying Field\nChurch Hall\nMind the step\nLong Stay\nNo entry",
    "signs in capitals": "FIRE EXIT\nCAR PARK\nPLAYING FIELD\nCHURCH HALL\nKEEP LEFT\nPOWER OFF",
    "spellings": "hope\nwill\nmark\nbrook\nfield\nsummer\nlong\nshort",
    "spellings numbered": "1 hope\n2 grace\n3 mark\n4 brook\n5 frank",
    "spellings in capitals": "Spellings\nHope\nBrown\nMark\nPrice\nField",
    "menu": "Monday\nChicken and Rice\nTuesday\nJacket potato\nBaked beans\nRice pudding\nPrice £2.50",
    "classes": "Rose Class\nHolly Class\nOak Class\nRobin Group\nYear 4 Summer Topic",
    "houses": "Rivers\nHills\nWoods\nHouse points\nRed 40\nGreen 35\nWhite 28",
    "shop": "Best price\nBuy one get one free\nWhite bread\nBrown rice\nGreen beans\nRich tea",
    "prayer": "May the Lord bless you\nGrace be with you\nHope, faith and love\nJoy to the world\nLet us pray",
    "science": "Day and night\nPower and light\nGreen plants\nStone Age\nRivers and marsh\nRay of light",
    "maths": "Mark the number\nLong division\nShort division\nPrice in pence\nFarmer Jones has 3 cows",
    "poster": "Summer Fair\nSaturday 4 May\nBring a friend!\nAngel cakes\nRaffle\nFree entry",
    "sports": "Sports Day\nLong jump\nHigh jump\nSack race\nGreen team 4\nWhite team 3",
    "letters": "I will go to the park\nWe hope to see you\nMay we come in\nJack and Jill went up the hill",
    "week": "Monday\nTuesday\nWednesday\nThursday\nFriday",
    "feelings": "Happy\nSad\nAngry\nJoy\nCalm\nHope",
    "brands": "Dell\nCanon\nBosch\nApple\nPilot\nSharp\nMax",
    "phonics": "ay may play\nch chip chop\nll hill bell\nai rain wait",
    "maths2": "Hundreds Tens Ones\nGreater than\nEqual to\nTimes table",
    "bins": "Paper\nPlastic\nFood waste\nGlass",
    "areas": "Book Corner\nHome Corner\nMark Making\nSand\nWater\nArt\nWriting",
    "posters2": "Hope springs eternal\nBelieve\nDream Big\nGrow\nBe Brave\nFaith",
    "rainbow": "Red and yellow and pink and green\nOrange and purple and blue",
    "football": "Home 2\nAway 1\nKick off 2pm\nField B\nCar Park full",
    "tools": "Hammer\nSaw\nRay gun\nCross stitch\nChase game",
    "hall": "Church of England\nPark Road\nHill Street\nKing Street\nWest Field Lane",
    "news": "Rose petals fall\nDay trip to the farm\nWood work\nMay Day\nGreen Day\nWhite water",
    "christmas": "Holly and Ivy\nJoy\nPeace on earth\nStar\nAngel\nRobin",
    "trees": "Oak\nAsh\nBeech\nHolly\nHazel\nRowan",
    "food": "Brown bread 80p\nWhite rolls 50p\nRice 90p\nCook from frozen",
    "instr": "Mark with a cross\nPark here\nRing the bell\nWill call back\nChase the ball\nMax 4 people",
    "planet": "Sky\nMoon\nStar\nSun\nRivers\nStone",
    "measures": "Rice 500g\nLong 25 cm\nPark 2 km\nSummer 1\nPage 4\nStar 3",
}
"""Not one of these lines is about anybody, though "Jack and Jill" reads like people."""

_FIELD = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Cell:
    """One piece of writing on a page, at a column and a row, with the people of the roll whom it names.

    `stranger` tells that it names someone else.
    """

    text: str
    column: int
    row: int
    people: frozenset[str] = frozenset()
    stranger: bool = False

    @property
    def names_someone(self) -> bool:
        return bool(self.people) or self.stranger


Page = tuple[Cell, ...]


def pages_with_names(seed: int) -> dict[str, Page]:
    """Every page of NAMED, filled with people by chance: three of four have names that are words."""
    chance = random.Random(seed)  # noqa: S311 - repeatable, no secret
    made = {}
    for name, page in NAMED.items():
        words = chance.sample(WORD_NAMES, len(WORD_NAMES))
        plain = chance.sample(PLAIN_NAMES, len(PLAIN_NAMES))
        people = [plain[i // 4] if i % 4 == 3 else word for i, word in enumerate(words)]
        made[name] = filled(page, people)
    return made


def ordinary_pages() -> dict[str, Page]:
    """Every page of ORDINARY."""
    return {name: filled(page, ()) for name, page in ORDINARY.items()}


def filled(page: str, people: Iterable[str]) -> Page:
    """The page with its fields filled from `people` in turn."""
    filler = _Filler(iter(people))
    return tuple(
        filler.cell(text, column, row)
        for row, written in enumerate(page.strip().split("\n"))
        for column, text in enumerate(written.split(" | "))
    )


class _Filler:
    """Hands out people, and remembers the last for what is left of a name."""

    def __init__(self, people: Iterator[str]) -> None:
        self._people = people
        self._strangers = iter(STRANGERS)
        self._last = ""

    def cell(self, text: str, column: int, row: int) -> Cell:
        named = set()

        def fill(field: re.Match[str]) -> str:
            if field[1] == "stranger":
                return next(self._strangers)
            if field[1] not in {"L", "last"}:
                self._last = next(self._people)
            named.add(self._last)
            return _written(self._last, field[1])

        return Cell(_FIELD.sub(fill, text), column, row, frozenset(named), "{stranger}" in text)


def _written(person: str, field: str) -> str:
    first, last = person.split(" ", 1)
    forms = {
        "first": first, "FIRST": first.upper(), "small": first.lower(), "last": last, "LAST": last.upper(),
        "L": last[0], "full": person, "FULL": person.upper(), "initial": f"{first[0]}. {last}",
        "turned": f"{last}, {first}",
    }  # fmt: skip
    return forms[field]


def as_read(page: Page, *, height: float = 20) -> tuple[TextFinding, ...]:
    """The page as a reader without a fault would hand it on: one line of writing for each cell."""
    step = 0.55 * height * (2 + max(len(cell.text) for cell in page))
    return tuple(TextFinding(_quad(cell, step, height), cell.text, 0.99, found_by="ppocr") for cell in page)


def _quad(cell: Cell, step: float, height: float) -> Quad:
    left, top = cell.column * step, cell.row * 2.2 * height
    right, bottom = left + 0.55 * height * len(cell.text), top + height
    return Quad(((left, top), (right, top), (right, bottom), (left, bottom)))
