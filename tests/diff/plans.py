"""A small plan as plain data, and what is done to it in revisions."""

import json
from copy import deepcopy
from typing import Any

from plan_compiler.link.link import link
from plan_compiler.link.linked import LinkedPlan
from plan_compiler.read.plan import read_plan
from plan_compiler.read.tree import MemoryTree

Data = dict[str, Any]


def project(name: str, title: str, total: int, **more: Any) -> Data:
    return {
        "id": name,
        "name": title,
        "scope": f"{title}的建设内容，道路长{total}米。",
        "nature": "新建",
        "period": "2021-2024",
        "total": str(total),
        "in_period": str(total),
        "owner": "建设局",
        **more,
    }


def indicator(name: str, title: str, unit: str, *values: str, **more: Any) -> Data:
    years = ("2020", "2023", "2025")
    return {
        "id": name,
        "name": title,
        "unit": unit,
        "attribute": "预期性",
        "values": dict(zip(years, values, strict=True)),
        **more,
    }


PLAN: Data = {
    "title": "新港区“十四五”规划",
    "period": "2021-2025",
    "milestones": ["2023", "2025"],
    "chapters": [
        {
            "title": "总体要求",
            "sections": [
                {"title": "指导思想", "body": "深入推进科技创新和产业升级，坚持绿色发展。\n\n统筹发展和安全。"},
                {
                    "title": "主要目标",
                    "id": "goals",
                    "body": [
                        "到2025年，规上工业总产值达到[220亿元](=output[2025])，实际拆除[12157户](:=demolished)。",
                        {"table": "targets"},
                        {"list": {"id": "nine", "items": ["高能级平台", "未来社区", "数字大脑"]}},
                        {"box": {"id": "works", "title": "重点工程", "body": ["总投资{{ annex.total }}。"]}},
                    ],
                },
            ],
        },
        {"title": "重点任务", "sections": [{"title": "提升创新能力", "body": "建设创新平台，引进高层次人才。"}]},
        {"title": "保障措施", "body": "加强组织领导，健全考核机制。"},
    ],
    "indicators": [
        {
            "id": "targets",
            "title": "主要指标",
            "columns": {"2020": "实际", "2023": "中期目标", "2025": "目标"},
            "groups": [
                {
                    "title": "创新",
                    "indicators": [
                        indicator("output", "规上工业总产值", "亿元", "78", "120", "220", better="higher"),
                        indicator("energy", "单位产值能耗", "吨标准煤/万元", "0.32", "0.30", "0.28", better="lower"),
                    ],
                },
                {
                    "title": "民生",
                    "indicators": [
                        indicator("water", "水面率", "%", "8.1", "9.0", "10.0", attribute="约束性"),
                        indicator("forest", "森林覆盖率", "%", "21", "22", "23"),
                    ],
                },
            ],
        }
    ],
    "annex": {
        "id": "annex",
        "title": "重大项目安排表",
        "unit": "万元",
        "stated": {"total": "700"},
        "categories": [
            {
                "id": "roads",
                "title": "基础设施",
                "projects": [
                    project("r1", "龙江路市政道路工程", 100),
                    project("r2", "滨海大道改造提升工程", 150),
                    project("r3", "瓯江过江通道前期", 50),
                ],
            },
            {
                "id": "parks",
                "title": "生态保护",
                "projects": [
                    project("p1", "中央公园一期", 180),
                    project("p2", "河道综合整治", 120),
                    project("p3", "绿道网建设", 100),
                ],
            },
        ],
    },
    "tables": [
        {
            "id": "land",
            "title": "用地平衡",
            "unit": "公顷",
            "columns": {"now": "现状", "plan": "规划", "change": {"title": "增加", "formula": "plan - now"}},
            "rows": [
                {"id": "all", "title": "合计", "role": "total"},
                {"id": "built", "title": "建设用地", "now": "120.5", "plan": "160.0"},
                {"id": "green", "title": "绿地", "now": "80", "plan": "95"},
            ],
        }
    ],
    "facts": [{"id": "households", "name": "总户数", "value": "12261户"}],
    "assertions": [{"id": "fewer", "that": "demolished <= households", "because": "拆除户数不超过总户数"}],
    "organizations": [{"id": "jianshe", "name": "建设局"}],
    "glossary": [{"term": "科技城", "avoid": ["高新城"]}],
}


def plan() -> Data:
    """The plan, to be changed."""
    return deepcopy(PLAN)


def tree(data: Data) -> MemoryTree:
    """The plan as a file."""
    return MemoryTree({"plan.yaml": json.dumps(data, ensure_ascii=False, indent=1)})


def linked(data: Data) -> LinkedPlan:
    """The plan as linked."""
    source = read_plan(tree(data)).source
    assert source is not None
    return link(source.plan, source.texts, source.poisoned, source.incomplete)[0]


def projects(data: Data) -> list[list[Data]]:
    """The projects of each category."""
    return [category["projects"] for category in data["annex"]["categories"]]


def indicators(data: Data) -> list[Data]:
    """All indicators."""
    return [i for table in data["indicators"] for group in table["groups"] for i in group["indicators"]]
