"""What an inspector would find: one small function a fault, registered here by its number.

Numbers, names and sources are those of `app.manual.faults`. A new check is a function that yields
faults and one line in `CHECKS`.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.manual import words
from app.manual.kinds import KINDS, THEME_DAY
from app.manual.settings import MOVE
from app.records import Meeting
from app.rules.attendance import day_of
from app.rules.checks import (
    actions,
    attendance,
    chair,
    copied,
    criticism,
    dues,
    evidence,
    head,
    order,
    people,
    times,
    votes,
    wording,
)
from app.rules.checks.case import Case
from app.rules.checks.context import Context
from app.rules.checks.fault import (
    DUES_AREA,
    LEVEL_WORDS,
    LEVELS,
    MEETINGS_AREA,
    SECTION_TITLES,
    THEME_DAYS_AREA,
    WARNING,
    Check,
    Fault,
    Finding,
    Likeness,
)
from app.rules.fixed_day import fixed_day
from app.rules.rule_book import RuleBook
from app.rules.texts import month_title, short_date
from app.rules.to_begin import ToBegin

__all__ = [
    "CHECKS",
    "LEVELS",
    "LEVEL_WORDS",
    "SECTION_TITLES",
    "Check",
    "Context",
    "Finding",
    "Likeness",
    "meeting_findings",
    "month_findings",
]

CHECKS = (
    Check(1, head.missing_fields),
    Check(1, head.missing_lecture_fields),
    Check(1, votes.incomplete),
    Check(2, attendance.not_confirmed),
    Check(3, attendance.missing_reason),
    Check(4, dues.people_do_not_tally),
    Check(4, evidence.more_badges_than_people),
    Check(4, votes.do_not_tally),
    Check(5, people.not_on_the_roster),
    Check(6, votes.without_right),
    Check(6, votes.unfit_counters),
    Check(6, votes.guest_counted),
    Check(7, votes.wrong_majority),
    Check(8, votes.several_at_once),
    Check(10, evidence.record_lags),
    Check(10, evidence.finalised_late),
    Check(11, evidence.decision_without_owner),
    Check(11, dues.payment_without_day),
    Check(11, votes.without_resolution),
    Check(11, actions.optional_incomplete),
    Check(12, wording.too_little),
    Check(13, order.not_prepared),
    Check(13, order.wrong_kind),
    Check(14, people.absent_but_acting),
    Check(14, times.in_two_places),
    Check(14, times.on_a_holiday),
    Check(15, times.implausible_times),
    Check(16, copied.said_before),
    Check(16, copied.said_by_others),
    Check(16, copied.left_from_another_month),
    Check(16, copied.figures_left),
    Check(17, wording.too_few_speakers),
    Check(17, wording.empty_phrases),
    Check(18, actions.no_optional_action),
    Check(18, actions.only_study),
    Check(19, votes.dissent_not_told),
    Check(20, evidence.signatures_to_check),
    Check(21, head.chair_records_himself),
    Check(22, chair.not_charged),
    Check(23, people.nobody_named),
    Check(23, people.titled_only),
    Check(24, wording.left_open),
    Check(25, head.missing_end),
    Check(26, head.unclear_theme),
    Check(27, wording.for_amusement),
    Check(28, actions.required_incomplete),
    Check(29, evidence.flag_or_badges_missing),
    Check(30, head.moved_without_reason),
    Check(31, evidence.notes_incomplete),
    Check(32, evidence.too_few_photos),
    Check(32, evidence.photo_used_before),
    Check(32, evidence.photo_of_another_day),
    Check(33, attendance.not_made_up),
    Check(35, attendance.leave_not_approved),
    Check(36, attendance.exempt_without_approval),
    Check(38, dues.amounts_are_wrong),
    Check(39, dues.agent_not_named),
    Check(42, criticism.nothing_said),
    Check(42, criticism.said_alike),
    Check(42, criticism.not_read_out),
    Check(43, criticism.not_prepared),
    Check(44, criticism.nothing_put_right),
    Check(50, chair.former_officer),
    Check(53, wording.wrong_name),
    Check(55, wording.newer_material),
)

_LEVEL_ORDER = {level: place for place, level in enumerate(LEVELS)}
_SECTION_ORDER = {section: place for place, section in enumerate(SECTION_TITLES)}


def meeting_findings(meeting: Meeting, context: Context) -> list[Finding]:
    """Return what is wrong with one meeting as it stands, saved or not, gravest first.

    Nothing is looked for in a void one.
    """
    if meeting.state == words.VOID:
        return []
    case, rules = Case(meeting, context), context.rules
    return _sorted(
        _finding(check.number, fault, meeting, rules)
        for check in CHECKS
        if check.number not in rules.off
        for fault in check.find(case)
    )


def month_findings(context: Context) -> list[Finding]:
    """Return what is wrong with the meetings of the context, gravest first and each fault once.

    Where the context names its month, a month without a theme day is found too.
    """
    found = [] if (missing := _missing_theme_day(context)) is None else [missing]
    for meeting in context.meetings:
        if meeting.deleted_at is None:
            found += meeting_findings(meeting, context)
    # Two theme days of one month see the same dues sheet.
    return _sorted(iter(dict.fromkeys(found)))


def _finding(number: int, fault: Fault, meeting: Meeting, rules: RuleBook) -> Finding:
    in_dues = fault.section == "dues"
    return Finding(
        number=number,
        level=rules.level_of(number, fault.level),
        sentence=fault.sentence,
        area=DUES_AREA if in_dues else MEETINGS_AREA,
        record_id=fault.record_id or ("" if in_dues else meeting.id),
        section=fault.section,
        field=fault.field,
        member_id=fault.member_id,
        likeness=fault.likeness,
        record="" if in_dues else _called(meeting),
    )


def _called(meeting: Meeting) -> str:
    """Return day and kind of a meeting: 10月9日主题党日."""
    day, kinds = day_of(meeting), [one.word for one in KINDS if one.word in meeting.kinds]
    kind = THEME_DAY if THEME_DAY in kinds else next(iter(kinds), "活动")
    return f"{short_date(day)}{kind}" if day else kind


def _missing_theme_day(context: Context) -> Finding | None:
    """Find a month whose fixed day has passed without a theme day (记录次数不足)."""
    if not context.month or any(
        THEME_DAY in one.kinds and one.deleted_at is None and one.state != words.VOID
        for one in context.meetings
    ):
        return None
    year, month = context.month.split("-")
    day = fixed_day(
        context.branch.theme_day, int(year), int(month), context.calendar, context.text(MOVE)
    )
    if context.today <= day.held_on:
        return None
    sentence = (
        f"{month_title(context.month)}还没有主题党日记录。"
        "请新建并填写；没有开展的也建记录，在“备注”里写明原因。"
    )
    place = ToBegin(context.month, THEME_DAY).place
    return Finding(9, WARNING, sentence, THEME_DAYS_AREA, "", "head", place)


def _sorted(findings: Iterator[Finding]) -> list[Finding]:
    return sorted(
        findings,
        key=lambda one: (_LEVEL_ORDER[one.level], _SECTION_ORDER[one.section], one.number),
    )
