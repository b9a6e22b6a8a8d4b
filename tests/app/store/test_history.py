from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import delete, insert, update

from app import clock
from app.manual import words
from app.records import Meeting, Member
from app.store import Store, history, meetings, members
from app.store.history import Change
from tests.factories import make_meeting, make_member, make_members, theme_day

AT = datetime(2025, 10, 9, 7, 30, tzinfo=UTC)


def changes_of(store: Store, record_id: str) -> list[Change]:
    with store.read() as unit:
        return history.of_record(unit, record_id)


def chain_of(store: Store) -> list[str]:
    with store.connect() as connection:
        return history.verify_chain(connection)


def rewrite(store: Store, statement: str) -> None:
    """Change the database past the program, as somebody with the key could."""
    with store.connect() as connection, connection.begin():
        connection.exec_driver_sql(statement)


@pytest.fixture
def kept(made: Store) -> Meeting:
    with made.write(who="舒望远") as unit:
        people = [members.save(unit, one) for one in make_members(3)]
        return meetings.save(unit, theme_day(people))


def test_a_change_says_when_who_and_from_what_to_what(
    made: Store, kept: Meeting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "utc_now", lambda: AT)
    kept.place, kept.planned_on, kept.badges_worn = "二楼", date(2025, 10, 10), 18
    with made.write("meetings", who="柳知行") as unit:
        meetings.save(unit, kept)
    created, changed = changes_of(made, kept.id)
    assert (created.who, created.action, created.table) == ("舒望远", "insert", "meetings")
    assert created.fields["place"] == (None, "三楼会议室")
    assert changed == Change(
        AT,
        "柳知行",
        "update",
        "meetings",
        kept.id,
        {
            "place": ("三楼会议室", "二楼"),
            "planned_on": ("2025-10-09", "2025-10-10"),
            "badges_worn": (None, 18),
        },
    )


def test_a_child_that_is_taken_out_is_in_the_history_with_what_it_said(
    made: Store, kept: Meeting
) -> None:
    row = kept.attendance.pop()
    assert row.leave is not None
    with made.write() as unit:
        meetings.save(unit, kept)
    last = changes_of(made, row.id)[-1]
    assert (last.action, last.table) == ("delete", "attendance")
    assert last.fields["state"] == (words.SICK_LEAVE, None)
    assert changes_of(made, row.leave.id)[-1].fields["reason"] == ("住院", None)


def test_a_child_that_is_added_names_its_parent(made: Store, kept: Meeting) -> None:
    speech = kept.minutes[0].speeches[0]
    assert changes_of(made, speech.id)[0].fields["item_id"] == (None, kept.minutes[0].id)


def test_saving_what_did_not_change_writes_nothing(made: Store, kept: Meeting) -> None:
    with made.write() as unit:
        meetings.save(unit, kept)
    assert len(changes_of(made, kept.id)) == 1


def test_a_failed_write_leaves_no_history(made: Store) -> None:
    member = make_member()

    def fail() -> None:
        with made.write() as unit:
            members.save(unit, member)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert changes_of(made, member.id) == []
    assert chain_of(made) == []


@pytest.mark.parametrize(
    "statement",
    [
        insert(Member).values(id="x", branch_id="b", name="n", version=1),
        update(Member).values(note="x"),
        delete(Meeting),
    ],
)
def test_changes_in_bulk_are_refused(made: Store, statement: object) -> None:
    with pytest.raises(RuntimeError, match="history"), made.write() as unit:
        unit.execute(statement)  # type: ignore[call-overload]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE history SET who = 'x' WHERE number = 3",
        "UPDATE history SET fields = '{}' WHERE number = 3",
        "UPDATE history SET at = '2020-01-01T00:00:00+00:00' WHERE number = 3",
        "DELETE FROM history WHERE number = 3",
        "DELETE FROM history WHERE number = 1",
        "UPDATE history SET number = 1000 WHERE number = 3",
    ],
)
@pytest.mark.usefixtures("kept")
def test_whatever_is_done_to_one_row_breaks_the_chain(made: Store, statement: str) -> None:
    assert chain_of(made) == []
    rewrite(made, statement)
    assert len(chain_of(made)) == 1
    assert "断开" in made.verify()[0]


def test_many_writes_make_one_whole_chain(made: Store) -> None:
    for number in range(20):
        with made.write() as unit:
            meetings.save(unit, make_meeting(theme=f"主题 {number}"))
    assert chain_of(made) == []
    with made.connect() as connection:
        assert history.count(connection) == 21
