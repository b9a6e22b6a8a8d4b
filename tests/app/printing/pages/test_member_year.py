from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from app.manual import words
from app.manual.kinds import COMMITTEE_MEETING, THEME_DAY
from app.manual.volumes import MEMBER_YEAR, RANKING
from app.printing.pages import Book, sheets_of
from app.printing.pages.member_year import sheets_of_member
from app.printing.sheet import Chart, Grid, Note, Sheet
from app.records import CategoryPeriod, Entry, Meeting, Member
from tests.app.printing.pages.made import grids, value
from tests.factories import (
    BRANCH_ID,
    make_attendance,
    make_branch,
    make_dues_row,
    make_meeting,
    make_member,
)


def held(month: int, *states: tuple[Member, str], kind: str = THEME_DAY) -> Meeting:
    return make_meeting(
        kind,
        start=datetime(2025, month, 9, 15, 0),  # noqa: DTZ001 - local, as on paper
        attendance=[make_attendance(member, state) for member, state in states],
        attendance_confirmed=True,
    )


def book_of(*members: Member, meetings: tuple[Meeting, ...] = (), **changes: object) -> Book:
    book = Book(make_branch(), "2025-12", members, year_meetings=meetings, whole_year=True)
    return replace(book, **changes)  # type: ignore[arg-type]


def lines(sheet: Sheet) -> dict[str, list[str]]:
    """Return the rows of the months by their names."""
    (chart,) = (block for block in sheet.blocks if isinstance(block, Chart))
    return {row.cells[0].text: [cell.text for cell in row.cells[1:]] for row in chart.rows}


def told(sheet: Sheet) -> dict[str, str]:
    return {row[0]: row[1] for row in grids(sheet)[-1].rows}


@pytest.mark.parametrize(
    ("first", "last", "span"),
    [
        (None, None, "全年"),
        (date(2025, 1, 1), None, "全年"),
        (date(2025, 5, 16), None, "5月16日—12月31日"),
        (None, date(2025, 3, 9), "1月1日—3月9日"),
        (date(2025, 5, 16), date(2025, 8, 1), "5月16日—8月1日"),
    ],
)
def test_the_page_says_from_when_to_when_he_belonged(
    first: date | None, last: date | None, span: str
) -> None:
    (sheet,) = sheets_of(book_of(make_member(from_on=first, to_on=last)), [MEMBER_YEAR.code])
    assert value(sheet, "在册时间") == span


def test_who_did_not_belong_in_the_year_has_no_page() -> None:
    gone = make_member(to_on=date(2024, 12, 31))
    book = book_of(gone)
    assert sheets_of(book, [MEMBER_YEAR.code]) == []
    assert sheets_of_member(book, gone.id) == []


def test_one_who_became_a_full_member_in_the_year_was_both() -> None:
    member = make_member(from_on=date(2024, 9, 12))
    member.categories = [
        CategoryPeriod(branch_id=BRANCH_ID, category=words.PROBATIONARY_MEMBER),
        CategoryPeriod(branch_id=BRANCH_ID, category=words.FULL_MEMBER, from_on=date(2025, 9, 12)),
    ]
    (sheet,) = sheets_of(book_of(member), [MEMBER_YEAR.code])
    assert value(sheet, "党员类别") == "预备党员转正式党员"


def test_months_before_he_came_are_marked_as_not_due() -> None:
    member = make_member(from_on=date(2025, 3, 1))
    meetings = tuple(held(month) for month in (2, 3, 4))
    (sheet,) = sheets_of(book_of(member, meetings=meetings), [MEMBER_YEAR.code])
    assert lines(sheet)["主题党日"][:5] == ["", "—", "√", "√", ""]
    assert lines(sheet)["主题党日"][-1] == "2/2"


def test_an_exempted_member_owes_nothing_for_it() -> None:
    member = make_member()
    (sheet,) = sheets_of(
        book_of(member, meetings=(held(3, (member, words.EXEMPT)), held(4))), [MEMBER_YEAR.code]
    )
    assert lines(sheet)["主题党日"][2:4] == ["免", "√"]
    assert lines(sheet)["主题党日"][-1] == "1/1"
    (figures,) = [grid for grid in grids(sheet) if grid.columns[0].heading == "应到"]
    assert figures.rows == (("1", "1", "0", "0", "0", "1", "0", "100%", "100%"),)


def test_leave_is_told_by_its_sort_and_what_is_not_made_up_by_itself() -> None:
    member = make_member()
    meetings = (
        held(1, (member, words.SICK_LEAVE)),
        held(2, (member, words.SICK_LEAVE)),
        held(4, (member, words.UNEXCUSED)),
    )
    (sheet,) = sheets_of(book_of(member, meetings=meetings), [MEMBER_YEAR.code])
    assert told(sheet)["请假和补学"] == "病假：主题党日1—2月；缺席未补学：主题党日1—2、4月"


def test_dues_are_marked_as_paid_late_or_owed() -> None:
    member = make_member()
    rows = (
        make_dues_row(member, "2025-01", paid_fen=5000, paid_on=date(2025, 1, 9)),
        make_dues_row(member, "2025-02", paid_fen=5000, paid_on=date(2025, 3, 9)),
        make_dues_row(member, "2025-03"),
        make_dues_row(member, "2025-04", due_fen=0),
    )
    (sheet,) = sheets_of(book_of(member, year_dues=rows), [MEMBER_YEAR.code])
    assert lines(sheet)["党费"][:5] == ["√", "迟", "欠", "—", "—"]
    assert lines(sheet)["党费"][-1] == "1/3"


def test_only_the_committee_has_a_line_for_its_meetings() -> None:
    member = make_member()
    meeting = held(3, kind=COMMITTEE_MEETING)
    (sheet,) = sheets_of(book_of(member, meetings=(meeting,)), [MEMBER_YEAR.code])
    assert "支委会" not in lines(sheet)


def test_the_ranking_names_those_without_points() -> None:
    first, second = make_member("柳知行"), make_member("舒望远")
    score = Entry(
        branch_id=BRANCH_ID,
        page="member_score",
        year=2025,
        values={
            "member": [{"member": first.id}],
            "items": [{"item": "起评分", "way": "加分", "points_tenths": 600, "times": 1}],
        },
    )
    (sheet,) = sheets_of(book_of(first, second, entries=(score,)), [RANKING.code])
    (grid,) = (block for block in sheet.blocks if isinstance(block, Grid))
    assert grid.rows == (("1", "柳知行", "—", "60", "—"),)
    notes = [block.text for block in sheet.blocks if isinstance(block, Note)]
    assert notes[-1] == "没有积分的1人：舒望远。"
