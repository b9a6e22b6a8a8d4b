from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from app.manual import words
from app.printing.document import Meta, write
from app.printing.pages import sheets_of
from app.printing.pages.book import Book
from app.printing.sheet import Sheet
from app.records import Meeting
from tests.app.printing.pages.made import book_with, box, grids, labels, value
from tests.criticism_example import criticism_meeting
from tests.example_branch import example

META = Meta("二月", "支部", "记录", datetime.fromisoformat("2025-02-21T17:05"))


def made() -> tuple[Book, Meeting]:
    branch = example()
    ids = {member.name: member.id for member in branch.members}
    meeting = criticism_meeting(branch.branch.id, ids)
    return replace(book_with(branch, meeting), month="2025-02"), meeting


def sheet_of(book: Book) -> Sheet:
    (sheet,) = sheets_of(book, ["P18"])
    return sheet


def test_the_head_says_what_the_example_says() -> None:
    book, meeting = made()
    meeting.state = words.FINAL
    sheet = sheet_of(book)
    assert value(sheet, "形式") == "支部党员大会"
    assert value(sheet, "年度（专题）主题") == "2024年度组织生活会"
    assert value(sheet, "会议时间") == "2025年2月21日 14:00—17:05"
    assert value(sheet, "应到人数") == "17人（正式16 预备1）"
    assert value(sheet, "实到人数") == "16人（正式15 预备1）"
    assert value(sheet, "上级到会") == "矿党委组织部 江涛"
    assert value(sheet, "列席人员") == "无"
    assert value(sheet, "会前准备") == (
        "集中学习2次；谈心谈话21人次；征求意见13条（学习5、安全4、作风4）；"
        "支部班子对照检查材料2月14日定稿；会议方案2月10日报中共青石矿委员会"
    )


def test_the_branch_its_members_and_the_guest_say_what_the_example_says() -> None:
    sheet = sheet_of(made()[0])
    assert box(sheet, "支部查摆问题") == (
        "①主题党日与班组实际结合不够",
        "②夜班党员参加难，补课有时只打电话",
        "③对青工思想谈得少",
    )
    assert box(sheet, "个人发言与批评")[:4] == (
        "周启明（自我批评）：布置多、跟踪少；两次在会上打断别人讲话。",
        "韩素云批评：年初定的入党积极分子谈话晚了半个月，是你没催。",
        "钱守义批评：你下夜班组少，去年只有四次。",
        "周启明表态：接受，今年每月至少两次到夜班。",
    )
    assert box(sheet, "个人发言与批评")[-1].startswith("顾广才（书面发言，邵长河代读）：")
    assert box(sheet, "上级点评（江涛）") == (
        "问题找得具体，批评有实例；整改要落到班次和日期上，夜班党员的组织生活要拿出办法。",
    )


def test_the_rectification_list_is_a_grid_with_its_publication() -> None:
    book, meeting = made()
    meeting.rectifications[0].done_on = date(2025, 3, 20)
    meeting.rectifications[0].result = "已开两场"
    (grid,) = grids(sheet_of(book))
    assert [column.heading for column in grid.columns] == [
        "序号", "问题", "措施", "责任人", "时限", "完成",
    ]  # fmt: skip
    assert grid.rows[0] == (
        "1",
        "夜班党员参加难",
        "主题党日增设升井后专场，人数少于5人也照开",
        "周启明",
        "3月31日",
        "3月20日完成，已开两场",
    )
    assert grid.rows[1][3:] == ("邵长河\n钱守义\n魏国梁", "2025-03-07起", "")
    assert value(sheet_of(book), "公示") == "整改清单2月26日起在党务公开栏公示5个工作日"


def test_what_is_not_filled_in_is_left_out_of_the_preparation() -> None:
    book, meeting = made()
    assert meeting.preparation is not None
    meeting.preparation.talks = meeting.preparation.plan_reported_on = None
    meeting.preparation.opinions_note = ""
    told = "集中学习2次；征求意见13条；支部班子对照检查材料2月14日定稿"
    assert value(sheet_of(book), "会前准备") == told


def test_a_meeting_with_nothing_but_a_day_leaves_its_cells_blank() -> None:
    book, meeting = made()
    meeting.preparation, meeting.criticisms, meeting.rectifications = None, [], []
    sheet = sheet_of(book)
    assert value(sheet, "会前准备") == value(sheet, "公示") == ""
    assert grids(sheet)[0].rows == (("",) * 6,)
    assert "上级点评" not in "".join(labels(sheet))


def test_a_commentator_who_is_no_guest_is_told_all_the_same() -> None:
    book, meeting = made()
    meeting.guests = ["乔志远"]
    sheet = sheet_of(book)
    assert (value(sheet, "列席人员"), value(sheet, "上级到会")) == ("乔志远", "江涛")


def test_minutes_stand_before_what_each_member_said() -> None:
    book, meeting = made()
    meeting.minutes = example().meeting.minutes
    for item in meeting.minutes:
        item.reporter_id, item.speeches = None, []
    assert box(sheet_of(book), "会议内容")[0].startswith("议题一：")


def test_the_example_ends_on_its_second_page_and_prints_twice_the_same() -> None:
    sheet = sheet_of(made()[0])
    printed = write([sheet], META)
    assert printed.pages == 2
    assert write([sheet], META).pdf == printed.pdf


def test_words_of_any_length_go_on_over_the_pages() -> None:
    book, meeting = made()
    for row in meeting.criticisms:
        row.text = "布置多、跟踪少；" * 400
    meeting.rectifications[0].measure = "补课当面进行，本人签字；" * 200
    printed = write([sheet_of(book)], META)
    assert printed.pages > 6
    assert printed.missing_characters == ()
