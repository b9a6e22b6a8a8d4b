"""What an inspector would find: one small function a fault, registered here by its number.

Numbers and levels follow `domain/calendar-and-faults.md` 5.4. A new check is a function that
yields faults and one line in `CHECKS`.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.manual import words
from app.manual.kinds import THEME_DAY
from app.manual.settings import MOVE
from app.records import Meeting
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
)
from app.rules.fixed_day import fixed_day
from app.rules.texts import month_title

__all__ = [
    "CHECKS",
    "LEVELS",
    "LEVEL_WORDS",
    "SECTION_TITLES",
    "Check",
    "Context",
    "Finding",
    "meeting_findings",
    "month_findings",
]

_SPOT_CHECK = "组织生活专项抽查通报 (S43)；会议记录写法 (S45)"
_COMMON = "实务常见，domain/calendar-and-faults.md 5.4"
_ARTICLE = "王研《探索实施“1+N主题党日” 推进党内组织生活规范化》"

CHECKS = (
    Check(1, _SPOT_CHECK, head.missing_fields),
    Check(1, "P17 党课记录必填项", head.missing_lecture_fields),
    Check(1, "P14 支部党员大会记录必填项", votes.incomplete),
    Check(2, _SPOT_CHECK, attendance.not_confirmed),
    Check(3, "会议记录合规检查 (S13)", attendance.missing_reason),
    Check(4, _COMMON, dues.people_do_not_tally),
    Check(4, _COMMON, evidence.more_badges_than_people),
    Check(4, "表决票数核对 (S14)", votes.do_not_tally),
    Check(5, _COMMON, people.not_on_the_roster),
    Check(6, "选举工作条例 (2020) 第五条 (S32)", votes.without_right),
    Check(6, "选举工作条例 (2020) 第五条 (S32)", votes.unfit_counters),
    Check(6, "出席、列席分开记 (S65)", votes.guest_counted),
    Check(7, "domain/rules.md 3.3 V1–V6 (S10)", votes.wrong_majority),
    Check(8, "《中国共产党发展党员工作细则》：逐个讨论和表决 (S10)", votes.several_at_once),
    Check(10, "3个工作日内完成记录的地方做法 (S46、S47)", evidence.record_lags),
    Check(11, "记录次数和内容检查 (S06)", evidence.decision_without_owner),
    Check(11, "记录次数和内容检查 (S06)", dues.payment_without_day),
    Check(11, "记录次数和内容检查 (S06)", votes.without_resolution),
    Check(11, _ARTICLE + "：自选动作重实效", actions.optional_incomplete),
    Check(12, "记录内容简单 (S44)", wording.too_little),
    Check(13, "逻辑关系混乱 (S44)", order.not_prepared),
    Check(13, "逻辑关系混乱 (S44)", order.wrong_kind),
    Check(14, _COMMON, people.absent_but_acting),
    Check(14, _COMMON, times.in_two_places),
    Check(15, "会议记录合规检查 (S13)；每次不少于1小时 (S49)", times.implausible_times),
    Check(16, _COMMON + "；照搬照抄 (S68)", copied.said_before),
    Check(16, _COMMON + "；照搬照抄 (S68)", copied.said_by_others),
    Check(16, _COMMON, copied.left_from_another_month),
    Check(17, "会议记录写法 (S45)", wording.too_few_speakers),
    Check(17, "会议记录写法 (S45)", wording.empty_phrases),
    Check(18, _ARTICLE + "：五个规定动作加自选动作", actions.no_optional_action),
    Check(19, "有言必录 (S67)", votes.dissent_not_told),
    Check(20, "签名和按手印 (S06)", evidence.signatures_to_check),
    Check(21, _COMMON, head.chair_records_himself),
    Check(22, "《中国共产党支部工作条例（试行）》(2018) 第十四条 (S17)", chair.not_charged),
    Check(23, "记录要写全名 (S66)", people.nobody_named),
    Check(24, "空白栏、“同上” (S69、S118)", wording.left_open),
    Check(25, "“散会”记法 (S65)", head.missing_end),
    Check(26, "记实报告制 (S46)", head.unclear_theme),
    Check(27, "防止庸俗化、娱乐化 (S48)", wording.for_amusement),
    Check(28, _ARTICLE + "：五个规定动作", actions.required_incomplete),
    Check(29, _ARTICLE + "：统一悬挂党旗、佩戴党徽", evidence.flag_or_badges_missing),
    Check(30, "活动计划相互印证 (S47)", head.moved_without_reason),
    Check(31, "“六有” (S50)", evidence.notes_incomplete),
    Check(32, "影像资料检查 (S80、S102)", evidence.too_few_photos),
    Check(33, "缺席补课 (S50、S94)", attendance.not_made_up),
    Check(35, "请假制度 (S85)", attendance.leave_not_approved),
    Check(36, _ARTICLE + "：不能有特殊党员", attendance.exempt_without_approval),
    Check(38, "中组发 2008 年 3 号第一至六条；党费补足 (S82)", dues.amounts_are_wrong),
    Check(39, "不得垫交 (S114)", dues.agent_not_named),
    Check(42, "组织生活会质量检查 (S41、S91)", criticism.nothing_said),
    Check(42, "组织生活会质量检查 (S41、S91)", criticism.said_alike),
    Check(42, "P18 说明：因故缺席者书面发言 (S42)", criticism.not_read_out),
    Check(43, "会前谈心谈话、征求意见 (S107)", criticism.not_prepared),
    Check(44, "整改清单检查 (S41)", criticism.nothing_put_right),
    Check(50, _COMMON, chair.former_officer),
    Check(53, "名称统一 (S38)", wording.wrong_name),
    Check(55, _COMMON, wording.newer_material),
)

_LEVEL_ORDER = {level: place for place, level in enumerate(LEVELS)}
_SECTION_ORDER = {section: place for place, section in enumerate(SECTION_TITLES)}


def meeting_findings(meeting: Meeting, context: Context) -> list[Finding]:
    """Return what is wrong with one meeting as it stands, saved or not, gravest first.

    Nothing is looked for in a void one.
    """
    if meeting.state == words.VOID:
        return []
    case = Case(meeting, context)
    return _sorted(
        _finding(check.number, fault, meeting) for check in CHECKS for fault in check.find(case)
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


def _finding(number: int, fault: Fault, meeting: Meeting) -> Finding:
    in_dues = fault.section == "dues"
    return Finding(
        number=number,
        level=fault.level,
        sentence=fault.sentence,
        area=DUES_AREA if in_dues else MEETINGS_AREA,
        record_id=fault.record_id or ("" if in_dues else meeting.id),
        section=fault.section,
        field=fault.field,
        member_id=fault.member_id,
    )


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
    sentence = f"{month_title(context.month)}还没有主题党日记录。请新建并填写，或写明未开展的原因。"
    return Finding(9, WARNING, sentence, THEME_DAYS_AREA, "", "head", "")


def _sorted(findings: Iterator[Finding]) -> list[Finding]:
    return sorted(
        findings,
        key=lambda one: (_LEVEL_ORDER[one.level], _SECTION_ORDER[one.section], one.number),
    )
