from __future__ import annotations

from typing import Any

import pytest

from app.exchange import document
from app.manual import words
from tests.app.exchange.document.small import TWO, read, read_meeting, written


def test_a_name_is_all_a_branch_needs() -> None:
    records = read()
    assert (records.branch.name, records.branch.theme_day) == ("青禾示例支部", 7)
    assert records.branch.branch_id == records.branch.id
    assert written(records)["branch"] == {
        "name": "青禾示例支部",
        "theme_day": 7,
        "dues_rounding": "分",
    }


def test_null_is_as_good_as_nothing() -> None:
    sparse = read(groups=None, members=[{"name": "柳知行", "posts": None, "joined_on": None}])
    assert document.write(sparse) == document.write(read(members=[{"name": "柳知行"}]))


def test_a_line_of_words_is_a_list() -> None:
    members = [TWO[0] | {"posts": "书记、委员"}, TWO[1]]
    meeting = read_meeting(
        members,
        guests="单怀瑾、解云舒",
        actions=[{"name": "诵读党章", "lead": "柳知行、舒望远"}],
        lecture={"speakers": "柳知行，解云舒"},
    )
    assert meeting.guests == ["单怀瑾", "解云舒"]
    assert len(meeting.actions[0].leads) == 2
    assert meeting.lecture is not None
    assert [one.guest_name for one in meeting.lecture.speakers] == ["", "解云舒"]


@pytest.mark.parametrize(
    ("given", "number", "name"),
    [
        ({"required": True, "name": "现场缴纳党费"}, 1, "现场缴纳党费"),
        ({"required": True, "name": "谈体会"}, 5, "党员谈体会"),
        ({"required": 4}, 4, "支部书记和党员讲党课"),
        ({"required": 4, "name": "党课"}, 4, "支部书记和党员讲党课"),
        ({"name": "诵读党章"}, 2, "诵读党章"),
        ({"name": "义务劳动"}, None, "义务劳动"),
        ({"required": False, "name": "诵读党章"}, None, "诵读党章"),
    ],
)
def test_a_required_action_is_known_by_number_or_name(
    given: dict[str, Any], number: int | None, name: str
) -> None:
    (action,) = read_meeting(TWO, actions=[given]).actions
    assert (action.required_number, action.name) == (number, name)


def test_one_leader_is_written_as_a_name_and_several_as_a_list() -> None:
    actions = [{"lead": ["柳知行"]}, {"lead": ["柳知行", "舒望远"]}, {"lead": []}]
    records = read(
        members=TWO,
        meetings=[{"kinds": ["主题党日"], "planned_on": "2025-10-07", "actions": actions}],
    )
    assert written(records)["meetings"][0]["actions"] == [
        {"required": False, "lead": "柳知行"},
        {"required": False, "lead": ["柳知行", "舒望远"]},
        {"required": False},
    ]


def test_only_those_who_were_not_simply_present_are_kept() -> None:
    rows = [{"member": "柳知行", "state": "出席"}, {"member": "舒望远", "state": "迟到"}]
    meeting = read_meeting(TWO, attendance=rows)
    assert [row.state for row in meeting.attendance] == ["迟到"]
    assert meeting.attendance_confirmed


def test_coming_to_another_sitting_is_worth_a_row() -> None:
    meeting = read_meeting(
        TWO,
        sittings=[{"start": "2025-10-09T20:30", "place": "皮带组值班室"}],
        attendance=[{"member": "柳知行", "state": "出席", "sitting": 1}],
    )
    assert meeting.attendance[0].sitting_id == meeting.sittings[0].id


@pytest.mark.parametrize(
    ("given", "state"),
    [
        ("免于参加(经批准)", words.EXEMPT),
        ("免于参加（经批准）", words.EXEMPT),
        ("免于参加", words.EXEMPT),
        ("产假（哺乳）", words.MATERNITY_LEAVE),
    ],
)
def test_brackets_of_either_width_mean_the_same(given: str, state: str) -> None:
    meeting = read_meeting(TWO, attendance=[{"member": "柳知行", "state": given}])
    assert meeting.attendance[0].state == state


def test_badges_may_be_worn_by_all_who_came() -> None:
    absent = [{"member": "柳知行", "state": "病假"}]
    assert read_meeting(TWO, badges_worn=True, attendance=absent).badges_worn == 1
    assert read_meeting(TWO, badges_worn=False).badges_worn == 0
    assert read_meeting(TWO, badges_worn=2).badges_worn == 2
    assert read_meeting(TWO).badges_worn is None


def test_hours_are_written_as_short_as_they_can_be() -> None:
    for given in ("1.50", 1.5, "1.5"):
        records = read(
            meetings=[{"kinds": ["党课"], "planned_on": "2025-10-07", "lecture": {"hours": given}}],
        )
        assert written(records)["meetings"][0]["lecture"] == {"hours": "1.5"}


def test_dues_and_meetings_stand_in_one_order_whatever_came_in() -> None:
    meetings = [
        {"kinds": ["主题党日"], "planned_on": day, "theme": theme}
        for day, theme in (("2025-10-07", "乙"), ("2025-10-07", "甲"), ("2025-09-07", "丙"))
    ]
    dues = [
        {"member": name, "month": month}
        for month in ("2025-10", "2025-09")
        for name in ("舒望远", "柳知行")
    ]
    forwards = document.write(read(members=TWO, meetings=meetings, dues=dues))
    backwards = document.write(read(members=TWO, meetings=meetings[::-1], dues=dues[::-1]))
    assert forwards == backwards
    assert [(one["month"], one["member"]) for one in forwards["dues"]] == [
        ("2025-09", "柳知行"),
        ("2025-09", "舒望远"),
        ("2025-10", "柳知行"),
        ("2025-10", "舒望远"),
    ]


def test_what_only_this_program_knows_is_not_lost() -> None:
    settings = {"record_days": "5", "archive_code": "ZB-01"}
    records = read(
        settings=settings,
        members=[
            {
                "name": "单春梅",
                "pinyin": "dan chun mei",
                "deleted_at": "2025-10-09T15:00",
                "note": "一\n二",
            }
        ],
        meetings=[
            {
                "kinds": ["主题党日"],
                "planned_on": "2025-10-07",
                "attendance_confirmed": False,
                "remark": "备注",
                "deleted_at": "2025-10-10T08:00",
            }
        ],
    )
    once = written(records)
    assert once["settings"] == settings
    assert once["members"][0]["pinyin"] == "dan chun mei"
    assert once["members"][0]["deleted_at"] == "2025-10-09T15:00"
    assert once["meetings"][0]["attendance_confirmed"] is False
    assert once["meetings"][0]["deleted_at"] == "2025-10-10T08:00"


def test_pinyin_is_worked_out_unless_it_is_given() -> None:
    records = read(members=[{"name": "单春梅"}])
    assert records.members[0].pinyin.replace(" ", "").lower().startswith("shan")
    assert "pinyin" not in written(records)["members"][0]


def test_a_file_with_a_byte_order_mark_is_read() -> None:
    content = document.dumps(read(members=TWO))
    assert document.dumps(document.loads(b"\xef\xbb\xbf" + content)) == content
