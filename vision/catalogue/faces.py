"""Every threshold by which faces are found, and where its number comes from."""

from __future__ import annotations

SMALLEST_FACE = 16
"""Shorter side in pixels at published size below which a face is `tiny`: covered without asking, counted
apart. Start value of issue 4 (November 2026): below it no one but a person who knows the scene can tell who
it is, and the finder's recall falls off."""

# How the thresholds below were chosen (November 2026, resources/decisions/accuracy.md): on 36 labelled photos, on
# 32 of them made smaller, blurred, dark and hard compressed, and on pictures without faces; by recall first, then
# false finds, then time. At 16 px and more, one pass alone at 0.2 found 561 of 564 and 6 false ones, and in the
# worsened photos 1,897 of 1,923 and 56; what stands here found 563 and 5, and in the worsened (measured before
# small photos were also enlarged) 1,898 and 24.

FAINTEST_FACE = 0.06
"""Score of CenterFace below which a place is not even doubted: of 564 labelled faces one lies below."""

SURE_FACE = 0.5
"""Score from which a place is a face without a second look: in one upright pass there was no false find of 16 px
and more from 0.35 on. At 0.65 real faces, half hidden, are asked again and lost (560 instead of 562)."""

CHECKED_FACE = 0.19
"""Mean of the first and the second looks from which a place is a face. At 0.17 no further labelled face is found,
but three more false ones in four times 32 worsened photos."""

SURE_TURNED = 0.75
"""The same in a turned picture, where false finds reached 0.63 at the first look."""

CHECKED_TURNED = 0.45
"""Mean of the looks from which a place that only the turned picture shows is a face. The one labelled face that
CenterFace does not see upright scores 0.77; 118 of 120 heads made lying or upside down reach 0.56, of 60 turned by
60 degrees 53 reach this; the one false find (folded hands) has 0.40."""

TURNED_HANDICAP = 0.15
"""How much better the turned picture must see a face than the upright one to be believed about how it lies."""

UNCHECKED_FACE = 0.25
"""Score from which a place is a face where there were too many to look at again: between 0.2 (90 false finds in
four crowds) and 0.3 (recall 0.991)."""

SECOND_LOOKS = ((48, 192, 1), (80, 256, 0))
"""Size to which the place is brought, side of the picture around it, mirrored (1) or not. Of sizes 20, 32, 48 and
80, each mirrored and not, this pair does as well as all together, at 6 ms a place."""

LOOKS_AT_ONCE = 16

MOST_LOOKS = 64
"""Places in one photo that are looked at again: at most 0.4 s; only crowds of hundreds reach it."""

SAME_FACE_IN_A_PASS = 0.3
"""Overlap from which two places of one pass are one face (CenterFace's own value)."""

SAME_PLACE = 0.4
"""Overlap from which places of different passes are one: a little more, since sizes agree less."""

SAME_PLACE_AGAIN = 0.35
"""Overlap from which the second look is said to have seen the same place."""

SAME_FACE = 0.4
"""Overlap above which only one of two faces is kept in the end."""

FACE_TILE = 2304
"""Longest side of what goes through the network at once; a photo at the usual published size is one tile. 2048 ×
1536 takes 0.16 s and 0.4 GB in float32 on two cores."""

FACE_TILE_OVERLAP = 352
"""How far tiles overlap: more than the largest trusted face, so that each is whole in one of them."""

LARGEST_TRUSTED = 320
"""Side of a face in pixels of the pass up to which a pass is trusted. One portrait enlarged step by step: boxes fit
up to 390 px, at 440 px they are cut short; larger ones are left to the next coarser pass."""

SMALLEST_IN_COARSE = 24
"""Side of a face in pixels of a coarser pass from which it is heard: smaller ones were better seen before."""

COARSEST_PASS = 640
"""Longest side at which halving ends: a face that fills the photo then measures no more than it can see."""

ENLARGED_UP_TO = 1100
"""Longest side up to which a photo is also searched at twice its size (it is published as it is). Photos at 0.6
of their size: 316 instead of 314 of 318 faces of 16 px and more; larger photos are seen well as they are."""

LARGEST_ENLARGED = 80
"""Side in pixels of the enlarged pass up to which it is heard: it is there for small faces alone."""

LONGEST_TURNED = 1024
"""Longest side at which the photo is also searched turned left, right and upside down: three quarters of the time
of a full pass."""

SMALLEST_TURNED = 24
"""Side in pixels of the turned pass from which it is heard: smaller turned faces are not to be told from hands. At
28 a fifth of the heads that were made upside down at 25 to 28 px is lost."""

FAINTEST_TURNED = 0.3
"""Score below which a place in a turned picture is not even doubted."""

FAINTEST_TILTED = 0.06
"""Score in a turned picture from which a place is looked at turned by an eighth more, and which its first such look
must reach. Of 60 heads of 40 px that lean by 45, 135 or 225 degrees some turned picture shows all at 0.1, 20 at
0.45 at best (November 2026)."""

TILTED_LOOKS = ((48, 96), (80, 160))
"""Size to which the place is brought and side of the picture around it, for the first and the second such look."""

SMALLEST_TILTED = 20
"""Side in pixels from which that is done: below it folds and fingers in the 36 photos reach 0.61."""

ON_A_FACE = 0.3
"""Share of such a place that may lie on a face that is already known: else it is that face, seen a little beside."""

SAME_PLACE_TILTED = 0.3
"""Overlap from which such a look is said to have seen the same place: an upright box around a leaning head fits less."""

CHECKED_TILTED = 0.6
"""Score, at the less sure of the two sizes, from which such a place is a face. In 36 photos the places of 20 px
and more that are no face reach 0.59, 0.56 and 0.51 (November 2026)."""

MOST_TILTED = 48
"""Places of one photo that are looked at so, the likeliest first: 3 to 4 ms each."""
