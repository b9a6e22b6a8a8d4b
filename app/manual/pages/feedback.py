"""P13 活动反馈: what members thought of a theme day, without names, and what they had learned."""

from __future__ import annotations

from app.manual.page import Field, FillPage

PAGE = FillPage(
    key="feedback",
    code="P13F",
    title="主题党日反馈表",
    area="registers",
    rows=(
        (
            Field("held_on", "活动日期", "date", required=True),
            Field("theme", "主题"),
        ),
        (
            Field("given_out", "发出", "number", unit="份"),
            Field("returned", "收回", "number", unit="份"),
        ),
        (
            Field("satisfied", "满意", "number", unit="人"),
            Field("fair", "基本满意", "number", unit="人"),
            Field("unsatisfied", "不满意", "number", unit="人"),
        ),
        (
            Field(
                "feelings",
                "感受",
                "text",
                lines=4,
                fills=True,
                hint="敬畏感、归属感、神圣感、责任感；不记名，只记话",
            ),
        ),
        (
            Field(
                "questions",
                "学习抽问",
                "rows",
                columns=(
                    Field("member", "姓名", "members", required=True, most=1),
                    Field("question", "问题", required=True, share=5),
                    Field(
                        "answer",
                        "回答",
                        "choice",
                        choices=("答出", "基本答出", "没有答出"),
                    ),
                ),
            ),
        ),
        (Field("suggestions", "建议", "text", lines=3),),
        (
            Field(
                "follow_up",
                "活动回顾",
                "text",
                lines=3,
                hint="要解决什么问题，达到了没有，下次怎样改",
            ),
        ),
    ),
    called_by=("held_on",),
    filed_by="held_on",
    monthly=True,
    hint="想听听大家的意见时填，不是必填；意见不记姓名。",
    source="domain/one-plus-n-features.md F33、F39、F58",
)
