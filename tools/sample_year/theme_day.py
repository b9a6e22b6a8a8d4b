"""A theme day's parts put together as the records document has them."""

from __future__ import annotations

from app.manual.actions import REQUIRED_ACTIONS
from app.manual.kinds import LECTURE, THEME_DAY
from tools.sample_year.parts import (
    FIXED_DAY,
    HALL,
    RECORDER,
    SECRETARY,
    TREASURER,
    Plain,
    ThemeDay,
    day,
    times,
)


def theme_day(held: ThemeDay) -> Plain:
    """Return the record of a theme day; how many came is counted later."""
    meeting: Plain = {
        "kinds": [THEME_DAY, LECTURE] if held.lecture_record else [THEME_DAY],
        "planned_on": day(f"{held.day[:2]}-{FIXED_DAY:02}"),
        **times(held.day, held.hours),
        "moved_reason": held.moved_reason,
        "place": HALL,
        "chair": SECRETARY,
        "recorder": RECORDER,
        "theme": held.theme,
        "flag_hung": True,
        "sittings": list(held.sittings),
        "actions": [*_required(held), *held.extras],
        "attendance": list(held.away),
        "lecture": held.lecture_record,
        "reflections": [{"who": who, "text": text} for who, text in held.reflections],
        "minutes": list(held.topics),
        "decisions": list(held.agreed),
        "notes": {"sampled": held.sampled},
        "remark": held.remark,
        "fixed_by": day(held.fixed_by),
    }
    return {name: value for name, value in meeting.items() if value}


def _required(held: ThemeDay) -> list[Plain]:
    told: tuple[Plain, ...] = (
        {"lead": TREASURER, "text": held.dues},
        {"lead": held.charter[0], "materials": held.charter[1], "text": held.charter[2]},
        {"lead": held.study[0], "materials": held.study[1], "text": held.study[2]},
        {"lead": held.lecture[0], "text": held.lecture[1]},
        {"lead": SECRETARY},
    )
    return [
        {"required": True, "name": action.name, **one}
        for action, one in zip(REQUIRED_ACTIONS, told, strict=True)
    ]
