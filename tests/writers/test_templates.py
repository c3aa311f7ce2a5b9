import time
import tracemalloc
from typing import Any

import pytest

from plan_compiler.writers.templates import TemplateFaultError, Templates
from plan_compiler.writers.theme import Theme, ThemeFile
from tests.writers.themes import shipped_theme

LOOK = shipped_theme().look


def templates(files: Any, **limits: Any) -> Any:
    sources = {name: text.encode() if isinstance(text, str) else text for name, text in files.items()}
    return Templates(Theme("own", LOOK, lambda name: ThemeFile(sources[name]) if name in sources else None), **limits)


def rendered(text: str, **values: Any) -> Any:
    return templates({"t": text}).render("t", **values)


def fault(text: str, **values: Any) -> Any:
    with pytest.raises(TemplateFaultError) as caught:
        rendered(text, **values)
    return caught.value.diagnostic


def test_values_are_escaped_in_every_template() -> None:
    assert rendered("<p>{{ x }}</p>", x="<script>&\"'") == "<p>&lt;script&gt;&amp;&#34;&#39;</p>"


def test_loops_choices_macros_and_imports_work() -> None:
    files = {
        "m": "{% macro item(x) %}<li>{{ x }}</li>{% endmacro %}",
        "t": "{% from 'm' import item %}{% for x in xs if x %}{{ item(x) }}{% else %}-{% endfor %}",
    }
    assert templates(files).render("t", xs=["a", "", "<"]) == "<li>a</li><li>&lt;</li>"
    assert templates(files).render("t", xs=[]) == "-"


def test_macros_can_be_called_from_outside() -> None:
    macros = templates({"m": "{% macro bold(x) %}<b>{{ x }}</b>{% endmacro %}"}).macros("m")
    assert macros("bold", "<") == "<b>&lt;</b>"
    with pytest.raises(TemplateFaultError):
        macros("none")


def test_unknown_value_is_a_fault_with_its_line() -> None:
    diagnostic = fault("a\nb\n{{ missing }}")
    assert diagnostic.kind.code == "OUT103"
    assert (diagnostic.where.file, diagnostic.where.start.line) == ("templates/own/t", 3)
    assert "missing" in diagnostic.args["reason"]


def test_syntax_error_is_a_fault_with_its_line() -> None:
    diagnostic = fault("a\n{% if %}")
    assert diagnostic.where.start.line == 2


@pytest.mark.parametrize(
    "text",
    [
        "{{ 'a' * 1000000000 }}",
        "{{ 1 + 1 }}",
        "{{ 2 ** 100000 }}",
        "{{ x ~ x }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ x|safe }}",
        "{{ x|center(1000000000) }}",
        "{{ x|replace('a', 'aaaaaaaa') }}",
        "{% for a in x recursive %}{{ loop(x) }}{% endfor %}",
        "{% set y %}{{ x }}{{ x }}{% endset %}",
        "{% include 't' %}",
        "{% extends 't' %}",
        "{% autoescape false %}{{ x }}{% endautoescape %}",
        "{{ x[0:1] }}",
        "{% filter upper %}a{% endfilter %}",
        "{{ 1 is divisibleby 0 }}",
        "{{ '\\ud800' }}",
        "{% set a = [x, x] %}",
        "{% set a = {'a': x} %}",
        "{% set a = (x, x) %}",
        "{% macro m() %}{{ m(varargs, varargs) }}{% endmacro %}",
        "{% macro m() %}{{ m(a=kwargs, b=kwargs) }}{% endmacro %}",
    ],
)
def test_what_a_document_does_not_need_is_refused(text: str) -> None:
    assert "not allowed" in fault(text, x="a").args["reason"]


@pytest.mark.parametrize(
    "text",
    [
        "{{ range(10) }}",
        "{{ x.format(1) }}",
        "{{ x.__class__ }}",
        "{{ x.__class__.__mro__ }}",
        "{{ ''.join(x) }}",
        "{{ lipsum() }}",
        "{{ cycler(1) }}",
        "{{ x() }}",
        "{{ self._TemplateReference__context }}",
        "{% import 'none' as n %}",
        "{% for a in 5 %}{% endfor %}",
        "{% macro m(x) %}{{ m(x) }}{% endmacro %}{{ m(1) }}",
    ],
)
def test_nothing_of_python_is_reached(text: str) -> None:
    assert fault(text, x="a").kind.code == "OUT103"


def doubling(levels: int) -> Any:
    macro = "{% macro d(x) %}{{ x }}{{ x }}{% endmacro %}"
    return macro + "{{ " + "d(" * levels + "'aaaaaaaa'" + ")" * levels + " }}"


def fork() -> Any:
    return "{% macro f(n) %}{% for a in n %}{{ f(n) }}{{ f(n) }}{% endfor %}{% endmacro %}{{ f('ab') }}"


@pytest.mark.parametrize(
    "text",
    [
        doubling(60),
        fork(),
        "".join(f"{{% for a{i} in xs %}}" for i in range(12)) + "x" + "{% endfor %}" * 12,
    ],
)
def test_hostile_template_comes_to_an_end(text: str) -> None:
    began = time.perf_counter()
    with pytest.raises(TemplateFaultError):
        templates({"t": text}, turns=100_000, letters=1_000_000).render("t", xs=list(range(50)))
    assert time.perf_counter() - began < 60


@pytest.mark.parametrize(
    "text",
    [
        "{{ xs }}",
        "{{ xs|e }}",
        "{{ xs|trim }}",
        "{% for a in xs %}{{ loop }}{% endfor %}",
        "{% macro m() %}{% endmacro %}{{ m }}",
    ],
)
def test_only_texts_are_printed(text: str) -> None:
    assert "not a text" in fault(text, xs=[[1]]).args["reason"]


@pytest.mark.parametrize(
    "text",
    [
        "{% for a in xs %}{% for b in xs %}{% for c in xs %}" + "x" * 1000 + "{% endfor %}{% endfor %}{% endfor %}",
        "{% for a in xs %}{% for b in xs %}{% if b %}{{ long }}{% endif %}{% endfor %}{% endfor %}",
        "{% macro m(n) %}" + "x" * 1000 + "{% for a in n %}{{ m(n) }}{% endfor %}{% endmacro %}{{ m(xs) }}",
    ],
)
def test_what_is_printed_is_bounded_before_it_is_put_together(text: str) -> None:
    values = {"xs": list(range(200)), "long": "长" * 1000}
    tracemalloc.start()
    with pytest.raises(TemplateFaultError):
        templates({"t": text}, letters=1_000_000).render("t", **values)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 50_000_000


def test_time_is_bounded_where_each_turn_takes_long() -> None:
    text = "{% for a in xs %}{% for b in xs %}{% if 'no such words' in long %}x{% endif %}{% endfor %}{% endfor %}"
    with pytest.raises(TemplateFaultError) as caught:
        templates({"t": text}, seconds=0.2).render("t", xs=list(range(4000)), long="长" * 100_000)
    assert "come to an end" in caught.value.diagnostic.args["reason"]


@pytest.mark.parametrize(
    "text",
    [
        "{% for a in x %}" * 30 + "{% endfor %}" * 30,
        "{% if x %}" * 150 + "{% endif %}" * 150,
        "{{ " + "1" * 10_000 + " }}",
        "{{ x" + ".y" * 20_000 + " }}",
        "{{ not " * 3000 + "x }}",
        "{% macro m() %}" * 200 + "{% endmacro %}" * 200,
    ],
)
def test_what_python_refuses_to_compile_is_a_fault(text: str) -> None:
    assert fault(text, x="").kind.code == "OUT103"


def test_imports_are_counted() -> None:
    files = {f"t{i}": f"{{% import 't{i + 1}' as a with context %}}" * 2 for i in range(40)} | {"t40": "x"}
    with pytest.raises(TemplateFaultError):
        templates(files, turns=10_000).render("t0")


def test_template_too_large_or_in_another_encoding_is_a_fault() -> None:
    for data in ("x" * 300_000, "页".encode("gb18030") + b"\xff"):
        with pytest.raises(TemplateFaultError):
            templates({"t": data}).render("t")


def test_deep_nesting_is_a_fault() -> None:
    assert fault("{{ " + "(" * 3000 + "x" + ")" * 3000 + " }}", x=1).kind.code == "OUT103"


def test_own_mistakes_are_not_hidden() -> None:
    class Broken:
        @property
        def y(self) -> Any:
            raise LookupError("ours")

    with pytest.raises(LookupError):
        rendered("{{ x.y }}", x=Broken())
