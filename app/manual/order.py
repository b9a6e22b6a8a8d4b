"""In which order the pages of a volume are bound: the month's package and the year's manual.

Both follow from the registers of pages, so a further page takes its place by itself.

Source: `domain/contents.md` 1.7.
"""

from __future__ import annotations

from app.manual.pages import PAGES as FILL_PAGES
from app.manual.pages import instructions, notice, volume_note
from app.manual.volumes import (
    DUES_SHEET,
    LEAVE_REGISTER,
    LOOSE_PAGES,
    MONTH_SET,
    PAGES,
    PHOTO_PAGE,
    SIGN_IN_SHEET,
    Page,
)

# Pages that are put together from the others, so that they have no records of their own.
MONTH_SLIP = Page("P00A", "归档材料清单")
MONTH_FILES = Page("P00B", "卷内目录")
MISSING_ITEMS = Page("P00", "缺项清单")
COVER = Page("P01", "封面")
CONTENTS = Page("P03", "目录")
CATALOGUE = Page("P30B", "卷内目录")
# What the committee puts together of the reports of its branches.
ROLL_UP = Page("P26H", "党支部组织生活和督查情况汇总表")
ROLL_UP_YEAR = Page("P26N", "主题党日开展情况统计表")
DOSSIER = Page("P10F", "事实和处置经过")

INSTRUCTIONS = instructions.PAGE.code
VOLUME_NOTE = volume_note.PAGE.code

_BEFORE_RECORDS = (notice.PAGE.code, SIGN_IN_SHEET.code)
_RECORDS = tuple(page.code for page in MONTH_SET if page.kind)
_AFTER_RECORDS = (DUES_SHEET.code, LEAVE_REGISTER.code)
_LAST = (PHOTO_PAGE.code,)
_PLACED = frozenset((*_BEFORE_RECORDS, *_RECORDS, *_AFTER_RECORDS, *_LAST))
_OTHERS = sorted(
    {page.code for page in MONTH_SET}.union(page.code for page in FILL_PAGES if page.monthly)
    - _PLACED
)

# What went out and was signed first, then the records, what goes with them, and the photos.
MONTH_ORDER = (*_BEFORE_RECORDS, *_RECORDS, *_AFTER_RECORDS, *_OTHERS, *_LAST)
MONTH_PARTS = {
    page.code: page
    for page in (MONTH_SLIP, MONTH_FILES, *(PAGES[code] for code in MONTH_ORDER), MISSING_ITEMS)
}

# The pages of the year's manual stand by their codes, between contents and catalogue.
YEAR_ORDER = tuple(
    sorted(PAGES.keys() - {page.code for page in LOOSE_PAGES} - {INSTRUCTIONS, VOLUME_NOTE})
)

# Every page there is a form of, to be written on by hand.
FORMS = {
    page.code: page
    for page in sorted((*PAGES.values(), COVER, CATALOGUE), key=lambda page: page.code)
}
