"""The `plan` command: its table of commands, and how it ends."""

import gc
import os
import sys
from collections.abc import Mapping
from functools import partial
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, NoReturn

from plan_compiler import __version__
from plan_compiler.patterns import keep

if TYPE_CHECKING:
    import typer

INTERRUPTED = 130
NOT_RUN = 2
_LAST_STREAM = 2
_LOOKED_AFTER = 0.5
"""Seconds after which a forked process looks whether it is still wanted."""
_COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "init": "新建规划 / start a plan",
        "check": "核对数字和引用 / prove figures and references",
        "build": "生成 DOCX、PDF、HTML / write the documents",
        "diff": "比较两稿 / what a revision changed",
        "fix": "改正、绑定数据 / mend, bind figures",
        "waive": "接受一个问题 / accept a finding as it is",
        "note": "说明为什么修改 / say why it was changed",
        "why": "数字的来源和用处 / where a figure comes from",
        "ids": "按词查标识 / find an id by words",
        "rules": "列出全部规则 / the catalogue of rules",
        "log": "一个数字的历史 / the history of one figure",
        "git": "设置 git：diff、log / set up git for plans",
        "explain": "解释一条规则 / one rule's page",
        "schema": "供编辑器用的 JSON Schema / for editors",
        "doctor": "检查运行环境 / look at the machine",
    }
)
"""What each command is for. It is the function of its name in the module of its name, imported when it is called."""


def run() -> NoReturn:
    """Run the command line and exit with its status, at once: to take a large plan apart, object by object, would cost an
    eighth of the time of a check.
    """
    status = main()
    sys.stderr.flush()
    keep()
    os._exit(status)


def main() -> int:
    """Run the command line. 0: nothing to report; 1: findings; 2: it could not run; 130: interrupted."""
    _open_closed_streams()
    _run_no_plugins()
    if sys.argv[1:] in (["--version"], ["-V"]):
        print(f"plan {__version__}", flush=True)
        return 0
    if hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=partial(_end_with, os.getpid()))
    gc.disable()  # one command, then exit: looking for cycles costs a third of the time on a large plan, and frees nothing
    try:
        status = _command()
        sys.stdout.flush()
    except KeyboardInterrupt:
        _say("已中断，原有输出未受影响 / interrupted; earlier output is untouched")
        status = INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    return status


def _run_no_plugins() -> None:
    """Nothing that is installed beside it may add itself to pydantic: looking for such takes as long as reading a small plan, and so
    does importing what looks.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    loader = ModuleType("pydantic.plugin._loader")
    vars(loader)["get_plugins"] = tuple
    sys.modules.setdefault(loader.__name__, loader)


def _open_closed_streams() -> None:
    """Where a standard stream was closed (``>&-``), what is said goes nowhere, and no file takes its number."""
    while (opened := os.open(os.devnull, os.O_RDWR)) <= _LAST_STREAM:
        pass
    os.close(opened)
    sys.stdout = sys.stdout or os.fdopen(1, "w", encoding="utf-8")
    sys.stderr = sys.stderr or os.fdopen(2, "w", encoding="utf-8")


def _end_with(parent: int) -> None:
    """In a process forked for a part of the work: end soon after the one that has it to do was ended, by whatever signal."""
    import signal

    def look(_signal: int, _frame: object) -> None:
        if os.getppid() != parent:
            os._exit(1)

    signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, _LOOKED_AFTER, _LOOKED_AFTER)


def _command() -> int:
    if sys.argv[1:2] == ["check"]:
        from plan_compiler.cli.foreseen import begin

        begin(sys.argv[2:])

    import typer

    from plan_compiler.cli.failure import CommandError, internal, reason

    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="replace")
    try:
        result = _app("".join(sys.argv[1:2]))(prog_name="plan", standalone_mode=False)
    except typer.Abort as abort:
        raise KeyboardInterrupt from abort
    except typer.TyperException as usage:
        context: typer.Context | None = getattr(usage, "ctx", None)
        path = context.command_path if context else "plan"
        from plan_compiler.cli.usage import told_usage

        _say(f"{path}: {told_usage(usage.format_message())}（见 / see {path} --help）")
        return NOT_RUN
    except CommandError as failure:
        _say(str(failure))
        for line in failure.further:
            _say(f"  {line}")
        return NOT_RUN
    except OSError as fault:
        if isinstance(fault, BrokenPipeError):
            raise
        _say(f"{fault.filename or '输出 / output'}: {reason(fault)}")
        return NOT_RUN
    except Exception as fault:  # a fault of the compiler itself
        _say(internal(fault))
        return NOT_RUN
    if result == INTERRUPTED:  # how typer tells of Ctrl-C in a command
        raise KeyboardInterrupt
    return int(result or 0)


def _say(line: str) -> None:
    from plan_compiler.report.visible import visible

    print(visible(line), file=sys.stderr)


def _app(wanted: str) -> "typer.Typer":
    """The command line, with the command that is `wanted` if there is such a one, else with all."""
    import typer

    app = typer.Typer(
        name="plan",
        help=(
            "规划文本的编译器：YAML 写规划，核对数据，生成 DOCX、PDF、HTML。\n\n"
            "A compiler for plan documents: YAML in; proved figures, DOCX, PDF and HTML out."
        ),
        epilog="退出码 exit codes：0 没有问题 nothing to report；1 有问题 findings；2 无法执行 could not run。",
        no_args_is_help=False,
        add_completion=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_options)
    for name in (wanted,) if wanted in _COMMANDS else _COMMANDS:
        command = getattr(import_module(f"plan_compiler.cli.{name}"), name)
        app.command(name, short_help=_COMMANDS[name])(command)
    return app


def _options() -> None:
    """See `plan COMMAND --help`. `plan --version` prints the version."""


if __name__ == "__main__":
    run()
