"""P10 党员处分登记: one page a case."""

from __future__ import annotations

from app.manual.page import Field, FillPage

SORTS = ("党纪处分", "政务处分")
PENALTIES = (
    "警告",
    "严重警告",
    "撤销党内职务",
    "留党察看",
    "开除党籍",
    "记过",
    "记大过",
    "降级",
    "撤职",
    "开除",
)

PAGE = FillPage(
    key="discipline",
    code="P10B",
    title="党员处分登记表",
    area="registers",
    rows=(
        (
            Field("member", "姓名", "members", required=True, most=1),
            Field("sort", "类别", "choice", required=True, choices=SORTS),
        ),
        (
            Field("penalty", "处分种类", "choice", required=True, choices=PENALTIES),
            Field("decided_on", "日期", "date", required=True),
        ),
        (
            Field("approved_by", "批准机关", required=True),
            Field("number", "文号"),
        ),
        (
            Field(
                "reason",
                "事由与依据",
                "text",
                required=True,
                fills=True,
                lines=5,
                hint="违纪事实和所依据的条款",
            ),
        ),
        (
            Field("meeting_on", "大会日期", "date"),
            Field("vote", "表决", hint="应到、实到、赞成"),
        ),
        (Field("reply", "上级批复", share=5),),
        (
            Field("term", "期限", hint="如 一年"),
            Field("ended_on", "解除日期", "date"),
        ),
        (Field("note", "恢复权利情况", "text"),),
    ),
    called_by=("member", "penalty"),
    filed_by="decided_on",
    signatures=("本人签字", "支部书记\n签字"),
    hint="支部大会讨论、上级批准的处分，一案一页；留党察看期间没有表决权，另在党员名册中注明。",
    source="domain/pages.md P10；《中国共产党纪律处分条例》",
)
