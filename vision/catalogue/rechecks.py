"""Every threshold by which a finished copy is looked at again, and where its number comes from."""

from __future__ import annotations

RECHECK_SCORE = 0.55
"""Score from which a face that is found in the written file, and was not to be seen, is a flaw. With every face
of the evaluation's 36 photos covered by `blur` and written at 2048, what the finder still sees (a patterned
dress, a shirt the colour of skin) scores 0.53 at most and 0.22 beneath covers; a cover in the wrong place leaves
a face of the usual 0.6 to 0.9 (November 2026)."""

VISIBLE_OVERLAP = 0.3
"""Intersection over union from which a found face is one that may be seen. Two finds of one face at two sizes
share 0.6 and more; heads of two people who stand cheek to cheek share less than 0.2 (November 2026)."""

VISIBLE_SHARE = 0.6
"""A neighbour's cover may hide a part of a face that may be seen: then so much of what is found lies inside …"""

VISIBLE_LEAST = 0.2
"""… and it is at least this share of the face's box: a small face in front of a large one is another person."""

BARE_RIM = 0.1
"""Share of a cover's box, on each side, that may be bare: the box inside a head's rounded outline, |x|³ + |y|³ = 1,
begins at 0.79 of its half width and height."""

RECHECK_TEXT_SCORE = 0.6
"""Score from which writing beneath a cover is a flaw; the soft fill itself gives nothing above it."""

RECHECK_TEXT_LETTERS = 3
"""Letters and digits that such writing must have: single strokes are read into any edge."""

COVERED_SHARE = 0.5
"""Share of a solid cover's place that has its colour, below which the cover is missing or slipped. With 30 to 95 % quality
and 400 to 1600 pixels the place of a cover that lies there has 0.75 and more, one without it 0.46 at most (December 2026)."""

COVERED_LEVELS = 24
"""Levels of 255, in each channel, by which JPEG may move that colour."""

COVERED_LEAST = 400
"""Pixels of a place below which nothing in it could be read."""
