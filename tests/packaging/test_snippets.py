"""Every snippet for planners, taken with its defaults, is what the schema of its file asks for."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

ROOT = Path(__file__).parents[2]
FILE = ROOT / "schemas" / "vscode" / "plan.code-snippets"
SNIPPETS: dict[str, dict[str, Any]] = {
    name.removeprefix("plan: "): value for name, value in json.loads(FILE.read_text()).items()
}


def _chapter(items: list[Any]) -> dict[str, Any]:
    return {"title": "章", "sections": items}


def _body(items: list[Any]) -> dict[str, Any]:
    return {"title": "章", "body": items}


def _table(items: list[Any]) -> dict[str, Any]:
    group = {"title": "类别", "indicators": items}
    return {"id": "targets", "title": "表", "columns": {"2025": "目标"}, "groups": [group]}


def _category(items: list[Any]) -> dict[str, Any]:
    return {"id": "works", "title": "类别", "projects": items}


def _as_it_is(items: Any) -> Any:
    return items


PLACES: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "chapter file": ("chapter", _as_it_is),
    "section": ("chapter", _chapter),
    "run-in section": ("chapter", _chapter),
    "box": ("chapter", _body),
    "list": ("chapter", _body),
    "table": ("chapter", _body),
    "figure": ("chapter", _body),
    "chart": ("chapter", _body),
    "indicator": ("indicators", _table),
    "project": ("category", _category),
    "data table": ("table", _as_it_is),
    "fact": ("facts", _as_it_is),
    "computed fact": ("facts", _as_it_is),
    "assertion": ("assertions", _as_it_is),
    "waiver": ("waivers", _as_it_is),
}
FORMS = {
    "checked figure": "[99.9%](=demolished / households)",
    "figure at home": "[12157户](:=demolished)",
    "computed figure": "{{ demolished / households | 0.0% }}",
    "reference": "[](#targets)",
    "footnote": "^[注释]",
}


def _expand(snippet: dict[str, Any]) -> str:
    text = "\n".join(snippet["body"])
    text = re.sub(r"\$\{\d+\|([^,|]*)[^}]*\|\}", r"\1", text)
    text = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text)
    return re.sub(r"(?<!\\)\$\d", "", text).replace("\\$", "$")


def _with_text_keys(value: Any) -> Any:
    """As JSON has it: keys are text."""
    match value:
        case dict():
            return {str(key): _with_text_keys(item) for key, item in value.items()}
        case list():
            return [_with_text_keys(item) for item in value]
        case _:
            return value


def test_every_snippet_has_its_place() -> None:
    assert set(SNIPPETS) == set(PLACES) | set(FORMS)


@pytest.mark.parametrize("name", PLACES)
def test_a_snippet_fits_its_schema(name: str) -> None:
    schema, place = PLACES[name]
    value = place(_with_text_keys(yaml.safe_load(_expand(SNIPPETS[name]))))
    jsonschema.validate(value, json.loads((ROOT / "schemas" / f"{schema}.schema.json").read_text()))


@pytest.mark.parametrize("name", FORMS)
def test_an_inline_form_is_written_out(name: str) -> None:
    assert _expand(SNIPPETS[name]) == FORMS[name]


def test_the_checkout_uses_the_same_snippets() -> None:
    assert (ROOT / ".vscode" / FILE.name).read_text() == FILE.read_text()


def test_no_snippet_is_offered_twice() -> None:
    names = json.loads(FILE.read_text(), object_pairs_hook=lambda pairs: [name for name, _ in pairs])
    assert len(set(names)) == len(names)
    prefixes = [prefix for snippet in SNIPPETS.values() for prefix in snippet["prefix"]]
    assert len(set(prefixes)) == len(prefixes)
