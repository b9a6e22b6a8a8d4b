"""P30 移交记录: what one secretary hands over to the next."""

from __future__ import annotations

from app.manual.page import Field, FillPage

PAGE = FillPage(
    key="handover",
    code="P30A",
    title="工作手册移交记录",
    area="registers",
    rows=(
        (
            Field("handed_on", "移交日期", "date", required=True),
            Field("place", "移交地点"),
        ),
        (Field("reason", "移交事由", required=True, share=5, hint="如 书记工作调动"),),
        (
            Field(
                "items",
                "移交内容",
                "rows",
                required=True,
                columns=(
                    Field("what", "名称", required=True, share=5),
                    Field("volumes", "册数", "number", required=True, unit="册"),
                    Field("span", "起止", share=5, hint="起止年月或页码"),
                    Field("remark", "备注", share=3),
                ),
            ),
        ),
        (Field("note", "说明", "text", fills=True, hint="未办结的事项、缺页及原因"),),
        (
            Field("handed_by", "移交人", "members", required=True, most=1),
            Field("taken_by", "接收人", "members", required=True, most=1, guests=True),
            Field("witness", "监交人", "members", required=True, most=1, guests=True),
        ),
    ),
    called_by=("handed_on", "taken_by"),
    filed_by="handed_on",
    signatures=("移交人签字", "接收人签字", "监交人签字"),
    hint="换人时当面点清，三方签字，双方各留一份。",
    source="domain/pages.md P30",
)
