"""What a branch was to do in a year and did, as far as the records tell (支部考核自评).

Each measure names what is missing with the record or month it is missing in, so that a deduction
gives its reasons. What no record tells has no measure and is left to be filled in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from app.manual import counts
from app.rules.assessed_year import AssessedYear
from app.rules.branch_year import duties, meetings
from app.rules.branch_year.measure import Gap, Measure, Year
from app.rules.entries import Values
from app.rules.points import OWN, marked

__all__ = ["Gap", "Measure", "measures_of", "scored_row"]


def measures_of(records: AssessedYear) -> dict[str, Measure]:
    """Return what each word of `BRANCH_COUNTS` comes to, as far as the records tell.

    Only what is over by today is due, and only in months in which the branch had members.

    Source: `domain/calendar-and-faults.md` 5.3 (S54, S58, S90, S119); cadences as in
    `domain/rules.md` C1–C7.
    """
    year = Year(records)
    found = {word: measure(year) for word, measure in _MEASURES.items()}
    return {word: one for word, one in found.items() if one is not None}


def scored_row(row: Values, measures: Mapping[str, Measure]) -> Values:
    """Return a line with its own score and the reasons, where they are counted."""
    measure = measures.get(row.get("counts", ""))
    if measure is None or row.get("weight") is None:
        return row
    scored = {**row, "own_tenths": measure.own_tenths(row["weight"])}
    scored.pop("reason", None)
    if measure.reason:
        scored["reason"] = measure.reason
    return marked(scored, OWN)


_MEASURES: Mapping[str, Callable[[Year], Measure | None]] = {
    counts.MEMBERS_MEETINGS: meetings.members_meetings,
    counts.COMMITTEE_MEETINGS: meetings.committee_meetings,
    counts.GROUP_MEETINGS: meetings.group_meetings,
    counts.LECTURES_HELD: meetings.lectures,
    counts.ACTIONS_COMPLETE: meetings.actions,
    counts.CRITICISM_HELD: meetings.criticism,
    counts.DUES_COLLECTED: duties.dues,
    counts.MADE_UP: duties.made_up,
    counts.MENDED: duties.mended,
    counts.RECORDED: meetings.recorded,
}
