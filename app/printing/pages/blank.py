"""Pages to be written on by hand: the branch's name is filled in, and nothing else.

A page is filled from a specimen, so that every part of it is there, and then its values are taken
out. A further page needs nothing here, as long as the specimen has what it prints.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from app.manual import words
from app.manual.kinds import COMMITTEE_MEETING, MEMBERS_MEETING, THEME_DAY
from app.manual.order import CATALOGUE, COVER
from app.manual.pages import PAGES as FILL_PAGES
from app.manual.pages import instructions
from app.manual.volumes import MEMBER_YEAR, PAGES, SIGN_IN_SHEET
from app.printing.front import FILE_COLUMNS
from app.printing.layout import pages_of
from app.printing.pages import SHEETS, bound, cover, layouts, parts, people
from app.printing.pages.book import Book
from app.printing.pages.filed import page_code, title_of
from app.printing.sheet import (
    Block,
    Box,
    Cell,
    Chart,
    ChartCell,
    Close,
    Fields,
    Grid,
    Halves,
    Note,
    Pictures,
    Prose,
    Rows,
    Sheet,
)
from app.records import (
    Branch,
    CategoryPeriod,
    Decision,
    DuesRow,
    Entry,
    Lecture,
    Meeting,
    Member,
    MembershipPeriod,
    Photo,
    Rectification,
    Vote,
    VoteCounter,
    VoteExclusion,
)

_SPECIMEN = "specimen"
_YEAR = 2000
_MONTH = f"{_YEAR}-01"
_MONTHS = range(1, 13)
_COUNTED = re.compile(r"\d+(?=[年月日])")
_DAY_IN_MONTH = re.compile(r"\d+日|第\d+次")
# What stands for a figure of a title that is written by hand; blanks would be trimmed there.
_ROOM = "＿＿"
_BLANKS = "　　"
_NUMBERED = "序号"
_LEAST_ROWS, _FEW_ROWS, _SOME_ROWS, _MOST_ROWS = 1, 4, 12, 60
_MOST_MM = 200
# Source: GB/T 9704-2012, 5.2.3: a page of a document has 22 lines.
_FEW_LINES, _MOST_LINES, _LINE_MM = 10, 22, 10.2
_FILL_PAGES = {page.code: page for page in FILL_PAGES if page.is_printed}


def sheets_of(branch: Branch, code: str) -> list[Sheet]:
    """Return the form of a page code of `FORMS` for a branch."""
    book = _specimen(branch, code)
    return list(dict.fromkeys(_form(sheet, book) for sheet in _filled(book, code)))


def _filled(book: Book, code: str) -> list[Sheet]:
    if code == COVER.code:
        return [cover.sheet(book)]
    if code == CATALOGUE.code:
        title = parts.title("", book, CATALOGUE.title)
        grid = Grid(FILE_COLUMNS, (), row_mm=10.0)
        return [Sheet(CATALOGUE.code, title, (grid,))]
    if code == instructions.PAGE.code:
        return bound.instruction_sheets(book)
    if code in _FILL_PAGES:
        return layouts.blank_sheets(_FILL_PAGES[code], book)
    return SHEETS[code](book)


def _specimen(branch: Branch, code: str) -> Book:
    """Return a book with one of everything a page may print."""
    kind = PAGES[code].kind if code in PAGES else ""
    member = Member(
        id=_SPECIMEN,
        branch_id=branch.id,
        name="",
        joined_on=date(_YEAR - 1, 1, 1),
        memberships=[MembershipPeriod(branch_id=branch.id)],
        categories=[CategoryPeriod(branch_id=branch.id, category=words.FULL_MEMBER)],
    )
    meeting = _meeting(branch, [kind] if kind else [])
    held = tuple(
        Meeting(branch_id=branch.id, kinds=[one], planned_on=date(_YEAR, month, 1))
        for one in (COMMITTEE_MEETING, THEME_DAY)
        for month in _MONTHS
    )
    rows = tuple(
        DuesRow(branch_id=branch.id, member_id=member.id, month=f"{_YEAR}-{month:02}", due_fen=0)
        for month in _MONTHS
    )
    return Book(
        branch=Branch(id=branch.id, branch_id=branch.id, name=branch.name, theme_day=1),
        month=_MONTH,
        members=(member,),
        meetings=(meeting,),
        year_meetings=held,
        dues=rows[:1],
        year_dues=rows,
        entries=tuple(Entry(branch_id=branch.id, page=page.key, year=_YEAR) for page in FILL_PAGES),
        pictures={"": b""},
    )


def _meeting(branch: Branch, kinds: list[str]) -> Meeting:
    """Return a meeting with a line in each of its sections and no day."""
    key = branch.id
    return Meeting(
        branch_id=key,
        kinds=kinds,
        decisions=[Decision(branch_id=key, text="　")],
        votes=[_vote(key, secret=MEMBERS_MEETING in kinds)],
        lecture=Lecture(branch_id=key, title="　"),
        rectifications=[Rectification(branch_id=key)],
        photos=[Photo(branch_id=key, content_hash="", width_px=1, height_px=1)],
    )


def _vote(branch_id: str, *, secret: bool) -> Vote:
    """Return a vote; a secret one has ballots, people who count them and one who is left out."""
    vote = Vote(branch_id=branch_id)
    if secret:
        vote.method = words.SECRET_BALLOT
        vote.exclusions = [VoteExclusion(branch_id=branch_id, member_id=_SPECIMEN)]
        vote.counters = [
            VoteCounter(branch_id=branch_id, member_id=_SPECIMEN, role=role)
            for role in words.COUNTER_ROLES
        ]
    return vote


def _form(sheet: Sheet, book: Book) -> Sheet:
    """Return a sheet without its values, with as many rows as its page has room for."""
    kept = [one for one in sheet.blocks if not isinstance(one, Note) or _tells_signs(one)]
    blocks = [_emptied(one, book.branch.name) for one in kept]
    if sheet.code in _FILL_PAGES:
        blocks = [_with_printed_rows(*both) for both in zip(blocks, kept, strict=True)]
    if sheet.code == MEMBER_YEAR.code:
        blocks = [_with_named_rows(*both) for both in zip(blocks, kept, strict=True)]
    made = replace(
        sheet,
        title=_title(sheet, book),
        subtitle=_COUNTED.sub(_ROOM, sheet.subtitle),
        blocks=tuple(blocks),
        key=sheet.code,
        head=None,
        sample=False,
    )
    return _with_lines(made) if made.form == "document" else _with_room(made)


def _tells_signs(note: Note) -> bool:
    """Tell whether a note says what to write; the others tell of what was counted."""
    return note.text.startswith(parts.SIGNS)


def _title(sheet: Sheet, book: Book) -> str:
    """Return the title with room for its month and year, parted where it is too long now."""
    text = _COUNTED.sub(_ROOM, sheet.title)
    before, name, after = text.partition(book.branch.name)
    if not (before and name) or " " in text:
        return text
    whole = people.told_whole(after, title_of(page_code(sheet.code)))
    return parts.title(before, book, whole, landscape=sheet.landscape)


def _emptied(block: Block, kept: str) -> Block:
    """Return a block without values; what holds `kept` or room to write stays."""
    if isinstance(block, Rows | Halves):
        return replace(block, rows=tuple(_told(row, kept) for row in block.rows))
    if isinstance(block, Grid):
        columns = (replace(one, heading=_undated(one.heading)) for one in block.columns)
        foot = tuple(_told(row, kept) for row in block.foot)
        return replace(block, columns=tuple(columns), rows=(), foot=foot)
    if isinstance(block, Chart):
        rows = (replace(row, cells=tuple(map(_bare, row.cells))) for row in block.rows)
        return replace(block, rows=tuple(rows))
    if isinstance(block, Fields):
        lines = ((label, text if kept in text else "") for label, text in block.lines)
        return replace(block, lines=tuple(lines))
    return _without_text(block)


def _bare(cell: ChartCell) -> ChartCell:
    return cell if cell.label else ChartCell(span=cell.span)


def _without_text(block: Block) -> Block:
    match block:
        case Box():
            return replace(block, paragraphs=())
        case Pictures():
            return Box("照片", (), fill=True)
        case Prose():
            lines = (_COUNTED.sub(_ROOM, line) for line in block.paragraphs)
            return replace(block, paragraphs=tuple(lines))
        case Close():
            return replace(block, date=_COUNTED.sub(_BLANKS, block.date))
        case _:
            return block


def _told(row: Sequence[Cell], kept: str) -> tuple[Cell, ...]:
    if len(row) == 1:
        return tuple(row)  # no label: how the form is filled in
    return tuple(
        cell if cell.label or kept in cell.text or _BLANKS in cell.text else replace(cell, text="")
        for cell in row
    )


def _with_printed_rows(made: Block, filled: Block) -> Block:
    """Return a block with the rows that are part of the form, such as what is assessed."""
    if not (isinstance(made, Grid) and isinstance(filled, Grid)):
        return made
    rows = tuple(tuple(map(_undated, row)) for row in filled.rows)
    return replace(made, rows=rows) if any(any(row[1:]) for row in rows) else made


def _with_named_rows(made: Block, filled: Block) -> Block:
    """Return a block with its rows, of which only the names are left."""
    if not (isinstance(made, Grid) and isinstance(filled, Grid)):
        return made
    rest = ("",) * (len(filled.columns) - 1)
    names = [row[0] for row in filled.rows] if len(filled.rows) > 1 else [""]
    return replace(made, rows=tuple((name, *rest) for name in names))


def _undated(text: str) -> str:
    return "" if _DAY_IN_MONTH.search(text) else text


def _with_lines(sheet: Sheet) -> Sheet:
    """Return a document with as many ruled lines for its text as its page has room for.

    Where there is room for few beside what else it says, it takes another page.
    """
    if Prose(()) not in sheet.blocks:
        return sheet
    lined = partial(_ruled, sheet)
    least = _LEAST_ROWS if _pages(lined(_FEW_LINES)) == _pages(lined(_LEAST_ROWS)) else _FEW_LINES
    return _largest(lined, least, _MOST_LINES, _pages)


def _ruled(sheet: Sheet, count: int) -> Sheet:
    lines = Rows((1.0,), ((Cell(),),) * count, height_mm=_LINE_MM)
    blocks = (lines if block == Prose(()) else block for block in sheet.blocks)
    return replace(sheet, blocks=tuple(blocks))


def _with_room(sheet: Sheet) -> Sheet:
    """Return a sheet whose boxes and lists take the room there is on its pages."""
    boxes = [block for block in sheet.blocks if isinstance(block, Box)]
    least = with_rows(sheet, _FEW_ROWS)
    if not boxes:
        return _largest(partial(with_rows, sheet), _FEW_ROWS, _MOST_ROWS, _pages)
    if _pages(least) == 1:
        return least  # what fills the page has the room already
    main = [box for box in boxes if box.fill] or boxes
    roomy = _largest(partial(_roomy, least, main), 0, _MOST_MM, partial(_pages_to, main[0].label))
    return _largest(partial(with_rows, roomy), _FEW_ROWS, _SOME_ROWS, _pages)


def _largest(
    made: Callable[[int], Sheet], least: int, most: int, measure: Callable[[Sheet], object]
) -> Sheet:
    """Return the largest of some sheets that measures what the least of them does."""
    wanted = measure(made(least))
    while most - least > 1:
        middle = (least + most) // 2
        if measure(made(middle)) == wanted:
            least = middle
        else:
            most = middle
    return made(least)


def _roomy(sheet: Sheet, boxes: Sequence[Box], least_mm: int) -> Sheet:
    return replace(
        sheet,
        blocks=tuple(
            replace(block, least_mm=max(block.least_mm, least_mm))
            if isinstance(block, Box) and block in boxes
            else block
            for block in sheet.blocks
        ),
    )


def with_rows(sheet: Sheet, count: int) -> Sheet:
    """Return a sheet with some empty rows in each list: a grid that is alone or has numbers."""
    grids = {place: one for place, one in enumerate(sheet.blocks) if isinstance(one, Grid)}
    empty = {place: grid for place, grid in grids.items() if not grid.rows}
    lists = [
        place
        for place, grid in empty.items()
        if len(empty) == 1 or grid.columns[0].heading == _NUMBERED
    ]
    if sheet.code == SIGN_IN_SHEET.code:
        lists.pop()  # few come who are not of the branch
    blocks = [_with_strips(block, count) for block in sheet.blocks]
    for place, grid in empty.items():
        blocks[place] = replace(grid, least_rows=count if place in lists else _LEAST_ROWS)
    return replace(sheet, blocks=tuple(blocks))


def _with_strips(block: Block, count: int) -> Block:
    """Return a chart of strips nobody's name is in with some of them; any other block as it is."""
    if not isinstance(block, Chart) or any(row.cells[0].label for row in block.rows):
        return block
    return replace(block, rows=block.rows[:1] * count)


def _pages(sheet: Sheet) -> int:
    return len(list(pages_of(sheet)))


def _pages_to(label: str, sheet: Sheet) -> tuple[int, int]:
    """Return how many pages a sheet has, and how many down to the box of a label."""
    end = next(
        place
        for place, block in enumerate(sheet.blocks, 1)
        if isinstance(block, Box) and block.label == label
    )
    return _pages(sheet), _pages(replace(sheet, blocks=sheet.blocks[:end]))
