from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app import clock
from app.manual.kinds import COMMITTEE_MEETING
from app.rules.reminders import Reminder, reminders
from app.services import Services
from tests.october import load_october
from tests.ui.layout_checks import assert_nothing_cut
from tests.ui.typing import press
from tests.ui.views.opened import Opened
from ui.context import Context
from ui.navigation import ENTRIES
from ui.views.home import HomeView

Window = Opened[HomeView]


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Services]:
    """The sample branch, whose last records are of October 2025."""
    made, _code = Services.create(tmp_path / "sample")
    load_october(made)
    yield made
    made.close(backup=False)


@pytest.fixture
def october(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2025, 10, 16))


@pytest.fixture
def november(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2025, 11, 2))


def window_of(context: Context, qtbot: QtBot) -> Window:
    made = Opened(HomeView(context), qtbot)
    made.view.shown()
    return made


def words_of(window: Window) -> list[str]:
    return [label.text() for label in window.view.findChildren(QLabel) if label.isVisible()]


@pytest.mark.usefixtures("november")
def test_the_head_counts_the_days(sample_context: Context, qtbot: QtBot) -> None:
    window = window_of(sample_context, qtbot)
    assert window.view.head.title_label.text() == "2025年11月 · 距主题党日还有 5 天"


@pytest.mark.usefixtures("october")
def test_the_board_and_the_figures_are_those_of_the_records(
    sample_context: Context, qtbot: QtBot
) -> None:
    window = window_of(sample_context, qtbot)
    assert words_of(window).count("已完成") == 5
    assert window.view.figures.figures() == {
        "应到": "18 人",
        "实到": "16 人",
        "到会率": "88.89%",
        "有效参与率": "100%",
        "党费已交": "18/18 人",
        "党费实收": "1696.97 元",
    }


@pytest.mark.usefixtures("november")
def test_what_is_not_known_is_a_dash_and_one_button_begins_the_month(
    sample_context: Context, qtbot: QtBot, sample: Services
) -> None:
    window = window_of(sample_context, qtbot)
    assert set(window.view.figures.figures().values()) == {"—"}
    assert window.view.board.new_button.hasFocus()
    assert window.red_buttons() == ["新建主题党日"]
    press(Qt.Key.Key_Return)

    (made,) = sample.meetings.of_month("2025-11")
    assert window.gone_to == [("theme_days", made.id, "head/theme")]
    assert not window.view.board.new_button.isVisible(), "the view follows the new record"
    window.view.new_record()
    assert len(sample.meetings.of_month("2025-11")) == 1


@pytest.mark.usefixtures("october")
def test_each_reminder_leads_to_its_place_by_enter(
    sample_context: Context, qtbot: QtBot, sample: Services
) -> None:
    window = window_of(sample_context, qtbot)
    shown = sample.home.overview().reminders
    names = [one.accessibleName() for one in window.view.todo.buttons]
    assert names == [f"去处理：{one.sentence}" for one in shown]
    assert len(set(names)) == len(names)
    for button, reminder in zip(window.view.todo.buttons, shown, strict=True):
        button.setFocus()
        press(Qt.Key.Key_Return)
        assert window.gone_to[-1] == tuple(reminder.jump)


@pytest.mark.usefixtures("october")
def test_reminders_stand_under_how_urgent_they_are(sample_context: Context, qtbot: QtBot) -> None:
    said = words_of(window_of(sample_context, qtbot))
    titles = [one for one in said if one.startswith(("已过期（", "该办了（", "快到了（"))]
    assert [one[:3] for one in titles] == ["已过期", "该办了", "快到了"]


@pytest.mark.usefixtures("october")
def test_what_was_done_elsewhere_is_gone_here(
    sample_context: Context, qtbot: QtBot, sample: Services
) -> None:
    window = window_of(sample_context, qtbot)
    sentence = "9月29日支部委员会会议的记录还没有定稿，应在10月10日前完成。请补齐后定稿。"
    assert sentence in words_of(window)
    (committee,) = (
        one for one in sample.meetings.of_month("2025-09") if COMMITTEE_MEETING in one.kinds
    )
    sample.meetings.delete(committee.id)
    QApplication.processEvents()
    assert sentence not in words_of(window)


@pytest.mark.usefixtures("october")
def test_a_new_copy_is_seen_when_one_comes_back(
    sample_context: Context, qtbot: QtBot, sample: Services
) -> None:
    window = window_of(sample_context, qtbot)
    assert any("还没有备份" in one for one in words_of(window))
    sample.backups.backup()
    window.view.shown()
    QApplication.processEvents()
    assert not any("还没有备份" in one for one in words_of(window))


def test_nothing_to_do_is_said(
    sample_context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.services.home.reminders", lambda _outlook: [])
    window = window_of(sample_context, qtbot)
    assert "本月没有待办。" in words_of(window)


@pytest.mark.usefixtures("october")
def test_every_reminder_leads_to_an_entry_of_the_navigation(sample: Services) -> None:
    found: list[Reminder] = reminders(sample.home.outlook())
    assert {one.jump.area for one in found} <= {entry.key for entry in ENTRIES}


@pytest.mark.parametrize("day", [date(2025, 10, 16), date(2025, 12, 30)])
def test_everything_fits_at_every_size(
    sample_context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, day: date
) -> None:
    monkeypatch.setattr(clock, "today", lambda: day)
    window = window_of(sample_context, qtbot)
    for size in ((700, 500), (880, 500), (1190, 728), (1360, 832)):
        window.view.resize(*size)
        QApplication.processEvents()
        assert_nothing_cut(window.view)


def test_the_sample_says_what_it_is_and_leads_to_its_records(
    sample_context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2026, 2, 3))
    window = window_of(sample_context, qtbot)
    card = window.view.sample

    assert card.isVisible()
    assert "记到2025年10月为止" in card.note.text()
    card.package_button.setFocus()
    press(Qt.Key.Key_Space)
    assert window.gone_to[-1][:2] == ("archive", "2025-10")


@pytest.mark.usefixtures("october")
def test_the_sample_has_nothing_to_excuse_while_its_month_runs(
    sample_context: Context, qtbot: QtBot
) -> None:
    card = window_of(sample_context, qtbot).view.sample
    assert card.isVisible()
    assert "为止" not in card.note.text()


def test_records_of_ones_own_have_no_card_of_the_sample(context: Context, qtbot: QtBot) -> None:
    assert not window_of(context, qtbot).view.sample.isVisible()
