"""P11 年度任务清单: what the unit has to achieve in the year, for theme days to serve."""

from __future__ import annotations

from app.manual.page import Field, FillPage

TARGETS = Field(
    "targets",
    "年度任务",
    "rows",
    required=True,
    columns=(
        Field("name", "任务", required=True, share=3),
        Field("goal", "目标", required=True, share=3),
        Field("owner", "负责人", "members", most=1),
        Field("result", "完成情况", share=3),
    ),
)

PAGE = FillPage(
    key="work_targets",
    code="P11C",
    title="年度任务清单",
    area="plans",
    rows=(
        (
            Field("unit", "单位", required=True, hint="如 运输区"),
            Field("set_on", "下达日期", "date"),
        ),
        (TARGETS,),
    ),
    called_by=("unit",),
    dated_by="set_on",
    once=True,
    hint="区科一年的任务目标；主题党日写明服务哪一项，年底看各项任务开展了哪些活动。",
    source="domain/one-plus-n-features.md F16、F76",
)
