"""Which faces this machine has for a theme's roles, and whether they can show a document."""

import importlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import count
from typing import Any, get_args

from plan_compiler.diagnostics import Diagnostic
from plan_compiler.language.typography import is_wide
from plan_compiler.writers.faults import FONTS_USED, GLYPHS_MISSING, NO_CHINESE_FONT
from plan_compiler.writers.look import Fonts, Role

_LIBRARIES = ("fontconfig-1", "libfontconfig.so.1", "libfontconfig.1.dylib", "fontconfig")
_FUNCTIONS = """
    typedef struct { int nfont; int sfont; void **fonts; } FcFontSet;
    void *FcInitLoadConfigAndFonts (void);
    FcFontSet *FcConfigGetFonts (void *config, int set);
    int FcPatternGetString (void *pattern, const char *object, int n, unsigned char **value);
    int FcPatternGetCharSet (void *pattern, const char *object, int n, void **value);
    int FcCharSetHasChar (void *charset, unsigned int character);
"""
_SHOWN = 12


@dataclass(frozen=True, slots=True)
class InstalledFont:
    """A font of this machine: its file, the names of its family in lower case, and whether it has a character."""

    file: str
    families: frozenset[str]
    has: Callable[[str], bool]


def check_fonts(text: str, fonts: Fonts, installed: tuple[InstalledFont, ...]) -> tuple[Diagnostic, ...]:
    """What is to be said of the fonts for `text`: an error where it would be unreadable."""
    wide = {char for char in text if is_wide(char)}
    lost = sorted(char for char in wide if not any(font.has(char) for font in installed))
    if wide and len(lost) * 2 > len(wide):
        return (Diagnostic(NO_CHINESE_FONT, None, hint="hint"),)
    used = role_faces(fonts, installed)
    faces = "；".join(f"{fonts.face(role).office} → {family}" for role, family in used.items())
    said = [Diagnostic(FONTS_USED, None, {"faces": faces})] if faces else []
    if lost:
        shown = "".join(lost[:_SHOWN])
        said.append(Diagnostic(GLYPHS_MISSING, None, {"count": str(len(lost)), "characters": shown}, hint="hint"))
    return tuple(said)


def role_faces(fonts: Fonts, installed: Iterable[InstalledFont]) -> Mapping[Role, str]:
    """The first installed family of each role that has one."""
    names = frozenset().union(*(font.families for font in installed))
    roles: tuple[Role, ...] = get_args(Role)
    found = ((role, next((f for f in fonts.face(role).families if f.lower() in names), None)) for role in roles)
    return {role: family for role, family in found if family is not None}


@dataclass(frozen=True, slots=True)
class _Fontconfig:
    """The library and a configuration of our own: what it points to lives as long as this value."""

    ffi: Any
    library: Any
    config: Any

    def fonts(self) -> Iterator[InstalledFont]:
        """Every font of the system."""
        known = self.library.FcConfigGetFonts(self.config, 0)
        for index in range(known.nfont if known else 0):
            yield self._font(known.fonts[index])

    def _font(self, pattern: Any) -> InstalledFont:
        charset = self.ffi.new("void **")
        found = self.library.FcPatternGetCharSet(pattern, b"charset", 0, charset) == 0

        def has(char: str) -> bool:
            return found and bool(self.library.FcCharSetHasChar(charset[0], ord(char)))

        families = frozenset(family.lower() for family in self._strings(pattern, b"family"))
        return InstalledFont(next(self._strings(pattern, b"file"), ""), families, has)

    def _strings(self, pattern: Any, name: bytes) -> Iterator[str]:
        value = self.ffi.new("unsigned char **")
        for index in count():
            if self.library.FcPatternGetString(pattern, name, index, value) != 0:
                return
            yield self.ffi.string(value[0]).decode("utf-8", "replace")


@cache
def installed_fonts() -> tuple[InstalledFont, ...]:
    """The fonts that fontconfig knows; none where it cannot be asked."""
    ffi: Any = importlib.import_module("cffi").FFI()
    ffi.cdef(_FUNCTIONS)
    library = _open(ffi)
    if library is None:
        return ()
    return tuple(_Fontconfig(ffi, library, library.FcInitLoadConfigAndFonts()).fonts())


def _open(ffi: Any) -> Any:
    for name in _LIBRARIES:
        try:
            return ffi.dlopen(name)
        except OSError:
            continue
    return None
