from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.manual import words
from app.rules.contact import Traces
from app.rules.entry_checks import Beside, entry_findings
from app.rules.exemptions import exempt_on, exempt_rows, exemptions_in, out_of_touch
from tests.app.rules import cases
from tests.app.rules import factories as make
from tests.app.rules.cases import WHO, exemption, held, talk

FIRST, LAST = date(2025, 9, 1), date(2025, 9, 30)
MEMBERS = [make.member(WHO)]


@pytest.mark.parametrize(
    ("day", "is_exempt"),
    [
        (date(2025, 2, 28), False),
        (date(2025, 3, 1), True),
        (date(2025, 12, 31), True),
        (date(2026, 1, 1), False),
    ],
)
def test_an_exemption_holds_for_its_period(day: date, is_exempt: bool) -> None:
    found = exemptions_in([exemption("2025-03-01", "2025-12-31")])
    assert (exempt_on(found, WHO, day) is not None) == is_exempt
    assert exempt_on(found, "别人", day) is None


@pytest.mark.parametrize("name", ["approved_by", "approved_on", "from_on", "to_on"])
def test_without_approver_or_period_it_is_none(name: str) -> None:
    page = exemption("2025-03-01", "2025-12-31")
    page.values[name] = ""
    assert exemptions_in([page]) == []


def test_a_void_row_of_the_list_is_none() -> None:
    page = exemption("2025-03-01", "2025-12-31")
    page.state = words.VOID
    assert exemptions_in([page]) == []


@pytest.mark.parametrize(
    ("contacts", "heard", "is_told"),
    [
        ([], None, True),
        ([{"on": "2025-08-31", "how": "电话"}], None, True),
        ([{"on": "2025-09-01", "how": "电话"}], None, False),
        ([{"on": "2025-10-01", "how": "电话"}], None, True),
        ([], talk("2025-09-30"), False),
        ([], talk("2025-10-01"), True),
    ],
)
def test_who_nobody_was_in_touch_with_in_the_month_is_pointed_out(
    contacts: list[dict[str, Any]], heard: Any, is_told: bool
) -> None:
    page = exemption("2025-03-01", "2025-12-31", contacts=contacts)
    traces = Traces([], [], [page, *([heard] if heard else [])])
    found = out_of_touch(exemptions_in([page]), MEMBERS, traces, FIRST, LAST)
    assert [one.name for one, _ in found] == ([WHO] if is_told else [])


@pytest.mark.parametrize(
    ("first", "last", "is_told"),
    [
        ("2025-09-01", "2025-09-30", True),
        ("2025-09-02", "2025-12-31", False),
        ("2025-03-01", "2025-09-29", False),
    ],
)
def test_only_months_wholly_in_the_period_are_asked_for(
    first: str, last: str, is_told: bool
) -> None:
    found = exemptions_in([exemption(first, last)])
    assert bool(out_of_touch(found, MEMBERS, Traces([], [], []), FIRST, LAST)) == is_told


def test_a_new_meeting_marks_who_is_exempt_that_day() -> None:
    listed = exemptions_in([exemption("2025-03-01", "2025-12-31")])
    others = [make.member("段志强"), *MEMBERS]
    rows = exempt_rows(held("2025-10-09", None), others, listed)
    assert [(row.member_id, row.state) for row in rows] == [(WHO, words.EXEMPT)]
    assert exempt_rows(held("2026-01-09", None), others, listed) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"to_on": "2025-02-28"}, [("E", "to_on"), ("I", "to_on")]),
        ({"approved_on": "2025-03-02"}, [("W", "approved_on")]),
        ({"to_on": "2025-10-15"}, [("I", "to_on")]),
        ({"to_on": "2025-10-16"}, []),
    ],
)
def test_a_row_is_approved_beforehand_and_for_a_period(
    changes: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    page = exemption("2025-03-01", "2025-12-31", **changes)
    found = entry_findings(page, Beside((), cases.TODAY))
    assert [(one.level, one.field) for one in found] == expected
    assert {one.number for one in found} <= {36}
