"""P11 年度工作计划: a document, with the meeting that adopted it under its title."""

from __future__ import annotations

from app.manual.kinds import COMMITTEE_MEETING, MEMBERS_MEETING
from app.manual.page import Field, FillPage

PAGE = FillPage(
    key="annual_plan",
    code="P11A",
    title="年度工作计划",
    area="plans",
    rows=(
        (Field("title", "标题", required=True, share=5, hint="如 2025年度支部工作计划"),),
        (
            Field("number", "文号", hint="没有就不填"),
            Field("addressee", "主送", hint="如 各党小组"),
        ),
        (
            Field(
                "text",
                "正文",
                "text",
                required=True,
                fills=True,
                hint="每项工作写明时间、措施、负责人、督查；标题写“一、”“（一）”“1.”，打印时自动换字体",
            ),
        ),
        (
            Field(
                "adopted_by",
                "通过计划的会议",
                "choice",
                choices=(MEMBERS_MEETING, COMMITTEE_MEETING),
            ),
            Field("adopted_on", "会议日期", "date"),
        ),
        (Field("dated_on", "落款日期", "date", required=True),),
    ),
    called_by=("title",),
    dated_by="dated_on",
    once=True,
    paper="document",
    hint="一月讨论通过；会议和日期印在标题下面。",
    source="domain/pages.md P11；GB/T 9704-2012",
)
