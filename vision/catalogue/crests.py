"""Every threshold by which a school's crest is found, and where its number comes from."""

from __future__ import annotations

import math

REFERENCE_SIDE = 400
"""Pixels to which a reference picture is brought."""

GROUND_STEP = 14
"""Levels of 255 by which the even ground around a crest may vary."""

GROUND_LEAST = 0.1
"""Share of the picture that must be left as crest, else the ground was not told apart and all counts."""

LIGHTNESS_NONE = 6.0
"""Standard deviation of lightness (0 to 255) below which a crest has nothing to see in grey."""

LIGHTNESS_ENOUGH = 28.0
"""Standard deviation of lightness from which a crest is searched in grey alone."""

LIGHTNESS_LEAST = 0.2
"""The least that lightness counts, beside colour, when a crest is compared."""

COLOUR_LEAST = 6.0
"""Standard deviation of Lab's a and b along a direction below which it shows nothing."""

COLOUR_SPREAD = 50.0
"""Levels of 255 to which that deviation is stretched for the search."""

COLOUR_GAIN_MOST = 4.0
"""The most by which colour is stretched: beyond it the blocks of JPEG show."""

MARK_CONTRAST = 0.03
"""SIFT's contrast threshold; its usual 0.04 misses marks of crests in shade."""

CREST_SIZES = (44, 60, 80)
"""Pixels of the longer side at which the reference's marks are taken."""

CREST_GROUNDS = (40, 128, 225)
"""Grey levels of the cloth behind the reference: the crest's outline looks different on each."""

PLACE_CELL = 8.0
"""Units of the crest (its longer side has 100) within which pairs count as one place."""

PLACE_APART = 14.0
"""Units from which two marks of the crest are different places."""

CREST_RATIO = 0.86
"""The looks of a pair must be nearer than this share of the next place's (Lowe 2004: 0.8)."""

CREST_REACH = 14.0
"""Units by which a pair may lie off from where another would put it."""

CREST_TURN = 0.6
"""Radians by which the turns of two pairs may differ."""

CREST_SCALE = 0.5
"""Logarithm of how much their scales may differ."""

CREST_SLACK = 4.0
"""Units by which a pair may lie off from the affine map: cloth ripples."""

CREST_SQUEEZE = 0.45
"""How narrow the map may make the crest."""

CREST_PLACES = 4
"""Places that must agree."""

CREST_MANY = 7
"""Places from which less likeness is asked for."""

CREST_LIKENESS = 0.7

CREST_LIKENESS_MANY = 0.6
"""Correlation of crest and photo over lightness and colour."""

CREST_TRIES = 12
"""Groups of pairs that are tried in one area."""

CREST_DOUBLE = 0.3
"""Overlap (intersection over union) from which two findings are one crest."""

CREST_WITHIN = 0.7
"""Share of the smaller of two findings that lies in the other from which they are one crest."""

PALETTE_SHARE = 0.05
"""Share of the crest below which a colour is no main colour."""

PALETTE_APART = 18.0
"""Lab distance below which two colours are one."""

PALETTE_REACH = 20.0
"""Lab distance within which a pixel may be a main colour in some light."""

PALETTE_FILLED = 0.3
"""Share of a window that must be of main colours."""

PALETTE_PRESENT = 0.12
"""Part of its own share in the crest that each main colour must reach in a window."""

LIGHTS = (0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.25)
"""How light and shade scale a colour."""

CREST_SMALLEST = 40
"""Pixels of the longer side at the published size from which crests are looked for."""

CREST_LARGEST = 0.7
"""The largest crest, as a share of the photo's shorter side."""

CREST_STEP = 1.26
"""Ratio of the sizes that are tried: three to an octave."""

LAYOUT_LIKENESS = 0.5
"""Correlation of the rough layout from which a place is looked at closely."""

LAYOUT_FLAT = 4.0
"""Lab units: a patch with less contrast than this cannot be alike."""

LAYOUT_FAINT = 0.25
"""Share of a crest's own contrast that takes that number's place for crests of little contrast, black on black."""

LAYOUT_CONTRAST_MOST = 1.8
"""Contrast of a place, over the crest's own, above which it is not the crest."""

LAYOUT_BATCH = 4096
"""Places that are compared at once; bounds the memory to 8 MB."""

LAYOUT_APART = 0.3
"""Guesses nearer than this share of the crest's side are one."""

LAYOUT_MOST = 24
"""Places of one crest that are looked at closely: 3 to 6 ms each."""

LAYOUT_MOST_OF_SIZE = 10
"""Of these, how many at one size: small patches are alike by chance more often than large ones."""

LAYOUT_SAME_SIZE = 1.5
"""Ratio of sizes below which two guesses at one place are one."""

LAYOUT_BELOW_FACE = 0.05
"""Advantage of a place below a face when only the best are looked at."""

CREST_LOOK = 0.9
"""How far around the guessed centre the close look reaches, in sides of the crest."""

CREST_LOOKED_AT = 80
"""Pixels to which the crest's longer side is brought for the close look."""

FOLLOWED_FROM = 0.55
"""Correlation from which the cloth's folds are smoothed out before the crest is judged."""

FOLD_REACH = 3
"""Points of the compared grid (40 across) by which a fold may move the cloth."""

FOLD_WINDOW = 11
"""Points of the surroundings by which a move is chosen."""

FOLD_SMOOTH = 4.0
"""Standard deviation, in points, over which moves are made alike."""

CREST_LIKENESS_ALONE = 0.82
"""Correlation, folds smoothed out, from which a guess is believed without marks. Of eleven crests in 44 ordinary photos
the black and white square reaches 0.80 and no other 0.77 (November 2026)."""

CREST_PLAIN = 0.88
"""Correlation from which a crest is so plainly seen that nothing else is looked for where it lies."""

CREST_HOPELESS = 0.38
"""Correlation below which a close look does not go on to compare marks."""

NEARBY_TURNS = tuple(step * 2 * math.pi / 24 for step in range(24))
"""Radians from the guessed turn that a close look tries: all round, for a round crest's rough layout tells little."""

NEARBY_SOFT = 1.6
"""Standard deviation, in points of the compared grid, of the soft view in which turns and shapes are tried."""

NEARBY_HOPELESS = 0.5
"""Likeness in the soft view below which a place is left at that: crests that were found had 0.51 and more, half of the
other places have less (November 2026)."""

NEARBY_KEPT = 3
"""Turns and shapes of which shifts are then tried."""

NEARBY_SIZES = (0.9, 1.12)
"""Sizes about the guessed size that a close look tries."""

NEARBY_SHAPES = ((1.0, 1.0), (0.78, 1.05), (1.05, 0.78))
"""Width and height, as shares of the crest's own, that a close look tries: a body turned aside narrows it."""

CREST_BY_MARKS = 8
"""Places of one crest at which marks are compared, the most alike first."""
