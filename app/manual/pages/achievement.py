"""P10 党员业绩登记: a register of what members achieved, whether it was awarded or not."""

from __future__ import annotations

from app.manual.page import Field, FillPage

PAGE = FillPage(
    key="achievement",
    code="P10E",
    title="党员业绩登记表",
    area="registers",
    rows=(
        (
            Field("member", "姓名", "members", required=True, most=1),
            Field("noted_on", "日期", "date", required=True),
        ),
        (
            Field(
                "kind",
                "类别",
                "choice",
                required=True,
                choices=("岗位业绩", "技术本领", "创新成果", "突出贡献"),
            ),
        ),
        (Field("what", "业绩", "text", required=True, share=5, hint="写清数量和结果"),),
        (Field("shown_by", "证明人或材料", share=3),),
    ),
    called_by=("member", "what"),
    filed_by="noted_on",
    paper="register",
    hint="党员不平凡的贡献、过人的本事、出色的业绩，一项一行。",
    source="domain/one-plus-n-features.md F73",
)
