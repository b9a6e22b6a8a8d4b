"""Who may elect on the day of an election, by the roster and by the meeting that voted.

Source: 《中国共产党基层组织选举工作条例》(2020) 第五条; `domain/rules.md` M2, M4 and V6.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from app.manual import words
from app.manual.pages.election import PAGE
from app.records import Meeting, Member, Vote
from app.rules.attendance import day_of
from app.rules.convening import roster_of
from app.rules.exemptions import Exemption, exempt_on
from app.rules.expected import expected_of
from app.rules.membership import may_vote_within, members_on
from app.rules.votes import entitled_people, present_of, rule_for


class Tally(NamedTuple):
    """A figure the records know: the field of the page it belongs in, where it is from, its sum.

    `level` is how grave it is that another figure is typed there.
    """

    level: Literal["E", "W"]
    field: str
    people: int
    source: str
    sum: str

    @property
    def told(self) -> str:
        """Return what the figure is called on the page."""
        return PAGE.field(self.field).label

    def difference(self, typed: int | None) -> str:
        """Return how a figure typed differs, as a sentence; empty where it does not."""
        if typed == self.people:
            return ""
        stands = "还没有填" if typed is None else f"填的是{typed}人"
        ending = "。" if typed is None else "，请核对。"
        return f"{self.told}{stands}，按{self.source}是{self.people}人（{self.sum}）{ending}"


@dataclass(frozen=True, slots=True)
class Electors:
    """Those who may elect on a day, in people, with the sum that leads there.

    Of the `full` members some are `suspended` and some more approved not to count, `left_out`.
    `present` is how many of the others came to the `meeting` that voted, `None` without one.
    """

    full: int
    suspended: int
    left_out: int
    present: int | None = None
    meeting: Meeting | None = None

    @property
    def entitled(self) -> int:
        """Return how many may elect: 应到有选举权."""
        return self.full - self.suspended - self.left_out

    @property
    def tallies(self) -> tuple[Tally, ...]:
        """Return the figures of the page that the records know."""
        entitled = (
            f"{words.FULL_MEMBER} {self.full} − 表决权受限 {self.suspended} "
            f"− 经批准不计 {self.left_out} = {self.entitled}"
        )
        found = Tally("E", "entitled", self.entitled, "大会当天的名册", entitled)
        if self.present is None:
            return (found,)
        away = self.entitled - self.present
        present = f"应到有选举权 {self.entitled} − 未到会 {away} = {self.present}"
        return found, Tally("W", "present", self.present, "当天大会的考勤", present)


def electors(
    day: date,
    members: Iterable[Member],
    exemptions: Sequence[Exemption] = (),
    meetings: Iterable[Meeting] = (),
) -> Electors | None:
    """Return who may elect on a day; `None` where the roster knows nobody on that day.

    A meeting of the day with a vote of this sort decides who is left out, as its vote does;
    without one the approved periods do.
    """
    voted = _voted(day, meetings)
    people = list(members)
    if voted is None:
        roster = members_on(people, day)
        may = [one for one in roster if may_vote_within(one, day)]
        entitled = [one for one in may if exempt_on(exemptions, one.id, day) is None]
        meeting, present = None, None
    else:
        meeting, vote = voted
        roster = roster_of(meeting, people, day)
        entitled = entitled_people(vote, meeting, people)
        present = len(present_of(entitled, meeting))
    if not roster:
        return None
    due = expected_of(roster, day)
    return Electors(due.full, due.suspended, due.voters - len(entitled), present, meeting)


def _voted(day: date, meetings: Iterable[Meeting]) -> tuple[Meeting, Vote] | None:
    """Return the meeting of a day that elected a committee, with its first vote on that."""
    found = (
        (meeting, vote)
        for meeting in meetings
        if day_of(meeting) == day and meeting.state != words.VOID and meeting.deleted_at is None
        for vote in meeting.votes
        if rule_for(vote, meeting).key == words.ELECTION_VOTE
    )
    return next(found, None)
