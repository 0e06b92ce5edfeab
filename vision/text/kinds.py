"""Sort what was read: names of the roll, likely names, contact data, number plates, the school, the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vision.catalogue import names, writing
from vision.findings import TextFinding, TextKind
from vision.text.broken import broken_names
from vision.text.company import settings_of
from vision.text.hits import Setting
from vision.text.labels import could_be_a_name, expecting_names, is_like_a_name, looks_like_a_person
from vision.text.letters import spelt_apart
from vision.text.names import Roll
from vision.text.naming import each_named, people_in
from vision.text.patterns import is_contact, is_plate
from vision.text.school import names_school, without_school

__all__ = ["Roll", "sort_texts"]


def sort_texts(
    texts: Sequence[TextFinding], roll: Roll, school_names: Sequence[str] = ()
) -> tuple[TextFinding, ...]:
    """The same findings in the same order, with `kind` and `people` set; codes stay codes.

    What must always be covered goes before what may be shown: contact data and plates, then names of the
    roll, then likely names. `people` is filled for contact data too (an e-mail address names someone).
    A line with several names of the roll becomes as many findings in its place: who answers whose name one is
    has said nothing of the others, and the line stays covered until all may be seen. Names that only several lines
    together give, broken by a hyphen or spelt in letters apart, come after all others.
    """
    expected = expecting_names(texts)
    company = settings_of(texts, roll)
    found: list[TextFinding] = []
    for i, text in enumerate(texts):
        setting = Setting.NAME_EXPECTED if i in expected else company[i]
        found += (text,) if text.kind is TextKind.CODE else _sorted(text, roll, school_names, setting)
    across = [
        replace(line, kind=TextKind.ROLL_NAME, people=people) for line, people in broken_names(texts, roll)
    ]
    return (*found, *across, *spelt_apart(texts, roll))


def _sorted(
    text: TextFinding, roll: Roll, school_names: Sequence[str], setting: Setting
) -> tuple[TextFinding, ...]:
    if is_contact(text.text):
        return (replace(text, kind=TextKind.CONTACT, people=people_in(text.text, roll, setting)),)
    if is_plate(text.text):
        return (replace(text, kind=TextKind.PLATE, people=()),)
    of_school = names_school(text.text, school_names)
    # a school may be called after someone who shares a name with the roll: only the rest of the line counts
    told = without_school(text.text, school_names) if of_school else text.text
    if named := each_named(told, roll, setting):
        return tuple(replace(text, kind=TextKind.ROLL_NAME, people=people) for people in named)
    if of_school:
        return (replace(text, kind=TextKind.SCHOOL, people=()),)
    if looks_like_a_person(text.text) or _may_be_a_name_there(text, setting):
        return (replace(text, kind=TextKind.LIKELY_NAME, people=()),)
    return (replace(text, kind=TextKind.OTHER, people=()),)


def _may_be_a_name_there(text: TextFinding, setting: Setting) -> bool:
    """Under "Name:" anything with letters may be one, in a list of names any word that is no common one.

    Elsewhere a badly read line of several letters is.
    """
    if setting is Setting.NAME_EXPECTED:
        return text.score < writing.READ_WELL or could_be_a_name(text.text)
    if setting is Setting.LISTED and is_like_a_name(text.text):
        return True
    signs = [sign for sign in text.text if not sign.isspace()]
    letters = [sign.casefold() for sign in signs if sign.isalpha()]
    return (
        text.score < names.UNREADABLE
        and len(set(letters)) >= names.LETTERS_OF_A_NAME
        and len(letters) >= names.SHARE_OF_LETTERS * len(signs)
        and len(text.text.split()) <= names.WORDS_OF_A_NAME_LINE
    )
