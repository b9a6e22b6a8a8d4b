"""P10 党员奖励登记: a register of the year."""

from __future__ import annotations

from app.manual.page import Field, FillPage

LEVELS = ("中央", "省部级", "市厅级", "县处级", "基层党委", "党支部", "其他")

PAGE = FillPage(
    key="award",
    code="P10A",
    title="党员奖励登记表",
    area="registers",
    rows=(
        (
            Field("member", "姓名", "members", required=True, most=1),
            Field("awarded_on", "日期", "date", required=True),
        ),
        (Field("title", "奖励名称", required=True, share=4),),
        (
            Field("awarded_by", "授予单位", required=True, share=4),
            Field("level", "级别", "choice", choices=LEVELS),
        ),
        (Field("number", "文号", share=4),),
        (Field("reason", "事由", share=4),),
    ),
    called_by=("member", "title"),
    filed_by="awarded_on",
    paper="register",
    hint="党组织授予的奖励，一项一行。",
    source="domain/pages.md P10",
)
