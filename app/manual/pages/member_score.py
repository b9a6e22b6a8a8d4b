"""P27 党员积分: one page for each member and year."""

from __future__ import annotations

from app.manual.counts import MEMBER_COUNTS
from app.manual.page import Field, FillPage

ADDED, DEDUCTED = "加分", "扣分"

PAGE = FillPage(
    key="member_score",
    code="P27A",
    title="党员积分登记表",
    area="inspection",
    rows=(
        (
            Field("member", "姓名", "members", required=True, most=1),
            Field("settled_on", "核定日期", "date", hint="填了以后不再重算"),
        ),
        (
            Field(
                "items",
                "积分情况",
                "rows",
                required=True,
                columns=(
                    Field("item", "项目", required=True),
                    Field(
                        "counts", "程序计次", "choice", choices=MEMBER_COUNTS, share=3, hidden=True
                    ),
                    Field("standard", "标准"),
                    Field(
                        "way",
                        "加减",
                        "choice",
                        required=True,
                        choices=(ADDED, DEDUCTED),
                        share=1,
                    ),
                    Field("points_tenths", "每次分值", "number", required=True, places=1),
                    Field("times", "次数", "number"),
                    Field("most_tenths", "封顶", "number", places=1),
                    Field("grounds", "依据", share=4, hint="哪次记录"),
                    Field("computed", "程序摘要", hidden=True),
                ),
            ),
        ),
    ),
    called_by=("member",),
    dated_by="settled_on",
    signatures=("本人确认\n签字", "支部书记\n签字"),
    hint="点“算分和打印”，选“一键算分”，按考核办法从全年记录算出每名党员的积分；改过的行程序不动。",
    source="domain/pages.md P27",
)
