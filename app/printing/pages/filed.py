"""What is added to the pages of a record when it is finalised, and the page of its corrections."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from app.manual import words
from app.manual.volumes import FILLED, PAGES
from app.printing.pages import parts
from app.printing.sheet import Block, Box, Cell, Column, Grid, Rows, Sheet, Signatures
from app.records import Correction
from app.rules.filing import LATE_RECORD, STATE_PLACE
from app.rules.texts import long_date, short_date

CORRECTIONS_SUFFIX = "G"
CORRECTIONS_TITLE = "更正页"
_LATE_MARK = f"（{LATE_RECORD}）"
_COLUMNS = (
    ("序号", 10.0),
    ("更正位置", 25.0),
    ("原记录", 34.0),
    ("更正为", 34.0),
    ("原因", 28.0),
    ("更正人", 14.0),
    ("日期", 17.0),
)
_WRITTEN_LATER = frozenset({"完成情况", "完成", "结果", "兑现情况"})
_RECORDS = frozenset(
    {page.code for page in PAGES.values() if page.kind} | {one.code for one in FILLED}
)


@dataclass(frozen=True, slots=True)
class Statement:
    """Why a record was finalised late or with something missing; empty reasons say nothing.

    `day` is the day the record is of, `day_called` what that day is called on its page.
    """

    day: date | None
    finalised_on: date
    late_reason: str = ""
    missing_reason: str = ""
    day_called: str = "活动日期"


def is_record(code: str) -> bool:
    """Tell whether a page is the record of something rather than a list or proof beside it."""
    return code in _RECORDS


def settled(sheet: Sheet, statement: Statement) -> Sheet:
    """Return a page of a finalised record: no empty cells, and what has to be stated at its end.

    Pages that are no records, such as the sign-in sheet, stay as they are.

    Source: `domain/pages.md` 2.0 (空白栏); `domain/calendar-and-faults.md` fault 10 (补记).
    """
    if not is_record(sheet.code):
        return sheet
    blocks = [_filled(block) for block in sheet.blocks]
    if rows := tuple(_stated(statement)):
        at = next((n for n, one in enumerate(blocks) if isinstance(one, Signatures)), len(blocks))
        blocks.insert(at, Rows(parts.HEAD_MM, rows))
    late = _LATE_MARK if statement.late_reason else ""
    return replace(sheet, title=f"{sheet.title}{late}", blocks=tuple(blocks))


def corrections_sheet(record: Sheet, corrections: Sequence[Correction]) -> Sheet:
    """Return the page that follows a finalised record and tells what was corrected in it."""
    listed = [one for one in corrections if one.place != STATE_PLACE]
    grid = Grid(
        parts.columns(*_COLUMNS, left=frozenset({"原记录", "更正为", "原因"})),
        tuple(_line(number, one) for number, one in enumerate(listed, 1)),
        row_mm=10.0,
    )
    signatures = Signatures(("更正人\n签字", "支部书记\n签字"))
    return Sheet(
        code=record.code + CORRECTIONS_SUFFIX,
        title=record.title.removesuffix(_LATE_MARK) + CORRECTIONS_TITLE,
        blocks=(*([record.head] if record.head else []), grid, signatures),
        key=f"{record.key}-{CORRECTIONS_SUFFIX}" if record.key else "",
        head=record.head,
        sample=record.sample,
    )


def marked_void(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Return the pages of a void record, which say so in their titles."""
    return [replace(sheet, title=f"{sheet.title}（{words.VOID}）") for sheet in sheets]


def page_code(code: str) -> str:
    """Return the code of the page a sheet belongs to: one of corrections to its record's."""
    return code if code in PAGES else code.removesuffix(CORRECTIONS_SUFFIX)


def title_of(code: str) -> str:
    """Return what a page is called in lists, also one of corrections."""
    title = PAGES[page_code(code)].title
    return title if code in PAGES else title + CORRECTIONS_TITLE


def _filled(block: Block) -> Block:
    """Return a block with 无 wherever a value is empty and not left for ink."""
    match block:
        case Rows():
            return replace(block, rows=tuple(tuple(map(_told, row)) for row in block.rows))
        case Box() if not block.paragraphs:
            return replace(block, paragraphs=(words.NOTHING,))
        case Grid():
            return replace(block, rows=filled_rows(block.columns, block.rows))
        case _:
            return block


def filled_rows(
    columns: Sequence[Column], rows: Sequence[tuple[str, ...]]
) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a list with a dash in each cell left empty that is not for ink.

    How a matter ended is often written later, and a row of which nothing is told is all for ink.
    """
    later = [one.blank or one.heading in _WRITTEN_LATER for one in columns]
    return tuple(
        tuple(
            text if is_later or not any(row) else parts.listed(text)
            for text, is_later in zip(row, later, strict=True)
        )
        for row in rows
    )


def _told(cell: Cell) -> Cell:
    empty = not (cell.text or cell.label or cell.blank)
    return replace(cell, text=words.NOTHING) if empty else cell


def _stated(statement: Statement) -> Iterator[parts.Row]:
    if statement.missing_reason:
        yield parts.wide("缺项说明", parts.sentence(statement.missing_reason))
    if statement.late_reason:
        held = (
            "" if statement.day is None else f"{statement.day_called}：{long_date(statement.day)}；"
        )
        days = f"{held}定稿日期：{long_date(statement.finalised_on)}。"
        yield parts.wide("补记说明", f"{parts.sentence(statement.late_reason)}\n{days}")


def _line(number: int, correction: Correction) -> tuple[str, ...]:
    day = correction.at.date()
    return (
        str(number),
        correction.place,
        correction.old or words.NOTHING,
        correction.new or words.NOTHING,
        correction.reason,
        correction.by,
        f"{day.year}年\n{short_date(day)}",
    )
