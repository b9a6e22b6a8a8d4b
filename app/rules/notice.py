"""What the notice of a theme day says, from what is already planned of it (主题党日方案)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from app.manual.actions import LECTURE_ACTION, REFLECTION_ACTION, STUDY_ACTION
from app.records import Action, Meeting
from app.rules.attendance import day_of
from app.rules.entries import Values, Who, written_people
from app.rules.texts import hours, names_joined

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
