"""Clauses and sentences of a running text, by their marks."""

from plan_compiler.patterns import compiled

_CLAUSE_END = compiled(r"[，；：。！？、（）;!?\n]|[,.:()](?![0-9])")
_SENTENCE_END = compiled(r"[。！？；!?;\n]|[.](?=\s|$|[^\x00-\x7f])")
_PARENTHESES = compiled(r"（[^（）()]*）|\([^（）()]*\)")
_LONGEST_SENTENCE = 1000
COLONS = ("：", ":")
"""End a paragraph that leads to what stands below it."""


def clause_ends(text: str) -> list[tuple[int, int]]:
    """The marks that end clauses."""
    return [match.span() for match in _CLAUSE_END.finditer(text)]


def clauses(text: str) -> list[str]:
    """The clauses of a stretch of text."""
    return _CLAUSE_END.split(text)


def sentence_start(text: str, offset: int) -> int:
    """Where the sentence that `offset` is in begins."""
    end = max(0, offset - _LONGEST_SENTENCE)
    for match in _SENTENCE_END.finditer(text, end, offset):
        end = match.end()
    return end


def sentence_end(text: str, offset: int) -> int:
    """Where it ends."""
    match = _SENTENCE_END.search(text, offset, offset + _LONGEST_SENTENCE)
    return match.start() if match else min(len(text), offset + _LONGEST_SENTENCE)


def sentences(text: str) -> list[str]:
    """The sentences of a stretch of text."""
    return _SENTENCE_END.split(text)


def masked(text: str) -> str:
    """`text` with spaces for parentheses and what stands in them; as long as it was."""
    return _PARENTHESES.sub(lambda match: " " * len(match[0]), text)


def without_parentheses(text: str) -> str:
    """`text` without parentheses and what stands in them."""
    return _PARENTHESES.sub("", text)
