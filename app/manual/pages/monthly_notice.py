"""P26 月度通报: a document on how the month's theme day went."""

from __future__ import annotations

from app.manual.page import Field, FillPage

PAGE = FillPage(
    key="monthly_notice",
    code="P26C",
    title="月度通报",
    area="inspection",
    rows=(
        (Field("title", "标题", required=True, share=5),),
        (
            Field("addressee", "主送", required=True, hint="如 各党小组"),
            Field("author", "落款", hint="不填就是本支部"),
        ),
        (
            Field(
                "text",
                "正文",
                "text",
                required=True,
                fills=True,
                hint="开展情况、到会和补学、党费、规定动作、上月整改、存在的问题、下步要求",
            ),
        ),
        (Field("dated_on", "落款日期", "date", required=True),),
    ),
    called_by=("title",),
    filed_by="dated_on",
    monthly=True,
    paper="document",
    hint="每月督查后通报一次，在下次支委会上读。",
    kept=(
        Field("month", "通报月份"),
        Field(
            "figures",
            "起草时的数",
            "rows",
            columns=(
                Field("name", "名称"),
                Field("value", "数"),
                Field("told", "正文里的话"),
                Field("records", "依据记录"),
            ),
        ),
    ),
    source="domain/pages.md P26；GB/T 9704-2012",
)
