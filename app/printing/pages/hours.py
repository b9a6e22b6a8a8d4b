"""P22H 党员学时登记表: the hours each member learned, took part and served in the year.

Source: `domain/one-plus-n-features.md` F64; `domain/rules.md` C9.
"""

from __future__ import annotations

from app.manual.settings import LEAST_COMMITTEE_HOURS, LEAST_HOURS, whole_in
from app.manual.volumes import HOURS_TABLE
from app.printing.pages import parts, people
from app.printing.pages.book import Book
from app.printing.sheet import Grid, Note, Sheet
from app.records import Member
from app.rules.convening import committee_on
from app.rules.entries import decimal
from app.rules.hours import Hours, hours_of_year
from app.rules.membership import members_on

_COLUMNS = parts.columns(
    ("序号", 12.0),
    ("姓名", 34.0),
    ("学习", 20.0),
    ("活动", 20.0),
    ("实践", 20.0),
    ("合计", 20.0),
    ("集中学习\n要求", 18.0),
    ("还差", 18.0),
)
_EXPLAINED = (
    "主题党日和党课计入学习，其他会议计入活动，党员服务登记的时间计入实践；请假、缺席后补了课的照计。"
    "1小时为1学时；“还差”按学习学时和要求比较。"
)


def sheets(book: Book) -> list[Sheet]:
    """Return the table of the year's roster; without anyone on it there is none."""
    day = people.day_of(book)
    here = members_on(book.members, day)
    if not here:
        return []
    found = hours_of_year(here, book.year_meetings, book.entries)
    committee = {one.id for one in committee_on(here, day)}
    rows = tuple(
        _row(book, number, member, found[member.id], leads=member.id in committee)
        for number, member in enumerate(here, 1)
    )
    return [
        Sheet(
            code=HOURS_TABLE.code,
            title=people.title(book, HOURS_TABLE),
            subtitle=people.subtitle(book),
            blocks=(Grid(_COLUMNS, rows, row_mm=8.5), Note(_EXPLAINED)),
            key=book.year_key(HOURS_TABLE),
            sample=book.sample,
        )
    ]


def _row(book: Book, number: int, member: Member, had: Hours, *, leads: bool) -> tuple[str, ...]:
    asked = whole_in(book.settings, LEAST_COMMITTEE_HOURS if leads else LEAST_HOURS)
    missing = max(asked * 10 - had.study_tenths, 0)
    tenths = (had.study_tenths, had.activity_tenths, had.practice_tenths, had.total_tenths)
    return (
        str(number),
        book.name(member.id),
        *(decimal(one, 1) for one in tenths),
        str(asked),
        decimal(missing, 1) if missing else "—",
    )
