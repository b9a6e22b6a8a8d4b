"""What is offered while a record is written, and that nothing is written by itself."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from app.manual.actions import RECITATION_ACTION, STUDY_ACTION
from app.records import Action, Meeting, MinutesItem
from tests.factories import make_meeting
from tests.ui.typing import press
from ui.forms.actions import ActionsSection, RecitationCard
from ui.forms.desk import Desk
from ui.forms.form import MeetingForm
from ui.widgets.pick_popup import PickPopup


@pytest.fixture
def september(desk: Desk) -> Meeting:
    """A theme day a month earlier, at which the third article was read."""
    branch_id = desk.meeting.branch_id
    earlier = make_meeting(
        branch_id=branch_id,
        start=datetime(2025, 9, 8, 15, 0),  # noqa: DTZ001 - local
        planned_on=None,
        end=None,
    )
    earlier.actions = [
        Action(branch_id=branch_id, required_number=RECITATION_ACTION, materials="第一章第三条")
    ]
    earlier.minutes = [MinutesItem(branch_id=branch_id, topic="通报上月整改情况")]
    saved = desk.context.services.meetings.save(earlier)
    desk.sources.reload()
    return saved


def recitation(form: MeetingForm) -> RecitationCard:
    section = form.section("actions")
    assert isinstance(section, ActionsSection)
    section.refresh()
    card = section.cards[RECITATION_ACTION - 1]
    assert isinstance(card, RecitationCard)
    return card


def button_of(holder: QWidget, name: str) -> QPushButton:
    (found,) = (
        one
        for one in holder.findChildren(QPushButton)
        if name in (one.text(), one.accessibleName())
    )
    return found


def popup() -> PickPopup:
    (found,) = (
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, PickPopup) and one.isVisible()
    )
    return found


@pytest.mark.usefixtures("september")
def test_the_next_article_is_offered_and_taken_by_a_click(form: MeetingForm, desk: Desk) -> None:
    card = recitation(form)
    assert card.reading.told.text() == (
        "已读到第一章第三条（9月8日），共读过 1/56；下一条：第一章第四条"
    )
    assert desk.meeting.actions[1].materials == "", "nothing is filled in by itself"
    button_of(card, "采用：第一章第四条").click()

    assert desk.meeting.actions[1].materials == "第一章第四条"
    assert card.reading.next_button.isHidden()
    desk.editor.stack.undo()
    assert desk.meeting.actions[1].materials == ""


def test_before_any_reading_the_first_article_is_offered(form: MeetingForm) -> None:
    card = recitation(form)
    assert card.reading.told.text() == (
        "此前还没有诵读《中国共产党章程》的记录，从第一章第一条开始。"
    )


@pytest.mark.usefixtures("september")
def test_the_whole_list_says_what_was_read_when_and_one_is_chosen_by_keys(
    form: MeetingForm, desk: Desk
) -> None:
    card = recitation(form)
    button_of(card, "诵读进度").click()
    opened = popup()
    assert "第一章第三条　2025年9月8日" in opened.shown()
    assert len(opened.shown()) == 56
    current = opened.list.currentItem()
    assert current is not None
    assert current.text() == "第一章第四条　还没有读"
    opened.list.setFocus()
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert desk.meeting.actions[1].materials == "第一章第五条"


def test_a_list_of_the_branch_can_be_read_from_as_well(form: MeetingForm, desk: Desk) -> None:
    desk.context.services.reading.put_own_lists([("区队党建制度", 3)])
    desk.sources.forget()
    card = recitation(form)
    opened = card.reading.open_list(card)
    opened.groups.set_value("区队党建制度")
    opened.groups.choice_edited.emit()
    assert opened.shown() == [f"第{word}条　还没有读" for word in "一二三"]
    opened.list.setCurrentRow(1)
    opened.list.itemActivated.emit(opened.list.currentItem())
    assert desk.meeting.actions[1].materials == "区队党建制度第二条"


def test_the_rota_offers_who_has_not_led_for_longest(form: MeetingForm, desk: Desk) -> None:
    section = form.section("actions")
    assert isinstance(section, ActionsSection)
    card = section.cards[STUDY_ACTION - 1]
    button_of(card, "轮流表：领学").click()
    opened = popup()
    assert opened.shown()[0] == "柳知行　一年内没有"
    assert desk.meeting.actions[2].leads == [], "it only offers"
    opened.list.setFocus()
    press(Qt.Key.Key_Return)
    names = [desk.sources.name(one.member_id) for one in desk.meeting.actions[2].leads]
    assert names == ["柳知行"]
    card_names = section.cards[STUDY_ACTION - 1]._leads
    assert card_names is not None
    assert len(card_names.member_ids()) == 1


def test_a_lecturer_is_added_from_the_rota_to_those_who_are_there(
    form: MeetingForm, desk: Desk
) -> None:
    button_of(form.section("lecture"), "轮流表：讲党课").click()
    press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    lecture = desk.meeting.lecture
    assert lecture is not None
    assert [desk.sources.name(one.member_id) for one in lecture.speakers] == ["柳知行", "舒望远"]


def test_a_speaker_from_the_rota_gets_an_empty_row(form: MeetingForm, desk: Desk) -> None:
    form.jump("reflections")
    button_of(form.section("reflections"), "轮流表：谈体会").click()
    press(Qt.Key.Key_Return)
    told = [(desk.sources.name(one.member_id), one.text) for one in desk.meeting.reflections]
    assert told == [("舒望远", "这次学习很有收获。"), ("柳知行", "")]


@pytest.mark.usefixtures("september")
def test_topics_of_before_are_offered_while_one_types(form: MeetingForm) -> None:
    form.jump("minutes")
    section = form.section("minutes")
    section.refresh()
    (topic,) = (one for one in section.findChildren(QLineEdit) if one.accessibleName() == "议题")
    completer = topic.completer()
    assert completer is not None
    completer.setCompletionPrefix("整改")
    assert completer.currentCompletion() == "通报上月整改情况"


def test_escape_closes_the_list_and_changes_nothing(form: MeetingForm, desk: Desk) -> None:
    button_of(form.section("reflections"), "轮流表：谈体会").click()
    popup().list.setFocus()
    press(Qt.Key.Key_Escape)
    assert not any(
        isinstance(one, PickPopup) and one.isVisible() for one in QApplication.topLevelWidgets()
    )
    assert len(desk.meeting.reflections) == 1
