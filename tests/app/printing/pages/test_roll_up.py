"""P26H and P26N: the committee's tables, of one branch and of five hundred."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from app.printing.document import write
from app.printing.pages.roll_up import sheets
from app.printing.sheet import Grid, Note, Rows, Sheet, Signatures
from app.rules import month_figures as names
from app.rules.roll_up import roll_up
from app.rules.timing import MOVED, UNEXPLAINED
from tests.app.printing.conftest import META, texts_of
from tests.app.printing.pages.made import grids
from tests.branch_reports import branch_report, dues, figure, finding, lost, theme_day

TWO = (
    branch_report(
        "机关党支部",
        days=(theme_day(timing=UNEXPLAINED, people=(82, 41, 1), actions=4),),
        figures=(*dues(82, 41, 820000, 410000), figure(names.OPEN_ORDERS, 2, "项")),
        findings=(finding(33, "W"), finding(33, "W"), finding(1)),
        items=(lost("学习笔记抽查", 25),),
        is_inspected=False,
        score_tenths=975,
    ),
    branch_report("采煤一队党支部", findings=(finding(33, "W"),)),
)
DECEMBER: dict[str, Any] = {"month": "2025-12", "made_at": datetime(2026, 1, 5, 8)}  # noqa: DTZ001 - local


def notes(sheet: Sheet) -> list[str]:
    return [one.text for one in sheet.blocks if isinstance(one, Note)]


def foot(grid: Grid) -> list[str]:
    (row,) = grid.foot
    return [cell.text for cell in row]


def test_a_month_has_a_line_for_each_branch_and_a_total_of_its_counts() -> None:
    (sheet,) = sheets(roll_up(TWO))
    assert sheet.title == "2025年10月中共青石矿委员会党支部组织生活和督查情况汇总表"
    assert (sheet.key, sheet.landscape) == ("2025-10-P26H", True)
    grid, *_ = grids(sheet)
    assert grid.rows == (
        (
            *("1", "采煤一队党支部", "10月9日", "按时", "18", "16", "88.89%", "100%", "5/5"),
            *("1696.97", "1696.97", "100%", "0", "1", "97", "0"),
        ),
        (
            *("2", "机关党支部", "10月9日", "未说明", "82", "41", "50%", "51.22%", "4/5"),
            *("8200.00", "4100.00", "50%", "1", "2", "97.5*", "2"),
        ),
    )
    assert foot(grid) == [
        "合计\n已报2/2个支部",
        *("开展2个", "1个", "100", "57", "57%", "60%", "9/10"),
        *("9896.97", "5796.97", "59%", "1", "3", "", "2"),
    ]
    assert sum(cell.span for row in grid.foot for cell in row) == len(grid.columns)
    assert sum(band.span for band in grid.bands) == len(grid.columns)
    assert round(sum(one.width_mm for one in grid.columns), 3) == 246
    assert "* 支部没有填月度督查表，得分按记录算出。" in notes(sheet)


def test_problems_and_lost_points_are_told_with_the_branches_that_have_them() -> None:
    (sheet,) = sheets(roll_up(TWO))
    _, problems, points = grids(sheet)
    assert problems.rows == (
        ("33", "缺席未补课", "2", "采煤一队党支部、机关党支部（2处）"),
        ("1", "要素不全", "1", "机关党支部"),
    )
    assert points.rows == (("学习笔记抽查", "1", "2.5", "机关党支部（扣2.5分）"),)
    captions = [one.rows[0][0].text for one in sheet.blocks if isinstance(one, Rows)]
    assert captions == ["检查发现的问题", "督查扣分的项目"]
    assert any(isinstance(one, Signatures) for one in sheet.blocks)


def test_where_nothing_was_found_there_is_no_list_of_it() -> None:
    (sheet,) = sheets(roll_up([branch_report(parent="")]))
    assert sheet.title == "2025年10月党支部组织生活和督查情况汇总表"
    assert len(list(grids(sheet))) == 1


def test_who_handed_in_nothing_has_an_empty_line_and_is_named() -> None:
    made = roll_up([*TWO, branch_report("采煤一队党支部", days=(), figures=(), **DECEMBER)])
    _, _, december = sheets(made)
    grid, *_ = grids(december)
    assert grid.rows[0][:7] == ("1", "采煤一队党支部", "", "未开展", "—", "—", "—")
    assert grid.rows[1] == ("2", "机关党支部", "", "未报", *[""] * 12)
    assert "未报月报的1个支部：机关党支部。" in notes(december)


def test_the_year_stands_before_its_months_with_what_was_held_as_planned() -> None:
    made = roll_up(
        [
            *TWO,
            branch_report(days=(theme_day(date(2025, 12, 8), MOVED),), **DECEMBER),
        ]
    )
    year, *months = sheets(made)
    assert [one.key for one in (year, *months)] == ["2025-P26N", "2025-10-P26H", "2025-12-P26H"]
    assert year.title == "2025年中共青石矿委员会主题党日开展情况统计表"
    (grid,) = grids(year)
    blank = [""] * 9
    assert grid.rows == (
        ("1", "采煤一队党支部", *blank, "√", "", "改", "2", "0", "100%"),
        ("2", "机关党支部", *blank, "迟", "", "未报", "0", "1", "0%"),
    )
    assert foot(grid)[1:] == [*blank, "1", "", "1", "2", "1", "50%"]
    assert any("（2个月），未报的月份按没有开展计" in one for one in notes(year))


def test_what_was_left_out_is_told_once_on_the_first_sheet() -> None:
    again = branch_report("采煤一队党支部", made_at=datetime(2025, 11, 9, 8))  # noqa: DTZ001
    (month,) = sheets(roll_up([*TWO, again]))
    assert sum("不止一份" in one for one in notes(month)) == 1
    year, *months = sheets(roll_up([*TWO, again, branch_report(days=(), **DECEMBER)]))
    assert sum("不止一份" in one for one in notes(year)) == 1
    assert not any("不止一份" in one for sheet in months for one in notes(sheet))


def test_of_many_branches_some_are_named_and_all_are_counted() -> None:
    made = roll_up(branch_report(f"第{n}党支部", findings=(finding(1),)) for n in range(1, 26))
    _, problems = grids(sheets(made)[0])
    assert problems.rows == (("1", "要素不全", "25", "各支部"),)
    made = roll_up(
        branch_report(f"第{n}党支部", findings=(finding(1),) if n > 1 else ()) for n in range(1, 26)
    )
    _, problems = grids(sheets(made)[0])
    assert problems.rows[0][3].endswith("第21党支部等24个支部")


def test_five_hundred_branches_are_printed_with_heads_and_whole_sums() -> None:
    made = roll_up(
        branch_report(f"第{n}党支部", figures=dues(18, 18, 400000, 400000)) for n in range(1, 501)
    )
    printed = write(sheets(made), META)
    pages = texts_of(printed)
    listed = [page for page in pages if "督查得分" in page]
    assert printed.pages > 20
    assert len(listed) == len(pages)
    last = pages[-1]
    assert "9000" in last
    assert "2000000.00" in last
    assert "2500/2500" in last
