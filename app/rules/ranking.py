"""Who has how many points in a year, the most first (积分排名)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.manual.words import VOID
from app.records import Entry, Member
from app.rules.entries import people_in, rows_in
from app.rules.points import scores_by_member
from app.rules.scores import member_tenths


@dataclass(frozen=True, slots=True)
class Ranked:
    """One member's place, points in tenths, and grade of the year's appraisal, empty without.

    Equal points share a place, and the places after it are left out: 1, 2, 2, 4.
    """

    place: int
    member: Member
    tenths: int
    grade: str


def ranking(people: Sequence[Member], entries: Iterable[Entry]) -> list[Ranked]:
    """Return the members who have points, the most first; equal ones stay in their order."""
    listed = [one for one in entries if one.state != VOID]
    scores = scores_by_member(one for one in listed if one.page == "member_score")
    grades = grades_of(listed)
    points = [
        (total, member)
        for member in people
        if member.id in scores
        and (total := member_tenths(rows_in(scores[member.id].values, "items"))) is not None
    ]
    points.sort(key=lambda one: -one[0])
    places: dict[int, int] = {}
    for place, (total, _) in enumerate(points, 1):
        places.setdefault(total, place)
    return [
        Ranked(places[total], member, total, grades.get(member.id, "")) for total, member in points
    ]


def grades_of(entries: Iterable[Entry]) -> dict[str, str]:
    """Return by member id the grade of each appraisal page (民主评议)."""
    return {
        key: one.values["grade"]
        for one in entries
        if one.page == "appraisal" and one.state != VOID and one.values.get("grade")
        for key, _ in people_in(one.values, "member")
        if key
    }
