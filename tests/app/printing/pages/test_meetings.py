"""Members' meeting, committee and group on paper, from the sample's September and October."""

from __future__ import annotations

from dataclasses import replace
from types import ModuleType

import pytest

from app.manual import words
from app.manual.kinds import (
    COMMITTEE_MEETING,
    GROUP_MEETING,
    LECTURE,
    MEMBERS_MEETING,
    OTHER,
    THEME_DAY,
)
from app.printing.blocks.rows import RowStrip
from app.printing.layout import pages_of
from app.printing.pages import Book, committee, group, members_meeting, sheets_of, sign_in
from app.printing.sheet import Sheet, Signatures
from app.records import Attendance, Meeting, MinutesItem, Sitting, Vote, VoteExclusion
from tests.app.printing.pages.made import (
    box,
    grids,
    labels,
    meeting_in,
    sample_book,
    value,
)


@pytest.fixture
def september() -> Book:
    return sample_book("2025-09")


@pytest.fixture
def october() -> Book:
    return sample_book("2025-10")


def big(book: Book) -> Sheet:
    (sheet,) = members_meeting.sheets(book)
    return sheet


def small(book: Book) -> Sheet:
    (sheet,) = committee.sheets(book)
    return sheet


def own(book: Book) -> Sheet:
    (sheet,) = group.sheets(book)
    return sheet


def ids(book: Book) -> dict[str, str]:
    return {member.name: member.id for member in book.members}


# --- P14 --------------------------------------------------------------------------------------


def test_the_head_of_a_members_meeting_counts_all_and_those_with_a_vote(september: Book) -> None:
    sheet = big(september)
    assert sheet.title == "安原矿业有限公司青石矿运输区党支部 2025年9月支部党员大会记录"
    assert value(sheet, "次数") == "第3次（第三季度）"
    assert value(sheet, "应到人数") == "18人（正式16 预备2）"
    assert value(sheet, "实到人数") == "16人（正式14 预备2）"
    assert value(sheet, "应到会有表决权") == "16人"
    assert value(sheet, "实到会有表决权") == "14人"
    assert value(sheet, "人数核对").endswith("；应到 18 − 预备党员 2 = 应到会有表决权 16")


def test_the_agenda_is_the_list_of_topics(september: Book) -> None:
    agenda = value(big(september), "会议议程")
    assert agenda.startswith("①林晓峰汇报预备期情况；②入党介绍人发言；")
    assert agenda.endswith("⑦林晓峰表态")


def test_more_than_ten_topics_are_numbered_on(september: Book) -> None:
    meeting = meeting_in(september, MEMBERS_MEETING)
    meeting.minutes = [
        MinutesItem(branch_id=meeting.branch_id, topic=f"事项{number}") for number in range(1, 12)
    ]
    assert value(big(september), "会议议程").endswith("⑩事项10；（11）事项11")


def test_the_record_opens_with_who_was_there(september: Book) -> None:
    lines = box(big(september), "会议内容")
    assert lines[0] == (
        "本支部应到党员18人，其中正式党员16人；实到16人，其中正式党员14人，达到规定人数，可以开会。"
    )
    assert lines[1:3] == (
        "议程一：林晓峰汇报预备期情况（汇报人：林晓峰）",
        "林晓峰：一年来参加主题党日11次（1次出差已补课），带徒弟2名；不足是理论学习不系统，遇事着急。",
    )
    assert not any("无记名投票" in line for line in lines)  # nobody spoke to it: agenda only


def test_it_does_not_open_before_the_attendance_is_settled(september: Book) -> None:
    meeting_in(september, MEMBERS_MEETING).attendance_confirmed = False
    assert box(big(september), "会议内容")[0].startswith("议程一")


def test_too_few_to_vote_is_said_at_the_opening(september: Book) -> None:
    meeting, people = meeting_in(september, MEMBERS_MEETING), ids(september)
    for name in ("郝文静", "段志强", "田建军", "钱守义", "魏国梁", "贺立新"):
        meeting.attendance.append(
            Attendance(
                branch_id=meeting.branch_id, member_id=people[name], state=words.OFFICIAL_LEAVE
            )
        )
    opening = box(big(september), "会议内容")[0]
    assert opening.endswith("到会需有表决权的党员9人，未达到规定人数，不能开会。")
    assert value(big(september), "表决结果").endswith("到会需 9 → 不能开会")


def test_the_vote_stands_whole_with_its_computed_result(september: Book) -> None:
    sheet = big(september)
    assert value(sheet, "表决事项") == "林晓峰同志预备党员转正"
    assert value(sheet, "表决方式") == "无记名投票"
    assert value(sheet, "过半数") == "9票"
    (counts,) = grids(sheet)
    assert [column.heading for column in counts.columns][:4] == [
        "发出票",
        "收回票",
        "有效票",
        "无效票",
    ]
    assert counts.rows == (("14", "14", "14", "0", "13", "0", "1", "1", "0"),)
    assert (value(sheet, "监票人"), value(sheet, "计票人")) == ("郝文静", "段志强")
    assert value(sheet, "表决结果") == "应到表决权 16，实到 14，过半需 9，赞成 14 → 通过"
    assert box(sheet, "决议")[0].startswith("支部党员大会讨论认为，林晓峰同志")
    assert sheet.blocks[-1] == Signatures(
        ("主持人\n签字", "记录人\n签字", "监票人\n签字", "计票人\n签字")
    )


def test_a_vote_by_hands_shows_no_ballots(september: Book) -> None:
    meeting = meeting_in(september, MEMBERS_MEETING)
    hands = Vote(
        branch_id=meeting.branch_id, subject="年度计划", method=words.SHOW_OF_HANDS, in_favour=14
    )
    meeting.votes = [hands]
    (counts,) = grids(big(september))
    assert [column.heading for column in counts.columns] == [
        "赞成",
        "反对",
        "弃权",
        "书面赞成",
        "书面反对",
    ]
    assert counts.rows == (("14", "0", "0", "0", "0"),)
    assert "监票人" not in labels(big(september))


def test_votes_are_numbered_and_their_blank_figures_stay_blank(september: Book) -> None:
    meeting = meeting_in(september, MEMBERS_MEETING)
    meeting.votes.append(Vote(branch_id=meeting.branch_id, rule=words.ADMISSION_VOTE))
    sheet = big(september)
    assert {"表决一", "表决二"} <= set(labels(sheet))
    planned = grids(sheet)[1]
    assert set(planned.rows[0]) == {""}


def test_who_is_left_out_is_named_with_the_reason(september: Book) -> None:
    meeting = meeting_in(september, MEMBERS_MEETING)
    meeting.votes[0].exclusions = [
        VoteExclusion(
            branch_id=meeting.branch_id, member_id=ids(september)["顾广才"], reason="卧床不能自理"
        )
    ]
    sheet = big(september)
    assert value(sheet, "经批准不计入应到") == "顾广才（卧床不能自理）"
    assert value(sheet, "表决结果").startswith("应到表决权 15，实到 14，过半需 8")


def test_who_is_left_out_of_a_vote_stands_in_the_sum(september: Book) -> None:
    meeting = meeting_in(september, MEMBERS_MEETING)
    left = VoteExclusion(branch_id=meeting.branch_id, member_id=ids(september)["顾广才"])
    meeting.votes[0].exclusions = [left]
    sheet = big(september)
    assert value(sheet, "应到会有表决权") == "15人"
    said = "应到 18 − 预备党员 2 − 经批准不计 1 = 应到会有表决权 15"
    assert value(sheet, "人数核对").endswith(said)


def test_a_vote_stands_on_one_page_from_its_matter_to_its_result(september: Book) -> None:
    meeting = meeting_in(september, MEMBERS_MEETING)
    for lines in range(8):
        meeting.minutes[0].decision = "\n".join(["同意，由各党小组落实。"] * lines)
        pages = [
            {cell.lines[0].text for strip, _ in page.placed if isinstance(strip, RowStrip)
             for cell in strip.cells if cell.label and cell.lines}
            for page in pages_of(big(september))
        ]  # fmt: skip
        assert any({"表决事项", "表决方式", "监票人", "表决结果"} <= labels for labels in pages)


def test_without_a_vote_nobody_is_asked_for_one(september: Book) -> None:
    meeting_in(september, MEMBERS_MEETING).votes = []
    sheet = big(september)
    assert not {"表决", "应到会有表决权", "表决结果"} & set(labels(sheet))
    assert sheet.blocks[-1] == Signatures(("主持人\n签字", "记录人\n签字"))
    assert box(sheet, "会议内容")[0].endswith("达到规定人数，可以开会。")


def test_an_occasion_of_three_kinds_has_a_record_of_each(october: Book) -> None:
    day = meeting_in(october, THEME_DAY)
    day.kinds = [THEME_DAY, LECTURE, MEMBERS_MEETING]
    codes = [sheet.code for sheet in sheets_of(october, ["P13", "P14", "P17"])]
    assert codes == ["P13", "P14", "P17"]
    assert value(big(october), "会议类型") == "主题党日（含党课、支部党员大会）"
    assert value(big(october), "实到人数") == "16人（正式14 预备2）"


def test_on_one_occasion_each_record_has_its_own_topics(october: Book) -> None:
    day = meeting_in(october, THEME_DAY)
    day.kinds = [THEME_DAY, MEMBERS_MEETING]
    day.minutes = [
        MinutesItem(branch_id=day.branch_id, topic=topic, decision=f"{topic}通过。", kind=kind)
        for topic, kind in (("年度计划", ""), ("义务巡检", THEME_DAY))
    ]
    (theme_day,) = sheets_of(october, ["P13"])
    assert box(theme_day, "讨论记录") == ("议题一：义务巡检", "决定：义务巡检通过。")
    assert value(big(october), "会议议程") == "①年度计划"
    assert box(big(october), "会议内容")[1:] == ("议程一：年度计划", "决定：年度计划通过。")
    agreed = [any(one.columns[1].heading == "议定事项" for one in grids(sheet))
              for sheet in (theme_day, big(october))]  # fmt: skip
    assert agreed == [True, False]


# --- P15 --------------------------------------------------------------------------------------


def test_a_committee_is_named_and_counted_by_itself(september: Book) -> None:
    for meeting in september.meetings:
        meeting.state = words.FINAL
    sheet = small(september)
    assert value(sheet, "次数") == "第10次"
    assert (value(sheet, "应到人数"), value(sheet, "实到人数")) == ("5人", "5人")
    assert value(sheet, "人数核对") == "支委 5 − 经批准不计 0 = 应到 5；应到 5 − 请假 0 = 实到 5"
    assert value(sheet, "出席委员") == "周启明、韩素云、陆景行、贺立新、冯小满"
    assert value(sheet, "列席人员") == "邵长河、钱守义、魏国梁"
    assert value(sheet, "缺席人员及原因") == "无"


def test_its_topics_stand_in_the_head_and_lead_the_minutes(september: Book) -> None:
    sheet = small(september)
    assert value(sheet, "议题").startswith("一、确定10月主题党日主题和分工二、听取")
    lines = box(sheet, "会议内容")
    assert lines[0] == "议题一：确定10月主题党日主题和分工（汇报人：陆景行）"
    assert [line[:3] for line in lines].count("决定：") == 3


def test_one_topic_is_not_numbered(september: Book) -> None:
    meeting = meeting_in(september, COMMITTEE_MEETING)
    meeting.minutes = meeting.minutes[:1]
    assert value(small(september), "议题") == "确定10月主题党日主题和分工"
    meeting.minutes, meeting.theme = [], "研究发展党员工作"
    assert value(small(september), "议题") == "研究发展党员工作"


def test_a_committee_votes_by_its_own_number(september: Book) -> None:
    meeting = meeting_in(september, COMMITTEE_MEETING)
    meeting.votes = [Vote(branch_id=meeting.branch_id, subject="同意提交大会", in_favour=5)]
    assert value(small(september), "表决结果") == ("应到委员 5，实到 5，过半需 3，赞成 5 → 通过")


def test_the_year_list_has_a_line_a_meeting_and_room_to_sign(september: Book) -> None:
    (sheet,) = committee.year_list(september)
    assert sheet.title == "安原矿业有限公司青石矿运输区党支部 2025年支部委员会会议一览表"
    (listed,) = grids(sheet)
    assert [column.heading for column in listed.columns if column.blank] == ["出席人员签名"]
    assert listed.rows[0][:5] == ("第10次", "9月29日", "5", "5", "")
    assert listed.rows[0][5].startswith("一、确定10月主题党日主题和分工\n二、")


def test_a_year_without_committee_meetings_has_no_list(september: Book) -> None:
    assert committee.year_list(replace(september, year_meetings=())) == []


# --- P16 --------------------------------------------------------------------------------------


def test_a_group_meeting_names_its_group_and_counts_it(october: Book) -> None:
    sheet = own(october)
    assert value(sheet, "党小组") == "第二党小组（皮带）"
    assert value(sheet, "次数") == "第10次"
    assert value(sheet, "应到人数") == "6人（正式6 预备0）"
    assert value(sheet, "人数核对") == "组员 6 − 经批准不计 0 = 应到 6；应到 6 − 请假 1 = 实到 5"
    assert value(sheet, "缺席人员及原因") == "彭玉珍（公假，当班，夜班调休，10月15日报钱守义同意）"
    assert value(sheet, "补课情况") == "彭玉珍：10月19日 升井后由钱守义传达"
    assert grids(sheet)[0].rows[1] == ("2", "彭玉珍补课", "钱守义", "10月20日", "10月19日完成")


def test_a_theme_beside_topics_is_printed_too(october: Book) -> None:
    meeting = meeting_in(october, GROUP_MEETING)
    assert "主题" not in labels(own(october))
    meeting.theme = "谈隐患、找差距"
    assert value(own(october), "主题") == "谈隐患、找差距"
    meeting.minutes = []
    assert value(own(october), "议题") == "谈隐患、找差距"
    assert "主题" not in labels(own(october))


def test_a_sitting_nobody_is_assigned_to_has_lines_for_whoever_comes(october: Book) -> None:
    meeting = meeting_in(october, GROUP_MEETING)
    meeting.sittings = [Sitting(branch_id=meeting.branch_id, place="皮带组值班室")]
    (grid,) = [one for one in grids(own(october)) if one.columns[0].heading == "活动场次"]
    assert grid.rows[1][-1] == "0人"
    lines = grids(sign_in.sheets(october.only(meeting))[1])[0].rows
    assert lines[0] == ("1", "", "", "2", "", "")
    assert len(lines) == 10


def test_without_a_roster_whoever_comes_signs(october: Book) -> None:
    meeting = Meeting(branch_id=october.branch.id, kinds=[OTHER])
    (sheet,) = sign_in.sheets(replace(october, members=(), meetings=(meeting,)))
    assert len(grids(sheet)[0].rows) == 10
    assert sheet.title.endswith("其他活动签到表")


def test_only_those_due_sign_in(october: Book, september: Book) -> None:
    sheets = {sheet.title.split("月")[-1]: sheet for sheet in sign_in.sheets(october)}
    listed = sheets["党小组会签到表"]
    names = {name for row in grids(listed)[0].rows for name in (row[1], row[4])}
    assert names == {"钱守义", "韩素云", "贺立新", "罗海生", "彭玉珍", "汪东林"}
    assert value(listed, "活动名称") == "第二党小组（皮带）　党小组会"
    (_, committee_sheet) = sign_in.sheets(september)
    assert grids(committee_sheet)[0].rows[0][1] == "周启明"


@pytest.mark.parametrize(
    ("month", "made"),
    [("2025-09", members_meeting), ("2025-09", committee), ("2025-10", group)],
)
def test_a_further_page_says_which_meeting_goes_on(month: str, made: ModuleType) -> None:
    (sheet,) = made.sheets(sample_book(month))
    assert sheet.head is not None
    topic, time = sheet.head.rows
    assert topic[1].text.replace("\n", "") == value(sheet, "议题")
    assert time[1].text == value(sheet, "会议时间")
