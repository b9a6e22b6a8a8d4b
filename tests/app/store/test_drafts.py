from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app import clock
from app.store import Draft, Store, drafts
from app.store import history as changes


def test_a_draft_is_kept_replaced_and_dropped(made: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    at = datetime(2025, 10, 9, 7, 30, tzinfo=UTC)
    monkeypatch.setattr(clock, "utc_now", lambda: at)
    for text in ("一", "二"):
        with made.write("drafts") as unit:
            drafts.put(unit, "meetings/1", text)
    with made.read() as unit:
        assert drafts.get(unit, "meetings/1") == Draft("meetings/1", "二", at)
        assert drafts.get(unit, "meetings/2") is None
    for _ in range(2):
        with made.write("drafts") as unit:
            drafts.drop(unit, "meetings/1")
    with made.read() as unit:
        assert drafts.all(unit) == []


def test_drafts_come_newest_first_and_write_no_history(
    made: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with made.connect() as connection:
        before = changes.count(connection)
    for minute, key in enumerate(("a", "b", "a")):
        at = datetime(2025, 10, 9, 7, minute, tzinfo=UTC)
        monkeypatch.setattr(clock, "utc_now", lambda at=at: at)
        with made.write("drafts") as unit:
            drafts.put(unit, key, "x")
    with made.read() as unit:
        assert [one.key for one in drafts.all(unit)] == ["a", "b"]
    with made.connect() as connection:
        assert changes.count(connection) == before


def test_draft_and_record_are_kept_or_dropped_together(made: Store) -> None:
    def fail() -> None:
        with made.write("drafts") as unit:
            drafts.drop(unit, "meetings/1")
            raise ZeroDivisionError

    with made.write("drafts") as unit:
        drafts.put(unit, "meetings/1", "x")
    with pytest.raises(ZeroDivisionError):
        fail()
    with made.read() as unit:
        assert drafts.get(unit, "meetings/1") is not None
