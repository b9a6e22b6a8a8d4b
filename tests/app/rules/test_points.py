from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.manual import counts, words
from app.manual.pages.member_score import ADDED, DEDUCTED
from app.records import Entry
from app.rules.deeds import Deed
from app.rules.entries import Values
from app.rules.points import (
    MEMBER_WAY,
    counted_rows,
    is_by_hand,
    marked,
    merged,
    proposed,
    scores_by_member,
)
from app.rules.scheme import DEFAULT, member_items, scheme_faults, scheme_of
from app.rules.scores import earned_tenths, member_tenths
from tests.app.rules.factories import BRANCH_ID

DUE = {"item": "主题党日", "counts": counts.THEME_DAYS, "way": ADDED, "points_tenths": 20}


def deeds(word: str, times: int, each: int = 1) -> list[Deed]:
    return [
        Deed(word, date(2025, month, 9), "主题党日", "meetings", str(month), times=each)
        for month in range(1, times + 1)
    ]


@pytest.mark.parametrize(
    ("times", "most", "earned"),
    [(0, 80, 0), (1, 80, 20), (4, 80, 80), (5, 80, 80), (12, 80, 80), (12, None, 240), (3, 0, 0)],
)
def test_a_line_earns_up_to_its_cap(times: int, most: int | None, earned: int) -> None:
    item = DUE if most is None else DUE | {"most_tenths": most}
    (row,) = counted_rows([item], deeds(counts.THEME_DAYS, times))
    assert (row["times"], earned_tenths(row)) == (times, earned)
    assert ("grounds" in row) == (times > 0)
    (lost,) = counted_rows([item | {"way": DEDUCTED}], deeds(counts.THEME_DAYS, times))
    assert earned_tenths(lost) == -earned


def test_a_record_of_several_counts_as_often_as_it_says() -> None:
    (row,) = counted_rows([DUE], deeds(counts.THEME_DAYS, 2, each=3))
    assert (row["times"], row["grounds"]) == (6, "1—2月")


def test_the_base_counts_once_for_everybody() -> None:
    base = {"item": "起评分", "counts": counts.BASE, "way": ADDED, "points_tenths": 600}
    assert member_tenths(counted_rows([base], [])) == 600


def test_an_item_nothing_counts_is_left_to_be_filled_in() -> None:
    item = {"item": "群众评价", "way": ADDED, "points_tenths": 10}
    assert counted_rows([item], deeds(counts.THEME_DAYS, 2)) == [item]


@pytest.mark.parametrize(
    ("change", "by_hand"),
    [
        ({}, False),
        ({"standard": ""}, False),
        ({"most_tenths": None}, False),
        ({"times": 3}, True),
        ({"times": None}, True),
        ({"grounds": "1月，另有一次"}, True),
        ({"points_tenths": 10}, True),
        ({"standard": "每次2分"}, True),
    ],
)
def test_a_line_is_the_programs_until_something_in_it_is_changed(
    change: Values, by_hand: bool
) -> None:
    (row,) = counted_rows([DUE], deeds(counts.THEME_DAYS, 2))
    assert is_by_hand(row | change) is by_hand


def again(row: Values, times: int) -> tuple[list[Values], list[str]]:
    fresh = counted_rows([DUE], deeds(counts.THEME_DAYS, times))
    rows, kept = merged([row], fresh, MEMBER_WAY)
    return rows, [one.sentence for one in kept]


def test_counting_again_follows_the_records_where_nobody_changed_the_line() -> None:
    (before,) = counted_rows([DUE], deeds(counts.THEME_DAYS, 2))
    (after,), kept = again(before, 3)
    assert (after["times"], after["grounds"], kept) == (3, "1—3月", [])


def test_counting_again_leaves_what_was_changed_by_hand_and_says_so() -> None:
    (before,) = counted_rows([DUE], deeds(counts.THEME_DAYS, 2))
    mine = before | {"times": 5}
    (after,), kept = again(mine, 3)
    assert after == mine
    assert kept == ["“主题党日”改过，保留5次10分；按记录是3次6分。"]
    assert again(mine, 5)[1] == []


def test_a_line_without_times_is_filled_in_and_one_written_by_hand_is_kept() -> None:
    (filled,), _ = again(dict(DUE), 3)
    assert filled["times"] == 3
    (mine,), kept = again(DUE | {"times": 0}, 3)
    assert (mine["times"], kept) == (0, ["“主题党日”改过，保留0次0分；按记录是3次6分。"])


def test_lines_of_ones_own_stay_and_those_of_items_that_are_gone_go() -> None:
    own = {"item": "群众评价", "way": ADDED, "points_tenths": 10, "times": 2}
    gone = marked({"item": "旧项目", "way": ADDED, "points_tenths": 10, "times": 2})
    rows, kept = merged([own, gone], counted_rows([DUE], []), MEMBER_WAY)
    assert [row["item"] for row in rows] == ["群众评价", "主题党日"]
    assert kept == []


def score(who: str, **values: Any) -> Entry:
    given = {"member": [{"member": who}], "items": [dict(DUE)]}
    return Entry(branch_id=BRANCH_ID, page="member_score", year=2025, values=given | values)


@pytest.mark.parametrize(
    ("state", "settled_on", "was"),
    [
        (words.DRAFT, None, "changed"),
        (words.DRAFT, "2026-01-05", "settled"),
        (words.FINAL, None, "settled"),
        (words.ARCHIVED, "2026-01-05", "settled"),
    ],
)
def test_a_settled_score_is_not_touched(state: str, settled_on: str | None, was: str) -> None:
    there = score("甲", **({"settled_on": settled_on} if settled_on else {}))
    there.state = state
    before = dict(there.values)
    made = proposed("甲", score("甲"), there, counted_rows([DUE], deeds(counts.THEME_DAYS, 2)))
    assert made.was == was
    assert (made.entry.values == before) is (was == "settled")


def test_counting_the_same_records_twice_changes_nothing() -> None:
    fresh = counted_rows([DUE], deeds(counts.THEME_DAYS, 2))
    first = proposed("甲", score(""), None, fresh)
    assert (first.was, first.tenths) == ("new", 40)
    assert proposed("甲", score(""), first.entry, fresh).was == "same"


def test_of_two_pages_for_a_member_the_first_counts_and_one_for_nobody_does_not() -> None:
    first, second = score("甲"), score("甲")
    assert scores_by_member([first, second, score("乙", member=[])]) == {"甲": first}


def scheme(from_on: str | None, points: int) -> Values:
    return {"from_on": from_on, "items": [DUE | {"points_tenths": points}], "branch_items": []}


@pytest.mark.parametrize(
    ("year", "points"),
    [(2024, None), (2025, 10), (2026, 30), (2027, 30), (2030, 40)],
)
def test_a_year_is_assessed_by_the_scheme_in_force_on_its_last_day(
    year: int, points: int | None
) -> None:
    schemes = [
        scheme("2028-01-01", 40),
        scheme("2025-01-01", 10),
        scheme("2026-12-31", 30),
        scheme(None, 50),
    ]
    found = scheme_of(schemes, year)
    assert (found is DEFAULT) == (points is None)
    if points is not None:
        assert found["items"][0]["points_tenths"] == points


def test_a_scheme_names_each_item_once_and_its_weights_add_up() -> None:
    assert list(scheme_faults(DEFAULT)) == []
    twice = DEFAULT | {"items": [DUE, DUE], "branch_items": DEFAULT["branch_items"][1:]}
    found = [(one.level, one.field) for one in scheme_faults(twice)]
    assert found == [("W", "branch_items"), ("E", "items"), ("W", "items")]


def test_the_shipped_scheme_counts_attendance_dues_notes_and_the_rest() -> None:
    assert {row["counts"] for row in member_items(DEFAULT)} == {
        counts.THREE_MEETINGS,
        counts.THEME_DAYS,
        counts.STUDY,
        counts.DUES_ON_TIME,
        counts.NOTES,
        counts.REFLECTIONS,
        counts.LECTURES,
        counts.SERVICE,
        counts.AWARDS,
        counts.ON_LEAVE,
        counts.NOT_MADE_UP,
        counts.UNEXCUSED,
        counts.LATE,
        counts.NOTES_MISSING,
        counts.DUES_LATE,
        counts.MEASURES,
        counts.PENALTIES,
    }
