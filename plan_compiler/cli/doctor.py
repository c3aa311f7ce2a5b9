"""`plan doctor`: what is installed, what is missing, which typeface each role got."""

from typing import get_args

from plan_compiler import __version__
from plan_compiler.cli.arguments import Lang, both

_PACKAGES = ("pydantic", "PyYAML", "ruamel.yaml", "jinja2", "weasyprint", "python-docx", "typer")


def doctor(lang: Lang = None) -> int:
    """检查运行环境：程序库、Pango、字体；缺什么、怎么装。

    Look at the machine: libraries, Pango, fonts; what is missing, and how to install it.
    """
    import platform

    from plan_compiler.resources import resource_folder

    print(f"plan {__version__}, Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    missing = [name for name in _PACKAGES if not _line(name, _version(name), lang)]
    for folder in ("templates", "schemas"):
        found = any(resource_folder(folder).glob("*"))
        if not _line(folder, str(resource_folder(folder)) if found else None, lang):
            missing.append(folder)
    return 1 if _pdf(lang) or missing else 0


def _version(package: str) -> str | None:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _line(name: str, found: str | None, lang: str | None) -> bool:
    print(f"{'✓' if found else '✗'} {name:<16} {found or both('缺少', 'missing', lang)}")
    return found is not None


def _pdf(lang: str | None) -> bool:
    """Whether the PDF writer cannot work here; says why, and shows the typeface of each role."""
    from plan_compiler.report.wording import Speaker
    from plan_compiler.writers.fontconfig import installed_fonts
    from plan_compiler.writers.look import Role
    from plan_compiler.writers.pdf.engine import EngineMissingError, load_engine
    from plan_compiler.writers.pdf.fonts import check_fonts, role_faces
    from plan_compiler.writers.theme import DEFAULT_THEME, load_theme

    speaker = Speaker(lang or "zh")
    try:
        load_engine()
    except EngineMissingError as error:
        kind = error.diagnostic.kind
        _line("Pango", None, lang)
        print(f"  {speaker.sentence(kind, 'message', error.diagnostic.args)}")
        print(f"  {speaker.sentence(kind, 'hint', error.diagnostic.args)}")
        return True
    _line("Pango", both("可用", "available", lang), lang)
    theme, _ = load_theme(DEFAULT_THEME, lambda _: None)
    fonts = installed_fonts()
    if theme is None:
        return True
    found = role_faces(theme.look.fonts, fonts)
    for role in get_args(Role):
        _line(f"{role} ({theme.look.fonts.face(role).office})", found.get(role), lang)
    faults = [d for d in check_fonts("规划文本", theme.look.fonts, fonts) if d.kind.code == "OUT302"]
    for fault in faults:
        _line(both("中文字体", "Chinese typefaces", lang), None, lang)
        print(f"  {speaker.sentence(fault.kind, 'hint', fault.args)}")
    return bool(faults)
