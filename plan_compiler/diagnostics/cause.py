"""Causes: what several findings come from, as one thing to mend."""

from collections.abc import Mapping

from msgspec import Struct

from plan_compiler.diagnostics.diagnostic import Message
from plan_compiler.diagnostics.finding import Finding
from plan_compiler.diagnostics.places import Span


class Cause(Struct, frozen=True):
    """One place, and the findings that a single change there mends, which breaks nothing else.

    `findings` are these by their fingerprints, in the order of the files. `written` and `becomes` are what stands there and
    what should; "" for both where the place is known and the change is not, or where something is missing there.
    `lead` is the fingerprint of the finding that is told of the same place, if one is. `message` filled by `args` says it.
    """

    span: Span
    message: Message
    args: Mapping[str, str]
    findings: tuple[str, ...]
    written: str = ""
    becomes: str = ""
    lead: str | None = None

    def among(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """Those of `findings` that come from it."""
        own = frozenset(self.findings)
        return tuple(finding for finding in findings if finding.fingerprint in own)
