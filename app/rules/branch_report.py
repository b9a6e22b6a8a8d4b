"""A branch's report of a month (支部月报): what the committee above it puts together.

It tells what the month's notice, inspection and page of missing items tell, by the same functions;
the committee adds it up and computes nothing anew. Sentences may name members, as a notice does;
numbers of persons are taken out.

Source: F46, F51, F52 of 王研 《探索实施“1+N主题党日” 推进党内组织生活规范化》 (一级抓一级).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from app.manual.faults import Level, fault_spec
from app.manual.settings import ARCHIVE_CODE
from app.rules import month_figures as names
from app.rules.attendance import day_of
from app.rules.checks import Finding
from app.rules.counted import Figure
from app.rules.entries import Values
from app.rules.evidence import theme_days
from app.rules.month_figures import Inspected
from app.rules.month_view import MonthView
from app.rules.scores import inspected_tenths
from app.rules.texts import month_title
from app.rules.timing import timing_of

SUFFIX = ".json"
# What has to be said where the file is written, and is the same in the window and by command.
SAYS_OPENLY = (
    "文件里有检查和督查发现的问题，句子里可能有党员姓名；没有身份证号、电话和生日。"
    "请只交给上级党组织。"
)

# So many digits in a row are the number of a person: 11 of a phone, 18 of an identity card.
_NUMBER = re.compile(r"\d{7,}[Xx]?", re.ASCII)
_LEFT_OUT = "（号码略）"


@dataclass(frozen=True, slots=True)
class ReportedFigure:
    """A figure by its name in `app.rules.month_figures`, as words and as what can be summed."""

    name: str
    value: str
    amount: int | None = None


@dataclass(frozen=True, slots=True)
class ReportedDay:
    """A theme day of the month: its day, a word of `app.rules.timing`, and its figures."""

    held_on: date
    timing: str
    figures: tuple[ReportedFigure, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportedItem:
    """An item of the inspection with what was answered."""

    item: str
    weight: int | None = None
    result: str = ""
    deducted_tenths: int | None = None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class ReportedFinding:
    """What a check found: number and name of the fault, level, the record it is in, a sentence."""

    number: int
    name: str
    level: Level
    record: str
    sentence: str


@dataclass(frozen=True, slots=True)
class BranchReport:
    """The report of a branch on a month (`2025-10`).

    `code` is what the branch is filed under (档案代号), `parent` the committee above it. With
    `is_inspected` the inspection was kept by the branch, else it is what the records answer.
    """

    branch_id: str
    branch: str
    month: str
    made_at: datetime
    code: str = ""
    parent: str = ""
    days: tuple[ReportedDay, ...] = ()
    figures: tuple[ReportedFigure, ...] = ()
    is_inspected: bool = False
    score_tenths: int | None = None
    items: tuple[ReportedItem, ...] = ()
    findings: tuple[ReportedFinding, ...] = ()

    def amount(self, name: str) -> int | None:
        """Return what can be summed of a figure of the branch, `None` where it has none."""
        return amount_in(self.figures, name)


def amount_in(figures: Iterable[ReportedFigure], name: str) -> int | None:
    """Return what can be summed of the figure of a name, `None` where there is none."""
    return next((one.amount for one in figures if one.name == name), None)


def branch_report(
    view: MonthView, findings: Iterable[Finding], inspected: Inspected, made_at: datetime
) -> BranchReport:
    """Return the report of a month as its records stand."""
    branch = view.context.branch
    listed = (*names.meeting_figures(view), *names.branch_figures(view, inspected))
    return BranchReport(
        branch_id=branch.id,
        branch=branch.name,
        month=view.context.month,
        made_at=made_at,
        code=view.context.settings.get(ARCHIVE_CODE.key, "").strip(),
        parent=branch.parent.strip(),
        days=tuple(_days(view)),
        figures=_reported(listed),
        is_inspected=inspected.entry is not None,
        score_tenths=inspected_tenths(inspected.rows),
        items=tuple(_item(row) for row in inspected.rows if (row.get("item") or "").strip()),
        findings=tuple(map(_finding, findings)),
    )


def _days(view: MonthView) -> Iterator[ReportedDay]:
    for meeting in theme_days(view):
        day = day_of(meeting)
        assert day is not None  # theme days of a month have one
        timing = timing_of(meeting, view.context.branch.theme_day)
        yield ReportedDay(day, timing, _reported(names.theme_day_figures(view, meeting)))


def _reported(figures: Iterable[Figure]) -> tuple[ReportedFigure, ...]:
    return tuple(ReportedFigure(one.name, _shared(one.value), one.amount) for one in figures)


def _item(row: Values) -> ReportedItem:
    return ReportedItem(
        item=_shared(row["item"].strip()),
        weight=row.get("weight"),
        result=row.get("result") or "",
        deducted_tenths=row.get("deducted_tenths"),
        problem=_shared((row.get("problem") or "").strip()),
    )


def _finding(one: Finding) -> ReportedFinding:
    name = fault_spec(one.number).name
    return ReportedFinding(one.number, name, one.level, _shared(one.record), _shared(one.sentence))


def _shared(text: str) -> str:
    """Return a text without the numbers of persons that somebody typed into it."""
    return _NUMBER.sub(_LEFT_OUT, text)


def file_name(report_month: str, branch: str) -> str:
    """Return what the file of a branch's month is called; the committee sees whose it is."""
    kept = "".join("_" if one in '\\/:*?"<>|' else one for one in branch)
    return f"{kept}{month_title(report_month)}月报{SUFFIX}"
