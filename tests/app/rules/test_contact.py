from __future__ import annotations

from datetime import date

import pytest

from app.manual import words
from app.records import DuesRow, Entry, Meeting, Member
from app.rules.contact import Contact, Traces, last_contacts, silent_members
from tests.app.rules import factories as make

TODAY = date(2025, 10, 9)
WHO = make.member("罗海生")


def meeting(on: str, *rows: tuple[str, str | None], confirmed: bool = True) -> Meeting:
    """Return a theme day; each row is a state and the day it was made up for."""
    attendance = [
        make.attended(
            WHO.id,
            state,
            make_up=None if day is None else make.made_up(date.fromisoformat(day), None),
        )
        for state, day in rows
    ]
    return make.meeting(
        start=make.at(f"{on}T15:00"),
        end=make.at(f"{on}T16:00"),
        attendance=attendance,
        attendance_confirmed=confirmed,
    )


def paid(on: str, **values: object) -> DuesRow:
    return make.dues_row(WHO.id, 500000, None, 5000, paid_on=date.fromisoformat(on), **values)


def talk(on: str, state: str = words.DRAFT, *, as_partner: bool = True) -> Entry:
    names = ("partner", "talker") if as_partner else ("talker", "partner")
    people = {names[0]: [{"member": WHO.id}], names[1]: [{"guest": "来宾甲"}]}
    return Entry(
        branch_id=make.BRANCH_ID,
        page="talk",
        year=2025,
        values=people | {"held_on": on},
        state=state,
    )


def last(
    meetings: list[Meeting] | None = None,
    dues: list[DuesRow] | None = None,
    entries: list[Entry] | None = None,
) -> Contact | None:
    traces = Traces(meetings or [], dues or [], entries or [])
    return last_contacts([WHO], traces, TODAY).get(WHO.id)


@pytest.mark.parametrize(
    ("state", "made_up", "expected"),
    [
        (None, None, Contact(date(2025, 2, 7), "参加组织生活")),
        (words.LATE, None, Contact(date(2025, 2, 7), "参加组织生活")),
        (words.LEFT_EARLY, None, Contact(date(2025, 2, 7), "参加组织生活")),
        (words.SICK_LEAVE, None, None),
        (words.UNEXCUSED, None, None),
        (words.EXEMPT, None, None),
        (words.UNEXCUSED, "2025-02-12", Contact(date(2025, 2, 12), "补课")),
        (words.SICK_LEAVE, "2025-10-10", None),
    ],
)
def test_who_came_or_made_up_was_heard_of(
    state: str | None, made_up: str | None, expected: Contact | None
) -> None:
    rows = [] if state is None else [(state, made_up)]
    assert last([meeting("2025-02-07", *rows)]) == expected


def test_nobody_is_present_before_the_attendance_is_confirmed() -> None:
    assert last([meeting("2025-02-07", confirmed=False)]) is None


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({}, Contact(date(2025, 3, 1), "交纳党费")),
        ({"method": words.TRANSFER}, Contact(date(2025, 3, 1), "交纳党费")),
        ({"paid_fen": None}, None),
        ({"paid_fen": 0}, None),
        ({"method": words.PAID_BY_FAMILY}, None),
        ({"method": words.PAID_BY_MEMBER}, None),
    ],
)
def test_own_dues_count_and_those_of_others_do_not(
    values: dict[str, object], expected: Contact | None
) -> None:
    assert last(dues=[paid("2025-03-01", **values)]) == expected


@pytest.mark.parametrize("as_partner", [True, False])
def test_a_talk_counts_for_both_and_a_void_one_for_nobody(as_partner: bool) -> None:
    expected = Contact(date(2025, 4, 2), "谈心谈话")
    assert last(entries=[talk("2025-04-02", as_partner=as_partner)]) == expected
    assert last(entries=[talk("2025-04-02", words.VOID)]) is None


def test_the_latest_trace_decides() -> None:
    meetings, dues = [meeting("2025-02-07")], [paid("2025-03-01")]
    assert last(meetings, dues, [talk("2025-01-05")]) == Contact(date(2025, 3, 1), "交纳党费")


@pytest.mark.parametrize(
    ("heard", "months", "level"),
    [
        ("2025-07-10", None, None),
        ("2025-07-09", 3, "W"),
        ("2025-05-10", 3, "W"),
        ("2025-05-09", 5, "W"),
        ("2025-04-10", 5, "W"),
        ("2025-04-09", 6, "E"),
        ("2024-04-09", 6, "E"),
    ],
)
def test_silence_is_told_at_three_five_and_six_months(
    heard: str, months: int | None, level: str | None
) -> None:
    found = silent_members([WHO], Traces([meeting(heard)], [], []), TODAY)
    assert [(one.months, one.level) for one in found] == (
        [] if months is None else [(months, level)]
    )


def test_of_whom_nothing_is_known_the_time_counts_from_the_first_record_or_his_coming() -> None:
    away = [(words.UNEXCUSED, None)]
    traces = Traces([meeting("2025-05-01", *away), meeting("2025-06-01", *away)], [], [])
    (silent,) = silent_members([WHO], traces, TODAY)
    assert (silent.last, silent.since, silent.months) == (None, date(2025, 5, 1), 5)
    newcomer = make.member("罗海生", first=date(2025, 7, 10))
    assert silent_members([newcomer], traces, TODAY) == []


def test_who_has_left_is_not_missed_and_the_longest_silence_comes_first() -> None:
    gone: Member = make.member("吕思远", last=date(2025, 6, 3))
    other = make.member("段志强")
    heard = make.dues_row(other.id, 500000, None, 5000, paid_on=date(2025, 6, 9))
    traces = Traces([meeting("2025-01-07", (words.UNEXCUSED, None))], [heard], [])
    traces.meetings[0].roster = [WHO.id]
    found = silent_members([other, gone, WHO], traces, TODAY)
    assert [one.member.name for one in found] == ["罗海生", "段志强"]
