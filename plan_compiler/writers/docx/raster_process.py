"""Run as a program: an SVG from standard input, drawn as wide as the first argument says, as a PNG to standard output.

The second argument is the seconds of processor time that it may take. It imports nothing of the package.
"""

import sys
from contextlib import suppress
from importlib import import_module

from resvg_py import svg_to_bytes

_MEMORY = 2 << 30


def main() -> None:
    """Draw within the limits; ends in an error otherwise."""
    width, seconds = map(int, sys.argv[1:])
    with suppress(ImportError):  # Windows has no such limits: there it is the caller who ends what takes too long
        resource = import_module("resource")
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.stdout.buffer.write(bytes(svg_to_bytes(svg_string=sys.stdin.buffer.read().decode(), width=width)))


if __name__ == "__main__":
    main()
