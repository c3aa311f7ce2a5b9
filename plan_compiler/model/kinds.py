"""The kinds of file a plan consists of."""

from enum import StrEnum


class FileKind(StrEnum):
    """The kinds, by the name of their schema."""

    PLAN = "plan"
    CHAPTER = "chapter"
    INDICATORS = "indicators"
    TABLE = "table"
    ANNEX = "annex"
    CATEGORY = "category"
    FACTS = "facts"
    ASSERTIONS = "assertions"
    ORGANIZATIONS = "organizations"
    GLOSSARY = "glossary"
    WAIVERS = "waivers"
    CHANGES = "changes"
