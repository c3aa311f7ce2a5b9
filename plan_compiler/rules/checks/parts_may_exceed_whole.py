"""In a text, parts listed behind 其中 add up to more than the whole that they seem to be of.

As parts-above-whole, where it may yet be right: what is counted can be in several parts (规上企业300家、高新技术企业250家 of
500 firms), parts in clauses of their own can be sorted in several ways (一期6亿元，专项债5亿元), and a whole that does not stand right before 其中
may not be the one that is meant, one part in the very unit of the whole may yet be of another kind (企业500家，其中专精特新600家), and parts of a total of money (工程费用20.9亿元、征地费用3.2亿元、预备费1.2亿元) may overlap. Works that are built or mended (新建学校30所，其中小学20所、中学15所; 整治航道88公里，其中甲航道60公里、乙航道38公里) are added up where commas of enumeration alone part them and their names are like that of the whole. Parts in parentheses and behind a colon, and kinds that exclude each other (主板、创业板), are looked at without 其中, too, and so is what is sorted (按级别分，…). Classes by size (1亿元以上30个、1亿元以下100个) are added up where no two of them overlap. So is what is listed with commas of enumeration alone and comes to a little more than its whole (机构243个，其中医院13个、基层机构220个、公共卫生机构12个), as what overlaps seldom does; money, and what is called by what else may be true of it (规上、示范), are not.

Two small whole numbers of money (总规模5亿元，其中首期2亿元、二期4亿元) are not taken for rounded.

What to do: mend the whole or a part; where something is in several parts, say so (部分企业兼有) or waive the finding.

“其中”列举的各项加起来大于总数，但还可能有道理：计数的对象可以同属几项（500 家企业中规上 300 家、高新技术企业 250
家），分句列举的可能不是同一种分法（一期6亿元，专项债5亿元），“其中”前面隔着别的数时说的可能不是它，单位相同的一项也可能另有所指（企业500家，其中专精特新600家），总投资后列举的各项（工程费用20.9亿元、征地费用3.2亿元、预备费1.2亿元）也可能有重叠。新建、整治的工程（新建学校30所，其中小学20所、中学15所；整治航道88公里，其中甲航道60公里、乙航道38公里），用顿号列举、名称与总数相近的，各项相加后比较。括号里、冒号后列举的，互不重叠的种类（主板、创业板），“按级别分，……”这样分类列举的，没有“其中”也看。按大小分的（1亿元以上30个、1亿元以下100个），互不重叠时相加。用顿号列举、各项之和比总数略多的（机构243个，其中医院13个、基层机构220个、公共卫生机构12个）也看：有重叠的很少恰好接近总数；资金，以及按称号列举的（规上、示范），不看。

两项都是几亿元这样的小整数的资金（总规模5亿元，其中首期2亿元、二期4亿元），不当作四舍五入。

怎么办：改正总数或某一项；确有重叠的，在文中写明（部分企业兼有），或登记豁免。

Bad:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 卫生
    body: |
      全市医疗机构243个，其中县级13个、乡镇240个。

      基金总规模5亿元，其中首期2亿元、二期4亿元。
      总投资10亿元，其中A公司3亿元、B公司4亿元、C公司5亿元。

      整治航道88公里，其中甲航道60公里、乙航道38公里；改造公路320公里，其中国道322公里。全市拥有各类企业500家，其中专精特新600家。

      全市共有医疗卫生机构243个，其中医院13个、基层医疗卫生机构220个、专业公共卫生机构12个。

      安排项目120个，其中1亿元以上30个、1亿元以下100个。

      全市有景区46家。按等级分，5A级2家、4A级12家、3A级34家。
```

Good:

```yaml plan.yaml
title: 小规划
period: 2021-2025
chapters:
  - title: 卫生
    body: |
      全市医疗机构243个，其中县级3个、乡镇240个。

      基金总规模12.3亿元，其中首期5.2亿元、二期7.2亿元。
      总投资10亿元，其中财政资金3亿元，带动社会投资50亿元。

      全县公路1128公里，其中等级公路1100公里、硬化公路980公里；治理河道20公里，其中加固堤防35公里。

      全市有企业500家，其中规上企业300家、高新技术企业220家。

      安排项目120个，其中1亿元以上30个、5000万元以上110个。

      新增学位12000个：义务教育8400个（小学4800个、初中3600个），普通高中3600个。
```
"""

from collections.abc import Iterator

from plan_compiler.diagnostics import Kind, Message, Severity
from plan_compiler.rules.outcome import Outcome, Tie
from plan_compiler.rules.prose.analysis import ProseFigures
from plan_compiler.rules.prose.claims.parts.addition import Mismatch, add_up

KIND = Kind(
    "NUM414",
    "parts-may-exceed-whole",
    Severity.WARNING,
    Message("文中“其中”各项之和可能大于总数", "In a text, parts may add up to more than their whole"),
    {
        "message": Message(
            "{told}，而其中各项 {addition} = {sum}，多出 {gap}",
            "{told}, but the parts listed behind it, {addition} = {sum}, are {gap} more",
        ),
        "strained": Message(
            "{told}，而其中各项 {addition} = {sum}，多出 {gap}，四舍五入难以解释",
            "{told}, but the parts listed behind it, {addition} = {sum}, are {gap} more: hardly by rounding",
        ),
        "single": Message(
            "{told}，而其中一项为 {addition}，多出 {gap}",
            "{told}, but a part listed behind it is {addition}: {gap} more",
        ),
        "part": Message("分项 {part}", "part {part}"),
        "hint": Message(
            "核对总数与各项；各项确有重叠的，在文中写明或登记豁免",
            "mend the whole or a part; where the parts overlap, say so in the text, or waive this",
        ),
    },
)
RELATES = Tie.BOUND


def check_prose(prose: ProseFigures) -> Iterator[Outcome]:
    """Compare wholes with the lists behind 其中, and report where these seem too much."""
    for outcome in prose.once(add_up):
        if isinstance(outcome, Mismatch) and outcome.exceeds and not outcome.sure:
            yield outcome.diagnostic(KIND, _message(outcome))


def _message(mismatch: Mismatch) -> str:
    if len(mismatch.related) == 1:
        return "single"
    return "strained" if mismatch.strained else "message"
