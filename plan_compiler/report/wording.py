"""The fixed words of reports, and how a finding's sentences are put together."""

from collections.abc import Mapping

from msgspec import Struct

from plan_compiler.diagnostics import Cause, Finding, Kind, Message, RelatedFinding, Severity, Summary, with_separator
from plan_compiler.language.words import words

SEVERITY: Mapping[Severity, Message] = {
    Severity.ERROR: Message("错误", "error"),
    Severity.WARNING: Message("警告", "warning"),
    Severity.INFO: Message("提示", "note"),
}
HINT = Message("怎么办：{text}", "help: {text}")
WAIVED = Message("已豁免：{text}", "waived: {text}")
KNOWN = Message("基线中已有，不计入", "in the baseline, not counted")
LINE = Message("第 {line} 行", "line {line}")
FOUND = Message(
    "{error} 个错误，{warning} 个警告，{info} 条提示", "errors: {error}, warnings: {warning}, notes: {info}"
)
NOTHING_FOUND = Message("没有发现问题", "nothing found")
LOOKED_AT = Message(
    "已豁免 {waived} 条；核对关系 {relations} 条，另有 {unchecked} 条无法核对",
    "waived: {waived}; relations checked: {relations}, not checkable: {unchecked}",
)
UNREAD = Message(
    "plan.yaml 没有读出来，其他文件都还没有看，也没有核对",
    "plan.yaml could not be read: the other files were not looked at, nothing was checked",
)
OPEN = Message("（见 plan check --coverage）", " (see `plan check --coverage`)")
IN_BASELINE = Message("；基线中已有 {count} 条", "; in the baseline: {count}")
CAUSED = Message("同出一源（{place}）：{text}", "one cause ({place}): {text}")
ONE_CAUSE = Message("{count} 条同出一源", "{count} findings with one cause")
FINDINGS = Message("{count} 条", "{count} in all")
MORE = Message("另有 {count} 条没有列出。", "{count} more are not listed.")
HEADER = Message("| 级别 | 位置 | 问题 |", "| severity | place | finding |")
STOP = Message("；", "; ")


class Speaker(Struct, frozen=True):
    """Puts messages into one language."""

    language: str

    def say(self, message: Message, args: Mapping[str, object] | None = None) -> str:
        """The sentence; with `args`, its arguments filled in."""
        template = message.en if self.language.startswith("en") else message.zh
        return template if args is None else self._filled(template, args)

    def _filled(self, template: str, args: Mapping[str, object]) -> str:
        return with_separator(template.format_map(args), words(self.language).typography.list_separator)

    def sentence(self, kind: Kind, key: str, args: Mapping[str, str]) -> str:
        """The kind's sentence under `key`."""
        return " ".join(self.cells(kind, key, args))

    def cells(self, kind: Kind, key: str, args: Mapping[str, str]) -> tuple[str, ...]:
        """The same sentence as the cells of a table row: two spaces in a message part one cell from the next."""
        return tuple(self._filled(part, args) for part in self.say(kind.messages[key]).split("  "))

    def title(self, finding: Finding) -> str:
        """Code and title of its kind."""
        return f"{finding.kind.code} {self.say(finding.kind.title)}"

    def message(self, finding: Finding) -> str:
        """What is wrong."""
        return self.sentence(finding.kind, finding.diagnostic.message, finding.diagnostic.args)

    def hint(self, finding: Finding) -> str | None:
        """What to do."""
        key = finding.diagnostic.hint
        return self.sentence(finding.kind, key, finding.diagnostic.args) if key else None

    def explanation(self, finding: Finding) -> str | None:
        """What would explain it."""
        key = finding.diagnostic.explanation
        return self.sentence(finding.kind, key, finding.diagnostic.args) if key else None

    def advice(self, finding: Finding) -> str | None:
        """What to do, said to be so."""
        hint = self.hint(finding)
        return self.say(HINT, {"text": hint}) if hint else None

    def sentences(self, finding: Finding) -> tuple[str, ...]:
        """All that is said of it: what is wrong, what would explain it, what to do."""
        said = (self.message(finding), self.explanation(finding), self.advice(finding))
        return tuple(sentence for sentence in said if sentence)

    def cause(self, cause: Cause) -> str:
        """What several findings come from."""
        return self.say(cause.message, cause.args)

    def related(self, finding: Finding, related: RelatedFinding) -> str:
        """What a related place has to do with it."""
        return self.sentence(finding.kind, related.message, related.args)

    def found(self, summary: Summary) -> str:
        """How many findings there are of each severity."""
        if summary.error + summary.warning + summary.info == 0:
            return self.say(NOTHING_FOUND)
        return self.say(FOUND, {"error": summary.error, "warning": summary.warning, "info": summary.info})

    def looked_at(self, summary: Summary) -> str:
        """How many findings are waived, and how many relations were looked at."""
        counts = {
            "waived": summary.waived,
            "relations": summary.relations_checked,
            "unchecked": summary.not_checkable,
        }
        if summary.unread:
            return self.say(UNREAD)
        known = self.say(IN_BASELINE, {"count": summary.baseline}) if summary.baseline else ""
        listed = self.say(OPEN) if summary.not_checkable else ""
        return self.say(LOOKED_AT, counts) + listed + known

    def summary(self, summary: Summary) -> str:
        """Both in one line."""
        return self.found(summary) + self.say(STOP) + self.looked_at(summary)
