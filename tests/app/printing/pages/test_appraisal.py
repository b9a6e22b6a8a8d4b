"""P19: the page of a member, the ballot, and the table of all on paper."""

from __future__ import annotations

import re
from typing import Any

import pytest

from app.manual.pages import page_of
from app.manual.volumes import BALLOT
from app.manual.words import PROBATIONARY_MEMBER, VOID
from app.printing.document import write
from app.printing.pages import sheets_of
from app.printing.pages.layouts import sheets
from app.printing.sheet import Grid, Sheet, Signatures
from app.records import Entry, Member
from app.rules.membership import category_within
from tests.app.printing.pages.made import book_of, grids, value
from tests.app.printing.pages.test_printed import META, pages_of
from tests.app.printing.pages.year import branch_of
from tests.example_branch import DAY, Example, example
from tests.factories import LONG_NAME
from tests.filled import filled_entry

PAGE, COUNT = page_of("appraisal"), page_of("appraisal_count")


def appraised(member: Member, grade: str = "合格", **values: Any) -> Entry:
    given: dict[str, Any] = {"excellent": 5, "qualified": 9, "basic": 0, "failed": 0}
    given |= {"grade": grade, "self_grade": "优秀"} | values
    return filled_entry(PAGE, [member.id], **given)


def table(made: Example, *entries: Entry, due: int | None = 18) -> Grid:
    count = filled_entry(COUNT, [made.members[0].id], due=due)
    (sheet,) = sheets(COUNT, book_of(made, entries=(*entries, count), whole_year=True))
    (grid,) = grids(sheet)
    return grid


def foot(grid: Grid) -> str:
    return grid.foot[0][-1].text


def ballot(made: Example) -> Sheet:
    (sheet,) = sheets_of(book_of(made), [BALLOT.code])
    return sheet


def names_on(sheet: Sheet) -> list[str]:
    (grid,) = grids(sheet)
    places = [place for place, one in enumerate(grid.columns) if one.heading == "姓名"]
    return [row[place] for row in grid.rows for place in places if row[place]]


def test_the_page_tells_what_the_roster_says_of_the_member() -> None:
    made = example()
    member = made.person("韩素云")
    member.gender, member.born, member.joined_on, member.job = "女", "1985-03", DAY, "技术员"
    (sheet,) = sheets(PAGE, book_of(made, entries=(appraised(member),), whole_year=True))
    told = [value(sheet, label) for label in ("性别", "出生年月", "入党时间", "职务")]
    assert told == ["女", "1985-03", "2025年10月9日", "组织委员　技术员"]


def test_branch_member_and_those_above_sign_a_page() -> None:
    made = example()
    (sheet,) = sheets(PAGE, book_of(made, entries=(appraised(made.members[0]),), whole_year=True))
    signed = [label for block in sheet.blocks if isinstance(block, Signatures)
              for label in block.labels]  # fmt: skip
    assert [label.replace("\n", "") for label in signed] == [
        "支部书记签字",
        "党支部（盖章）",
        "本人意见和签字",
        "上级意见（盖章）",
    ]


def test_a_summary_of_two_hundred_and_fifty_characters_is_one_page() -> None:
    made = example()
    entry = appraised(
        made.members[0], summary="安全行车无事故，带徒弟两名；" * 18, opinions="好" * 60,
        verdict="同意评为合格。" * 8,
    )  # fmt: skip
    found = sheets(PAGE, book_of(made, entries=(entry,), whole_year=True))
    assert len(pages_of(write(found, META))) == 1


def test_the_table_lists_the_appraised_in_the_order_of_the_roster() -> None:
    made = example()
    last, first = made.members[5], made.members[2]
    entries = [appraised(last, "优秀"), appraised(first), appraised(made.members[3])]
    entries[2].state = VOID
    grid = table(made, *entries)
    assert [row[1] for row in grid.rows] == [first.name, last.name]
    assert grid.rows[1][2:] == ("优秀", "5", "9", "0", "0", "14", "优秀", "")
    assert foot(grid) == "优秀1人，合格1人，基本合格0人，不合格0人；应参加18人，优秀至多6人"


def test_who_is_on_probation_is_marked() -> None:
    made = example()
    probationary = next(one for one in made.members if one.name == "曾庆安")
    grid = table(made, appraised(probationary, "不评定等次"))
    assert [row[-1] for row in grid.rows] == ["预备党员"]


def test_who_is_not_graded_is_counted_apart() -> None:
    made = example()
    grid = table(made, appraised(made.members[0], "不评定等次", excellent=None), due=None)
    assert foot(grid) == "优秀0人，合格0人，基本合格0人，不合格0人，不评定等次1人"
    assert grid.rows[0][3:8] == ("", "9", "0", "0", "9")


def test_a_table_without_pages_is_ruled_for_writing_by_hand() -> None:
    grid = table(example())
    assert (grid.rows, grid.foot, grid.least_rows) == ((), (), 18)


def test_all_of_a_branch_of_eighteen_stand_on_one_page() -> None:
    made = example()
    entries = tuple(appraised(one) for one in made.members)
    count = filled_entry(COUNT, [made.members[0].id])
    found = sheets(COUNT, book_of(made, entries=(*entries, count), whole_year=True))
    assert len(pages_of(write(found, META))) == 1


@pytest.mark.parametrize(("people", "columns"), [(18, 1), (26, 1), (27, 2), (200, 2)])
def test_the_ballot_lists_everyone_to_be_graded_in_as_many_columns_as_help(
    people: int, columns: int
) -> None:
    made = branch_of(people)
    graded = [one.name for one in made.members if category_within(one, DAY) != PROBATIONARY_MEMBER]
    sheet = ballot(made)
    assert names_on(sheet) == graded
    assert sum(one.heading == "姓名" for one in grids(sheet)[0].columns) == columns


def test_a_ballot_is_wide_enough_to_mark_and_says_nobodys_choice() -> None:
    sheet = ballot(branch_of(200))
    (grid,) = grids(sheet)
    assert grid.row_mm >= 8
    assert all(column.width_mm >= 10 for column in grid.columns if column.blank)
    assert sum(column.blank for column in grid.columns) == 8
    text = re.sub(r"\s", "", "".join(pages_of(write([sheet], META))))
    assert LONG_NAME in text
    assert "签字" not in text


def test_without_members_there_is_no_ballot() -> None:
    assert sheets_of(book_of(example(), members=()), [BALLOT.code]) == []
