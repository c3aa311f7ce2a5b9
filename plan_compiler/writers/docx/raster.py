"""Pixels of drawings, made in a process of their own: no drawing can hold up a build or use up the memory."""

import math
import subprocess
import sys
from pathlib import Path

SECONDS = 20
"""How long a drawing may take; an ordinary one takes a tenth of a second."""
_MAX_WIDTH = 1600
_MAX_PIXELS = 4_000_000


def rasterized(svg: str, ratio: float) -> bytes | None:
    """`svg`, `ratio` times as wide as high, as a PNG; None where it cannot be drawn, or not within the limits."""
    width = max(1, min(_MAX_WIDTH, math.isqrt(round(_MAX_PIXELS * ratio))))
    command = [sys.executable, "-I", str(Path(__file__).with_name("raster_process.py")), str(width), str(SECONDS)]
    try:
        done = subprocess.run(command, input=svg.encode(), capture_output=True, timeout=SECONDS, check=True)
    except (subprocess.SubprocessError, OSError):
        return None
    return done.stdout or None
