from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

from app.records import Attendance, DuesRow, Meeting, Member
from app.records.snapshot import family, from_plain, to_plain
from tests import factories


def test_a_meeting_comes_back_from_json_with_every_section() -> None:
    meeting = factories.theme_day(factories.make_members(3))

    plain = json.loads(json.dumps(to_plain(meeting), ensure_ascii=False))

    assert to_plain(from_plain(Meeting, plain)) == to_plain(meeting)
    assert from_plain(Meeting, plain).planned_on == date(2025, 10, 9)


def test_amounts_and_rates_come_back_exactly() -> None:
    row = factories.make_dues_row(factories.make_member(), rate=Decimal("0.015"))

    assert from_plain(DuesRow, json.loads(json.dumps(to_plain(row)))).rate == Decimal("0.015")


def test_a_field_younger_than_the_snapshot_gets_its_default() -> None:
    plain = to_plain(factories.make_meeting(remark="旧"))
    del plain["remark"]
    del plain["photos"]

    meeting = from_plain(Meeting, plain)
    assert (meeting.remark, meeting.photos) == ("", [])


def test_the_version_goes_along_so_that_a_stale_copy_is_noticed() -> None:
    member = factories.make_member()
    member.version = 7

    assert from_plain(Member, to_plain(member)).version == 7


def test_the_family_of_a_meeting_is_all_that_is_saved_with_it() -> None:
    meeting = factories.theme_day(factories.make_members(3))
    kinds = [type(one).__name__ for one in family(meeting)]

    assert kinds[0] == "Meeting"
    assert {"Action", "Attendance", "Leave", "MakeUpStudy", "Speaker", "Speech"} <= set(kinds)
    assert sum(isinstance(one, Attendance) for one in family(meeting)) == len(meeting.attendance)
