"""How many were due (应到), with the sum that leads there."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from app.manual import words
from app.records import Member
from app.rules.membership import category_within, members_on


@dataclass(frozen=True, slots=True)
class Expected:
    """The expected attendance of one day, in people.

    `total` is 应到党员, `voters` 应到会有表决权; the two sentences show how each came about.
    """

    roster: int
    exempt: int
    total: int
    full: int
    probationary: int
    voters: int
    sentence: str
    voters_sentence: str


def expected(
    members: Iterable[Member], day: date, exempt_ids: Collection[str] = frozenset()
) -> Expected:
    """Return who was due on a day, leaving out those approved not to attend (经批准不计).

    Leave of any kind stays in: only `exempt_ids` and people outside their membership drop out.
    A probationary member is due but has no vote.

    Source: 《中国共产党基层组织选举工作条例》(2020) 第五条 (no vote for probationary members);
    《中国共产党党员权利保障条例》第六条 (all other rights and duties).
    """
    return expected_of(members_on(members, day), day, exempt_ids)


def expected_of(
    roster: Collection[Member],
    day: date,
    exempt_ids: Collection[str] = frozenset(),
    called: str = "名册",
) -> Expected:
    """Return what `expected` returns for people known to be due on the day.

    `called` is what the sum calls them: the roster, or the committee or a group.
    """
    due = [member for member in roster if member.id not in exempt_ids]
    full = sum(category_within(member, day) == words.FULL_MEMBER for member in due)
    exempt, total = len(roster) - len(due), len(due)
    probationary = total - full
    return Expected(
        roster=len(roster),
        exempt=exempt,
        total=total,
        full=full,
        probationary=probationary,
        voters=full,
        sentence=f"{called} {len(roster)} − 经批准不计 {exempt} = 应到 {total}",
        voters_sentence=f"应到 {total} − 预备党员 {probationary} = 应到会有表决权 {full}",
    )
