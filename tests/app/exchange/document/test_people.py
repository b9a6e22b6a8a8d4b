from __future__ import annotations

import pytest

from app.errors import InvalidDocumentError
from app.exchange import document
from tests.app.exchange.document.small import TWO, read, written


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
