"""What the notice of a theme day says, from what is already planned of it (主题党日方案)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from app.manual.actions import LECTURE_ACTION, REFLECTION_ACTION, STUDY_ACTION
from app.records import Action, Meeting
from app.rules.attendance import day_of
from app.rules.entries import Values, Who, day_in, rows_in, written_people
from app.rules.entry_fault import EntryFault
from app.rules.texts import hours, names_joined

FAULT_NUMBER = 55

_EVERYONE = "全体党员"


def notice_values(meeting: Meeting, fixed_by: Meeting | None) -> Values:
    """Return the values of the notice of a theme day; what is not planned yet is left out.

    `fixed_by` is the committee meeting that settled its theme.
    """
    guests = f"，{names_joined(meeting.guests)}列席" if meeting.guests else ""
    values: Values = {
        "held_on": _kept(day_of(meeting)),
        "time": hours(meeting.start, meeting.end),
        "place": meeting.place,
        "theme": meeting.theme,
        "audience": f"{_EVERYONE}{guests}",
        "fixed_on": _kept(day_of(fixed_by)) if fixed_by else None,
        "agenda": [_item(action, meeting) for action in meeting.actions],
        "materials": [{"what": title} for title in _materials(meeting)],
    }
    return {name: value for name, value in values.items() if value}


def faults(values: Values) -> Iterator[EntryFault]:
    """Yield what cannot be in time: material newer than the theme day, a notice after it."""
    held, dated, fixed = (day_in(values, f"{name}_on") for name in ("held", "dated", "fixed"))
    for number, row in enumerate(rows_in(values, "materials"), 1):
        issued = day_in(row, "issued_on")
        if held and issued and issued > held:
            told = f"学习资料第{number}行的发布日期晚于活动日期，请核对。"
            yield EntryFault("E", "materials", told)
    if held and dated and dated > held:
        yield EntryFault("W", "dated_on", "通知的落款日期晚于活动日期，请核对。")
    if fixed and dated and fixed > dated:
        yield EntryFault("W", "fixed_on", "支委会研究日期晚于通知的落款日期，请核对。")


def _kept(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _item(action: Action, meeting: Meeting) -> dict[str, Any]:
    """Return an action with who leads it; who gives the lecture or speaks where nobody leads."""
    people: list[Who] = [(lead.member_id, "") for lead in action.leads]
    people = people or list(_speakers(action, meeting))
    return {"what": _called(action, meeting), "leads": written_people(people)}


def _called(action: Action, meeting: Meeting) -> str:
    if action.required_number is None:
        return f"自选动作：{action.name}" if action.name else "自选动作"
    if action.required_number == LECTURE_ACTION and meeting.lecture and meeting.lecture.title:
        return f"{action.name}：{meeting.lecture.title}"
    if action.required_number == STUDY_ACTION or not action.materials:
        return action.name
    return f"{action.name}：{'；'.join(action.materials.splitlines())}"


def _speakers(action: Action, meeting: Meeting) -> Iterator[Who]:
    spoken = {
        LECTURE_ACTION: meeting.lecture.speakers if meeting.lecture else (),
        REFLECTION_ACTION: meeting.reflections,
    }
    for one in spoken.get(action.required_number or 0, ()):
        if one.member_id:
            yield one.member_id, ""


def _materials(meeting: Meeting) -> list[str]:
    """Return what is to be read in the study, one title a line there."""
    lines = (
        line.strip()
        for action in meeting.actions
        if action.required_number == STUDY_ACTION
        for line in action.materials.splitlines()
    )
    return [line for line in lines if line]
