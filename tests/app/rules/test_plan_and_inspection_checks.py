"""What does not add up in pages of plans, inspection, assessment and hand-over."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.manual.pages import PAGES
from app.rules.entry_checks import Beside, entry_findings
from app.rules.prefill import Start, prefilled
from tests.app.rules.test_entry_checks import entry
from tests.factories import make_branch, make_members

TODAY = date(2025, 11, 6)
WHO, OTHER = [{"member": "a"}], [{"member": "b"}]
FULL = {"weight": 80}


def told(key: str, **values: Any) -> list[tuple[str, str]]:
    found = entry_findings(entry(key, **values), Beside((), TODAY))
    return [(one.level, one.field) for one in found]


def items(*rows: dict[str, Any]) -> dict[str, Any]:
    return {"items": list(rows)}


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"weight": 20, "deducted_tenths": 200}, []),
        ({"weight": 20, "deducted_tenths": 201}, [("E", "items")]),
        ({"weight": 21}, [("W", "items")]),
        ({"weight": 20, "result": "不合格"}, [("W", "items.2.problem")]),
        ({"weight": 20, "result": "不合格", "problem": "缺签到"}, []),
        ({"weight": 20, "result": "不适用"}, []),
    ],
)
def test_an_inspection_adds_up(row: dict[str, Any], fault: list[tuple[str, str]]) -> None:
    assert told("inspection", **items(FULL, row)) == fault


@pytest.mark.parametrize("column", ["own_tenths", "given_tenths"])
def test_no_item_of_a_branch_has_more_than_its_weight(column: str) -> None:
    assert told("branch_score", **items(FULL, {"weight": 20, column: 200})) == []
    assert told("branch_score", **items(FULL, {"weight": 20, column: 205})) == [("E", "items")]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ({"month": 3, "planned_on": "2025-03-07"}, []),
        ({"month": 3}, []),
        ({"planned_on": "2025-03-07"}, []),
        ({"month": 3, "planned_on": "2025-04-07"}, [("E", "months.2.planned_on")]),
        ({"month": 2, "planned_on": "2025-02-07"}, [("W", "months.2.month")]),
    ],
)
def test_a_plan_has_each_month_once_with_its_day(
    row: dict[str, Any], fault: list[tuple[str, str]]
) -> None:
    february = {"month": 2, "planned_on": "2025-02-07"}
    assert told("theme_plan", months=[february, row]) == fault


CLOSED = {"state": "已销号", "result": "已补记", "checker": WHO, "checked_on": "2025-11-05"}


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({}, []),
        (CLOSED, []),
        ({"due_on": "2025-10-27"}, [("E", "due_on"), ("W", "state")]),
        ({"due_on": "2025-11-05"}, [("W", "state")]),
        ({"due_on": "2025-11-05"} | CLOSED, []),
        (CLOSED | {"checked_on": "2025-10-01"}, [("E", "checked_on")]),
        (CLOSED | {"result": " ", "checker": []}, [("E", "result")]),
        (CLOSED | {"checked_on": None}, [("E", "checked_on")]),
    ],
)
def test_an_order_is_closed_in_time_and_with_proof(
    values: dict[str, Any], fault: list[tuple[str, str]]
) -> None:
    given = {"issued_on": "2025-10-28", "due_on": "2025-11-06", "state": "整改中"}
    assert told("rectification_order", **given | values) == fault


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"materials": [{"what": "通知", "issued_on": "2025-10-09"}]}, []),
        ({"materials": [{"what": "通知", "issued_on": "2025-10-10"}]}, [("E", "materials")]),
        ({"dated_on": "2025-10-10"}, [("W", "dated_on")]),
        ({"fixed_on": "2025-10-01"}, [("W", "fixed_on")]),
    ],
)
def test_a_notice_goes_out_in_time(values: dict[str, Any], fault: list[tuple[str, str]]) -> None:
    given = {"held_on": "2025-10-09", "dated_on": "2025-09-30", "fixed_on": "2025-09-29"}
    assert told("notice", **given | values) == fault


def test_notes_are_checked_once_of_each_and_as_many_as_are_due() -> None:
    first, again = {"member": WHO, "due": 2, "written": 2}, {"member": WHO}
    less = {"member": OTHER, "due": 2, "written": 1}
    assert told("notes_check", members=[first, {"member": OTHER, "due": 2}]) == []
    assert told("notes_check", members=[first, again]) == [("E", "members.2.member")]
    assert told("notes_check", members=[first, less]) == [("W", "members.2.written")]


def test_nobody_hands_over_to_himself_or_watches_himself() -> None:
    assert told("handover", handed_by=WHO, taken_by=OTHER, witness=[{"guest": "江涛"}]) == []
    assert told("handover", handed_by=WHO, taken_by=WHO) == [("E", "taken_by")]
    assert told("handover", handed_by=WHO, taken_by=OTHER, witness=WHO) == [("E", "witness")]
    assert told("handover", taken_by=[], handed_by=[]) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_what_a_page_begins_with_is_no_fault(page: Any) -> None:
    start = Start(make_branch(), make_members(3), TODAY)
    assert told(page.key, **prefilled(page.key, start)) == []
