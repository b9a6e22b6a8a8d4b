from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.services import Services
from tests.ui.layout_checks import assert_nothing_cut
from tests.ui.typing import press, type_here
from tests.ui.views.opened import Opened
from ui.context import Context
from ui.views.settings import SettingsView


@pytest.fixture
def window(context: Context, qtbot: QtBot) -> Opened[SettingsView]:
    return Opened(SettingsView(context), qtbot)


def add(window: Opened[SettingsView], title: str, last: str) -> None:
    card = window.view.reading
    card.title_field.setFocus()
    type_here(title)
    card.last_field.setFocus()
    type_here(last)
    card.add_button.click()


def test_a_list_is_added_changed_removed_and_all_of_it_undone(
    window: Opened[SettingsView], services: Services
) -> None:
    card = window.view.reading
    add(window, "区队党建制度", "12")
    assert services.reading.own_lists() == [("区队党建制度", 12)]
    card.table.setCurrentIndex(card.table.model().index(0, 1))
    card.table.setFocus()
    press(Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    type_here("\uff11\uff15")
    press(Qt.Key.Key_Return)
    QApplication.processEvents()
    assert services.reading.own_lists() == [("区队党建制度", 15)]
    card.remove_button.click()
    assert services.reading.own_lists() == []

    window.view.undo_stack.undo()
    assert services.reading.own_lists() == [("区队党建制度", 15)]
    window.view.undo_stack.undo()
    window.view.undo_stack.undo()
    assert services.reading.own_lists() == []


@pytest.mark.parametrize(
    ("title", "last", "said"),
    [
        ("", "3", "还没有名称"),
        ("区队制度", "", "还没有填写条数"),
        ("中国共产党章程", "3", "已经有了"),
    ],
)
def test_what_cannot_be_a_list_is_refused(
    window: Opened[SettingsView], services: Services, title: str, last: str, said: str
) -> None:
    add(window, title, last)
    assert said in window.errors[-1]
    assert services.reading.own_lists() == []


def test_a_list_fits_at_every_size(window: Opened[SettingsView]) -> None:
    add(window, "区队党建制度汇编（一个很长很长的名称，看看会不会把卡片撑开）", "120")
    for size in ((880, 500), (1190, 728)):
        window.view.resize(*size)
        QApplication.processEvents()
        window.view.jump("", "reading")
        assert_nothing_cut(window.view)
