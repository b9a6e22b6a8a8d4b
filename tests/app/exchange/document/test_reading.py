from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.errors import InvalidDocumentError
from app.exchange import document
from app.exchange.document import RecordSet
from app.manual import words
from app.records import Meeting


def read(**parts: Any) -> RecordSet:
    head = {"format": "zhibu-records", "version": 1, "branch": {"name": "青禾示例支部"}}
    return document.read(head | parts)


def read_meeting(members: list[dict[str, Any]], **parts: Any) -> Meeting:
    head = {"kinds": ["主题党日"], "start": "2025-10-09T15:00"}
    return read(members=members, meetings=[head | parts]).meetings[0]


def written(records: RecordSet) -> dict[str, Any]:
    once = document.write(records)
    assert document.write(document.read(once)) == once
    return once


TWO = [{"name": "柳知行"}, {"name": "舒望远"}]


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


@pytest.mark.parametrize(
    ("given", "categories"),
    [
        ({}, [(words.FULL_MEMBER, None)]),
        ({"category": "预备党员"}, [(words.PROBATIONARY_MEMBER, None)]),
        (
            {"category": "预备党员", "joined_on": "2025-05-16"},
            [(words.PROBATIONARY_MEMBER, date(2025, 5, 16))],
        ),
        ({"joined_on": "2010-07-01"}, [(words.FULL_MEMBER, date(2010, 7, 1))]),
        (
            {"joined_on": "2010-07-01", "full_on": "2011-07-01"},
            [
                (words.PROBATIONARY_MEMBER, date(2010, 7, 1)),
                (words.FULL_MEMBER, date(2011, 7, 1)),
            ],
        ),
        ({"full_on": "2011-07-01"}, [(words.FULL_MEMBER, date(2011, 7, 1))]),
        (
            {
                "categories": [
                    {"category": "正式党员"},
                    {"category": "预备党员", "from": "2020-01-01"},
                ]
            },
            [(words.FULL_MEMBER, None), (words.PROBATIONARY_MEMBER, date(2020, 1, 1))],
        ),
        ({"categories": []}, []),
    ],
)
def test_the_two_dates_tell_what_a_member_was_when(
    given: dict[str, Any], categories: list[tuple[str, date | None]]
) -> None:
    records = read(members=[{"name": "柳知行"} | given])
    read_back = document.read(written(records)).members[0]
    for member in (records.members[0], read_back):
        assert [(one.category, one.from_on) for one in member.categories] == categories


@pytest.mark.parametrize(
    ("given", "spans"),
    [
        ({}, [(None, None)]),
        ({"joined_on": "2010-07-01"}, [(date(2010, 7, 1), None)]),
        (
            {
                "joined_on": "2010-07-01",
                "in_branch_from": "2020-01-01",
                "in_branch_to": "2024-06-30",
            },
            [(date(2020, 1, 1), date(2024, 6, 30))],
        ),
        (
            {"periods": [{"to": "2020-01-01"}, {"from": "2022-01-01"}]},
            [(None, date(2020, 1, 1)), (date(2022, 1, 1), None)],
        ),
        ({"periods": []}, []),
    ],
)
def test_a_member_may_come_and_go(
    given: dict[str, Any], spans: list[tuple[date | None, date | None]]
) -> None:
    records = read(members=[{"name": "柳知行"} | given])
    read_back = document.read(written(records)).members[0]
    for member in (records.members[0], read_back):
        assert [(one.from_on, one.to_on) for one in member.memberships] == spans


def test_a_post_lasts_as_long_as_the_committee_unless_it_says_otherwise() -> None:
    branch = {"name": "甲", "term_start": "2023-04-20", "term_end": "2026-04-19"}
    posts = ["书记", {"post": "宣传委员", "from": "2024-01-01"}]
    records = read(branch=branch, members=[{"name": "柳知行", "posts": posts}])
    assert [(one.post, one.from_on, one.to_on) for one in records.members[0].posts] == [
        ("书记", date(2023, 4, 20), date(2026, 4, 19)),
        ("宣传委员", date(2024, 1, 1), None),
    ]
    assert written(records)["members"][0]["posts"] == posts


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


def test_two_of_one_name_are_told_apart_by_their_marks() -> None:
    members = [{"name": "柳知行", "id": "矿01"}, {"name": "柳知行", "id": "矿02"}, TWO[1]]
    records = read(
        members=members,
        groups=[{"name": "第一党小组", "leader": "矿02"}],
        meetings=[
            {
                "kinds": ["主题党日"],
                "planned_on": "2025-10-07",
                "chair": "矿01",
                "attendance": [{"member": "矿02", "state": "病假", "approved_by": "矿01"}],
            }
        ],
        dues=[{"member": "矿01", "month": "2025-10"}, {"member": "矿02", "month": "2025-10"}],
    )
    assert records.groups[0].leader_id == records.members[1].id
    assert records.meetings[0].attendance[0].member_id == records.members[1].id
    once = written(records)
    assert once["meetings"][0]["chair"] == "矿01"
    with pytest.raises(InvalidDocumentError, match="有 2 名党员叫“柳知行”") as refused:
        read(members=members, groups=[{"name": "第一党小组", "leader": "柳知行"}])
    assert refused.value.path == "$.groups[0].leader"


def test_two_of_one_name_without_marks_are_written_with_their_record_keys() -> None:
    records = read(members=[{"name": "柳知行", "id": "甲"}, {"name": "柳知行", "id": "乙"}])
    for member in records.members:
        member.code = ""
    once = written(records)
    assert [one["id"] for one in once["members"]] == [one.id for one in records.members]
    assert [one.id for one in document.read(once).members] == [one.id for one in records.members]


def test_a_mark_goes_before_a_name() -> None:
    records = read(
        members=[{"name": "柳知行"}, {"name": "舒望远", "id": "柳知行"}],
        meetings=[{"kinds": ["主题党日"], "planned_on": "2025-10-07", "chair": "柳知行"}],
    )
    chair = records.members[1]
    assert records.meetings[0].chair_id == chair.id
    records.meetings[0].recorder_id = records.members[0].id
    read_back = document.read(written(records))
    assert read_back.meetings[0].chair_id == read_back.members[1].id
    assert read_back.meetings[0].recorder_id == read_back.members[0].id


def test_guests_may_speak() -> None:
    records = read(
        members=TWO,
        meetings=[
            {
                "kinds": ["主题党日"],
                "planned_on": "2025-10-07",
                "guests": ["单怀瑾", "柳知行"],
                "reflections": [
                    {"who": "单怀瑾", "text": "一"},
                    {"who": "柳知行", "text": "二"},
                    {"who": {"guest": "柳知行"}, "text": "三"},
                    {"who": {"guest": "解云舒"}, "text": "四"},
                ],
                "minutes": [{"reporter": "单怀瑾"}],
            }
        ],
    )
    (meeting,) = records.meetings
    assert [(one.member_id is None, one.guest_name) for one in meeting.reflections] == [
        (True, "单怀瑾"),
        (False, ""),
        (True, "柳知行"),
        (True, "解云舒"),
    ]
    assert meeting.minutes[0].reporter_guest == "单怀瑾"
    said = written(records)["meetings"][0]["reflections"]
    assert [one["who"] for one in said] == [
        "单怀瑾",
        "柳知行",
        {"guest": "柳知行"},
        {"guest": "解云舒"},
    ]


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


@pytest.mark.parametrize(
    ("given", "rate", "as_written"),
    [
        ("1.5%", "0.015", "1.5%"),
        ("1.5", "0.015", "1.5%"),
        ("0.015", "0.015", "1.5%"),
        (0.015, "0.015", "1.5%"),
        (2, "0.02", "2%"),
        ("0.5", "0.005", "0.5%"),
        ("2.00%", "0.02", "2%"),
        ("无", None, "无"),
    ],
)
def test_a_rate_may_be_percent_or_fraction(
    given: object, rate: str | None, as_written: str
) -> None:
    row = {"member": "柳知行", "month": "2025-10", "base": "6960", "due": "104.4", "rate": given}
    records = read(members=TWO, dues=[row])
    assert records.dues[0].rate == (None if rate is None else Decimal(rate))
    assert written(records)["dues"][0]["rate"] == as_written


@pytest.mark.parametrize(
    ("member", "row", "base_fen", "rate", "due_fen"),
    [
        ({"dues_base": "6215.00"}, {}, 621500, "0.015", 9323),
        ({"dues_base": "6215.00"}, {"base": "3000"}, 300000, "0.005", 1500),
        ({"dues_base": "6215.00"}, {"due": "5.00"}, None, None, 500),
        ({"dues_base": "6215.00"}, {"base": "3000", "due": "5"}, 300000, "0.005", 500),
        ({"dues_kind": "学生"}, {}, None, None, 20),
        ({}, {}, None, None, 0),
        (
            {"dues_bases": [{"from": "2025-11", "base": "9000"}, {"base": "3000"}]},
            {},
            300000,
            "0.005",
            1500,
        ),
    ],
)
def test_what_a_dues_row_leaves_open_is_worked_out(
    member: dict[str, Any],
    row: dict[str, Any],
    base_fen: int | None,
    rate: str | None,
    due_fen: int,
) -> None:
    records = read(
        members=[{"name": "柳知行"} | member],
        dues=[{"member": "柳知行", "month": "2025-10"} | row],
    )
    (read_row,) = records.dues
    assert (read_row.base_fen, read_row.due_fen) == (base_fen, due_fen)
    assert read_row.rate == (None if rate is None else Decimal(rate))
    written(records)


def test_who_pays_for_a_member_is_a_member_or_anybody_by_the_way_of_paying() -> None:
    row = {"member": "柳知行", "month": "2025-10"}
    family = read(members=TWO, dues=[row | {"method": "亲属代交", "paid_by": "妻子"}])
    comrade = read(members=TWO, dues=[row | {"method": "党员代交", "paid_by": "舒望远"}])
    assert (family.dues[0].paid_by, comrade.dues[0].paid_by) == ("妻子", "舒望远")


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
