"""Every threshold by which faces are described and compared with reference pictures, and where it comes from."""

from __future__ import annotations

SMALLEST_DESCRIBED = 24
"""Shorter side in pixels below which a face gets no template. 22 faces of known people made smaller step by
step (November 2026): at 24 px all 22 stay nearest to the right person, at 20 px one goes to another, at 12 px
five do; the mean distance to the right person grows from 0.42 to 0.51, 0.55 and 0.61."""

FLATTEST_DESCRIBED = 8.0
"""Standard deviation (of 255) of a cut-out face below which nothing is to be seen: a covered or black face."""

SQUARE_OF_BOX = 1.02
"""Side of dlib's square over the root of the area of a hairline-to-chin box. 62 faces found by both finders:
median 0.975; templates hardly depend on it (0.88 to 1.12 all give 22 of 22, November 2026)."""

LOWER_BY = 0.04
"""How far dlib's square lies below the middle of such a box, as a share of its side: median of the same 62."""

ROOM_AROUND = 1.6
"""How far, in sides of that square, the photo is cut out around a face's middle: the turned chip with its
margin of a quarter on each side must fit in it."""

CHIP_PADDING = 0.25
"""Margin around the face in the cut-out: dlib's and face_recognition's own (compute_face_descriptor)."""

FACES_AT_ONCE = 16
"""Faces that go through the network together: 2.5 ms each against 6 ms for one alone; 32 gain no more."""

SUGGESTED_WITHIN = 0.50
"""Distance within which a person may be suggested. 22 faces of eight people against five references each
(November 2026): 21 lie within (0.30 to 0.49), one at 0.53; the two strangers lie at 0.55 and 0.66; of 1,000
pairs of different people the nearest pair is at 0.54. The library's own 0.6 would have taken a stranger."""

UNSURE_WITHIN = 0.62
"""Distance within which a person is worth asking about: the library's tolerance of 0.6 and a little, because
same-person pairs reach 0.66 and children are harder than the adults on whom this was measured."""

MARGIN_TO_NEXT = 0.12
"""How much nearer the suggested person must be than the next, and this face than the photo's next face for
that person. The same 22 faces: smallest margin 0.13."""

TOWARDS_ANOTHER = 0.25
"""How far, as a share of the way, a suggested face may lie from the mean of the person's references towards that of
someone else. The 22 faces reach 0.24, 40 reference pictures against the others 0.31 at most and 38 of them 0.24; of
700 pictures blended half and half of two of eight people the median is 0.30. Of these 187 were suggested as one of the
two by distance and margins alone, 35 with this; compared with other pictures than those blended 79, and 20 (November
2026; margins that did as much took one in four of the real faces)."""

CANDIDATES_SHOWN = 5
