"""How many were due (应到), with the sum that leads there."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from app.manual import words
from app.records import Member
from app.rules.membership import category_within, is_suspended_on, members_on


@dataclass(frozen=True, slots=True)
class Expected:
    """The expected attendance of one day, in people.

    `total` is 应到党员, `voters` 应到会有表决权: full members whose rights are not suspended, who
    are `suspended` otherwise; `sentence` shows how the total came about.
    """

    roster: int
    exempt: int
    total: int
    full: int
    probationary: int
    voters: int
    suspended: int
    sentence: str

    def voters_sentence(self, left_out: int = 0) -> str:
        """Return how those with a vote came about; `left_out` of them are approved not to count.

        Source: `domain/rules.md` M4 (经批准不计入).
        """
        steps = [f"应到 {self.total}", f"预备党员 {self.probationary}"]
        if self.suspended:
            steps.append(f"表决权受限 {self.suspended}")
        if left_out:
            steps.append(f"经批准不计 {left_out}")
        return f"{' − '.join(steps)} = 应到会有表决权 {self.voters - left_out}"


def expected(
    members: Iterable[Member], day: date, exempt_ids: Collection[str] = frozenset()
) -> Expected:
    """Return who was due on a day, leaving out those approved not to attend (经批准不计).

    Leave of any kind stays in: only `exempt_ids` and people outside their membership drop out.
    A probationary member is due but has no vote, nor has one whose rights are suspended.

    Source: 《中国共产党基层组织选举工作条例》(2020) 第五条 (who has no vote);
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
    full_members = [one for one in due if category_within(one, day) == words.FULL_MEMBER]
    full = len(full_members)
    suspended = sum(is_suspended_on(member, day) for member in full_members)
    exempt, total = len(roster) - len(due), len(due)
    probationary, voters = total - full, full - suspended
    return Expected(
        roster=len(roster),
        exempt=exempt,
        total=total,
        full=full,
        probationary=probationary,
        voters=voters,
        suspended=suspended,
        sentence=f"{called} {len(roster)} − 经批准不计 {exempt} = 应到 {total}",
    )
