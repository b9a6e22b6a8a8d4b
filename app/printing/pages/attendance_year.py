"""P22 考勤表: each member at each meeting of the year by marks, with the rates of both.

Source: `domain/pages.md` P22; rates by `domain/rules.md` 3.6.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from app.manual import words
from app.manual.kinds import GROUP_MEETING, SHORT_WORDS
from app.manual.volumes import ATTENDANCE_TABLE
from app.printing.pages import parts
from app.printing.pages.book import Book
from app.printing.sheet import Band, Block, Cell, Column, Grid, Note, Sheet, Signatures
from app.records import Member
from app.rules.attendance_year import (
    Session,
    YearCount,
    count_of,
    mark_of,
    people_of,
    per_cent,
    sessions_of,
    total_of,
)

_WIDTH_MM = 246.0
_NUMBER_MM, _GROUP_MM, _NAME_MM = 9.0, 9.6, 20.0
_SUM_MM = (("应到", 9.1), ("实到", 9.1), ("到会率", 13.0), ("有效\n参与率", 13.0))
# Two marks of 10.5 pt stand beside each other, or 94.4 in the foot.
_LEAST_MM, _MOST_MM = 9.05, 18.0
_REMARK_LEAST_MM = 14.0
_ROW_MM = 7.6

# A year is parted into as few of these as hold it; a fuller month is parted by itself.
_PERIODS = (
    (12, ("",)),
    (6, ("上半年", "下半年")),
    (3, ("一季度", "二季度", "三季度", "四季度")),
    (2, tuple(f"{month}—{month + 1}月" for month in range(1, 13, 2))),
    (1, tuple(f"{month}月" for month in range(1, 13))),
)

_COUNTED = (
    ("出席", (words.PRESENT,)),
    ("迟到\n早退", (words.LATE, words.LEFT_EARLY)),
    ("公假", (words.OFFICIAL_LEAVE,)),
    ("病假", (words.SICK_LEAVE,)),
    ("事假", (words.PERSONAL_LEAVE,)),
    ("产假", (words.MATERNITY_LEAVE,)),
    ("无故\n缺席", (words.UNEXCUSED,)),
    ("免于\n参加", (words.EXEMPT,)),
)
_COUNTED_MM = 14.0
_SIGNED = Signatures(("填表人\n签字", "支部书记\n签字"), height_mm=12.0)
_RATES_NOTE = "到会率＝实到÷应到；有效参与率＝（实到＋已补课）÷应到。"
_UNKNOWN_NOTE = "空白的一栏还没有核对考勤，不计入合计。"


@dataclass(frozen=True)
class _Year:
    """What all sheets of the year are made from."""

    book: Book
    people: list[Member]
    sessions: list[Session]

    def group_mark(self, group_id: str | None) -> str:
        """Return what a group is called in a narrow column; empty for none."""
        places = {group.id: number for number, group in enumerate(self.book.groups, 1)}
        return f"{parts.ordinal(places[group_id])}组" if group_id in places else ""


def sheets(book: Book) -> list[Sheet]:
    """Return the table of the year, over several sheets when it has many meetings.

    The last one then sums the year up. A year without meetings or people has none.
    """
    sessions = sessions_of(book.year_meetings, book.members, book.year)
    people = people_of(sessions, book.members, book.groups, book.year)
    if not sessions or not people:
        return []
    year = _Year(book, people, sessions)
    periods = list(_periods(sessions, _room(book)))
    made = [_sheet(year, called, held, signed=len(periods) == 1) for called, held in periods]
    if len(periods) > 1:
        made.append(_summary(year))
    if len(made) == 1:
        return made
    return [replace(sheet, key=f"{sheet.key}-{number}") for number, sheet in enumerate(made, 1)]


def _room(book: Book) -> int:
    """Return how many meetings a sheet holds beside names and sums."""
    return int((_WIDTH_MM - _sides(book)) / _LEAST_MM)


def _sides(book: Book) -> float:
    groups = _GROUP_MM if book.groups else 0.0
    return _NUMBER_MM + groups + _NAME_MM + sum(width for _, width in _SUM_MM)


def _periods(sessions: list[Session], room: int) -> Iterator[tuple[str, list[Session]]]:
    """Yield the meetings sheet by sheet with what the period is called; empty ones are left out."""
    for months, names in _PERIODS:
        shared: list[list[Session]] = [[] for _ in names]
        for session in sessions:
            shared[(session.day.month - 1) // months].append(session)
        if months > 1 and any(len(held) > room for held in shared):
            continue
        for called, held in zip(names, shared, strict=True):
            for start in range(0, len(held), room):
                part = f"之{parts.ordinal(start // room + 1)}" if len(held) > room else ""
                yield called + part, held[start : start + room]
        return


def _sheet(year: _Year, called: str, held: list[Session], *, signed: bool) -> Sheet:
    book = year.book
    counts = [count_of(held, one.id) for one in year.people]
    rest = _WIDTH_MM - _sides(book)
    each = min(rest / len(held), _MOST_MM)
    remark = rest - each * len(held)
    if remark < _REMARK_LEAST_MM:
        each, remark = rest / len(held), 0.0
    meetings = [Column(_heading(year, one), each) for one in held]
    remarks = [Column("备注", remark)] if remark else []
    names = _name_columns(book)
    grid = Grid(
        columns=(*names, *meetings, *_sum_columns(), *remarks),
        rows=tuple(
            (
                *_name_cells(year, number, one),
                *(mark_of(session, one.id) for session in held),
                *_sums(count),
                *("" for _ in remarks),
            )
            for number, (one, count) in enumerate(zip(year.people, counts, strict=True), 1)
        ),
        row_mm=_ROW_MM,
        foot=_foot(held, total_of(counts), len(names), len(remarks)),
        bands=(
            *(Band("") for _ in names),
            *(
                Band(f"{month}月", len(list(same)))
                for month, same in groupby(held, key=lambda one: one.day.month)
            ),
            *(Band("") for _ in (*_SUM_MM, *remarks)),
        ),
    )
    last: tuple[Block, ...] = (_SIGNED, *_leaders(year)) if signed else ()
    return _made(year, called, (grid, *last, *_notes(year, held)))


def _heading(year: _Year, session: Session) -> str:
    kinds = session.meeting.kinds
    short = SHORT_WORDS.get(kinds[0], "") if kinds else ""
    if kinds and kinds[0] == GROUP_MEETING:
        short = year.group_mark(session.meeting.group_id) or short
    return f"{session.day.day}日\n{short}"


def _name_columns(book: Book) -> list[Column]:
    groups = [Column("组别", _GROUP_MM)] if book.groups else []
    return [Column("序号", _NUMBER_MM), *groups, Column("姓名", _NAME_MM)]


def _name_cells(year: _Year, number: int, member: Member) -> Iterator[str]:
    yield str(number)
    if year.book.groups:
        yield year.group_mark(member.group_id)
    yield year.book.name(member.id)


def _sum_columns() -> list[Column]:
    return [Column(heading, width) for heading, width in _SUM_MM]


def _sums(count: YearCount) -> tuple[str, ...]:
    """Return the four figures of one member; who was never due has no rates."""
    if not count.due:
        return ("0", "0", words.NOT_DUE_SYMBOL, words.NOT_DUE_SYMBOL)
    return (
        str(count.due),
        str(count.present),
        f"{per_cent(count.rate)}%",
        f"{per_cent(count.effective_rate)}%",
    )


def _foot(
    held: list[Session], total: YearCount, names: int, remarks: int
) -> tuple[tuple[Cell, ...], ...]:
    """Return 应到, 实到 and 出勤率 of each meeting; a meeting not confirmed has only the first."""
    sums = _sums(total)
    rows = (
        ("应到", [str(one.counted.expected.total) for one in held], (sums[0], "", "", "")),
        ("实到", [str(one.counted.present) if _is_known(one) else "" for one in held],
         ("", sums[1], "", "")),
        ("出勤率（%）", [per_cent(one.counted.rate) if _is_known(one) else "" for one in held],
         ("", "", *sums[2:])),
    )  # fmt: skip
    return tuple(
        (
            parts.label(label, span=names),
            *(Cell(text, align="center") for text in (*figures, *totals, *[""] * remarks)),
        )
        for label, figures, totals in rows
    )


def _is_known(session: Session) -> bool:
    return session.meeting.attendance_confirmed


def _notes(year: _Year, held: list[Session]) -> Iterator[Block]:
    """Yield what the marks and the short words of this sheet mean."""
    yield Note(_legend())
    short = {
        SHORT_WORDS[word]: word
        for word in SHORT_WORDS
        if any(one.meeting.kinds[:1] == [word] for one in held) and word != GROUP_MEETING
    }
    explained = [f"{mark}——{word}" for mark, word in short.items() if mark != word]
    explained += [f"{year.group_mark(group.id)}——{group.name}" for group in year.book.groups]
    if explained:
        yield Note(f"简称：{'；'.join(explained)}。")
    yield Note(_RATES_NOTE + ("" if all(map(_is_known, held)) else _UNKNOWN_NOTE))


def _legend() -> str:
    """Return the marks with what they stand for.

    Source: `domain/pages.md` P22.
    """
    meant: dict[str, list[str]] = {}
    for state, mark in words.ATTENDANCE_SYMBOLS.items():
        meant.setdefault(mark, []).append(state)
    listed = [f"{mark} {'或'.join(states)}" for mark, states in meant.items()]
    listed += [f"{words.MADE_UP_SYMBOL} 已补课", f"{words.NOT_DUE_SYMBOL} 不在应到之列"]
    return f"{parts.SIGNS}{'　'.join(listed)}"


def _summary(year: _Year) -> Sheet:
    """Return the year's sum of each member, for a year that takes several sheets."""
    book = year.book
    counts = [count_of(year.sessions, one.id) for one in year.people]
    names = _name_columns(book)
    made_up = Column("已补课", _COUNTED_MM)
    states = [Column(heading, _COUNTED_MM) for heading, _ in _COUNTED]
    due, present, *rates = _sum_columns()
    fixed = [due, *states, present, made_up, *rates]
    left = _WIDTH_MM - sum(column.width_mm for column in (*names, *fixed))
    names[-1] = Column("姓名", names[-1].width_mm + left)

    def figures(count: YearCount) -> tuple[str, ...]:
        due, present, *rates = _sums(count)
        marked = (str(count.of(*counted)) for _, counted in _COUNTED)
        return (due, *marked, present, str(count.made_up), *rates)

    grid = Grid(
        columns=(*names, *fixed),
        rows=tuple(
            (*_name_cells(year, number, one), *figures(count))
            for number, (one, count) in enumerate(zip(year.people, counts, strict=True), 1)
        ),
        row_mm=_ROW_MM,
        foot=(
            (
                parts.label("合计", span=len(names)),
                *(Cell(text, align="center") for text in figures(total_of(counts))),
            ),
        ),
    )
    return _made(year, "汇总", (grid, _SIGNED, *_leaders(year), Note(_RATES_NOTE)))


def _leaders(year: _Year) -> Iterator[Note]:
    """Yield how the leading cadres among the members took part; without any there is none.

    Source: `domain/one-plus-n-features.md` F47 (党员领导干部带头参加支部活动).
    """
    told = [
        f"{year.book.name(one.id)}应到{count.due}、实到{count.present}、到会率{per_cent(count.rate)}%"
        for one in year.people
        if one.is_leading_cadre and (count := count_of(year.sessions, one.id)).due
    ]
    if told:
        yield Note(f"党员领导干部带头参加情况：{'；'.join(told)}。")


def _made(year: _Year, called: str, blocks: tuple[Block, ...]) -> Sheet:
    """Return a sheet; `called` says which part of the year it is, empty for the whole."""
    book = year.book
    name = ATTENDANCE_TABLE.title + (f"（{called}）" if called else "")
    return Sheet(
        code=ATTENDANCE_TABLE.code,
        title=parts.title(f"{book.year}年", book, name, landscape=True),
        blocks=blocks,
        key=book.year_key(ATTENDANCE_TABLE),
        landscape=True,
        sample=book.sample,
    )
