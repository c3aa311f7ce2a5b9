"""Numbers in the titles of boxes and chapters, over what is listed in them."""

import pytest

from tests.rules.plans import HEAD, findings

BOX = """\
chapters:
  - title: 任务
    body:
      - box:
          title: {title}
          body: |
            1. 强链工程。引进企业。
            2. 育才工程。培养人才。
            3. {last}。建设园区。
"""
CHAPTER = """\
chapters:
  - title: {title}
    sections:
      - {{title: 强化创新, body: 建设平台。}}
      - {{title: 壮大产业, body: 培育企业。}}
      - {{title: 改善民生, body: 建设学校。}}
"""


def told(body: str) -> list[str | None]:
    found = findings({"plan.yaml": f"{HEAD}{body}"})
    return [finding.subject for finding in found if finding.kind.code == "TXT711"]


def test_a_box_that_counts_its_items() -> None:
    assert told(BOX.format(title="产业“四大工程”", last="园区工程")) == ["四大工程"]
    assert told(BOX.format(title="产业“三大工程”", last="园区工程")) == []
    assert told(BOX.format(title="产业“四大工程”", last="建设要求")) == []


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("五大任务", ["五大任务"]),
        ("“四大任务”", ["四大任务"]),
        ("三大任务", []),
        ("两大任务", []),
        ("聚焦五大产业任务", []),
    ],
)
def test_a_chapter_that_is_called_by_the_number_of_its_tasks(title: str, expected: list[str]) -> None:
    assert told(CHAPTER.format(title=title)) == expected
