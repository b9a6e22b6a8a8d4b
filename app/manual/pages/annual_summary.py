"""P29 年度工作总结: a document, with the year's figures computed beside it."""

from __future__ import annotations

from app.manual.page import Field, FillPage

PAGE = FillPage(
    key="annual_summary",
    code="P29",
    title="年度工作总结",
    area="plans",
    rows=(
        (Field("title", "标题", required=True, hint="如 ××党支部2025年度工作总结"),),
        (
            Field(
                "text",
                "正文",
                "text",
                required=True,
                fills=True,
                hint="标题写“一、”“（一）”“1.”，打印时自动换成规定的字体",
            ),
        ),
        (Field("dated_on", "成文日期", "date", required=True),),
    ),
    called_by=("title",),
    dated_by="dated_on",
    once=True,
    paper="document",
    hint="全年数字由程序从记录里算出，印在正文后面。",
    source="domain/pages.md P29；GB/T 9704-2012",
)
