"""Which faces this machine has for a theme's roles, and whether they can show a document."""

import importlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from plan_compiler.diagnostics import Diagnostic
from plan_compiler.language.typography import is_wide
from plan_compiler.writers.faults import FONTS_USED, GLYPHS_MISSING, NO_CHINESE_FONT
from plan_compiler.writers.look import Fonts, Role

_LIBRARIES = ("fontconfig-1", "libfontconfig.so.1", "libfontconfig.1.dylib", "fontconfig")
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


@cache
def installed_fonts() -> tuple[InstalledFont, ...]:
    """The fonts that fontconfig knows; none where it cannot be asked."""
    ffi: Any = importlib.import_module("cffi").FFI()
    ffi.cdef("""
        typedef struct { int nfont; int sfont; void **fonts; } FcFontSet;
        int FcInit (void);
        FcFontSet *FcConfigGetFonts (void *config, int set);
        int FcPatternGetString (void *pattern, const char *object, int n, unsigned char **value);
        int FcPatternGetCharSet (void *pattern, const char *object, int n, void **value);
        int FcCharSetHasChar (void *charset, unsigned int char_);
    """)
    library = _open(ffi)
    if library is None or not library.FcInit():
        return ()
    known = library.FcConfigGetFonts(ffi.NULL, 0)
    count = 0 if known == ffi.NULL else known.nfont
    return tuple(_font(ffi, library, known.fonts[i]) for i in range(count))


def _open(ffi: Any) -> Any:
    for name in _LIBRARIES:
        try:
            return ffi.dlopen(name)
        except OSError:
            continue
    return None


def _font(ffi: Any, library: Any, pattern: Any) -> InstalledFont:
    families: set[str] = set()
    name = ffi.new("unsigned char **")
    while library.FcPatternGetString(pattern, b"family", len(families), name) == 0:
        families.add(ffi.string(name[0]).decode("utf-8", "replace").lower())
    charset = ffi.new("void **")
    found = library.FcPatternGetCharSet(pattern, b"charset", 0, charset) == 0
    characters = charset[0]
    has = library.FcCharSetHasChar
    file = (
        ffi.string(name[0]).decode("utf-8", "replace")
        if library.FcPatternGetString(pattern, b"file", 0, name) == 0
        else ""
    )
    return InstalledFont(file, frozenset(families), lambda char: found and bool(has(characters, ord(char))))
