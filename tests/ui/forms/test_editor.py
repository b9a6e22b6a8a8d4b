from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.errors import AppError, InvalidInputError, StaleError
from app.records import Meeting, Reflection
from app.records.snapshot import to_plain
from app.services import Services
from ui.forms import record_editor
from ui.forms.desk import Desk
from ui.forms.editor import MeetingEditor


def type_theme(editor: MeetingEditor, text: str) -> None:
    for end in range(1, len(text) + 1):
        with editor.change("head", "主题", "head.theme") as meeting:
            meeting.theme = text[:end]


def add_reflection(editor: MeetingEditor, text: str) -> None:
    with editor.change("reflections", "增加体会") as meeting:
        meeting.reflections.append(Reflection(branch_id=meeting.branch_id, text=text))


def test_a_run_of_typing_is_one_step_and_another_field_another(desk: Desk) -> None:
    editor = desk.editor
    before = editor.meeting.theme
    type_theme(editor, "守底线")
    with editor.change("head", "地点", "head.place") as meeting:
        meeting.place = "会议室"
    assert editor.stack.count() == 2
    assert editor.stack.undoText() == "地点"
    editor.undo()
    assert editor.meeting.theme == "守底线"
    editor.undo()
    assert editor.meeting.theme == before


def test_typing_after_a_pause_is_a_step_of_its_own(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    type_theme(desk.editor, "守")
    monkeypatch.setattr(record_editor, "MERGE_SECONDS", -1.0)
    type_theme(desk.editor, "底")
    assert desk.editor.stack.count() == 2


def test_a_change_that_changes_nothing_is_no_step(desk: Desk) -> None:
    with desk.editor.change("head", "主题") as meeting:
        meeting.theme = str(meeting.theme)
    assert desk.editor.stack.count() == 0
    assert not desk.editor.is_dirty


def test_undoing_everything_leaves_the_record_as_it_was_kept(desk: Desk) -> None:
    editor = desk.editor
    kept = to_plain(editor.meeting)
    type_theme(editor, "新主题")
    add_reflection(editor, "体会")
    with editor.change("actions", "删除") as meeting:
        del meeting.actions[2:]
    changed = to_plain(editor.meeting)
    for _ in range(3):
        editor.undo()
    assert to_plain(editor.meeting) == kept
    assert not editor.is_dirty
    for _ in range(3):
        editor.redo()
    assert to_plain(editor.meeting) == changed


def test_what_is_typed_is_a_draft_within_a_second_and_gone_once_kept(
    desk: Desk, filled: Services, qtbot: QtBot
) -> None:
    type_theme(desk.editor, "来得及")

    def theme_of_draft() -> str:
        found = filled.drafts.get("meetings", Meeting, desk.meeting.id)
        assert found is not None
        assert isinstance(found.record, Meeting)
        return found.record.theme

    qtbot.waitUntil(lambda: filled.drafts.get("meetings", Meeting, desk.meeting.id) is not None)
    assert theme_of_draft() == "来得及"
    assert desk.editor.save()
    assert filled.drafts.get("meetings", Meeting, desk.meeting.id) is None
    assert filled.meetings.get(desk.meeting.id).theme == "来得及"


def test_a_draft_left_over_is_taken_and_can_be_given_up(desk: Desk, filled: Services) -> None:
    kept = desk.meeting.theme
    type_theme(desk.editor, "停电前打的字")
    assert desk.editor.put_draft()
    again = MeetingEditor.open(filled, desk.meeting.id)
    assert again.recovered
    assert again.meeting.theme == "停电前打的字"
    again.revert()
    assert again.meeting.theme == kept
    again.undo()
    assert again.meeting.theme == "停电前打的字"
    again.close()


def test_a_draft_equal_to_the_record_is_nothing_to_talk_about(desk: Desk, filled: Services) -> None:
    filled.drafts.put("meetings", desk.meeting)
    again = MeetingEditor.open(filled, desk.meeting.id)
    assert not again.recovered
    again.close()


def test_a_failed_save_keeps_text_and_draft_and_succeeds_later(
    desk: Desk, filled: Services
) -> None:
    editor = desk.editor
    errors: list[AppError] = []
    editor.save_failed.connect(errors.append)
    with editor.change("head", "主题") as meeting:
        meeting.theme = "不能丢"
        meeting.kinds = []
    assert not editor.save()
    assert isinstance(errors[0], InvalidInputError)
    assert editor.meeting.theme == "不能丢"
    found = filled.drafts.get("meetings", Meeting, editor.meeting.id)
    assert found is not None
    with editor.change("head", "类型") as meeting:
        meeting.kinds = ["主题党日"]
    assert editor.save()
    assert filled.meetings.get(editor.meeting.id).theme == "不能丢"


def change_elsewhere(services: Services, meeting_id: str, theme: str) -> None:
    other = services.meetings.get(meeting_id)
    other.theme = theme
    services.meetings.save(other)


def test_a_record_changed_elsewhere_asks_and_mine_can_win(desk: Desk, filled: Services) -> None:
    errors: list[AppError] = []
    desk.editor.save_failed.connect(errors.append)
    type_theme(desk.editor, "我的")
    change_elsewhere(filled, desk.meeting.id, "别人的")
    assert not desk.editor.save()
    assert isinstance(errors[0], StaleError)
    assert desk.editor.keep_mine()
    assert filled.meetings.get(desk.meeting.id).theme == "我的"


def test_theirs_can_be_taken_and_mine_comes_back_by_undo(desk: Desk, filled: Services) -> None:
    type_theme(desk.editor, "我的")
    change_elsewhere(filled, desk.meeting.id, "别人的")
    desk.editor.take_theirs()
    assert desk.meeting.theme == "别人的"
    desk.editor.undo()
    assert desk.meeting.theme == "我的"
    assert desk.editor.save()


def test_a_row_removed_and_kept_can_be_brought_back_and_kept(desk: Desk, filled: Services) -> None:
    editor = desk.editor
    add_reflection(editor, "会回来")
    assert editor.save()
    with editor.change("reflections", "删除体会") as meeting:
        meeting.reflections.pop()
    assert editor.save()
    editor.undo()
    assert editor.save()
    assert [one.text for one in filled.meetings.get(editor.meeting.id).reflections][-1] == "会回来"


def test_saving_again_and_again_never_collides_with_oneself(desk: Desk) -> None:
    for count in range(4):
        type_theme(desk.editor, f"第{count}稿")
        add_reflection(desk.editor, f"体会{count}")
        assert desk.editor.save()
        desk.editor.undo()
        assert desk.editor.save()
