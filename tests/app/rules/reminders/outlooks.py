"""A branch as the reminders see it, with only what a test asks for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from app.manual import kinds
from app.records import Branch, CommitteePost, DuesRow, Entry, Group, Meeting, Member
from app.rules.checks import Context
from app.rules.reminders import Outlook, Reminder
from tests.app.rules import factories as make

LONG_AGO = date(2025, 1, 6)


def held(day: date, kind: str = kinds.THEME_DAY, **values: Any) -> Meeting:
    """Return a meeting of a day that has nothing left to do."""
    given: dict[str, Any] = {
        "id": f"{kind} {day}",
        "kinds": [kind],
        "planned_on": None,
        "start": datetime.combine(day, time(15, 0)),
        "end": None,
        "state": "已签字归档",
        "attendance_confirmed": True,
    }
    return make.meeting(**given | values)


def outlook(today: date, meetings: Sequence[Meeting] = (), **values: Any) -> Outlook:
    """Return an outlook; `members`, `groups`, `dues`, `settings` and `branch` may be given."""
    branch: Branch = values.pop("branch", None) or make.branch()
    members: Sequence[Member] = values.pop("members", ())
    groups: Sequence[Group] = values.pop("groups", ())
    dues: Sequence[DuesRow] = values.pop("dues", ())
    settings: dict[str, str] = values.pop("settings", {})
    entries: Sequence[Entry] = values.pop("entries", ())
    backed_up_at: datetime | None = values.pop("backed_up_at", None)
    assert not values
    context = Context(branch, members, groups, meetings, dues, settings, today)
    return Outlook(context, entries, backed_up_at)


def group(name: str) -> Group:
    return Group(id=name, branch_id=make.BRANCH_ID, name=name)


def committee_member(name: str) -> Member:
    member = make.member(name)
    member.posts = [CommitteePost(branch_id=make.BRANCH_ID, post="书记")]
    return member


def told(found: Sequence[Reminder]) -> list[tuple[str, str]]:
    """Return level and sentence of reminders."""
    return [(one.level, one.sentence) for one in found]
