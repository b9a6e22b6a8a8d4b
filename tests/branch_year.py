"""A year of a branch of any size, kept in real records: for volumes and for measuring them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from app.manual.kinds import COMMITTEE_MEETING
from app.records import DuesRow, Entry, Meeting, Member, MinutesItem
from app.services import Services
from app.store import dues, entries, meetings
from app.store import members as kept_members
from tests import factories

YEAR = 2025
SAID = "韩素云：领读党章第一章第三条，说明“三会一课”制度的要求——按时参加，不迟到、不早退；"


def keep_year(
    services: Services, people: int = 6, months: Iterable[int] = range(1, 13)
) -> list[Member]:
    """Keep members and, for each month, a theme day, a committee meeting, a talk and the dues."""
    members = factories.make_members(max(people, 3))
    members[0].posts = [factories.make_post()]
    chosen = list(months)
    with services.store.write("members", "meetings", "dues", "entries") as unit:
        for member in members:
            kept_members.save(unit, member)
        for month in chosen:
            meetings.save(unit, theme_day(members, month))
            meetings.save(unit, committee_meeting(members, month))
            entries.save(unit, talk(members, month))
            dues.save(unit, [paid(member, month) for member in members])
    return members


def theme_day(members: list[Member], month: int) -> Meeting:
    """Return the theme day of a month, on the 9th."""
    made = factories.theme_day(members, photos=[], theme=f"{month}月主题党日", **_held(month, 9))
    made.attendance_confirmed = True
    made.minutes[0].topic = SAID * 3
    return made


def committee_meeting(members: list[Member], month: int) -> Meeting:
    """Return the committee meeting of a month, on the 3rd."""
    return factories.make_meeting(
        COMMITTEE_MEETING,
        attendance_confirmed=True,
        chair_id=members[0].id,
        recorder_id=members[1].id,
        minutes=[MinutesItem(branch_id=factories.BRANCH_ID, topic=f"研究{month}月工作")],
        **_held(month, 3),
    )


def talk(members: list[Member], month: int) -> Entry:
    """Return a heart-to-heart talk of a month."""
    values = {
        "held_on": date(YEAR, month, 5).isoformat(),
        "talker": [{"member": members[0].id}],
        "partner": [{"member": members[1].id}],
        "text": f"谈{month}月的工作。",
    }
    return Entry(branch_id=factories.BRANCH_ID, page="talk", year=YEAR, values=values)


def paid(member: Member, month: int) -> DuesRow:
    """Return a member's dues of a month, paid on the theme day."""
    return factories.make_dues_row(
        member, f"{YEAR}-{month:02}", paid_fen=5000, paid_on=date(YEAR, month, 9)
    )


def _held(month: int, day: int) -> dict[str, date]:
    start = datetime(YEAR, month, day, 15)  # noqa: DTZ001 - local
    return {
        "planned_on": start.date(),
        "start": start,
        "end": start + timedelta(minutes=110),
    }
