from __future__ import annotations

from datetime import date, datetime

import pytest

from app.manual import words
from app.manual.kinds import THEME_DAY
from app.printing.pages import theme_day
from app.printing.sheet import Box, Sheet, Signatures
from app.records import Action, Attendance, Leave, Meeting, Sitting
from tests.app.printing.drawn import faults_of
from tests.app.printing.pages.made import book_of, book_with, box, grids, labels, value
from tests.example_branch import Example, example, make_minutes

EARLY, LATE = date(2025, 9, 28), date(2025, 9, 29)


@pytest.fixture
def made() -> Example:
    return example()


def record(made: Example) -> Sheet:
    (sheet,) = theme_day.sheets(book_of(made))
    return sheet


def test_the_head_says_what_when_where_and_who(made: Example) -> None:
    sheet = record(made)

    assert sheet.title == "安原矿业有限公司青石矿运输区党支部 2025年10月主题党日活动记录"
    assert value(sheet, "活动类型") == "主题党日（含党课）"
    assert value(sheet, "次数") == "第10次"
    assert value(sheet, "活动时间") == "2025年10月9日 15:00—16:50"
    assert value(sheet, "主持人") == "周启明"
    assert value(sheet, "记录人") == "冯小满"
    assert value(sheet, "列席人员") == "乔志远、尹露"
    assert value(sheet, "佩戴党徽") == "16人／16人"


def test_a_short_branch_name_leaves_the_title_in_one_line(made: Example) -> None:
    made.branch.name = "运输区党支部"
    assert record(made).title == "2025年10月运输区党支部主题党日活动记录"


def test_a_moved_day_shows_both_days_and_the_reason(made: Example) -> None:
    sheet = record(made)
    assert value(sheet, "计划日期") == "2025年10月7日"
    assert value(sheet, "实际日期") == "2025年10月9日"
    assert value(sheet, "调整原因").startswith("7日为法定节假日")


def test_a_day_held_as_planned_asks_for_no_reason(made: Example) -> None:
    made.meeting.planned_on = date(2025, 10, 9)
    made.meeting.moved_reason = ""
    assert "调整原因" not in labels(record(made))


def test_numbers_come_with_the_sums_that_lead_to_them(made: Example) -> None:
    sheet = record(made)
    assert value(sheet, "应到人数") == "18人（正式16 预备2）"
    assert value(sheet, "实到人数") == "16人（正式14 预备2）"
    assert value(sheet, "人数核对") == (
        "名册 18 − 经批准不计 0 = 应到 18；应到 18 − 请假 2 = 实到 16"
    )


def test_each_absent_person_has_a_line_with_reason_day_and_approver(made: Example) -> None:
    assert value(record(made), "缺席人员及原因") == (
        "姚春雷（公假，赴设备厂家培训，9月28日报周启明同意）"
        "顾广才（病假，长期病休，9月30日报韩素云同意）"
    )


@pytest.mark.parametrize(
    ("asked", "approver", "approved", "told"),
    [
        (EARLY, "周启明", EARLY, "9月28日报周启明同意"),
        (EARLY, "周启明", LATE, "9月28日申请，9月29日报周启明同意"),
        (None, "周启明", LATE, "9月29日报周启明同意"),
        (EARLY, None, LATE, "9月28日申请，9月29日同意"),
        (EARLY, None, None, "9月28日申请"),
        (None, None, None, ""),
    ],
)
def test_asking_and_agreeing_are_told_apart_where_they_were_on_two_days(
    made: Example, asked: date | None, approver: str | None, approved: date | None, told: str
) -> None:
    row = made.meeting.attendance[0]
    row.leave = Leave(
        branch_id=made.branch.id,
        reason="培训",
        asked_on=asked,
        approved_by_id=approver and made.person(approver).id,
        approved_on=approved,
    )
    line = f"姚春雷（公假，培训{f'，{told}' if told else ''}）"
    assert value(record(made), "缺席人员及原因").startswith(line)


def test_unexcused_absence_stands_in_the_sum_and_is_named(made: Example) -> None:
    made.meeting.attendance.append(
        Attendance(
            branch_id=made.branch.id,
            member_id=made.person("罗海生").id,
            state=words.UNEXCUSED,
        )
    )
    sheet = record(made)
    assert value(sheet, "人数核对").endswith("应到 18 − 请假 2 − 无故缺席 1 = 实到 15")
    assert "罗海生（无故缺席）" in value(sheet, "缺席人员及原因")


def test_late_and_exempt_people_have_rows_of_their_own(made: Example) -> None:
    made.meeting.attendance += [
        Attendance(branch_id=made.branch.id, member_id=made.person(name).id, state=state)
        for name, state in (("罗海生", words.LATE), ("彭玉珍", words.EXEMPT))
    ]
    sheet = record(made)
    assert value(sheet, "迟到、早退") == "罗海生（迟到）"
    assert value(sheet, "经批准免于参加").startswith("彭玉珍")
    assert value(sheet, "人数核对").startswith("名册 18 − 经批准不计 1 = 应到 17")


def test_dues_of_the_day_are_counted_from_their_rows(made: Example) -> None:
    assert box(record(made), "规定动作一") == (
        (
            "18人交纳，合计1696.97元；其中16人现场交纳，姚春雷银行转账交纳，"
            "顾广才由妻子代交；收款人：韩素云。"
        ),
    )


def test_dues_paid_on_other_days_are_not_counted(made: Example) -> None:
    for row in made.dues[1:]:
        row.paid_on = date(2025, 10, 20)
    assert box(record(made), "规定动作一") == ("1人交纳，合计204.73元；收款人：韩素云。",)


def test_a_sum_that_was_typed_too_is_not_said_twice(made: Example) -> None:
    typed = "18人交纳，合计1696.97元，均在现场交纳。"
    made.meeting.actions[0].text = typed
    assert box(record(made), "规定动作一") == ("收款人：韩素云。", typed)


def test_a_typed_sum_that_differs_stands_beside_the_counted_one(made: Example) -> None:
    made.meeting.actions[0].text = "18人交纳，合计1700元。"
    facts, _ = box(record(made), "规定动作一")
    assert facts.startswith("18人交纳，合计1696.97元；")


def test_many_payments_of_one_way_are_only_counted(made: Example) -> None:
    for row in made.dues[1:10]:
        row.method, row.paid_by = words.TRANSFER, ""
    (text,) = box(record(made), "规定动作一")
    assert "；其中9人现场交纳，9人银行转账交纳；" in text


def test_without_anyone_at_the_table_only_the_other_ways_are_told(made: Example) -> None:
    made.dues[:] = made.dues[7:9]
    (text,) = box(record(made), "规定动作一")
    assert text.startswith("2人交纳，合计117.71元；姚春雷银行转账交纳，顾广才由妻子代交；")


def test_actions_name_who_led_them_before_what_was_done(made: Example) -> None:
    sheet = record(made)
    assert box(sheet, "规定动作二") == (
        "领读人：韩素云。",
        "第一章第三条（党员义务），全体起立",
    )
    assert box(sheet, "规定动作四")[0] == (
        "课题：《从一次急停看底线》；主讲人：周启明（支部书记）、汪东林（党员）；0.5学时。"
    )


def test_what_was_read_stands_beside_its_reader(made: Example) -> None:
    made.meeting.actions[2].materials = "《通知》\n《规定》"
    facts, text = box(record(made), "规定动作三")
    assert facts == "篇目：《通知》、《规定》；领学人：陆景行。"
    assert text.startswith("领学党内")


def test_each_reflection_starts_a_paragraph_with_its_name(made: Example) -> None:
    lines = box(record(made), "规定动作五")
    assert lines[0] == "3人发言：田建军、郝文静、钱守义。"
    assert [line.split("：")[0] for line in lines[1:]] == ["田建军", "郝文静", "钱守义"]


def test_optional_actions_show_kind_people_leader_and_effect(made: Example) -> None:
    lines = box(record(made), "自选动作（服务型）")
    assert lines[0] == "2号皮带头隐患排查；6人参加；负责人：魏国梁。"
    assert lines[-1].startswith("成效：当班处理2处")


def test_several_optional_actions_are_numbered(made: Example) -> None:
    made.meeting.actions.append(Action(branch_id=made.branch.id, name="观影", category="红色观影"))
    sheet = record(made)
    assert box(sheet, "自选动作1（服务型）")
    assert box(sheet, "自选动作2（红色观影）") == ("观影。",)


def test_minutes_keep_topic_speakers_and_decision_in_order(made: Example) -> None:
    lines = box(record(made), "讨论记录")
    assert [line[:4] for line in lines] == ["议题一：", "魏国梁：", "贺立新：", "决定：各"]


def test_a_speech_of_several_paragraphs_names_its_speaker_once(made: Example) -> None:
    speaker = made.person("魏国梁").id
    made.meeting.minutes = [make_minutes(made.branch.id, "", [(speaker, "第一段\n\n第二段")])]
    assert box(record(made), "讨论记录") == ("魏国梁：第一段", "第二段")


def test_decisions_stand_with_owner_and_days(made: Example) -> None:
    assert grids(record(made))[-1].rows[0] == (
        "1",
        "托辊更换",
        "段志强",
        "10月11日",
        "10月11日完成",
    )


def test_days_of_another_year_keep_their_year(made: Example) -> None:
    made.meeting.decisions[0].due_on = date(2026, 1, 5)
    assert grids(record(made))[-1].rows[0][3] == "2026年\n1月5日"


def test_make_up_study_is_told_without_saying_who_twice(made: Example) -> None:
    assert value(record(made), "补课情况") == (
        "姚春雷：10月15日 自学并交笔记，邵长河检查顾广才：10月13日 到家传达，邵长河负责"
    )


def test_further_sittings_are_listed_with_their_people(made: Example) -> None:
    sitting = Sitting(
        branch_id=made.branch.id,
        start=datetime.fromisoformat("2025-10-09T20:30"),
        end=datetime.fromisoformat("2025-10-09T21:40"),
        place="运输区值班室",
    )
    made.meeting.sittings = [sitting]
    made.meeting.attendance.append(
        Attendance(
            branch_id=made.branch.id,
            member_id=made.person("罗海生").id,
            state=words.PRESENT,
            sitting_id=sitting.id,
        )
    )
    sheet = record(made)
    main, second = grids(sheet)[0].rows
    assert main == ("主场", "2025年10月9日 15:00—16:50", "运输区党员活动室", "15人")
    assert second == ("第2场", "2025年10月9日 20:30—21:40", "运输区值班室", "1人：罗海生")
    assert value(sheet, "实到人数").startswith("16人")


def test_signature_cells_carry_no_name(made: Example) -> None:
    last = record(made).blocks[-1]
    assert last == Signatures(("主持人\n签字", "记录人\n签字"))


def test_a_fresh_record_prints_with_its_cells_empty(made: Example) -> None:
    sheet = theme_day.sheets(book_with(made, Meeting(branch_id=made.branch.id, kinds=[THEME_DAY])))[
        0
    ]
    assert value(sheet, "活动主题") == value(sheet, "应到人数") == value(sheet, "主持人") == ""
    boxes = [block for block in sheet.blocks if isinstance(block, Box)]
    assert [one.paragraphs for one in boxes] == [()] * 6


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (words.DRAFT, ""),
        (words.FINAL, "无"),
        (words.PRINTED, "无"),
        (words.ARCHIVED, "无"),
        (words.VOID, ""),
    ],
)
def test_a_finalised_record_without_absence_says_so(made: Example, state: str, said: str) -> None:
    made.meeting.attendance = []
    made.meeting.guests = []
    made.meeting.remark = ""
    made.meeting.state = state
    sheet = record(made)
    assert value(sheet, "缺席人员及原因") == value(sheet, "列席人员") == said
    assert value(sheet, "备注") == said


def test_only_theme_days_have_this_record(made: Example) -> None:
    made.meeting.kinds = ["支部党员大会"]
    assert theme_day.sheets(book_of(made)) == []


def test_the_committee_meeting_that_settled_the_theme_is_told_by_its_day(made: Example) -> None:
    assert value(record(made), "支委会研究主题日期") == ""
    made.meeting.fixed_by_id = "committee"
    (sheet,) = theme_day.sheets(book_of(made, prepared_on={"committee": date(2025, 9, 29)}))
    assert value(sheet, "支委会研究主题日期") == "2025年9月29日"


def test_a_long_category_stands_in_the_text_and_on_the_page(made: Example) -> None:
    (action,) = (one for one in made.meeting.actions if one.required_number is None)
    action.category = "井下现场教学和岗位练兵相结合的体验式活动" * 30
    assert box(record(made), "自选动作")[0] == f"类别：{action.category}。"
    assert faults_of([record(made)]) == []
