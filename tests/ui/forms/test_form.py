from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.manual.actions import DUES_ACTION, RECITATION_ACTION
from app.records import Meeting
from app.records.snapshot import to_plain
from app.rules.checks import Finding
from app.services import Services
from ui.forms.actions import ActionsSection
from ui.forms.decisions import DecisionsSection
from ui.forms.dues_card import DuesCard
from ui.forms.form import MeetingForm
from ui.forms.head import HeadSection
from ui.forms.lecture import LectureSection
from ui.forms.minutes import MinutesSection, TopicRow
from ui.forms.optional_actions import optional_actions
from ui.forms.reflections import ReflectionsSection
from ui.forms.section import Section
from ui.widgets.date_field import DateField
from ui.widgets.marks import Mark
from ui.widgets.member_tiles import MemberTiles

S = TypeVar("S", bound=Section)


def section(form: MeetingForm, kind: type[S]) -> S:
    found = form.section(kind.name)
    assert isinstance(found, kind)
    return found


def field(of: Section | QWidget, name: str) -> QWidget:
    found = of.findChild(QWidget, name)
    assert isinstance(found, QWidget)
    return found


def type_into(widget: QWidget, text: str) -> None:
    widget.setFocus()
    QTest.keyClicks(widget.focusProxy() or widget, text)
    QTest.keyClick(widget.focusProxy() or widget, Qt.Key.Key_Tab)


def retype(widget: QWidget, text: str) -> None:
    typed = widget.focusProxy() or widget
    QTest.keyClick(typed, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(typed, Qt.Key.Key_Delete)
    type_into(widget, text)


def test_what_is_typed_into_the_head_is_in_the_record(form: MeetingForm) -> None:
    head = section(form, HeadSection)
    retype(field(head, "theme"), "safety first")
    retype(field(head, "place"), "room 2")
    retype(field(head, "chair_id"), "ocy")
    meeting = form.desk.meeting
    assert (meeting.theme, meeting.place) == ("safety first", "room 2")
    form.desk.editor.undo()
    form.desk.editor.undo()
    assert form.desk.meeting.place == "三楼会议室"
    assert field(head, "place").property("text") == "三楼会议室"


def test_a_theme_is_one_paragraph_that_wraps(form: MeetingForm, qtbot: QtBot) -> None:
    theme = field(section(form, HeadSection), "theme")
    qtbot.waitUntil(lambda: theme.height() < 50)
    retype(theme, "long " * 60)
    QTest.keyClick(theme.focusProxy() or theme, Qt.Key.Key_Return)
    assert "\n" not in form.desk.meeting.theme
    qtbot.waitUntil(lambda: theme.height() > 50)


def test_a_moved_day_asks_for_its_reason_and_proposes_one(form: MeetingForm) -> None:
    head = section(form, HeadSection)
    with form.desk.change("head", "固定日") as meeting:
        meeting.planned_on = meeting.planned_on and meeting.planned_on.replace(day=7)
    form.refresh()
    reason = field(head, "moved_reason")
    assert reason.isVisible()
    assert "10月9日" in head._held_on.proposal.text()
    form.check()
    assert any(one.field == "moved_reason" for one in form.findings)
    head._held_on.proposal.click()
    assert "法定节假日" in form.desk.meeting.moved_reason
    form.check()
    assert not any(one.field == "moved_reason" for one in form.findings)


def test_a_new_day_moves_begin_and_end_along(form: MeetingForm) -> None:
    head = section(form, HeadSection)
    retype(field(head, "date"), "10.10")
    meeting = form.desk.meeting
    assert meeting.start is not None
    assert meeting.end is not None
    assert (meeting.start.day, meeting.end.day, meeting.end.hour) == (10, 10, 16)
    assert "2025年10月10日" in form.head.subtitle_label.text()


def test_an_end_before_the_begin_is_said_at_once(form: MeetingForm) -> None:
    head = section(form, HeadSection)
    retype(field(head, "end"), "14:00")
    assert "结束时间" in head._held_on.note.text()


def test_all_badges_is_one_click(form: MeetingForm) -> None:
    head = section(form, HeadSection)
    head._all_badges.click()
    assert form.desk.meeting.badges_worn == 7
    assert not head._all_badges.isEnabled()


def test_guests_are_chips(form: MeetingForm) -> None:
    head = section(form, HeadSection)
    search = head._guests.search
    QTest.keyClicks(search, "Li Lei")
    QTest.keyClick(search, Qt.Key.Key_Return)
    assert form.desk.meeting.guests == ["上级来宾甲", "Li Lei"]
    QTest.keyClick(search, Qt.Key.Key_Backspace)
    assert form.desk.meeting.guests == ["上级来宾甲"]


def test_an_action_is_complete_by_its_own_data(form: MeetingForm) -> None:
    actions = section(form, ActionsSection)
    card = actions.cards[RECITATION_ACTION - 1]
    assert "领读人" in card.hint_label.text()
    card.focus_field("lead")
    leads = card._leads
    assert leads is not None
    QTest.keyClicks(leads.search, "swy")
    QTest.keyClick(leads.search, Qt.Key.Key_Return)
    assert card.hint_label.text() == ""
    action = card.read(form.desk.meeting)
    assert action is not None
    assert form.desk.sources.names(one.member_id for one in action.leads) == ["舒望远"]


def test_dues_are_ticked_beside_the_sum_and_undone(form: MeetingForm, filled: Services) -> None:
    actions = section(form, ActionsSection)
    card = actions.cards[DUES_ACTION - 1]
    assert isinstance(card, DuesCard)
    assert card.sum_label.text() == "0 人 · 0.00 元"
    card.all_button.click()
    assert card.sum_label.text() == "7 人 · 350.00 元"
    assert sum(row.paid_fen or 0 for row in filled.dues.month("2025-10")) == 35000
    form.desk.editor.undo()
    assert card.sum_label.text() == "0 人 · 0.00 元"
    form.desk.editor.redo()
    card.open_button.click()
    table, model = card._table, card._model
    assert table is not None
    assert model is not None
    absent = model.index(2, 2)
    assert absent.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Unchecked
    table.setCurrentIndex(absent)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert card.sum_label.text() == "8 人 · 400.00 元"
    assert model.setData(model.index(2, 3), "银行转账")
    assert filled.dues.month("2025-10")[2].method == "银行转账"


def test_optional_actions_are_added_moved_and_removed(form: MeetingForm) -> None:
    optional = section(form, ActionsSection).optional
    rows = optional.rows
    rows.add_button.click()
    rows.add_button.click()
    with form.desk.change("actions", "名称") as meeting:
        for name, action in zip("甲乙", optional_actions(meeting), strict=True):
            action.name = name
    rows.shift(1, -1)
    names = [one.name for one in optional_actions(form.desk.meeting)]
    assert names == ["乙", "甲"]
    assert [one.required_number for one in form.desk.meeting.actions[:5]] == [1, 2, 3, 4, 5]
    rows.remove(0)
    assert [one.name for one in optional_actions(form.desk.meeting)] == ["甲"]
    form.desk.editor.undo()
    assert len(rows.rows()) == 2


def test_enter_in_the_last_decision_begins_another(form: MeetingForm) -> None:
    decisions = section(form, DecisionsSection)
    row = decisions.rows.rows()[0]
    QTest.keyClick(row.fields.widgets["due_on"], Qt.Key.Key_Return)
    assert len(form.desk.meeting.decisions) == 2
    assert len(decisions.rows.rows()) == 2


def test_a_lecture_is_begun_by_its_first_word(form: MeetingForm) -> None:
    with form.desk.change("lecture", "清空") as meeting:
        meeting.lecture = None
    form.tabs.set_current(1)
    lecture = section(form, LectureSection)
    type_into(field(lecture, "title"), "one stop")
    begun = form.desk.meeting.lecture
    assert begun is not None
    assert begun.title == "one stop"
    search = lecture._speakers.search
    for who in ("lzx", "Dr. Guest"):
        QTest.keyClicks(search, who)
        QTest.keyClick(search, Qt.Key.Key_Return)
        QTest.keyClick(search, Qt.Key.Key_Tab)
    names = [one.guest_name or form.desk.sources.name(one.member_id) for one in begun.speakers]
    assert names == ["柳知行", "Dr. Guest"]


def test_who_spoke_may_be_a_member_or_a_guest(form: MeetingForm) -> None:
    form.tabs.set_current(1)
    reflections = section(form, ReflectionsSection)
    reflections.rows.add_button.click()
    who = reflections.rows.rows()[-1].fields.widgets["member_id"]
    type_into(who, "Wang Wu")
    last = form.desk.meeting.reflections[-1]
    assert (last.member_id, last.guest_name) == (None, "Wang Wu")
    retype(who, "jys")
    last = form.desk.meeting.reflections[-1]
    assert form.desk.sources.name(last.member_id) == "解云舒"
    assert last.guest_name == ""


def test_minutes_hold_speeches_topic_by_topic(form: MeetingForm, filled: Services) -> None:
    form.tabs.set_current(1)
    minutes = section(form, MinutesSection)
    row = minutes.rows.rows()[0]
    assert isinstance(row, TopicRow)
    row.speeches.add_button.click()
    type_into(row.speeches.rows()[-1].fields.widgets["text"], "I agree.")
    assert form.desk.editor.save()
    kept = filled.meetings.get(form.desk.meeting.id)
    assert [one.text for one in kept.minutes[0].speeches] == ["说得好。", "I agree."]
    assert minutes.focus_field("minutes.1.speeches.2", "")


def test_every_edit_of_a_long_session_can_be_undone_and_done_again(form: MeetingForm) -> None:
    kept = to_plain(form.desk.meeting)
    head = section(form, HeadSection)
    retype(field(head, "theme"), "abc")
    section(form, ActionsSection).optional.rows.add_button.click()
    form.tabs.set_current(1)
    section(form, MinutesSection).rows.add_button.click()
    section(form, ReflectionsSection).rows.remove(0)
    form.tabs.set_current(2)
    form.section("attendance").focus_field("confirmed", "")
    changed = to_plain(form.desk.meeting)
    stack = form.desk.editor.stack
    steps = stack.count()
    assert steps >= 4
    while stack.canUndo():
        stack.undo()
    assert to_plain(form.desk.meeting) == kept
    while stack.canRedo():
        stack.redo()
    assert to_plain(form.desk.meeting) == changed


def test_undo_shows_the_tab_where_it_happened(form: MeetingForm) -> None:
    retype(field(section(form, HeadSection), "theme"), "abc")
    form.tabs.set_current(2)
    form.desk.editor.undo()
    assert form.tabs.current() == 0


@pytest.mark.parametrize(
    ("where", "what", "tab", "name"),
    [
        ("head", "theme", 0, "theme"),
        ("head", "recorder", 0, "recorder_id"),
        ("decisions", "decisions.1.due", 0, "due_on"),
        ("lecture", "title", 1, "title"),
        ("minutes", "minutes.1.topic", 1, "topic"),
    ],
)
def test_a_finding_leads_to_its_field(
    form: MeetingForm, where: str, what: str, tab: int, name: str
) -> None:
    form.activateWindow()
    form.go_to(Finding(1, "E", "缺", "meetings", form.desk.meeting.id, where, what))
    assert form.tabs.current() == tab
    focused = form.focusWidget()
    assert focused is not None
    holder = focused.parentWidget()
    assert name in (focused.objectName(), holder.objectName() if holder else "")


def test_every_finding_of_an_empty_theme_day_leads_somewhere(
    form: MeetingForm, filled: Services
) -> None:
    made = filled.meetings.new_theme_day(2025, 11)
    with form.desk.change("head", "空") as meeting:
        empty = to_plain(made)
        for name in ("theme", "place", "remark"):
            setattr(meeting, name, empty[name])
        meeting.actions, meeting.lecture, meeting.reflections = [], None, []
        meeting.chair_id = meeting.recorder_id = None
    form.check()
    assert len(form.findings) > 5
    for finding in form.findings:
        form.jump(finding.section, finding.field, finding.member_id)
        assert form.focusWidget() is not None


def test_marks_and_foot_say_what_is_missing(form: MeetingForm) -> None:
    with form.desk.change("head", "主题") as meeting:
        meeting.theme = ""
    form.check()
    assert form.tabs._tabs[0]._mark is Mark.OPEN
    assert "还差" in form.bar.missing_button.text()
    form.bar.missing_button.click()
    popup = form.bar._popup
    assert popup is not None
    assert popup.list.count() == len([one for one in form.findings if one.level != "I"])
    chosen: list[Finding] = []
    popup.chosen.connect(chosen.append)
    QTest.keyClick(popup.list, Qt.Key.Key_Return)
    assert len(chosen) == 1
    assert not popup.isVisible()


def test_a_field_half_typed_stays_when_the_record_is_kept(form: MeetingForm) -> None:
    head = section(form, HeadSection)
    day = field(head, "date")
    assert isinstance(day, DateField)
    day.setFocus()
    QTest.keyClick(day, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(day, "10.1")
    with form.desk.change("head", "备注") as meeting:
        meeting.remark = "别处的改动"
    assert form.desk.editor.save()
    assert day.text() == "10.1"


def test_a_plain_meeting_object_is_never_kept_by_a_section(form: MeetingForm) -> None:
    """After undo another object holds the values; typing must reach that one."""
    head = section(form, HeadSection)
    retype(field(head, "theme"), "abc")
    form.desk.editor.undo()
    retype(field(head, "place"), "xyz")
    assert isinstance(form.desk.meeting, Meeting)
    assert form.desk.meeting.place == "xyz"


def test_the_next_tab_takes_the_keyboard_to_what_is_filled_in_first(
    form: MeetingForm, qtbot: QtBot
) -> None:
    form.show()
    qtbot.waitExposed(form)
    form.activateWindow()
    names = []
    for _tab in range(3):
        form.step_tab(1)
        names.append(form.focusWidget())

    lecture, attendance, head = names
    assert lecture is not None
    assert lecture.accessibleName() == "党课题目"
    assert attendance is form.section("attendance").findChild(MemberTiles)
    assert head is not None
    assert head.accessibleName().startswith("实际日期")
