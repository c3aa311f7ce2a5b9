"""The fixed words of reports on revisions."""

from collections.abc import Mapping

from plan_compiler.diagnostics import Message
from plan_compiler.diff.changes import EntityKind

ENTITIES: Mapping[EntityKind, Message] = {
    EntityKind.PLAN: Message("规划", "plan"),
    EntityKind.SECTION: Message("章节", "section"),
    EntityKind.TEXT: Message("文字", "text"),
    EntityKind.BOX: Message("专栏", "box"),
    EntityKind.PLACEMENT: Message("表的位置", "place of a table"),
    EntityKind.PICTURE: Message("图", "picture"),
    EntityKind.CHART: Message("图表", "chart"),
    EntityKind.LIST: Message("列表", "list"),
    EntityKind.BLOCK: Message("内容块", "block"),
    EntityKind.INDICATOR_TABLE: Message("指标表", "indicator table"),
    EntityKind.GROUP: Message("指标类别", "group of indicators"),
    EntityKind.INDICATOR: Message("指标", "indicator"),
    EntityKind.DATA_TABLE: Message("数据表", "data table"),
    EntityKind.ROW: Message("表中的行", "row of a table"),
    EntityKind.ANNEX: Message("附表", "annex"),
    EntityKind.CATEGORY: Message("项目类别", "category"),
    EntityKind.PROJECT: Message("项目", "project"),
    EntityKind.FACT: Message("数据", "figure"),
    EntityKind.ASSERTION: Message("关系式", "assertion"),
    EntityKind.ORGANIZATION: Message("单位", "organisation"),
    EntityKind.TERM: Message("术语", "term"),
    EntityKind.WAIVER: Message("豁免", "waiver"),
    EntityKind.NOTE: Message("修改说明", "change note"),
}

NOTHING = Message("两稿内容相同。", "No change.")
HEAD = Message("{old} → {new}", "{old} → {new}")

TARGETS = Message("指标", "Targets")
PROJECTS = Message("项目增减", "Projects")
AMOUNTS = Message("项目投资", "Project amounts")
INVESTMENT = Message("分类投资", "Investment by category")
FIGURES = Message("其他数字", "Other figures")
FOLLOWS = Message("牵动的数字", "What follows")
SCHEDULE = Message("期限", "Schedule")
TEXTS = Message("文字", "Text")
OTHER = Message("其他", "Other")
FINDINGS = Message("检查结果", "Findings")
PRINTS = Message("文中印作", "Printed in the text")

WHAT = Message("内容", "what")
WHERE = Message("位置", "place")
BEFORE = Message("原", "before")
AFTER = Message("现", "after")
DIFFERENCE = Message("增减", "difference")
RATE = Message("幅度", "per cent")
VERDICT = Message("说明", "reading")
CATEGORY = Message("类别", "category")
COUNT = Message("项目数", "projects")
TOTAL = Message("总投资", "total")
IN_PERIOD = Message("规划期内投资", "within the plan")
CAUSE = Message("起因", "because of")
PRINTED = Message("文中印作", "printed in the text")
CODE = Message("规则", "rule")

WEAKER = Message("目标降低", "weaker")
STRONGER = Message("目标提高", "stronger")
WEAKER_BINDING = Message("约束性目标降低", "binding, weaker")
WEAKER_ATTRIBUTE = Message("约束减弱", "less binding")
STRONGER_ATTRIBUTE = Message("约束增强", "more binding")
CHANGED = Message("已调整", "changed")
BASE = Message("基期实际值改动", "actual value altered")
PRECISION = Message("精度变化，数值未变", "precision only")
ATTRIBUTE = Message("指标属性", "attribute")
YEAR = Message("{name} {year}年", "{name} {year}")

ADDED = Message("新增", "added")
DROPPED = Message("删除", "dropped")
NEW_INDICATOR = Message("新增指标", "indicator added")
DROPPED_INDICATOR = Message("删除指标", "indicator dropped")
NEW_ROW = Message("新增行", "row added")
DROPPED_ROW = Message("删除行", "row dropped")
MOVED = Message("移动：{old} → {new}", "moved: {old} → {new}")
RENAMED = Message("改标识：{old} → {new}", "id: {old} → {new}")
REORDERED = Message("换位置", "another place")
SPLIT = Message("拆分为 {parts}", "split into {parts}")
MERGED = Message("由 {parts} 合并", "merged from {parts}")
PART = Message("由 {whole} 拆出", "split from {whole}")
PART_KEPT = Message("拆分后", "after the split")
ABSORBED = Message("并入 {whole}", "merged into {whole}")
AFTER_MERGER = Message("合并后", "after the merger")
BEFORE_MERGER = Message("合并前", "before the merger")
LATER = Message("推迟 {years} 年", "{years} years later")
SOONER = Message("提前 {years} 年", "{years} years sooner")
LATER_ONE = Message("推迟 1 年", "a year later")
SOONER_ONE = Message("提前 1 年", "a year sooner")
WITH_DIFFERENCE = Message("{change}（{difference}）", "{change} ({difference})")
ROW = Message("{table} {row}", "{table}: {row}")
IN_COLUMN = Message("{column} {value}", "{column} {value}")
CELL = Message("{table} {row} {column}", "{table}: {row}, {column}")
STATED = Message("{name}（刊印）", "{name} (as published)")
ENTRIES = Message("{name} 条目数", "{name}, entries")
ITEMS = Message("{shown} 等 {count} 项", "{shown} and {more} more")
NO_CAUSE = Message("算式或条目变化", "its formula or members")
PICTURE = Message("图片换了内容：{file}", "another picture in {file}")
REFERENCES = Message("{count} 处引用随标识更改", "references that follow changed ids: {count}")
BINDINGS = Message("{count} 处文字只改了所绑定的数据，印出的内容不变", "texts bound anew that print the same: {count}")

PRINT_FOLLOWS = Message("随之改变", "follows")
PRINT_EDITED = Message("已改写", "rewritten")
PRINT_UNCHANGED = Message("未改，请核对", "unchanged: look at it")

FINDING_NEW = Message("新出现", "new")
FINDING_UNCOVERED = Message("豁免失效", "no longer waived")
FINDING_MENDED = Message("已消除", "gone")
FINDING_WAIVED = Message("已豁免", "waived")
FINDING_CHANGED = Message("仍在，数值有变", "still there, other values")

SUM_TARGETS = Message("指标调整 {count} 项", "targets changed: {count}")
SUM_NEW_INDICATORS = Message("新增指标 {count}", "indicators added: {count}")
SUM_DROPPED_INDICATORS = Message("删除指标 {count}", "indicators dropped: {count}")
SUM_WEAKER = Message("降低 {count}", "weaker: {count}")
SUM_STRONGER = Message("提高 {count}", "stronger: {count}")
UNDIRECTED = Message(
    "{count} 项指标没有写明升、降哪个为好，不能判断目标提高还是降低：请在指标上写 better: higher 或 better: lower",
    "indicators that do not say which way is better, so that their targets are only called changed: {count}; "
    "add better: higher or better: lower to them",
)
SUM_BASES = Message("基期实际值改动 {count} 处", "actual values altered: {count}")
SUM_ADDED = Message("新增项目 {count}", "projects added: {count}")
SUM_DROPPED = Message("删除项目 {count}", "projects dropped: {count}")
SUM_MOVED = Message("移动项目 {count}", "projects moved: {count}")
SUM_SPLIT = Message("拆分项目 {count}", "projects split: {count}")
SUM_MERGED = Message("合并项目 {count}", "projects merged: {count}")
SUM_INVESTMENT = Message("{name}：{before} → {after}（{difference}）", "{name} {before} → {after} ({difference})")
COMMA = Message("、", ", ")
AND = Message("，", ", ")
SUM_UNKNOWN = Message("{name}：{before} → {after}", "{name} {before} → {after}")
UNREAD = Message(
    "注意：{name} 有 {count} 个文件读不出，其中的内容当作没有：{shown}；先用 plan check 查明",
    "beware: files of {name} that cannot be read, so that what they hold seems not to be there: {shown}; see `plan check`",
)
UNREAD_MORE = Message(
    "注意：{name} 有 {count} 个文件读不出，其中的内容当作没有：{shown} 等；先用 plan check 查明",
    "beware: {count} files of {name} that cannot be read, so that what they hold seems not to be there: {shown} …; "
    "see `plan check`",
)
SUM_FIGURES = Message("数字改动 {count} 处，牵动 {follows} 处", "figures edited: {count}, following: {follows}")
SUM_TEXTS = Message("文字改动 {count} 处", "texts changed: {count}")
SUM_OTHER = Message("其他改动 {count} 处", "other changes: {count}")
SUM_FINDINGS = Message(
    "检查结果：新出现 {new}，已消除 {gone}，仍在 {kept}", "findings: {new} new, {gone} gone, {kept} still there"
)
STALE = Message(
    "{count} 处文字所印的数字没有随数据改变，请核对", "texts that still print a figure that has changed: {count}"
)

PAGE_TITLE = Message("修改说明", "What changed")
SEARCH = Message("筛选：名称、标识、文字", "filter: name, id, words")
ALL = Message("全部", "all")
ATTENTION = Message("只看须核对的", "to be looked at only")
BOTH = Message("两稿对照", "both versions")
LIST_VIEW = Message("修改清单", "Changes")
TEXT_VIEW = Message("全文对照", "Full text")
MARKED_TEXT = Message("两稿并显，标出修改", "both versions, changes marked")
NEW_TEXT = Message("只显示现稿", "the new version only")
OLD_TEXT = Message("只显示原稿", "the old version only")
CHANGED_ONLY = Message("只看有修改的内容", "only what changed")
PREVIOUS = Message("上一处", "previous")
NEXT = Message("下一处", "next")
MOVED_AWAY = Message(
    "{what}（{count} 段）移到了别处：看现在的位置", "{what} (blocks: {count}) moved elsewhere: see where it is now"
)
MOVED_HERE = Message(
    "{what}（{count} 段）从别处移来：看原来的位置", "{what} (blocks: {count}) moved here: see where it was"
)
SHOWN_AS = Message("显示方式", "what is shown")
CHANGES_IN_ALL = Message("共 {count} 处", "changes: {count}")
NO_TEXT = Message("全文未能排出：{reason}", "The full text could not be laid out: {reason}")
NOTHING_LEFT = Message("没有符合条件的修改。", "Nothing fits the filter.")
