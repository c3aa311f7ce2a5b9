"""What is said of a finding in a document."""

from msgspec import Struct

from plan_compiler.diagnostics import Severity


class Remark(Struct, frozen=True):
    """A finding in words.

    `label` is the severity in words with the code and title of its kind, `text` its sentences, a line each; `source` is
    where it stands in the plan's files, "" where it stands nowhere. `cause` says what it comes from together with others, "" for one by
    itself.
    """

    severity: Severity
    severity_word: str
    title: str
    text: str
    source: str
    cause: str = ""

    @property
    def label(self) -> str:
        """The head of a comment."""
        return f"{self.severity_word} {self.title}"

    @property
    def comment(self) -> str:
        """All that a comment says at the place of the finding."""
        return f"{self.text}\n{self.cause}" if self.cause else self.text
