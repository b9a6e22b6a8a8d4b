from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from ui.widgets.table_model import SORT_ROLE, Column, TableModel

CHECK = Qt.ItemDataRole.CheckStateRole


@dataclass
class Cup:
    name: str
    fen: int
    full: bool = False


def fill(cup: Cup, full: bool) -> None:
    cup.full = full


def rename(cup: Cup, name: str) -> None:
    cup.name = name


COLUMNS = [
    Column("已满", lambda _cup: "", ticked=lambda cup: cup.full, tick=fill),
    Column("名称", lambda cup: cup.name, edit=rename),
    Column("价格", lambda cup: f"{cup.fen / 100:.2f}", sort=lambda cup: cup.fen, numeric=True),
]


@pytest.fixture
def model() -> TableModel[Cup]:
    made: TableModel[Cup] = TableModel(COLUMNS, lambda cup: cup.name)
    made.set_rows([Cup("白瓷", 900), Cup("青花", 12000)])
    return made


def test_the_model_keeps_qts_rules_while_rows_come_change_and_go(
    model: TableModel[Cup], qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]
    model.set_rows([Cup("白瓷", 1), Cup("青花", 2)])
    model.set_rows([Cup("粗陶", 3)])
    model.set_rows([])

    assert model.rowCount() == 0


def test_a_tick_and_a_typed_text_reach_the_row(model: TableModel[Cup]) -> None:
    assert model.setData(model.index(0, 0), Qt.CheckState.Checked, CHECK)
    assert model.setData(model.index(1, 1), "玲珑")

    assert [(cup.name, cup.full) for cup in model.rows()] == [("白瓷", True), ("玲珑", False)]


def test_an_equal_text_and_a_column_that_cannot_be_edited_change_nothing(
    model: TableModel[Cup],
) -> None:
    assert not model.setData(model.index(0, 1), "白瓷")
    assert not model.setData(model.index(0, 2), "1.00")


def test_numbers_are_sorted_by_value_and_stand_right_with_their_heading(
    model: TableModel[Cup],
) -> None:
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    alignment = Qt.ItemDataRole.TextAlignmentRole

    assert model.data(model.index(1, 2), SORT_ROLE) == 12000
    assert model.data(model.index(1, 2), alignment) == right
    assert model.headerData(2, Qt.Orientation.Horizontal, alignment) == right


def test_a_screen_reader_hears_what_a_tick_box_says(model: TableModel[Cup]) -> None:
    spoken = Qt.ItemDataRole.AccessibleTextRole

    assert model.data(model.index(0, 0), spoken) == "未满"
    model.rows()[0].full = True
    assert model.data(model.index(0, 0), spoken) == "已满"


def test_the_same_rows_with_new_values_do_not_reset_the_table(model: TableModel[Cup]) -> None:
    resets: list[bool] = []
    model.modelReset.connect(lambda: resets.append(True))

    model.set_rows([Cup("白瓷", 5), Cup("青花", 6)])
    assert resets == []
    model.set_rows([Cup("青花", 6), Cup("白瓷", 5)])
    assert resets == [True]
