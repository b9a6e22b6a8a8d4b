"""The pages of the manual: each module turns a month's records into sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from app.manual.pages import PAGES as FILL_PAGES
from app.manual.volumes import (
    ACTIVITY_RECORD,
    APPLICANT_LIST,
    APPRAISAL_RECORD,
    ATTENDANCE_TABLE,
    BALLOT,
    BRANCH_COMMITTEE,
    BRANCH_PROFILE,
    COMMITTEE_LIST,
    COMMITTEE_RECORD,
    CRITICISM_RECORD,
    DUES_BASES,
    DUES_BOOKLET,
    DUES_HANDOVER,
    DUES_NOTICE,
    DUES_NOTICE_MONTH,
    DUES_SHEET,
    DUES_YEAR,
    GROUP_LIST,
    GROUP_RECORD,
    GROUP_TASKS,
    HOURS_TABLE,
    LEAVE_REGISTER,
    LECTURE_RECORD,
    MEMBER_YEAR,
    MEMBERS_RECORD,
    MONTH_SET,
    PAGES,
    PARTY_BIRTHDAYS,
    PHOTO_PAGE,
    RANKING,
    RECTIFICATION_LEDGER,
    ROSTER,
    SIGN_IN_SHEET,
    TALK_TABLE,
    THEME_DAY_RECORD,
    THEME_TALLY,
    YEAR_CHART,
)
from app.printing.pages import (
    activity,
    applicants,
    appraisal_meeting,
    attendance_year,
    ballot,
    branch_committee,
    branch_profile,
    committee,
    criticism_meeting,
    dues,
    dues_base,
    dues_booklet,
    dues_handover,
    dues_notice,
    dues_year,
    group,
    group_tasks,
    groups,
    hours,
    layouts,
    leave,
    lecture,
    member_year,
    members_meeting,
    party_birthdays,
    photos,
    ranking,
    rectification_ledger,
    roster,
    sign_in,
    talk_table,
    theme_day,
    theme_tally,
    year_chart,
)
from app.printing.pages.book import Book
from app.printing.sheet import Sheet

SHEETS: dict[str, Callable[[Book], list[Sheet]]] = {
    THEME_DAY_RECORD.code: theme_day.sheets,
    MEMBERS_RECORD.code: members_meeting.sheets,
    COMMITTEE_RECORD.code: committee.sheets,
    GROUP_RECORD.code: group.sheets,
    LECTURE_RECORD.code: lecture.sheets,
    CRITICISM_RECORD.code: criticism_meeting.sheets,
    APPRAISAL_RECORD.code: appraisal_meeting.sheets,
    ACTIVITY_RECORD.code: activity.sheets,
    SIGN_IN_SHEET.code: sign_in.sheets,
    LEAVE_REGISTER.code: leave.sheets,
    DUES_SHEET.code: dues.sheets,
    PHOTO_PAGE.code: photos.sheets,
    BRANCH_PROFILE.code: branch_profile.sheets,
    BRANCH_COMMITTEE.code: branch_committee.sheets,
    GROUP_LIST.code: groups.sheets,
    ROSTER.code: roster.sheets,
    PARTY_BIRTHDAYS.code: party_birthdays.sheets,
    THEME_TALLY.code: theme_tally.sheets,
    GROUP_TASKS.code: group_tasks.sheets,
    HOURS_TABLE.code: hours.sheets,
    APPLICANT_LIST.code: applicants.sheets,
    COMMITTEE_LIST.code: committee.year_list,
    BALLOT.code: ballot.sheets,
    TALK_TABLE.code: talk_table.sheets,
    ATTENDANCE_TABLE.code: attendance_year.sheets,
    YEAR_CHART.code: year_chart.sheets,
    DUES_BASES.code: dues_base.sheets,
    DUES_YEAR.code: dues_year.sheets,
    DUES_HANDOVER.code: dues_handover.sheets,
    DUES_NOTICE.code: dues_notice.sheets,
    DUES_NOTICE_MONTH.code: dues_notice.month_sheets,
    DUES_BOOKLET.code: dues_booklet.sheets,
    RECTIFICATION_LEDGER.code: rectification_ledger.sheets,
    RANKING.code: ranking.sheets,
    MEMBER_YEAR.code: member_year.sheets,
    **{page.code: partial(layouts.sheets, page) for page in FILL_PAGES if page.is_printed},
}


def sheets_of(book: Book, codes: Iterable[str] | None = None) -> list[Sheet]:
    """Return the sheets of the given page codes, or of a month set, in their order."""
    wanted = frozenset(page.code for page in MONTH_SET) if codes is None else frozenset(codes)
    return [sheet for code in PAGES if code in wanted for sheet in SHEETS[code](book)]


__all__ = ["SHEETS", "Book", "sheets_of"]
