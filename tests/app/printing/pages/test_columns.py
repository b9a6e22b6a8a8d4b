"""What usually stands in a column stands in one line of it."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from app.manual.development import STEPS
from app.manual.kinds import MEMBERS_MEETING
from app.manual.pages import page_of
from app.manual.volumes import APPLICANT_LIST, GROUP_LIST, LEAVE_REGISTER
from app.printing.front import FILE_COLUMNS
from app.printing.layout import pages_of
from app.printing.pages import Book, sheets_of
from app.printing.sheet import Column, Grid, Sheet
from app.records import Attendance, Leave
from tests.app.printing.drawn import Drawn
from tests.app.printing.pages.made import book_of, book_with
from tests.app.printing.pages.year import held
from tests.example_branch import example
from tests.factories import make_branch
from tests.filled import PEOPLE, filled_entry


def lines(sheets: Iterable[Sheet]) -> list[str]:
    """Return each line of text as it is set."""
    drawn = Drawn()
    for sheet in sheets:
        for page in pages_of(sheet):
            page.draw(drawn)
    return [line.text for _, _, line, _ in drawn.set]


@pytest.mark.parametrize(
    ("key", "field", "told"),
    [
        ("vanguard", "shown_by", "党徽和岗位牌"),
        ("vanguard", "post", "党员先锋岗"),
        ("award", "number", "青矿党〔2025〕14号"),
        ("honour", "number", "青矿党〔2025〕14号"),
    ],
)
def test_a_usual_value_of_a_page_stays_whole(key: str, field: str, told: str) -> None:
    page = page_of(key)
    entry = filled_entry(page, [PEOPLE[0].id], rows=1)
    entry.values[field] = told
    book = Book(make_branch(), "2025-10", PEOPLE, entries=(entry,), whole_year=True)
    assert told in lines(sheets_of(book, [page.code]))


def test_a_group_with_its_place_of_work_stays_whole() -> None:
    made = example()
    made.groups[0].name = "第一党小组（电机车）"
    assert made.groups[0].name in lines(sheets_of(book_of(made), [GROUP_LIST.code]))


def test_the_stage_an_applicant_is_usually_at_stays_whole() -> None:
    values = {"name": "乔志远", "applied_on": "2024-03-18", "stage": STEPS[5]}
    entry = filled_entry(page_of("applicant"), [PEOPLE[0].id], rows=1)
    entry.values |= values
    book = book_of(example(), entries=(entry,))
    assert STEPS[5] in lines(sheets_of(book, [APPLICANT_LIST.code]))


def test_a_members_meeting_stays_whole_in_the_register_of_leave() -> None:
    made = example()
    row = Attendance(
        branch_id=made.branch.id,
        member_id=made.members[3].id,
        state="事假",
        leave=Leave(branch_id=made.branch.id, reason="探亲"),
    )
    meeting = held(made, MEMBERS_MEETING, 10, 26, attendance=[row])
    found = lines(sheets_of(book_with(made, meeting), [LEAVE_REGISTER.code]))
    assert found.count(MEMBERS_MEETING) == 2


def test_day_and_title_stay_whole_in_the_catalogue() -> None:
    author = "安原矿业有限公司青石矿运输区党支部"
    row = ("366", author, "—", "2025年10月主题党日签到表", "20260606", "464", "3", "10年")
    found = lines([Sheet("P30B", "卷内目录", (Grid(FILE_COLUMNS, (row,)),))])
    assert set(row) - set(found) == {author}
    assert {"安原矿业有限公司青", "石矿运输区党支部"} <= set(found)


def test_the_day_of_a_meeting_stays_whole_over_its_signs() -> None:
    columns = tuple(Column(f"{day}日\n一组", 9.0) for day in (7, 14, 28))
    found = lines([Sheet("P22Y", "考勤表", (Grid((*columns, Column("姓名", 135.0)), ()),))])
    assert {"7日", "14日", "28日"} <= set(found)


def test_each_talk_stands_in_a_line_of_its_own() -> None:
    made = example()
    people = [one.id for one in made.members]
    entries = []
    for partner, day in ((people[0], "2025-10-21"), (people[3], "2025-02-12")):
        entry = filled_entry(page_of("talk"), [partner], held_on=day)
        entry.values["partner"] = [{"member": people[7]}]
        entry.values["talker"] = [{"member": partner}]
        entries.append(entry)
    found = lines(sheets_of(book_of(made, entries=tuple(entries), whole_year=True), ["P20M"]))
    assert {"周启明（10月21日）", "贺立新（2月12日）"} <= set(found)
