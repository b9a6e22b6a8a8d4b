"""P11 主题党日年度计划表: the twelve months of a year on one sheet across."""

from __future__ import annotations

from app.manual.kinds import CRITICISM_MEETING, LECTURE, MEMBERS_MEETING, OTHER
from app.manual.page import Field, FillPage

MONTHS = Field(
    "months",
    "各月安排",
    "rows",
    required=True,
    most=12,
    columns=(
        Field("month", "月份", "number", required=True, unit="月"),
        Field("planned_on", "计划日期", "date", required=True),
        Field("theme", "主题", required=True, share=4),
        Field("required_leads", "规定动作分工", share=4, hint="如 领读 韩素云；领学 陆景行"),
        Field("optional", "自选动作", share=3),
        Field("owner", "负责人", "members", most=1),
        Field(
            "together_with",
            "同时召开",
            "choice",
            choices=(MEMBERS_MEETING, LECTURE, CRITICISM_MEETING, OTHER),
        ),
        Field("done", "完成情况", share=3, hint="不填时按记录写明"),
    ),
)

PAGE = FillPage(
    key="theme_plan",
    code="P11B",
    title="主题党日年度计划表",
    area="plans",
    rows=((Field("adopted_on", "支委会研究日期", "date"),), (MONTHS,)),
    called_by=("adopted_on",),
    dated_by="adopted_on",
    once=True,
    hint="日期按固定日排好，填上主题和分工；完成情况留空，打印时按当月的记录写明。",
    source="domain/pages.md P11",
)
