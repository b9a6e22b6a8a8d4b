"""Monthly reports of made-up branches, as small or as large as a test asks for."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from app.manual.actions import REQUIRED_ACTIONS
from app.manual.faults import fault_spec
from app.rules import month_figures as names
from app.rules.branch_report import (
    BranchReport,
    ReportedDay,
    ReportedFigure,
    ReportedFinding,
    ReportedItem,
)
from app.rules.dues import yuan
from app.rules.timing import ON_TIME

MONTH = "2025-10"
PARENT = "中共青石矿委员会"


def figure(name: str, amount: int, unit: str = "人") -> ReportedFigure:
    """Return a figure that can be summed."""
    return ReportedFigure(name, f"{amount}{unit}", amount)


def theme_day(
    held_on: date = date(2025, 10, 9),
    timing: str = ON_TIME,
    people: tuple[int, int, int] | None = (18, 16, 2),
    actions: int = len(REQUIRED_ACTIONS),
) -> ReportedDay:
    """Return a theme day with those due, present and made up; `None` where nobody counted."""
    came = () if people is None else zip((names.DUE, names.PRESENT, names.MADE_UP), people)  # noqa: B905
    figures = (*(figure(*one) for one in came), figure(names.ACTIONS, actions, "个"))
    return ReportedDay(held_on, timing, figures)


def dues(due: int, paid: int, due_fen: int, paid_fen: int) -> tuple[ReportedFigure, ...]:
    """Return the figures of a month's dues."""
    return (
        figure(names.DUES_DUE, due),
        figure(names.DUES_PAID, paid),
        ReportedFigure(names.DUES_DUE_FEN, f"{yuan(due_fen)}元", due_fen),
        ReportedFigure(names.DUES_PAID_FEN, f"{yuan(paid_fen)}元", paid_fen),
    )


def finding(number: int, level: Any = "E", sentence: str = "请补上。") -> ReportedFinding:
    """Return a finding of a number."""
    return ReportedFinding(number, fault_spec(number).name, level, "10月9日主题党日", sentence)


def lost(item: str, tenths: int) -> ReportedItem:
    """Return an item of an inspection that cost something."""
    return ReportedItem(item, 8, "不合格", tenths, "没有做。")


def branch_report(branch: str = "采煤一队党支部", **values: Any) -> BranchReport:
    """Return the sound report of a branch on October; its key is its name unless it is given."""
    given: dict[str, Any] = {
        "branch_id": "".join(f"{ord(one):x}" for one in branch),
        "branch": branch,
        "month": MONTH,
        "made_at": datetime(2025, 11, 3, 9, 12),  # noqa: DTZ001 - local wall-clock time
        "parent": PARENT,
        "days": (theme_day(),),
        "figures": dues(18, 18, 169697, 169697),
        "is_inspected": True,
        "score_tenths": 970,
    }
    return BranchReport(**given | values)
