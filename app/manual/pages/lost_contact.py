"""P09 失去联系党员登记: one page a person, with every attempt to find him."""

from __future__ import annotations

from app.manual.page import Field, FillPage

CIRCUMSTANCES = (
    "①外出务工经商",
    "②单位改制或破产",
    "③毕业后去向不明",
    "④工作单位改变",
    "⑤出国（境）",
    "⑥居住地改变",
    "⑦其他",
)
FOUND = "已恢复联系"
MEASURES = ("继续查找", FOUND, "停止党籍", "按自行脱党除名")

PAGE = FillPage(
    key="lost_contact",
    code="P09C",
    title="失去联系党员登记表",
    area="registers",
    rows=(
        (
            Field("member", "姓名", "members", required=True, most=1),
            Field("circumstance", "失联情形", "choice", required=True, choices=CIRCUMSTANCES),
        ),
        (
            Field(
                "last_on",
                "失联起算日期",
                "date",
                required=True,
                hint="最近一次参加组织生活或交纳党费之日",
            ),
            Field("found_on", "发现日期", "date", required=True),
        ),
        (
            Field(
                "searches",
                "查找经过",
                "rows",
                columns=(
                    Field("on", "日期", "date", required=True),
                    Field("how", "查找方式", required=True),
                    Field("by", "查找人", "members", most=1),
                    Field("result", "经过和结果", required=True, share=5),
                ),
            ),
        ),
        (Field("result", "查找结果", "text", fills=True, lines=3),),
        (
            Field("measure", "处理", "choice", choices=MEASURES),
            Field("decided_on", "决定日期", "date"),
        ),
        (Field("decided_by", "决定机关", hint="支部党员大会或上级党组织", share=5),),
    ),
    called_by=("member",),
    filed_by="found_on",
    signatures=("填表人\n签字", "支部书记\n签字"),
    hint="失去联系的时间从最近一次参加组织生活或交纳党费之日算起；每次查找都记一行。",
    source="domain/pages.md P09；domain/rules.md 3.7",
)
