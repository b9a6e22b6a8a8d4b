from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, time

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.layout_checks import settled_faults_of
from ui.widgets.choice_field import ChoiceField, MoneyField, NumberField
from ui.widgets.date_field import DateField
from ui.widgets.line_field import LineField
from ui.widgets.page import Page
from ui.widgets.person_field import PeopleField, Person, PersonField
from ui.widgets.text_field import TextField
from ui.widgets.time_field import TimeField

PEOPLE = [
    Person("1", "单春梅", "shan chun mei"),
    Person("2", "王建国", "wang jian guo", "甲班"),
    Person("3", "王建国", "wang jian guo", "乙班"),
]


Show = Callable[[QWidget], None]


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Show a field with a neighbour, so that the focus can go elsewhere."""
    kept: list[QWidget] = []

    def put(field: QWidget) -> None:
        holder = QWidget()
        layout = QVBoxLayout(holder)
        layout.addWidget(field)
        layout.addWidget(LineField())
        kept.append(holder)
        qtbot.addWidget(holder)
        holder.resize(500, 300)
        holder.show()
        holder.activateWindow()
        qtbot.waitUntil(holder.isVisible)

    yield put
    for holder in kept:
        holder.close()


def compose(field: QWidget, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(field, event)


def test_setting_a_text_tells_nobody(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    with qtbot.assertNotEmitted(field.text_edited):
        field.set_text("第一段\n第二段")
    assert field.text() == "第一段\n第二段"


def test_text_still_being_composed_is_not_acted_on(qtbot: QtBot, show: Show) -> None:
    field = TextField()
    show(field)
    with qtbot.assertNotEmitted(field.text_edited):
        compose(field.edit, "zhibu")
    with qtbot.waitSignal(field.text_edited):
        compose(field.edit, "", "支部")
    assert field.text() == "支部"


def test_a_field_left_after_a_change_tells_it_once(show: Show) -> None:
    field = TextField()
    show(field)
    told: list[str] = []
    field.committed.connect(lambda: told.append(field.text()))
    QTest.keyClicks(field.edit, "ab")
    field.commit()
    field.commit()
    assert told == ["ab"]


def test_a_text_field_grows_with_its_text_and_never_scrolls(qtbot: QtBot) -> None:
    page = Page()
    field = TextField(least_lines=3)
    page.body.addWidget(field)
    qtbot.addWidget(page)
    page.resize(600, 400)
    page.show()
    small = field.edit.height()
    field.set_text("今天我们学习有关规定。" * 120)
    qtbot.waitUntil(lambda: field.edit.height() > small * 3)
    bar = field.edit.verticalScrollBar()
    assert bar.maximum() == 0
    field.set_text("短")
    qtbot.waitUntil(lambda: field.edit.height() == small)


def test_pasted_text_comes_in_plain_and_clean(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    source = QMimeData()
    source.setHtml("<p><b>一、要求</b></p>")
    source.setText("一、要求\r\n\u00a0二、措施")
    field.edit.insertFromMimeData(source)
    assert field.text() == "一、要求\n二、措施"


def test_undo_is_left_to_the_window(show: Show) -> None:
    several = TextField()
    for field in (LineField(), several.edit):
        show(field)
        QTest.keyClicks(field, "ab")
        QTest.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        text = field.text() if isinstance(field, LineField) else field.toPlainText()
        assert text == "ab"


def test_a_text_put_back_keeps_the_cursor_where_it_changed(show: Show) -> None:
    field = TextField()
    show(field)
    field.edit.setFocus()
    field.set_text("甲𬭼乙丙丁")
    field.set_text("甲𬭼乙新丙丁")
    assert field.text() == "甲𬭼乙新丙丁"
    if field.edit.hasFocus():
        assert field.edit.textCursor().position() == 5  # 𬭼 counts two


def test_characters_no_print_font_has_are_named_under_the_field(show: Show) -> None:
    field = TextField(missing=lambda text: "𬭼" if "𬭼" in text else "")
    show(field)
    field.set_text("张𬭼同志")
    assert "𬭼" in field.missing_note.text()
    assert field.missing_note.isVisible()
    field.set_text("张同志")
    assert not field.missing_note.isVisible()


def test_the_count_leaves_spaces_out(qtbot: QtBot) -> None:
    field = TextField()
    qtbot.addWidget(field)
    field.set_text("支部 手册\n好")
    assert field._count.text() == "5 字"


def test_a_typed_day_is_understood_on_leaving(qtbot: QtBot, show: Show) -> None:
    field = DateField()
    show(field)
    field.set_day(date(2025, 10, 7))
    field.clear()
    QTest.keyClicks(field, "10.9")
    with qtbot.waitSignal(field.date_edited):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.day() == date(2025, 10, 9)
    assert field.text() == "2025-10-09"


def test_what_is_no_day_stays_as_typed_and_says_so(qtbot: QtBot, show: Show) -> None:
    field = DateField()
    show(field)
    field.set_day(date(2025, 10, 7))
    field.clear()
    QTest.keyClicks(field, "2.30")
    with qtbot.assertNotEmitted(field.date_edited):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "2.30"
    assert field.property("wrong") == "true"
    assert field.day() == date(2025, 10, 7)
    assert field.toolTip()


def test_a_day_can_be_chosen_in_the_calendar(qtbot: QtBot, show: Show) -> None:
    field = DateField()
    show(field)
    field.set_day(date(2025, 10, 7))
    field.open_calendar()
    calendar = field._calendar
    assert calendar is not None
    assert calendar.calendar.selectedDate().toString("yyyy-MM-dd") == "2025-10-07"
    with qtbot.waitSignal(field.date_edited):
        calendar.calendar.clicked.emit(calendar.calendar.selectedDate().addDays(2))
    assert field.day() == date(2025, 10, 9)
    assert not calendar.isVisible()


def test_a_typed_time_is_understood_on_leaving(qtbot: QtBot, show: Show) -> None:
    field = TimeField()
    show(field)
    QTest.keyClicks(field, "1530")
    with qtbot.waitSignal(field.time_edited):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.time() == time(15, 30)
    assert field.text() == "15:30"


def test_initials_find_a_person(qtbot: QtBot, show: Show) -> None:
    field = PersonField()
    show(field)
    field.set_people(PEOPLE)
    QTest.keyClicks(field, "scm")
    with qtbot.waitSignal(field.person_edited):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert field.member_id() == "1"
    assert field.text() == "单春梅"


def test_two_of_one_name_are_told_apart_and_never_guessed(qtbot: QtBot, show: Show) -> None:
    field = PersonField()
    show(field)
    field.set_people(PEOPLE)
    field.setText("王建国")
    field._changed = True
    with qtbot.assertNotEmitted(field.person_edited):
        field.commit()
    assert field.member_id() is None
    assert field.property("wrong") == "true"
    field.set_member_id("3")
    assert field.text() == "王建国（乙班）"


def test_nobody_is_invented(show: Show) -> None:
    field = PersonField()
    show(field)
    field.set_people(PEOPLE)
    field.set_member_id("1")
    field.clear()
    compose(field, "", "李四")
    field.commit()
    assert field.member_id() == "1"
    assert field.property("wrong") == "true"


def test_several_people_are_chips_in_order(qtbot: QtBot, show: Show) -> None:
    field = PeopleField()
    show(field)
    field.set_people(PEOPLE)
    field.set_member_ids(["2"])
    QTest.keyClicks(field.search, "scm")
    with qtbot.waitSignal(field.people_edited):
        QTest.keyClick(field.search, Qt.Key.Key_Return)
    assert field.member_ids() == ["2", "1"]
    with qtbot.waitSignal(field.people_edited):
        QTest.keyClick(field.search, Qt.Key.Key_Backspace)
    assert field.member_ids() == ["2"]


def test_the_arrows_lead_to_a_name_and_delete_takes_it_out(show: Show) -> None:
    field = PeopleField()
    show(field)
    field.set_people(PEOPLE)
    field.set_member_ids(["1", "2"])
    QApplication.processEvents()
    field.setFocus()
    QTest.keyClick(field.search, Qt.Key.Key_Left)
    QTest.keyClick(focused(), Qt.Key.Key_Left)
    assert focused().accessibleName() == "移除单春梅"
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    assert focused().accessibleName() != "移除单春梅"
    QTest.keyClick(focused(), Qt.Key.Key_Left)
    QTest.keyClick(focused(), Qt.Key.Key_Delete)
    assert field.member_ids() == ["2"]
    assert focused() is field.search
    QTest.keyClicks(field.search, "x")
    QTest.keyClick(field.search, Qt.Key.Key_Left)
    assert focused() is field.search, "in a word the arrow goes through its letters"


def test_a_choice_that_is_no_longer_offered_is_not_lost(qtbot: QtBot) -> None:
    field = ChoiceField(["现金", "银行转账"])
    qtbot.addWidget(field)
    field.set_value("支票")
    assert field.value() == "支票"
    field.set_choices(["现金"])
    assert field.value() == "支票"


@pytest.mark.parametrize(("typed", "fen"), [("1696.97", 169697), ("30", 3000), ("", None)])
def test_money_is_read_in_yuan_and_kept_in_fen(show: Show, typed: str, fen: int | None) -> None:
    field = MoneyField()
    show(field)
    field.set_amount_fen(1)
    field.clear()
    field._changed = True
    QTest.keyClicks(field, typed)
    field.commit()
    assert field.amount_fen() == fen


def test_money_that_cannot_be_read_changes_nothing(qtbot: QtBot, show: Show) -> None:
    field = MoneyField()
    show(field)
    field.set_amount_fen(3000)
    field.clear()
    compose(field, "", "三十")
    with qtbot.assertNotEmitted(field.amount_edited):
        field.commit()
    assert field.amount_fen() == 3000


def test_a_number_is_whole_and_within_bounds(show: Show) -> None:
    field = NumberField(most=99)
    show(field)
    QTest.keyClicks(field, "18")
    field.commit()
    assert field.number() == 18
    field.clear()
    QTest.keyClicks(field, "100")
    field.commit()
    assert field.number() == 18
    assert field.text() == "18"


def test_a_line_takes_pasted_text_on_one_line(qtbot: QtBot, show: Show) -> None:
    field = LineField()
    show(field)
    QGuiApplication.clipboard().setText("学规程\r\n守底线")
    with qtbot.waitSignal(field.text_edited):
        QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Paste))
    assert field.text() == "学规程 守底线"


def test_a_name_longer_than_its_field_is_whole_in_the_tip(show: Show) -> None:
    name = "买买提吐尔逊·阿卜杜热合曼江·艾合买提江"
    field = PersonField()
    show(field)
    field.set_people([Person("long", name)])
    field.set_member_id("long")
    assert (field.text(), field.toolTip(), field.cursorPosition()) == (name, name, 0)
    field.set_member_id(None)
    assert field.toolTip() == ""


def test_people_with_long_names_fit_into_a_narrow_field(show: Show) -> None:
    names = ("买买提吐尔逊·阿卜杜热合曼江·艾合买提江", "古丽·艾合买提江")
    field = PeopleField()
    show(field)
    field.window().resize(240, 300)
    field.set_people([Person(name, name) for name in names])
    field.set_member_ids(names)
    assert list(settled_faults_of(field.window())) == []
    assert field.width() < 240


def test_the_ring_is_drawn_around_the_chips_while_their_line_has_the_keyboard(qtbot: QtBot) -> None:
    field = PeopleField()
    other = LineField()
    for widget in (field, other):
        qtbot.addWidget(widget)
        widget.show()
    field.activateWindow()
    height = field.sizeHint().height()
    field.search.setFocus()
    qtbot.waitUntil(lambda: field.property("focused") is True)
    assert field.sizeHint().height() == height, "nothing moves"
    field.search.clearFocus()
    assert field.property("focused") is False
