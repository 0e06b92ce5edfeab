"""Whatever a roll holds, its names are found when written plainly, and English prose names hardly anyone."""

from __future__ import annotations

import random
import re
import time
import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from vision.text.kinds import Roll
from vision.text.naming import people_in

GIVEN = [
    "Aisha",
    "Amelia",
    "Bethan",
    "Callum",
    "Chidi",
    "Dylan",
    "Eleanor",
    "Fatima",
    "Freya",
    "Gethin",
    "Harpreet",
    "Imogen",
    "Jakub",
    "Leo",
    "Niamh",
    "Oliver",
    "Poppy",
    "Priya",
    "Rhys",
    "Saoirse",
    "Sophie",
    "Yusuf",
    "Zain",
    "Siân",
    "José",
    "Zoë",
    "Mary-Jane",
    "Mark",
    "Rose",
    "Hope",
    "Will",
    "Grace",
    "Ali",
    "Mia",
    "Li",
]
FAMILY = [
    "Mahmood",
    "Begum",
    "MacKenzie",
    "Demir",
    "Gallagher",
    "Hargreaves",
    "Larsson",
    "Asante",
    "Evans",
    "Fernandez",
    "Hussain",
    "Singh",
    "Chen",
    "Nwosu",
    "Okonkwo",
    "Blackwood",
    "Nowak",
    "O'Brien",
    "D'Souza",
    "Smith-Jones",
    "Núñez",
    "Khan",
    "Young",
    "Brown",
    "Hill",
    "Wu",
    "Świątek",
    "Li",
]
LETTERS = st.text(alphabet="abcdefghijklmnoprstuvwyzéñöł", min_size=2, max_size=10)
NAMES = st.builds(
    lambda first, last: f"{first} {last}",
    st.sampled_from(GIVEN) | LETTERS.map(str.title),
    st.sampled_from(FAMILY) | LETTERS.map(str.title),
)
SLIPS = [("o", "0"), ("l", "I"), ("l", "1"), ("i", "l"), ("m", "rn"), ("s", "5"), ("b", "8"), ("w", "vv")]


@given(st.lists(NAMES, min_size=1, max_size=30, unique=True), st.data())
@example(["Mark Young"], None)
@example(["Li Li"], None)
def test_every_name_written_plainly_is_found_as_that_person(
    names: list[str], data: st.DataObject | None
) -> None:
    roll = Roll.of(names)
    name = names[0] if data is None else data.draw(st.sampled_from(names))
    assert name in people_in(name, roll)
    first, last = name.split(" ", 1)
    assert name in people_in(f"{last}, {first}", roll)
    assert name in people_in(name.upper(), roll)


@given(st.lists(NAMES, min_size=1, max_size=30, unique=True), st.data())
def test_case_accents_and_one_slip_of_the_reader_hide_nobody(names: list[str], data: st.DataObject) -> None:
    roll = Roll.of(names)
    name = data.draw(st.sampled_from(names))
    written = "".join(
        letter for letter in unicodedata.normalize("NFD", name) if not unicodedata.combining(letter)
    )
    written = data.draw(st.sampled_from([written, written.upper(), written.title()]))
    meant, read = data.draw(st.sampled_from(SLIPS))
    places = [match.start() for match in re.finditer(meant, written.casefold())]
    if places:
        place = data.draw(st.sampled_from(places))
        written = written[:place] + read + written[place + 1 :]
    assert name in people_in(written, roll)


COMMON = [
    "Oliver Smith",
    "George Jones",
    "Noah Williams",
    "Arthur Taylor",
    "Harry Brown",
    "Leo Davies",
    "Muhammad Khan",
    "Jack Evans",
    "Charlie Thomas",
    "Oscar Roberts",
    "Jacob Johnson",
    "Henry Walker",
    "Thomas Wright",
    "Freddie Robinson",
    "Alfie Thompson",
    "Theo White",
    "William Hughes",
    "Theodore Edwards",
    "Archie Green",
    "Joshua Hall",
    "Olivia Wood",
    "Amelia Harris",
    "Isla Lewis",
    "Ava Martin",
    "Mia Jackson",
    "Ivy Clarke",
    "Lily Clark",
    "Isabella Turner",
    "Rosie Hill",
    "Sophia Scott",
    "Grace Cooper",
    "Freya Morris",
    "Ella Ward",
    "Charlotte Moore",
    "Evie King",
    "Poppy Watson",
    "Daisy Baker",
    "Emily Harrison",
    "Rose Morgan",
    "Hope Patel",
]

PROSE = """
The children went to the farm on Tuesday and saw the animals. We hope that you will mark the date in your diary.
Please bring a coat, a packed lunch and a drink. The roses in the garden are in bloom and the daisies too.
May we remind you that the gates open at half past eight. Our value this month is respect for everyone.
Well done to everyone who took part in the sports day. The green team won by three points, and the blue team
came second. We will walk to the church for the harvest service. Young readers are welcome in the library.
A king and a queen lived on a hill near a wood. The baker made bread every morning. What a lovely morning!
Reading is fun. Wash your hands. Keep calm and carry on. Treat others as you would like to be treated.
Our class rules: listen when others speak, put up your hand, tidy up after yourself, be kind to each other.
Water cycle: evaporation, condensation, precipitation. The Tudors and the Stuarts. Number bonds to twenty.
Fire exit. Push bar to open. Mind the step. Please sign in at the office. Visitors must wear a badge.
World Book Day is on the first Thursday in March. Come dressed as your favourite character from a story.
Money raised will go towards new equipment for the playground. Many thanks to all who gave so freely.
Fill in the gaps with a noun, a verb or an adjective. Draw a line under your answer and check your work.
The moon goes round the earth and the earth goes round the sun. Light travels faster than sound.
Eat five portions of fruit and vegetables every day. Brush your teeth twice a day. Drink plenty of water.
Congratulations on your hard work this term. Your teacher is proud of the progress that you have made.
Grace before meals will be said as usual. It takes patience and faith to grow a plant from a seed.
Ancient Egypt: pyramids, pharaohs and the river Nile. The wheel was invented over five thousand years ago.
"""


def test_ordinary_english_names_hardly_anyone_of_forty_common_names() -> None:
    roll = Roll.of(COMMON)
    sentences = [line.strip() for line in re.split(r"[\n.!?:]", PROSE) if line.strip()]
    words = PROSE.split()
    chance = random.Random(1)  # noqa: S311 - repeatable, no secret
    for _ in range(600):  # writing is found in pieces of any length, starting anywhere
        start = chance.randrange(len(words) - 8)
        sentences.append(" ".join(words[start : start + chance.randint(2, 8)]))
    named = [sentence for sentence in sentences if people_in(sentence, roll)]
    # at most one line in fifty: a person clicks such a finding away, while a missed name is published
    assert len(named) <= len(sentences) / 50, named[:20]


def test_a_line_takes_less_than_five_milliseconds_against_1500_names() -> None:
    chance = random.Random(2)  # noqa: S311 - repeatable, no secret
    made = [
        "".join(chance.choices("abcdefghijklmnoprstuvyz", k=chance.randint(3, 9))).title()
        for _ in range(3000)
    ]
    roll = Roll.of(f"{first} {last}" for first, last in zip(made[::2], made[1::2], strict=True))
    lines = [f"{chance.choice(made)}x {chance.choice(made)[1:]} {chance.choice(made)}" for _ in range(100)]
    started = time.process_time()
    for line in lines:
        people_in(line, roll)
    assert (time.process_time() - started) / len(lines) < 0.005
