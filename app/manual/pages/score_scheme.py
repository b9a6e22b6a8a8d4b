"""P27 考核办法: what members and branch are assessed by, from a day on."""

from __future__ import annotations

from dataclasses import replace

from app.manual import counts
from app.manual.page import Field, FillPage
from app.manual.pages import branch_score, member_score
from app.manual.pages.member_score import ADDED, DEDUCTED

# What a branch without a scheme of its own assesses members by: item, what is counted, standard,
# which way, tenths each time, most in tenths.
# Source: `domain/calendar-and-faults.md` 5.3 (S59–S61); where it names no number, our own default.
ITEMS = (
    ("参加三会一课", counts.THREE_MEETINGS, "每次3分", ADDED, 30, 120),
    ("参加主题党日", counts.THEME_DAYS, "每次2分", ADDED, 20, 80),
    ("参加集中学习", counts.STUDY, "每次2分", ADDED, 20, 120),
    ("按月交党费", counts.DUES_ON_TIME, "每月0.5分", ADDED, 5, 60),
    ("学习笔记", counts.NOTES, "每篇1分", ADDED, 10, 240),
    ("谈体会", counts.REFLECTIONS, "每次2分", ADDED, 20, 100),
    ("讲党课", counts.LECTURES, "每次5分", ADDED, 50, 100),
    ("服务和帮扶", counts.SERVICE, "每次2分", ADDED, 20, 100),
    ("受到奖励", counts.AWARDS, "每项5分", ADDED, 50, 100),
    ("请假", counts.ON_LEAVE, "只计次数", DEDUCTED, 0, None),
    ("缺席未补学", counts.NOT_MADE_UP, "每次扣2分", DEDUCTED, 20, None),
    ("无故缺席", counts.UNEXCUSED, "每次扣3分", DEDUCTED, 30, None),
    ("迟到早退", counts.LATE, "每次扣0.5分", DEDUCTED, 5, None),
    ("缺学习笔记", counts.NOTES_MISSING, "每篇扣2分", DEDUCTED, 20, None),
    ("催缴党费", counts.DUES_LATE, "每月扣2分", DEDUCTED, 20, None),
    ("受到组织处置", counts.MEASURES, "每次扣5分", DEDUCTED, 50, None),
    ("受到处分", counts.PENALTIES, "每次扣10分", DEDUCTED, 100, None),
)

_MEMBER_COLUMNS = ("item", "counts", "standard", "way", "points_tenths", "most_tenths")
_BRANCH_COLUMNS = ("item", "counts", "weight", "standard")


def _columns(page: FillPage, names: tuple[str, ...]) -> tuple[Field, ...]:
    """Return columns of the assessed page; here what is counted is chosen too."""
    by_name = {field.name: field for field in page.field("items").columns}
    return tuple(replace(by_name[name], hidden=False) for name in names)


PAGE = FillPage(
    key="score_scheme",
    code="P27S",
    title="考核办法",
    area="inspection",
    rows=(
        (
            Field("name", "名称", required=True),
            Field("from_on", "执行日期", "date", required=True),
        ),
        (
            Field(
                "items",
                "党员积分项目",
                "rows",
                required=True,
                columns=_columns(member_score.PAGE, _MEMBER_COLUMNS),
            ),
        ),
        (
            Field(
                "branch_items",
                "支部考核项目",
                "rows",
                required=True,
                columns=_columns(branch_score.PAGE, _BRANCH_COLUMNS),
            ),
        ),
    ),
    called_by=("name", "from_on"),
    dated_by="from_on",
    signatures=("支部书记\n签字",),
    hint="项目、分值和封顶可以改，写明从哪天起执行。一年按当年12月31日执行的办法算，已核定的年份不变。",
    source="domain/pages.md P27；domain/calendar-and-faults.md 5.3",
)
