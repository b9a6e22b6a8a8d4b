from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from app.errors import InvalidInputError, StaleError
from app.manual import words
from app.services import Services
from tests.app.printing.pages.made import grids
from tests.app.services.filing.desk import CODES, IN_TIME, finalise, kept
from tests.example_branch import MONTH, Example


def test_a_finalised_meeting_is_not_saved_over(services: Services, made: Example) -> None:
    finalise(services, made)
    meeting = kept(services, made)
    meeting.place = "别处"
    with pytest.raises(InvalidInputError, match="更正"):
        services.meetings.save(meeting)
    with pytest.raises(InvalidInputError, match="作废"):
        services.meetings.delete(meeting.id)
    assert kept(services, made).place != "别处"


def test_a_correction_tells_old_and_new_and_leaves_the_pages_as_they_were(
    services: Services, made: Example
) -> None:
    finalise(services, made)
    before = services.manual.sheets_of_month(MONTH, CODES)
    meeting = kept(services, made)
    old, meeting.place = meeting.place, "二楼会议室"
    (row,) = services.filing.correct(meeting, "地点写错")
    assert (row.place, row.old, row.new) == ("地点", old, "二楼会议室")
    assert (row.by, row.reason, row.at.date()) == ("韩素云", "地点写错", IN_TIME)
    assert kept(services, made).place == "二楼会议室"
    first, correction, *rest = services.manual.sheets_of_month(MONTH, CODES)
    assert [first, *rest] == before
    assert correction.code == "P13G"
    assert grids(correction)[0].rows[0][1:4] == ("地点", old, "二楼会议室")


def test_a_second_correction_begins_where_the_first_ended(
    services: Services, made: Example
) -> None:
    finalise(services, made)
    for place in ("二楼会议室", "四楼会议室"):
        meeting = kept(services, made)
        meeting.place = place
        services.filing.correct(meeting, "地点写错")
    told = [(one.old, one.new) for one in services.filing.corrections(made.meeting.id)]
    assert told[1] == ("二楼会议室", "四楼会议室")
    assert len(told) == 2


def test_a_renamed_member_is_no_part_of_a_correction(services: Services, made: Example) -> None:
    finalise(services, made)
    chair = services.members.get(made.person("周启明").id)
    chair.name = "周启明甲"
    services.members.save(chair)
    meeting = kept(services, made)
    meeting.place = "二楼会议室"
    assert [one.place for one in services.filing.correct(meeting, "写错")] == ["地点"]


def test_a_photo_taken_out_later_is_still_on_the_pages_and_in_a_backup(
    services: Services, made: Example
) -> None:
    content = BytesIO()
    Image.new("RGB", (80, 60), "white").save(content, "PNG")
    meeting = kept(services, made)
    meeting.photos = [services.photos.add_bytes(content.getvalue())]
    services.meetings.save(meeting)
    finalise(services, made)
    before = services.manual.month_set(MONTH, ["P13P"]).pdf
    meeting = kept(services, made)
    meeting.photos = []
    told = [one.place for one in services.filing.correct(meeting, "照片不是当天的")]
    assert told == ["附件", "照片"]
    assert services.manual.month_set(MONTH, ["P13P"]).pdf == before
    copy = services.backups.backup()
    assert list(copy.parent.rglob("*.sealed"))


def test_a_correction_can_be_looked_at_before_it_is_kept(services: Services, made: Example) -> None:
    finalise(services, made)
    meeting = kept(services, made)
    meeting.theme = "另一个主题"
    assert [one.place for one in services.filing.differences(meeting)] == ["活动主题"]
    meeting.lecture = None
    told = [one.place for one in services.filing.differences(meeting)]
    assert {"课题", "主讲人及职务"} <= set(told)
    assert services.filing.corrections(meeting.id) == []


def test_a_correction_needs_a_change_and_a_reason(services: Services, made: Example) -> None:
    meeting = kept(services, made)
    with pytest.raises(InvalidInputError, match="可以直接改"):
        services.filing.correct(meeting, "写错")
    finalise(services, made)
    with pytest.raises(InvalidInputError, match="没有改动"):
        services.filing.correct(kept(services, made), "写错")
    meeting = kept(services, made)
    meeting.place = "二楼"
    with pytest.raises(InvalidInputError, match="原因"):
        services.filing.correct(meeting, " ")
    stale = kept(services, made)
    services.filing.correct(meeting, "写错")
    stale.place = "四楼"
    with pytest.raises(StaleError):
        services.filing.correct(stale, "写错")


def test_a_correction_changes_neither_state_nor_roster(services: Services, made: Example) -> None:
    finalise(services, made)
    meeting = kept(services, made)
    meeting.state, meeting.roster, meeting.place = words.DRAFT, [], "二楼"
    services.filing.correct(meeting, "写错")
    assert kept(services, made).state == words.FINAL
    assert len(kept(services, made).roster) == 18
