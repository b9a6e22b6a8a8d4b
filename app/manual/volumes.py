"""The pages that can be printed and the order in which a month's set is filed.

Source: page types of the paper manual, `domain/contents.md` 1.7 and `domain/pages.md`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page type: its code in the manual and the title it is listed under."""

    code: str
    title: str


THEME_DAY_RECORD = Page("P13", "主题党日活动记录")
LECTURE_RECORD = Page("P17", "党课记录")
SIGN_IN_SHEET = Page("P21", "签到表")
LEAVE_REGISTER = Page("P22", "请假与补课登记")
DUES_SHEET = Page("P24", "党费收缴登记表")
PHOTO_PAGE = Page("P13P", "活动照片")

# The record is what an inspector opens first; what proves it follows in the order it is asked for.
MONTH_SET = (
    THEME_DAY_RECORD,
    LECTURE_RECORD,
    SIGN_IN_SHEET,
    LEAVE_REGISTER,
    DUES_SHEET,
    PHOTO_PAGE,
)

PAGES = {page.code: page for page in MONTH_SET}
