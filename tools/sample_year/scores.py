"""The members' scores of the year, counted from the records."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.exchange.document import RecordSet
from app.manual import words
from app.manual.kinds import GROUP_MEETING, LECTURE, MEMBERS_MEETING, THEME_DAY
from app.manual.pages import member_score
from app.records import Entry, Meeting, Member
from app.rules.attendance import day_of, state_of
from app.rules.convening import people_due
from app.rules.entries import written_people
from app.rules.membership import members_on
from tools.sample_year.inspected import NOTES_A_MONTH
from tools.sample_year.parts import YEAR, day

_SETTLED_ON = "12-29"
_LESSONS = {MEMBERS_MEETING, GROUP_MEETING, LECTURE}


def entries(records: RecordSet) -> Iterator[Entry]:
    """Yield the page of each member of the roster at the end of the year."""
    settled_on = date.fromisoformat(day(_SETTLED_ON))
    for member in members_on(records.members, settled_on):
        values = {
            "member": written_people([(member.id, "")]),
            "settled_on": settled_on.isoformat(),
            "items": [_row(item, member, records) for item in member_score.ITEMS],
        }
        yield Entry(branch_id=records.branch.id, page="member_score", year=YEAR, values=values)


def _row(
    item: tuple[str, str, str, int, int | None], member: Member, records: RecordSet
) -> dict[str, object]:
    name, standard, way, points, most = item
    times, grounds = _counted(name, member, records)
    row: dict[str, object] = {
        "item": name,
        "standard": standard,
        "way": way,
        "points_tenths": points,
        "times": times,
        "most_tenths": most,
        "grounds": grounds,
    }
    return {key: value for key, value in row.items() if value not in (None, "")}


def _counted(name: str, member: Member, records: RecordSet) -> tuple[int, str]:
    """Return how often an item counts for a member, and on what grounds."""
    meetings = [one for one in records.meetings if _is_due(one, member, records)]
    states = [state_of(one, member.id) for one in meetings]
    came = [
        one for one, state in zip(meetings, states, strict=True) if state in words.PRESENT_STATES
    ]
    theme_days = [one for one in came if THEME_DAY in one.kinds]
    lessons = [one for one in came if _LESSONS & set(one.kinds)]
    months = {one.start.month for one in meetings if one.start}
    counted = {
        "参加三会一课": (len(lessons), "三会一课记录"),
        "参加主题党日": (len(theme_days), "主题党日记录"),
        "参加集中学习": (len(theme_days), "党日集中学习"),
        "学习笔记": (len(months) * NOTES_A_MONTH, "笔记检查登记"),
        "无故缺席": (states.count(words.UNEXCUSED), ""),
        "迟到早退": (states.count(words.LATE) + states.count(words.LEFT_EARLY), "考勤记录"),
    }
    times, grounds = counted.get(name, (0, ""))
    return times, grounds if times else ""


def _is_due(meeting: Meeting, member: Member, records: RecordSet) -> bool:
    on = day_of(meeting)
    return (
        on is not None
        and on.year == YEAR
        and any(one.id == member.id for one in people_due(meeting, records.members, on))
    )
