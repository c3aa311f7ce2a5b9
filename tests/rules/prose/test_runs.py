"""Running texts: as printed, and every character traced back to where it was written."""

from hypothesis import given
from hypothesis import strategies as st

from plan_compiler.rules.prose.runs import runs_of
from tests.rules.prose.plans import linked

PATH = ("chapters", 0, "body")


def test_a_run_is_what_is_printed() -> None:
    plan = linked("拆除**约[120户](:=gone)**，\n详见表1^[又见{{ gone }}]。\n\n- 甲\n- 乙")
    texts = [run.text for run in runs_of(PATH, plan.texts[PATH], plan.forms)]
    assert texts == ["拆除约120户，详见表1。", "又见120户", "甲", "乙"]


def test_forms_are_never_cut() -> None:
    body = "拆除[120户](:=gone)，共\n三\\*万户。"
    plan = linked(body)
    (run,) = runs_of(PATH, plan.texts[PATH], plan.forms)
    written = plan.plan.chapters[0].body
    assert isinstance(written, str)
    at = run.text.index("120")
    place = run.place(at, at + 2, written)
    assert written[place.start : place.end] == "[120户](:=gone)"
    star = run.text.index("*万")
    place = run.place(star, star + 2, written)
    assert written[place.start : place.end] == "*万"
    assert run.form_at(at, at + 1) is not None
    assert run.form_at(star, star + 1) is None


@given(st.lists(st.sampled_from(["甲", "12户", "\\*", "\n", "**乙**", "[3户](:=x)", "a", " ", "，"]), max_size=25))
def test_every_printed_word_is_found_where_it_was_written(parts: list[str]) -> None:
    seen = False
    body = "始"
    for part in parts:
        body += "丙" if seen and part.startswith("[") else part
        seen |= part.startswith("[")
    plan = linked(f"{body}终")
    written = plan.plan.chapters[0].body
    assert isinstance(written, str)
    for run in runs_of(PATH, plan.texts[PATH], plan.forms):
        for index, sign in enumerate(run.text):
            place = run.place(index, index + 1, written)
            assert place.start is not None
            stretch = written[place.start : place.end]
            assert stretch == sign or stretch.startswith("[") or (sign == " " and stretch == "\n")
