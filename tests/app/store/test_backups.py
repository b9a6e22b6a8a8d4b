from __future__ import annotations

import json
import shutil
import threading
from datetime import date, timedelta
from pathlib import Path

import pytest

from app import clock
from app.errors import DamagedFileError, InUseError, StoreError, WrongKeyError
from app.store import Store, backups, branches, folders, meetings, members, photos
from tests.factories import make_meeting, make_members, theme_day

JPEG = b"\xff\xd8\xff" + bytes(range(256)) * 40


def add_member(store: Store, position: int = 0) -> None:
    with store.write("members") as unit:
        members.save(unit, make_members(50)[position])


def count(store: Store) -> int:
    with store.read() as unit:
        return len(members.everyone(unit))


def restored(store: Store, copy: Path, folder: Path) -> Store:
    profile = store.folder.parent / "profile"
    backups.restore(copy, folder, profile=profile)
    return Store.open(folder, profile=profile)


@pytest.fixture
def with_photo(made: Store) -> Store:
    with made.write() as unit:
        people = [members.save(unit, one) for one in make_members(3)]
        meeting = theme_day(people)
        meeting.photos[0].content_hash = photos.put(made, JPEG)
        meetings.save(unit, meeting)
    return made


def test_a_copy_restores_into_an_empty_folder_with_everything(
    with_photo: Store, tmp_path: Path
) -> None:
    copy = backups.backup(with_photo)
    store = restored(with_photo, copy, tmp_path / "new")
    assert count(store) == 3
    assert store.verify() == []
    with store.read() as unit:
        photo = meetings.between(unit, date.min, date.max)[0].photos[0]
    assert photos.get(store, photo.content_hash) == JPEG
    store.close(backup=False)


def test_a_copy_has_a_key_of_its_own_and_nothing_readable(with_photo: Store) -> None:
    copy = backups.backup(with_photo)
    live, copied = (
        json.loads((folder / folders.HEADER).read_bytes()) for folder in (with_photo.folder, copy)
    )
    assert live["database_salt"] != copied["database_salt"]
    assert live["file_id"] == copied["file_id"]
    name = make_members(1)[0].name.encode()
    assert not [path for path in copy.rglob("*") if path.is_file() and name in path.read_bytes()]
    assert sorted(path.name for path in copy.iterdir()) == [
        "counted.json",
        "records.key.json",
        "records.zhibu",
    ]


def test_restoring_over_records_sets_them_aside(made: Store) -> None:
    copy = backups.backup(made)
    add_member(made)
    made.close(backup=False)
    profile = made.folder.parent / "profile"
    aside = backups.restore(copy, made.folder, profile=profile)
    assert aside is not None
    store = Store.open(made.folder, profile=profile)
    assert count(store) == 0
    store.close(backup=False)
    old = Store.open(aside, profile=profile)
    assert count(old) == 1
    old.close(backup=False)


def test_records_that_are_open_are_not_restored_over(made: Store) -> None:
    copy = backups.backup(made)
    with pytest.raises(InUseError):
        backups.restore(copy, made.folder, profile=made.folder.parent / "profile")


def test_a_copy_opens_with_the_printed_code_on_a_new_computer(tmp_path: Path) -> None:
    store, code = Store.create(tmp_path / "data", profile=tmp_path / "old")
    add_member(store)
    copy = backups.backup(store, tmp_path / "stick")
    store.close(backup=False)
    with pytest.raises(WrongKeyError, match="恢复码"):
        backups.restore(copy, tmp_path / "fresh", profile=tmp_path / "new")
    backups.restore(copy, tmp_path / "fresh", profile=tmp_path / "new", code=code)
    again = Store.open(tmp_path / "fresh", profile=tmp_path / "new")
    assert count(again) == 1
    again.close(backup=False)


def test_copies_made_while_records_are_written_are_each_of_one_moment(
    made: Store, tmp_path: Path
) -> None:
    stop = threading.Event()

    def write() -> None:
        position = 0
        while not stop.is_set() and position < 50:
            add_member(made, position)
            position += 1

    writer = threading.Thread(target=write)
    writer.start()
    copies = [backups.backup(made) for _ in range(4)]
    stop.set()
    writer.join()
    for number, copy in enumerate(copies):
        store = restored(made, copy, tmp_path / f"copy{number}")
        assert store.verify() == []
        store.close(backup=False)


@pytest.mark.parametrize("name", ["records.zhibu", "records.key.json", "counted.json"])
@pytest.mark.parametrize("harm", ["missing", "empty", "cut", "flipped"])
def test_a_damaged_copy_is_refused_before_anything_is_touched(
    made: Store, name: str, harm: str
) -> None:
    add_member(made)
    copy = backups.backup(made)
    made.close(backup=False)
    path = copy / name
    content = path.read_bytes()
    middle = len(content) // 2
    harmed = {
        "missing": b"",
        "empty": b"",
        "cut": content[:middle],
        "flipped": content[:middle] + bytes([content[middle] ^ 4]) + content[middle + 1 :],
    }
    path.write_bytes(harmed[harm])
    if harm == "missing":
        path.unlink()
    before = {one: one.read_bytes() for one in made.folder.glob("records.[zk]*")}
    with pytest.raises(DamagedFileError):
        backups.restore(copy, made.folder, profile=made.folder.parent / "profile")
    assert {one: one.read_bytes() for one in made.folder.glob("records.[zk]*")} == before


def test_a_copy_that_lacks_rows_is_refused(made: Store, tmp_path: Path) -> None:
    copy = backups.backup(made)
    add_member(made)
    fuller = backups.backup(made)
    (fuller / folders.DATABASE).write_bytes((copy / folders.DATABASE).read_bytes())
    (fuller / folders.HEADER).write_bytes((copy / folders.HEADER).read_bytes())
    with pytest.raises(DamagedFileError, match="换用另一份备份"):
        backups.restore(fuller, tmp_path / "new", profile=made.folder.parent / "profile")


def test_photos_are_copied_once_and_shared_by_all_copies(with_photo: Store) -> None:
    place = with_photo.folder / "backups"
    backups.backup(with_photo)
    pool = sorted((place / "photos").rglob("*.sealed"))
    written = [path.stat().st_mtime_ns for path in pool]
    backups.backup(with_photo)
    assert len(pool) == 1
    assert [path.stat().st_mtime_ns for path in pool] == written
    assert len(list(place.rglob("*.sealed"))) == 1


def test_restoring_heals_a_damaged_picture(with_photo: Store) -> None:
    copy = backups.backup(with_photo)
    picture = next((with_photo.folder / "photos").rglob("*.sealed"))
    picture.write_bytes(b"damaged")
    assert len(with_photo.verify()) == 1
    with_photo.close(backup=False)
    store = restored(with_photo, copy, with_photo.folder)
    assert store.verify() == []
    store.close(backup=False)


def test_a_missing_picture_does_not_stop_the_backup(with_photo: Store) -> None:
    shutil.rmtree(with_photo.folder / "photos")
    assert backups.backup(with_photo).exists()
    assert "照片" in with_photo.verify()[0]


def test_closing_makes_a_copy_only_when_something_was_saved(made: Store) -> None:
    place, profile = made.folder / "backups", made.folder.parent / "profile"
    made.close()
    assert len(backups.copies(place)) == 1
    store = Store.open(made.folder, profile=profile)
    store.close()
    assert len(backups.copies(place)) == 1
    store = Store.open(made.folder, profile=profile)
    add_member(store)
    store.close()
    assert len(backups.copies(place)) == 2


def test_what_was_saved_before_a_crash_is_copied_at_the_next_closing(made: Store) -> None:
    made.close()
    profile = made.folder.parent / "profile"
    store = Store.open(made.folder, profile=profile)
    add_member(store)
    store.close(backup=False)  # as after kill -9
    Store.open(made.folder, profile=profile).close()
    assert len(backups.copies(made.folder / "backups")) == 2


def test_a_failed_copy_leaves_nothing_and_still_closes(made: Store) -> None:
    (made.folder / "backups").write_bytes(b"in the way")
    with pytest.raises(StoreError):
        made.close()
    (made.folder / "backups").unlink()
    Store.open(made.folder, profile=made.folder.parent / "profile").close()
    assert [path.name[0] for path in (made.folder / "backups").iterdir()] == ["2"]


def test_old_copies_are_thinned_out_but_not_those_in_a_second_place(
    made: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start = clock.utc_now()
    for day in range(0, 48, 4):
        for hour in (0, 2):
            at = start + timedelta(days=day, hours=hour)
            monkeypatch.setattr(clock, "utc_now", lambda at=at: at)
            monkeypatch.setattr(clock, "now", lambda at=at: at.astimezone().replace(tzinfo=None))
            backups.backup(made)
            backups.backup(made, tmp_path / "stick")
    kept = backups.copies(made.folder / "backups")
    assert len(backups.copies(tmp_path / "stick")) == 24
    assert 12 <= len(kept) <= 16
    assert backups.latest(made) == kept[0]
    made.close(backup=False)
    store = restored(made, kept[-1].folder, made.folder)
    assert backups.copies(made.folder / "backups") == kept
    store.close(backup=False)


def test_two_copies_of_one_moment_do_not_meet(made: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    at = clock.utc_now()
    monkeypatch.setattr(clock, "utc_now", lambda: at)
    assert backups.backup(made) != backups.backup(made)


def test_restored_records_are_written_on(made: Store, tmp_path: Path) -> None:
    store = restored(made, backups.backup(made), tmp_path / "new")
    with store.read() as unit:
        assert branches.get(unit) is not None
    with store.write() as unit:
        meetings.save(unit, make_meeting())
    assert store.verify() == []
    store.close(backup=False)
