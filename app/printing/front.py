"""What stands before the records of a volume: its contents, and the lists an archive asks for.

Each returns a part for `write`: the sheet is made when it is known where the others stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.manual.words import NOTHING_LISTED
from app.printing.sheet import (
    Block,
    Cell,
    Column,
    Contents,
    Entry,
    Grid,
    Sheet,
    Signatures,
)
from app.printing.volume import Maker, Placed

_CONTENTS_TITLE = "目　录"
_FILES_TITLE = "卷内目录"
_SLIP_TITLE = "归档材料清单"
# A branch's full name of 18 characters stands in two lines, as most titles do.
FILE_COLUMNS = (
    Column("件号", 10.0),
    Column("责任者", 35.0),
    Column("文号", 16.0),
    Column("题名", 50.0, "left"),
    Column("日期", 19.0),
    Column("页号", 10.0),
    Column("页数", 10.0),
    Column("备注", 12.0, "left"),
)
_LIST_COLUMNS = (
    Column("序号", 16.0),
    Column("材料名称", 98.0, "left"),
    Column("起始页", 24.0),
    Column("页数", 24.0),
)

_BRANCH, _OF_BRANCH = "支部", ("委员会", "党员大会")

# What a month usually has stands on one page, with those who sign for it.
_LIST_ROW_MM = 8.0


@dataclass(frozen=True, slots=True)
class File:
    """An item (件) of a volume: what its catalogue says of it, and the parts it consists of.

    `date` has eight digits; `first` and `last` are places among the parts of the volume.
    """

    first: int
    last: int
    title: str
    author: str
    date: str
    number: str = ""
    remark: str = ""


def contents(frame: Sheet, *, chapters_only: bool = False) -> Maker:
    """Return the contents of a volume: each chapter and sheet behind them, with its page.

    `frame` is the sheet without them; it is called 目录 where it has no title. With
    `chapters_only` the sheets of a chapter are left to the catalogue of the volume.
    """

    def made(places: Sequence[Placed], own: int) -> Sheet:
        entries: list[Entry] = []
        chapter = ""
        for placed in places[own + 1 :]:
            sheet, page = placed.sheet, str(placed.first)
            if sheet.chapter and sheet.chapter != chapter:
                entries.append(Entry(sheet.chapter, page, chapter=True))
            chapter = sheet.chapter
            if not (chapter and chapters_only):
                entries.append(Entry(shortened(sheet), page, chapter=not chapter))
        return _with(frame, _CONTENTS_TITLE, Contents(tuple(entries)))

    return made


def files(frame: Sheet, listed: Sequence[File]) -> Maker:
    """Return the catalogue of a volume's items, numbered, with their pages.

    Source: DA/T 22-2015 归档文件整理规则: 件号、责任者、文号、题名、日期、页数、备注.
    """

    def made(places: Sequence[Placed], _own: int) -> Sheet:
        rows = []
        for number, file in enumerate(listed, 1):
            parts = places[file.first : file.last + 1]
            pages = sum(part.pages for part in parts)
            said = (file.author, file.number or NOTHING_LISTED, file.title, file.date)
            rows.append((str(number), *said, str(parts[0].first), str(pages), file.remark))
        return _with(frame, _FILES_TITLE, Grid(FILE_COLUMNS, tuple(rows), row_mm=10.0))

    return made


def slip(frame: Sheet, signed: Sequence[str], leave_out: str = "") -> Maker:
    """Return the slip before a month's records: what is behind it, and who signs for it.

    `leave_out` is what every title repeats, such as the name of the branch.
    """

    def made(places: Sequence[Placed], own: int) -> Sheet:
        behind = places[own + 1 :]
        rows = tuple(
            (str(number), shortened(placed.sheet, leave_out), str(placed.first), str(placed.pages))
            for number, placed in enumerate(behind, 1)
        )
        pages = str(sum(placed.pages for placed in behind))
        foot = ((Cell("合计", label=True, span=3), Cell(pages, align="center")),)
        grid = Grid(_LIST_COLUMNS, rows, row_mm=_LIST_ROW_MM, foot=foot)
        return _with(frame, _SLIP_TITLE, grid, Signatures(tuple(signed)))

    return made


def _with(frame: Sheet, title: str, *blocks: Block) -> Sheet:
    return replace(frame, title=frame.title or title, blocks=(*frame.blocks, *blocks))


def shortened(sheet: Sheet, leave_out: str = "") -> str:
    """Return the title of a sheet in one line, without what every title repeats.

    Where a page is called by the end of the branch's name, as its committee is, that is left.
    """
    title = sheet.title.replace("\n", " ")
    if leave_out.endswith(_BRANCH) and any(f"{leave_out}{one}" in title for one in _OF_BRANCH):
        return title.replace(leave_out, _BRANCH).strip()
    return title.replace(leave_out, "").strip()
