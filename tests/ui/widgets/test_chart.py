from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from app.rules.chart import MONTHS, Cell, Look, Part, Row, cell_of
from app.rules.reminders import Jump
from tests.ui.typing import press
from ui import theme
from ui.widgets.chart import YearChart
from ui.widgets.chart_painting import TINTS

UP, DOWN, LEFT, RIGHT = Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right
ENTER, HOME, END = Qt.Key.Key_Return, Qt.Key.Key_Home, Qt.Key.Key_End


def monthly(name: str) -> Row:
    cells = (
        cell_of(Look.DONE, f"{name}{month}月。", Jump("theme_days", f"{name}{month}"))
        for month in range(1, MONTHS + 1)
    )
    return Row(name, tuple(cells))


def parts() -> tuple[Part, ...]:
    quarters = tuple(
        Cell(Look.LATE, "迟 3月26日", f"第{n}季度。", Jump("meetings", str(n)), 3)
        for n in range(1, 5)
    )
    shares = tuple(
        Cell(Look.SHARE, "50", f"{n}月一半。", share=Decimal("0.5")) for n in range(1, 13)
    )
    rows = (monthly("党日"), Row("大会", quarters))
    return (Part("组织生活", rows), Part("比例", (Row("到会率", shares, has_bars=True),)))


@pytest.fixture
def chart(qtbot: QtBot) -> YearChart:
    made = YearChart("全年一览")
    qtbot.addWidget(made)
    made.set_parts(parts())
    made.resize(600, made.sizeHint().height())
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.setFocus()
    return made


def said(chart: YearChart) -> str:
    assert chart.accessibleDescription() == (chart.current() or cell_of(Look.AHEAD, "")).said
    return chart.accessibleDescription()


def test_arrows_go_from_cell_to_cell_and_stop_at_the_edges(chart: YearChart) -> None:
    assert said(chart) == "党日1月。"
    press(LEFT, UP)
    assert said(chart) == "党日1月。"
    press(RIGHT, RIGHT, RIGHT, RIGHT)
    assert said(chart) == "党日5月。"
    press(DOWN)
    assert said(chart) == "第2季度。"
    press(RIGHT)
    assert said(chart) == "第3季度。"
    press(LEFT, LEFT)
    assert said(chart) == "第1季度。"
    press(END)
    assert said(chart) == "第4季度。"
    press(DOWN, DOWN)
    assert said(chart) == "12月一半。"
    press(HOME)
    assert said(chart) == "1月一半。"


def test_enter_leads_to_the_record_of_the_cell(chart: YearChart, qtbot: QtBot) -> None:
    press(RIGHT)
    with qtbot.waitSignal(chart.chosen) as chosen:
        press(ENTER)
    assert chosen.args == [Jump("theme_days", "党日2")]
    press(DOWN, DOWN)
    with qtbot.assertNotEmitted(chart.chosen):
        press(ENTER)


def test_a_click_leads_to_the_record_of_the_cell(chart: YearChart, qtbot: QtBot) -> None:
    where = chart.place_of("大会", 8)
    with qtbot.waitSignal(chart.chosen) as chosen:
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=where.center())
    assert chosen.args == [Jump("meetings", "3")]
    with qtbot.assertNotEmitted(chart.chosen):
        QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(3, where.center().y()))
        QTest.mousePress(chart, Qt.MouseButton.LeftButton, pos=where.center())
        elsewhere = chart.place_of("党日", 1).center()
        QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=elsewhere)


def test_a_tooltip_says_the_whole_of_a_cell(chart: YearChart) -> None:
    where = chart.place_of("到会率", 7).center()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, where, chart.mapToGlobal(where))
    QApplication.sendEvent(chart, event)
    assert QToolTip.text() == "7月一半。"
    QToolTip.hideText()


def test_the_cells_of_a_row_stand_beside_each_other_up_to_the_edge(chart: YearChart) -> None:
    places = [chart.place_of("党日", month) for month in range(1, MONTHS + 1)]
    for left, right in pairwise(places):
        assert left.right() + 1 == right.left()
    assert 0 <= chart.width() - places[-1].right() <= 3
    wide = chart.place_of("大会", 2)
    assert (wide.left(), wide.right()) == (places[0].left(), places[2].right())
    assert min(place.height() for place in places) >= 24


def test_other_numbers_leave_the_keyboard_where_it_is(chart: YearChart) -> None:
    press(DOWN, RIGHT)
    chart.set_parts(parts())
    assert chart.current() == parts()[0].rows[1].cells[1]
    chart.set_parts(parts()[:1])
    press(DOWN, DOWN)
    assert said(chart) == "第2季度。"
    chart.set_parts(())
    assert chart.current() is None
    press(ENTER, DOWN, RIGHT)


def test_a_longer_bar_is_a_larger_share(chart: YearChart) -> None:
    def inked(share: str) -> int:
        cells = tuple(Cell(Look.SHARE, share, "。", share=Decimal(share)) for _ in range(MONTHS))
        chart.set_parts([Part("", (Row("到会率", cells, has_bars=True),))])
        place = chart.place_of("到会率", 6)
        image = chart.grab().toImage()
        middle = place.center().x()
        ink = theme.colour("makeup_tint")
        return sum(
            QColor(image.pixel(middle, y)) == ink for y in range(place.top(), place.bottom())
        )

    heights = [inked(share) for share in ("0", "0.5", "1")]
    assert heights[0] <= 1
    assert heights[0] < heights[1] < heights[2]
    assert heights[1] == pytest.approx(heights[2] / 2, abs=2)


def test_no_two_looks_of_one_chart_are_told_apart_by_colour_alone() -> None:
    board = (Look.DONE, Look.LATE, Look.MISSING, Look.AHEAD, Look.UNASKED)
    assert len({look.sign for look in board}) == len(board)
    assert set(TINTS) == set(Look)
