"""The four inline forms, exact and almost."""

import re

from msgspec import Struct

from plan_compiler.diagnostics import Kind
from plan_compiler.model.names import id_fault, suggested_id
from plan_compiler.model.prose import Computed, Defined, Form, LabelRef, Stated
from plan_compiler.patterns import compiled
from plan_compiler.read.faults.texts import BAD_FORM, NEAR_MISS, UNBALANCED, UNSUPPORTED
from plan_compiler.read.markup.fault import TextFault
from plan_compiler.read.markup.run import Run

_COMPUTED = compiled(r"\{\{(?P<body>[^{}]*)\}\}")
_NEAR_COMPUTED = compiled(r"[{｛]{2}(?P<body>[^{}｛｝\n]{1,500})[}｝]{2}")
_OPEN_COMPUTED = compiled(r"\{\{[^{}\n。；]{0,60}\}?")
_NEAR = compiled(
    r"[\[［【](?P<printed>[^\[\]［］【】\n]{0,200})[\]］】](?P<gap>[ \u3000]*)[(（][ \u3000]*"
    r"(?P<sign>[:：][ \u3000]*[=＝]|[=＝](?:[ \u3000]*[:：])?|[#＃])(?P<body>(?:[^()（）\n]|[(（][^()（）\n]*[)）]){0,500})[)）]"
)
_REVERSED = ("=:", "=：", "= :", "= ：")
"""What is typed for := with the signs the wrong way round."""
_OPEN_LINK = compiled(r"\((?:=|:=|#)")
_BRACKETS = compiled(r"\\.|[\[\]()]")
_SPACE = compiled(r"\s")
_BROKEN = compiled(r"\s*\n\s*")
_NARROW = str.maketrans("［］【】（）：＝＃｛｝　", "[][]():=#{} ")
_BARE_ID = compiled(r"[^\W\d]\w*(?:\.\w+|\[\d{4}\])?")


class Found(Struct):
    """What stands at a bracket: where it ends, the form if it is one, and what is wrong with it."""

    end: int
    form: Form | None = None
    faults: tuple[TextFault, ...] = ()


class FormReader:
    """Reads the forms of one run."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._text = run.text
        self._pairs: dict[int, int] | None = None

    def partner(self, index: int) -> int | None:
        """The index of the bracket that closes the one at `index`."""
        if self._pairs is None:
            self._pairs = _pairs(self._text)
        return self._pairs.get(index)

    def braces(self, index: int, end: int) -> Found | None:
        """The form at ``{{``, or what is nearly one, that ends before `end`."""
        if exact := _COMPUTED.match(self._text, index, end):
            return self._computed(exact)
        if near := _NEAR_COMPUTED.match(self._text, index, end):
            found = self._computed(near)
            corrected = near[0].translate(_NARROW)
            found.faults = (*found.faults, self._fault(NEAR_MISS, near, "width", replacement=corrected))
            return found
        if self._text.startswith("{{", index) and (opened := _OPEN_COMPUTED.match(self._text, index, end)):
            missing = "}" if opened[0].endswith("}") else "}}"
            fault = self._fault(UNBALANCED, opened, missing=missing)
            return Found(opened.end(), None, (fault,))
        return None

    def brackets(self, index: int, end: int) -> Found | None:
        """The form at ``[``, or what is nearly one, that ends before `end`; None for no more than a bracket."""
        close = self._partner_before(end, index)
        if close is not None and self._text.startswith("(", close + 1):
            last = self._partner_before(end, close + 1)
            if last is not None and (found := self._linked(index, close, last)):
                return found
        if near := _NEAR.match(self._text, index, end):
            return self._near(near)
        if close is not None and (opened := _OPEN_LINK.match(self._text, close + 1, end)):
            extent = self._run.extent(index, opened.end())
            text = f"{self._text[index : opened.end()]}…"
            return Found(opened.end(), None, (TextFault(UNBALANCED, extent, args={"text": text, "missing": ")"}),))
        return None

    def _partner_before(self, end: int, index: int) -> int | None:
        partner = self.partner(index)
        return partner if partner is not None and partner < end else None

    def _linked(self, start: int, close: int, end: int) -> Found | None:
        """``[…](…)`` by what its parentheses begin with."""
        body = self._text[close + 2 : end]
        if body.startswith(":="):
            return self._defined(start, (start + 1, close), (close + 4, end), end + 1)
        if body.startswith("=") and not body.startswith(_REVERSED):
            return self._stated(start, (start + 1, close), (close + 3, end), end + 1)
        if body.startswith("#"):
            return self._label(start, (start + 1, close), (close + 3, end), end + 1)
        if _NEAR.match(self._text, start):
            return None
        return self._no_form(start, close, end, body.strip())

    def _no_form(self, start: int, close: int, end: int, body: str) -> Found:
        text = self._text[start : end + 1]
        at = self._run.extent(start, end + 1)
        printed = self._text[start + 1 : close]
        if not _BARE_ID.fullmatch(body):
            spelt = f"{printed}（{body}）" if self._run.is_chinese else f"{printed} ({body})"
            fault = TextFault(UNSUPPORTED, at, "link", "hint", {"text": text}, spelt)
            return Found(end + 1, None, (fault,))
        if not printed.strip():
            return Found(
                end + 1, None, (TextFault(NEAR_MISS, at, "bare", args={"text": text}, replacement=f"[](#{body})"),)
            )
        args = {"text": text, "check": f"[{printed}](={body})", "define": f"[{printed}](:={body})"}
        return Found(end + 1, None, (TextFault(NEAR_MISS, at, "bare", "choose", args),))

    def _near(self, match: re.Match[str]) -> Found:
        """A form with a wrong sign or a space too many: read as it was meant, and reported."""
        sign = re.sub(r"\s", "", match["sign"].translate(_NARROW))
        corrected = f"[{match['printed']}]({sign}{match['body'].translate(_NARROW)})"
        signs = (
            self._text[match.start()]
            + match[0][match.end("printed") - match.start() : match.end("sign") - match.start()]
        )
        message = "space" if (signs + match[0][-1]).isascii() else "width"
        if sign == "=:":
            sign, message = ":=", "reversed"
            corrected = f"[{match['printed']}](:={match['body'].translate(_NARROW).strip()})"
        fault = self._fault(NEAR_MISS, match, message, replacement=corrected)
        make = {":=": self._defined, "=": self._stated, "#": self._label}[sign]
        found = make(match.start(), match.span("printed"), match.span("body"), match.end())
        found.faults = (fault, *found.faults)
        return found

    def _computed(self, match: re.Match[str]) -> Found:
        start, end = match.span("body")
        bar = self._text.find("|", start, end)
        expr = self._trimmed(start, end if bar < 0 else bar)
        written = None if bar < 0 else self._words(*self._trimmed(bar + 1, end))
        faults = []
        if expr[0] == expr[1]:
            faults.append(self._fault(BAD_FORM, match, hint="fill"))
        if written == "":
            faults.append(self._fault(BAD_FORM, match, "format", replacement=f"{{{{ {self._words(*expr)} }}}}"))
        if expr[0] == expr[1]:
            return Found(match.end(), None, tuple(faults))
        at = self._run.extent(match.start(), match.end())
        form = Computed(self._words(*expr), written or None, at, self._run.extent(*expr))
        return Found(match.end(), form, tuple(faults))

    def _stated(self, start: int, printed: tuple[int, int], body: tuple[int, int], end: int) -> Found:
        expr = self._trimmed(*body)
        if expr[0] == expr[1]:
            return Found(end, None, (self._bad(start, end, "message", "fill"),))
        if not self._text[slice(*printed)].strip():
            return Found(end, None, (self._unprinted(start, end, f"{{{{ {self._words(*expr)} }}}}"),))
        at = self._run.extent(start, end)
        words = join_lines(self._text[slice(*printed)])
        return Found(end, Stated(words, self._words(*expr), at, self._run.extent(*printed), self._run.extent(*expr)))

    def _defined(self, start: int, printed: tuple[int, int], body: tuple[int, int], end: int) -> Found:
        id_at = self._trimmed(*body)
        id_ = self._words(*id_at)
        if not id_:
            return Found(end, None, (self._bad(start, end, "message", "fill"),))
        if id_fault(id_):
            replacement = f"[{self._text[slice(*printed)]}](:={suggested_id(id_)})"
            bad = TextFault(BAD_FORM, self._run.extent(start, end), "id", "hint", {"id": id_}, replacement)
            return Found(end, None, (bad,))
        if not self._text[slice(*printed)].strip():
            return Found(end, None, (self._unprinted(start, end, f"[…](:={id_})"),))
        at = self._run.extent(start, end)
        words = join_lines(self._text[slice(*printed)])
        return Found(end, Defined(words, id_, at, self._run.extent(*printed), self._run.extent(*id_at)))

    def _label(self, start: int, printed: tuple[int, int], body: tuple[int, int], end: int) -> Found:
        begin, stop = self._trimmed(*body)
        page = self._text.endswith(":page", begin, stop)
        target_at = self._trimmed(begin, stop - len(":page") if page else stop)
        target = self._words(*target_at)
        if id_fault(target):
            bad = TextFault(BAD_FORM, self._run.extent(start, end), "target", "fill", {"id": target})
            return Found(end, None, (bad,))
        form = LabelRef(target, page, self._run.extent(start, end), self._run.extent(*target_at))
        if not self._text[slice(*printed)].strip():
            return Found(end, form)
        args = {"text": self._text[start:end]}
        replacement = f"[](#{self._text[begin:stop]})"
        fault = TextFault(NEAR_MISS, self._run.extent(start, end), "label", args=args, replacement=replacement)
        return Found(end, form, (fault,))

    def _unprinted(self, start: int, end: int, replacement: str) -> TextFault:
        args = {"text": self._text[start:end]}
        return TextFault(NEAR_MISS, self._run.extent(start, end), "unprinted", args=args, replacement=replacement)

    def _bad(self, start: int, end: int, message: str, hint: str) -> TextFault:
        return TextFault(BAD_FORM, self._run.extent(start, end), message, hint, {"text": self._text[start:end]})

    def _fault(
        self,
        kind: Kind,
        match: re.Match[str],
        message: str = "message",
        hint: str = "hint",
        replacement: str | None = None,
        **args: str,
    ) -> TextFault:
        at = self._run.extent(match.start(), match.end())
        return TextFault(kind, at, message, hint, {"text": match[0]} | args, replacement)

    def _words(self, start: int, end: int) -> str:
        """An expression or id as the source has it; a line break is a space, so that every offset into it holds."""
        words = self._run.source[slice(*self._run.extent(start, end))]
        return words if words.isprintable() else _SPACE.sub(" ", words)  # nothing printable is space but a space

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        words = self._text[start:end]
        if words.isidentifier():
            return start, end
        first = start + len(words) - len(words.lstrip())
        return first, max(end - len(words) + len(words.rstrip()), first)


def join_lines(text: str) -> str:
    """Printed words of several lines as one."""
    return _BROKEN.sub("", text) if "\n" in text else text


def _pairs(text: str) -> dict[int, int]:
    """Brackets and parentheses with their partners; what a backslash stands before is none."""
    pairs: dict[int, int] = {}
    open_at: dict[str, list[int]] = {"]": [], ")": []}
    for match in _BRACKETS.finditer(text):
        if match[0] in "[(":
            open_at["]" if match[0] == "[" else ")"].append(match.start())
        elif match[0] in open_at and open_at[match[0]]:
            pairs[open_at[match[0]].pop()] = match.start()
    return pairs
