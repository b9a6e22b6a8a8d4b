from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from sqlalchemy.exc import InvalidRequestError

from app.errors import NotFoundError, StaleError
from app.manual import words
from app.records import Attendance, Leave, Meeting, Member, Sitting
from app.records.snapshot import Plain, from_plain, to_plain
from app.store import Store, meetings, members
from tests.app.store.strategies import a_meeting
from tests.factories import (
    BRANCH_ID,
    make_attendance,
    make_meeting,
    make_members,
    new_store,
    theme_day,
)


def save(store: Store, meeting: Meeting) -> Meeting:
    with store.write("meetings") as unit:
        return meetings.save(unit, meeting)


def get(store: Store, meeting: Meeting) -> Meeting:
    with store.read() as unit:
        found = meetings.get(unit, meeting.id)
    assert found is not None
    return found


def content(meeting: Meeting) -> Plain:
    """Return what a user wrote: without versions, places in lists and the parents' keys."""
    return _content(to_plain(meeting))


def _content(plain: Plain) -> Plain:
    linked = (
        "version",
        "position",
        "meeting_id",
        "action_id",
        "attendance_id",
        "item_id",
        "vote_id",
        "criticism_id",
    )
    return {
        name: [_content(one) if isinstance(one, dict) else one for one in value]
        if isinstance(value, list)
        else _content(value)
        if isinstance(value, dict)
        else value
        for name, value in plain.items()
        if name not in (*linked, "lecture_id")
    }


@pytest.fixture
def people(made: Store) -> list[Member]:
    with made.write("members") as unit:
        return [members.save(unit, one) for one in make_members(4)]


def test_a_theme_day_comes_back_with_everything_in_it(made: Store, people: list[Member]) -> None:
    meeting = theme_day(people)
    before = content(meeting)
    kept = save(made, meeting)
    assert content(get(made, meeting)) == before == content(meeting)
    assert to_plain(get(made, meeting)) == to_plain(kept)
    assert kept.version == 1


def test_an_outline_has_what_reminders_ask_for_and_refuses_the_rest(
    made: Store, people: list[Member]
) -> None:
    saved = save(made, theme_day(people))
    with made.read() as unit:
        (outline,) = meetings.outlines(unit, date(2025, 10, 1), date(2025, 10, 31))

    assert outline.lecture is not None
    assert [one.text for one in outline.decisions] == [one.text for one in saved.decisions]
    assert [one.make_up is None for one in outline.attendance] == [False]
    with pytest.raises(InvalidRequestError):
        _ = outline.reflections


def test_an_outline_becomes_whole_where_the_meeting_is_read_as_well(
    made: Store, people: list[Member]
) -> None:
    saved = save(made, theme_day(people))
    with made.read() as unit:
        (outline,) = meetings.outlines(unit, date(2025, 10, 1), date(2025, 10, 31))
        assert meetings.get(unit, saved.id) is outline

    assert content(outline) == content(saved)


def test_any_meeting_comes_back_as_it_was_saved_and_changed(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder: Path = tmp_path_factory.mktemp("any")
    store = new_store(folder)
    with store.write() as unit:
        people = [members.save(unit, one).id for one in make_members(5)]

    @settings(max_examples=25)
    @given(a_meeting(people), a_meeting(people))
    def saved_and_changed(first: Meeting, second: Meeting) -> None:
        kept = save(store, first)
        assert content(get(store, first)) == content(first)
        changed = from_plain(Meeting, to_plain(second) | {"id": kept.id})
        changed.version = kept.version
        save(store, changed)
        assert content(get(store, first)) == content(changed)

    saved_and_changed()
    assert store.verify() == []
    store.close(backup=False)


def test_lists_keep_the_order_they_were_given_in(made: Store, people: list[Member]) -> None:
    kept = save(made, theme_day(people))
    kept.actions.reverse()
    names = [action.name for action in kept.actions]
    save(made, kept)
    assert [action.name for action in get(made, kept).actions] == names
    assert [action.position for action in get(made, kept).actions] == [0, 1, 2, 3, 4]


def test_what_is_taken_out_is_gone_with_everything_under_it(
    made: Store, people: list[Member]
) -> None:
    kept = save(made, theme_day(people))
    kept.attendance.clear()
    kept.minutes.clear()
    kept.lecture = None
    save(made, kept)
    with made.connect() as connection:
        rows = [
            connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar()
            for table in ("attendance", "leaves", "make_up_studies", "speeches", "speakers")
        ]
    assert rows == [0, 0, 0, 0, 0]


def test_a_row_may_be_replaced_by_another_of_the_same_member(
    made: Store, people: list[Member]
) -> None:
    kept = save(made, theme_day(people))
    kept.attendance[:] = [make_attendance(people[2], words.OFFICIAL_LEAVE)]
    row = get(made, save(made, kept)).attendance[0]
    assert (row.member_id, row.state, row.leave) == (people[2].id, words.OFFICIAL_LEAVE, None)
    row_again = save(made, get(made, kept))
    row_again.attendance[0].leave = Leave(branch_id=BRANCH_ID, reason="甲")
    kept = save(made, row_again)
    kept.attendance[0].leave = Leave(branch_id=BRANCH_ID, reason="乙")
    leave = get(made, save(made, kept)).attendance[0].leave
    assert leave is not None
    assert leave.reason == "乙"


def test_who_came_to_a_removed_sitting_is_at_the_main_one(
    made: Store, people: list[Member]
) -> None:
    sitting = Sitting(branch_id=BRANCH_ID, place="值班室")
    row = make_attendance(people[0], words.PRESENT, sitting_id=sitting.id)
    kept = save(made, make_meeting(sittings=[sitting], attendance=[row]))
    assert get(made, kept).attendance[0].sitting_id == sitting.id
    kept.sittings.clear()
    kept = save(made, kept)
    again = get(made, kept)
    assert again.attendance[0].sitting_id is None
    assert to_plain(again) == to_plain(kept)


def test_a_stale_copy_is_refused_whichever_section_changed(
    made: Store, people: list[Member]
) -> None:
    kept = save(made, theme_day(people))
    mine, theirs = get(made, kept), get(made, kept)
    theirs.attendance.append(make_attendance(people[3]))
    save(made, theirs)
    mine.reflections[0].text = "改过的体会"
    with pytest.raises(StaleError, match="没有保存以免覆盖") as refused:
        save(made, mine)
    assert (refused.value.area, refused.value.record_id) == ("meetings", kept.id)
    assert len(get(made, kept).attendance) == 2
    assert get(made, kept).reflections[0].text != "改过的体会"


def test_a_change_deep_inside_is_a_change_of_the_meeting(made: Store, people: list[Member]) -> None:
    kept = save(made, theme_day(people))
    kept.minutes[0].speeches[0].text = "又说了一句。"
    assert save(made, kept).version == 2
    assert get(made, kept).version == 2


def test_saving_what_did_not_change_changes_nothing(made: Store, people: list[Member]) -> None:
    kept = save(made, theme_day(people))
    again = save(made, get(made, kept))
    assert to_plain(again) == to_plain(kept)


def test_the_copy_returned_can_be_changed_and_saved_on(made: Store, people: list[Member]) -> None:
    kept = save(made, theme_day(people))
    for number in range(3):
        kept.theme = f"主题 {number}"
        kept.attendance[0].state = words.SICK_LEAVE if number % 2 else words.PERSONAL_LEAVE
        kept = save(made, kept)
    assert (kept.version, get(made, kept).theme) == (4, "主题 2")


def test_a_new_meeting_is_not_saved_over_a_saved_one(made: Store) -> None:
    meeting = make_meeting()
    save(made, meeting)
    with pytest.raises(StaleError):
        save(made, meeting)


def test_meetings_are_found_by_the_day_held_or_else_planned(made: Store) -> None:
    held = make_meeting(planned_on=date(2025, 9, 30))
    planned = make_meeting(planned_on=date(2025, 10, 8), start=None, end=None)
    midnight = make_meeting(start=datetime(2025, 10, 31, 23, 59), end=None)  # noqa: DTZ001
    undated = make_meeting(planned_on=None, start=None, end=None)
    later = make_meeting(start=datetime(2025, 11, 1), end=None)  # noqa: DTZ001
    for meeting in (midnight, held, planned, undated, later):
        save(made, meeting)
    with made.read() as unit:
        found = meetings.between(unit, date(2025, 10, 1), date(2025, 10, 31))
        assert [one.id for one in found] == [planned.id, held.id, midnight.id]
        assert meetings.years(unit) == [2025]


def test_years_are_those_that_have_meetings(made: Store) -> None:
    for year in (2026, 2024, 2026):
        save(made, make_meeting(planned_on=date(year, 1, 9), start=None))
    with made.read() as unit:
        assert meetings.years(unit) == [2024, 2026]


def test_the_last_day_is_that_of_a_meeting_that_counts(made: Store) -> None:
    with made.read() as unit:
        assert meetings.last_day(unit) is None
    for day in (date(2025, 3, 7), date(2025, 9, 8), date(2025, 8, 7)):
        save(made, make_meeting(start=None, planned_on=day))
    save(made, make_meeting(start=None, planned_on=date(2025, 11, 7), state=words.VOID))
    gone = save(made, make_meeting(start=None, planned_on=date(2025, 12, 8)))
    with made.write("meetings") as unit:
        meetings.mark_deleted(unit, gone.id, datetime(2025, 12, 9))  # noqa: DTZ001

    with made.read() as unit:
        assert meetings.last_day(unit) == date(2025, 9, 8)
        assert meetings.first_day(unit) == date(2025, 3, 7)


def test_a_deleted_meeting_is_in_the_bin_and_comes_back(made: Store) -> None:
    kept = save(made, make_meeting())
    at = datetime(2025, 10, 10, 8, 30)  # noqa: DTZ001
    with made.write("meetings") as unit:
        meetings.mark_deleted(unit, kept.id, at)
    with made.read() as unit:
        assert meetings.between(unit, date.min, date.max) == []
        assert [one.deleted_at for one in meetings.deleted(unit)] == [at]
        assert meetings.years(unit) == []
    with made.write("meetings") as unit:
        meetings.mark_deleted(unit, kept.id, None)
    with made.read() as unit:
        assert len(meetings.between(unit, date.min, date.max)) == 1


def test_deleting_a_meeting_that_is_not_there_says_so(made: Store) -> None:
    with pytest.raises(NotFoundError, match="刷新"), made.write() as unit:
        meetings.mark_deleted(unit, "nowhere", None)


def test_a_meeting_with_many_rows_is_whole(made: Store) -> None:
    with made.write() as unit:
        people = [members.save(unit, one) for one in make_members(60)]
    rows: list[Attendance] = [make_attendance(one, reason="外出") for one in people]
    kept = save(made, make_meeting(attendance=rows))
    assert [row.member_id for row in get(made, kept).attendance] == [one.id for one in people]
