"""What a person is told who mistypes a command: one line, in Chinese and in English."""

import pytest

from plan_compiler.cli.usage import told_usage
from tests.cli.conftest import Run

SEE = "（见 / see plan {0} --help）\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("check", "--bogus"), "没有选项 --bogus / no option --bogus"),
        (("check", "--strickt"), "没有选项 --strickt，可是指 --strict / no option --strickt; did you mean --strict?"),
        (
            ("check", "--today", "明天"),
            "--today 的值 明天 不合格式，应像 2026-01-31 / --today is 明天; it should look like 2026-01-31",
        ),
        (("check", "a", "b"), "多了参数 b / too many arguments: b"),
        (("explain",), "缺少参数 code / missing argument code"),
        (("waive", "SUM101", "x"), "缺少选项 --reason / missing option --reason"),
        (
            ("rules", "--format", "q"),
            "--format 没有 q 这个值，可用 text, markdown / --format cannot be q: choose from text, markdown",
        ),
        (("check", "--format", "q"), "没有格式 q；可用 / no format q: text, json, sarif, junit, github, markdown"),
    ],
)
def test_what_is_wrong_is_said_in_both_languages(run: Run, arguments: tuple[str, ...], told: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"plan {arguments[0]}: {told}{SEE.format(arguments[0])}"


def test_a_command_that_is_none_is_told_with_those_like_it(run: Run) -> None:
    assert "没有命令 chek，可是指 check" in run("chek").stderr
    assert "缺少命令 / missing command" in run().stderr


def test_what_is_not_known_is_passed_on() -> None:
    assert told_usage("Something else.") == "用法有误 / Something else."
