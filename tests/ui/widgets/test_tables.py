from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.widgets.choice_field import ChoiceField
from ui.widgets.table_delegates import ChoiceDelegate
from ui.widgets.table_model import Column
from ui.widgets.tables import RecordTable


@dataclass
class Cup:
    name: str
    colour: str = ""
    fen: int = 0
    full: bool = False


def fill(cup: Cup, full: bool) -> None:
    cup.full = full


def paint(cup: Cup, colour: str) -> None:
    cup.colour = colour


@pytest.fixture
def cups() -> list[Cup]:
    return [Cup("甲", fen=900), Cup("乙", fen=12000), Cup("丙", fen=50)]


@pytest.fixture
def sheet(qtbot: QtBot, cups: list[Cup]) -> RecordTable[Cup]:
    columns: list[Column[Cup]] = [
        Column("已满", lambda _cup: "", 56, ticked=lambda cup: cup.full, tick=fill),
        Column("名称", lambda cup: cup.name, 100, 1),
        Column("颜色", lambda cup: cup.colour, 100, rank=1, edit=paint),
    ]
    made: RecordTable[Cup] = RecordTable(columns, lambda cup: cup.name, name="杯子")
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.set_rows(cups)
    made.choose("甲")
    made.setFocus()
    return made


@pytest.fixture
def listed(qtbot: QtBot, cups: list[Cup]) -> RecordTable[Cup]:
    columns: list[Column[Cup]] = [
        Column("名称", lambda cup: cup.name),
        Column("价格", lambda cup: str(cup.fen), sort=lambda cup: cup.fen),
    ]
    made: RecordTable[Cup] = RecordTable(columns, lambda cup: cup.name, name="杯子", sortable=True)
    qtbot.addWidget(made)
    made.show()
    made.set_rows(cups)
    return made


def test_space_ticks_the_row_from_any_column(sheet: RecordTable[Cup], cups: list[Cup]) -> None:
    QTest.keyClick(sheet, Qt.Key.Key_Right)
    QTest.keyClick(sheet, Qt.Key.Key_Down)
    QTest.keyClick(sheet, Qt.Key.Key_Space)

    assert [cup.full for cup in cups] == [False, True, False]


def test_a_click_anywhere_in_the_cell_ticks(sheet: RecordTable[Cup], cups: list[Cup]) -> None:
    cell = sheet.visualRect(sheet.model().index(2, 0))
    assert cell.width() >= 24
    assert cell.height() >= 24

    QTest.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=cell.topLeft() + QPoint(4, 4))
    assert cups[2].full


def test_enter_edits_the_cell_and_enter_again_keeps_it(
    sheet: RecordTable[Cup], qtbot: QtBot, cups: list[Cup]
) -> None:
    sheet.setCurrentIndex(sheet.model().index(0, 2))
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    editor = sheet.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert editor.height() <= sheet.rowHeight(0)
    QTest.keyClicks(editor, "blue")
    QTest.keyClick(editor, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: cups[0].colour == "blue")


def test_a_click_opens_a_cell_that_can_be_edited(sheet: RecordTable[Cup]) -> None:
    cell = sheet.visualRect(sheet.model().index(1, 2)).center()
    QTest.mouseClick(sheet.viewport(), Qt.MouseButton.LeftButton, pos=cell)

    assert sheet.viewport().findChild(QLineEdit) is not None


def test_a_word_chosen_from_the_list_is_kept_at_once(
    sheet: RecordTable[Cup], cups: list[Cup]
) -> None:
    sheet.set_delegate("颜色", ChoiceDelegate(("", "青", "白"), sheet))
    sheet.setCurrentIndex(sheet.model().index(0, 2))
    QTest.keyClick(sheet, Qt.Key.Key_Return)
    field = sheet.viewport().findChild(ChoiceField)
    assert isinstance(field, ChoiceField)
    field.setCurrentIndex(2)
    field.activated.emit(2)

    assert cups[0].colour == "白"


def test_letters_on_a_cell_without_editor_are_for_the_search(sheet: RecordTable[Cup]) -> None:
    typed: list[str] = []
    sheet.letters_typed.connect(typed.append)

    QTest.keyClicks(sheet, "z")
    assert typed == ["z"]


def test_enter_opens_a_row_and_arrows_only_choose_it(listed: RecordTable[Cup]) -> None:
    chosen: list[str] = []
    opened: list[str] = []
    listed.row_chosen.connect(chosen.append)
    listed.row_opened.connect(opened.append)
    first, second, _last = listed.shown_keys()
    listed.choose(first)
    assert chosen == []

    QTest.keyClick(listed, Qt.Key.Key_Down)
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert (chosen, opened) == ([second], [second])


def test_rows_read_again_keep_the_chosen_one(listed: RecordTable[Cup], cups: list[Cup]) -> None:
    listed.choose("乙")
    listed.set_rows([Cup("新"), *cups])
    assert listed.current_key() == "乙"

    listed.set_rows([Cup("新")])
    assert listed.current_key() == ""


def test_a_click_on_a_heading_sorts_and_says_so(listed: RecordTable[Cup], qtbot: QtBot) -> None:
    with qtbot.waitSignal(listed.sorted_by) as told:
        listed.sort_by(1, descending=True)

    assert told.args == [1, True]
    assert listed.shown_keys() == ["乙", "甲", "丙"]


@pytest.mark.parametrize(("width_px", "hidden"), [(400, False), (200, True)])
def test_columns_give_way_by_rank_and_never_scroll_sideways(
    sheet: RecordTable[Cup], width_px: int, hidden: bool
) -> None:
    sheet.resize(width_px, 300)

    assert sheet.isColumnHidden(2) is hidden
    assert sheet.horizontalHeader().length() <= sheet.viewport().width()
