from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from app.errors import InvalidInputError, NotFoundError
from app.manual.kinds import COMMITTEE_MEETING, THEME_DAY
from app.manual.settings import OWN_KINDS
from app.records import Attendance, DuesRow, Meeting, Reflection
from app.rules.calendar import CALENDAR_KEY
from app.rules.entries import people_in
from app.rules.reading import READING_LISTS_KEY
from app.services import Services
from app.services.samples import is_sample
from app.store import settings as kept_settings
from tests import factories
from tests.october import load_october

EVERYTHING = Path(__file__).parents[2] / "data" / "documents" / "everything.json"

Making = Callable[[str], Services]


@pytest.fixture
def new(tmp_path: Path) -> Iterator[Making]:
    made: list[Services] = []

    def empty(name: str) -> Services:
        services, _code = Services.create(tmp_path / name, profile=tmp_path / "profile")
        made.append(services)
        return services

    yield empty
    for services in made:
        services.close(backup=False)


def theme_day_in(services: Services) -> Meeting:
    return next(one for one in services.meetings.of_year(2025) if THEME_DAY in one.kinds)


def test_everything_a_document_can_say_comes_back(new: Making) -> None:
    services = new("one")
    services.documents.load(EVERYTHING)
    assert services.documents.text() == EVERYTHING.read_bytes()
    assert services.store.verify() == []


def test_what_was_loaded_is_found_in_its_place(new: Making) -> None:
    services = new("one")
    told: list[frozenset[str]] = []
    services.listen(told.append)
    services.documents.load(EVERYTHING)
    assert len(told) == 1
    assert [member.name for member in services.members.everyone()] == ["柳知行", "舒望远", "舒望远"]
    assert [member.name for member in services.members.deleted()] == ["单怀瑾"]
    meeting = theme_day_in(services)
    assert meeting.attendance[0].sitting_id == meeting.sittings[0].id
    assert len(services.meetings.deleted()) == 1
    linked = services.meetings.get(meeting.fixed_by_id or "")
    assert linked.kinds == [COMMITTEE_MEETING]
    (talk,) = services.entries.of_page("talk", 2025)
    assert people_in(talk.values, "partner") == [(None, "解云舒")]
    assert [one.page for one in services.entries.deleted()] == ["dues_use"]
    assert services.settings.all()["record_days"] == "5"


def test_the_branch_s_own_kinds_holidays_and_reading_lists_go_along(new: Making) -> None:
    services = new("one")
    services.documents.load(EVERYTHING)
    services.settings.put(OWN_KINDS, "读书会")
    with services.store.write("settings") as unit:
        for key in (CALENDAR_KEY, READING_LISTS_KEY):
            kept_settings.put(unit, key, "[]" if key == READING_LISTS_KEY else '{"2027": []}')
    meeting = services.meetings.new_meeting("读书会", 2025, 3)
    services.meetings.save(meeting)
    again = new("two")
    path = again.store.folder / "in.json"
    path.write_bytes(services.documents.text())
    again.documents.load(path)
    assert again.settings.own_kinds() == ["读书会"]
    assert again.settings.all()[CALENDAR_KEY] == '{"2027": []}'
    assert ["读书会"] in [one.kinds for one in again.meetings.of_year(2025)]


def test_records_are_filled_once(new: Making) -> None:
    services = new("one")
    services.documents.load(EVERYTHING)
    with pytest.raises(InvalidInputError, match="空文件夹"):
        services.documents.load(EVERYTHING)
    with pytest.raises(InvalidInputError, match="空文件夹"):
        load_october(services)
    assert services.documents.text() == EVERYTHING.read_bytes()
    assert services.store.verify() == []


def test_an_empty_file_has_nothing_to_dump(new: Making) -> None:
    with pytest.raises(NotFoundError, match="没有可导出"):
        new("one").documents.text()


def test_what_was_typed_here_is_dumped_so_that_it_loads(new: Making) -> None:
    services = new("one")
    services.documents.load(EVERYTHING)
    meeting = theme_day_in(services)
    branch_id = services.branches.get().id
    meeting.place = " 二楼会议室 "
    meeting.reflections.append(
        Reflection(branch_id=branch_id, guest_name="不在列席名单的人", text="很好\r\n谢谢")
    )
    services.meetings.save(meeting)
    member = services.members.new()
    member.name = "曾以宁"
    services.members.save(member)
    row = DuesRow(branch_id=branch_id, member_id=member.id, month="2025-06", base_fen=300001)
    services.dues.save([row])
    once = services.documents.text()
    again = new("two")
    path = again.store.folder / "in.json"
    path.write_bytes(once)
    again.documents.load(path)
    assert again.documents.text() == once
    assert again.members.everyone()[-1].name == "曾以宁"
    (row,) = (one for one in again.dues.month("2025-06") if one.base_fen == 300001)
    assert (row.rate, row.due_fen) == (None, 0)


def test_records_that_contradict_each_other_are_named_instead_of_dumped(new: Making) -> None:
    services = new("one")
    services.documents.load(EVERYTHING)
    meeting = theme_day_in(services)
    member = services.members.new()
    member.name = "曾以宁"
    member.memberships[0].to_on = date(2025, 1, 1)
    services.members.save(member)
    meeting.attendance.append(
        Attendance(branch_id=meeting.branch_id, member_id=member.id, state="事假")
    )
    services.meetings.save(meeting)
    with pytest.raises(InvalidInputError, match=r"先改正.*曾以宁在 2025-05-12 不是本支部党员"):
        services.documents.text()


def test_the_sample_has_photos_and_a_mark(new: Making) -> None:
    services = new("one")
    assert not is_sample(services.store)
    load_october(services)
    assert is_sample(services.store)
    (meeting,) = (one for one in services.meetings.of_year(2025) if THEME_DAY in one.kinds)
    assert len(meeting.photos) == 3
    for photo in meeting.photos:
        assert photo.caption.endswith("（示例图）")
        assert services.photos.jpeg(photo.content_hash).startswith(b"\xff\xd8")
    assert services.store.verify() == []


def test_records_made_elsewhere_are_dumped_too(tmp_path: Path) -> None:
    services = Services(factories.new_store(tmp_path))
    assert "青禾示例支部" in services.documents.text().decode()
    services.close(backup=False)
