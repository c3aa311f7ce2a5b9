"""What is said of a finding in a document."""

from msgspec import Struct

from plan_compiler.diagnostics import Severity


class Remark(Struct, frozen=True):
    """A finding in words.

    `label` is the severity in words with the code and title of its kind, `text` its sentences, a line each; `source` is
    where it stands in the plan's files, "" where it stands nowhere.
    """

    severity: Severity
    severity_word: str
    title: str
    text: str
    source: str

    @property
    def label(self) -> str:
        """The head of a comment."""
        return f"{self.severity_word} {self.title}"
