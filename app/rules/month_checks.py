"""What an inspector would find in a whole month, beside what each record says for itself.

Numbers and levels follow `domain/calendar-and-faults.md` 5.4, as those of `app.rules.checks` do.
`inspected` is the one door to all of them: meetings, fill-in pages and the month as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from app.manual.faults import Level
from app.manual.pages import measure, member_score, page_of
from app.manual.pages.exemption import PAGE as EXEMPTION
from app.manual.settings import MAKE_UP_DAYS
from app.records import Entry
from app.rules import dues_checks, record_checks
from app.rules.appraisal import NO_FOLLOW_UP_NUMBER
from app.rules.attendance import day_of
from app.rules.checks import Context, Finding, month_findings
from app.rules.checks.fault import (
    ERROR,
    INSPECTION_AREA,
    LEVELS,
    MEETINGS_AREA,
    NOTE,
    REGISTERS_AREA,
    WARNING,
    judged,
)
from app.rules.contact import Traces, last_contacts
from app.rules.electors import electors
from app.rules.entries import called, people_in
from app.rules.entry_checks import Beside, all_findings
from app.rules.exemptions import out_of_touch
from app.rules.month_view import MonthCheck, MonthView, in_month
from app.rules.proposals import FAILED, Case, absent
from app.rules.reminders import LATE, Reminder, branch, cadence, people
from app.rules.spans import months_after

__all__ = ["MONTH_CHECKS", "MonthCheck", "MonthView", "inspected"]

_DECEMBER = 12


def inspected(view: MonthView) -> list[Finding]:
    """Return everything an inspector would find in a month, gravest first and each fault once."""
    found, rules = month_findings(view.context), view.context.rules
    for check in MONTH_CHECKS:
        found += check.find(view)
    return sorted(dict.fromkeys(judged(found, rules)), key=lambda one: LEVELS.index(one.level))


def too_few_meetings(view: MonthView) -> Iterator[Finding]:
    """Find meetings that were due by the end of the month and are not there (记录次数不足).

    A month without a theme day is found by `month_findings`.
    """
    if not view.is_over:
        return
    outlook = view.outlook(view.last + timedelta(days=1))
    for one in (*cadence.meetings_due(outlook), *cadence.year_meetings_due(outlook)):
        if one.level == LATE and one.due_on == view.last:
            yield Finding(9, WARNING, one.sentence, MEETINGS_AREA, "", "head", one.jump.section)


def absences_not_followed_up(view: MonthView) -> Iterator[Finding]:
    """Find who was absent without excuse again and again and nobody did the next step (未处理).

    What is due and what answers it is told by `app.rules.ladder`. Only who was absent in the month
    is told of, when the days for talking with him are over.
    """
    allowed = timedelta(days=view.context.whole(MAKE_UP_DAYS))
    outlook = view.outlook(view.day)
    for one in absent(Case(outlook.context, outlook.traces)):
        last = one.facts[-1].on
        if last >= view.first and view.context.today > last + allowed:
            sentence = f"{one.sentence}还没有谈话或处置记录。"
            page, _, of = one.key.partition("/")
            yield Finding(34, WARNING, sentence, REGISTERS_AREA, "", page, of, one.member.id)


def exempt_out_of_touch(view: MonthView) -> Iterator[Finding]:
    """Find who was approved not to be counted and nobody was in touch with in the month."""
    if not view.is_over:
        return
    outlook = view.outlook(view.day)
    given = view.context.exemptions
    for member, exemption in out_of_touch(
        given, outlook.context.members, outlook.traces, view.first, view.last
    ):
        sentence = (
            f"{view.context.name_of(member.id)}经批准不计入应到，{view.first.month}月没有联系记录。"
            "请补记联系情况，没有联系的尽快联系。"
        )
        yield Finding(
            36,
            WARNING,
            sentence,
            REGISTERS_AREA,
            exemption.entry_id,
            EXEMPTION.key,
            "contacts",
            member.id,
        )


def not_heard_of(view: MonthView) -> Iterator[Finding]:
    """Find members who may be lost and are in no register of the lost (失联未发现、未查找)."""
    outlook = view.outlook(view.day)
    # Most have left a trace lately; only for the others the whole year is gone through.
    since = months_after(view.day, -1)
    rows = [row for row in view.dues if row.paid_on is not None and row.paid_on >= since]
    lately = [one for one in view.held if (day_of(one) or date.min) >= since]
    silent = list(outlook.context.members)
    for traces in (Traces([], rows, [*view.earlier_entries, *view.kept]), Traces(lately, [], [])):
        heard = last_contacts(silent, traces, view.day)
        silent = [one for one in silent if one.id not in heard or heard[one.id].on < since]
    seen = replace(outlook, context=replace(outlook.context, members=silent))
    for found in people.not_heard_of(seen) if silent else ():
        yield _from_reminder(37, found)


def term_is_over(view: MonthView) -> Iterator[Finding]:
    """Find a committee whose term has ended without an election (换届超期)."""
    for one in branch.term_ends(view.outlook(view.day)):
        if one.level == LATE:
            yield _from_reminder(49, one)


def no_scores(view: MonthView) -> Iterator[Finding]:
    """Find a year that ends without the members' scores (积分制度运行不规范)."""
    if view.first.month == _DECEMBER and view.is_over and not view.of(member_score.PAGE.key):
        sentence = f"{view.first.year}年还没有党员积分登记表。实行积分管理的支部请补登。"
        yield Finding(56, NOTE, sentence, INSPECTION_AREA, "", member_score.PAGE.key, "")


def entries_at_fault(view: MonthView) -> Iterator[Finding]:
    """Find what does not add up in the fill-in pages of the month, and in those still open."""
    context = view.context
    beside = Beside(
        view.kept,
        view.day,
        context.settings,
        members=context.members_by_id,
        electors=lambda day: electors(day, context.members, context.exemptions, context.meetings),
    )
    for entry in in_month(view, view.kept):
        for one in all_findings(entry, beside):
            if one.level != NOTE:
                yield _in_list(one, entry, context)


def _in_list(one: Finding, entry: Entry, context: Context) -> Finding:
    """Return a finding of a page as it is listed among others: with the page, and the way to it.

    What is missing after a grade of 不合格 is put right on another page.
    """
    page = page_of(entry.page)
    words = called(page, entry, lambda key: context.name_of(key) if key else "")
    record = page.title if words == page.title else f"{page.title}（{words}）"
    told = replace(one, area=page.area, record=record)
    if one.number != NO_FOLLOW_UP_NUMBER:
        return told
    who = next((key for key, _ in people_in(entry.values, "member") if key), "")
    place = f"{who}/{FAILED}" if who else ""
    return replace(told, record_id="", section=measure.PAGE.key, field=place)


MONTH_CHECKS = (
    MonthCheck(9, too_few_meetings),
    MonthCheck(10, record_checks.not_finalised),
    MonthCheck(18, record_checks.apart_from_work),
    MonthCheck(31, record_checks.not_prepared_on_paper),
    MonthCheck(34, absences_not_followed_up),
    MonthCheck(36, exempt_out_of_touch),
    MonthCheck(37, not_heard_of),
    MonthCheck(38, dues_checks.base_is_old),
    MonthCheck(39, dues_checks.many_months_at_once),
    MonthCheck(39, dues_checks.paid_for_many),
    MonthCheck(40, dues_checks.handed_up_otherwise),
    MonthCheck(41, dues_checks.not_received),
    MonthCheck(41, dues_checks.not_published),
    MonthCheck(47, record_checks.same_lecture),
    MonthCheck(47, record_checks.same_lecturer),
    MonthCheck(49, term_is_over),
    MonthCheck(52, record_checks.not_handed_over),
    MonthCheck(56, no_scores),
    # Its findings bring the numbers of their own rules: 30, 34, 45, 46, 48, 49, 51, 52, 54–56.
    MonthCheck(51, entries_at_fault),
)


def _from_reminder(number: int, one: Reminder) -> Finding:
    level: Level = ERROR if one.level == LATE else WARNING
    jump = one.jump
    section, _, field = jump.section.partition("/")
    return Finding(number, level, one.sentence, jump.area, jump.record_id, section, field)
