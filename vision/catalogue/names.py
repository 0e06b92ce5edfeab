"""Every threshold by which writing is told to be a name, and where its number comes from."""

from __future__ import annotations

WORDS_BETWEEN = 2
"""How many words may stand between first name and surname (middle names, initials)."""

SLIPS_IN_FULL_NAME = 0.25
"""Share of a full name's letters that may differ."""

WORDS_OF_A_NAME_LINE = 4
"""A line of more words is a sentence and not a name with lost spaces."""

SLIPS_RUN_TOGETHER = 0.28
"""Share of letters that may differ when a whole line is compared with whole names."""

SLIPS_EXPECTED = 0.42
"""The same beside "Name:" and the like, where any likeness counts."""

SHORTEST_RUN_TOGETHER = 7
"""Letters below which a whole line is too short to be compared so loosely."""

SHORTEST_ACCOUNT = 5
"""Letters below which a word is no account made of a name and an initial: too many short words would be."""

LABEL_REACH_RIGHT = 8.0
"""How far to the right of "Name:" a name is looked for, in heights of the label."""

LABEL_REACH_BELOW = 3.5
"""How far below, in heights of the label."""

SCHOOL_LIKENESS = 86.0
"""Likeness (rapidfuzz, 0 to 100) from which a line gives the school's name."""

SCHOOL_SHARE = 0.7
"""A line shorter than this share of the school's name is compared by the name's own words alone."""

SCHOOL_SHORTEST = 4
"""Letters below which the school's own words are too few to be told by themselves."""

UNREADABLE = 0.8
"""Score below which a line of letters is flagged as a likely name: on the 36 face photos of the evaluation,
which hold about 90 lines of ordinary writing, this flags 3 (November 2026)."""

LETTERS_OF_A_NAME = 4
"""Different letters that such a line must have."""

SHARE_OF_LETTERS = 0.8
"""Share of its signs that must be letters."""

WORDS_OF_A_LISTED_NAME = 3
"""A line of more words in a list of names is a remark, and no name that is not on the roll."""

WORDS_OF_A_LISTED_LINE = 5
"""A line of more words, numbers and initials left out, is a sentence, and its first and last words tell of no list."""

LINES_ALIKE = 1.5
"""How many times as high the larger of two lines of one list may be."""

LIST_EDGE = 1.2
"""How far the left edges, middles or right edges of two lines of one column may lie apart, in line heights."""

LIST_STEP = 5.0
"""How far below each other the middles of two such lines may be, in line heights."""

LIST_ROW = 0.7
"""How far lines of one row may be off each other's middle, in line heights."""

LIST_REACH = 30.0
"""How far apart in such a row, in line heights: labels under pictures and on pegs have wide gaps."""

LIST_SHARE = 0.5
"""Share of the lines of a column or row that name someone, of which one is not a common word, to make it a list of
names. On the made pages (tests/benchmarks/made_pages.py, December 2026) a third finds no more, and two thirds lose some."""

LIST_SHARE_OF_WORDS = 0.75
"""The same where all those names are also common words: then at least LIST_OF_WORDS of them."""

LIST_OF_WORDS = 3

OF_ONE_KIND = 2
"""Other lines with words of one kind (months, say) beside which such a word alone is no name."""

LETTERS_APART = 4
"""Letters that pieces must spell together: of fewer some name can be put together from nearly any chart."""

LETTERS_OF_A_PIECE = 4
"""A line of more letters is a word of its own: letters stuck together are read as up to four."""

LETTERS_ALIKE = 1.8
"""How many times as high the larger of two letters of one word may be (capitals and small letters)."""

LETTERS_OFF = 0.6
"""How far a letter may be off the middle of the one before, in heights: bunting hangs through."""

LETTERS_GAP = 3.5
"""How far it may be from it, in heights: one letter on each flag, and one between that was not found."""

LETTERS_OVERLAP = 0.8
"""How far turned boxes of large letters may overlap, in heights."""
