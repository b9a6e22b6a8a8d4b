"""What a member found wanting in himself, as the words he begins his self-criticism with.

Source: `domain/one-plus-n-features.md` F62 (对照党章找差距，对照先进找不足).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from app.manual.pages import self_check
from app.manual.words import VOID
from app.records import Criticism, Entry, Meeting
from app.rules.entries import Values, day_in, people_in, rows_in
from app.rules.texts import long_date

# A sheet is written for the meeting it comes before, not for one of another year.
LONGEST_BEFORE = timedelta(days=90)


def sheets_for(day: date, entries: Iterable[Entry]) -> dict[str, Values]:
    """Return the newest sheet of each member that was written for a meeting of this day.

    The keys are those of members, the values those of `app.manual.pages.self_check`.
    """
    found: dict[str, tuple[date, Values]] = {}
    for entry in entries:
        checked = day_in(entry.values, "checked_on")
        if entry.page != self_check.PAGE.key or entry.state == VOID or checked is None:
            continue
        if not day - LONGEST_BEFORE <= checked <= day:
            continue
        for key, _ in people_in(entry.values, "member"):
            if key and (key not in found or found[key][0] < checked):
                found[key] = (checked, entry.values)
    return {key: values for key, (_, values) in found.items()}


def spoken(values: Values) -> str:
    """Return the gaps of a sheet as text: a line each, with its measure and term."""
    return "\n".join(_lines(values))


def take_over(meeting: Meeting, sheets: dict[str, Values]) -> int:
    """Give each member on the roster who has a sheet its words; return how many were given.

    What somebody wrote already stays as it is.
    """
    there = {one.member_id: one for one in meeting.criticisms}
    given = 0
    for key, values in sheets.items():
        text = spoken(values)
        one = there.get(key)
        if not text or (one is not None and one.text.strip()):
            continue
        if one is None:
            one = Criticism(branch_id=meeting.branch_id, member_id=key)
            meeting.criticisms.append(one)
        one.text = text
        given += 1
    return given


def _lines(values: Values) -> Iterator[str]:
    for row in rows_in(values, self_check.GAPS.name):
        gap, measure = row.get("gap", "").strip(), row.get("measure", "").strip()
        due = day_in(row, "due_on")
        until = f"（{long_date(due)}前）" if due and measure else ""
        told = [row.get("against", ""), gap]
        line = "：".join(word for word in told if word)
        yield f"{line}；措施：{measure}{until}。" if measure else f"{line}。"
