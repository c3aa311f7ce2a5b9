"""What several findings of a checked plan come from."""

from plan_compiler.diagnostics import Cause
from plan_compiler.pipeline.checking import Checked


def causes(checked: Checked) -> tuple[Cause, ...]:
    """The common causes of findings that stand: for who reads them, since looking for these takes some more checks."""
    if checked.source is None or checked.linked is None or len(checked.judgement.failed) < 2:
        return ()
    from plan_compiler.rules.causes import Trial, find_causes

    trial = Trial.of(checked.source.files, checked.rules, checked.judgement, checked.faults)
    return find_causes(checked.source, checked.linked, checked.judgement.failed, trial, checked.findings)
