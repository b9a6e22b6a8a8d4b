"""What could be done next about a member, from the records: proposed, never done by itself.

Source: `domain/one-plus-n-features.md` F43, F54–F56; the steps are those of `app.rules.ladder`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Final

from app.manual import words
from app.manual.pages import measure, talk
from app.manual.settings import (
    FOLLOW_UP_DAYS,
    UNEXCUSED_CRITICISM,
    UNEXCUSED_MENDING,
    UNEXCUSED_TALK,
)
from app.records import Member
from app.rules import case_facts as facts_of
from app.rules import ladder
from app.rules.case_facts import Fact
from app.rules.checks.context import Context
from app.rules.contact import SILENT_MONTHS, Traces, silent_members
from app.rules.dues_year import months_joined
from app.rules.entries import day_in
from app.rules.ladder import Done, Rung
from app.rules.membership import category_within, is_member_on
from app.rules.spans import months_after
from app.rules.texts import long_date, month_of

ABSENT: Final = "absent"
AWAY: Final = "away"
UNPAID: Final = "unpaid"
SILENT: Final = "silent"
FAILED: Final = "failed"
OVERDUE: Final = "overdue"

_YEAR_MONTHS = 12
_HALF_A_YEAR = 6
_APPROVED = "由支部党员大会讨论决定，报上级党组织批准。"
# What has to be seen to with each step.
HOW = {
    ladder.TALK: "请安排谈话了解原因，谈话后登记。",
    ladder.CRITICISM: "请支部委员会研究，教育情况登记在册。",
    ladder.MENDING: "由支部委员会研究，写明期限，最长一年。",
    ladder.ADVISED_OUT: f"已经改正的，请填解除日期；没有改正的，{_APPROVED}",
    ladder.REMOVED: f"请先核实有无正当理由；{_APPROVED}",
    ladder.STOPPED: "由支部党员大会讨论，或者由上级党组织决定。",
    ladder.EXTENDED: f"只能延长一次，半年以上、一年以内；{_APPROVED}",
    ladder.CANCELLED: f"请先核实情况；{_APPROVED}",
}


@dataclass(frozen=True, slots=True)
class Proposal:
    """The next step about a member: why, what, and the facts it rests on.

    `name` is his, told apart from a namesake's; `said` tells the facts in a clause without a
    subject; `urgent` is on where it may not wait.
    """

    member: Member
    name: str
    cause: str
    measure: str
    facts: tuple[Fact, ...]
    said: str
    urgent: bool = False

    @property
    def page(self) -> str:
        """Return the key of the page it is written on."""
        return talk.PAGE.key if self.measure == ladder.TALK else measure.PAGE.key

    @property
    def key(self) -> str:
        """Return what it is known by: page, member and cause."""
        return f"{self.page}/{self.member.id}/{self.cause}"

    @property
    def reason(self) -> str:
        """Return the facts in a few words, without their days."""
        return self.said.partition("（")[0]

    @property
    def sentence(self) -> str:
        """Return it as it is told, in neutral words."""
        return f"{self.name}{self.said}，下一步：{self.measure}。{HOW[self.measure]}"


@dataclass(frozen=True)
class Case:
    """What proposals look at: the records, and what was done by member."""

    context: Context
    traces: Traces

    @property
    def today(self) -> date:
        """Return the day it is looked at."""
        return self.context.today

    @cached_property
    def members(self) -> list[Member]:
        """Return who belongs to the branch on the day."""
        return [one for one in self.context.members if is_member_on(one, self.today)]

    @cached_property
    def steps(self) -> Mapping[str, list[Done]]:
        """Return what was done by member."""
        return facts_of.steps(self.traces.entries)

    @cached_property
    def absences(self) -> Mapping[str, list[Fact]]:
        """Return all unexcused absences by member."""
        return facts_of.absences(
            self.traces.meetings, self.members, self.context.exemptions, self.today
        )

    def is_probationary(self, member: Member) -> bool:
        """Tell whether a member is a probationary one on the day."""
        return category_within(member, self.today) == words.PROBATIONARY_MEMBER

    def proposal(
        self,
        member: Member,
        cause: str,
        step: str,
        facts: Iterable[Fact],
        said: str,
        *,
        urgent: bool = False,
    ) -> Proposal:
        """Return a step about a member, with his name as the branch knows it."""
        name = self.context.name_of(member.id)
        return Proposal(member, name, cause, step, tuple(facts), said, urgent)

    def next(
        self,
        member: Member,
        rungs: Iterable[Rung],
        days: Sequence[date],
        *,
        since: date | None = None,
        more: Iterable[Done] = (),
    ) -> str | None:
        """Return the measure that is due about a member; `more` are steps of another sort."""
        return ladder.next_measure(
            rungs,
            days,
            [*self.steps.get(member.id, ()), *more],
            probationary=self.is_probationary(member),
            since=since,
        )


def proposals(context: Context, traces: Traces) -> list[Proposal]:
    """Return the next step about each member the facts call for one about, urgent ones first.

    What a branch does not check, as it has switched the rule off, proposes nothing.
    """
    case, off = Case(context, traces), context.rules.off
    found = [one for number, find in PROPOSERS if number not in off for one in find(case)]
    return sorted(found, key=lambda one: not one.urgent)


def absent(case: Case) -> Iterator[Proposal]:
    """Propose from the unexcused absences of twelve months, told as such where they are running.

    Unexcused at every meeting for six months, a member is on the way out by himself.

    Source: `domain/rules.md` 3.6 (S84, S110, S116); the numbers are settings of the branch.
    """
    specs = (UNEXCUSED_TALK, UNEXCUSED_CRITICISM, UNEXCUSED_MENDING)
    rungs = ladder.absence_rungs(*(case.context.whole(spec) for spec in specs))
    year = months_after(case.today, -_YEAR_MONTHS)
    running = facts_of.running(case.absences, case.traces.meetings, case.members, case.today)
    for member in case.members:
        facts = case.absences.get(member.id, [])
        row = running.get(member.id, [])
        if row and len(row) > 1 and months_after(row[0].on, _HALF_A_YEAR) <= case.today:
            days = [months_after(row[0].on, _HALF_A_YEAR)]
            step = case.next(member, ladder.AWAY_SIX_MONTHS, days, since=row[0].on)
            if step is not None:
                said = f"{long_date(row[0].on)}起连续{len(row)}次无故缺席，已满六个月"
                yield case.proposal(member, AWAY, step, row, said, urgent=True)
                continue
        lately = [fact for fact in facts if fact.on > year]
        step = case.next(member, rungs, [fact.on for fact in lately]) if lately else None
        if step is not None:
            said = _absences(case, lately, row)
            yield case.proposal(member, ABSENT, step, lately, said)


def unpaid(case: Case) -> Iterator[Proposal]:
    """Propose from the months of dues a member owes one after the other, this one left out.

    Source: D4 in `domain/rules.md` 3.5 (S25).
    """
    rounding, this_month = case.context.branch.dues_rounding, month_of(case.today)
    found = facts_of.unpaid(case.members, case.context.dues, rounding, this_month)
    for member in case.members:
        facts = found.get(member.id, [])
        step = case.next(member, ladder.UNPAID, [fact.on for fact in facts]) if facts else None
        if step is not None:
            months = months_joined((fact.record_id for fact in facts), case.today.year)
            said = f"连续{len(facts)}个月没有交纳党费（{months}）"
            urgent = len(facts) >= ladder.UNPAID[-1].facts
            yield case.proposal(member, UNPAID, step, facts, said, urgent=urgent)


def silent(case: Case) -> Iterator[Proposal]:
    """Propose what follows for members not heard of for six months whom nobody found.

    To search for them is told by `app.rules.reminders.people.not_heard_of`.

    Source: S23, S70 in `domain/rules.md` 3.7.
    """
    searched = facts_of.searches(case.traces.entries)
    for silence in silent_members(case.members, case.traces, case.today):
        member, looked = silence.member, searched.get(silence.member.id, ())
        if not looked or silence.months < SILENT_MONTHS:
            continue
        ends = months_after(silence.since, SILENT_MONTHS)
        step = case.next(member, ladder.LOST, [ends], since=silence.since, more=looked)
        if step is not None:
            said = f"已{silence.months}个月没有参加组织生活或交纳党费，查找没有结果"
            facts = (facts_of.silence_fact(silence),)
            yield case.proposal(member, SILENT, step, facts, said, urgent=True)


def failed(case: Case) -> Iterator[Proposal]:
    """Propose from a grade of 不合格; urgent once the time to follow it up is over.

    Source: S39 in `domain/rules.md` 3.8; fault 46 of `domain/calendar-and-faults.md` 5.4.
    """
    found = facts_of.failed_grades(case.traces.entries, case.today)
    for member in case.members:
        facts = found.get(member.id, [])[-1:]
        step = case.next(member, ladder.FAILED, [facts[0].on]) if facts else None
        if step is not None:
            said = f"{long_date(facts[0].on)}在民主评议中被评定为不合格"
            late = case.today > facts[0].on + timedelta(days=case.context.whole(FOLLOW_UP_DAYS))
            yield case.proposal(member, FAILED, step, facts, said, urgent=late)


def overdue(case: Case) -> Iterator[Proposal]:
    """Propose what follows a measure whose term is over and that was neither lifted nor followed.

    Source: `domain/rules.md` 3.7 (S23: 停止党籍两年后), 3.8 (限期改正); 《中国共产党章程》第九条.
    """
    known = {member.id: member for member in case.context.members}
    latest = {
        key: entry
        for entry in facts_of.measures(case.traces.entries)
        for key in facts_of.member_ids(entry, "member")
    }
    for key, entry in latest.items():
        taken, on = str(entry.values.get("measure", "")), day_in(entry.values, "decided_on")
        member = known.get(key)
        if member is None or on is None or day_in(entry.values, "ended_on"):
            continue
        until = day_in(entry.values, "due_on")
        if taken == ladder.STOPPED:
            until = months_after(on, ladder.STOPPED_MONTHS)
        elif not is_member_on(member, case.today):
            continue
        after = [one for one in case.steps.get(key, ()) if one.on > on]
        step = ladder.measure_after(
            taken, until, after, case.today, probationary=case.is_probationary(member)
        )
        if step is not None and until is not None:
            said = f"{long_date(on)}决定的{taken}，{long_date(until)}已到期"
            fact = Fact(on, f"决定{taken}", facts_of.titled(measure.PAGE.code), entry.id)
            yield case.proposal(member, OVERDUE, step, (fact,), said, urgent=True)


# Each with the number of its fault in `domain/calendar-and-faults.md` 5.4, 0 where there is none.
PROPOSERS: tuple[tuple[int, Callable[[Case], Iterator[Proposal]]], ...] = (
    (34, absent),
    (0, unpaid),
    (37, silent),
    (46, failed),
    (0, overdue),
)


def _absences(case: Case, counted: Sequence[Fact], row: Sequence[Fact]) -> str:
    days = facts_of.days_joined(counted, case.today)
    how = "连续" if len(counted) <= len(row) else "一年内"
    return f"{how}无故缺席{len(counted)}次（{days}）"
