"""A word is typed beside a reference that prints it.

`[](#id)` prints the whole label: 第三章, 第三部分, 表1, 专栏4-1, 附表第一类. With 第 typed before it, or 章 behind it, that word is printed twice:
第第三章, 第三部分部分; so is the word of a table, figure or box: 见表表1.

`[](#标识)` 印出整个编号：第三章、第三部分、表1、专栏4-1、附表第一类。前面再写“第”“表”，后面再写“章”“部分”，就印成了“第第三章”“见表表1”。

怎么办：只写 `[](#标识)`，删去前后多写的字；`plan fix` 可代改。

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
numbering: zh-chapter
chapters:
  - id: basis
    title: 基础
    body: 略。
  - title: 目标
    body: |
      基础见第[](#basis)章。
```

Bad:

```yaml plan.yaml
title: 例
period: 2021-2025
chapters:
  - title: 空间
    body:
      - 布局见图[](#map)。
      - figure: {id: map, title: 布局图, alt: 布局, file: 待补}
```

Good:

```yaml plan.yaml
title: 例
period: 2021-2025
numbering: zh-chapter
chapters:
  - id: basis
    title: 基础
    body: 略。
  - title: 目标
    body:
      - |
        基础见[](#basis)，在第[](#basis:page)页，[](#basis)章节较多，布局见规划图（[](#map)）。
      - figure: {id: map, title: 布局图, alt: 布局, file: 待补}
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Diagnostic, Fix, Kind, Message, Place, Severity
from plan_compiler.link.linked import LinkedForm, LinkedPlan
from plan_compiler.model.paths import node_at
from plan_compiler.model.prose import LabelRef
from plan_compiler.patterns import compiled
from plan_compiler.rules.outcome import Outcome

KIND = Kind(
    "TXT735",
    "label-word-doubled",
    Severity.WARNING,
    Message("引用前后多写了编号里已有的字", "A word is typed beside a reference that prints it"),
    {
        "message": Message(
            "[](#{id}) 印出“{label}”，这里印成“{text}”", "[](#{id}) prints {label}: this is printed as {text}"
        ),
        "hint": Message("改成：{corrected}", "write: {corrected}"),
    },
)
_CONTEXT = 12
_NO_WORD_GOES_ON = compiled(r"(?:^|[\W_见如按据在和与及由])$")
"""What stands before a word that begins there: 见表, but not 指标表."""
_CLAUSE_END = compiled(r"[\n，。；：！？、,;:()（）\[\]]")
_BEHIND = compiled(r"(?P<word>章|节|部分|类)(?=[^\w]|[的和及与]|$)")
_ORDINAL = "第"


def check(linked: LinkedPlan) -> Iterator[Outcome]:
    """Look at what is written right before and behind every reference to a label."""
    for form in linked.forms.values():
        if isinstance(form.form, LabelRef) and form.printed:
            yield from _doubled(linked, form, form.form)


def _doubled(linked: LinkedPlan, linked_form: LinkedForm, form: LabelRef) -> Iterator[Outcome]:
    label, path, written = linked_form.printed, linked_form.place.path, node_at(linked.plan, linked_form.place.path)
    if not isinstance(written, str):
        return
    low, high = form.at
    before, behind = written[max(0, low - _CONTEXT) : low], written[high : high + _CONTEXT]
    start, end = low - _typed_before(before, label), high + _typed_behind(behind, label)
    if (start, end) == form.at:
        return
    text = f"{written[start:low]}{label}{written[high:end]}"
    args = {
        "id": form.target,
        "label": label,
        "text": text,
        "corrected": f"{_piece(written[max(0, start - _CONTEXT) : start])}{written[low:high]}",
    }
    fix = Fix(Place(path, start, end), written[low:high], safe=True)
    yield Diagnostic(KIND, Place(path, start, end), args, hint="hint", subject=text, fix=fix)


def _piece(before: str) -> str:
    """The last words before the reference: nothing of another clause, of another paragraph or of the end of another form."""
    return _CLAUSE_END.split(before)[-1].lstrip()


def _typed_before(before: str, label: str) -> int:
    """How many characters before the label repeat the word that it begins with."""
    typed = before.rstrip(" ")
    head, ordinal, _ = label.partition(_ORDINAL)
    if ordinal:
        word = next((word for word in (head + ordinal, ordinal, head) if word and typed.endswith(word)), "")
        return len(before) - len(typed) + len(word) if word else 0
    word = label.rstrip("0123456789-–. ")
    if not word.isalpha() or not typed.casefold().endswith(word.casefold()):
        return 0
    rest = typed[: len(typed) - len(word)]
    return len(before) - len(rest) if _NO_WORD_GOES_ON.search(rest[-1:]) else 0


def _typed_behind(behind: str, label: str) -> int:
    """How many characters behind the label name again what it is the number of: 章 behind 第三章 and 第三部分."""
    found = _BEHIND.match(behind)
    if found is None or _ORDINAL not in label:
        return 0
    return found.end() if label.endswith(found["word"]) or found["word"] in "章节" else 0
