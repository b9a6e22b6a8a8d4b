from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from app.manual import counts, kinds, words
from app.manual.settings import MAKE_UP_DAYS
from app.records import Entry, Meeting, Member
from app.rules.assessed_year import AssessedYear
from app.rules.deeds import days_told, deeds_of, grounds
from tests.app.rules import factories as make

WHO = "段志强"
TODAY = date(2025, 12, 20)


def records_with(*meetings: Meeting, today: date = TODAY, **changes: Any) -> AssessedYear:
    given: dict[str, Any] = {
        "year": 2025,
        "branch": make.branch(),
        "members": [make.member(WHO, first=date(2020, 1, 1), base_fen=500000)],
        "groups": [],
        "meetings": meetings,
        "dues": [],
        "entries": [],
        "settings": {},
        "today": today,
    }
    return AssessedYear(**given | changes)


def counted(records: AssessedYear, who: str = WHO) -> dict[str, int]:
    """Return how often each word counts for a member."""
    found: dict[str, int] = {}
    for deed in deeds_of(records).get(who, []):
        found[deed.counts] = found.get(deed.counts, 0) + deed.times
    return found


def held(*words_: str, state: str = "", made_up: bool = False, **values: Any) -> Meeting:
    """Return a meeting of kinds, confirmed, with one member's row where he was not simply there."""
    study = make.made_up(date(2025, 10, 13), None) if made_up else None
    rows = [make.attended(WHO, state, make_up=study)] if state else []
    given = {"kinds": list(words_), "attendance": rows, "attendance_confirmed": True}
    return make.meeting(**given | values)


def page(key: str, **values: Any) -> Entry:
    return Entry(branch_id=make.BRANCH_ID, page=key, year=2025, values=values)


def people(*names: str) -> list[dict[str, str]]:
    return [{"member": name} for name in names]


@pytest.mark.parametrize(
    ("kind", "counts_as"),
    [
        ((kinds.THEME_DAY,), {counts.THEME_DAYS: 1}),
        ((kinds.MEMBERS_MEETING,), {counts.THREE_MEETINGS: 1}),
        ((kinds.LECTURE,), {counts.THREE_MEETINGS: 1}),
        ((kinds.THEME_DAY, kinds.LECTURE), {counts.THEME_DAYS: 1, counts.THREE_MEETINGS: 1}),
        ((kinds.MEMBERS_MEETING, kinds.LECTURE), {counts.THREE_MEETINGS: 1}),
        ((kinds.CRITICISM_MEETING, kinds.APPRAISAL), {counts.CRITICISM: 1}),
        ((kinds.OTHER,), {counts.STUDY: 1}),
        (("集中学习",), {counts.STUDY: 1}),
    ],
)
def test_coming_counts_once_as_each_sort_of_meeting(
    kind: tuple[str, ...], counts_as: dict[str, int]
) -> None:
    assert counted(records_with(held(*kind))) == counts_as


@pytest.mark.parametrize(
    ("state", "made_up", "counts_as"),
    [
        (words.LATE, False, {counts.THEME_DAYS: 1, counts.LATE: 1}),
        (words.LEFT_EARLY, False, {counts.THEME_DAYS: 1, counts.LATE: 1}),
        (words.UNEXCUSED, False, {counts.UNEXCUSED: 1, counts.NOT_MADE_UP: 1}),
        (words.UNEXCUSED, True, {counts.UNEXCUSED: 1}),
        (words.SICK_LEAVE, False, {counts.ON_LEAVE: 1, counts.NOT_MADE_UP: 1}),
        (words.MATERNITY_LEAVE, True, {counts.ON_LEAVE: 1}),
        (words.EXEMPT, False, {}),
    ],
)
def test_a_state_counts_for_what_it_is(
    state: str, made_up: bool, counts_as: dict[str, int]
) -> None:
    meeting = held(kinds.THEME_DAY, state=state, made_up=made_up)
    assert counted(records_with(meeting)) == counts_as


@pytest.mark.parametrize(("day", "missing"), [(16, 0), (17, 1)])
def test_an_absence_is_held_against_him_when_the_days_for_making_up_are_over(
    day: int, missing: int
) -> None:
    meeting = held(kinds.THEME_DAY, state=words.SICK_LEAVE)
    found = counted(records_with(meeting, today=date(2025, 10, day)))
    assert found.get(counts.NOT_MADE_UP, 0) == missing
    longer = records_with(meeting, today=date(2025, 10, day), settings={MAKE_UP_DAYS.key: "30"})
    assert counts.NOT_MADE_UP not in counted(longer)


@pytest.mark.parametrize(
    "changes",
    [
        {"attendance_confirmed": False},
        {"state": words.VOID},
        {"start": None, "planned_on": None},
        {"start": make.at("2024-10-09T15:00")},
    ],
)
def test_what_is_not_known_or_not_of_the_year_does_not_count(changes: dict[str, Any]) -> None:
    assert counted(records_with(held(kinds.THEME_DAY, **changes))) == {}


def test_only_days_on_which_he_belonged_count() -> None:
    meetings = [
        held(kinds.THEME_DAY, start=make.at(f"2025-{month:02}-09T15:00")) for month in range(1, 13)
    ]
    late = make.member("新来", first=date(2025, 5, 16), category=words.PROBATIONARY_MEMBER)
    gone = make.member("调出", last=date(2025, 3, 9))
    records = records_with(*meetings, members=[late, gone])
    assert counted(records, "新来") == {counts.THEME_DAYS: 7}
    assert counted(records, "调出") == {counts.THEME_DAYS: 3}
    assert [one.name for one in records.people] == ["新来", "调出"]


def test_a_committee_meeting_counts_for_the_committee_only() -> None:
    assert counted(records_with(held(kinds.COMMITTEE_MEETING))) == {}


def test_lectures_reflections_and_leading_count_for_who_did_them() -> None:
    meeting = held(
        kinds.THEME_DAY,
        lecture=make.lecture("守规程", WHO, "别人"),
        reflections=[make.reflection(WHO, "有收获。"), make.reflection(WHO, " ")],
        actions=[
            make.action(1, WHO),
            make.action(2, WHO),
            make.action(3, "别人"),
            make.action(None, WHO, name="帮扶"),
        ],
    )
    found = counted(records_with(meeting))
    assert found == {
        counts.THEME_DAYS: 1,
        counts.LECTURES: 1,
        counts.REFLECTIONS: 1,
        counts.LED: 1,
        counts.SERVICE: 1,
    }


@pytest.mark.parametrize(
    ("paid", "on", "today", "word"),
    [
        (5000, date(2025, 10, 31), TODAY, counts.DUES_ON_TIME),
        (5000, date(2025, 11, 1), TODAY, counts.DUES_LATE),
        (4999, date(2025, 10, 9), TODAY, counts.DUES_LATE),
        (None, None, TODAY, counts.DUES_LATE),
        (None, None, date(2025, 10, 31), None),
        (None, None, date(2025, 11, 1), counts.DUES_LATE),
    ],
)
def test_a_month_of_dues_is_in_time_only_when_all_was_paid_in_it(
    paid: int | None, on: date | None, today: date, word: str | None
) -> None:
    row = make.dues_row(WHO, 500000, None, 5000, paid_fen=paid, paid_on=on)
    expected = {} if word is None else {word: 1}
    assert counted(records_with(today=today, dues=[row])) == expected


def test_who_owes_nothing_has_no_dues_to_count() -> None:
    row = make.dues_row(WHO, 0, None, 0, paid_fen=None, paid_on=None)
    assert counted(records_with(dues=[row])) == {}


def test_fill_in_pages_count_for_whom_they_name() -> None:
    entries = [
        page("notes_check", checked_on="2025-10-25", members=[
            {"member": people(WHO), "due": 3, "written": 2},
            {"member": people("别人"), "due": 2, "written": 2},
        ]),
        page("notes_check", checked_on="2025-11-25", members=[{"member": people(WHO), "due": 2}]),
        page("talk", held_on="2025-10-21", talker=people(WHO), partner=[{"guest": "群众甲"}]),
        page("support", raised_on="2025-10-21", helpers=people(WHO, "别人"), kind="困难帮扶"),
        page("service", served_on="2025-10-21", members=people(WHO), object="服务职工"),
        page("award", awarded_on="2025-06-28", member=people(WHO), title="先进"),
        page("discipline", decided_on="2025-06-28", member=people("别人"), penalty="警告"),
        page("measure", decided_on="2025-06-28", member=people(WHO), measure="提醒谈话"),
    ]  # fmt: skip
    void = page("award", awarded_on="2025-07-01", member=people(WHO), title="重复")
    void.state = words.VOID
    records = records_with(entries=[*entries, void])
    assert counted(records) == {
        counts.NOTES: 2,
        counts.NOTES_MISSING: 1,
        counts.TALKS: 1,
        counts.SERVICE: 2,
        counts.AWARDS: 1,
        counts.MEASURES: 1,
    }
    assert counted(records, "别人") == {counts.NOTES: 2, counts.SERVICE: 1, counts.PENALTIES: 1}


def test_each_deed_leads_to_its_record() -> None:
    meeting = held(kinds.THEME_DAY, reflections=[make.reflection(WHO, "有收获。")])
    award = page("award", awarded_on="2025-06-28", member=people(WHO), title="先进")
    row = make.dues_row(WHO, 500000, None, 5000)
    deeds = deeds_of(records_with(meeting, entries=[award], dues=[row]))[WHO]
    assert [(one.counts, one.area, one.record_id, one.section) for one in deeds] == [
        (counts.AWARDS, "registers", award.id, ""),
        (counts.DUES_ON_TIME, "dues", "2025-10", WHO),
        (counts.THEME_DAYS, "theme_days", meeting.id, "attendance"),
        (counts.REFLECTIONS, "theme_days", meeting.id, "reflections"),
    ]


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ([], ""),
        ([(3, 9)], "3月"),
        ([(1, 9), (2, 9), (3, 9), (5, 9), (12, 9)], "1—3、5、12月"),
        ([(9, 29), (8, 4), (9, 2), (10, 9)], "8月、9月2日和29日、10月"),
        ([(1, 1), (1, 2), (1, 3)], "1月1日、2日和3日"),
    ],
)
def test_days_are_told_by_month_where_that_is_enough(
    days: list[tuple[int, int]], told: str
) -> None:
    assert days_told([date(2025, *day) for day in days]) == told


def test_where_something_is_recorded_names_the_sorts_of_meeting_only_where_there_are_several() -> (
    None
):
    meetings = [
        held(kinds.LECTURE, start=make.at("2025-03-09T15:00")),
        held(kinds.MEMBERS_MEETING, start=make.at("2025-03-20T15:00")),
        held(kinds.LECTURE, start=make.at("2025-06-09T15:00")),
    ]
    deeds: list[Any] = deeds_of(records_with(*meetings))[WHO]
    assert grounds(deeds) == "党课3、6月；党员大会3月"
    assert grounds(deeds[:1]) == "3月"


def test_a_deleted_member_is_in_no_assessment() -> None:
    gone = Member(
        id="走", branch_id=make.BRANCH_ID, name="走", deleted_at=make.at("2025-01-01T00:00")
    )
    assert records_with(members=[gone]).people == []
