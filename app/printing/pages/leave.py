"""P22 请假与补课登记: who asked for leave from the month's meetings, and how he made up for it.

Source: `domain/pages.md` P22.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from app.manual import words
from app.manual.settings import MAKE_UP_DAYS
from app.manual.volumes import LEAVE_REGISTER
from app.printing.pages import parts
from app.printing.pages.book import Book
from app.printing.sheet import Block, Grid, Sheet, Signatures
from app.records import Attendance, Leave, MakeUpStudy, Meeting
from app.rules.attendance import day_of, summary
from app.rules.rule_book import number_of
from app.rules.texts import month_title

_LEAVE_COLUMNS = (
    ("序号", 10.0),
    ("姓名", 18.0),
    ("请假活动", 24.0),
    ("类型", 14.0),
    ("事由", 28.0),
    ("申请日期", 17.0),
    ("申请方式", 17.0),
    ("批准人", 17.0),
    ("批准日期", 17.0),
)
_MAKE_UP_COLUMNS = (
    ("序号", 10.0),
    ("姓名", 18.0),
    ("缺席活动", 24.0),
    ("期限", 17.0),
    ("补课日期", 17.0),
    ("方式与内容", 38.0),
    ("组织人", 17.0),
    ("本人签字", 21.0),
)
_EMPTY_LINES = 4

Absent = tuple[Meeting, Attendance]


def sheets(book: Book) -> list[Sheet]:
    """Return the register of the month; without meetings there is none."""
    if not book.meetings:
        return []
    absent = list(_absent(book))
    on_leave = [one for one in absent if one[1].state in words.LEAVE_STATES]
    return [
        Sheet(
            code=LEAVE_REGISTER.code,
            title=parts.title(month_title(book.month), book, LEAVE_REGISTER.title),
            blocks=(
                parts.caption("请假登记"),
                _grid(book, _LEAVE_COLUMNS, _leave_rows(book, on_leave), "事由"),
                parts.caption("补课登记"),
                _grid(book, _MAKE_UP_COLUMNS, _make_up_rows(book, absent), "方式与内容"),
                Signatures(("登记人\n签字", "支部书记\n签字")),
            ),
            key=book.key(LEAVE_REGISTER),
            sample=book.sample,
        )
    ]


def together(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return one register from those of single meetings; without any there is none."""
    if len(sheets) < 2:
        return list(sheets)
    first, *_ = sheets
    blocks = tuple(
        replace(block, rows=_joined([one.blocks[place] for one in sheets]) or block.rows)
        if isinstance(block, Grid)
        else block
        for place, block in enumerate(first.blocks)
    )
    return [replace(first, blocks=blocks)]


def _joined(grids: Iterable[Block]) -> tuple[tuple[str, ...], ...]:
    """Return the rows of some grids that name somebody, numbered anew."""
    rows = [
        rest
        for grid in grids
        if isinstance(grid, Grid)
        for _, *rest in grid.rows
        if rest[0] not in ("", words.NOTHING)
    ]
    return tuple((str(number), *rest) for number, rest in enumerate(rows, 1))


def _absent(book: Book) -> Iterator[Absent]:
    for meeting in book.meetings:
        for row in summary(meeting, book.members).absent:
            yield meeting, row


def _grid(
    book: Book,
    specs: tuple[tuple[str, float], ...],
    rows: Iterable[tuple[str, ...]],
    left: str,
) -> Grid:
    listed = tuple(rows) or _empty(book, len(specs))
    return Grid(parts.columns(*specs, left=frozenset({left})), listed, row_mm=parts.SIGNED_ROW_MM)


def _empty(book: Book, columns: int) -> tuple[tuple[str, ...], ...]:
    """Return 无 once the meetings are finalised, lines to fill in by hand before that.

    Source: `domain/pages.md` 2.0 (空白栏).
    """
    if all(meeting.state in words.FINAL_STATES for meeting in book.meetings):
        nobody = [words.NOTHING_LISTED] * columns
        nobody[1] = words.NOTHING
        return (tuple(nobody),)
    rest = ("",) * (columns - 2)
    return tuple((str(number), "", *rest) for number in range(1, _EMPTY_LINES + 1))


def _leave_rows(book: Book, on_leave: list[Absent]) -> Iterator[tuple[str, ...]]:
    for number, (meeting, row) in enumerate(on_leave, 1):
        leave = row.leave or Leave(branch_id=row.branch_id)
        yield (
            str(number),
            book.name(row.member_id),
            _activity(book, meeting),
            row.state.replace("(", "\n("),
            leave.reason,
            parts.listed_day(leave.asked_on, book),
            leave.way,
            book.name(leave.approved_by_id),
            parts.listed_day(leave.approved_on, book),
        )


def _make_up_rows(book: Book, absent: list[Absent]) -> Iterator[tuple[str, ...]]:
    days = number_of(book.settings, MAKE_UP_DAYS, book.month)
    for number, (meeting, row) in enumerate(absent, 1):
        study = row.make_up or MakeUpStudy(branch_id=row.branch_id)
        day = day_of(meeting)
        due = None if day is None else day + timedelta(days=days)
        yield (
            str(number),
            book.name(row.member_id),
            _activity(book, meeting),
            parts.listed_day(due, book),
            parts.listed_day(study.done_on, book),
            study.how,
            book.name(study.by_id),
            "",
        )


def _activity(book: Book, meeting: Meeting) -> str:
    kind = meeting.kinds[0] if meeting.kinds else ""
    return f"{parts.short_day(day_of(meeting), book)}\n{kind}"
