"""The fonts of this machine, as fontconfig knows them."""

import ctypes
from collections.abc import Callable, Iterator
from functools import cache
from itertools import count

from msgspec import Struct

_LIBRARIES = ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll", "fontconfig-1", "fontconfig")
_SYSTEM = 0
"""FcSetSystem: the fonts that the configuration names, not those that an application adds."""
_MATCH = 0
"""FcResultMatch."""


class InstalledFont(Struct, frozen=True):
    """A font of this machine: its file, the names of its family in lower case, and whether it has a character."""

    file: str
    families: frozenset[str]
    has: Callable[[str], bool]


class _FontSet(ctypes.Structure):
    """FcFontSet."""

    _fields_ = (("nfont", ctypes.c_int), ("sfont", ctypes.c_int), ("fonts", ctypes.POINTER(ctypes.c_void_p)))


@cache
def installed_fonts() -> tuple[InstalledFont, ...]:
    """The fonts that fontconfig knows; none where it cannot be asked."""
    library = _open()
    return () if library is None else tuple(_fonts(library))


def _open() -> ctypes.CDLL | None:
    for name in _LIBRARIES:
        try:
            library = ctypes.CDLL(name)
        except OSError:
            continue
        return _declared(library)
    return None


def _declared(library: ctypes.CDLL) -> ctypes.CDLL:
    pattern, name, number = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
    library.FcInitLoadConfigAndFonts.restype = ctypes.c_void_p
    library.FcConfigGetFonts.argtypes = (ctypes.c_void_p, number)
    library.FcConfigGetFonts.restype = ctypes.POINTER(_FontSet)
    library.FcPatternGetString.argtypes = (pattern, name, number, ctypes.POINTER(ctypes.c_char_p))
    library.FcPatternGetCharSet.argtypes = (pattern, name, number, ctypes.POINTER(ctypes.c_void_p))
    library.FcCharSetHasChar.argtypes = (ctypes.c_void_p, ctypes.c_uint32)
    return library


def _fonts(library: ctypes.CDLL) -> Iterator[InstalledFont]:
    """Every font of the system. The configuration is ours and stays, since the fonts point into it."""
    known = library.FcConfigGetFonts(library.FcInitLoadConfigAndFonts(), _SYSTEM)
    for index in range(known.contents.nfont if known else 0):
        yield _font(library, known.contents.fonts[index])


def _font(library: ctypes.CDLL, pattern: int) -> InstalledFont:
    charset = ctypes.c_void_p()
    found = library.FcPatternGetCharSet(pattern, b"charset", 0, ctypes.byref(charset)) == _MATCH

    def has(char: str) -> bool:
        return found and bool(library.FcCharSetHasChar(charset, ord(char)))

    families = frozenset(family.lower() for family in _strings(library, pattern, b"family"))
    return InstalledFont(next(_strings(library, pattern, b"file"), ""), families, has)


def _strings(library: ctypes.CDLL, pattern: int, name: bytes) -> Iterator[str]:
    value = ctypes.c_char_p()
    for index in count():
        if library.FcPatternGetString(pattern, name, index, ctypes.byref(value)) != _MATCH or value.value is None:
            return
        yield value.value.decode("utf-8", "replace")
