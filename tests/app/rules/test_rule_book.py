from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.errors import InvalidInputError
from app.manual.faults import FAULTS, fault_spec
from app.manual.kinds import COMMITTEE_MEETING
from app.manual.settings import LEAST_PHOTOS, RECORD_DAYS, SETTINGS
from app.rules.checks import meeting_findings, month_findings
from app.rules.filing import record_days_of
from app.rules.month_checks import inspected
from app.rules.rule_book import (
    RULES_KEY,
    RuleChange,
    change_in,
    changes_of,
    number_of,
    rule_book,
    with_change,
    without_change,
)
from tests.app.rules import october
from tests.app.rules.checks.situations import context
from tests.app.rules.test_month_checks import on, order, view


def settings_of(*changes: RuleChange, **plain: str) -> dict[str, str]:
    kept = dict(plain)
    for change in changes:
        kept[RULES_KEY] = with_change(kept, change)
    return kept


FIVE_DAYS = RuleChange(10, "2025-10", numbers={RECORD_DAYS.key: "5"})


def test_every_fault_has_a_rule_with_name_source_and_level() -> None:
    assert [one.number for one in FAULTS] == list(range(1, 57))
    assert all(one.name and one.named_by and "(S" not in one.named_by for one in FAULTS)
    assert len({one.name for one in FAULTS}) == len(FAULTS)


def test_every_number_belongs_to_one_rule_and_is_a_setting() -> None:
    keys = [spec.key for one in FAULTS for spec in one.settings]
    assert len(keys) == len(set(keys))
    assert set(keys) <= {spec.key for spec in SETTINGS if spec.kind == "whole"}


@pytest.mark.parametrize(
    ("month", "days"), [("2025-09", 3), ("2025-10", 5), ("2025-12", 5), ("2026-01", 4)]
)
def test_a_number_holds_from_its_month_on_and_earlier_months_keep_theirs(
    month: str, days: int
) -> None:
    later = RuleChange(10, "2026-01", numbers={RECORD_DAYS.key: "4"})
    assert number_of(settings_of(FIVE_DAYS, later), RECORD_DAYS, month) == days


def test_a_number_kept_before_any_change_holds_until_the_first() -> None:
    kept = settings_of(FIVE_DAYS, record_days="2")
    assert [number_of(kept, RECORD_DAYS, month) for month in ("2025-09", "2025-10")] == [2, 5]
    assert change_in(kept, 10, "2025-09").numbers == {RECORD_DAYS.key: "2"}
    assert record_days_of(kept, date(2025, 9, 30)) == 2
    assert record_days_of(kept, date(2025, 10, 1)) == 5


def test_a_change_that_changes_nothing_is_not_kept() -> None:
    assert settings_of(RuleChange(10, "2025-10")) == {RULES_KEY: ""}
    twice = settings_of(FIVE_DAYS, replace(FIVE_DAYS, since="2025-12"))
    assert [one.since for one in changes_of(twice)] == ["2025-10"]


def test_a_change_of_the_same_month_takes_the_place_of_the_one_before() -> None:
    (one,) = changes_of(settings_of(FIVE_DAYS, replace(FIVE_DAYS, level="E")))
    assert one.level == "E"
    kept = settings_of(FIVE_DAYS)
    assert without_change(kept, 10, "2025-10") == ""
    assert without_change(kept, 10, "2025-11") == kept[RULES_KEY]


@pytest.mark.parametrize(
    ("since", "number", "said"),
    [("", "5", "哪个月"), ("2025-13", "5", "哪个月"), ("2025-10", "五", "整数")],
)
def test_what_cannot_be_read_is_refused(since: str, number: str, said: str) -> None:
    with pytest.raises(InvalidInputError, match=said):
        settings_of(RuleChange(10, since, numbers={RECORD_DAYS.key: number}))


@pytest.mark.parametrize(("month", "level"), [("2025-09", "W"), ("2025-10", "E"), ("2025-11", "E")])
def test_the_level_of_a_rule_holds_from_its_month_on(month: str, level: str) -> None:
    meeting = october.theme_day()
    meeting.end = None
    kept = settings_of(RuleChange(25, "2025-10", "E"))
    given = replace(context([meeting], settings=kept), month=month)
    assert [(one.number, one.level) for one in meeting_findings(meeting, given)] == [(25, level)]


@pytest.mark.parametrize(("month", "count"), [("2025-09", 1), ("2025-10", 0)])
def test_a_rule_that_is_off_finds_nothing_from_its_month_on(month: str, count: int) -> None:
    meeting = october.theme_day()
    meeting.end = None
    kept = settings_of(RuleChange(25, "2025-10", off="上级不要求"))
    given = replace(context([meeting], settings=kept), month=month)
    assert len(meeting_findings(meeting, given)) == count
    off = rule_book(kept, month).switched_off
    assert list(off) == ([] if count else [(fault_spec(25), "上级不要求")])


def test_rules_hold_for_the_month_as_a_whole_and_for_fill_in_pages() -> None:
    kept = settings_of(RuleChange(51, "2025-10", "E"), RuleChange(9, "2025-10", off="试点"))
    given = view(order(), held=[on("2025-09-01", COMMITTEE_MEETING)])
    assert {one.number for one in inspected(given)} >= {9, 51}
    given = replace(given, context=replace(given.context, settings=kept))
    assert {one.level for one in inspected(given) if one.number == 51} == {"E"}
    assert not [one for one in inspected(given) if one.number == 9]


def test_a_note_to_a_lighter_level_still_stands_in_the_month() -> None:
    kept = settings_of(RuleChange(51, "2025-10", "I"))
    given = view(order())
    given = replace(given, context=replace(given.context, settings=kept))
    assert [one.level for one in inspected(given) if one.number == 51] == ["I"]


def test_the_number_of_the_month_looked_at_is_what_checks_go_by() -> None:
    kept = settings_of(RuleChange(32, "2025-11", numbers={LEAST_PHOTOS.key: "2"}))
    meeting = october.theme_day()
    for month, numbers in (("2025-10", []), ("2025-11", [32])):
        given = replace(context([meeting], settings=kept), month=month)
        assert [one.number for one in month_findings(given)] == numbers
