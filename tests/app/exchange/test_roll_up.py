from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from openpyxl import load_workbook

from app.exchange.roll_up import workbook
from app.rules.roll_up import roll_up
from tests.branch_reports import branch_report, finding, lost

DECEMBER = {"month": "2025-12", "made_at": datetime(2026, 1, 5, 8)}  # noqa: DTZ001 - local


def sheets(*reports: Any) -> dict[str, list[tuple[Any, ...]]]:
    book = load_workbook(io.BytesIO(workbook(roll_up(reports))))
    return {one.title: list(one.iter_rows(values_only=True)) for one in book.worksheets}


def test_numbers_are_numbers_and_sums_are_those_of_the_lines() -> None:
    found = sheets(
        branch_report("机关党支部", findings=(finding(1),), items=(lost("学习笔记抽查", 25),)),
        branch_report("采煤一队党支部", findings=(finding(1), finding(1))),
    )
    assert list(found) == ["2025年10月", "检查发现的问题", "督查扣分的项目"]
    headings, first, second, total = found["2025年10月"]
    assert first[0] == "采煤一队党支部"
    for at, heading in enumerate(headings):
        if isinstance(first[at], int | float) and "率" not in heading and "得分" not in heading:
            assert total[at] == first[at] + second[at], heading
    values = dict(zip(headings, total, strict=True))
    assert (values["应到"], values["实到"], values["到会率"]) == (36, 32, 0.8889)
    assert (values["实交党费（元）"], values["必须改正"]) == (3393.94, 3)
    assert found["检查发现的问题"][1:] == [
        ("2025年10月", 1, "要素不全", 2, 3, "采煤一队党支部、机关党支部")
    ]
    assert found["督查扣分的项目"][1:] == [("2025年10月", "学习笔记抽查", 1, 2.5, "机关党支部")]


def test_a_year_has_its_grid_first_and_what_was_left_out_last() -> None:
    found = sheets(
        branch_report("机关党支部"),
        branch_report("采煤一队党支部", **DECEMBER, days=()),
        branch_report("采煤一队党支部", **DECEMBER | {"days": ()}, code="A1"),
    )
    assert list(found) == [
        *("2025年", "2025年10月", "2025年12月"),
        *("检查发现的问题", "督查扣分的项目", "说明"),
    ]
    _, first, second, total = found["2025年"]
    assert first[-6:] == ("未报", None, "缺", 0, 1, 0)
    assert second[-6:] == ("√", None, "未报", 1, 1, 0.5)
    assert total[-6:] == (1, None, 0, 1, 2, 0.25)
    assert found["2025年12月"][2][:3] == ("机关党支部", None, "未报")


def test_a_name_that_begins_like_a_formula_stays_a_name() -> None:
    found = sheets(branch_report("=1+1党支部"))
    assert found["2025年10月"][1][0] == "=1+1党支部"
