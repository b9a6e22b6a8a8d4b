"""P27 支部考核表: the branch's own score and the one it was given."""

from __future__ import annotations

from app.manual import counts
from app.manual.page import Field, FillPage

# What a branch without a scheme of its own is assessed by: item, weight, standard, and what of the
# records is counted; weights add up to 100.
# Source: items of `domain/calendar-and-faults.md` 5.3, in our own words.
ITEMS = (
    ("支部党员大会", 10, "每季度至少一次，记录完整", counts.MEMBERS_MEETINGS),
    ("支部委员会会议", 10, "每月至少一次，记录完整", counts.COMMITTEE_MEETINGS),
    ("党小组会", 8, "每月至少一次，各组都有记录", counts.GROUP_MEETINGS),
    ("党课", 10, "每季度至少一次，有讲稿", counts.LECTURES_HELD),
    ("主题党日", 20, "每月一次，五个规定动作齐全", counts.ACTIONS_COMPLETE),
    ("组织生活会和民主评议", 10, "按期召开，问题有整改", counts.CRITICISM_HELD),
    ("党费", 10, "按月足额收缴，按期上缴公布", counts.DUES_COLLECTED),
    ("学习、考勤和补课", 8, "笔记按数记，缺席都补课", counts.MADE_UP),
    ("督查整改", 8, "问题按期整改销号", counts.MENDED),
    ("手册填写", 6, "及时、真实、规范", counts.RECORDED),
)

PAGE = FillPage(
    key="branch_score",
    code="P27B",
    title="年度考核表",
    area="inspection",
    rows=(
        (
            Field("assessed_on", "考核日期", "date", required=True),
            Field("unit", "考核单位", hint="如 矿党委组织部"),
        ),
        (
            Field(
                "items",
                "考核情况",
                "rows",
                required=True,
                columns=(
                    Field("item", "考核项目", required=True, share=4),
                    Field(
                        "counts",
                        "程序自评",
                        "choice",
                        choices=counts.BRANCH_COUNTS,
                        share=3,
                        hidden=True,
                    ),
                    Field("weight", "分值", "number", required=True),
                    Field("standard", "评分标准", share=4),
                    Field("own_tenths", "自评", "number", places=1),
                    Field("given_tenths", "考评", "number", places=1),
                    Field("reason", "扣分原因", share=5),
                    Field("computed", "程序摘要", hidden=True),
                ),
            ),
        ),
        (
            Field(
                "grade",
                "书记述职评议等次",
                "choice",
                choices=("好", "较好", "一般", "差"),
            ),
        ),
    ),
    called_by=("assessed_on", "unit"),
    dated_by="assessed_on",
    once=True,
    signatures=("支部书记\n签字", "考核人签字"),
    hint="“算自评分”按全年记录算；算不出的和改过的行不动。项目、分值和标准可以改，分值合计100。",
    source="domain/pages.md P27",
)
