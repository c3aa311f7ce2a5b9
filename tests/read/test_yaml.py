"""Findings about the text of YAML files: what is said, where, and the corrected line."""

import pytest

from plan_compiler.read.parsed import MAX_DEPTH, MAX_FAULTS, Budget
from tests.read.plans import Found, codes, findings, read, source_of


def only(text: str, file: str = "facts.yaml") -> Found:
    found = findings({file: text})
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "code", "where", "hint"),
    [
        ("- id: a\n  name: 支出: 合计\n", "YAM101", "2:11", "改成：name: '支出: 合计'"),
        ("- id: a\n   name: b\n", "YAM101", "2:4", "改成 2 个空格"),
        ("- id: a\n  name: b\n - id: c\n", "YAM101", "3:2", "改成 0 个空格"),
        ("- a\nb\n- c\n", "YAM101", "2:1", "改成：- b"),
        ("- id: a\n  name:b\n  value: 1户\n", "YAM101", "2:7", "改成：name: b"),
        ("- id: a\n  name: []内为累计值\n  value: 1户\n", "YAM101", "2:9", "改成：name: '[]内为累计值'"),
        ("- id: a\n  note: |\n    甲\n\n  乙\n\n- id: b\n", "YAM101", "5:3", "改成 4 个空格"),
        ("- id: a\n name: b\n", "YAM101", "2:2", ""),
        ("- id: a\n  name: 'b\n", "YAM101", "2:9", "改成：name: 'b'"),
        ('- id: a\n  name: "b\n  unit: 户\n', "YAM101", "2:9", '改成：name: "b"'),
        ("- id: a\n  name: 'b\n  unit: '%'\n", "YAM101", "2:9", "改成：name: 'b'"),
        ("- id: a\n  name: 'b\n  note: '[]内'\n", "YAM101", "2:9", "改成：name: 'b'"),
        ("- id: a\n  name: 'b\n    c'\n  value:1户\n", "YAM101", "4:8", "改成：value: 1户"),
        ("- id: a\n  name: [b\n", "YAM101", "2:9", "改成：name: [b]"),
        ("- id: a\n  name: [b）\n  value: 1户\n", "YAM101", "2:9", "改成：name: [b]"),
        ("- id: a\n  name: {a: [b, '}'\n  value: 1户\n", "YAM101", "2:9", "改成：name: {a: [b, '}']}"),
        ("- id: a\n  name: [b,\n    c]\n  value:1户\n", "YAM101", "4:8", "改成：value: 1户"),
        ("- id: a\n  name: @b\n", "YAM101", "2:9", "改成：name: '@b'"),
        ("- id: a\n  name: *重点*\n", "YAM101", "2:10", "改成：name: '*重点*'"),
        ('- id: a\n  name: "\\q"\n', "YAM101", "2:10", ""),
        ("- id: a\n  name: |x\n    b\n", "YAM101", "2:10", ""),
        ("- id: a\n  name: - b\n", "YAM101", "2:9", ""),
        ("- id: a\n...\nb\n", "YAM101", "3:1", ""),
        ("- id: a\nb: c\n", "YAM101", "2:1", ""),
        ("- id: a\n  name\n  value: 1\n", "YAM101", "2:3", ""),
        ("- id: a\n  id: b\n  value: 1户\n", "YAM102", "2:3", ""),
        ("- id: a\n\tvalue: 1户\n", "YAM103", "2:1", "换成空格：  value: 1户"),
        ("-   id: a\n\tvalue: 1户\n", "YAM103", "2:1", "换成空格：    value: 1户"),
        ("- id: a\n  value: 1户\n\t- id: b\n", "YAM103", "3:1", "换成空格：- id: b"),
        ("- id: a\n  name: 甲\t乙\n  value: 1户\n", "YAM103", "2:10", "换成空格：name: 甲 乙"),
        ("- id: a\n  value：1户\n", "YAM104", "2:8", "改成半角冒号加空格：value: 1户"),
        ("- id：a\n  value: 1户\n", "YAM104", "1:5", "改成半角冒号加空格：- id: a"),
        ("- id: a\n　　value: 1户\n", "YAM105", "2:1", "换成半角空格：  value: 1户"),
        ('- id: a\n  name: "甲\\v乙"\n  value: 1户\n', "YAM107", "2:9", ""),
        ("- id: a\n  name: 甲\x0b乙\n  value: 1户\n", "YAM107", "2:10", ""),
        ("- &x\n  id: a\n  value: 1户\n", "YAM108", "1:3", "把内容直接写出来"),
        ("- id: a\n  value: *x\n", "YAM108", "2:10", "如果是文字，加引号：value: '*x'"),
        ("- id: a\n  value: !n 1户\n", "YAM108", "2:10", "如果是文字，加引号：value: '!n 1户'"),
        ("- id: a\n  <<: {value: 1户}\n", "YAM108", "2:3", ""),
        ("- id: a\n  value: 1户\n---\n- id: b\n", "YAM108", "3:1", "删去这一行"),
        ("%YAML 1.1\n---\n- id: a\n  value: 1户\n", "YAM108", "1:1", "删去这一行"),
        ("- ? [a]\n  : b\n", "YAM108", "1:5", ""),
        ("- id: a\n  name: 厂房 #3楼\n  value: 1户\n", "YAM110", "2:12", ""),
        ("- id: a\n  name: 厂房（一期 # 三栋）\n  value: 1户\n", "YAM110", "2:15", ""),
        ("- id: a\n  name: 拆除率 {{ a : .1% }}\n", "YAM101", "", ""),
        ("- {id: a, name: 甲,乙, value: 1户}\n", "YAM112", "1:19", ""),
        ("- {id: a, name: 甲,乙,丙,丁, value: 1户}\n", "YAM112", "1:19", ""),
        ("- {id: a, value: 1,200户}\n", "YAM112", "1:20", ""),
        ("- {id: a, name: 1,200, value: 1户}\n", "YAM112", "1:19", '改成：- {id: a, name: "1,200", value: 1户}'),
        ("- {id：a，value：1户，name：乙}\n", "YAM104", "1:4", "改成半角冒号加空格：- {id: a, value: 1户, name: 乙}"),
        ("- {id: a, value：1户}\n", "YAM104", "1:11", "改成半角冒号加空格：- {id: a, value: 1户}"),
        ("- {id: a, value:1户}\n", "YAM101", "1:11", "改成：- {id: a, value: 1户}"),
        ("- {2025: 80.2，2028: 81，2030: 82}\n", "YAM101", "1:14", "改成：- {2025: 80.2, 2028: 81, 2030: 82}"),
        ("- {id: a， value: 1户}\n", "YAM101", "1:9", "改成：- {id: a, value: 1户}"),
        ("- {id: a,value:1户, name: b}\n", "YAM101", "1:10", "改成：- {id: a,value: 1户, name: b}"),
        ("- {id: a, value: %, name: b}\n", "YAM101", "1:18", "改成：- {id: a, value: '%', name: b}"),
    ],
)
def test_each_fault_is_one_finding_with_its_place(text: str, code: str, where: str, hint: str) -> None:
    found = only(text)
    expected = "YAM111" if "{{" in text else code
    assert found.code == expected
    if where:
        assert found.where == f"facts.yaml:{where}"
    if hint:
        assert found.hint == hint


@pytest.mark.parametrize(
    "item",
    [
        "{{ demolished }}",
        "{{ demolished | 0.0 }}",
        "{{ demolished }} 户",
        "拆除率 {{ demolished : .1% }}",
        "[12157户](:=demolished)",
        "[12157户](=demolished)，约占九成",
        "[](#targets)",
    ],
)
def test_a_form_that_yaml_swallows_is_given_back_quoted(item: str) -> None:
    plan = f"title: 例\nperiod: 2021-2025\nchapters:\n  - title: 总则\n    body:\n      - {item}\n"
    found = only(plan, "plan.yaml")
    assert (found.code, found.hint) == ("YAM111", f"给整段文字加引号：- '{item}'")
    mended = plan.replace(item, f"'{item}'")
    assert [code for code in codes({"plan.yaml": mended}) if code.startswith("YAM")] == []


def test_an_expression_split_at_its_comma() -> None:
    text = "- {id: a, that: sum(b, c) == d, because: 合计}\n"
    result = read({"assertions.yaml": text})
    assert [d.kind.code for d in result.diagnostics] == ["YAM112"]
    assert result.source is not None
    assert result.source.plan.assertions == ()
    assert ("assertions",) in result.source.incomplete


def test_all_layout_faults_of_a_file_are_reported_in_one_run() -> None:
    text = "- id：a\n  value：1户\n- id: b\n\tvalue: 2户\n"
    assert [(f.code, f.where) for f in findings({"facts.yaml": text})] == [
        ("YAM104", "facts.yaml:1:5"),
        ("YAM104", "facts.yaml:2:8"),
        ("YAM103", "facts.yaml:4:1"),
    ]


def test_a_syntax_error_above_a_layout_fault_is_reported_too() -> None:
    text = "- id: a: b\n- id：c\n"
    assert codes({"facts.yaml": text}) == ["YAM104", "YAM101"]


def test_a_colon_in_the_text_of_a_block_is_no_key() -> None:
    plan = "title: 例\nperiod: 2021-2025\nchapters:\n  - title: 总则\n    body: |\n      name：甲\n  - body: [[\n"
    assert codes({"plan.yaml": plan}) == ["YAM101"]


def test_a_full_width_colon_below_a_key_is_one_text_to_yaml() -> None:
    annex = "id: annex\ntitle: 表\nunit: 万元\nstated:\n  total：5\ncategories: []\n"
    found = findings({"annex.yaml": annex})
    assert [(f.code, f.where) for f in found][:1] == [("YAM104", "annex.yaml:5:3")]


@pytest.mark.parametrize("value", ["", "~", "null", "''", "# 3楼", '" "'])
def test_an_empty_value(value: str) -> None:
    found = only(f"- id: a\n  name: 甲\n- id: b\n  value: {value}\n")
    assert (found.code, found.where) == ("MOD204", "facts.yaml:4:3")


def test_an_empty_item_and_an_empty_list_of_items() -> None:
    assert only("- \n").code == "MOD204"
    assert codes({"facts.yaml": "[]\n"}) == []


@pytest.mark.parametrize("comment", [" # 待核", " ## 待核", " #", "  #!"])
def test_a_comment_behind_a_value_is_a_comment(comment: str) -> None:
    assert codes({"facts.yaml": f"- id: a\n  value: 1户{comment}\n"}) == []


def test_a_comment_behind_a_number_may_be_written_close() -> None:
    assert codes({"facts.yaml": "- id: a\n  value: 12.5 #待核\n"}) == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("- id: 甲\n  value: 一户\n".encode("utf-16"), "UTF-16"),
        ("- id: a\n  value: 1\n".encode("utf-16-le"), "UTF-16"),
        ("- id: a\n  value: 1\n".encode("utf-16-be"), "UTF-16"),
        ("- id: 甲\n".encode("utf-32"), "UTF-32"),
        ("- id: 甲\n  value: 浙南科技城\n".encode("gb18030"), "GBK"),
        ("- id: a\n  value: 城".encode()[:-1], "第 18 个字节"),
        (b"- id: a\n  value: \xff\xc0\x80\n", "第 18 个字节"),
    ],
)
def test_other_encodings_are_named(content: bytes, words: str) -> None:
    (found,) = findings({"facts.yaml": content})
    assert found.code == "YAM106"
    assert words in found.message


def test_a_byte_order_mark_is_no_fault_and_does_not_shift_columns() -> None:
    found = findings({"facts.yaml": b"\xef\xbb\xbf- id: a\n  valeu: \xe7\x94\xb2\n"})
    assert [(f.code, f.where) for f in found] == [("MOD202", "facts.yaml:2:3")]


def test_nul_is_reported_and_the_rest_is_read() -> None:
    result = read({"facts.yaml": "- id: a\n  value: 1\x00户\n"})
    assert [d.kind.code for d in result.diagnostics] == ["YAM107"]
    assert result.source is not None
    assert result.source.plan.facts[0].value == "1 户"


def test_control_characters_from_escapes_do_not_reach_the_plan() -> None:
    source = source_of({"facts.yaml": '- id: a\n  name: "甲\\v\\u2028乙\\0"\n  value: 1户\n'})
    assert source.plan.facts[0].name == "甲乙"


def test_depth_nodes_and_faults_are_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    assert codes({"facts.yaml": "[" * (MAX_DEPTH + 2)}) == ["YAM109"]
    deep = "".join(f"{'  ' * n}- a{n}:\n" for n in range(MAX_DEPTH))
    assert "YAM109" in codes({"facts.yaml": deep})
    many = codes({"facts.yaml": "- \n" * (MAX_FAULTS + 10)})
    assert many.count("YAM109") == 1
    monkeypatch.setattr("plan_compiler.read.compose.Budget", lambda: Budget(20))
    assert "YAM109" in codes({"facts.yaml": "- {id: a, value: 1户}\n" * 20})


def test_windows_line_ends() -> None:
    text = "- id: a\r\n  value: 1户\r\n- id: b\r\n  valeu: 2户\r\n"
    assert [(f.code, f.where) for f in findings({"facts.yaml": text})] == [("MOD202", "facts.yaml:4:3")]


def test_without_the_c_parser_the_findings_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    monkeypatch.setattr("plan_compiler.read.parse._LOADER", yaml.SafeLoader)
    assert only("- id: a\n  name: 支出: 合计\n").code == "YAM101"
    assert only("- id: a\n  name: 'b\n").code == "YAM101"
    assert only("- id: a\n  name: {{ b }} 户\n").code == "YAM111"
    assert only('- id: a\n  value: "甲\\ud800"\n').code in ("YAM101", "YAM107")
    assert findings({"facts.yaml": "- id: a\n  value: >\n    甲\n    乙\n"}) == []
