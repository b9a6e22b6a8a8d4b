"""Whatever stands on a sheet: nothing is lost, nothing leaves the page, and it ends."""

from __future__ import annotations

import io

import pdfplumber
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.printing.blocks.rows import RowStrip
from app.printing.blocks.strip import Strip
from app.printing.document import write
from app.printing.layout import pages_of
from app.printing.sheet import Block, Box, Cell, Column, Grid, Note, Rows, Sheet, Signatures
from app.printing.styles import CONTINUED, MM, PORTRAIT, TEXT, TEXT_NEAR
from app.printing.titles import title_of
from tests.app.printing.conftest import META, WIDTHS, label, record, texts_of
from tests.app.printing.drawn import Drawn

WORDS = st.text(st.sampled_from("党支部会议记录，。（）“”1A"), min_size=1, max_size=80).map(
    str.strip
)
LONG = st.lists(WORDS.map(lambda text: text * 6), max_size=30).map(tuple)
ROWS = st.lists(WORDS, min_size=1, max_size=6).map(
    lambda texts: Rows(WIDTHS, tuple((label("栏目名"), Cell(t * 3, span=3)) for t in texts))
)
BOXES = st.builds(
    Box,
    st.sampled_from(["", "会议记录", "规定动作三\n学习"]),
    LONG,
    least_mm=st.sampled_from([0.0, 24.0, 120.0]),
    side_label_mm=st.sampled_from([0.0, 30.0]),
    fill=st.booleans(),
)
GRIDS = st.integers(0, 45).map(
    lambda count: Grid(
        (Column("序号", 20.0), Column("姓名", 60.0), Column("签名", 82.0, blank=True)),
        tuple((str(n), f"员{n}号", "") for n in range(count)),
        row_mm=12.0,
        foot=((label("合计", 2), Cell(str(count))),),
    )
)
SIGNED = st.integers(1, 7).map(lambda count: Signatures(("主持人签字",) * count))
NOTES = WORDS.map(Note)
BLOCKS = st.lists(st.one_of(ROWS, BOXES, GRIDS, SIGNED, NOTES), min_size=1, max_size=6)


def expected(block: Block) -> list[str]:
    match block:
        case Rows():
            return [cell.text for row in block.rows for cell in row if not cell.label]
        case Box():
            return list(block.paragraphs)
        case Grid():
            return [row[1] for row in block.rows]
        case Note():
            return [block.text]
        case _:
            return []


@settings(max_examples=40)
@given(BLOCKS, st.booleans())
def test_every_text_is_printed_and_nothing_leaves_the_page(
    blocks: list[Block], landscape: bool
) -> None:
    printed = write([record(*blocks, landscape=landscape)], META)
    text = "".join(texts_of(printed))
    marks = sum(text.count(mark) for mark in "（“")
    wanted = [t for block in blocks for t in expected(block)]
    assert marks >= sum(t.count(mark) for t in wanted for mark in "（“")
    for sentence in wanted:
        assert sentence.replace(" ", "")[:8] in text
    with pdfplumber.open(io.BytesIO(printed.pdf)) as document:
        for page in document.pages:
            low = page.height - (20 if landscape else 25.4) * MM
            body = [c for c in page.chars if c["size"] > 9.5]
            assert all(c["x1"] <= page.width - 20 * MM + 0.1 for c in body)
            assert all((c["top"] + c["bottom"]) / 2 <= low for c in body)
            assert all(edge["bottom"] <= low + 0.1 for edge in page.edges)
            assert all(c["size"] > 10.49 for c in body)


@given(st.integers(0, 3))
def test_a_grid_prints_its_heading_once_a_page(count: int) -> None:
    grid = Grid((Column("姓名", 162.0),), (("周",),) * count, foot=((Cell("共"),),))
    assert texts_of(write([record(grid)], META))[0].count("姓名") == 1


@pytest.mark.parametrize("name", ["党员名册", "党小组划分", "党费证登记"])
def test_a_title_of_one_line_goes_on_in_one(name: str) -> None:
    sheet = Sheet("P24G", f"2025年安原矿业有限公司青石矿运输区党支部{name}", ())
    begun = title_of(sheet, PORTRAIT.width)
    assert title_of(sheet, PORTRAIT.width, CONTINUED).height <= begun.height


@pytest.mark.parametrize("added", ["更正页", "（补记）", "（作废）"])
def test_a_title_that_became_longer_is_parted_after_the_branch(added: str) -> None:
    branch = "安原矿业有限公司青石矿运输区党支部"
    drawn = Drawn()
    sheet = Sheet("P20", f"{branch}党员谈心谈话记录{added}", ())
    title_of(sheet, PORTRAIT.width).draw(drawn, 0.0, 0.0, 0.0)
    assert [line.text for _, _, line, _ in drawn.set] == [branch, f"党员谈心谈话记录{added}"]


def rows_of(text: str, count: int) -> Rows:
    return Rows(WIDTHS, tuple((label("栏目名"), Cell(text, span=3)) for _ in range(count)))


def test_rows_are_set_closer_where_that_saves_a_page() -> None:
    full = int(PORTRAIT.height / (11.7 * MM)) - 1
    written = Sheet("P13", "记录", (rows_of("已写", full + 1), Signatures(("签字",))))
    by_hand = Sheet("P13", "记录", (rows_of("", full + 1), Signatures(("签字",))))
    assert write([written], META).pages == 1
    assert write([by_hand], META).pages == 2
    assert write([Sheet("P13", "记录", (rows_of("已写", 2 * full),))], META).pages == 2


def test_cells_to_sign_keep_their_height_where_rows_are_set_closer() -> None:
    columns = (Column("姓名", 60.0), Column("签名", 102.0, blank=True))
    most = int((PORTRAIT.height / MM - 40) / 12.0)
    for count in range(most - 6, most + 6):
        grid = Grid(columns, (("周启明", ""),) * count, row_mm=12.0)
        for page in pages_of(Sheet("P24", "党费", (grid, Signatures(("收款人",))))):
            rows = [height for strip, height in page.placed if _is_row_of(strip, 2)]
            assert min(rows, default=12.0 * MM) >= 12.0 * MM - 0.01


def _is_row_of(strip: Strip, cells: int) -> bool:
    return isinstance(strip, RowStrip) and len(strip.cells) == cells and not strip.cells[0].label


def test_the_lines_of_a_box_keep_their_distance_where_closer_rows_save_the_page() -> None:
    rows = int((PORTRAIT.height - 60 * MM) / (11.7 * MM))
    box = Box("会议内容", ("全体党员起立。",) * 6, fill=True)
    sheet = Sheet("P16", "记录", (rows_of("已写", rows), box, Signatures(("主持人",))))
    (page,) = pages_of(sheet)
    drawn = Drawn()
    page.draw(drawn)
    heights = [y for _, y, line, _ in drawn.set if line.text == "全体党员起立。"]
    assert heights[0] - heights[1] == pytest.approx(TEXT.leading_pt)


def test_the_lines_of_a_box_are_set_nearer_where_that_saves_a_page() -> None:
    def pages(lines: int) -> int:
        box = Box("会议内容", ("全体党员起立。",) * lines, fill=True)
        return len(list(pages_of(Sheet("P15", "记录", (box, Signatures(("主持人",)))))))

    room = PORTRAIT.height - 50 * MM
    assert pages(int(room / TEXT.leading_pt) + 2) == 1
    assert pages(int(room / TEXT_NEAR.leading_pt) + 4) == 2


def test_sums_have_some_rows_above_them_on_the_last_page() -> None:
    foot = ((label("合计", 2), Cell("18人")),)
    columns = (Column("序号", 20.0), Column("姓名", 60.0), Column("金额", 82.0))
    for count in range(1, 90):
        rows = tuple((str(number), "周启明", "1.00") for number in range(1, count + 1))
        grid = Grid(columns, rows, row_mm=6.0, near=True, foot=foot)
        pages = list(pages_of(Sheet("P24C", "党费", (grid,))))
        drawn = Drawn()
        pages[-1].draw(drawn)
        listed = [line.text for _, _, line, _ in drawn.set].count("周启明")
        assert listed >= min(count, 3)
