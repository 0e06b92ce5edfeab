"""Every threshold by which writing is found and read, and where its number comes from."""

from __future__ import annotations

LAST_LATIN = 0x250
"""Letters below this code point are read: Latin with every European accent. The reader also knows 18,000
Chinese and Japanese signs, which would only be mistaken for smudged Latin (November 2026)."""

LATIN_SIGNS = "\u2018\u2019\u201c\u201d\u2013\u2014\u2022\u2026\u20ac"
"""Quotes, dashes, bullet, ellipsis and euro, which stand in ordinary writing but not below LAST_LATIN."""

WRITING = 0.3
"""Probability from which a pixel counts as writing: rapidocr's own default."""

LINE_SCORE = 0.45
"""Mean probability from which a patch of such pixels counts as a line. rapidocr's default is 0.5; a little
lower, because a line missed can never be covered while a false one only costs 4 ms."""

THINNEST_LINE = 3
"""Pixels: a patch of writing thinner than this at the searched size is noise (rapidocr's default)."""

LINE_GROWTH = 1.6
"""How far a found patch is grown back to the writing's own size: rapidocr's default."""

UPRIGHT_UNTIL = 1.5
"""A patch higher than this many times its width holds writing turned by a quarter (rapidocr's default)."""

SMALLEST_SEARCHED = 1024
"""Longest side in pixels to which small photos are enlarged before the search."""

MOST_ENLARGED = 2.0

TEXT_TILE = 2048
"""Longest side of what goes through the finder at once: 0.3 s and 400 MB in float32 (November 2026)."""

TEXT_TILE_MARGIN = 96
"""How far tiles overlap on each side; wider than the finder's sight at small writing."""

READ_WELL = 0.92
"""Score below which a line is read again upside down and sideways."""

TURNED_MARGIN = 0.05
"""How much better the turned reading must be: a palindrome-like scrawl stays as it was."""

EITHER_WAY_UNTIL = 2.25
"""A patch wider than this many times its height is not read sideways."""

THREE_LETTERS = 1.4
"""Width to height from which a doubtful patch is also read in a mirror: three letters with the rim around them."""

SIGN_ALONE = 0.5
"""Score below which a single sign in a squarish patch is dropped as no writing."""

LINE_SHAPE = 2.5
"""Width to height from which a patch is kept as a line even if nothing could be read in it."""

LONGEST_STRIP = 3200
"""Pixels: a line longer than this at a height of 48 is squeezed."""

SECOND_LETTERS = 4
"""Letters that the first reader must have seen in a doubtful line before the second is asked: single signs are
windows and folds, on which it would spend most of its time."""

MOST_SECOND_READINGS = 4
"""Lines of one photo that the second reader is asked for, the least sure first: 0.09 to 0.2 s each."""

SECOND_SCORE = 0.3
"""Mean confidence from which what it says is looked at: above it, none of 65 doubtful lines was taken for a wrong
person (November 2026, resources/decisions/0008)."""

SECOND_RIM = 12
"""Pixels of rim around a line of 48: Tesseract's guide to better quality asks for a border of about 10."""
