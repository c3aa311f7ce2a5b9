"""What is wrong with a command line, in both languages, from what the library says of it in English."""

import re

from plan_compiler.patterns import compiled

_FORMS: tuple[tuple[re.Pattern[str], str, str], ...] = tuple(
    (compiled(pattern), chinese, english)
    for pattern, chinese, english in (
        (r"Missing argument '(?P<name>[^']*)'.*", "缺少参数 {name}", "missing argument {name}"),
        (r"Missing option '(?P<name>[^']*)'.*", "缺少选项 {name}", "missing option {name}"),
        (r"Missing parameter: (?P<name>.*)", "缺少参数 {name}", "missing parameter {name}"),
        (
            r"No such option: (?P<name>\S+?)\.? ?\(?(?:Did you mean|Possible options:) (?P<near>[^?)]*)\??\)?",
            "没有选项 {name}，可是指 {near}",
            "no option {name}; did you mean {near}?",
        ),
        (r"No such option: (?P<name>\S+)", "没有选项 {name}", "no option {name}"),
        (
            r"No such command '(?P<name>[^']*)'\. Did you mean (?P<near>.*)\?",
            "没有命令 {name}，可是指 {near}",
            "no command {name}; did you mean {near}?",
        ),
        (r"No such command '(?P<name>.*)'\.?", "没有命令 {name}", "no command {name}"),
        (r"Missing command\.?", "缺少命令", "missing command"),
        (
            r"Got unexpected extra arguments?(?:\(s\))? \((?P<name>.*)\)",
            "多了参数 {name}",
            "too many arguments: {name}",
        ),
        (
            r"Option '(?P<name>[^']*)' requires (?:an argument|\d+ arguments)\.?",
            "选项 {name} 后面要有值",
            "{name} takes a value",
        ),
        (r"Option '(?P<name>[^']*)' does not take a value\.?", "选项 {name} 不带值", "{name} takes no value"),
        (
            r"Invalid value for (?P<name>.+?): (?:Value error, )?'(?P<value>.*)' does not match the formats? (?P<known>.*)",
            "{name} 的值 {value} 不合格式，应像 {known}",
            "{name} is {value}; it should look like {known}",
        ),
        (
            r"Invalid value for (?P<name>.+?): (?:Value error, )?'(?P<value>.*)' is not one of (?P<known>.*)",
            "{name} 没有 {value} 这个值，可用 {known}",
            "{name} cannot be {value}: choose from {known}",
        ),
        (
            r"Invalid value for (?P<name>.+?): (?:Value error, )?'(?P<value>.*)' is not a valid (?P<known>.*)",
            "{name} 的值 {value} 不是 {known}",
            "{name}: {value} is no {known}",
        ),
    )
)
_TOLD = compiled(r"Invalid value for (?:[^:]|:(?! ))+: (?P<told>.* / .*)", re.DOTALL)
"""A message of our own, which is in both languages already."""
_QUOTES = compiled(r"'([^']*)'")


def told_usage(message: str) -> str:
    """One line, Chinese first: ``缺少参数 CODE / missing argument CODE``. What is not known stands as the library says it."""
    if own := _TOLD.fullmatch(message):
        return own["told"]
    for pattern, chinese, english in _FORMS:
        if match := pattern.fullmatch(message.strip()):
            parts = {name: _bare(value or "") for name, value in match.groupdict().items()}
            return f"{chinese.format_map(parts)} / {english.format_map(parts)}"
    return f"用法有误 / {message}"


def _bare(text: str) -> str:
    """Without quotes and the end of the sentence; of the names of an option, the long one; a date for its format."""
    plain = _QUOTES.sub(r"\1", text).rstrip(".").replace("%Y-%m-%d", "2026-01-31")
    return plain.partition(" / ")[0] if plain.startswith("-") else plain
