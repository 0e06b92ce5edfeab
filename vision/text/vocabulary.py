"""Words of the language that tell whether a word beside them, which may also be a name, is one."""

from __future__ import annotations

from vision.text.words import set_of

LEADING_IN = set_of("and by dear for from hello hi is love thank thanks to with")
"""Words after which a capital starts a name even in a line of two words."""

MONTHS = set_of("january february march april may june july august september october november december")

SEASONS = set_of("spring summer autumn winter term")

COLOURS = set_of("red orange yellow green blue purple pink brown black white grey gray gold silver")

KINDS = (
    MONTHS,
    SEASONS,
    COLOURS,
    set_of("monday tuesday wednesday thursday friday saturday sunday"),
    set_of(
        "art computing drama english french geography history ict maths mathematics music pe phonics pshe re "
        "reading science spanish spelling welsh writing lunch break assembly registration"
    ),
)
"""Sets whose words stand together on charts and timetables, where one of them is hardly a name."""

COUNTED = MONTHS | COLOURS | set_of("art cross day long page park power price short star")
"""Words that bear numbers without being anybody: "4 May", "Page 2", "Green 35"."""

LABELS_OF_THINGS = KINDS[3] | set_of(
    "date day lesson month season subject term time today topic tomorrow week"
)
"""What follows one of these and a colon is no person."""

WHAT_PEOPLE_DO = set_of(
    "asked asks built caught climbed draws drew enjoyed enjoys found helped helps joined jumped knows learned learnt likes "
    "loved loves made makes painted paints played plays ran read reads said says scored sings swam tells thinks "
    "thought told wants won worked wrote"
)
"""Verbs whose subject is a person: in the past, or with the s that tells them from a question or a command."""
