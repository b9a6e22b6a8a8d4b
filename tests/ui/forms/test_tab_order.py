"""Tab goes through the form as it is laid out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.manual.kinds import GROUP_MEETING, MEMBERS_MEETING, THEME_DAY
from tests.e2e.hands import name_of
from tests.ui.forms.test_form import field, section
from ui.forms.actions import ActionsSection
from ui.forms.form import MeetingForm
from ui.forms.head import HeadSection
from ui.forms.minutes import MinutesSection, TopicRow
from ui.forms.reflections import ReflectionsSection
from ui.widgets.tab_order import step_card
from ui.widgets.tabs import TabButton


def tabbed(form: MeetingForm, start: QWidget, most: int) -> list[str]:
    """Return the names of what Tab stops at from a widget on, until it is at the tabs again."""
    names = []
    start.setFocus()
    for _ in range(most):
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keyClick(here, Qt.Key.Key_Tab)
        there = QApplication.focusWidget()
        assert there is not here, f"Tab does not leave {name_of(here)}"
        if there is None or there.parent() is form.tabs:
            break
        names.append(name_of(there))
    return names


def test_tab_goes_through_rows_as_they_stand_whenever_they_were_added(
    form: MeetingForm, qtbot: QtBot
) -> None:
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.tabs.set_current(1)
    minutes = section(form, MinutesSection)
    minutes.rows.add()
    row = minutes.rows.rows()[0]
    assert isinstance(row, TopicRow)
    row.speeches.add()
    names = tabbed(form, row.fields.widgets["topic"], 14)
    assert names == [
        "汇报人",
        *("发言人", "发言", "删除第1条发言"),
        *("发言人", "发言", "第2条发言上移", "删除第2条发言", "增加发言"),
        *("决定", "删除第1条议题"),
        *("议题", "汇报人", "增加发言"),
    ]


def test_tab_goes_through_all_lists_of_a_theme_day_in_reading_order(
    form: MeetingForm, qtbot: QtBot
) -> None:
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    actions = section(form, ActionsSection).optional.rows
    reflections, minutes = section(form, ReflectionsSection), section(form, MinutesSection)
    # The last are added first: the order they are made in says nothing.
    for rows in (minutes.rows, reflections.rows, actions, actions):
        rows.add()
    filled = ("类别", "名称", "参加人数", "负责人", "开展情况", "成效")
    here = actions.rows()[0].first_field()
    assert here is not None
    assert tabbed(form, here, 20)[:15] == [
        *filled[1:],
        "删除第1条自选动作",
        *filled,
        *("第2条自选动作上移", "删除第2条自选动作", "增加自选动作"),
    ]
    form.tabs.findChildren(TabButton)[0].setFocus()
    form.tabs.set_current(1)
    here = reflections.rows.rows()[0].first_field()
    assert here is not None
    names = tabbed(form, here, 40)
    assert names[: names.index("添加照片")] == [
        *("体会", "删除第1条体会"),
        *("谈体会的人", "体会", "第2条体会上移", "删除第2条体会", "增加体会"),
        *("议题", "汇报人", "发言人", "发言", "删除第1条发言", "增加发言"),
        *("决定", "删除第1条议题"),
        *("议题", "汇报人", "增加发言"),
        *("决定", "第2条议题上移", "删除第2条议题", "增加议题"),
    ]
    # And round the end to the tab that is shown, though another one had the focus before.
    focused = QApplication.focusWidget()
    assert focused is not None
    assert name_of(focused) == "讲稿与记录"


def test_a_key_goes_from_card_to_card(form: MeetingForm, qtbot: QtBot) -> None:
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.tabs.set_current(1)
    rows = section(form, ReflectionsSection).rows
    rows.add()
    there = rows.rows()[-1].fields.widgets["text"]
    there.setFocus()
    stepped = []
    for by in (-1, -1, 1, 1, 1):
        step_card(by)
        focused = QApplication.focusWidget()
        assert focused is not None
        stepped.append(name_of(focused))
    assert stepped == ["谈体会的人", "党课题目", "谈体会的人", "议题", "添加照片"]


def test_the_key_leads_up_to_the_tabs_past_the_buttons_of_a_card(
    form: MeetingForm, qtbot: QtBot
) -> None:
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.tabs.set_current(2)
    form.section("attendance").focus_field("", "")
    stepped = []
    for _ in range(3):
        step_card(-1)
        focused = QApplication.focusWidget()
        assert focused is not None
        stepped.append(name_of(focused))
    assert stepped[-1] == "考勤" or stepped[-2] == "考勤", stepped


def test_tab_leaves_the_head_of_every_kind(form: MeetingForm, qtbot: QtBot) -> None:
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    for kind in (MEMBERS_MEETING, GROUP_MEETING, THEME_DAY):
        with form.desk.change("head", "类型") as meeting:
            meeting.kinds = [kind]
        head = section(form, HeadSection)
        names = tabbed(form, field(head, "place"), 40)
        assert names[:1] == ["主题"] or "调整原因" in names
        assert "备注" in names
