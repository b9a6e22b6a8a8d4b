"""The facts a case rests on, and the steps taken in it, read from the records by member.

Source: `domain/one-plus-n-features.md` F54–F56.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from app.manual import words
from app.manual.kinds import OTHER, THEME_DAY, recorded_as
from app.manual.pages import appraisal, lost_contact, measure, talk
from app.manual.volumes import DUES_SHEET, PAGES
from app.records import DuesRow, Entry, Meeting, Member
from app.rules.appraisal import FAILED
from app.rules.attendance import day_of, is_made_up
from app.rules.contact import Silence
from app.rules.convening import people_due
from app.rules.dues import yuan
from app.rules.dues_year import DuesLine, lines_of
from app.rules.entries import day_in, people_in, rows_in
from app.rules.exemptions import Exemption, exempt_on
from app.rules.ladder import TALK, Done, decided, talked
from app.rules.texts import long_date, month_ends, month_title, short_date

# What a search for a lost member counts as among the steps.
SEARCH = "联系查找"


class Fact(NamedTuple):
    """Something that happened: its day, what it was, and the record that says so."""

    on: date
    text: str
    source: str
    record_id: str = ""


def absences(
    meetings: Iterable[Meeting],
    members: Sequence[Member],
    exemptions: Sequence[Exemption],
    until: date,
) -> dict[str, list[Fact]]:
    """Return by member where he was absent without excuse up to a day, in order of the days.

    Only confirmed attendance counts, of meetings he was due at, outside approved exemptions.
    """
    found: dict[str, list[Fact]] = {}
    for meeting in meetings:
        day = day_of(meeting)
        if day is None or day > until or not _counts(meeting):
            continue
        absent = {row.member_id: row for row in meeting.attendance if row.state == words.UNEXCUSED}
        # Only they are asked whether they were due: of a whole year's rosters that takes long.
        who = [one for one in members if one.id in absent] if absent else []
        for member in people_due(meeting, who, day):
            if exempt_on(exemptions, member.id, day) is None:
                made_up = is_made_up(absent[member.id])
                found.setdefault(member.id, []).append(_absence(meeting, day, made_up=made_up))
    return {key: sorted(facts) for key, facts in found.items()}


def running(
    facts: Mapping[str, Sequence[Fact]],
    meetings: Iterable[Meeting],
    members: Sequence[Member],
    until: date,
) -> dict[str, Sequence[Fact]]:
    """Return of these absences by member those one after the other up to a day.

    Any other meeting he was due at ends them, but for one he was approved not to attend.
    """
    ended: dict[str, date] = {}
    who = [one for one in members if facts.get(one.id)]
    away = {key: {fact.record_id for fact in mine} for key, mine in facts.items()}
    for meeting in meetings:
        day = day_of(meeting)
        if not who or day is None or day > until or not _counts(meeting):
            continue
        exempt = {row.member_id for row in meeting.attendance if row.state == words.EXEMPT}
        for member in people_due(meeting, who, day):
            if meeting.id not in away[member.id] and member.id not in exempt:
                ended[member.id] = max(day, ended.get(member.id, day))
    return {
        key: [fact for fact in mine if key not in ended or fact.on > ended[key]]
        for key, mine in facts.items()
    }


def unpaid(
    members: Iterable[Member], dues: Iterable[DuesRow], rounding: str, before: str
) -> dict[str, list[Fact]]:
    """Return by member the months before one (`2025-10`) that he owes, one after the other."""
    rows = [row for row in dues if row.month < before]
    return {
        line.member.id: unpaid_facts(line)[-line.open_in_a_row :]
        for line in lines_of(members, rows, rounding)
        if line.open_in_a_row
    }


def unpaid_facts(line: DuesLine) -> list[Fact]:
    """Return the months of a member that he has not paid."""
    return [
        Fact(
            month_ends(one.month)[1],
            f"没有交纳{month_title(one.month)}党费{yuan(one.due_fen)}元",
            titled(DUES_SHEET.code),
            one.month,
        )
        for one in line.open
    ]


def silence_fact(silence: Silence) -> Fact:
    """Return since when a member has not been heard of."""
    last = f"最近一次联系是{silence.last.how}，此后" if silence.last else "从有记录之日起"
    text = f"{last}{silence.months}个月没有参加组织生活或交纳党费"
    return Fact(silence.since, text, "考勤、党费和谈话记录")


def failed_grades(entries: Iterable[Entry], until: date) -> dict[str, list[Fact]]:
    """Return by member when the others graded him 不合格, up to a day."""
    found: dict[str, list[Fact]] = {}
    for entry in of_page(entries, appraisal.PAGE.key):
        day = day_in(entry.values, "decided_on")
        if entry.values.get("grade") == FAILED and day is not None and day <= until:
            fact = Fact(day, f"民主评议评定为{FAILED}", titled(appraisal.PAGE.code), entry.id)
            for key in member_ids(entry, "member"):
                found.setdefault(key, []).append(fact)
    return {key: sorted(facts) for key, facts in found.items()}


def reminding_talks(entries: Iterable[Entry]) -> list[Entry]:
    """Return the talks held because of a fault; what else is talked about with people is no step.

    Source: fault 34 of `domain/calendar-and-faults.md` 5.4 (a linked talk).
    """
    return [one for one in of_page(entries, talk.PAGE.key) if one.values.get("kind") == TALK]


def steps(entries: Iterable[Entry]) -> dict[str, list[Done]]:
    """Return by member what was done: talks with him and measures about him, by their days."""
    listed = list(entries)
    found: dict[str, list[Done]] = {}
    for entry in reminding_talks(listed):
        day = day_in(entry.values, "held_on")
        if day is not None:
            for key in member_ids(entry, "partner"):
                found.setdefault(key, []).append(talked(day))
    for entry in of_page(listed, measure.PAGE.key):
        day = day_in(entry.values, "decided_on")
        if day is not None:
            for key in member_ids(entry, "member"):
                found.setdefault(key, []).append(decided(day, str(entry.values.get("measure", ""))))
    return {key: sorted(mine) for key, mine in found.items()}


def measures(entries: Iterable[Entry], member_id: str = "") -> list[Entry]:
    """Return the measures, or those about one member, by the days they were decided on."""
    found = [
        one
        for one in of_page(entries, measure.PAGE.key)
        if not member_id or member_id in member_ids(one, "member")
    ]
    return sorted(found, key=lambda one: one.values.get("decided_on", "9"))


def searches(entries: Iterable[Entry]) -> dict[str, list[Done]]:
    """Return by member who is in the register of the lost when he was searched for.

    Who was found again is not in it.
    """
    found: dict[str, list[Done]] = {}
    for entry in of_page(entries, lost_contact.PAGE.key):
        if entry.values.get("measure") == lost_contact.FOUND:
            continue
        days = (day_in(row, "on") for row in rows_in(entry.values, "searches"))
        looked = [Done(day, SEARCH, 0) for day in days if day is not None]
        for key in member_ids(entry, "member"):
            found.setdefault(key, []).extend(looked)
    return found


def of_page(entries: Iterable[Entry], key: str) -> list[Entry]:
    """Return the entries of a page that count."""
    return [
        one
        for one in entries
        if one.page == key and one.state != words.VOID and one.deleted_at is None
    ]


def member_ids(entry: Entry, name: str) -> list[str]:
    """Return the keys of the members under a name."""
    return [key for key, _ in people_in(entry.values, name) if key is not None]


def _counts(meeting: Meeting) -> bool:
    there = meeting.deleted_at is None and meeting.state != words.VOID
    return there and meeting.attendance_confirmed


def _absence(meeting: Meeting, day: date, *, made_up: bool) -> Fact:
    later = "，后来补了课" if made_up else ""
    return Fact(day, f"无故缺席{called(meeting)}{later}", record_of(meeting), meeting.id)


def called(meeting: Meeting) -> str:
    """Return what a meeting is called in a sentence."""
    kind = _kind(meeting)
    return kind if kind != OTHER else "活动"


def record_of(meeting: Meeting) -> str:
    """Return the page a meeting is recorded on, as it is referred to: 主题党日活动记录 P13."""
    kind = recorded_as(_kind(meeting))
    return titled(next(one.code for one in PAGES.values() if one.kind == kind))


def titled(code: str) -> str:
    """Return a page as it is referred to: 谈心谈话记录 P20."""
    return f"{PAGES[code].title} {code}"


def _kind(meeting: Meeting) -> str:
    """Return the kind a meeting is called by: a theme day, or the first one it has."""
    if THEME_DAY in meeting.kinds:
        return THEME_DAY
    return next(iter(meeting.kinds), OTHER)


def days_joined(facts: Sequence[Fact], today: date) -> str:
    """Return the days of facts in a sentence, with the year where it is not this one."""
    return "、".join(
        short_date(one.on) if one.on.year == today.year else long_date(one.on) for one in facts
    )
