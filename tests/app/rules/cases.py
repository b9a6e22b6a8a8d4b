"""A branch with absences, dues owed and steps taken, for the tests of cases; nobody is real."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from app.manual import words
from app.manual.kinds import MEMBERS_MEETING
from app.records import DuesRow, Entry, Meeting, Member
from app.rules.checks import Context
from app.rules.contact import Traces
from app.rules.exemptions import exemptions_in
from tests.app.rules import factories as make

TODAY = date(2025, 10, 16)
WHO = "罗海生"


def entry(key: str, year: int = 2025, **values: Any) -> Entry:
    return Entry(branch_id=make.BRANCH_ID, page=key, year=year, values=values)


def talk(on: str, **values: Any) -> Entry:
    given = {"held_on": on, "kind": "提醒谈话", "partner": [{"member": WHO}], "reason": "了解原因"}
    return entry("talk", **given | values)


def measure(on: str, what: str, **values: Any) -> Entry:
    return entry("measure", member=[{"member": WHO}], decided_on=on, measure=what, **values)


def exemption(first: str, last: str, **values: Any) -> Entry:
    given = {
        "member": [{"member": WHO}],
        "kind": "④年老体弱或长年生病",
        "approved_by": "矿区党委",
        "approved_on": first,
        "from_on": first,
        "to_on": last,
    }
    return entry("exemption", **given | values)


def held(day: str, state: str | None = words.UNEXCUSED, *, confirmed: bool = True) -> Meeting:
    """Return a meeting of all members at which one was in a state, or simply present."""
    return make.meeting(
        id=f"会 {day}",
        kinds=[MEMBERS_MEETING],
        start=make.at(f"{day}T15:00"),
        end=make.at(f"{day}T16:00"),
        planned_on=None,
        attendance=[] if state is None else [make.attended(WHO, state)],
        attendance_confirmed=confirmed,
    )


def owed(*months: str, paid: Sequence[str] = ()) -> list[DuesRow]:
    rows = [make.dues_row(WHO, 500000, None, 5000, month=one, paid_fen=None) for one in months]
    return rows + [
        make.dues_row(WHO, 500000, None, 5000, month=one, paid_on=date(2025, 10, 9)) for one in paid
    ]


def records(
    *entries: Entry,
    meetings: Sequence[Meeting] = (),
    dues: Sequence[DuesRow] | None = None,
    members: Sequence[Member] = (),
    today: date = TODAY,
    **settings: str,
) -> tuple[Context, Traces]:
    """Return what proposals look at; where no dues are given, he was heard of by paying them."""
    everyone = members or [make.member(WHO)]
    dues = owed(paid=["2025-09"]) if dues is None else dues
    context = Context(
        make.branch(),
        everyone,
        (),
        meetings,
        dues,
        settings,
        today,
        exemptions=exemptions_in(entries),
    )
    return context, Traces(meetings, dues, entries)
