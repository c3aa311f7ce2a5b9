"""Language tags (BCP 47), of which only the language itself counts here."""


def primary(tag: str) -> str:
    """The language of a tag, in lower case: ``zh`` of ``zh-CN`` and ``zh_CN``."""
    return tag.replace("_", "-").partition("-")[0].lower()
