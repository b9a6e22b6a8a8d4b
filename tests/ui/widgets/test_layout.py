from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QLayoutItem, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.layout_checks import assert_nothing_cut, faults_of
from ui.context import Context
from ui.preferences import FONT_SCALES, Preferences
from ui.widgets import field_grid
from ui.widgets.banner import Banner
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.chips import FilterChips
from ui.widgets.empty_state import EmptyState
from ui.widgets.field_grid import FieldGrid
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import plain_label
from ui.widgets.line_field import LineField
from ui.widgets.marks import Mark
from ui.widgets.page import Page, PageHead
from ui.widgets.tabs import MarkedTabs

LONG = "磁盘满了，刚才的内容没有保存成功，请清理出一些空间再试；输入的文字还在屏幕上。" * 2


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    made = Page()
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    yield made
    made.close()


@pytest.mark.parametrize(("width", "columns"), [(1000, 4), (600, 2), (300, 1)])
def test_fields_stand_in_full_lines(qtbot: QtBot, page: Page, width: int, columns: int) -> None:
    grid = FieldGrid()
    cells = [grid.add(f"第{number}项", LineField()) for number in range(4)]
    page.body.addWidget(grid)
    page.resize(width, 400)
    qtbot.waitUntil(lambda: len({cell.y() for cell in cells}) == 4 // columns)
    assert_nothing_cut(page)


def test_a_grid_is_laid_out_once_for_a_width_until_a_field_grows(
    page: Page, monkeypatch: pytest.MonkeyPatch
) -> None:
    measured: list[int] = []
    height = field_grid._height

    def measure(item: QLayoutItem, width: int) -> int:
        measured.append(width)
        return height(item, width)

    monkeypatch.setattr(field_grid, "_height", measure)
    grid, field = FieldGrid(), QWidget()
    field.setFixedHeight(40)
    grid.add("方式和内容", field)
    page.body.addWidget(grid)
    QApplication.processEvents()
    low = grid.heightForWidth(500)
    measured.clear()
    assert [grid.heightForWidth(500) for _ in range(20)] == [low] * 20
    assert measured == []
    field.setFixedHeight(70)
    QApplication.processEvents()
    assert grid.heightForWidth(500) == low + 30


def test_a_label_names_its_field_and_leads_to_it(page: Page) -> None:
    grid = FieldGrid()
    field = LineField()
    cell = grid.add("地点(&P)", field)
    page.body.addWidget(grid)
    assert field.accessibleName() == "地点"
    assert cell.isAncestorOf(field)


def test_a_long_hint_wraps_and_never_widens_the_page(page: Page) -> None:
    card = Card("考勤", LONG)
    page.body.addWidget(card)
    page.resize(360, 400)
    assert_nothing_cut(page)
    assert page.minimumWidth() <= 360


def test_a_card_says_in_words_what_its_colour_says(page: Page) -> None:
    card = Card("讲稿")
    page.body.addWidget(card)
    card.set_mark(Mark.OPEN, "还差：主讲人")
    assert card._word.text() == "还差：主讲人"
    card.set_mark(Mark.DONE)
    assert card._word.text() == "已齐全"
    card.set_mark(Mark.NONE)
    assert not card._word.isVisible()


def test_a_bar_holds_a_long_sentence_and_its_buttons(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    bar = Banner()
    layout = QVBoxLayout(holder)
    layout.addWidget(bar)
    layout.addStretch(1)
    holder.resize(560, 300)
    holder.show()
    assert bar.text() == ""
    bar.show_message(LONG, [("再试一次", lambda: None), ("另存为…", lambda: None)])
    assert_nothing_cut(holder)
    bar.clear()
    assert bar.text() == ""
    assert bar.buttons() == []


def test_the_marks_of_tabs_do_not_shift_the_others_when_chosen(qtbot: QtBot) -> None:
    tabs = MarkedTabs()
    qtbot.addWidget(tabs)
    for title in ("基本与动作", "讲稿与记录", "考勤"):
        tabs.add_tab(title, QWidget())
    tabs.set_mark(0, Mark.OPEN, "还差主题")
    tabs.resize(600, 300)
    tabs.show()
    places = [tab.x() for tab in tabs._tabs]
    with qtbot.waitSignal(tabs.current_changed) as told:
        tabs.step(-1)
    assert told.args == [2]
    assert [tab.x() for tab in tabs._tabs] == places
    assert tabs._tabs[0].toolTip() == "还差主题"


def test_count_chips_keep_what_was_chosen(qtbot: QtBot) -> None:
    chips = FilterChips()
    qtbot.addWidget(chips)
    chips.set_chips([("all", "全部", 18), ("leave", "请假", 2)])
    assert chips.key() == "all"
    with qtbot.waitSignal(chips.chosen) as told:
        chips._buttons["leave"].click()
    assert told.args == ["leave"]
    chips.set_chips([("all", "全部", 18), ("leave", "请假", 3)])
    assert chips.key() == "leave"
    assert chips._buttons["leave"].text() == "请假 3"


def test_an_empty_list_has_one_sentence_and_one_button(qtbot: QtBot) -> None:
    clicked: list[bool] = []
    empty = EmptyState("还没有党员。", "新增党员", lambda: clicked.append(True), icon="users")
    qtbot.addWidget(empty)
    empty.resize(320, 300)
    empty.show()
    assert_nothing_cut(empty)
    empty.button.click()
    assert clicked == [True]


def test_the_head_shows_that_all_is_saved(qtbot: QtBot, context: Context) -> None:
    head = PageHead("党员", context)
    qtbot.addWidget(head)
    head.resize(600, 80)
    head.show()
    context.status("已自动保存 18:42", "saved")
    assert_nothing_cut(head)
    assert any(
        label.text() == "已自动保存 18:42" for label in head.findChildren(type(plain_label()))
    )


def test_the_checks_themselves_find_a_cut_word_and_an_overlap(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    first, second = button("打印本月归档包"), plain_label("这句话放不下")
    for child in (first, second):
        child.setParent(holder)
    first.setGeometry(0, 0, 60, 36)
    second.setGeometry(20, 10, 30, 20)
    holder.resize(300, 100)
    holder.show()
    faults = " ".join(faults_of(holder))
    assert "打印本月归档包" in faults
    assert "这句话放不下" in faults
    assert "overlap" in faults


def test_preferences_survive_and_nonsense_is_ignored(tmp_path: Path) -> None:
    kept = Preferences(tmp_path)
    kept.set_font_scale(1.15)
    kept.set_text("last_view", "dues")
    kept.sync()
    again = Preferences(tmp_path)
    assert again.font_scale() == 1.15
    assert again.text("last_view") == "dues"
    assert again.state("geometry").isEmpty()
    again.set_text("font_scale", "enormous")
    assert again.font_scale() == FONT_SCALES[0]
    again.set_text("font_scale", "9")
    assert again.font_scale() == FONT_SCALES[-1]


def test_a_flow_goes_on_when_qt_has_deleted_an_item(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    flow = FlowLayout(owner)
    for name in ("甲", "乙"):
        flow.addWidget(QPushButton(name))
    item = flow.itemAt(0)
    assert item is not None
    shiboken6.delete(item)
    assert flow.heightForWidth(200) > 0
    assert flow.count() == 1
