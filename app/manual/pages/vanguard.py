"""P07 党员亮身份登记: how each member shows himself and answers for his place of work."""

from __future__ import annotations

from app.manual.page import Field, FillPage

PAGE = FillPage(
    key="vanguard",
    code="P07V",
    title="党员亮身份登记表",
    area="registers",
    rows=(
        (
            Field("member", "姓名", "members", required=True, most=1),
            Field(
                "shown_by",
                "亮身份",
                "choice",
                required=True,
                share=3,
                choices=("佩戴党徽", "岗位牌", "党徽和岗位牌"),
            ),
        ),
        (Field("area", "责任区", required=True, share=4, hint="负责的班组、设备或地段"),),
        (
            Field(
                "post",
                "先锋岗",
                "choice",
                choices=("党员先锋岗", "党员示范岗", "党员突击队", "未设岗"),
                share=3,
            ),
        ),
        (Field("promise", "年度承诺", "text", share=5, hint="一件做得到、说得清的事"),),
        (
            Field(
                "kept",
                "兑现情况",
                "choice",
                choices=("已兑现", "部分兑现", "未兑现"),
            ),
            Field("told", "说明", share=3),
        ),
    ),
    called_by=("member", "area"),
    paper="register",
    signatures=("本人\n签字",),
    hint="每名党员一行：怎样亮身份，负责哪一块，承诺什么；年底填兑现情况。",
    source="domain/one-plus-n-features.md F34、F60、F72",
)
