"""P12 主题党日方案（通知）: a document of one page that goes out before the theme day."""

from __future__ import annotations

from app.manual.page import Field, FillPage

PAGE = FillPage(
    key="notice",
    code="P12",
    title="主题党日方案（通知）",
    area="plans",
    rows=(
        (Field("title", "标题", required=True, share=5, hint="如 关于开展10月主题党日活动的通知"),),
        (
            Field("addressee", "主送", required=True, hint="如 各党小组"),
            Field("fixed_on", "支委会研究日期", "date"),
        ),
        (
            Field("held_on", "活动日期", "date", required=True),
            Field("time", "时间", required=True, hint="起止时间，如 15:00—16:50"),
        ),
        (
            Field("place", "地点", required=True),
            Field("audience", "参加对象", required=True, hint="如 全体党员，入党积极分子列席"),
        ),
        (Field("theme", "主题", required=True, share=5),),
        (
            Field(
                "agenda",
                "议程",
                "rows",
                required=True,
                columns=(
                    Field("what", "内容", required=True, share=5),
                    Field("minutes", "时长", "number", unit="分钟"),
                    Field("leads", "责任人", "members", share=3),
                ),
            ),
        ),
        (
            Field(
                "materials",
                "学习资料",
                "rows",
                columns=(
                    Field("what", "篇名", required=True, share=5),
                    Field("issuer", "发布单位", share=3),
                    Field("issued_on", "发布日期", "date"),
                ),
            ),
        ),
        (Field("bring", "自备事项", share=5, hint="如 佩戴党徽，带学习笔记本和当月党费"),),
        (
            Field("leave", "请假办法", hint="如 提前一天报组织委员"),
            Field("contact", "联系人", "members", most=1),
        ),
        (
            Field(
                "notified",
                "通知情况",
                share=5,
                hint="怎样通知、何时通知，如 9月30日班前会宣布并发微信群",
            ),
        ),
        (Field("dated_on", "落款日期", "date", required=True),),
    ),
    called_by=("theme",),
    dated_by="dated_on",
    filed_by="held_on",
    monthly=True,
    paper="document",
    hint="活动前三到五天发出；可以从当月的主题党日带出时间、地点、主题和议程。",
    source="domain/pages.md P12；GB/T 9704-2012",
)
