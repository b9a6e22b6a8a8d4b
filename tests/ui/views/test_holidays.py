from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app import clock
from app.manual.settings import MOVE, WITHIN_A_WEEK
from app.rules.calendar import OFF, WORKED, Line
from app.services import Services
from tests.ui.layout_checks import assert_nothing_cut
from tests.ui.typing import press, type_here
from tests.ui.views.opened import Opened
from ui.context import Context
from ui.forms.holidays_card import HolidaysCard
from ui.views.settings import SettingsView


@pytest.fixture
def window(context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Opened[SettingsView]:
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 20))
    return Opened(SettingsView(context), qtbot)


@pytest.fixture
def card(window: Opened[SettingsView]) -> HolidaysCard:
    window.view.jump("", "holidays")
    return window.view.holidays


def cell(card: HolidaysCard, first: str, heading: str) -> QModelIndex:
    """Return the cell of the line that begins on a day."""
    model = card.table.model()
    headings = [
        model.headerData(number, Qt.Orientation.Horizontal) for number in range(model.columnCount())
    ]
    row = next(row for row in range(model.rowCount()) if model.index(row, 0).data() == first)
    return model.index(row, headings.index(heading))


def retype(card: HolidaysCard, first: str, heading: str, text: str) -> None:
    card.table.setCurrentIndex(cell(card, first, heading))
    card.table.setFocus()
    press(Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    type_here(text)
    press(Qt.Key.Key_Return)
    QApplication.processEvents()


def test_the_year_one_is_in_is_shown_with_its_shipped_lines(card: HolidaysCard) -> None:
    assert card.year == 2026
    assert cell(card, "2026-10-01", "名称").data() == "国庆节"
    assert not card.restore_button.isVisibleTo(card)


def test_the_next_year_says_that_nobody_wrote_it_down(card: HolidaysCard) -> None:
    card.show_year(2027)
    assert card.unknown.text() == "2027年的放假安排还没有录入，先按周末推算。"
    assert not card.table.isVisibleTo(card)


def test_a_line_is_added_by_keys_and_taken_back(
    card: HolidaysCard, window: Opened[SettingsView], services: Services
) -> None:
    card.show_year(2027)
    card.first_field.setFocus()
    type_here("10.1")
    press(Qt.Key.Key_Tab)
    type_here("10.7")
    press(Qt.Key.Key_Tab)
    card.name_field.setFocus()
    type_here("国庆节")
    card.add_button.click()

    assert services.settings.holiday_lines(2027) == (
        Line(date(2027, 10, 1), date(2027, 10, 7), OFF, "国庆节"),
    )
    assert card.unknown.text() == ""
    window.view.undo_stack.undo()
    assert services.settings.holiday_lines(2027) == ()
    window.view.undo_stack.redo()
    assert cell(card, "2027-10-01", "名称").data() == "国庆节"


def test_a_line_is_changed_in_its_cells(card: HolidaysCard, services: Services) -> None:
    retype(card, "2026-01-01", "首日", "1.2")
    retype(card, "2026-01-02", "名称", "元旦（矿上）")

    first = services.settings.holiday_lines(2026)[0]
    assert (first.first, first.last, first.name) == (
        date(2026, 1, 2),
        date(2026, 1, 3),
        "元旦（矿上）",
    )
    assert card.restore_button.isVisibleTo(card)


def test_what_is_no_day_changes_nothing_and_is_said(
    card: HolidaysCard, window: Opened[SettingsView], services: Services
) -> None:
    before = services.settings.holiday_lines(2026)
    retype(card, "2026-01-01", "首日", "元旦")
    assert "“元旦”不是日期" in window.errors[-1]
    retype(card, "2026-01-01", "末日", "2025-12-31")
    assert "请填在那一年的表里" in window.errors[-1]
    assert services.settings.holiday_lines(2026) == before


def test_a_line_is_removed_by_a_key_and_the_shipped_table_comes_back(
    card: HolidaysCard, window: Opened[SettingsView], services: Services
) -> None:
    shipped = services.settings.holiday_lines(2026)
    card.table.setCurrentIndex(cell(card, "2026-01-04", "首日"))
    card.table.setFocus()
    press(Qt.Key.Key_Delete)
    assert services.settings.holiday_lines(2026) == tuple(
        one for one in shipped if one.kind != WORKED or one.first != date(2026, 1, 4)
    )
    card.restore_button.click()

    assert services.settings.holiday_lines(2026) == shipped
    window.view.undo_stack.undo()
    assert len(services.settings.holiday_lines(2026)) == len(shipped) - 1


def test_where_a_fixed_day_goes_is_chosen_and_undone(
    window: Opened[SettingsView], services: Services
) -> None:
    field = window.view.choices[MOVE.key]
    field.setCurrentIndex(1)
    field.choice_edited.emit()
    assert services.settings.get(MOVE) == WITHIN_A_WEEK
    window.view.undo_stack.undo()
    assert (services.settings.get(MOVE), field.value()) == (MOVE.default, MOVE.default)


def test_a_table_of_any_length_fits(window: Opened[SettingsView], card: HolidaysCard) -> None:
    for year in (2027, 2026):
        card.show_year(year)
        for size in ((880, 500), (1190, 728)):
            window.view.resize(*size)
            QApplication.processEvents()
            assert_nothing_cut(window.view)
