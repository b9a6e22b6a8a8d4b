"""P20 谈心谈话记录: one page a talk."""

from __future__ import annotations

from app.manual.page import Field, FillPage

KINDS = (
    "支委之间",
    "支委与党员",
    "党员之间",
    "与群众",
    "任前谈话",
    "提醒谈话",
    "入党谈话",
    "关怀谈话",
)

PAGE = FillPage(
    key="talk",
    code="P20",
    title="谈心谈话记录",
    area="registers",
    rows=(
        (
            Field("held_on", "谈话日期", "date", required=True),
            Field("time", "谈话时间", required=True, hint="起止时间，如 16:30—17:20"),
        ),
        (
            Field("place", "谈话地点", required=True),
            Field("kind", "谈话类型", "choice", required=True, choices=KINDS),
        ),
        (
            Field("talker", "谈话人", "members", required=True, most=1),
            Field("talker_post", "职务", required=True, hint="如 支部书记"),
        ),
        (
            Field("partner", "谈话对象", "members", required=True, most=1, guests=True),
            Field("partner_post", "政治面貌及岗位", required=True, hint="如 中共党员，电机车司机"),
        ),
        (Field("reason", "谈话事由", required=True),),
        (Field("text", "谈话内容", "text", required=True, fills=True, hint="双方谈话的要点"),),
        (Field("opinion", "意见建议或困难", "text"),),
        (
            Field(
                "follow_up",
                "跟进",
                "rows",
                columns=(
                    Field("what", "事项", required=True, share=5),
                    Field("owner", "责任人", "members", required=True, most=1),
                    Field("due_on", "时限", "date"),
                    Field("result", "结果", share=3),
                ),
            ),
        ),
        (Field("effect", "效果", "text", hint="回访日期和情况"),),
    ),
    called_by=("partner", "reason"),
    filed_by="held_on",
    monthly=True,
    signatures=("谈话人签字", "谈话对象\n签字"),
    hint="谈话的当天或次日记下双方说的要点；没有谈的不补写。",
    source="domain/pages.md P20",
)
