from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.records import Entry
from app.rules.reminders.orders import orders_open
from tests.app.rules import october
from tests.app.rules.inspected import order
from tests.app.rules.reminders.outlooks import outlook, told

TODAY = date(2025, 10, 20)


def said(*orders: Entry, today: date = TODAY) -> list[tuple[str, str]]:
    given = outlook(today, [], members=october.members())
    return told(list(orders_open(replace(given, entries=orders))))


@pytest.mark.parametrize(
    ("due_on", "values", "level"),
    [
        ("2025-10-19", {}, "late"),
        ("2024-12-31", {}, "late"),
        ("2025-10-20", {}, "due"),
        ("2025-10-27", {}, "soon"),
        ("2025-10-28", {}, None),
        ("2025-10-19", {"state": "已销号"}, None),
        ("2025-10-19", {"state": "待复查"}, "late"),
        (None, {}, None),
    ],
)
def test_an_order_is_reminded_of_until_it_is_closed(
    due_on: str | None, values: dict[str, Any], level: str | None
) -> None:
    found = said(order(**({"due_on": due_on} | values)))
    assert [one for one, _ in found] == ([level] if level else [])


def test_a_reminder_says_which_order_whose_and_what_next() -> None:
    ((_, sentence),) = said(order("2025-03", owner=[{"member": "魏国梁"}], due_on="2025-10-19"))
    assert sentence == (
        "2025-03号督查整改“照片没有全景”（魏国梁）应在10月19日前完成，还没有销号。"
        "请督促整改，复查后销号。"
    )
    ((_, sentence),) = said(order(), today=date(2026, 1, 5))
    assert "应在2025年10月20日前完成" in sentence


def test_many_orders_are_three_and_the_rest() -> None:
    many = [order(f"2025-{number:02}", due_on=f"2025-10-{number:02}") for number in range(1, 8)]
    found = said(*reversed(many))
    assert [sentence[:7] for _, sentence in found[:3]] == ["2025-01", "2025-02", "2025-03"]
    assert found[3][1].startswith("另有4项督查整改没有销号")
    assert len(said(*many[:4])) == 4
    assert said(*many[:0]) == []


def test_void_orders_and_those_in_the_bin_are_not_asked_for() -> None:
    void = order()
    void.state = "作废"
    assert said(void) == []
