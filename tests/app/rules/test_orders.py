from __future__ import annotations

from typing import Any

import pytest

from app.records import Entry
from app.rules.orders import last_number, orders, problems
from tests.factories import BRANCH_ID

INSPECTION: dict[str, Any] = {
    "month": "2025年10月",
    "items": [
        {"item": "学习笔记抽查", "weight": 6, "problem": "两本只抄标题"},
        {"item": "党费", "weight": 8, "result": "合格", "problem": " "},
        {"item": "签到", "weight": 6, "problem": " 少一人签名 "},
        {},
    ],
}


def order(number: str, problem: str = "") -> Entry:
    values = {"number": number, "problem": problem}
    return Entry(branch_id=BRANCH_ID, page="rectification_order", year=2025, values=values)


def test_only_what_was_written_down_is_a_problem() -> None:
    assert problems(INSPECTION) == ["两本只抄标题", "少一人签名"]
    assert problems({}) == []


def test_each_problem_gets_an_order_that_names_where_it_was_found() -> None:
    first, second = orders(INSPECTION, [], 2025)
    assert first == {
        "number": "2025-01",
        "problem": "两本只抄标题",
        "basis": "2025年10月督查表：学习笔记抽查",
    }
    assert second["number"] == "2025-02"


def test_a_problem_is_not_ordered_twice_and_numbers_go_on() -> None:
    others = [order("2025-07", "少一人签名"), order("2025-02")]
    assert [one["number"] for one in orders(INSPECTION, others, 2025)] == ["2025-08"]


@pytest.mark.parametrize(
    ("numbers", "last"),
    [((), 0), (("2025-03", "2025-11"), 11), (("7",), 7), (("督字三号", ""), 0)],
)
def test_numbers_go_on_after_the_highest(numbers: tuple[str, ...], last: int) -> None:
    assert last_number(map(order, numbers)) == last
