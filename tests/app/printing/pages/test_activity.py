"""Records of what has no form of its own: appraisal meetings and activities of any name."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from app.manual.kinds import APPRAISAL, GROUP_MEETING, OTHER, OUTER_EVENT
from app.printing.pages import Book, record, sheets_of
from app.printing.sheet import Sheet
from app.records import Attachment, Meeting
from tests.app.printing.pages.made import book_of, book_with, box, grids, value
from tests.example_branch import example


def held_as(*kinds: str) -> Book:
    made = example()
    made.meeting.kinds = list(kinds)
    made.meeting.theme = ""
    return book_of(made)


def sheet_of(book: Book, code: str) -> Sheet:
    (sheet,) = sheets_of(book, [code])
    return sheet


def codes_of(sheets: Sequence[Sheet]) -> set[str]:
    return {sheet.code for sheet in sheets}


def test_an_appraisal_meeting_tells_what_was_said_and_decided() -> None:
    sheet = sheet_of(held_as(APPRAISAL), "P19M")
    assert sheet.title.endswith("2025年10月民主评议党员大会记录")
    assert value(sheet, "议题") == "四季度无违章怎么落到班组"
    assert value(sheet, "应到人数") == "18人（正式16 预备2）"
    assert any(line.startswith("决定：") for line in box(sheet, "会议内容"))
    assert grids(sheet)[0].rows[0][1] == "托辊更换"


@pytest.mark.parametrize(
    ("kind", "title"),
    [(OUTER_EVENT, "上级统一活动记录"), (OTHER, "活动记录"), ("读书会", "读书会记录")],
)
def test_an_activity_is_called_by_its_kind(kind: str, title: str) -> None:
    sheet = sheet_of(held_as(kind), "P13X")
    assert sheet.title.endswith(f"2025年10月{title}")
    assert value(sheet, "活动类型") == kind
    assert value(sheet, "活动时间") == value(sheet_of(held_as(APPRAISAL), "P19M"), "会议时间")
    assert box(sheet, "活动内容")
    assert (value(sheet, "次数"), sheet.key) == ("第10次", "2025-10-P13X")


def test_activities_of_any_name_are_counted_together_in_the_archive() -> None:
    made = example()
    meetings = [
        Meeting(branch_id=made.branch.id, kinds=[kind], start=made.meeting.start)
        for kind in (OUTER_EVENT, GROUP_MEETING, "读书会")
    ]
    book = book_with(made, *meetings)
    assert [sheet.key for sheet in sheets_of(book, ["P13X"])] == [
        "2025-10-P13X",
        "2025-10-P13X-2",
    ]


def test_an_occasion_with_a_page_of_its_own_is_no_activity() -> None:
    assert codes_of(sheets_of(held_as(APPRAISAL))) & {"P19M", "P13X"} == {"P19M"}
    assert codes_of(sheets_of(held_as("读书会", APPRAISAL))) >= {"P19M", "P13X"}


def test_the_attachments_of_a_record_are_counted() -> None:
    made = example()
    made.meeting.attachments = [
        Attachment(branch_id=made.branch.id, content_hash=str(pages), name="签到表", pages=pages)
        for pages in (1, 2)
    ]
    assert record.attachments(made.meeting) == "签到表1份、讲稿1份、扫描件3页"
    made.meeting.attachments, made.meeting.lecture = [], None
    assert record.attachments(made.meeting) == "签到表1份"
