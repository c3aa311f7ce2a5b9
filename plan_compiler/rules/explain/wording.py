"""Explanations in words. A rule that explains its sums adds `EXPLANATIONS` to the messages of its kind."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec.structs import replace

from plan_compiler.diagnostics import Diagnostic, Message
from plan_compiler.rules.explain.search import Explanation
from plan_compiler.rules.explain.slips import Edit, Slip

_OR = " / "
_SHARED = "slip_shared"
_CARRIED = "slip_carried"


def _key(slip: Slip) -> str:
    return f"slip_{slip}"


EXPLANATIONS: Mapping[str, Message] = MappingProxyType(
    {
        _key(Slip.TRANSPOSED): Message(
            "若两位数字颠倒（{slip_zh}），则相符", "it agrees if two digits are transposed ({slip_en})"
        ),
        _key(Slip.DIGIT): Message("若一位数字有误（{slip_zh}），则相符", "it agrees if one digit is wrong ({slip_en})"),
        _key(Slip.SCALE): Message(
            "若小数点或单位有误（{slip_zh}），则相符", "it agrees if a decimal point or a unit is wrong ({slip_en})"
        ),
        _key(Slip.SIGN): Message("若正负号有误（{slip_zh}），则相符", "it agrees if a sign is wrong ({slip_en})"),
        _key(Slip.COPIED): Message(
            "若误抄了旁边的数（{slip_zh}），则相符", "it agrees if the figure beside it was copied ({slip_en})"
        ),
        _key(Slip.LEFT_OUT): Message("若漏加了一项（{slip_zh}），则相符", "it agrees if one was left out ({slip_en})"),
        _key(Slip.TWICE): Message(
            "若一项重复相加（{slip_zh}），则相符", "it agrees if one was counted twice ({slip_en})"
        ),
        _key(Slip.MEMO): Message(
            "若误加了不应相加的一项（{slip_zh}），则相符",
            "it agrees if one was added that is not to be ({slip_en})",
        ),
        _SHARED: Message(
            "与另外 {slip_count} 处不符同出一源：若此数有误（{slip_zh}），则都相符",
            "it has one cause with {slip_count} other mismatches: all agree if this figure is wrong ({slip_en})",
        ),
        _CARRIED: Message(
            "与所列各数相加相符：差错出在其中一项", "the figures as stated agree with it: the fault is in one of these"
        ),
    }
)


def explained(diagnostic: Diagnostic, explanation: Explanation | None) -> Diagnostic:
    """The diagnostic with what explains it, if anything does. Its kind has `EXPLANATIONS` among its messages."""
    if explanation is None:
        return diagnostic
    return _with(diagnostic, _key(explanation.slip), explanation.edits, {})


def explained_by_cause(diagnostic: Diagnostic, cause: Edit, others: int) -> Diagnostic:
    """The diagnostic with the one figure that it and `others` more mismatches come from."""
    return _with(diagnostic, _SHARED, (cause,), {"slip_count": str(others)})


def explained_as_carried(diagnostic: Diagnostic) -> Diagnostic:
    """The diagnostic of a sum that agrees with its members as they are stated, one of which does not hold itself."""
    return replace(diagnostic, explanation=_CARRIED)


def is_carried(diagnostic: Diagnostic) -> bool:
    """Whether it tells of a sum that agrees with its members as they are stated."""
    return _CARRIED in (diagnostic.explanation, f"slip_{diagnostic.message}")


def _with(diagnostic: Diagnostic, key: str, edits: tuple[Edit, ...], more: Mapping[str, str]) -> Diagnostic:
    said = {"slip_zh": _OR.join(map(_zh, edits)), "slip_en": _OR.join(map(_en, edits)), **more}
    return replace(diagnostic, args={**diagnostic.args, **said}, explanation=key)


def _zh(edit: Edit) -> str:
    source = f"，与 {edit.source.name.zh} 相同" if edit.source else ""
    unit = f"，误以{edit.unit}计" if edit.unit else ""
    return f"{edit.term.name.zh} {_change(edit)}{source}{unit}".lstrip()


def _en(edit: Edit) -> str:
    source = f", the same as {edit.source.name.en}" if edit.source else ""
    unit = f", as if in {edit.unit}" if edit.unit else ""
    return f"{edit.term.name.en} {_change(edit)}{source}{unit}".lstrip()


def _change(edit: Edit) -> str:
    printed = edit.term.number.text
    return f"{printed} → {edit.becomes}" if edit.becomes else printed
