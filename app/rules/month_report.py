"""The draft of a month's notice: paragraphs made of the month's figures and nothing else.

Each figure stands in the text by its own phrase, so that one that changes can be found again.

Source: `domain/pages.md` P26 (月度通报: 总体情况、存在问题、下步要求) and
`domain/example-records.md` 6.9.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from app.manual.kinds import MEETING_WORDS, THEME_DAY
from app.records import Entry
from app.rules import month_figures as names
from app.rules.attendance import day_of, is_made_up
from app.rules.counted import Figure
from app.rules.entries import Values, day_in, people_in
from app.rules.evidence import counted, theme_days
from app.rules.month_checks import MonthView
from app.rules.month_figures import Inspected, orders_of_month
from app.rules.texts import names_joined, short_date

_ORDINALS = "一二三四五六七"
_MOST_LISTED = 20


def month_report(view: MonthView, figures: Iterable[Figure], inspected: Inspected) -> str:
    """Return the text of a monthly notice as far as the records know it, a paragraph a line."""
    told = _Told(figures)
    parts = (
        ("开展情况", list(_held(view, told))),
        ("到会和补学情况", list(_attendance(view, told))),
        ("党费收缴情况", list(_dues(told))),
        ("规定动作和自选动作", list(_actions(view, told))),
        ("上月整改情况", list(_mended(told))),
        ("存在的问题", list(_problems(told, inspected))),
        ("下步要求", list(_demands(view, inspected))),
    )
    filled = [part for part in parts if part[1]]
    return "\n".join(
        line
        for ordinal, (heading, lines) in zip(_ORDINALS, filled, strict=False)
        for line in (f"{ordinal}、{heading}", *lines)
    )


class _Told:
    """The phrases of the figures by their names."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self._figures = {one.name: one for one in figures}

    def has(self, name: str) -> bool:
        return name in self._figures

    def of(self, *wanted: str, suffix: str = "", joint: str = "，") -> str:
        """Return the phrases of those of some figures that are there."""
        found = (self._figures.get(name + suffix) for name in wanted)
        return joint.join(one.phrase for one in found if one is not None)

    def value(self, name: str, suffix: str = "") -> str:
        """Return the value of a figure, empty where it is not there."""
        figure = self._figures.get(name + suffix)
        return figure.value if figure is not None else ""

    def kinds(self) -> str:
        """Return how often each kind of meeting beside the theme day was held."""
        known = (*MEETING_WORDS, *self._figures)
        held = (one for one in dict.fromkeys(known) if one != THEME_DAY and one in self._figures)
        found = (self._figures[one] for one in held)
        return "、".join(one.phrase for one in found if one.value.endswith("次"))


def _suffixes(view: MonthView) -> list[str]:
    """Return what the names of figures end in for each theme day."""
    days = theme_days(view)
    if len(days) < 2:
        return [""] * len(days)
    return [f"（{short_date(day)}）" for one in days if (day := day_of(one))]


def _held(view: MonthView, told: _Told) -> Iterator[str]:
    for meeting, suffix in zip(theme_days(view), _suffixes(view), strict=True):
        day = told.of(names.DAY, suffix=suffix)
        moved = "按调整后的时间" if meeting.moved_reason.strip() else ""
        yield f"{day}，支部{moved}开展了{told.of(names.THEME, suffix=suffix)}主题党日。"
    if told.kinds():
        yield f"本月另有{told.kinds()}。"


def _attendance(view: MonthView, told: _Told) -> Iterator[str]:
    for suffix in _suffixes(view):
        who = told.of(names.DUE, names.PRESENT, names.ABSENT, names.UNEXCUSED, suffix=suffix)
        rates = told.of(names.RATE, names.EFFECTIVE, suffix=suffix)
        if not who:
            continue
        when = f"{suffix.strip('（）')}主题党日" if suffix else "主题党日"
        yield f"{when}{who}，{rates}。"
        made_up = told.of(names.MADE_UP, names.TO_MAKE_UP, suffix=suffix)
        if made_up:
            yield f"缺席人员{made_up}。"


def _dues(told: _Told) -> Iterator[str]:
    people = told.of(names.DUES_DUE, names.DUES_PAID, names.DUES_OPEN)
    if people:
        yield f"本月{people}；{told.of(names.DUES_DUE_FEN, names.DUES_PAID_FEN)}。"


def _actions(view: MonthView, told: _Told) -> Iterator[str]:
    for meeting, suffix in zip(theme_days(view), _suffixes(view), strict=True):
        when = f"{suffix.strip('（）')}主题党日" if suffix else ""
        yield f"{when}{told.of(names.ACTIONS, names.OPTIONAL, suffix=suffix)}。"
        for action in meeting.actions:
            called, effect = action.name.strip() or action.category.strip(), action.effect.strip()
            if action.required_number is None and called and effect:
                yield f"“{called}”：{effect.rstrip('。')}。"


def _mended(told: _Told) -> Iterator[str]:
    if told.has(names.ORDERED):
        wanted = (names.ORDERED, names.CLOSED_ORDERS, names.OPEN_ORDERS)
        yield f"上月及以前{told.of(*wanted)}。"


def _problems(told: _Told, inspected: Inspected) -> Iterator[str]:
    found = inspected.problems
    if not found and inspected.entry is None:
        return
    yield f"{told.of(names.SCORE, names.PROBLEMS, names.NEW_ORDERS)}。"
    for number, problem in enumerate(found[:_MOST_LISTED], 1):
        yield f"{number}. {problem.rstrip('。')}。"


def _demands(view: MonthView, inspected: Inspected) -> Iterator[str]:
    """Yield what is to be done: the orders that came of it, and who still has to make up."""
    lines = [_order(view, one) for one in orders_of_month(view)]
    lines += [f"请{names_joined(late)}尽快补学，由党小组登记。" for late in [_late(view)] if late]
    if not lines and inspected.problems:
        lines = ["请对照以上问题逐条整改，写明责任人和期限。"]
    if len(lines) > 1:
        lines = [f"{number}. {line}" for number, line in enumerate(lines, 1)]
    yield from lines
    if lines:
        yield "整改情况在下次支部委员会会议上报告。"


def _order(view: MonthView, order: Entry) -> str:
    values = order.values
    who = names_joined(
        view.context.name_of(key) if key else guest for key, guest in _owners(values)
    )
    due = day_in(values, "due_on")
    until = f"{short_date(due)}前" if due else ""
    demand = str(values.get("demand") or values.get("problem") or "").strip()
    demand = demand.removeprefix("请").rstrip("。").replace("\n", "")
    return f"{values.get('number', '')}号整改通知：请{who}{until}{demand}。"


def _owners(values: Values) -> Sequence[tuple[str | None, str]]:
    return people_in(values, "owner")


def _late(view: MonthView) -> list[str]:
    """Return the names of the absent of the theme days who have not made up."""
    rows = (
        row
        for one in theme_days(view)
        if one.attendance_confirmed
        for row in counted(view, one).absent
        if not is_made_up(row)
    )
    return list(dict.fromkeys(view.context.name_of(row.member_id) for row in rows))
