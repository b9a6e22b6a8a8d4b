"""P10 集体荣誉登记: a register of what the branch as a whole was honoured with."""

from __future__ import annotations

from app.manual.page import Field, FillPage
from app.manual.pages.award import LEVELS

PAGE = FillPage(
    key="honour",
    code="P10D",
    title="集体荣誉登记表",
    area="registers",
    rows=(
        (Field("title", "荣誉名称", required=True, share=4),),
        (
            Field("awarded_on", "日期", "date", required=True),
            Field("level", "级别", "choice", choices=LEVELS),
        ),
        (Field("awarded_by", "授予单位", required=True, share=4),),
        (Field("number", "文号", share=4),),
        (Field("reason", "事由", share=4),),
    ),
    called_by=("title",),
    filed_by="awarded_on",
    paper="register",
    hint="党支部和党小组得到的集体荣誉，一项一行；党员个人的奖励另有登记。",
    source="domain/one-plus-n-features.md F67",
)
