"""P24 (d) 党费上缴: what was handed up for which months."""

from __future__ import annotations

from app.manual.page import Field, FillPage

PAGE = FillPage(
    key="dues_handover",
    code="P24D",
    title="党费上缴报表",
    area="registers",
    rows=(
        (
            Field("period_from", "起始月份", required=True, hint="如 2025-01"),
            Field("period_to", "截止月份", required=True, hint="如 2025-03"),
        ),
        (
            Field("handed_on", "上缴日期", "date", required=True),
            Field("amount_fen", "上缴金额（元）", "money", required=True),
        ),
        (
            Field("voucher", "凭证号", hint="银行回单号或收据号"),
            Field("handed_by", "报送人", "members", most=1),
        ),
        (
            Field("received_by", "接收人", hint="上级党组织的收款人"),
            Field("published_on", "公布日期", "date", hint="每年至少公布一次"),
        ),
    ),
    called_by=("period_from", "period_to"),
    filed_by="handed_on",
    paper="elsewhere",
    hint="按季或按月上缴一次登记一次；人数和应交数由党费表算出。",
    source="domain/pages.md P24 (d)",
)
