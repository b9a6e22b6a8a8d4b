from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.manual.page import FillPage
from app.manual.pages import PAGES, knows, page_of
from app.manual.words import VOID
from app.records import Entry
from app.rules.contact import Contact
from app.rules.entry_checks import CHECKS, Beside, entry_findings
from tests.app.rules.test_development import stopped_at
from tests.factories import make_member
from tests.filled import empty_entry, filled_entry

TODAY = date(2025, 10, 9)
NOTHING_BESIDE = Beside((), TODAY)


def entry(key: str, **values: Any) -> Entry:
    return Entry(branch_id="b", page=key, year=2025, values=values)


def levels(found: Entry, *beside: Entry, today: date = TODAY) -> list[tuple[str, str]]:
    return [(one.level, one.field) for one in entry_findings(found, Beside(beside, today))]


def test_checks_belong_to_pages() -> None:
    assert all(knows(key) for key in CHECKS)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
def test_an_empty_page_and_a_full_one_can_be_checked(page: FillPage) -> None:
    assert entry_findings(empty_entry(page), NOTHING_BESIDE) == []
    fields = {field.name for field in page.fields()}
    for found in entry_findings(filled_entry(page, ["a", "b"]), NOTHING_BESIDE):
        assert found.field.partition(".")[0] in fields
        assert found.sentence.endswith("。")
        assert (found.area, found.section) == ("entries", page.key)


def test_what_is_due_next_is_told_while_there_is_time() -> None:
    waiting = entry("applicant", **stopped_at("admitted_on"))
    assert levels(waiting, today=date(2024, 12, 12)) == [("I", "approved_on")]
    assert levels(waiting, today=date(2024, 12, 13)) == [("W", "approved_on")]


def test_the_register_of_the_lost_is_held_against_the_records() -> None:
    beside = Beside((), TODAY, heard={"a": Contact(date(2025, 2, 7), "交纳党费")}.get)
    for last_on, expected in (
        (None, [("I", "记录里最近一次是2025年2月7日交纳党费，失联从这一天起算。")]),
        ("2025-02-07", []),
        ("2025-03-07", [("W", "记录里最近一次是2025年2月7日交纳党费，和起算日期不一致，请核对。")]),
    ):
        lost = entry("lost_contact", member=[{"member": "a"}], last_on=last_on)
        assert [(one.level, one.sentence) for one in entry_findings(lost, beside)] == expected
    unknown = entry("lost_contact", member=[{"member": "b"}])
    assert entry_findings(unknown, beside) == []


def test_the_gravest_comes_first() -> None:
    late = entry("applicant", **stopped_at("admitted_on", training_days=1))
    assert levels(late) == [
        ("E", "training_days"),
        ("W", "approved_on"),
        ("W", "confirmed_on"),
    ]


def test_ballots_are_held_against_those_of_the_year() -> None:
    page = entry(
        "appraisal", excellent=5, qualified=9, decided_on="2025-10-01", told_on="2025-10-02"
    )
    count = entry("appraisal_count", returned=14)
    assert levels(page, count) == []
    count.values["returned"] = 15
    assert levels(page, count) == [("E", "excellent")]
    count.state = VOID
    assert levels(page, count) == []


def test_the_grades_of_all_pages_are_held_against_the_cap() -> None:
    pages = [entry("appraisal", grade="优秀") for _ in range(7)]
    assert levels(entry("appraisal_count", due=18), *pages) == [("E", "due")]
    pages[0].state = VOID
    assert levels(entry("appraisal_count", due=18), *pages) == []


@pytest.mark.parametrize(
    ("due_on", "is_fault"),
    [("2026-10-09", False), ("2026-10-10", True), ("2025-10-08", True), ("", True)],
)
def test_mending_takes_at_most_a_year(due_on: str, is_fault: bool) -> None:
    given = entry("measure", measure="限期改正", decided_on="2025-10-09", due_on=due_on)
    assert bool(levels(given)) == is_fault
    given.values["measure"] = page_of("measure").field("measure").choices[0]
    assert levels(given) == []


@pytest.mark.parametrize(
    ("measure", "full", "probationary"),
    [
        ("批评教育", [], []),
        ("劝退", [], [("E", "measure")]),
        ("除名", [], [("E", "measure")]),
        ("停止党籍", [], [("E", "measure")]),
        ("延长预备期", [("E", "measure")], []),
        ("取消预备党员资格", [("E", "measure")], []),
    ],
)
def test_a_measure_is_one_for_a_member_of_his_category_on_its_day(
    measure: str, full: list[tuple[str, str]], probationary: list[tuple[str, str]]
) -> None:
    member = make_member(id="a", categories=[], full_on=date(2025, 10, 1))
    for decided, expected in (("2025-10-01", full), ("2025-09-30", probationary)):
        page = entry("measure", member=[{"member": "a"}], measure=measure, decided_on=decided)
        found = entry_findings(page, Beside((), TODAY, members={"a": member}))
        assert [(one.level, one.field) for one in found] == expected
