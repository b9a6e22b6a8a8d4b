"""The parts a month of the sample is written in; all people and places are invented.

Each part is the plain value the records document has for it. Days of 2025 are written `01-07`.
In the text on dues `{people}`, `{on_site}` and `{total}` stand for figures, in a notice `{due}`,
`{present}` and `{absent}` too: they are worked out, so that no text can contradict its table.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from app.manual import words
from app.manual.kinds import COMMITTEE_MEETING, GROUP_MEETING

YEAR = 2025
HALL = "运输区党员活动室"
FIXED_DAY = 7
SECRETARY, RECORDER, TREASURER = "周启明", "冯小满", "韩素云"
APPLICANTS = ("乔志远", "尹露")
VISITOR = "江涛"  # of the committee above
LONG_ILL = "顾广才"

Plain = dict[str, Any]
Said = tuple[str, str]

_COMMITTEE_ROOM = "运输区二楼小会议室"
# Name, leader and room of each party group.
_GROUPS = (
    ("第一党小组（电机车）", "邵长河", "电机车班班会室"),
    ("第二党小组（皮带）", "钱守义", "皮带组值班室"),
    ("第三党小组（机修）", "魏国梁", "机修车间班会室"),
)


@dataclass(frozen=True, slots=True)
class ThemeDay:
    """A theme day as it was written up.

    `charter`, `study` and `lecture` are who leads, what is read, and the text; a lecture that is a
    record of its own stands in `lecture_record`.
    """

    day: str
    hours: str
    theme: str
    fixed_by: str
    dues: str
    charter: tuple[str, str, str]
    study: tuple[str, str, str]
    lecture: tuple[str, str]
    reflections: tuple[Said, ...]
    extras: tuple[Plain, ...]
    away: tuple[Plain, ...]
    topics: tuple[Plain, ...]
    agreed: tuple[Plain, ...]
    sampled: int
    remark: str
    moved_reason: str = ""
    sittings: tuple[Plain, ...] = ()
    lecture_record: Plain = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Inspection:
    """A month's inspection: who looked, how, and by item what was taken off and why."""

    day: str
    inspectors: tuple[str, ...]
    unit: str
    way: str
    found: dict[int, tuple[float, str]]


@dataclass(frozen=True, slots=True)
class NotesCheck:
    """Whose note-books were looked at: name, characters written, grade and what was said of it."""

    day: str
    checker: str
    rows: tuple[tuple[str, int, str, str], ...]


@dataclass(frozen=True, slots=True)
class Month:
    """Everything written in one month; October's first records come from the small sample."""

    number: int
    theme_day: ThemeDay | None
    meetings: tuple[Plain, ...]
    notice_on: str
    inspection: Inspection
    report_on: str
    report: str
    notes: NotesCheck
    orders: tuple[Plain, ...] = ()


def day(written: str) -> str:
    """Return a day, or a time of it, in full: `01-07` is of the sample's year."""
    return written if written.startswith("20") else f"{YEAR}-{written}"


def times(on: str, hours: str) -> Plain:
    """Return start and end of `15:00—16:50` on a day."""
    start, _, end = hours.partition("—")
    return {"start": f"{day(on)}T{start}", "end": f"{day(on)}T{end}"}


def topic(called: str, *said: Said, by: str = "", decision: str = "") -> Plain:
    """Return a topic with who reported, what was said and what was decided."""
    speeches = [{"who": who, "text": text} for who, text in said]
    return {"topic": called, "reporter": by, "speeches": speeches, "decision": decision}


def agreed(text: str, owner: str, due: str, done: str = "") -> Plain:
    """Return an agreed matter with its owner and the days it was due and done."""
    matter = {"text": text, "owner": owner, "due": day(due)}
    return matter | ({"done_on": day(done)} if done else {})


def away(who: str, leave: tuple[str, str], asked: tuple[str, str], made_up: Said, by: str) -> Plain:
    """Return who was absent: kind and reason, day and who approved, day and way of making up."""
    state, reason = leave
    asked_on, approved_by = asked
    done_on, how = made_up
    return {
        "member": who,
        "state": state,
        "reason": reason,
        "approved_by": approved_by,
        "asked_on": day(asked_on),
        "makeup": {"on": day(done_on), "how": how, "by": by},
    }


def long_ill(asked_on: str, made_up: Said, *, by: str = "邵长河", asks: str = "韩素云") -> Plain:
    """Return the absence of the member who is ill for long."""
    return away(LONG_ILL, (words.SICK_LEAVE, "长期病休"), (asked_on, asks), made_up, by)


def committee(on: str, hours: str, *topics: Plain, **more: Any) -> Plain:
    """Return a meeting of the committee."""
    return {
        "kinds": [COMMITTEE_MEETING],
        **times(on, hours),
        "place": _COMMITTEE_ROOM,
        "chair": SECRETARY,
        "recorder": RECORDER,
        "minutes": list(topics),
        **_sections(more),
    }


def group(number: int, on: str, hours: str, recorder: str, *topics: Plain, **more: Any) -> Plain:
    """Return a meeting of a party group, 1 to 3, with its leader in the chair."""
    name, leader, room = _GROUPS[number - 1]
    return {
        "kinds": [GROUP_MEETING],
        **times(on, hours),
        "place": room,
        "group": name,
        "chair": leader,
        "recorder": recorder,
        "minutes": list(topics),
        **_sections(more),
    }


def entry(page: str, **values: object) -> Plain:
    """Return a fill-in page of the year; what is empty is left out."""
    there = {name: value for name, value in values.items() if value not in ("", None, [], ())}
    return {"page": page, "year": YEAR, "values": there}


def guest(name: str) -> Plain:
    """Return somebody who is on no roster, where a member might stand."""
    return {"guest": name}


def extra(called: str, lead: str, people: int, text: str, effect: str) -> Plain:
    """Return an optional action, called `category：name`."""
    category, _, name = called.partition("：")
    return {
        "required": False,
        "name": name,
        "category": category,
        "lead": lead,
        "text": text,
        "people": people,
        "effect": effect,
    }


def _sections(more: Plain) -> Plain:
    """Return the sections of a meeting by the names the document has for them."""
    names = {"away": "attendance", "agreed": "decisions"}
    return {names.get(name, name): value for name, value in more.items() if value}


def order(issued: str, problem: str, demand: str, owner: str, due: str, closed: Said) -> Plain:
    """Return an order to put a fault right, with the day it was checked and what had been done."""
    checked, result = closed
    return {
        "issued_on": day(issued),
        "problem": problem,
        "demand": demand,
        "owner": owner.split("、"),
        "due_on": day(due),
        "result": result,
        "checker": "贺立新",
        "checked_on": day(checked),
        "state": "已销号",
    }
