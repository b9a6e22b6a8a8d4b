from __future__ import annotations

import time
from datetime import date
from typing import Any

import pytest

from app import clock
from app.errors import CancelledError, InvalidInputError, NotFoundError
from app.manual import words
from app.records import Entry
from app.rules.entries import rows_in
from app.services import Services
from app.services.assessment import Outcome
from tests.branch_year import YEAR, keep_year


@pytest.fixture(autouse=True)
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2026, 1, 20))


@pytest.fixture
def kept(services: Services) -> Services:
    """Keep a quarter of a branch of six."""
    keep_year(services, months=(1, 2, 3))
    return services


def scores(services: Services) -> list[Entry]:
    return services.entries.of_page("member_score", YEAR)


def who_came(services: Services) -> Entry:
    """Return the page of somebody who came to every theme day."""
    return next(one for one in scores(services) if row(one, "参加主题党日")["times"] == 3)


def row(entry: Entry, item: str) -> dict[str, Any]:
    return next(one for one in rows_in(entry.values, "items") if one["item"] == item)


def test_everybody_gets_one_page_and_counting_again_changes_nothing(kept: Services) -> None:
    assert kept.assessment.keep_members(YEAR) == Outcome(6, 0, 0, 0, ())
    assert len(scores(kept)) == 6
    assert kept.assessment.keep_members(YEAR) == Outcome(0, 0, 6, 0, ())
    assert len(scores(kept)) == 6


def test_what_was_changed_by_hand_stays_and_is_told(kept: Services) -> None:
    kept.assessment.keep_members(YEAR)
    changed = who_came(kept)
    row(changed, "参加主题党日")["times"] = 1
    kept.entries.save(changed)
    outcome = kept.assessment.keep_members(YEAR)
    assert (outcome.changed, outcome.same) == (0, 6)
    ((_name, line),) = outcome.kept
    assert line.sentence == "“参加主题党日”改过，保留1次2分；按记录是3次6分。"
    assert row(kept.entries.get(changed.id), "参加主题党日")["times"] == 1


def times_of(services: Services) -> dict[str, int]:
    return {one.id: row(one, "参加主题党日")["times"] for one in scores(services)}


def test_new_records_are_counted_and_settled_pages_are_not_touched(kept: Services) -> None:
    kept.assessment.keep_members(YEAR)
    before = times_of(kept)
    settled, final, *others = [one for one in scores(kept) if before[one.id]]
    settled.values["settled_on"] = "2026-01-05"
    kept.entries.save(settled)
    kept.filing.finalise(final.id)
    kept.meetings.delete(kept.meetings.of_month("2025-02")[-1].id)
    outcome = kept.assessment.keep_members(YEAR)
    assert (outcome.new, outcome.settled) == (0, 2)
    after = times_of(kept)
    assert [after[one.id] for one in (settled, final)] == [3, 3]
    assert {after[one.id] for one in others} == {2}


def test_a_scheme_of_the_next_year_leaves_this_one_as_it_is(kept: Services) -> None:
    scheme = kept.entries.new("score_scheme", YEAR + 1)
    assert scheme.values["from_on"] == "2026-01-01"
    scheme.values["items"] = scheme.values["items"][:2]
    scheme.values["items"][1]["points_tenths"] = 10
    kept.entries.save(scheme)
    assert len(kept.assessment.scheme(YEAR)["items"]) == 17
    assert len(kept.assessment.scheme(YEAR + 1)["items"]) == 2
    begun = kept.entries.new("member_score", YEAR + 1).values["items"]
    assert [one["points_tenths"] for one in begun] == [30, 10]


def test_stopping_keeps_no_page(kept: Services) -> None:
    def stop(done: int, _total: int) -> None:
        if done == 3:
            raise CancelledError("停")

    with pytest.raises(CancelledError):
        kept.assessment.keep_members(YEAR, stop)
    assert scores(kept) == []


def test_a_year_without_members_has_nothing_to_count(services: Services) -> None:
    with pytest.raises(NotFoundError, match="没有党员"):
        services.assessment.keep_members(YEAR)


def test_the_branchs_sheet_is_scored_and_what_was_filled_in_stays(kept: Services) -> None:
    first = kept.assessment.keep_branch(YEAR)
    assert row(first.entry, "支部党员大会") | {"computed": ""} == {
        "item": "支部党员大会",
        "counts": "党员大会按季召开",
        "weight": 10,
        "standard": "每季度至少一次，记录完整",
        "own_tenths": 0,
        "reason": "应4次，实0次：缺一季度、二季度、三季度、四季度",
        "computed": "",
    }
    row(first.entry, "支部党员大会").update(own_tenths=50, reason="另有记录本")
    row(first.entry, "党课").update(weight=20, given_tenths=10)
    kept.entries.save(first.entry)
    again = kept.assessment.keep_branch(YEAR)
    assert row(again.entry, "支部党员大会")["own_tenths"] == 50
    assert [one.item for one in again.kept] == ["支部党员大会"]
    lecture = row(again.entry, "党课")
    assert (lecture["own_tenths"], lecture["given_tenths"]) == (50, 10)
    assert "own_tenths" not in row(again.entry, "督查整改")


def test_a_finalised_sheet_is_not_scored_anew(kept: Services) -> None:
    sheet = kept.assessment.keep_branch(YEAR).entry
    sheet.state = words.FINAL
    with kept.store.write("entries") as unit:
        from app.store import entries

        entries.save(unit, sheet)
    with pytest.raises(InvalidInputError, match="定稿"):
        kept.assessment.keep_branch(YEAR)


def test_each_line_leads_to_its_records_and_says_where_it_differs(kept: Services) -> None:
    kept.assessment.keep_members(YEAR)
    entry = who_came(kept)
    row(entry, "参加主题党日")["times"] = 1
    made = kept.assessment.year(YEAR)
    lines = {line.row["item"]: line for line in made.member_lines(entry)}
    assert [one.told for one in lines["参加主题党日"].places] == [
        "1月9日主题党日",
        "2月9日主题党日",
        "3月9日主题党日",
    ]
    assert lines["参加主题党日"].change is not None
    assert lines["参加主题党日"].is_by_hand
    assert [item for item, line in lines.items() if line.change] == ["参加主题党日"]


def test_a_year_of_two_hundred_members_is_counted_in_seconds(
    services: Services,
) -> None:
    keep_year(services, people=200, months=(1, 2))
    begun = time.process_time()
    assert len(services.assessment.year(YEAR).proposals) == 200
    assert time.process_time() - begun < 2
