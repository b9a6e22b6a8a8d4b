from __future__ import annotations

import pytest

from app.manual.order import FORMS
from app.printing.document import write
from app.printing.pages import blank
from app.printing.sheet import Grid, Note, Rows, Signatures
from tests.app.printing.conftest import META, texts_of
from tests.app.printing.pages.made import box, grids, labels, value
from tests.factories import make_branch

BRANCH = make_branch()
# Words that only a value has: the specimen's year, and what is computed of nobody.
VALUES = ("2000", "未核定", "0人", "0.00")
WITHOUT_BRANCH = {"P02"}  # how the manual is kept, whoever keeps it


@pytest.mark.parametrize("code", FORMS)
def test_a_form_of_each_page_has_the_branch_and_no_values(code: str) -> None:
    printed = write(blank.sheets_of(BRANCH, code), META)
    pages = texts_of(printed)

    assert printed.missing_characters == ()
    assert len(pages) <= 3
    assert code in WITHOUT_BRANCH or any(BRANCH.name in page for page in pages)
    for page in pages:
        assert not [word for word in VALUES if word in page]


def test_a_form_has_its_lists_ruled_and_its_month_left_open() -> None:
    (sheet,) = blank.sheets_of(BRANCH, "P24")
    (grid,) = (block for block in sheet.blocks if isinstance(block, Grid))
    assert sheet.title == "＿＿年＿＿月青禾示例支部党费收缴登记表"
    assert sheet.key == "P24"
    assert grid.rows == ()
    assert grid.least_rows >= 6


def test_a_record_to_be_written_by_hand_has_its_labels_and_empty_cells() -> None:
    (record,) = blank.sheets_of(BRANCH, "P15")
    assert value(record, "会议时间") == ""
    assert value(record, "议题") == ""
    assert box(record, "会议内容") == ()


def test_what_is_assessed_stays_on_a_form() -> None:
    text = "".join(texts_of(write(blank.sheets_of(BRANCH, "P26A"), META)))
    assert "缺席人员补课完成" in text


@pytest.mark.parametrize("code", ["P22Y", "P22Z", "P27P"])
def test_a_form_that_is_filled_with_signs_tells_what_they_mean(code: str) -> None:
    for sheet in blank.sheets_of(BRANCH, code)[:1]:
        (note,) = (block for block in sheet.blocks if isinstance(block, Note))
        assert note.text.startswith("符号：√ ")
        assert write([sheet], META).pages == 1


def test_a_ballot_to_be_written_by_hand_tells_how_it_is_marked() -> None:
    (sheet,) = blank.sheets_of(BRANCH, "P19B")
    assert "每人只选一格" in "".join(texts_of(write([sheet], META)))


@pytest.mark.parametrize("code", ["P06", "P21", "P22", "P24", "P30B"])
def test_a_list_takes_one_page_and_not_a_row_more(code: str) -> None:
    (sheet,) = blank.sheets_of(BRANCH, code)
    assert write([sheet], META).pages == 1
    most = max(block.least_rows for block in sheet.blocks if isinstance(block, Grid))
    assert write([blank.with_rows(sheet, most + 1)], META).pages == 2


@pytest.mark.parametrize("code", ["P11A", "P26C", "P29", "P29B"])
def test_a_document_to_be_written_by_hand_has_lines_down_to_its_close(code: str) -> None:
    (sheet,) = blank.sheets_of(BRANCH, code)
    assert write([sheet], META).pages == (2 if code == "P29" else 1)
    assert max(len(one.rows) for one in sheet.blocks if isinstance(one, Rows)) >= 14


def test_the_figures_of_a_year_are_all_asked_for_on_its_form() -> None:
    (sheet,) = blank.sheets_of(BRANCH, "P29")
    assert {"支部党员大会", "党小组会", "党课", "组织生活会", "有效参与率", "参加评议党员"} <= set(
        labels(sheet)
    )


def test_a_vote_to_be_written_by_hand_has_its_ballots_and_who_counts_them() -> None:
    (record,) = blank.sheets_of(BRANCH, "P14")
    assert {"经批准不计入应到", "监票人", "计票人"} <= set(labels(record))
    headings = {one.heading for grid in grids(record) for one in grid.columns}
    assert {"发出票", "收回票", "有效票", "赞成", "书面赞成"} <= headings
    assert record.blocks[-1] == Signatures(
        ("主持人\n签字", "记录人\n签字", "监票人\n签字", "计票人\n签字")
    )
