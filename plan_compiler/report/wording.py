"""The fixed words of reports, and how a finding's sentences are put together."""

from collections.abc import Mapping
from dataclasses import dataclass

from plan_compiler.diagnostics import Finding, Kind, Message, Severity

SEVERITY: Mapping[Severity, Message] = {
    Severity.ERROR: Message("错误", "error"),
    Severity.WARNING: Message("警告", "warning"),
    Severity.INFO: Message("提示", "info"),
}
HINT = Message("怎么办", "help")
WAIVED = Message("已豁免", "waived")
SUMMARY = Message(
    "{error} 个错误，{warning} 个警告，{info} 条提示；已豁免 {waived} 条；核对关系 {relations} 条，另有 {unchecked} 条无法核对",
    "{error} errors, {warning} warnings, {info} notes; {waived} waived; "
    "{relations} relations checked, {unchecked} not checkable",
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Puts messages into one language."""

    language: str

    def say(self, message: Message, args: Mapping[str, object] | None = None) -> str:
        """The sentence, its arguments filled in."""
        template = message.zh if self.language.startswith("zh") else message.en
        return template.format_map(args) if args else template

    def sentence(self, kind: Kind, key: str, args: Mapping[str, str]) -> str:
        """The kind's sentence under `key`."""
        return self.say(kind.messages[key], dict(args) or {"": ""})

    def message(self, finding: Finding) -> str:
        """What is wrong."""
        return self.sentence(finding.kind, finding.diagnostic.message, finding.diagnostic.args)

    def hint(self, finding: Finding) -> str | None:
        """What to do."""
        key = finding.diagnostic.hint
        return self.sentence(finding.kind, key, finding.diagnostic.args) if key else None
