"""P24 (e) 党费使用登记: a register of the year."""

from __future__ import annotations

from app.manual.page import Field, FillPage

PAGE = FillPage(
    key="dues_use",
    code="P24E",
    title="党费使用登记表",
    area="registers",
    rows=(
        (
            Field("used_on", "日期", "date", required=True),
            Field("amount_fen", "金额（元）", "money", required=True),
        ),
        (
            Field(
                "category",
                "用途类别",
                "choice",
                required=True,
                choices=(
                    "培训党员",
                    "订阅购买学习资料",
                    "表彰先进",
                    "补助生活困难党员",
                    "补助受灾党员群众",
                    "其他",
                ),
            ),
            Field("voucher", "凭证号"),
        ),
        (Field("purpose", "具体用途", required=True, share=5),),
        (
            Field("approved_by", "批准人", "members", required=True, most=1, guests=True),
            Field("handled_by", "经手人", "members", most=1),
        ),
    ),
    called_by=("purpose",),
    filed_by="used_on",
    paper="register",
    signatures=("经手人签字",),
    hint="下拨或返还本支部的党费怎样用的，一笔一行。",
    source="domain/pages.md P24 (e)",
)
