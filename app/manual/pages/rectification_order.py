"""P26 督查整改通知书: one problem, what is asked for, and how it was closed."""

from __future__ import annotations

from app.manual.page import Field, FillPage

WAITING, CLOSED = "待整改", "已销号"

PAGE = FillPage(
    key="rectification_order",
    code="P26B",
    title="督查整改通知书",
    area="inspection",
    rows=(
        (
            Field("number", "编号", required=True, hint="如 2025-03"),
            Field("issued_on", "下达日期", "date", required=True),
        ),
        (Field("problem", "问题", required=True, share=5),),
        (Field("basis", "依据", share=4, hint="违反了哪项规定，或见于哪次督查"),),
        (Field("demand", "整改要求", "text", required=True, lines=3),),
        (
            Field("owner", "责任人", "members", required=True),
            Field("due_on", "整改期限", "date", required=True),
        ),
        (Field("result", "整改结果", "text", fills=True, hint="做了什么，何时做完"),),
        (
            Field("checker", "复查人", "members", most=1, guests=True),
            Field("checked_on", "复查日期", "date"),
        ),
        (
            Field(
                "state",
                "销号情况",
                "choice",
                choices=(WAITING, "整改中", "待复查", CLOSED),
            ),
        ),
    ),
    called_by=("number", "problem"),
    filed_by="issued_on",
    monthly=True,
    signatures=("督查人签字", "责任人签字", "复查人签字"),
    hint="一个问题一张，复查合格后销号；全年的问题另印成台账。",
    source="domain/pages.md P26",
)
