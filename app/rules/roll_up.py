"""The committee's roll-up (汇总): many branches' monthly reports of one year put together.

Every sum is one of counts, and a rate is taken from the sums, never from other rates. Which branch
is which goes by its key: two of one name stay apart.

Source: 《组织生活开展情况统计表》 (`domain/contents.md` 1.4); F46, F51, F52 of 王研 《探索实施
“1+N主题党日” 推进党内组织生活规范化》 (一级抓一级、一月一督查、一月一通报).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal

from app.errors import InvalidInputError
from app.manual.actions import REQUIRED_ACTIONS
from app.rules import month_figures as names
from app.rules.attendance import share
from app.rules.branch_report import BranchReport, ReportedDay, amount_in
from app.rules.checks.fault import ERROR, WARNING
from app.rules.pinyin import full_pinyin
from app.rules.texts import month_ends, month_title, names_joined, short_date, whole_number
from app.rules.timing import MOVED, ON_TIME, TIMINGS, UNEXPLAINED

# What became of the theme day of a month, beside the words of `app.rules.timing`.
NOT_HELD, NOT_YET, NO_REPORT = "未开展", "还没有", "未报"
SIGNS = {ON_TIME: "√", MOVED: "改", UNEXPLAINED: "迟", NOT_HELD: "缺", NOT_YET: "·"}
_AS_PLANNED = (ON_TIME, MOVED)
_NUMBERS = re.compile("([0-9]+|[零〇一二三四五六七八九十百]+)")
_LISTED_LEVELS = (ERROR, WARNING)


@dataclass(frozen=True, slots=True)
class Counts:
    """What can be added up of branches; nothing is a rate.

    `days` are the reports with a theme day and `planned` those in which it was held as planned or
    moved with a reason; `due`, `present` and `made_up` are people at theme days, `actions` the
    required actions done of `actions_due`.
    """

    reports: int = 0
    days: int = 0
    planned: int = 0
    due: int = 0
    present: int = 0
    made_up: int = 0
    actions: int = 0
    actions_due: int = 0
    dues_people: int = 0
    paid_people: int = 0
    due_fen: int = 0
    paid_fen: int = 0
    errors: int = 0
    warnings: int = 0
    open_orders: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(one + two for one, two in zip(_values(self), _values(other), strict=True)))

    @property
    def rate(self) -> Decimal | None:
        """Return the share of those due who came (到会率); `None` where nobody was counted."""
        return share(self.present, self.due)

    @property
    def effective_rate(self) -> Decimal | None:
        """Return the share who came or made up for it (有效参与率)."""
        return share(self.present + self.made_up, self.due)

    @property
    def paid_rate(self) -> Decimal | None:
        """Return the share of those who owe dues who have paid (交纳率)."""
        return share(self.paid_people, self.dues_people)


def _values(counts: Counts) -> tuple[int, ...]:
    return tuple(getattr(counts, one.name) for one in fields(counts))


@dataclass(frozen=True, slots=True)
class Line:
    """A branch in a month: what it reported, `None` where it did not, and what that counts."""

    branch_id: str
    branch: str
    report: BranchReport | None
    state: str
    counts: Counts = Counts()

    @property
    def held_on(self) -> str:
        """Return the days of its theme days: 9日、23日."""
        days = self.report.days if self.report else ()
        return names_joined(short_date(one.held_on) for one in days)


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault by number and name, and how often each branch has it, by the names of branches."""

    number: int
    name: str
    branches: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class LostItem:
    """An item of the inspection and what each branch lost of it, in tenths of a point."""

    item: str
    branches: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class MonthTable:
    """A month (`2025-10`) of all branches, a line each, and what is to be told of them."""

    month: str
    lines: tuple[Line, ...]
    total: Counts
    problems: tuple[Problem, ...]
    lost: tuple[LostItem, ...]

    @property
    def reported(self) -> int:
        """Return how many branches handed in a report."""
        return self.total.reports

    @property
    def missing(self) -> list[str]:
        """Return the branches that handed in none, though for another month they did."""
        return [one.branch for one in self.lines if one.report is None]


@dataclass(frozen=True, slots=True)
class YearLine:
    """A branch over the months put together: a state of each by month, and how many went well."""

    branch: str
    states: Mapping[str, str]

    @property
    def planned(self) -> int:
        """Return in how many months the theme day was held as planned (按时开展月份数)."""
        return sum(state in _AS_PLANNED for state in self.states.values())

    @property
    def unreported(self) -> int:
        """Return for how many months there is no report."""
        return sum(state == NO_REPORT for state in self.states.values())

    @property
    def rate(self) -> Decimal | None:
        """Return the share of the months put together that went well (完成率)."""
        return share(self.planned, len(self.states))


@dataclass(frozen=True, slots=True)
class RollUp:
    """Reports put together: month tables in order, the year's grid, and what was left out and why.

    `parent` is the committee all branches belong to, empty where they name several.
    """

    year: int
    parent: str
    months: tuple[MonthTable, ...]
    year_lines: tuple[YearLine, ...]
    notes: tuple[str, ...] = ()

    @property
    def branches(self) -> int:
        """Return how many branches there are."""
        return len(self.year_lines)

    @property
    def planned(self) -> int:
        """Return in how many months of all branches the theme day was held as planned."""
        return sum(one.planned for one in self.year_lines)

    @property
    def rate(self) -> Decimal | None:
        """Return the share of all months of all branches that went well."""
        return share(self.planned, sum(len(one.states) for one in self.year_lines))


def roll_up(reports: Iterable[BranchReport]) -> RollUp:
    """Return reports of one year put together, whatever their order.

    Raises:
        InvalidInputError: there is none, or they are of several years.
    """
    given = list(reports)
    years = sorted({int(one.month[:4]) for one in given})
    if not years:
        raise InvalidInputError("还没有可以汇总的月报。请选支部交来的月报文件。")
    if len(years) > 1:
        told = names_joined(f"{year}年" for year in years)
        raise InvalidInputError(f"选的月报有{told}的，请一次只选一年的再汇总。")
    counted, notes = _latest(given)
    by_branch: dict[str, dict[str, BranchReport]] = {}
    for one in counted:
        by_branch.setdefault(one.branch_id, {})[one.month] = one
    called = _called({key: _newest(of.values()) for key, of in by_branch.items()})
    order = sorted(by_branch, key=lambda key: _place(_newest(by_branch[key].values())))
    months = sorted({one.month for one in counted})
    tables = tuple(
        _month(month, [_line(key, called[key], month, by_branch[key].get(month)) for key in order])
        for month in months
    )
    states: dict[str, dict[str, str]] = {key: {} for key in order}
    for table in tables:
        for line in table.lines:
            states[line.branch_id][table.month] = line.state
    parents = {one.parent for one in counted}
    return RollUp(
        year=years[0],
        parent=parents.pop() if len(parents) == 1 else "",
        months=tables,
        year_lines=tuple(YearLine(called[key], states[key]) for key in order),
        notes=(*(_replaced(one, called) for one in notes), *_namesakes(by_branch)),
    )


def _latest(given: Sequence[BranchReport]) -> tuple[list[BranchReport], list[BranchReport]]:
    """Return the reports that count, of each branch and month the last one made, and the others."""
    newest: dict[tuple[str, str], BranchReport] = {}
    others: list[BranchReport] = []
    for one in given:
        key = (one.branch_id, one.month)
        before = newest.setdefault(key, one)
        if before != one:
            older, newest[key] = sorted((before, one), key=lambda two: (two.made_at, repr(two)))
            others.append(older)
    left = dict.fromkeys(others)
    return list(newest.values()), sorted(left, key=lambda one: (one.month, one.made_at, repr(one)))


def _newest(reports: Iterable[BranchReport]) -> BranchReport:
    return max(reports, key=lambda one: (one.month, one.made_at))


def _place(one: BranchReport) -> tuple[bool, list[str | int], list[str | int], str]:
    """Return where a branch stands: by its code, else by its name."""
    return (not one.code, _order_of(one.code), _order_of(one.branch), one.branch_id)


def _order_of(name: str) -> list[str | int]:
    """Return what a name is sorted by: its sound, with the numbers in it as numbers.

    Texts and numbers take turns, so that each is compared with its like.
    """
    found = _NUMBERS.split(name)
    return [
        whole_number(word) if place % 2 else full_pinyin(word) for place, word in enumerate(found)
    ]


def _called(newest: Mapping[str, BranchReport]) -> dict[str, str]:
    """Return what each branch is called; of one name each also by code, or by a number."""
    alike: dict[str, list[str]] = {}
    for key in sorted(newest):
        alike.setdefault(newest[key].branch, []).append(key)
    called: dict[str, str] = {}
    for name, keys in alike.items():
        codes = [newest[key].code for key in keys]
        marks = codes if all(codes) and len(set(codes)) == len(keys) else _numbers(keys)
        for key, mark in zip(keys, marks, strict=True):
            called[key] = f"{name}（{mark}）" if len(keys) > 1 else name
    return called


def _numbers(keys: Sequence[str]) -> list[str]:
    return [f"之{number}" for number in range(1, len(keys) + 1)]


def _namesakes(by_branch: Mapping[str, Mapping[str, BranchReport]]) -> Iterator[str]:
    """Yield that branches have one name, which may also be one branch that began anew."""
    counts = Counter(_newest(of.values()).branch for of in by_branch.values())
    for name, count in counts.items():
        if count > 1:
            yield f"有{count}个支部都叫“{name}”，标识不同，分开列出。"


def _replaced(one: BranchReport, called: Mapping[str, str]) -> str:
    made = f"{one.made_at:%Y-%m-%d %H:%M:%S}"
    month = month_title(one.month)
    return f"{called[one.branch_id]}{month}的月报不止一份，按最后导出的计；{made}导出的没有计入。"


def _line(key: str, called: str, month: str, report: BranchReport | None) -> Line:
    if report is None:
        return Line(key, called, None, NO_REPORT)
    state = _state(month, report)
    return Line(key, called, report, state, _counts(report, state))


def _state(month: str, report: BranchReport) -> str:
    """Return what became of the theme day; of several the one that went best counts."""
    timings = {one.timing for one in report.days}
    if timings:
        return next(one for one in TIMINGS if one in timings)
    is_over = report.made_at.date() > month_ends(month)[1]
    return NOT_HELD if is_over else NOT_YET


def _counts(report: BranchReport, state: str) -> Counts:
    def amount(name: str) -> int:
        return report.amount(name) or 0

    def at_days(name: str) -> int:
        return sum(amount_in(one.figures, name) or 0 for one in report.days)

    levels = Counter(one.level for one in report.findings)
    return Counts(
        reports=1,
        days=int(bool(report.days)),
        planned=int(state in _AS_PLANNED),
        due=at_days(names.DUE),
        present=at_days(names.PRESENT),
        made_up=at_days(names.MADE_UP),
        actions=min(max(map(_actions, report.days), default=0), len(REQUIRED_ACTIONS)),
        actions_due=len(REQUIRED_ACTIONS) if report.days else 0,
        dues_people=amount(names.DUES_DUE),
        paid_people=amount(names.DUES_PAID),
        due_fen=amount(names.DUES_DUE_FEN),
        paid_fen=amount(names.DUES_PAID_FEN),
        errors=levels[ERROR],
        warnings=levels[WARNING],
        open_orders=amount(names.OPEN_ORDERS),
    )


def _actions(day: ReportedDay) -> int:
    """Return how many required actions a theme day completed; of several the best one counts."""
    return amount_in(day.figures, names.ACTIONS) or 0


def _month(month: str, lines: Sequence[Line]) -> MonthTable:
    total = sum((one.counts for one in lines), Counts())
    return MonthTable(month, tuple(lines), total, tuple(_problems(lines)), tuple(_lost(lines)))


def _problems(lines: Sequence[Line]) -> list[Problem]:
    """Return what was found by its number, what most branches have first."""
    called: dict[int, str] = {}
    found: dict[int, dict[str, int]] = {}
    for line in lines:
        for one in line.report.findings if line.report else ():
            if one.level in _LISTED_LEVELS:
                called[one.number] = one.name
                branches = found.setdefault(one.number, {})
                branches[line.branch] = branches.get(line.branch, 0) + 1
    order = sorted(found, key=lambda number: (-len(found[number]), number))
    return [Problem(number, called[number], found[number]) for number in order]


def _lost(lines: Sequence[Line]) -> list[LostItem]:
    """Return the items of the inspection that cost something, what most branches lost first."""
    found: dict[str, dict[str, int]] = {}
    for line in lines:
        for one in line.report.items if line.report else ():
            if one.deducted_tenths:
                branches = found.setdefault(one.item, {})
                branches[line.branch] = branches.get(line.branch, 0) + one.deducted_tenths
    order = sorted(found, key=lambda item: (-len(found[item]), item))
    return [LostItem(item, found[item]) for item in order]
