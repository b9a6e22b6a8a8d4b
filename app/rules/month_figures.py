"""The figures of a month: what its notice tells, each counted from records one can go to.

Source: `domain/pages.md` P26 (开展率、参与率、缴费率) and `domain/example-records.md` 6.9.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from app.manual.actions import REQUIRED_ACTIONS
from app.manual.kinds import MEETING_WORDS, THEME_DAY
from app.manual.pages import inspection, rectification_order
from app.manual.pages.rectification_order import CLOSED
from app.records import Entry, Meeting
from app.rules.attendance import day_of
from app.rules.completeness import required_actions
from app.rules.counted import Figure, Place
from app.rules.dues import percent, yuan
from app.rules.dues_year import Owed, lines_of
from app.rules.entries import Values, decimal
from app.rules.evidence import (
    counted,
    dues_place,
    entry_place,
    meeting_place,
    meetings_held,
    orders_before,
    theme_days,
)
from app.rules.inspection import is_of_month
from app.rules.month_checks import MonthView
from app.rules.orders import ordered_by
from app.rules.scores import inspected_tenths
from app.rules.texts import short_date

# Names of figures, as the text asks for them.
DAY, THEME, ACTIONS, OPTIONAL = "开展日期", "主题", "规定动作", "自选动作"
DUE, PRESENT, ABSENT, UNEXCUSED = "应到", "实到", "缺席", "无故缺席"
RATE, EFFECTIVE = "到会率", "有效参与率"
MADE_UP, TO_MAKE_UP = "已补学", "待补学"
DUES_DUE, DUES_PAID, DUES_OPEN = "应交党费", "已交党费", "未交党费"
DUES_DUE_FEN, DUES_PAID_FEN = "应交金额", "实交金额"
ORDERED, CLOSED_ORDERS, OPEN_ORDERS = "上月及以前下达整改", "其中已销号", "其中未销号"
SCORE, PROBLEMS, NEW_ORDERS = "督查得分", "督查发现问题", "本月督查后下达整改"


@dataclass(frozen=True, slots=True)
class Inspected:
    """The inspection a notice goes by: its rows, the records with problems, and its page if kept.

    Without a page it is what the records answer.
    """

    rows: Sequence[Values]
    places: tuple[Place, ...] = ()
    entry: Entry | None = None

    @property
    def problems(self) -> list[str]:
        """Return the problems written down, in their order and each once."""
        told = (row["problem"].strip() for row in self.rows if row.get("problem", "").strip())
        return list(dict.fromkeys(told))


def inspection_kept(view: MonthView) -> Entry | None:
    """Return the inspection of the month, the last one written if there are several."""
    found = [one for one in view.of(inspection.PAGE.key) if is_of_month(one, view.context.month)]
    return max(
        found, key=lambda one: (str(one.values.get("inspected_on") or ""), one.id), default=None
    )


def month_figures(view: MonthView, inspected: Inspected) -> list[Figure]:
    """Return every figure of a month that its records hold."""
    days = theme_days(view)
    found = list(meeting_figures(view))
    for one in days:
        suffix = f"（{_day(one)}）" if len(days) > 1 else ""
        found += [_named(figure, suffix) for figure in theme_day_figures(view, one)]
    return [*found, *branch_figures(view, inspected)]


def branch_figures(view: MonthView, inspected: Inspected) -> Iterator[Figure]:
    """Yield the figures of a month that are of no single meeting: dues, orders, inspection."""
    yield from _dues(view)
    yield from _orders(view)
    yield from _inspected(view, inspected)


def _named(figure: Figure, suffix: str) -> Figure:
    return replace(figure, name=figure.name + suffix, told=figure.phrase)


def _day(meeting: Meeting) -> str:
    day = day_of(meeting)
    return short_date(day) if day else ""


def meeting_figures(view: MonthView) -> Iterator[Figure]:
    """Yield how often each kind of meeting was held."""
    held = meetings_held(view)
    counts = Counter(kind for one in held for kind in one.kinds)
    order = {word: place for place, word in enumerate(MEETING_WORDS)}
    for kind in sorted(counts, key=lambda word: (word != THEME_DAY, order.get(word, len(order)))):
        places = tuple(meeting_place(view, one, "head") for one in held if kind in one.kinds)
        yield Figure(kind, f"{counts[kind]}次", places, amount=counts[kind])


def theme_day_figures(view: MonthView, meeting: Meeting) -> Iterator[Figure]:
    """Yield the figures of one theme day; of attendance only once it was gone through."""
    head = (meeting_place(view, meeting, "head"),)
    yield Figure(DAY, _day(meeting), head, _day(meeting))
    if meeting.theme.strip():
        yield Figure(THEME, meeting.theme.strip(), head, f"“{meeting.theme.strip()}”")
    if meeting.attendance_confirmed:
        yield from _attendance(view, meeting)
    states = required_actions(meeting, view.context)
    done = sum(one.complete for one in states.values())
    actions = (meeting_place(view, meeting, "actions"),)
    told = f"{len(REQUIRED_ACTIONS)}个规定动作完成{done}个"
    yield Figure(ACTIONS, f"{done}个", actions, told, done)
    optional = sum(one.required_number is None for one in meeting.actions)
    yield Figure(OPTIONAL, f"{optional}项", actions, f"开展自选动作{optional}项", optional)


def _attendance(view: MonthView, meeting: Meeting) -> Iterator[Figure]:
    figures = counted(view, meeting)
    places = (meeting_place(view, meeting, "attendance"),)
    absent = len(figures.absent)
    people = {
        DUE: figures.expected.total,
        PRESENT: figures.present,
        ABSENT: absent,
        **({UNEXCUSED: figures.unexcused} if figures.unexcused else {}),
        **({MADE_UP: figures.made_up} if absent else {}),
        **({TO_MAKE_UP: figures.to_make_up} if figures.to_make_up else {}),
    }
    for name, count in people.items():
        yield Figure(name, f"{count}人", places, amount=count)
    yield Figure(RATE, percent(figures.rate) or "—", places)
    yield Figure(EFFECTIVE, percent(figures.effective_rate) or "—", places)


def _dues(view: MonthView) -> Iterator[Figure]:
    """Yield the dues of the month; who has no row owes what his base says."""
    month = view.context.month
    rows = [row for row in view.dues if row.month == month]
    if not rows:
        return
    lines = lines_of(view.context.members, rows, view.context.branch.dues_rounding)
    owed: list[Owed] = [one for line in lines for one in line.months.values()]
    owed = [one for one in owed if one.due_fen or one.paid_fen]
    places = (dues_place(month),)
    unpaid = sum(one.is_open for one in owed)
    paid = sum(bool(one.paid_fen) for one in owed)
    due_fen, paid_fen = sum(o.due_fen for o in owed), sum(o.paid_fen or 0 for o in owed)
    yield Figure(DUES_DUE, f"{len(owed)}人", places, f"应交党费{len(owed)}人", len(owed))
    yield Figure(DUES_PAID, f"{paid}人", places, f"已交{paid}人", paid)
    if unpaid:
        yield Figure(DUES_OPEN, f"{unpaid}人", places, f"未交{unpaid}人", unpaid)
    yield Figure(DUES_DUE_FEN, f"{yuan(due_fen)}元", places, f"应交{yuan(due_fen)}元", due_fen)
    yield Figure(DUES_PAID_FEN, f"{yuan(paid_fen)}元", places, f"实交{yuan(paid_fen)}元", paid_fen)


def _orders(view: MonthView) -> Iterator[Figure]:
    """Yield what became of the orders of the months before."""
    listed = orders_before(view)
    if not listed:
        return
    closed = [one for one in listed if one.values.get("state") == CLOSED]
    still = [one for one in listed if one not in closed]
    for name, orders, told in (
        (ORDERED, listed, "应整改的问题"),
        (CLOSED_ORDERS, closed, "已销号"),
        (OPEN_ORDERS, still, "未销号"),
    ):
        count = len(orders)
        yield Figure(name, f"{count}项", _places(view, orders), f"{told}{count}项", count)


def _inspected(view: MonthView, inspected: Inspected) -> Iterator[Figure]:
    page = inspection.PAGE
    entry = inspected.entry
    sheet = (entry_place(view, page, entry, "items"),) if entry else inspected.places
    score = inspected_tenths(inspected.rows) if entry else None
    if score is not None:
        points = f"{decimal(score, 1)}分"
        yield Figure(SCORE, points, sheet, f"督查得分{points}", score)
    problems = len(inspected.problems)
    yield Figure(PROBLEMS, f"{problems}个", sheet, f"督查发现问题{problems}个", problems)
    made = orders_of_month(view)
    if made:
        told = f"下达整改通知{len(made)}项"
        yield Figure(NEW_ORDERS, f"{len(made)}项", _places(view, made), told, len(made))


def orders_of_month(view: MonthView) -> list[Entry]:
    """Return the orders that the month's inspection called for, by their number."""
    entry = inspection_kept(view)
    listed = view.of(rectification_order.PAGE.key) if entry is not None else []
    made = [one for one in listed if entry is not None and ordered_by(one.values, entry.values)]
    return sorted(made, key=lambda one: str(one.values.get("number") or ""))


def _places(view: MonthView, orders: Sequence[Entry]) -> tuple[Place, ...]:
    page = rectification_order.PAGE
    return tuple(entry_place(view, page, one, "state") for one in orders)
