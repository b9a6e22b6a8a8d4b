from __future__ import annotations

from app.store import Store, meetings, members, photos
from app.store.connection import driver_of
from tests.factories import make_members, theme_day


def test_records_just_made_have_no_fault(made: Store) -> None:
    assert made.verify() == []


def test_a_row_that_refers_to_nothing_is_a_fault(made: Store) -> None:
    with made.write() as unit:
        members.save(unit, make_members(1)[0])
    with made.connect() as connection:
        driver = driver_of(connection)
        driver.execute("PRAGMA foreign_keys = OFF")
        driver.execute("DELETE FROM members")
        driver.execute("PRAGMA foreign_keys = ON")
    assert "指向不存在" in made.verify()[0]


def test_both_sides_of_the_photos_are_compared(made: Store) -> None:
    with made.write() as unit:
        people = [members.save(unit, one) for one in make_members(3)]
        meeting = theme_day(people)
        meeting.photos[0].content_hash = photos.put(made, b"jpeg")
        kept = meetings.save(unit, meeting)
    assert made.verify() == []
    path = photos.path_of(made.folder / "photos", kept.photos[0].content_hash)
    path.rename(path.with_name(f"{'0' * 64}.sealed"))
    findings = made.verify()
    assert "不见了" in findings[0]
    assert "1 个打不开的文件" in findings[1]


def test_a_picture_no_meeting_names_any_more_is_no_fault(made: Store) -> None:
    photos.put(made, b"jpeg")
    assert made.verify() == []
