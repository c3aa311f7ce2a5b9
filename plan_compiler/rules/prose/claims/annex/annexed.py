"""How a text names the annex when it says how many projects it lists: 附表安排重大项目70个."""

from collections.abc import Iterable

from plan_compiler.language.discourse import Discourse
from plan_compiler.rules.prose.wording import Wording


def behind_annex(clause: str, known: Wording) -> str | None:
    """What stands behind the word for the annex that a clause begins with; None where it begins with none."""
    words = clause[known.leading.end(clause) :]
    word = _longest(word for word in known.of_annex if words.startswith(word))
    return words[len(word) :] if word else None


def without_members(words: str, discourse: Discourse) -> str:
    """Words without what the members of the annex are called, at their end: 安排 of 安排重大项目."""
    bare = words.rstrip()
    return bare.removesuffix(_longest(word for word in discourse.members if bare.endswith(word)))


def _longest(choices: Iterable[str]) -> str:
    return max(choices, key=len, default="")
