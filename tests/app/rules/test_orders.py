from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from app.manual.checklist import MENDED
from app.records import Entry
from app.rules.entries import Values
from app.rules.orders import last_number, ordered_by, orders, was_open_on
from tests.factories import BRANCH_ID, make_member, make_post

DAY = date(2025, 10, 31)
SECRETARY = make_member("柳知行", posts=[make_post()])
ORGANISER = make_member("舒望远", posts=[make_post("组织委员")])

INSPECTION: dict[str, Any] = {
    "month": "2025年10月",
    "items": [
        {"item": "学习笔记抽查", "weight": 6, "problem": "两本只抄标题"},
        {"item": "党费足额及时，账表一致", "weight": 8, "result": "合格", "problem": " "},
        {"item": "签到签名齐全，与人数一致", "weight": 6, "problem": " 少一人签名 "},
        {},
    ],
    "answers": [{"item": "学习笔记抽查", "problem": "两本只抄标题", "demand": "请督促补记。"}],
}


def order(number: str = "2025-01", problem: str = "", **values: Any) -> Entry:
    given = {"number": number, "problem": problem} | values
    return Entry(branch_id=BRANCH_ID, page="rectification_order", year=2025, values=given)


def called_for(inspection: Values, *others: Entry) -> list[Values]:
    return orders(inspection, others, 2025, (SECRETARY, ORGANISER), DAY)


def test_each_problem_gets_an_order_with_its_basis_its_demand_and_an_owner() -> None:
    first, second = called_for(INSPECTION)
    assert first == {
        "number": "2025-01",
        "problem": "两本只抄标题",
        "basis": "2025年10月督查表：学习笔记抽查",
        "demand": "请督促补记。",
        "owner": [{"member": SECRETARY.id}],
        "state": "待整改",
    }
    assert (second["number"], second["problem"]) == ("2025-02", "少一人签名")
    assert second["owner"] == [{"member": ORGANISER.id}]
    assert second["demand"] == "请按“签到签名齐全，与人数一致”的要求整改。"
    assert ordered_by(first, INSPECTION)
    assert not ordered_by(first, INSPECTION | {"month": "2025年1月"})


THIS, EARLIER = "2025年10月督查表：", "2025年8月督查表："


@pytest.mark.parametrize(
    ("others", "is_asked"),
    [
        ([], True),
        ([order(problem="少一人签名", basis=EARLIER, state="待整改")], False),
        ([order(problem="少一人签名", basis=EARLIER, state="待复查")], False),
        ([order(problem="少一人签名", basis=EARLIER, state="已销号")], True),
        ([order(problem="少一人签名", basis=THIS, state="已销号")], False),
        ([order(problem="少两人签名", basis=THIS)], True),
    ],
)
def test_a_problem_is_not_ordered_again_while_its_order_is_open(
    others: Sequence[Entry], is_asked: bool
) -> None:
    asked = [one["problem"] for one in called_for(INSPECTION, *others)]
    assert ("少一人签名" in asked) is is_asked


def test_an_order_made_void_no_longer_counts() -> None:
    void = order(problem="少一人签名", basis=THIS)
    void.state = "作废"
    assert "少一人签名" in [one["problem"] for one in called_for(INSPECTION, void)]


def test_the_same_problem_of_several_items_is_ordered_once() -> None:
    row = {"item": "悬挂党旗、佩戴党徽", "problem": "少一人签名"}
    both = INSPECTION | {"items": [*INSPECTION["items"], row]}
    assert [one["problem"] for one in called_for(both)] == ["两本只抄标题", "少一人签名"]


def test_what_is_left_of_earlier_orders_is_no_new_order() -> None:
    row = {"item": MENDED.name, "problem": "2025-03号没有销号"}
    left = {"month": "2025年10月", "items": [row], "answers": [dict(row)]}
    assert called_for(left) == []
    assert len(called_for(left | {"answers": []})) == 1


def test_numbers_go_on_in_the_year_of_the_inspection() -> None:
    last_year = order("2024-09")
    last_year.year = 2024
    numbers = [one["number"] for one in called_for(INSPECTION, order("2025-07"), last_year)]
    assert numbers == ["2025-08", "2025-09"]


@pytest.mark.parametrize(
    ("numbers", "last"),
    [((), 0), (("2025-03", "2025-11"), 11), (("7",), 7), (("督字三号", ""), 0)],
)
def test_numbers_go_on_after_the_highest(numbers: tuple[str, ...], last: int) -> None:
    assert last_number(map(order, numbers)) == last


@pytest.mark.parametrize(
    ("issued", "state", "checked", "is_open"),
    [
        ("2025-09-30", "待整改", None, True),
        ("2025-10-01", "待整改", None, False),
        ("2025-09-30", "已销号", "2025-09-30", False),
        ("2025-09-30", "已销号", "2025-10-01", True),
        ("2025-09-30", "已销号", None, False),
        (None, "待整改", None, False),
    ],
)
def test_an_order_is_open_on_a_day_until_it_is_closed(
    issued: str | None, state: str, checked: str | None, is_open: bool
) -> None:
    values = {"issued_on": issued, "state": state, "checked_on": checked}
    assert was_open_on(values, date(2025, 10, 1)) is is_open
