"""P04 党支部基本情况: what the branch's page says besides what the records know."""

from __future__ import annotations

from app.manual.page import Field, FillPage

PAGE = FillPage(
    key="branch_profile",
    code="P04",
    title="党支部基本情况",
    area="registers",
    rows=(
        (
            Field("unit", "所在单位", required=True),
            Field("code", "组织编码"),
        ),
        (
            Field("founded_on", "成立时间", "date"),
            Field("phone", "联系电话"),
        ),
        (Field("address", "办公地址", share=5),),
        (
            Field(
                "introduction",
                "支部介绍",
                "text",
                fills=True,
                hint="100—400字：沿革、队伍、特色和获得的荣誉",
            ),
        ),
    ),
    called_by=("unit",),
    once=True,
    paper="elsewhere",
    hint="支部名称、上级党组织、任期和各项人数已经在支部设置和名册里，这里只填其余的，一起印在基本情况页上。",
    source="domain/pages.md P04",
)
