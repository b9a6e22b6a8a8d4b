from __future__ import annotations

from datetime import date, datetime

from app.manual import words
from app.printing.pages import leave, sheets_of, theme_day
from app.printing.pages.filed import Statement, corrections_sheet, settled
from app.printing.pages.leaves import MEETING_PAGES, Filed, leaves_of, sheets_of_meeting
from app.printing.sheet import Box, Cell, Column, Grid, Rows, Sheet, Signatures
from app.records import Correction
from app.rules.filing import STATE_PLACE
from tests.app.printing.pages.made import book_of, book_with, cells, grids, labels, value
from tests.example_branch import Example, example
from tests.factories import make_meeting

ON = date(2025, 10, 20)


def record(made: Example) -> Sheet:
    (sheet,) = theme_day.sheets(book_of(made))
    return sheet


def correction(place: str, old: str, new: str, *, day: int = 21) -> Correction:
    return Correction(
        branch_id="b",
        subject_id="m",
        at=datetime(2025, 10, day, 9, 0),  # noqa: DTZ001 - local, as written on paper
        by="柳知行",
        place=place,
        old=old,
        new=new,
        reason="原记录笔误",
    )


def test_no_value_of_a_finalised_record_is_empty() -> None:
    made = example()
    made.meeting.place, made.meeting.actions, made.meeting.remark = "", [], ""
    sheet = settled(record(made), Statement(date(2025, 10, 9), ON))
    assert value(sheet, "地点") == words.NOTHING
    assert [one for one in cells(sheet) if not (one.text or one.label or one.blank)] == []
    assert all(one.paragraphs for one in sheet.blocks if isinstance(one, Box))


def test_cells_for_ink_stay_blank() -> None:
    rows = Rows((30.0, 132.0), ((Cell("签字", label=True), Cell(blank=True)),))
    assert settled(Sheet("P13", "", (rows,)), Statement(None, ON)).blocks == (rows,)


def test_no_cell_of_a_list_in_a_finalised_record_is_empty_but_those_for_ink() -> None:
    columns = (Column("问题", 40.0), Column("责任人", 20.0), Column("完成情况", 20.0))
    ink = (*columns, Column("签名", 20.0, blank=True))
    rows = (("夜班难到", "", "", ""), ("", "", "", ""))
    sheet = Sheet("P18", "", (Grid(ink, rows, least_rows=3),))
    (grid,) = grids(settled(sheet, Statement(None, ON)))
    assert grid.rows == (("夜班难到", "—", "", ""), ("", "", "", ""))


def test_a_late_record_says_so_in_title_and_before_the_signatures() -> None:
    made = example()
    late = settled(record(made), Statement(date(2025, 10, 9), ON, late_reason="负责人出差"))
    assert late.title.endswith("主题党日活动记录（补记）")
    said = value(late, "补记说明")
    assert said == "负责人出差。\n活动日期：2025年10月9日；定稿日期：2025年10月20日。".replace(
        "\n", ""
    )
    assert isinstance(late.blocks[-1], Signatures)
    assert labels(late)[-1] == "补记说明"


def test_a_record_in_time_states_nothing() -> None:
    sheet = settled(record(example()), Statement(date(2025, 10, 9), ON))
    assert "补记" not in sheet.title
    assert not {"补记说明", "缺项说明"} & set(labels(sheet))


def test_the_reason_of_what_is_missing_is_printed() -> None:
    sheet = settled(record(example()), Statement(None, ON, missing_reason="授课人临时出差"))
    assert value(sheet, "缺项说明") == "授课人临时出差。"


def test_sign_in_sheets_are_left_to_be_signed() -> None:
    (sheet,) = sheets_of(book_of(example()), ["P21"])
    assert settled(sheet, Statement(None, ON, late_reason="出差")) == sheet


def test_corrections_stand_on_a_page_of_their_own_in_order() -> None:
    rows = [correction("地点", "三楼", "二楼"), correction("备注", "", "补充", day=22)]
    sheet = corrections_sheet(record(example()), rows)
    (grid,) = grids(sheet)
    assert (sheet.code, sheet.key) == ("P13G", "2025-10-P13-G")
    assert grid.rows == (
        ("1", "地点", "三楼", "二楼", "原记录笔误", "柳知行", "2025年\n10月21日"),
        ("2", "备注", "无", "补充", "原记录笔误", "柳知行", "2025年\n10月22日"),
    )
    assert sum(column.width_mm for column in grid.columns) == 162


def test_a_correction_of_a_late_record_does_not_call_itself_late() -> None:
    late = settled(record(example()), Statement(None, ON, late_reason="出差"))
    assert corrections_sheet(late, []).title.endswith("主题党日活动记录更正页")


def test_changes_of_the_state_itself_are_not_printed() -> None:
    rows = [correction(STATE_PLACE, words.FINAL, words.DRAFT), correction("地点", "三楼", "二楼")]
    (grid,) = grids(corrections_sheet(record(example()), rows))
    assert [row[1] for row in grid.rows] == ["地点"]


def test_a_finalised_meeting_is_printed_from_what_was_kept() -> None:
    made = example()
    book = book_of(made)
    kept = Filed(sheets_of_meeting(book, made.meeting), [correction("地点", "三楼", "二楼")])
    made.meeting.place = "别处"
    found = leaves_of(book, {"P13", "P17", "P21", "P22", "P24"}, {made.meeting.id: kept})
    assert [leaf.sheet.code for leaf in found] == ["P13", "P13G", "P17", "P21", "P22", "P24"]
    assert value(found[0].sheet, "地点") != "别处"
    assert [leaf.of for leaf in found] == [made.meeting.id] * 4 + ["2025-10"] * 2


def test_without_finalised_records_the_set_is_that_of_the_book() -> None:
    book = book_of(example())
    codes = {*MEETING_PAGES, "P24"}
    assert [leaf.sheet for leaf in leaves_of(book, codes)] == sheets_of(book, codes)


def test_a_meeting_alone_keeps_its_place_in_the_archive_code() -> None:
    made = example()
    other = make_meeting(branch_id=made.branch.id)
    book = book_with(made, other, made.meeting)
    alone = sheets_of_meeting(book, made.meeting)
    assert alone[0].key == "2025-10-P13-2"


def test_the_register_of_leave_is_put_together_from_all_meetings() -> None:
    made = example()
    quiet = make_meeting(branch_id=made.branch.id)
    both = book_with(made, quiet, made.meeting)
    (one,) = leave.together([leave.sheets(both.only(item))[0] for item in (quiet, made.meeting)])
    (whole,) = leave.sheets(both)
    assert one == whole


def test_a_register_nobody_is_on_stays_as_it_is() -> None:
    made = example()
    meetings = [make_meeting(branch_id=made.branch.id) for _ in range(2)]
    book = book_with(made, *meetings)
    (one,) = leave.together([leave.sheets(book.only(item))[0] for item in meetings])
    assert next(block for block in one.blocks if isinstance(block, Grid)).rows[0][0] == "1"
