"""P29 书记述职报告: a document of the secretary's own."""

from __future__ import annotations

from app.manual.page import Field, FillPage

PAGE = FillPage(
    key="work_report",
    code="P29B",
    title="书记述职报告",
    area="plans",
    rows=(
        (Field("title", "标题", required=True, share=5, hint="如 2025年度抓党建工作述职报告"),),
        (Field("author", "述职人", required=True, hint="如 ××党支部书记 周启明"),),
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
        (Field("dated_on", "落款日期", "date", required=True),),
    ),
    called_by=("title",),
    dated_by="dated_on",
    once=True,
    paper="document",
    hint="讲做了什么、差在哪里、下步怎么办；会上宣读后归档。",
    source="domain/pages.md P29；GB/T 9704-2012",
)
