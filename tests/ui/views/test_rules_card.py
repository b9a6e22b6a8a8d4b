from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import clock
from app.rules.texts import month_of
from app.services import Services
from tests.ui.layout_checks import settled_faults_of
from tests.ui.typing import press, type_here
from tests.ui.views.opened import Opened
from ui.context import Context
from ui.forms.rule_dialog import RuleDialog
from ui.forms.rules_card import ALL, RulesCard
from ui.views.settings import SettingsView


@pytest.fixture
def window(context: Context, qtbot: QtBot) -> Opened[SettingsView]:
    return Opened(SettingsView(context), qtbot)


@pytest.fixture
def card(window: Opened[SettingsView]) -> RulesCard:
    return window.view.rules


def opened(card: RulesCard, number: int) -> RuleDialog:
    card.edit(number)
    dialog = card.findChildren(RuleDialog)[-1]
    dialog.activateWindow()
    QApplication.processEvents()
    return dialog


def test_rules_are_found_by_what_they_are_called(card: RulesCard) -> None:
    assert card.shown() == []
    assert "默认的规定" in card.empty.text()
    card.search_field.setFocus()
    type_here("党旗")
    assert card.shown() == [29]
    card.search_field.clear()
    card.show_field.set_value(ALL)
    card.show_field.choice_edited.emit()
    assert card.shown() == list(range(1, 57))
    card.table.sort_by(2, descending=False)
    assert card.shown()[0] == 1
    assert card.shown()[-1] == 56


def test_a_rule_is_changed_from_a_month_on_and_undone(
    card: RulesCard, window: Opened[SettingsView], services: Services
) -> None:
    dialog = opened(card, 10)
    dialog.number_fields["record_days"].setFocus()
    dialog.number_fields["record_days"].selectAll()
    type_here("\uff15")
    dialog.since_field.setFocus()
    dialog.since_field.selectAll()
    type_here("2025.10")
    dialog.yes_button.click()
    (kept,) = services.rules.history(10)
    assert (kept.since, kept.numbers) == ("2025-10", {"record_days": "5"})
    assert card.shown() == [10]
    window.view.undo_stack.undo()
    assert services.rules.history(10) == ()
    window.view.undo_stack.redo()
    assert services.rules.history(10) == (kept,)


def test_a_rule_is_switched_off_only_with_a_reason(card: RulesCard, services: Services) -> None:
    dialog = opened(card, 29)
    assert not settled_faults_of(dialog)
    dialog.off_box.setChecked(True)
    assert not dialog.yes_button.isEnabled()
    dialog.off_reason.setFocus()
    type_here("上级不要求")
    assert dialog.yes_button.isEnabled()
    dialog.yes_button.click()
    assert services.rules.book(month_of(clock.today())).off == {29}
    card.table.choose("29")
    card.reset_button.click()
    assert not services.rules.book(month_of(clock.today())).off


def test_an_earlier_change_is_taken_back(card: RulesCard, services: Services) -> None:
    dialog = opened(card, 25)
    dialog.level_field.set_value("E")
    dialog.yes_button.click()
    assert len(services.rules.history(25)) == 1
    opened(card, 25).dropped.emit(25, services.rules.history(25)[0].since)
    assert services.rules.history(25) == ()


def test_letters_typed_on_the_table_look_for_a_rule(card: RulesCard) -> None:
    card.choose(5)
    card.table.setFocus()
    press(Qt.Key.Key_X)
    assert card.search_field.text() == "x"
