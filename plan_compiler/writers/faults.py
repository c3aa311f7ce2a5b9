"""What can go wrong while the outputs are written: the kinds of diagnostic of this floor."""

from plan_compiler.diagnostics import Kind, Message, Severity

THEME_UNKNOWN = Kind(
    "OUT101",
    "unknown-theme",
    Severity.ERROR,
    Message("没有这个版式", "there is no such theme"),
    {
        "message": Message("找不到版式“{name}”", "there is no theme “{name}”"),
        "hint": Message(
            "可用的版式：{themes}；自定版式放在 templates/{name}/theme.yaml",
            "available: {themes}; a theme of your own goes into templates/{name}/theme.yaml",
        ),
    },
)
THEME_INVALID = Kind(
    "OUT102",
    "invalid-theme",
    Severity.ERROR,
    Message("版式文件有误", "theme.yaml is not valid"),
    {
        "message": Message("版式设置 {field} 有误：{reason}", "theme setting {field}: {reason}"),
        "hint": Message(
            "可对照内置版式 gongwen 的 theme.yaml 修改", "compare it with the theme.yaml of the built-in theme gongwen"
        ),
    },
)
TEMPLATE_FAULT = Kind(
    "OUT103",
    "template-fault",
    Severity.ERROR,
    Message("模板有误", "a template of the theme cannot be used"),
    {"message": Message("模板无法使用：{reason}", "the template cannot be used: {reason}")},
)
KINDS = (THEME_UNKNOWN, THEME_INVALID, TEMPLATE_FAULT)
