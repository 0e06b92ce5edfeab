"""Every threshold by which the colour of clothes is told, and where its number comes from."""

from __future__ import annotations

CHEST_SMALLEST = 6
"""Pixels of a chest's shorter side below which no colour is told."""

CHEST_POINTS = 32
"""Pixels to which a chest's shorter side is averaged."""

COLOUR_NEAR = 16.0
"""Weighted Lab distance up to which a pixel is of the uniform's colour."""

COLOUR_VIVID = 12.0
"""Lab chroma from which a colour is told by hue."""

COLOUR_LIGHTNESS = 0.3
"""Weight of lightness for a vivid colour."""

COLOUR_LIGHTNESS_GREY = 0.8
"""Weight of lightness for a colour without hue."""

CHEST_SHARE = 0.4
"""Share of a chest from which the uniform is said to be worn. Of 361 people in ordinary photos, 0 to 9 pass for
one of seven vivid colours, about 30 for grey or white and 100 for black, which everyone wears; of made
cloth of the colour in shade and noise 90 to 100 in 100 pass, 85 for grey and 60 for white (November 2026)."""

COLOUR_DARK = 30.0
"""Lab lightness (0 to 100) below which a colour without hue counts as black: charcoal has 26."""

CHEST_SHARE_COMMON = 0.8
"""Share from which a black uniform is said to be worn. Of 385 people in ordinary photos 23 pass for black and 21 for
charcoal, where 126 and 142 pass at 0.4; made cloth passes in 100 and 99 of 100 (November 2026). For grey and white a
larger share would lose more of the uniform (0.81 to 0.50, 0.63 to 0.32 at 0.8) than it spares."""
