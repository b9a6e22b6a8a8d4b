"""The chart of the year on the first page and in the members' view, and the same one on paper."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import clock
from app.manual.kinds import COMMITTEE_MEETING, THEME_DAY
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
    sample: Services, sample_context: Context, qtbot: QtBot
) -> None:
    window = home_of(sample_context, qtbot)
    chart = window.view.year.chart
    (october,) = (one for one in sample.meetings.of_month("2025-10") if THEME_DAY in one.kinds)
    place = chart.place_of("谈体会", 10).center()
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)
    assert window.gone_to == [("theme_days", october.id, "actions/actions.5.lead")]
    chart.setFocus()
    press(Qt.Key.Key_Down)
    assert window.view.year.said.text().startswith("2025年10月主题党日：应到 18 人，实到 16 人")
    press(Qt.Key.Key_Return)
    assert window.gone_to[-1] == ("theme_days", october.id, "attendance")


def test_the_chart_follows_a_record_and_steps_to_another_year(
    sample: Services, sample_context: Context, qtbot: QtBot
) -> None:
    view = home_of(sample_context, qtbot).view
    committee = view.year.chart.parts()[0].rows[2]
    assert committee.name == COMMITTEE_MEETING
    assert committee.cells[8].look is Look.DRAFT
    for meeting in sample.meetings.of_month("2025-09"):
        if COMMITTEE_MEETING in meeting.kinds:
            sample.meetings.delete(meeting.id)
    wait_for(view.year, qtbot)
    assert view.year.chart.parts()[0].rows[2].cells[8].look is Look.MISSING

    view.year.stepper.step(-2)
    wait_for(view.year, qtbot)
    assert not view.year.chart.isVisible()
    assert view.year.note.text() == "这一年还没有记录。记下第一次活动，这里就能看到全年。"
    view.year.stepper.step(2)
    wait_for(view.year, qtbot)
    assert view.year.chart.isVisible()


def test_someone_not_kept_yet_has_no_year(context: Context, qtbot: QtBot) -> None:
    window = Window(context, qtbot)
    window.view.new_record()
    assert window.view.form is not None
    assert not window.view.form.year.isVisible()


def test_everything_fits_at_every_size(sample_context: Context, qtbot: QtBot) -> None:
    view = home_of(sample_context, qtbot).view
    for size in ((700, 500), (1190, 728)):
        view.resize(*size)
        QApplication.processEvents()
        assert_nothing_cut(view)
        assert view.year.chart.width() >= view.year.chart.minimumSizeHint().width()
