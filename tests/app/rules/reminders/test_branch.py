from __future__ import annotations

from datetime import date, datetime

import pytest

from app.records import Entry
from app.rules.reminders import LEVELS, REMINDERS, reminders
from app.rules.reminders.branch import backup_old, dues_open, talks_missing, term_ends
from tests.app.rules import factories as make
from tests.app.rules import october
from tests.app.rules.reminders.outlooks import LONG_AGO, held, outlook

OCTOBER = date(2025, 10, 9)


def dues_of(today: date, unpaid: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    rows = october.dues()
    for row in rows:
        if row.member_id in unpaid:
            row.paid_fen = None
    there = outlook(today, [held(OCTOBER)], members=october.members(), dues=rows)
    return [(one.level, one.sentence) for one in dues_open(there)]


def test_dues_are_asked_for_from_the_theme_day_on() -> None:
    assert dues_of(date(2025, 10, 20)) == []
    assert dues_of(date(2025, 10, 8), ("田建军",)) == []
    said = "10月党费还有2人没有交：田建军、郝文静。请交纳后登记。"
    assert dues_of(OCTOBER, ("田建军", "郝文静")) == [("due", said)]


def test_dues_of_the_month_before_are_late() -> None:
    assert dues_of(date(2025, 11, 3), ("田建军",)) == [
        ("late", "10月党费还有1人没有交：田建军。请交纳后登记。")
    ]


def test_a_member_without_a_row_has_not_paid() -> None:
    rows = [row for row in october.dues() if row.member_id != "田建军"]
    there = outlook(OCTOBER, [held(OCTOBER)], members=october.members(), dues=rows)
    (found,) = dues_open(there)
    assert "还有1人没有交：田建军" in found.sentence
    assert found.jump == ("dues", "2025-10", "")


def test_a_month_without_any_row_is_asked_for_once_records_began() -> None:
    there = outlook(date(2025, 11, 10), [held(LONG_AGO), held(date(2025, 11, 7))])
    assert [(one.level, one.jump.record_id) for one in dues_open(there)] == [
        ("late", "2025-10"),
        ("due", "2025-11"),
    ]
    fresh = outlook(date(2025, 11, 10), [held(date(2025, 11, 7))])
    assert list(dues_open(fresh)) == []


@pytest.mark.parametrize(
    ("today", "level", "said"),
    [
        (date(2025, 10, 1), "", ""),
        (date(2025, 10, 20), "soon", "还有181天"),
        (date(2026, 1, 18), "due", "还有91天"),
        (date(2026, 3, 20), "due", "还有30天"),
        (date(2026, 4, 20), "late", "已届满"),
    ],
)
def test_the_end_of_a_term_is_told_half_a_year_ahead(today: date, level: str, said: str) -> None:
    branch = make.branch()
    branch.term_end = date(2026, 4, 19)
    found = list(term_ends(outlook(today, branch=branch)))
    assert [one.level for one in found] == ([level] if level else [])
    assert all(said in one.sentence and "2026年4月19日" in one.sentence for one in found)
    assert all(one.jump == ("settings", "", "branch/term_end") for one in found)


def test_a_branch_without_a_term_is_not_asked() -> None:
    assert list(term_ends(outlook(OCTOBER))) == []


def talk(talker: str, partner: str) -> Entry:
    values = {"talker": [{"member": talker}], "partner": [{"member": partner}]}
    return Entry(branch_id=make.BRANCH_ID, page="talk", year=2025, values=values)


@pytest.mark.parametrize(("month", "levels"), [(10, []), (11, ["soon"]), (12, ["due"])])
def test_who_nobody_talked_with_is_named_at_the_end_of_the_year(
    month: int, levels: list[str]
) -> None:
    members = [make.member(name) for name in ("周启明", "韩素云", "田建军")]
    there = outlook(date(2025, month, 5), members=members, entries=[talk("周启明", "韩素云")])
    found = list(talks_missing(there))
    assert [one.level for one in found] == levels
    assert all("1名党员没有谈心谈话记录：田建军" in one.sentence for one in found)
    assert all(one.jump == ("registers", "", "talk") for one in found)


@pytest.mark.parametrize(
    ("made_at", "said"),
    [
        (None, "还没有备份"),
        (datetime(2025, 10, 2, 23, 0), ""),  # noqa: DTZ001 - local, as the copies are named
        (datetime(2025, 10, 1, 8, 0), "已过8天"),  # noqa: DTZ001
    ],
)
def test_a_copy_older_than_a_week_is_told(made_at: datetime | None, said: str) -> None:
    there = outlook(OCTOBER, [held(OCTOBER)], backed_up_at=made_at)
    found = list(backup_old(there))
    assert len(found) == bool(said)
    assert all(said in one.sentence for one in found)


def test_an_empty_file_needs_no_copy() -> None:
    assert list(backup_old(outlook(OCTOBER))) == []


def test_what_is_late_stands_first_and_every_sentence_says_what_next() -> None:
    branch = make.branch()
    branch.term_end = date(2026, 1, 1)
    meetings = [held(LONG_AGO), held(date(2025, 9, 8), state="草稿", attendance_confirmed=False)]
    members = [make.member("周启明")]
    found = reminders(outlook(date(2025, 12, 20), meetings, members=members, branch=branch))
    order = [LEVELS.index(one.level) for one in found]
    assert order == sorted(order)
    assert len({one.kind for one in found}) > 8
    assert all("请" in one.sentence and one.sentence.endswith("。") for one in found)


def test_every_reminder_stands_once_in_the_register() -> None:
    assert len(set(REMINDERS)) == len(REMINDERS)
