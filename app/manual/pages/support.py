"""P25 帮扶和思想疏导记录: one page a person and occasion."""

from __future__ import annotations

from app.manual import words
from app.manual.page import Field, FillPage

KINDS = ("思想困惑", "牢骚情绪", "困难帮扶")

PAGE = FillPage(
    key="support",
    code="P25",
    title="帮扶和思想疏导记录",
    area="registers",
    rows=(
        (
            Field("partner", "对象", "members", required=True, most=1, guests=True),
            Field("gender", "性别", "choice", choices=words.GENDERS),
        ),
        (Field("partner_post", "政治面貌及岗位", required=True, hint="如 中共党员，皮带司机"),),
        (
            Field("kind", "情况类别", "choice", required=True, choices=KINDS),
            Field("raised_on", "反映日期", "date", required=True),
        ),
        (
            Field(
                "situation",
                "困难困惑情况",
                "text",
                required=True,
                fills=True,
                lines=4,
            ),
        ),
        (
            Field("helpers", "帮扶党员", "members", required=True),
            Field("answered_on", "回应日期", "date", hint="第一次谈话或帮扶"),
        ),
        (Field("measures", "措施", "text", required=True, fills=True, lines=4),),
        (
            Field("amount_fen", "慰问金额（元）", "money"),
            Field("visited_on", "回访日期", "date"),
        ),
        (Field("result", "结果", "text", fills=True, lines=3),),
    ),
    called_by=("partner", "kind"),
    filed_by="raised_on",
    monthly=True,
    signatures=("帮扶党员\n签字", "帮扶对象\n签字"),
    hint="党员群众的思想困惑、牢骚情绪和实际困难，谁去谈、怎样帮、结果如何；从反映到回应的天数由程序算出。",
    source="domain/pages.md P25",
)
