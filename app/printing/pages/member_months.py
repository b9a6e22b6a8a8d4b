"""The twelve months of one member: his strip, each kind of meeting, dues and notes, with sums.

Source: marks of attendance as in `domain/pages.md` P22.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.manual import counts, words
from app.manual.kinds import (
    APPRAISAL,
    COMMITTEE_MEETING,
    CRITICISM_MEETING,
    GROUP_MEETING,
    LECTURE,
    MEMBERS_MEETING,
    THEME_DAY,
)
from app.printing.pages import parts
from app.printing.pages.year_cells import cells_of
from app.printing.sheet import Chart, ChartCell, ChartRow
from app.records import Member
from app.rules.assessed_year import AssessedYear
from app.rules.attendance_year import Session, count_of, mark_of
from app.rules.deeds import Deed, is_paid_in_full, short_kind
from app.rules.dues_year import DuesLine, Owed
from app.rules.member_year import strip_of
from app.rules.texts import month_of

_MONTHS = range(1, 13)
_LABEL_MM, _MONTH_MM, _SUM_MM = 27.0, 9.5, 21.0
_ROW_MM = 7.0
_LATE_MARK, _OPEN_MARK, _PAID_MARK = "迟", "欠", "√"
_UNEXCUSED_MARK = words.ATTENDANCE_SYMBOLS[words.UNEXCUSED]
# What stands in a line of its own; all other kinds share one.
_KINDS = (
    THEME_DAY,
    MEMBERS_MEETING,
    COMMITTEE_MEETING,
    GROUP_MEETING,
    LECTURE,
    CRITICISM_MEETING,
    APPRAISAL,
)
_OTHERS = "其他活动"
# Everybody is due at these, so that they have a line also where none was held.
_ALWAYS = frozenset({THEME_DAY, MEMBERS_MEETING, GROUP_MEETING, LECTURE})


def months_chart(
    records: AssessedYear, member: Member, deeds: Sequence[Deed], dues: DuesLine | None
) -> Chart:
    """Return the months: what they were to him in all, then each kind, his dues and his notes.

    What has to be looked after stands out.
    """
    mine = [one for one in records.sessions if member.id in one.due]
    strip = strip_of(mine, member, records.year, records.today)
    count = count_of(mine, member.id)
    rows = [
        _kind_row(kind, held, member.id)
        for kind, held in _by_kind(records.sessions).items()
        if kind in _ALWAYS or any(member.id in one.due for one in held)
    ]
    rows += [_dues_row(records.year, dues), _notes_row(records.year, deeds)]
    return Chart(
        parts.columns(
            ("项目", _LABEL_MM), *((f"{n}月", _MONTH_MM) for n in _MONTHS), ("合计", _SUM_MM)
        ),
        (
            _chart_row(strip.name, cells_of(strip), f"{count.present}/{count.due}"),
            *(_chart_row(name, map(_chart_cell, marks), total) for name, *marks, total in rows),
        ),
    )


def _chart_row(name: str, cells: Iterable[ChartCell], total: str) -> ChartRow:
    return ChartRow((ChartCell(name, label=True), *cells, ChartCell(total)), _ROW_MM)


def _chart_cell(mark: str) -> ChartCell:
    """Return a mark; what has to be looked after stands out."""
    is_wanting = _UNEXCUSED_MARK in mark or mark in (_LATE_MARK, _OPEN_MARK)
    return ChartCell(mark, strong=is_wanting)


def _by_kind(sessions: Iterable[Session]) -> dict[str, list[Session]]:
    """Return the meetings of each kind in the order of the kinds; others share one line."""
    found: dict[str, list[Session]] = {kind: [] for kind in (*_KINDS, _OTHERS)}
    for session in sessions:
        for kind in dict.fromkeys(
            one if one in _KINDS else _OTHERS for one in session.meeting.kinds
        ):
            found[kind].append(session)
    return found


def _kind_row(kind: str, held: Sequence[Session], member_id: str) -> tuple[str, ...]:
    count = count_of(held, member_id)
    marks = (
        _marks([one for one in held if one.day.month == month], member_id) for month in _MONTHS
    )
    return short_kind(kind), *marks, f"{count.present}/{count.due}"


def _marks(held: Sequence[Session], member_id: str) -> str:
    """Return the marks of a month; of meetings he was not due at only where there are no others."""
    due = [one for one in held if member_id in one.due]
    return "".join(mark_of(one, member_id) for one in due or held[:1])


def _dues_row(year: int, line: DuesLine | None) -> tuple[str, ...]:
    owed = [line.months.get(f"{year}-{month:02}") if line else None for month in _MONTHS]
    marks = [_paid(one) for one in owed]
    due = sum(one is not None and one.due_fen > 0 for one in owed)
    return "党费", *marks, f"{marks.count(_PAID_MARK)}/{due}"


def _paid(owed: Owed | None) -> str:
    if owed is None or not owed.due_fen:
        return words.NOT_DUE_SYMBOL
    if not is_paid_in_full(owed):
        return _OPEN_MARK
    return _LATE_MARK if owed.is_late else _PAID_MARK


def _notes_row(year: int, deeds: Sequence[Deed]) -> tuple[str, ...]:
    written, missing = (
        _by_month(one for one in deeds if one.counts == word)
        for word in (counts.NOTES, counts.NOTES_MISSING)
    )
    months = [f"{year}-{month:02}" for month in _MONTHS]
    told = [
        f"{written.get(one, 0)}/{written.get(one, 0) + missing.get(one, 0)}"
        if one in written or one in missing
        else ""
        for one in months
    ]
    done = sum(written.values())
    return "学习笔记", *told, f"{done}/{done + sum(missing.values())}"


def _by_month(deeds: Iterable[Deed]) -> dict[str, int]:
    found: dict[str, int] = {}
    for deed in deeds:
        found[month_of(deed.on)] = found.get(month_of(deed.on), 0) + deed.times
    return found
