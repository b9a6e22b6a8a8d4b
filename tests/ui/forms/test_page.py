"""The form of every fill-in page shows what is kept and keeps what is shown."""

from __future__ import annotations

import copy
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app import clock
from app.manual.page import FillPage
from app.manual.pages import PAGES, page_of
from app.records import Entry
from app.rules.entry_checks import Beside
from app.rules.namesakes import marks_of
from tests.filled import EVERYONE, PEOPLE, cases, empty_entry, filled_entry
from tests.ui.layout_checks import settled_faults_of
from tests.ui.typing import type_here
from tests.ui.views.opened import stop_timers
from ui.context import Context
from ui.forms.page import PageForm, put
from ui.forms.record_editor import RecordEditor
from ui.forms.rows_field import RowsField
from ui.forms.values import FieldHelp
from ui.widgets.choice_field import DecimalField
from ui.widgets.labels import WrappedLabel
from ui.widgets.page import Page
from ui.widgets.person_field import Person, people_of

every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.key)
IDS = [member.id for member in PEOPLE]
FOLK = people_of(EVERYONE, marks_of(EVERYONE))
NAMES = {member.id: member.name for member in EVERYONE}
# What is left to the form in the smallest window.
ROOM = QSize(600, 560)


def people(_ids: object) -> list[Person]:
    return FOLK


def name_of(member_id: str | None) -> str:
    return NAMES.get(member_id or "", "")


HELP = FieldHelp(
    people=people,
    name_of=name_of,
    missing_characters=lambda _text: "",
    words_before=lambda _name: ["运输区党员活动室"],
    beside=lambda _entry: Beside((), clock.today()),
)


@pytest.fixture
def room(qtbot: QtBot) -> Page:
    """Give the room a form has in the smallest window."""
    made = Page()
    made.resize(ROOM)
    qtbot.addWidget(made, before_close_func=stop_timers)
    return made


def make_form(
    page: FillPage, entry: Entry, context: Context, room: Page, help_: FieldHelp = HELP
) -> PageForm:
    services = context.services
    editor = RecordEditor(services.entries, services.drafts, entry, room, area="entries")
    form = PageForm(page, editor, help_)
    room.body.addWidget(form)
    room.show()
    room.activateWindow()
    QApplication.processEvents()
    return form


@every_page
def test_a_form_gives_back_what_it_was_shown_and_cuts_nothing(
    page: FillPage, context: Context, room: Page
) -> None:
    walked = cases(page)
    entry = walked.pop("full")
    values = copy.deepcopy(entry.values)
    form = make_form(page, entry, context, room)
    assert {name: made.read() for name, made in form.fields.items()} == values
    assert entry.values == values
    assert form.missing() == []
    assert all(made.widget.accessibleName() for made in form.fields.values())
    assert settled_faults_of(room) == []
    for case, other in walked.items():
        entry.values = copy.deepcopy(other.values)
        form.load()
        assert shown_in(form) == other.values, case
    assert settled_faults_of(room) == []


def shown_in(form: PageForm) -> dict[str, Any]:
    """Return what the fields of a form give back, as it is kept."""
    values: dict[str, Any] = {}
    for name, made in form.fields.items():
        put(values, name, made.read())
    return values


def test_an_empty_form_names_everything_that_is_required(context: Context, room: Page) -> None:
    page = page_of("talk")
    form = make_form(page, empty_entry(page), context, room)
    assert form.missing_hint.text().startswith("还缺：谈话日期、谈话时间、谈话地点")


def test_a_form_opens_where_something_must_still_be_written(context: Context, room: Page) -> None:
    page = page_of("talk")
    for reason, name in (("", "reason"), ("看望", "held_on")):
        entry = filled_entry(page, IDS, reason=reason, opinion="")
        form = make_form(page, entry, context, room)
        form.focus_first()
        focused = QApplication.focusWidget()
        assert focused is not None
        assert form.fields[name].widget in (focused, focused.parentWidget())


def test_numbers_say_what_they_count(context: Context, room: Page) -> None:
    form = make_form(page_of("transfer"), empty_entry(page_of("transfer")), context, room)
    labels = {one.text() for one in form.findChildren(QLabel)}
    assert {"有效期（天）", "变动类型 *"} <= labels


def test_what_is_typed_is_one_step_to_undo_and_kept_when_the_field_is_left(
    context: Context, room: Page
) -> None:
    entry = context.services.entries.new("talk", 2025)
    form = make_form(page_of("talk"), entry, context, room)
    form.focus("place")
    type_here("运输区书记办公室")
    assert form.editor.record.values["place"] == "运输区书记办公室"
    form.editor.save()
    (kept,) = context.services.entries.of_page("talk", 2025)
    assert kept.values["place"] == "运输区书记办公室"
    form.editor.undo()
    assert "place" not in form.editor.record.values
    field = form.fields["place"].widget
    assert isinstance(field, QLineEdit)
    assert field.text() == ""


def test_tab_goes_through_rows_in_their_order_and_on_below_them(
    context: Context, room: Page
) -> None:
    form = make_form(page_of("talk"), filled_entry(page_of("talk"), IDS, rows=1), context, room)
    rows = form.fields["follow_up"].widget
    assert isinstance(rows, RowsField)
    rows.add()
    form.focus("opinion")
    names = [_pressed(Qt.Key.Key_Tab) for _ in range(13)]
    assert names[:2] == ["第1行事项", "第1行责任人"]
    assert names[5:7] == ["第2行事项", "第2行责任人"]
    assert names[-2:] == ["增加一行跟进", "效果"]
    focused = QApplication.focusWidget()
    assert focused is not None
    assert not focused.visibleRegion().isEmpty(), "it is scrolled into sight"
    assert [_pressed(Qt.Key.Key_Backtab) for _ in range(13)][-1] == "意见建议或困难"


def _pressed(key: Qt.Key) -> str:
    """Return the name of what has the keyboard after a key."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)
    QApplication.processEvents()
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused.accessibleName()


def test_many_rows_come_in_turn_and_are_all_there(context: Context, room: Page) -> None:
    entry = filled_entry(page_of("notes_check"), IDS, rows=40)
    values = copy.deepcopy(entry.values)
    form = make_form(page_of("notes_check"), entry, context, room)
    rows = form.fields["members"].widget
    assert isinstance(rows, RowsField)
    assert rows.rows() == values["members"]
    rows.focus_row(39)
    QApplication.processEvents()
    assert _pressed(Qt.Key.Key_Tab) == "第40行应记"


def test_rows_are_added_moved_and_removed(context: Context, room: Page) -> None:
    entry = filled_entry(page_of("talk"), IDS, rows=0)
    form = make_form(page_of("talk"), entry, context, room)
    rows = form.fields["follow_up"].widget
    assert isinstance(rows, RowsField)
    rows.add()
    type_here("调整排班")
    rows.add()
    type_here("困难慰问")
    rows.move_up(1)
    kept = form.editor.record.values["follow_up"]
    assert [row["what"] for row in kept] == ["困难慰问", "调整排班"]
    rows.remove(0)
    assert [row["what"] for row in form.editor.record.values["follow_up"]] == ["调整排班"]


def test_enter_goes_down_a_column_and_from_the_last_one_to_the_next_row(
    context: Context, room: Page
) -> None:
    page = page_of("work_targets")
    form = make_form(page, filled_entry(page, IDS, rows=2), context, room)
    form.focus("set_on")
    for _ in range(2):
        _pressed(Qt.Key.Key_Tab)
    assert _pressed(Qt.Key.Key_Return) == "第2行目标"
    form.focus("set_on")
    for _ in range(4):
        _pressed(Qt.Key.Key_Tab)
    assert _pressed(Qt.Key.Key_Return) == "第2行任务"
    assert _pressed(Qt.Key.Key_Return) == "第3行任务"
    assert len(form.editor.record.values["targets"]) == 3


def test_a_plan_of_twelve_months_gets_no_thirteenth(context: Context, room: Page) -> None:
    page = page_of("theme_plan")
    form = make_form(page, filled_entry(page, IDS, rows=11), context, room)
    rows = next(one for one in form.findChildren(RowsField) if one.field.name == "months")
    assert rows.add_button.isVisible()
    rows.add()
    assert not rows.add_button.isVisible()

    rows.focus_row(11, 2)
    assert _pressed(Qt.Key.Key_Return) == "第1行规定动作分工"
    assert len(form.editor.record.values["months"]) == 12
    rows.remove(11)
    assert rows.add_button.isVisible()


def test_each_field_of_a_row_is_a_step_to_undo_of_its_own(context: Context, room: Page) -> None:
    page = page_of("work_targets")
    form = make_form(page, filled_entry(page, IDS, rows=0), context, room)
    rows = form.fields["targets"].widget
    assert isinstance(rows, RowsField)
    rows.add()
    type_here("安全生产")
    _pressed(Qt.Key.Key_Tab)
    type_here("零事故")
    form.editor.undo()
    assert form.editor.record.values["targets"] == [{"name": "安全生产"}]
    form.editor.undo()
    assert form.editor.record.values["targets"] == [{}]


def test_undoing_a_row_leaves_the_keyboard_in_the_form(context: Context, room: Page) -> None:
    page = page_of("work_targets")
    form = make_form(page, filled_entry(page, IDS, rows=1), context, room)
    rows = form.fields["targets"].widget
    assert isinstance(rows, RowsField)
    rows.add()
    QApplication.processEvents()
    form.editor.undo()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "第1行任务"


def test_fields_of_a_row_fill_their_line(context: Context, room: Page) -> None:
    room.resize(900, 560)
    page = page_of("theme_plan")
    form = make_form(page, filled_entry(page, IDS, rows=1), context, room)
    ends = {
        name: max(
            one.mapTo(form, QPoint(one.width(), 0)).x()
            for one in form.findChildren(QWidget)
            if one.accessibleName() == name and one.isVisible()
        )
        for name in ("第1行主题", "第1行负责人", "第1行完成情况")
    }
    assert len(set(ends.values())) == 1, ends


@pytest.mark.parametrize(
    ("page", "names"),
    [("feedback", ("满意", "基本满意", "不满意")), ("service", ("服务党员", "服务日期"))],
)
def test_a_row_of_fields_fills_its_line(
    context: Context, room: Page, page: str, names: tuple[str, ...]
) -> None:
    room.resize(900, 560)
    form = make_form(page_of(page), empty_entry(page_of(page)), context, room)
    widgets = [form.fields[one.name].widget for one in page_of(page).fields() if one.label in names]
    widths = [one.width() for one in widgets]
    assert max(widths) - min(widths) <= 2
    assert sum(widths) > 0.9 * form.width() - 40


def test_what_does_not_add_up_is_told_until_it_is_put_right(context: Context, room: Page) -> None:
    entry = filled_entry(page_of("appraisal"), IDS, decided_on="2025-12-05", told_on="")
    form = make_form(page_of("appraisal"), entry, context, room)
    told = [one.text() for one in form.findings.findChildren(WrappedLabel)]
    assert told == ["评定意见还没有反馈本人，请当面反馈并填写反馈日期。"]
    form.findings.findChildren(QPushButton)[0].click()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert form.fields["told_on"].widget in (focused, focused.parentWidget())
    type_here("2025-12-10")
    form.focus("grade")
    assert not form.findings.isVisible()


def test_a_page_is_held_against_the_others_of_its_year(context: Context, room: Page) -> None:
    count = filled_entry(page_of("appraisal_count"), IDS, returned=99)
    entry = filled_entry(page_of("appraisal"), IDS)
    help_ = replace(HELP, beside=lambda _entry: Beside([count], clock.today()))
    form = make_form(page_of("appraisal"), entry, context, room, help_)
    told = "".join(one.text() for one in form.findings.findChildren(WrappedLabel))
    assert "收回99张" in told


def test_a_score_takes_one_place_after_the_point(context: Context, room: Page) -> None:
    page = page_of("inspection")
    form = make_form(page, filled_entry(page, IDS, rows=1), context, room)
    field = next(
        one for one in form.findChildren(DecimalField) if one.accessibleName() == "第1行扣分"
    )
    for typed, tenths in (("1.5", 15), ("2", 20), ("1.25", 20), ("", None)):
        field.setText(typed)
        field.textEdited.emit(typed)
        field.commit()
        (row,) = form.editor.record.values["items"]
        assert row["deducted_tenths"] == tenths
