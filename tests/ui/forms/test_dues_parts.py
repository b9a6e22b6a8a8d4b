"""A base that is entered with its parts: the sum becomes the base."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.services import Services
from tests.ui.forms.test_member import choose, editor_of
from tests.ui.layout_checks import assert_nothing_cut
from tests.ui.typing import press, type_here
from tests.ui.views.opened import stop_timers
from ui.context import Context
from ui.forms.dues_parts import DEDUCTION
from ui.forms.member_dues import DuesCard
from ui.widgets.choice_field import MoneyField


@pytest.fixture
def card(context: Context, qtbot: QtBot) -> Iterator[DuesCard]:
    made = DuesCard(context, editor_of(context, "柳知行"))
    made.editor.reloaded.connect(lambda _section: made.load())
    made.load()
    qtbot.addWidget(made)
    made.resize(700, 600)
    made.show()
    made.activateWindow()
    yield made
    stop_timers(context)


def type_amount(field: MoneyField, text: str) -> None:
    field.setFocus()
    field.selectAll()
    type_here(text)
    field.commit()


def kept(card: DuesCard, services: Services) -> tuple[int, list[tuple[str, int]]]:
    """Return the latest base as it is kept, with its parts."""
    base = services.members.get(card.editor.record.id).dues_bases[-1]
    return base.base_fen, [(item.name, item.amount_fen) for item in base.items]


def fill(card: DuesCard) -> None:
    card.parts.pay_button.click()
    type_amount(card.parts.rows()[0].amount, "5000")
    card.parts.pay_button.click()
    type_amount(card.parts.rows()[1].amount, "300.5")
    card.parts.deduction_button.click()
    type_amount(card.parts.rows()[2].amount, "500")


def test_the_sum_of_the_parts_becomes_the_base(card: DuesCard, services: Services) -> None:
    fill(card)
    assert kept(card, services) == (
        480050,
        [("岗位工资", 500000), ("薪级工资", 30050), ("个人所得税", -50000)],
    )
    assert card.base_field.text() == "4800.50"
    assert card.base_field.isReadOnly()
    assert card.parts.sum.text() == (
        "岗位工资 5000.00 + 薪级工资 300.50 − 个人所得税 500.00 = 4800.50 元"
    )
    assert "每月应交 48.01 元" in card.result.text()


def test_a_base_typed_alone_stays_possible(card: DuesCard, services: Services) -> None:
    assert not card.base_field.isReadOnly()
    type_amount(card.base_field, "6960")
    assert kept(card, services) == (696000, [])
    assert card.parts.sum.text() == ""


@pytest.mark.parametrize("deduction", [False, True])
def test_a_base_typed_before_becomes_the_first_pay(
    card: DuesCard, services: Services, deduction: bool
) -> None:
    type_amount(card.base_field, "6960")
    (card.parts.deduction_button if deduction else card.parts.pay_button).click()
    base_fen, parts = kept(card, services)
    assert base_fen == 696000
    assert parts == [("岗位工资", 696000), ("个人所得税", 0)][: 1 + deduction]


def test_without_its_last_part_the_base_can_be_typed_again(
    card: DuesCard, services: Services
) -> None:
    fill(card)
    for _ in range(3):
        card.parts.rows()[0].remove.click()
    assert not card.base_field.isReadOnly()
    assert kept(card, services)[1] == []


def test_every_step_can_be_undone(card: DuesCard) -> None:
    fill(card)
    card.parts.rows()[2].remove.click()
    card.editor.undo()
    assert [row.name.text() for row in card.parts.rows()] == ["岗位工资", "薪级工资", "个人所得税"]
    card.editor.undo()
    card.editor.undo()
    assert len(card.parts.rows()) == 2
    assert card.editor.record.dues_bases[-1].base_fen == 530050


def test_pay_can_be_turned_into_a_deduction_and_renamed(card: DuesCard, services: Services) -> None:
    fill(card)
    choose(card.parts.rows()[1].kind, DEDUCTION)
    line = card.parts.rows()[1].name.line
    line.setFocus()
    line.selectAll()
    type_here("房租")
    line.commit()
    assert kept(card, services) == (
        420000 - 50,
        [("岗位工资", 500000), ("房租", -30050), ("个人所得税", -50000)],
    )


def test_deductions_above_the_pay_are_told_and_make_no_base(
    card: DuesCard, services: Services
) -> None:
    card.parts.deduction_button.click()
    type_amount(card.parts.rows()[0].amount, "500")
    assert kept(card, services)[0] == 0
    assert "扣除项比工资项目多" in card.result.text()


def test_a_new_base_begins_with_the_parts_of_the_one_before(
    card: DuesCard, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.clock.today", lambda: date(2025, 10, 20))
    fill(card)
    card.add_base()
    type_amount(card.parts.rows()[0].amount, "6000")
    bases = services.members.get(card.editor.record.id).dues_bases
    assert [(one.from_month, one.base_fen) for one in bases] == [("", 480050), ("2025-10", 580050)]
    assert bases[0].items[0].amount_fen == 500000


def test_a_member_who_pays_a_fixed_amount_has_no_parts(card: DuesCard) -> None:
    choose(card.kind_field, "学生")
    assert not card.parts.isVisibleTo(card)


@pytest.mark.parametrize("width_px", [430, 700, 1000])
def test_nothing_is_cut_in_a_narrow_form(card: DuesCard, width_px: int) -> None:
    fill(card)
    card.resize(width_px, 1500)
    assert_nothing_cut(card)


def test_the_keyboard_goes_through_the_rows_in_order(card: DuesCard) -> None:
    fill(card)
    row = card.parts.rows()[0]
    row.kind.setFocus()
    for expected in (row.name, row.amount, row.remove, card.parts.rows()[1].kind):
        press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is expected or (focused is not None and expected.isAncestorOf(focused))
