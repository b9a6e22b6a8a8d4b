from __future__ import annotations

from app.manual import words
from app.manual.kinds import LECTURE, THEME_DAY
from app.printing.pages import lecture
from app.printing.sheet import Signatures
from app.records import Lecture, Speaker
from tests.app.printing.pages.made import book_of, box, labels, value
from tests.example_branch import example


def test_a_lecture_held_on_a_theme_day_has_its_own_record() -> None:
    (sheet,) = lecture.sheets(book_of(example()))
    assert sheet.code == "P17"
    assert value(sheet, "课题") == "从一次急停看底线"
    assert value(sheet, "主讲人及职务") == "周启明（支部书记）、汪东林（党员）"
    assert value(sheet, "主讲人类别") == "书记、普通党员"
    assert value(sheet, "学时") == "0.5"
    assert value(sheet, "实到人数") == "16人（正式14 预备2）"
    assert value(sheet, "缺席人员") == "姚春雷（公假）、顾广才（病假）"
    assert value(sheet, "列席") == "乔志远、尹露"


def test_every_line_of_the_outline_is_a_paragraph() -> None:
    (sheet,) = lecture.sheets(book_of(example()))
    assert box(sheet, "授课提纲")[1] == "二、慢一分钟是责任，抢一分钟是侥幸"


def test_the_discussion_holds_what_members_said() -> None:
    (sheet,) = lecture.sheets(book_of(example()))
    assert [line[:4] for line in box(sheet, "讨论情况")] == ["田建军：", "郝文静：", "钱守义："]


def test_minutes_belong_to_a_lecture_that_is_a_meeting_of_its_own() -> None:
    made = example()
    made.meeting.kinds = [LECTURE]
    (sheet,) = lecture.sheets(book_of(made))
    assert box(sheet, "讨论情况")[-1].startswith("决定：")


def test_lecturers_sign_in_a_blank_cell() -> None:
    (sheet,) = lecture.sheets(book_of(example()))
    assert sheet.blocks[-1] == Signatures(("主讲人\n签字", "记录人\n签字"))


def test_a_guest_and_a_leading_cadre_are_told_apart() -> None:
    made = example()
    made.person("段志强").is_leading_cadre = True
    assert made.meeting.lecture is not None
    made.meeting.lecture.speakers = [
        Speaker(branch_id=made.branch.id, guest_name="江涛"),
        Speaker(branch_id=made.branch.id, member_id=made.person("段志强").id),
    ]
    (sheet,) = lecture.sheets(book_of(made))
    assert value(sheet, "主讲人及职务") == "江涛（外请）、段志强（党员领导干部）"
    assert value(sheet, "主讲人类别") == "外请、党员领导干部"


def test_a_meeting_without_a_lecture_has_no_such_record() -> None:
    made = example()
    made.meeting.kinds = [THEME_DAY]
    made.meeting.lecture = Lecture(branch_id=made.branch.id)
    assert lecture.sheets(book_of(made)) == []
    made.meeting.lecture = None
    assert lecture.sheets(book_of(made)) == []


def test_a_lecture_that_is_a_meeting_of_its_own_has_the_whole_foot() -> None:
    made = example()
    made.meeting.kinds, made.meeting.theme = [LECTURE], "把责任扛在肩上"
    made.meeting.lecture, made.meeting.remark = None, "各小组一周内收齐回答。"
    made.meeting.state = words.FINAL
    (sheet,) = lecture.sheets(book_of(made))
    assert value(sheet, "课题") == "把责任扛在肩上"
    assert value(sheet, "缺席人员及原因").startswith("姚春雷（公假，赴设备厂家培训，")
    assert value(sheet, "补课情况").startswith("姚春雷：10月15日")
    assert value(sheet, "备注") == "各小组一周内收齐回答。"


def test_beside_another_record_the_lecture_leaves_the_foot_to_it() -> None:
    (sheet,) = lecture.sheets(book_of(example()))
    assert not {"附件", "补课情况", "备注"} & set(labels(sheet))
