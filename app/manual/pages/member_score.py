"""P27 党员积分: one page for each member and year."""

from __future__ import annotations

from app.manual.page import Field, FillPage

ADDED, DEDUCTED = "加分", "扣分"

# What a new page begins with: item, standard, which way, tenths each time, most in tenths.
# Source: `domain/calendar-and-faults.md` 5.3.
ITEMS = (
    ("参加三会一课", "每次加3分", ADDED, 30, 120),
    ("参加主题党日", "每次加2分", ADDED, 20, 80),
    ("参加集中学习", "每次加2分", ADDED, 20, 120),
    ("学习笔记", "每篇加1分", ADDED, 10, None),
    ("无故缺席", "每次扣3分", DEDUCTED, 30, None),
    ("迟到早退", "每次扣0.5分", DEDUCTED, 5, None),
    ("缺学习笔记", "每篇扣2分", DEDUCTED, 20, None),
    ("催缴党费", "每次扣2分", DEDUCTED, 20, None),
)

PAGE = FillPage(
    key="member_score",
    code="P27A",
    title="党员积分登记表",
    area="inspection",
    rows=(
        (
            Field("member", "姓名", "members", required=True, most=1),
            Field("settled_on", "核定日期", "date"),
        ),
        (
            Field(
                "items",
                "积分情况",
                "rows",
                required=True,
                columns=(
                    Field("item", "项目", required=True, share=3),
                    Field("standard", "标准", share=3),
                    Field("way", "加减", "choice", required=True, choices=(ADDED, DEDUCTED)),
                    Field("points_tenths", "每次分值", "number", required=True, places=1),
                    Field("times", "次数", "number"),
                    Field("most_tenths", "封顶", "number", places=1),
                    Field("grounds", "依据", share=3, hint="哪次记录"),
                ),
            ),
        ),
    ),
    called_by=("member",),
    signatures=("本人确认\n签字", "支部书记\n签字"),
    hint="每次加或扣多少、共几次，有封顶的写上；得分和总分由程序算出。",
    source="domain/pages.md P27",
)
