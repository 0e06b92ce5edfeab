"""Every threshold by which QR codes and bar codes are found, and where its number comes from."""

from __future__ import annotations

CODE_SIDE = 2048
"""Longest side in pixels at which codes are looked for: QR codes of 2 pixels a module and more are found,
37 of 37 made ones; 0.03 to 0.06 s a photo (November 2026)."""

CODE_OVERLAP = 512
"""Pixels by which pieces of a photo that is published larger overlap: what is larger in a piece was found in the whole
photo, where a code of 45 modules at 2 pixels takes 90, and four times that in a photo of 8192."""

SMALL_CODE_CELL = 4
"""Pixels along a side of one cell of the map that tells where a photo is all edges."""

SMALL_CODE_EDGES = 30.0
"""Mean of the Laplacian's amount over 28 × 28 pixels from which a place may be a small QR code."""

SMALL_CODES_MOST = 6
"""Such places that are looked at enlarged: 2 ms each. Of QR codes of 1.2 to 1.9 pixels a module in 12 ordinary photos all
were among them (November 2026)."""

SMALL_CODE_REACH = 64
"""Pixels to each side of such a place that are enlarged: a code of 45 modules at 2 pixels fits in."""

SMALL_CODE_ZOOM = 3.0
"""How much: 11 of 12 codes are then found at 1.2 pixels a module and all from 1.4 on; without it 0 of 12 at 1.4, 4
at 1.6 and 12 at 1.8. Nothing was found in 12 photos without codes (November 2026)."""

SMALL_CODE_GROWN = 1.15
"""By how much what is found there is grown: its corners lie up to 2 pixels inside the code's."""

CODE_UNREAD = 0.5
"""Score of a code that was found and could not be decoded."""

CODE_MARGIN = 20
"""Pixels of surroundings with which a code is cut out to be read again."""

BARCODE_SIDES = (512, 1024)
"""Sizes to which OpenCV's finder of bar codes shrinks the photo: its default, 512, misses narrow bars and the
other misses wide ones. Together 60 of 60 made codes of 2 to 8 pixels a bar were found (November 2026)."""

BARCODE_SHAPE = 7.0
"""Width to height beyond which stripes are a blind or a fence."""

FEWEST_BARS = 15
"""Bars that an undecoded bar code must show: EAN-8, the shortest in use, has 22."""

STRIPE_WIDTH = 400
"""Pixels to which a supposed bar code is stretched for counting its bars."""

STRIPE_CONTRAST = 48.0
"""Standard deviation, of 255 levels, of the mean row of a bar code: made codes had 54 and more, stripes in the
evaluation's photos 25 to 50 (November 2026)."""

STRIPE_SHARE = 0.85
"""Share of a patch's whole deviation that its mean row holds when the bars run straight through it."""

BARS_VARY = 1.6
"""Ratio of wide to narrow bars (85th to 15th percentile) below which stripes are railings: the bars of a code
are one to four modules wide."""
