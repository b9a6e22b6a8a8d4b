from __future__ import annotations

import re

import pytest

from app.manual.pages import page_of
from app.manual.volumes import TALK_TABLE
from app.printing.document import write
from app.printing.pages import sheets_of
from app.printing.pages.layouts import sheets
from app.printing.sheet import Grid, Sheet
from app.records import Entry
from tests.app.printing.pages.made import book_of, grids, value
from tests.app.printing.pages.test_printed import META, pages_of
from tests.app.printing.pages.year import branch_of
from tests.example_branch import Example, example
from tests.factories import LONG_NAME
from tests.filled import filled_entry


def talk(made: Example, first: str, second: str, day: str = "2025-03-04") -> Entry:
    return Entry(
        branch_id=made.branch.id,
        page="talk",
        year=2025,
        values={
            "held_on": day,
            "talker": [{"member": made.person(first).id}],
            "partner": [{"member": made.person(second).id}],
        },
    )


def printed(made: Example, *entries: Entry) -> tuple[Sheet, list[Grid]]:
    (sheet,) = sheets_of(book_of(made, entries=entries), [TALK_TABLE.code])
    return sheet, grids(sheet)


def test_the_committee_stands_against_itself_with_the_first_day() -> None:
    made = example()
    entries = talk(made, "周启明", "韩素云", "2025-05-01"), talk(made, "韩素云", "周启明")
    _, (committee, _) = printed(made, *entries)
    rows = {row[0]: row[1:] for row in committee.rows}
    assert [one.heading for one in committee.columns[1:]] == list(rows)
    assert rows["周启明"] == ("—", "3月4日", "未谈", "未谈", "未谈")
    assert rows["韩素云"][0] == "3月4日"


def test_each_other_member_is_told_with_whom_and_when() -> None:
    made = example()
    entries = [
        talk(made, "周启明", "姚春雷", "2025-10-21"),
        talk(made, "姚春雷", "邵长河", "2025-04-06"),
        talk(made, "姚春雷", "钱守义", "2025-04-07"),
        talk(made, "田建军", "姚春雷", "2025-04-08"),
        talk(made, "韩素云", "田建军", ""),
    ]
    _, (_, others) = printed(made, *entries)
    rows = {row[1]: row[2:] for row in others.rows}
    assert len(rows) == 13
    assert rows["姚春雷"] == ("周启明（10月21日）", "邵长河（4月6日）\n钱守义（4月7日）等3次")
    assert rows["田建军"] == ("韩素云", "姚春雷（4月8日）")
    assert rows["段志强"] == ("未谈", "未谈")


def test_what_is_still_open_is_summed_up_first() -> None:
    made = example()
    sheet, _ = printed(made, talk(made, "周启明", "韩素云"), talk(made, "姚春雷", "邵长河"))
    told = value(sheet, "小结")
    assert "支部委员之间应谈10对，未谈9对" in told
    assert "支部委员和党员应谈13人，未谈13人" in told
    assert "党员和党员应谈13人，未谈11人" in told


def test_a_branch_without_a_committee_has_the_members_only() -> None:
    made = example()
    for member in made.members:
        member.posts = []
    _, (others,) = printed(made)
    assert len(others.rows) == 18
    assert sheets_of(book_of(made, members=()), [TALK_TABLE.code]) == []


def test_eighteen_are_one_page_and_two_hundred_are_all_there() -> None:
    assert len(pages_of(write([printed(example())[0]], META))) == 1
    text = re.sub(r"\s", "", "".join(pages_of(write([printed(branch_of(200))[0]], META))))
    assert LONG_NAME in text
    assert text.count("党员1") >= 80


@pytest.mark.parametrize(
    ("raised", "answered", "told"),
    [
        ("2025-10-19", "2025-10-21", "2天"),
        ("2025-10-19", "2025-10-19", "当天"),
        ("2025-10-19", "", ""),
        ("", "2025-10-21", ""),
    ],
)
def test_the_days_to_the_answer_stand_on_the_page(raised: str, answered: str, told: str) -> None:
    made, page = example(), page_of("support")
    entry = filled_entry(page, [made.members[0].id], raised_on=raised, answered_on=answered)
    (sheet,) = sheets(page, book_of(made, entries=(entry,), whole_year=True))
    assert value(sheet, "从反映到回应") == told
