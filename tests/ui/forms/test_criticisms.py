"""The sections of a criticism meeting: preparation, what each said, rectification."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app import clock
from app.manual import words
from app.records import Meeting
from app.services import Services
from tests.criticism_example import criticism_meeting
from tests.october import load_october
from tests.ui.typing import press, type_here
from ui.context import Context
from ui.forms.criticisms import CriticismRow, CriticismsSection
from ui.forms.rectifications import RectificationsSection
from ui.preferences import Preferences
from ui.views.meetings import MeetingsView


@pytest.fixture
def view(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[MeetingsView]:
    """Give the sample's meetings with the criticism meeting open at its third tab."""
    monkeypatch.setattr(clock, "today", lambda: date(2025, 10, 16))
    monkeypatch.setattr(clock, "now", lambda: datetime(2025, 10, 16, 18, 42))  # noqa: DTZ001
    services, _code = Services.create(tmp_path / "sample")
    load_october(services)
    ids = {member.name: member.id for member in services.members.everyone()}
    branch = services.branches.find()
    assert branch is not None
    meeting = services.meetings.save(criticism_meeting(branch.id, ids))
    context = Context(services, preferences=Preferences(tmp_path / "profile"))
    made = MeetingsView(context)
    qtbot.addWidget(made, before_close_func=lambda widget: widget.desk.open(None))
    made.resize(1190, 728)
    made.load()
    made.open(meeting.id)
    made.show()
    qtbot.waitExposed(made)
    made.form.tabs.set_current(2)
    yield made
    context.close()
    services.close(backup=False)


def section_of(view: MeetingsView) -> CriticismsSection:
    section = view.form.section("criticisms")
    assert isinstance(section, CriticismsSection)
    return section


def row(view: MeetingsView, place: int) -> CriticismRow:
    found = section_of(view).rows.rows()[place]
    assert isinstance(found, CriticismRow)
    return found


def focused() -> QWidget:
    """Return the widget that has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def meeting_of(view: MeetingsView) -> Meeting:
    return view.desk.meeting


def test_listing_by_the_roster_adds_who_is_missing_in_one_step(view: MeetingsView) -> None:
    section = section_of(view)
    before = [one.id for one in meeting_of(view).criticisms]
    section.list_button.click()
    listed = meeting_of(view).criticisms
    assert [one.id for one in listed[: len(before)]] == before
    due = {member.id for member in view.desk.roster()}
    assert {one.member_id for one in listed} == due
    assert len(listed) == len(due) == 17
    assert not section.list_button.isEnabled()
    view.desk.editor.undo()
    assert [one.id for one in meeting_of(view).criticisms] == before
    assert section.list_button.isEnabled()


def test_only_who_was_away_is_asked_for_a_reader(view: MeetingsView) -> None:
    readers = [row(view, place).fields.widgets["read_by_id"] for place in range(4)]
    assert [one.isVisible() for one in readers] == [False, False, False, True]
    with view.desk.change("attendance", "考勤") as meeting:
        for one in meeting.attendance:
            one.state = words.LATE
        meeting.criticisms[3].read_by_id = None
    assert not readers[3].isVisible()


def test_an_opinion_is_found_and_typed(view: MeetingsView) -> None:
    view.form.jump("criticisms", "criticisms.2.opinions.2")
    field = row(view, 1).opinions.rows()[1].fields.widgets["text"]
    field.setFocus()
    type_here("OK")
    assert "OK" in meeting_of(view).criticisms[1].opinions[1].text
    view.form.jump("criticisms", "criticisms.1.opinions")
    assert row(view, 0).opinions.add_button.hasFocus()


def test_a_deleted_row_comes_back_with_its_opinions(view: MeetingsView) -> None:
    section_of(view).rows.remove(0)
    assert len(meeting_of(view).criticisms) == 3
    view.desk.editor.undo()
    assert len(meeting_of(view).criticisms[0].opinions) == 2


def test_the_rectification_list_is_kept_with_several_owners(view: MeetingsView) -> None:
    section = view.form.section("rectifications")
    assert isinstance(section, RectificationsSection)
    assert section.focus_field("rectifications.2.owners", "")
    QTest.keyClicks(focused(), "zqm")
    press(Qt.Key.Key_Return)
    sources = view.desk.sources
    assert sources.names(meeting_of(view).rectifications[1].owner_ids) == [
        "邵长河",
        "钱守义",
        "魏国梁",
        "周启明",
    ]
    assert section.focus_field("published", "")
    assert section.focus_field("rectifications.9.due", "") is False


def test_a_preparation_is_begun_by_the_first_figure(view: MeetingsView) -> None:
    with view.desk.change("preparation", "清空") as meeting:
        meeting.preparation = None
    view.form.tabs.set_current(0)
    section = view.form.section("preparation")
    assert section.focus_field("talks", "")
    QTest.keyClicks(focused(), "21")
    press(Qt.Key.Key_Tab)
    begun = meeting_of(view).preparation
    assert begun is not None
    assert begun.talks == 21


def test_the_sheets_filled_in_before_the_meeting_begin_the_self_criticisms(
    view: MeetingsView,
) -> None:
    section, meeting = section_of(view), view.desk.meeting
    silent = next(one for one in meeting.criticisms if one.member_id)
    assert silent.member_id is not None
    assert not section.sheets_button.isEnabled()
    with section.change("清空"):
        silent.text = ""
    entries = section.desk.context.services.entries
    sheet = entries.new("self_check", 2025)
    sheet.values |= {
        "member": [{"member": silent.member_id}],
        "checked_on": "2025-02-14",
        "gaps": [{"against": "对照职责", "gap": "下夜班组少", "measure": "每月至少两次"}],
    }
    entries.save(sheet)
    section.desk.sources.forget()
    section.refresh()
    section.sheets_button.click()
    assert silent.text == "对照职责：下夜班组少；措施：每月至少两次。"
    assert not section.sheets_button.isEnabled()
    view.desk.editor.undo()
    again = view.desk.meeting.criticisms
    assert next(one.text for one in again if one.id == silent.id) == ""


def test_undoing_a_row_leaves_the_keyboard_in_its_list(view: MeetingsView) -> None:
    section = section_of(view)
    section.rows.add()
    QApplication.processEvents()
    view.desk.editor.undo()
    assert section.rows.rows()[-1].isAncestorOf(focused())
    with view.desk.change("criticisms", "清空") as meeting:
        meeting.criticisms.clear()
    section.refresh()
    assert focused() is section.rows.add_button
