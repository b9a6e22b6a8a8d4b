"""The chart of the year on the first page and in the members' view, and the same one on paper."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import clock
from app.manual.kinds import THEME_DAY
from app.printing.sheet import Chart, Sheet
from app.rules.chart import Look
from app.services import Services
from app.services.leaves import year_leaves
from tests.ui.layout_checks import assert_nothing_cut
from tests.ui.typing import press
from tests.ui.views.members_window import Window
from tests.ui.views.opened import Opened
from ui.context import Context
from ui.views.home import HomeView
from ui.widgets.year_card import YearCard


@pytest.fixture(autouse=True)
def november(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2025, 11, 20))


def home_of(context: Context, qtbot: QtBot) -> Opened[HomeView]:
    made = Opened(HomeView(context), qtbot)
    wait_for(made.view.year, qtbot)
    return made


def wait_for(card: YearCard, qtbot: QtBot) -> None:
    """Wait until the year is counted."""
    QApplication.processEvents()
    qtbot.waitUntil(lambda: not card.is_counting)


def chart_on(sheet: Sheet) -> Chart:
    return next(block for block in sheet.blocks if isinstance(block, Chart))


def test_the_same_numbers_stand_on_the_screen_and_on_paper(
    sample: Services, sample_context: Context, qtbot: QtBot
) -> None:
    view = home_of(sample_context, qtbot).view
    shown = [
        [row.name, *(cell.text for cell in row.cells)]
        for part in view.year.chart.parts()
        for row in part.rows
    ]
    _book, (board, strips) = year_leaves(sample.store, 2025, ["P22Z"])
    printed = [[one.text for one in row.cells] for row in chart_on(board.sheet).rows]
    assert [row for row in printed if len(row) > 1] == shown

    window = Window(sample_context, qtbot)
    by_name = {row.cells[1].text: row for row in chart_on(strips.sheet).rows}
    for member in sample.members.everyone()[:3]:
        window.view.open_member(member.id)
        assert window.view.form is not None
        wait_for(window.view.form.year, qtbot)
        (part,) = window.view.form.year.chart.parts()
        texts = [cell.text for cell in part.rows[0].cells]
        assert texts == [one.text for one in by_name[member.name].cells[2:14]]


def test_a_cell_leads_to_its_record_by_click_and_by_keys(
    services: Services, context: Context, qtbot: QtBot
) -> None:
    october = services.meetings.save(services.meetings.new_theme_day(2025, 10))
    window = home_of(context, qtbot)
    chart = window.view.year.chart
    place = chart.place_of("谈体会", 10).center()
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)
    assert window.gone_to == [("theme_days", october.id, "actions/actions.5.lead")]
    chart.setFocus()
    press(Qt.Key.Key_Down)
    assert window.view.year.said.text() == "2025年10月主题党日：考勤还没有核对。"
    press(Qt.Key.Key_Return)
    assert window.gone_to[-1] == ("theme_days", october.id, "attendance")


def test_the_chart_follows_a_record_and_steps_to_another_year(
    services: Services, context: Context, qtbot: QtBot
) -> None:
    year = home_of(context, qtbot).view.year

    def shown() -> bool:
        wait_for(year, qtbot)
        assert year.note.isVisible() != year.chart.isVisible()
        return year.chart.isVisible()

    assert not shown()
    assert year.note.text() == "这一年还没有记录。记下第一次活动，这里就能看到全年。"
    meeting = services.meetings.save(services.meetings.new_theme_day(2025, 9))
    assert shown()
    theme_days = year.chart.parts()[0].rows[0]
    assert theme_days.name == THEME_DAY
    assert theme_days.cells[8].look is Look.DRAFT
    year.stepper.step(-1)
    assert not shown()
    year.stepper.step(1)
    assert shown()
    services.meetings.delete(meeting.id)
    assert not shown()


def test_someone_not_kept_yet_has_no_year(context: Context, qtbot: QtBot) -> None:
    window = Window(context, qtbot)
    window.view.new_record()
    assert window.view.form is not None
    assert not window.view.form.year.isVisible()


def test_everything_fits_at_every_size(services: Services, context: Context, qtbot: QtBot) -> None:
    services.meetings.save(services.meetings.new_theme_day(2025, 10))
    view = home_of(context, qtbot).view
    for size in ((700, 500), (1190, 728)):
        view.resize(*size)
        QApplication.processEvents()
        assert_nothing_cut(view)
        assert view.year.chart.width() >= view.year.chart.minimumSizeHint().width()
