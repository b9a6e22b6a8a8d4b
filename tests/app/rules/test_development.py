"""The time locks of developing members, each at its edge."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.manual.development import STAGES, STEPS
from app.manual.pages import page_of
from app.rules.development import Due, faults, next_due, probation_end
from app.rules.entries import missing

TODAY = date(2025, 10, 9)
# Dates as in `domain/example-records.md`, with what comes before and after them.
WAY: dict[str, Any] = {
    "name": "乔志远",
    "stage": STEPS[6],
    "born": "1998-05",
    "applied_on": "2023-03-18",
    "talked_on": "2023-04-02",
    "activist_on": "2023-06-27",
    "filed_on": "2023-07-05",
    "contacts": [{"guest": "邵长河"}],
    "reviews": [
        {"on": "2023-12-20", "opinion": "表现稳定"},
        {"on": "2024-06-18", "opinion": "主动承担夜班"},
    ],
    "target_on": "2024-07-11",
    "training_days": 3,
    "previewed_on": "2024-08-20",
    "admitted_on": "2024-09-12",
    "approved_on": "2024-11-30",
    "probation_ends_on": "2025-09-11",
    "confirmed_on": "2025-09-26",
    "confirmation_approved_on": "2025-10-08",
}


def found(**changes: object) -> list[tuple[str, str]]:
    return [(one.level, one.field) for one in faults(WAY | changes, TODAY)]


def stopped_at(last: str, **changes: object) -> dict[str, Any]:
    """Return the way up to a day, and nothing after it."""
    kept = dict(list(WAY.items())[: list(WAY).index(last) + 1])
    return kept | changes


def test_there_are_five_stages_of_twenty_five_steps() -> None:
    assert len(STAGES) == 5
    assert [int(step.split()[0]) for step in STEPS] == list(range(1, 26))
    assert len({step.split()[1] for step in STEPS}) == 25


def test_a_way_without_haste_or_delay_has_no_fault() -> None:
    assert missing(page_of("applicant"), WAY) == []
    assert found() == []
    assert next_due(WAY) is None


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        # 18 years: born in March 2005, he is 18 on 18 March 2023 at the latest.
        ({"born": "2005-03"}, []),
        ({"born": "2005-04"}, [("E", "born")]),
        ({"born": "2005-03-18"}, []),
        ({"born": "2005-03-19"}, [("E", "born")]),
        ({"born": "约2005年"}, []),
        # A talk within one month of the application.
        ({"talked_on": "2023-04-18"}, []),
        ({"talked_on": "2023-04-19"}, [("W", "talked_on")]),
        ({"talked_on": "2023-03-17"}, [("E", "talked_on")]),
        ({"talked_on": ""}, [("E", "talked_on"), ("W", "talked_on")]),
        # A full year as an activist.
        ({"target_on": "2024-06-27"}, []),
        ({"target_on": "2024-06-26"}, [("E", "target_on")]),
        # Contacts, and a review each half-year.
        ({"contacts": []}, [("E", "contacts")]),
        ({"reviews": [{"on": "2023-12-27"}, {"on": "2024-06-27"}]}, []),
        ({"reviews": [{"on": "2023-12-28"}, {"on": "2024-06-27"}]}, [("W", "reviews")]),
        ({"reviews": []}, [("W", "reviews")]),
        # Three days or twenty-four hours of training.
        ({"training_days": 2}, [("E", "training_days")]),
        ({"training_days": 2, "training_hours": 24}, []),
        ({"training_days": None, "training_hours": 23}, [("E", "training_days")]),
        # Decided by those above within three months.
        ({"approved_on": "2024-12-12"}, []),
        ({"approved_on": "2024-12-13"}, [("W", "approved_on")]),
        # Probation of one year: 12 September to 11 September.
        ({"probation_ends_on": "2025-09-12"}, [("E", "probation_ends_on")]),
        ({"confirmed_on": "2025-09-12"}, []),
        ({"confirmed_on": "2025-09-11"}, [("E", "confirmed_on")]),
        # What was left out.
        ({"previewed_on": ""}, [("E", "previewed_on")]),
    ],
)
def test_each_lock_holds_up_to_its_edge(
    changes: dict[str, object], expected: list[tuple[str, str]]
) -> None:
    assert found(**changes) == expected


@pytest.mark.parametrize(
    ("extended_to", "expected"),
    [
        ("2026-03-10", ["extended_to"]),
        ("2026-03-11", []),
        ("2026-09-11", []),
        ("2026-09-12", ["extended_to"]),
    ],
)
def test_probation_is_extended_by_half_a_year_to_a_year(
    extended_to: str, expected: list[str]
) -> None:
    way = stopped_at("probation_ends_on", extended_to=extended_to)
    assert [one.field for one in faults(way, TODAY)] == expected
    assert probation_end(way) == date.fromisoformat(extended_to)


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("applied_on", Due(date(2023, 4, 18), "talked_on", "派人同申请人谈话")),
        ("talked_on", None),
        ("filed_on", Due(date(2023, 12, 27), "reviews", "半年考察并记录")),
        ("reviews", Due(date(2024, 12, 18), "reviews", "半年考察并记录")),
        ("previewed_on", None),
        ("admitted_on", Due(date(2024, 12, 12), "approved_on", "上级党委审批接收")),
        ("approved_on", Due(date(2025, 9, 12), "confirmed_on", "支部大会讨论转正")),
        (
            "confirmed_on",
            Due(date(2025, 12, 26), "confirmation_approved_on", "上级党委审批转正"),
        ),
    ],
)
def test_what_is_due_next_follows_from_where_he_stands(last: str, expected: Due | None) -> None:
    assert next_due(stopped_at(last)) == expected


def test_what_is_due_is_late_from_the_next_day_on() -> None:
    way = stopped_at("approved_on")
    assert faults(way, date(2025, 9, 12)) == []
    (late,) = faults(way, date(2025, 9, 13))
    assert (late.level, late.field) == ("W", "confirmed_on")
    assert "2025年9月12日前支部大会讨论转正" in late.sentence


def test_an_empty_page_has_no_fault() -> None:
    assert faults({}, TODAY) == []
    assert next_due({}) is None
