"""The kinds of file a plan consists of: what each holds, and where it becomes part of the plan."""

from msgspec import Struct

from plan_compiler.diagnostics import Message
from plan_compiler.model.base import Model
from plan_compiler.model.chapter import Chapter
from plan_compiler.model.figures import Assertion, Fact
from plan_compiler.model.glossary import Term
from plan_compiler.model.indicators import IndicatorTable
from plan_compiler.model.kinds import FileKind
from plan_compiler.model.notes import ChangeNote
from plan_compiler.model.organizations import Organization
from plan_compiler.model.plan import Plan
from plan_compiler.model.projects import Annex, Category
from plan_compiler.model.tables import DataTable
from plan_compiler.model.waivers import Waiver


class FileForm(Struct, frozen=True):
    """What a file holds: one `model`, or with `many` a list of them.

    `listed` names the key whose entries may stand in files of their own, and the kind of these.
    """

    model: type[Model]
    title: Message
    many: bool = False
    listed: tuple[str, FileKind] | None = None


FILE_FORMS: dict[FileKind, FileForm] = {
    FileKind.PLAN: FileForm(Plan, Message("规划", "plan"), listed=("chapters", FileKind.CHAPTER)),
    FileKind.CHAPTER: FileForm(Chapter, Message("章", "chapter")),
    FileKind.INDICATORS: FileForm(IndicatorTable, Message("指标表", "indicator table")),
    FileKind.TABLE: FileForm(DataTable, Message("数据表", "data table")),
    FileKind.ANNEX: FileForm(Annex, Message("项目表", "annex of projects"), listed=("categories", FileKind.CATEGORY)),
    FileKind.CATEGORY: FileForm(Category, Message("项目类别", "category of projects")),
    FileKind.FACTS: FileForm(Fact, Message("数据", "facts"), many=True),
    FileKind.ASSERTIONS: FileForm(Assertion, Message("关系式", "assertions"), many=True),
    FileKind.ORGANIZATIONS: FileForm(Organization, Message("单位", "organisations"), many=True),
    FileKind.GLOSSARY: FileForm(Term, Message("术语", "glossary"), many=True),
    FileKind.WAIVERS: FileForm(Waiver, Message("豁免", "waivers"), many=True),
    FileKind.CHANGES: FileForm(ChangeNote, Message("修改说明", "change notes"), many=True),
}
"""The one table of kinds and models."""
