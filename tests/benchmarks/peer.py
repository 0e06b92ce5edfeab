"""Covers the faces in photos exactly as the command `deface` does, one line of seconds for each, for comparison.

Run as a program: each line of standard input is a photo's path and the path to write to, with a tab between.
"""

from __future__ import annotations

import sys
import time
import types

MASK_SCALE, THRESHOLD = 1.3, 0.2  # deface's own defaults


def main() -> None:
    # its video half asks for a program that is left out of our environment and that still pictures do not need
    sys.modules.setdefault("imageio_ffmpeg", types.ModuleType("imageio_ffmpeg"))
    from deface.centerface import CenterFace  # noqa: PLC0415
    from deface.deface import image_detect  # noqa: PLC0415

    finder = CenterFace(in_shape=None, backend="auto")
    for line in sys.stdin:
        source, target = line.rstrip("\n").split("\t")
        start = time.perf_counter()
        image_detect(
            ipath=source,
            opath=target,
            centerface=finder,
            threshold=THRESHOLD,
            replacewith="blur",
            mask_scale=MASK_SCALE,
            ellipse=True,
            draw_scores=False,
            enable_preview=False,
            keep_metadata=False,
        )
        print(f"{time.perf_counter() - start:.3f}", flush=True)


if __name__ == "__main__":
    main()
