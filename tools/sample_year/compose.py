"""The sample's year put together: the small sample of October, the months, and the registers."""

from __future__ import annotations

import json
from pathlib import Path

from app.exchange import document
from app.exchange.document import RecordSet
from app.manual import words
from app.manual.kinds import CRITICISM_MEETING, LECTURE, MEMBERS_MEETING, THEME_DAY
from tools.sample_year import (
    appraisal,
    april,
    august,
    beside,
    criticism,
    december,
    february,
    figures,
    inspected,
    january,
    july,
    june,
    march,
    may,
    november,
    october,
    people,
    plans,
    registers,
    scores,
    september,
    talks_autumn,
    talks_spring,
)
from tools.sample_year.parts import APPLICANTS, LONG_ILL, Plain, day, guest
from tools.sample_year.talk import page
from tools.sample_year.theme_day import theme_day

OCTOBER = Path(__file__).parent / "october.json"

MONTHS = tuple(
    one.MONTH
    for one in (
        january,
        february,
        march,
        april,
        may,
        june,
        july,
        august,
        september,
        october,
        november,
        december,
    )
)
_NEWEST = "曾庆安"
_LEAVE_WAYS = {
    words.OFFICIAL_LEAVE: "书面",
    words.SICK_LEAVE: "他人代请",
    words.PERSONAL_LEAVE: "微信或电话",
}


def composed() -> RecordSet:
    """Return the records of the sample's year."""
    made: Plain = json.loads(OCTOBER.read_text("utf-8"))
    del made["dues"]
    people.complete(made)
    for meeting in made["meetings"]:
        _complete(meeting)
    joined_on = next(one["in_branch_from"] for one in made["members"] if one["name"] == _NEWEST)
    for month in MONTHS:
        held = [theme_day(month.theme_day)] if month.theme_day else []
        made["meetings"] += [_with_guests(one, joined_on) for one in [*held, *month.meetings]]
    beside.mark_themes(made["meetings"])
    in_october = next(one for one in made["meetings"] if one.get("number") and _is_theme(one))
    roster = [one["name"] for one in made["members"] if one["name"] != _NEWEST]
    made["entries"] += [
        *people.APPLICANTS,
        *appraisal.pages(),
        *inspected.pages(MONTHS, roster),
        *plans.pages(MONTHS, in_october),
        *map(page, (*talks_spring.TALKS, *talks_autumn.TALKS)),
        *registers.pages(),
        *beside.pages(),
    ]
    records = document.loads(json.dumps(made).encode())
    _tell_leave(records)
    figures.work_out(records, MONTHS)
    figures.file_away(records)
    records.entries += scores.entries(records)
    return records


def _tell_leave(records: RecordSet) -> None:
    """Say how each leave was asked for, and that it was approved on the same day."""
    for meeting in records.meetings:
        for row in meeting.attendance:
            if row.leave is not None and row.state in words.LEAVE_STATES:
                row.leave.way = _LEAVE_WAYS[row.state]
                row.leave.approved_on = row.leave.asked_on


def _is_theme(meeting: Plain) -> bool:
    return THEME_DAY in meeting["kinds"]


def _complete(meeting: Plain) -> None:
    """Fill in what the small sample leaves open and a whole year must tell."""
    kinds = meeting["kinds"]
    for matter in meeting.get("decisions", []):
        matter.setdefault("done_on", matter["due"])
    if CRITICISM_MEETING in kinds:
        criticism.complete(meeting)
    rows = {one["member"]: one for one in meeting.get("attendance", [])}
    if kinds == [LECTURE]:
        rows[LONG_ILL] |= {"approved_by": "韩素云", "asked_on": day("07-05")}
    if kinds == [MEMBERS_MEETING]:
        rows[LONG_ILL] |= {
            "approved_by": "韩素云",
            "makeup": {"on": day("09-29"), "how": "上门通报大会结果", "by": "邵长河"},
        }
        rows["罗海生"] |= {
            "makeup": {"on": day("10-02"), "how": "返矿后传达大会内容", "by": "钱守义"}
        }


def _with_guests(meeting: Plain, joined_on: str) -> Plain:
    """Let applicants sit in at theme days, and the newest member as a guest before he joined."""
    if _is_theme(meeting):
        meeting = meeting | {"guests": list(APPLICANTS)}
    if meeting["start"][: len(joined_on)] >= joined_on:
        return meeting
    guests = meeting.get("guests", [])
    if set(APPLICANTS) <= set(guests):
        meeting = meeting | {"guests": [_NEWEST, *guests]}
    spoken = json.dumps(meeting, ensure_ascii=False)
    as_guest = json.dumps({"who": guest(_NEWEST)}, ensure_ascii=False)[1:-1]
    return dict(json.loads(spoken.replace(f'"who": "{_NEWEST}"', as_guest)))
