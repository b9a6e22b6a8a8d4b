"""The case file (卷宗) of a member: what happened and what was done, from the records, by day.

Each thing is told once, from the record that keeps it.

Source: `domain/one-plus-n-features.md` F56 (facts, talks, decision meeting, vote, approval, dates).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from app.manual import words
from app.manual.page import FillPage
from app.manual.pages import appraisal, discipline, lost_contact, measure, page_of, talk
from app.records import Entry, Meeting, Member
from app.rules import case_facts as facts_of
from app.rules.appraisal import FAILED
from app.rules.attendance import day_of
from app.rules.case_facts import called, member_ids, of_page, record_of, reminding_talks, titled
from app.rules.checks.context import Context
from app.rules.contact import Traces, silent_members
from app.rules.dues_year import lines_of
from app.rules.entries import Values, day_in, in_words, rows_in
from app.rules.texts import long_date, month_of
from app.rules.votes import outcome_of

# The sorts of lines, in the order in which those of one day stand.
FACT, TALK, MEETING, MEASURE, RESULT = SORTS = ("事实", "谈话", "会议表决", "处置", "结果")

_UNDATED = "9"


class Line(NamedTuple):
    """What happened on a day: its sort, what it was, and the record that says so.

    `entry_id` is given where that is a page of the case itself.
    """

    on: date
    sort: str
    text: str
    source: str
    entry_id: str = ""


@dataclass(frozen=True, slots=True)
class CaseFile:
    """The lines of a member's case by day, and the entries that belong to it, as they are filed."""

    member: Member
    lines: tuple[Line, ...]
    entries: tuple[Entry, ...]


def case_file(member: Member, context: Context, traces: Traces) -> CaseFile:
    """Return the case file of a member; without facts or measures it is empty.

    `traces` reaches as far back as the case shall; talks count from the first fact or measure on.
    """
    facts = list(_facts(member, context, traces))
    about = list(_about(member, traces.entries))
    begun = min([one.on for one in (*facts, *_decided(about))], default=None)
    if begun is None:
        return CaseFile(member, (), ())
    talks = [
        one
        for one in reminding_talks(traces.entries)
        if member.id in member_ids(one, "partner")
        and (day_in(one.values, "held_on") or date.min) >= begun
    ]
    held = list(_votes(member, context, traces.meetings, begun))
    lines = [
        *facts,
        *(line for one in talks for line in _talk(one, context)),
        *held,
        *_decided(about, {line.on for line in held}),
    ]
    filed = sorted((*about, *talks), key=_filed)
    lines.sort(key=lambda one: (one.on, SORTS.index(one.sort)))
    return CaseFile(member, tuple(lines), tuple(filed))


def first_day(member: Member, entries: Sequence[Entry]) -> date | None:
    """Return the first day a page about a member is of; `None` without any."""
    days = [_filed(one) for one in _about(member, entries)]
    return min((date.fromisoformat(day) for day in days if day != _UNDATED), default=None)


def _facts(member: Member, context: Context, traces: Traces) -> Iterator[Line]:
    """Yield absences, months owed, silence and a failed grade."""
    today, who = context.today, [member]
    absences = facts_of.absences(traces.meetings, who, context.exemptions, today)
    found = [*absences.get(member.id, ())]
    rows = [row for row in traces.dues if row.month < month_of(today)]
    for line in lines_of(who, rows, context.branch.dues_rounding):
        found += facts_of.unpaid_facts(line)
    found += (facts_of.silence_fact(one) for one in silent_members(who, traces, today))
    found += facts_of.failed_grades(traces.entries, today).get(member.id, ())
    yield from (Line(one.on, FACT, one.text, one.source, one.record_id) for one in found)


def _about(member: Member, entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield the pages that are about a member: failed grades, registers of the lost, measures."""
    for page in (appraisal.PAGE, lost_contact.PAGE, discipline.PAGE, measure.PAGE):
        for entry in of_page(entries, page.key):
            is_case = page is not appraisal.PAGE or entry.values.get("grade") == FAILED
            if is_case and member.id in member_ids(entry, "member"):
                yield entry


def _talk(entry: Entry, context: Context) -> Iterator[Line]:
    values, page = entry.values, talk.PAGE
    day = day_in(values, "held_on")
    if day is not None:
        by = _said(page, values, "talker", context)
        what = _joined(_said(page, values, "kind", context), _said(page, values, "reason", context))
        yield Line(
            day, TALK, f"{what}{f'（谈话人：{by}）' if by else ''}", titled(page.code), entry.id
        )


def _votes(
    member: Member, context: Context, meetings: Sequence[Meeting], begun: date
) -> Iterator[Line]:
    """Yield the votes about a member since his case began."""
    for meeting in meetings:
        day = day_of(meeting)
        if day is None or day < begun or meeting.deleted_at or meeting.state == words.VOID:
            continue
        for vote in meeting.votes:
            if vote.about_id == member.id:
                outcome = outcome_of(vote, meeting, context.members)
                text = _joined(
                    f"{called(meeting)}：{vote.subject}", outcome.sentence, vote.resolution
                )
                yield Line(day, MEETING, text, record_of(meeting))


def _decided(about: Sequence[Entry], voted: Collection[date] = ()) -> Iterator[Line]:
    """Yield what was decided and what came of it; a vote is told by its meeting if it has one."""
    for entry in about:
        page, values = page_of(entry.page), entry.values
        if page is lost_contact.PAGE:
            yield from _searches(entry)
        day = day_in(values, "decided_on")
        if day is None or page is appraisal.PAGE:
            continue
        source = titled(page.code)
        name = "penalty" if page is discipline.PAGE else "measure"
        by = values.get("decided_by") or values.get("approved_by") or ""
        until = day_in(values, "due_on")
        what = _joined(
            f"决定：{values.get(name, '')}",
            f"决定机关：{by}" if by else "",
            f"期限至{long_date(until)}" if until else "",
        )
        yield Line(day, MEASURE, what, source, entry.id)
        met = day_in(values, "meeting_on")
        if met is not None and met not in voted:
            vote = _joined("支部党员大会讨论", str(values.get("vote", "")))
            yield Line(met, MEETING, vote, source, entry.id)
        reply, ended = values.get("reply"), day_in(values, "ended_on")
        if reply:
            yield Line(max(day, met or day), RESULT, f"上级批复：{reply}", source, entry.id)
        came_of = _joined("解除" if ended else "", str(values.get("outcome", "")))
        if came_of:
            yield Line(ended or until or day, RESULT, came_of, source, entry.id)


def _searches(entry: Entry) -> Iterator[Line]:
    for row in rows_in(entry.values, "searches"):
        day = day_in(row, "on")
        if day is not None:
            text = _joined(f"查找：{row.get('how', '')}", str(row.get("result", "")))
            yield Line(day, MEASURE, text, titled(lost_contact.PAGE.code), entry.id)


def _said(page: FillPage, values: Values, name: str, context: Context) -> str:
    def name_of(key: str | None) -> str:
        return context.name_of(key) if key else ""

    return in_words(page.field(name), values.get(name), name_of)


def _joined(*parts: str) -> str:
    """Return the parts that say something with ； between them."""
    return "；".join(part.strip("。 \n") for part in parts if part.strip())


def _filed(entry: Entry) -> str:
    """Return the day an entry of a case is filed by; one without any comes last."""
    names = ("decided_on", "held_on", "last_on")
    return next((str(entry.values[one]) for one in names if entry.values.get(one)), _UNDATED)
