"""P09 党员组织关系转接登记: a register of the year."""

from __future__ import annotations

from app.manual.page import Field, FillPage

PAGE = FillPage(
    key="transfer",
    code="P09A",
    title="党员组织关系转接登记表",
    area="registers",
    rows=(
        (
            Field("kind", "变动类型", "choice", required=True, choices=("转入", "转出")),
            Field("member", "姓名", "members", required=True, most=1, guests=True, share=3),
        ),
        (Field("left_from", "由何处调出", required=True, share=4),),
        (Field("came_to", "由何处调入", required=True, share=4),),
        (
            Field("left_on", "调出日期", "date", required=True),
            Field("came_on", "调入日期", "date"),
        ),
        (
            Field("letter", "介绍信编号", share=3),
            Field("valid_days", "有效期", "number", unit="天"),
        ),
        (
            Field("receipt_on", "回执日期", "date"),
            Field("paid_to", "党费交至", share=3, hint="如 2025-02"),
        ),
        (Field("note", "备注", share=3),),
    ),
    called_by=("member", "kind"),
    filed_by="left_on",
    paper="register",
    hint="组织关系转入转出，一次一行；名册里的到来和离开日期另在党员名册中填写。",
    source="domain/pages.md P09",
)
