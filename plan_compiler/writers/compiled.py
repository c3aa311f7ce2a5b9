"""Compiled templates, kept where Python keeps the bytecode of this package, so that a shipped template is compiled once.

Only templates that travel with the compiler are kept: what is in that folder is run, so it holds nothing that a plan brings, and no
more than there are templates. As with Python's own, nothing is kept where it must not be written.
"""

from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType

import jinja2

from plan_compiler import kept as beside_bytecode
from plan_compiler.writers import admission


def kept(shipped: str, text: str) -> CodeType | None:
    """The code of the template `shipped` (``gongwen/html/page.html.j2``), if that of this very `text` is kept."""
    code = beside_bytecode.kept(_name(shipped), _mark(text))
    return code if isinstance(code, CodeType) else None


def keep(shipped: str, text: str, code: CodeType) -> None:
    """Keep the `code` of a template, if that is wanted and can be done."""
    with suppress(OSError, NotImplementedError):
        beside_bytecode.keep(_name(shipped), _mark(text), lambda: code)


def _name(shipped: str) -> str:
    return f"templates/{shipped}"


def _mark(text: str) -> bytes:
    """What tells this code from that of another text, Python or compiler."""
    return sha256(_makers() + text.encode(errors="surrogatepass")).digest()


@cache
def _makers() -> bytes:
    """Python, Jinja, and the modules that have a say in what a template becomes."""
    ours = (
        Path(file).read_bytes() for file in (__file__, admission.__file__, Path(__file__).with_name("templates.py"))
    )
    return b"\0".join((MAGIC_NUMBER, jinja2.__version__.encode(), *ours))
