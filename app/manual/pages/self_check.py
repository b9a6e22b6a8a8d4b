"""P18 党员对照检查表: what a member finds wanting in himself before the criticism meeting."""

from __future__ import annotations

from app.manual.page import Field, FillPage

GAPS = Field(
    "gaps",
    "对照检查",
    "rows",
    required=True,
    columns=(
        Field(
            "against",
            "对照",
            "choice",
            required=True,
            choices=("对照党章", "对照先进", "对照职责"),
        ),
        Field("gap", "差距和不足", required=True, share=4),
        Field("measure", "改进措施", required=True, share=4),
        Field("due_on", "时限", "date"),
    ),
)

ASPECTS = Field(
    "aspects",
    "自评",
    "rows",
    columns=(
        Field("aspect", "方面", required=True, share=2),
        Field("grade", "自评", "choice", choices=("好", "较好", "一般", "差")),
        Field("shown", "事例", share=5),
    ),
)

PAGE = FillPage(
    key="self_check",
    code="P18S",
    title="党员对照检查表",
    area="registers",
    rows=(
        (
            Field("member", "姓名", "members", required=True, most=1),
            Field("checked_on", "对照日期", "date", required=True),
        ),
        (ASPECTS,),
        (GAPS,),
        (Field("asked", "征求到的意见", "text", lines=3, hint="谈心谈话时别人提的意见"),),
    ),
    called_by=("member",),
    filed_by="checked_on",
    signatures=("本人签字",),
    hint="对照党章找差距，对照先进找不足；组织生活会上的自我批评可以从这里带出。",
    source="domain/one-plus-n-features.md F35、F62、F63",
)
