"""The pages that can be printed and the order in which a month's set is filed.

Source: page types of the paper manual, `domain/contents.md` 1.7 and `domain/pages.md`.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.manual.kinds import (
    APPRAISAL,
    COMMITTEE_MEETING,
    CRITICISM_MEETING,
    GROUP_MEETING,
    LECTURE,
    MEMBERS_MEETING,
    OTHER,
    THEME_DAY,
)
from app.manual.pages import PAGES as FILL_PAGES


@dataclass(frozen=True, slots=True)
class Page:
    """A page type: its code in the manual and the title it is listed under.

    `kind` is the kind of meeting it records, empty where it is not the record of one.
    """

    code: str
    title: str
    kind: str = ""


BRANCH_PROFILE = Page("P04", "党支部基本情况")
BRANCH_COMMITTEE = Page("P05", "支部委员会名单及分工")
GROUP_LIST = Page("P06", "党小组划分")
ROSTER = Page("P07", "党员名册")
PARTY_BIRTHDAYS = Page("P07B", "党员政治生日一览表")
APPLICANT_LIST = Page("P08R", "发展党员工作一览表")
THEME_TALLY = Page("P11T", "主题来源和标签统计表")
THEME_DAY_RECORD = Page("P13", "主题党日活动记录", THEME_DAY)
MEMBERS_RECORD = Page("P14", "支部党员大会记录", MEMBERS_MEETING)
COMMITTEE_RECORD = Page("P15", "支部委员会会议记录", COMMITTEE_MEETING)
COMMITTEE_LIST = Page("P15L", "支部委员会会议一览表")
GROUP_RECORD = Page("P16", "党小组会记录", GROUP_MEETING)
GROUP_TASKS = Page("P16T", "党小组任务清单")
LECTURE_RECORD = Page("P17", "党课记录", LECTURE)
CRITICISM_RECORD = Page("P18", "组织生活会记录", CRITICISM_MEETING)
APPRAISAL_RECORD = Page("P19M", "民主评议党员大会记录", APPRAISAL)
ACTIVITY_RECORD = Page("P13X", "活动记录", OTHER)
BALLOT = Page("P19B", "民主评议党员测评票")
TALK_TABLE = Page("P20M", "谈心谈话一览表")
SIGN_IN_SHEET = Page("P21", "签到表")
LEAVE_REGISTER = Page("P22", "请假与补课登记")
ATTENDANCE_TABLE = Page("P22Y", "考勤表")
HOURS_TABLE = Page("P22H", "党员学时登记表")
YEAR_CHART = Page("P22Z", "组织生活年度一览图")
DUES_SHEET = Page("P24", "党费收缴登记表")
DUES_BASES = Page("P24A", "党费核定表")
DUES_YEAR = Page("P24C", "党费年度汇总表")
DUES_HANDOVER = Page("P24D", "党费上缴报表")
DUES_NOTICE = Page("P24F", "党费收缴公布表")
DUES_NOTICE_MONTH = Page("P24FM", "党费收缴月公布表")
DUES_BOOKLET = Page("P24G", "党费证登记")
RECTIFICATION_LEDGER = Page("P26L", "督查整改台账")
RANKING = Page("P27R", "党员积分排名表")
MEMBER_YEAR = Page("P27P", "党员年度情况")
PHOTO_PAGE = Page("P13P", "活动照片")

# The record is what an inspector opens first; what proves it follows in the order it is asked for.
MONTH_SET = (
    THEME_DAY_RECORD,
    MEMBERS_RECORD,
    COMMITTEE_RECORD,
    GROUP_RECORD,
    LECTURE_RECORD,
    CRITICISM_RECORD,
    APPRAISAL_RECORD,
    ACTIVITY_RECORD,
    SIGN_IN_SHEET,
    LEAVE_REGISTER,
    DUES_SHEET,
    PHOTO_PAGE,
)

# Pages of a whole year; a month's set leaves them out, but they can be asked for.
YEAR_PAGES = (
    BRANCH_PROFILE,
    BRANCH_COMMITTEE,
    GROUP_LIST,
    ROSTER,
    PARTY_BIRTHDAYS,
    APPLICANT_LIST,
    THEME_TALLY,
    COMMITTEE_LIST,
    TALK_TABLE,
    ATTENDANCE_TABLE,
    HOURS_TABLE,
    YEAR_CHART,
    DUES_BASES,
    DUES_YEAR,
    DUES_HANDOVER,
    DUES_NOTICE,
    DUES_BOOKLET,
    RECTIFICATION_LEDGER,
    RANKING,
)

# Pages that are posted or handed out, not filed.
LOOSE_PAGES = (DUES_NOTICE_MONTH, BALLOT, GROUP_TASKS, MEMBER_YEAR)

# Pages whose description is all there is to them.
FILLED = tuple(Page(page.code, page.title) for page in FILL_PAGES if page.is_printed)

PAGES = {page.code: page for page in (*MONTH_SET, *YEAR_PAGES, *LOOSE_PAGES, *FILLED)}
