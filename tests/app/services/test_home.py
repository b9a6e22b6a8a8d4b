from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from app import clock
from app.errors import NotFoundError
from app.services import Services
from app.services.home import Overview
from tests import factories
from tests.october import load_october


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Services]:
    made, _code = Services.create(tmp_path / "sample")
    load_october(made)
    yield made
    made.close(backup=False)


def on(monkeypatch: pytest.MonkeyPatch, services: Services, day: date) -> Overview:
    monkeypatch.setattr(clock, "today", lambda: day)
    return services.home.overview()


def test_the_month_of_the_sample_at_a_glance(
    sample: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = on(monkeypatch, sample, date(2025, 10, 16))
    assert (seen.month, seen.countdown) == ("2025-10", "本月主题党日已开展，距下一次还有 22 天")
    assert [(one.number, one.state.complete) for one in seen.board] == [
        (number, True) for number in range(1, 6)
    ]
    assert seen.attendance is not None
    assert (seen.attendance.expected.total, seen.attendance.present) == (18, 16)
    assert (seen.dues.paid, seen.dues.due, seen.dues.paid_fen) == (18, 18, 169697)
    assert seen.is_held


def test_before_the_fixed_day_the_days_are_counted(
    sample: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = on(monkeypatch, sample, date(2025, 11, 2))
    assert seen.countdown == "距主题党日还有 5 天"
    assert (seen.theme_day_id, seen.board, seen.attendance) == ("", (), None)
    assert (seen.dues.paid, seen.dues.due) == (0, 0), "the sheet is not begun"
    assert seen.reminders[0].level == "late"


def test_a_planned_theme_day_is_not_held_yet(
    sample: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not on(monkeypatch, sample, date(2025, 10, 8)).is_held
    assert on(monkeypatch, sample, date(2025, 10, 9)).countdown == "今天是主题党日"


def test_a_missed_theme_day_is_counted_from_its_day(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = on(monkeypatch, services, date(2025, 10, 20))
    assert seen.countdown == "主题党日已过 11 天，还没有记录"


def test_the_theme_day_has_all_its_parts_and_the_copy_counts(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    members = [services.members.save(one) for one in factories.make_members(3)]
    services.meetings.save(factories.theme_day(members, photos=[]))
    seen = on(monkeypatch, services, date(2025, 10, 9))
    missing = {one.number: one.state.missing for one in seen.board}
    assert missing[2] == ("领读人",)
    assert any(one.kind == "备份" for one in seen.reminders)
    services.backups.backup()
    monkeypatch.undo()
    assert not any(one.kind == "备份" for one in services.home.overview().reminders)


def test_an_empty_file_says_what_comes_first(tmp_path: Path) -> None:
    made, _code = Services.create(tmp_path / "empty")
    with pytest.raises(NotFoundError, match="还没有填写党支部"):
        made.home.overview()
    made.close(backup=False)
