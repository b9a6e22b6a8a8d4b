from __future__ import annotations

from typing import Any

from app.manual.pages import page_of
from app.manual.pages.member_score import ADDED, DEDUCTED
from app.printing.pages import Book
from app.printing.pages.layouts import blank_sheets, sheets
from app.printing.sheet import Grid, Sheet
from app.records import Entry
from tests.app.printing.pages.made import grids
from tests.factories import BRANCH_ID, make_branch


def sheet_with(key: str, *rows: dict[str, Any]) -> Sheet:
    entry = Entry(branch_id=BRANCH_ID, page=key, year=2025, values={"items": list(rows)})
    book = Book(make_branch(), "2025-10", (), entries=(entry,), whole_year=True)
    (found,) = sheets(page_of(key), book)
    return found


def foot(grid: Grid) -> list[str]:
    (row,) = grid.foot
    assert sum(cell.span for cell in row) == len(grid.columns)
    return [cell.text for cell in row if cell.text]


def test_an_inspection_sums_up_what_was_deducted_and_what_is_left() -> None:
    (grid,) = grids(
        sheet_with(
            "inspection",
            {"item": "党旗党徽", "weight": 4, "deducted_tenths": 15},
            {"item": "五个规定动作", "weight": 20},
        )
    )
    assert foot(grid) == ["合计", "24", "1.5", "得分：22.5"]


def test_a_branch_has_the_sum_of_each_score() -> None:
    (grid,) = grids(
        sheet_with(
            "branch_score",
            {"item": "党课", "weight": 10, "own_tenths": 100, "given_tenths": 95},
            {"item": "党费", "weight": 10, "own_tenths": 95},
        )
    )
    assert foot(grid) == ["合计", "20", "19.5", "9.5"]


def test_a_members_items_and_their_total_are_computed() -> None:
    (grid,) = grids(
        sheet_with(
            "member_score",
            {"item": "主题党日", "way": ADDED, "points_tenths": 20, "times": 11, "most_tenths": 80},
            {"item": "迟到", "way": DEDUCTED, "points_tenths": 5, "times": 1},
            {"item": "学习笔记", "way": ADDED, "points_tenths": 10},
        )
    )
    assert [row[3] for row in grid.rows] == ["+2", "-0.5", "+1"]
    assert [row[6] for row in grid.rows] == ["8", "-0.5", ""]
    assert foot(grid) == ["总分", "7.5"]


def test_a_faultless_inspection_lost_nothing() -> None:
    (grid,) = grids(sheet_with("inspection", {"item": "党课", "weight": 10, "result": "合格"}))
    assert foot(grid) == ["合计", "10", "0", "得分：10"]


def test_an_inspection_to_write_on_has_its_items_and_no_score() -> None:
    book = Book(make_branch(), "2025-10", ())
    (sheet,) = blank_sheets(page_of("inspection"), book)
    (grid,) = grids(sheet)
    assert len(grid.rows) == 13
    assert foot(grid) == ["合计", "100", "得分："]


def test_nothing_is_summed_up_where_nothing_is_filled_in() -> None:
    told = {"inspection": ["合计", "得分："], "branch_score": ["合计"], "member_score": ["总分"]}
    for key, words in told.items():
        (grid,) = grids(sheet_with(key))
        assert foot(grid) == words
        assert grid.least_rows > 0
