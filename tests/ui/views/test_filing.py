"""The states of a record on screen: finalised, corrected, made void."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app import clock
from app.manual import words
from app.records import Meeting
from app.rules.filing import Wishes
from app.services import Services
from tests.october import load_october
from tests.ui.layout_checks import assert_nothing_cut
from tests.ui.views.opened import Opened
from ui import dialogs
from ui.context import Context
from ui.forms.state_dialogs import CorrectionDialog, FinaliseDialog, ReasonDialog
from ui.preferences import Preferences
from ui.printing import PrintDialog
from ui.views.meeting_list import MeetingCard
from ui.views.theme_days import ThemeDaysView
from ui.widgets.line_field import LineField

D = TypeVar("D", bound=ReasonDialog)


@pytest.fixture(autouse=True)
def last_day_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    be_on(monkeypatch, 13)


def be_on(monkeypatch: pytest.MonkeyPatch, day: int) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2025, 10, day))
    monkeypatch.setattr(clock, "now", lambda: datetime(2025, 10, day, 18, 42))  # noqa: DTZ001


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> Iterator[Opened[ThemeDaysView]]:
    """Give the theme days of the sample branch, its October open."""
    services, _code = Services.create(tmp_path / "sample")
    load_october(services)
    context = Context(services, preferences=Preferences(tmp_path / "profile"))
    made = Opened(ThemeDaysView(context), qtbot)
    yield made
    made.view.desk.open(None)
    context.close()
    services.close(backup=False)


def kept(window: Opened[ThemeDaysView]) -> Meeting:
    return window.context.services.meetings.get(window.view.desk.meeting.id)


def dialog_of(window: Opened[ThemeDaysView], kind: type[D]) -> D:
    QApplication.processEvents()
    (found,) = [one for one in window.view.window().findChildren(kind) if one.isVisible()]
    return found


def finalise(window: Opened[ThemeDaysView]) -> None:
    window.view.state_bar.finalise_button.click()
    dialog_of(window, FinaliseDialog).yes_button.click()


def press(window: Opened[ThemeDaysView], word: str) -> None:
    window.view.state_bar.buttons()[word].click()


def give(dialog: ReasonDialog, reason: str) -> None:
    (field,) = dialog.findChildren(QPlainTextEdit)
    field.setPlainText(reason)


def place_field(window: Opened[ThemeDaysView]) -> LineField:
    found = window.view.form.section("head").findChild(LineField, "place")
    assert found is not None
    return found


def move_to(window: Opened[ThemeDaysView], place: str) -> None:
    with window.view.desk.change("head", "地点") as meeting:
        meeting.place = place


def card(window: Opened[ThemeDaysView]) -> MeetingCard:
    item = window.view.list.list.item(0)
    return item.data(0x0100)  # type: ignore[no-any-return]


def test_a_draft_can_be_finalised_and_is_only_read_from_then_on(
    window: Opened[ThemeDaysView],
) -> None:
    view = window.view
    assert (view.state_bar.chip.text(), view.state_bar.text()) == (words.DRAFT, "")
    assert place_field(window).isEnabled()
    finalise(window)
    assert kept(window).state == words.FINAL
    assert view.state_bar.chip.text() == words.FINAL
    assert view.state_bar.text() == "已定稿 10月13日"
    assert list(view.state_bar.buttons()) == ["更正", "标记已签字归档", "撤销定稿", "作废"]
    assert not view.state_bar.finalise_button.isVisible()
    assert not place_field(window).isEnabled()
    assert card(window).word == words.FINAL
    assert view.window().focusWidget() is view.state_bar.buttons()["更正"]
    for tab in range(len(view.form.pages)):
        view.form.tabs.set_current(tab)
        page = view.form.pages[tab]
        # Scans of the signed paper are taken in afterwards.
        open_ = {one.text() for one in page.findChildren(QPushButton) if one.isEnabled()}
        assert open_ <= {"添加扫描件"}
        assert all(one.isReadOnly() for one in page.findChildren(QPlainTextEdit))


def test_a_part_of_a_closed_record_is_brought_into_sight(
    window: Opened[ThemeDaysView], qtbot: QtBot
) -> None:
    finalise(window)
    again = Opened(ThemeDaysView(window.context), qtbot)
    again.view.resize(940, 400)
    again.view.jump(window.view.desk.meeting.id, "photos")
    photos, page = again.view.form.section("photos"), again.view.form.pages[1]
    qtbot.waitUntil(lambda: 0 <= photos.mapTo(page.viewport(), QPoint()).y() < 80)
    again.view.desk.open(None)


def test_a_change_that_gets_past_the_closed_fields_is_taken_back(
    window: Opened[ThemeDaysView],
) -> None:
    finalise(window)
    old = kept(window).place
    move_to(window, "别处")
    assert window.view.desk.meeting.place == old
    assert not window.view.undo_stack.canUndo()
    assert window.view.leave()


def test_what_is_missing_is_listed_and_leads_to_its_place(window: Opened[ThemeDaysView]) -> None:
    move_to(window, "")
    window.view.state_bar.finalise_button.click()
    dialog = dialog_of(window, FinaliseDialog)
    assert not dialog.yes_button.isEnabled()
    (go,) = [one for one in dialog.findChildren(QPushButton) if one.text() == "去填写"]
    go.click()
    assert not dialog.isVisible()
    assert window.view.focusWidget() is place_field(window)
    assert kept(window).state == words.DRAFT


def test_a_question_without_a_list_leaves_no_gaps(window: Opened[ThemeDaysView]) -> None:
    window.view.state_bar.finalise_button.click()
    dialog = dialog_of(window, FinaliseDialog)
    title, said = dialog.findChildren(QLabel)[:2]
    assert said.y() - title.geometry().bottom() <= 12
    assert title.height() < 2 * title.fontMetrics().height()


def test_a_long_name_is_told_whole_in_the_question(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = FinaliseDialog(parent, "顾广才　④年老体弱或长年生病　2025年1月1日　" * 3, Wishes())
    dialog.show()
    QApplication.processEvents()
    assert_nothing_cut(dialog)


def test_a_late_record_says_so_and_asks_why(
    window: Opened[ThemeDaysView], monkeypatch: pytest.MonkeyPatch
) -> None:
    be_on(monkeypatch, 14)
    view = window.view
    view.open(view.desk.meeting.id)
    assert view.state_bar.chip.text() == "草稿 · 补记"
    view.state_bar.finalise_button.click()
    dialog = dialog_of(window, FinaliseDialog)
    assert not dialog.yes_button.isEnabled()
    give(dialog, "记录人出差")
    dialog.yes_button.click()
    assert view.state_bar.chip.text() == "已定稿 · 补记"
    assert view.state_bar.text() == "已定稿 10月14日。补记：记录人出差"


def test_a_correction_shows_old_and_new_and_asks_why(window: Opened[ThemeDaysView]) -> None:
    finalise(window)
    old = kept(window).place
    press(window, "更正")
    assert place_field(window).isEnabled()
    move_to(window, "二楼会议室")
    assert window.view.leave()
    assert kept(window).place == old, "kept as a draft only"
    press(window, "保存更正")
    dialog = dialog_of(window, CorrectionDialog)
    assert not dialog.yes_button.isEnabled()
    give(dialog, "地点写错")
    dialog.yes_button.click()
    assert kept(window).place == "二楼会议室"
    assert not place_field(window).isEnabled()
    (row,) = window.context.services.filing.corrections(kept(window).id)
    assert (row.old, row.new, row.reason) == (old, "二楼会议室", "地点写错")
    assert list(window.view.state_bar.buttons()) == ["更正", "标记已签字归档", "作废", "留痕 1 条"]


def test_a_correction_can_be_given_up(
    window: Opened[ThemeDaysView], monkeypatch: pytest.MonkeyPatch
) -> None:
    finalise(window)
    old = kept(window).place
    press(window, "更正")
    move_to(window, "二楼会议室")
    monkeypatch.setattr(dialogs, "confirm", lambda *_args, **_words: True)
    press(window, "放弃更正")
    assert window.view.desk.meeting.place == old
    assert not place_field(window).isEnabled()
    assert window.context.services.filing.corrections(kept(window).id) == []


def test_a_correction_left_half_way_goes_on_when_the_record_is_opened_again(
    window: Opened[ThemeDaysView],
) -> None:
    finalise(window)
    press(window, "更正")
    move_to(window, "二楼会议室")
    window.view.desk.editor.put_draft()
    window.view.open(window.view.desk.meeting.id)
    assert window.view.desk.meeting.place == "二楼会议室"
    assert list(window.view.state_bar.buttons()) == ["保存更正", "放弃更正"]
    assert place_field(window).isEnabled()


def test_finalising_is_undone_for_a_reason(
    window: Opened[ThemeDaysView], monkeypatch: pytest.MonkeyPatch
) -> None:
    finalise(window)
    monkeypatch.setattr(dialogs, "ask_reason", lambda *_args: None)
    press(window, "撤销定稿")
    assert kept(window).state == words.FINAL
    monkeypatch.setattr(dialogs, "ask_reason", lambda *_args: "还要补充")
    press(window, "撤销定稿")
    assert kept(window).state == words.DRAFT
    assert place_field(window).isEnabled()
    assert window.view.state_bar.finalise_button.isVisible()
    move_to(window, "二楼")
    assert window.view.leave()
    assert kept(window).place == "二楼"


def test_a_printed_record_is_archived_and_made_void_but_not_reopened(
    window: Opened[ThemeDaysView], monkeypatch: pytest.MonkeyPatch
) -> None:
    finalise(window)
    window.context.services.filing.mark_month_printed("2025-10")
    assert window.view.state_bar.chip.text() == words.PRINTED
    assert "撤销定稿" not in window.view.state_bar.buttons()
    asked: list[str] = []

    def ticked(*said: str) -> bool:
        asked.append(said[3])
        return True

    monkeypatch.setattr(dialogs, "confirm_checked", ticked)
    press(window, "标记已签字归档")
    assert kept(window).state == words.ARCHIVED
    assert asked == ["已核对签到表：16个签名，都是本人所签，和实到人数一致"]
    monkeypatch.setattr(dialogs, "ask_reason", lambda *_args: "重复")
    press(window, "作废")
    assert (kept(window).state, card(window).word) == (words.VOID, words.VOID)
    assert window.view.state_bar.text() == "已作废 10月13日：重复"
    assert list(window.view.state_bar.buttons()) == ["留痕 1 条"]


def test_a_finalised_record_does_not_go_into_the_trash(window: Opened[ThemeDaysView]) -> None:
    finalise(window)
    window.view.delete(window.view.desk.meeting.id)
    assert "作废" in window.errors[-1]
    assert kept(window).deleted_at is None


def test_the_figures_of_a_finalised_meeting_stay_when_a_member_goes(
    window: Opened[ThemeDaysView],
) -> None:
    finalise(window)
    services, view = window.context.services, window.view
    services.members.delete(view.desk.roster()[-1].id)
    assert len(view.desk.roster()) == 18
    assert "应到 18" in view.form.bar._words["expected"].text()


def test_records_are_printed_once_they_are_on_paper(
    window: Opened[ThemeDaysView], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot
) -> None:
    finalise(window)
    monkeypatch.setattr(dialogs, "ask_save_path", lambda *_args: tmp_path / "十月.pdf")
    window.view.print_now()
    qtbot.waitUntil(lambda: bool(window.view.findChildren(PrintDialog)), timeout=20_000)
    assert kept(window).state == words.FINAL
    window.view.findChildren(PrintDialog)[0].save()
    assert kept(window).state == words.PRINTED


def test_nothing_is_cut_while_a_record_is_read_or_corrected(
    window: Opened[ThemeDaysView], monkeypatch: pytest.MonkeyPatch
) -> None:
    be_on(monkeypatch, 20)
    view = window.view
    view.resize(880, 500)
    view.state_bar.finalise_button.click()
    dialog = dialog_of(window, FinaliseDialog)
    assert_nothing_cut(dialog)
    give(dialog, "记录人到矿外参加培训，返回以后根据会场笔记和录音整理，" * 3)
    assert_nothing_cut(dialog)
    dialog.yes_button.click()
    assert_nothing_cut(view)
    press(window, "更正")
    with view.desk.change("head", "主题") as meeting:
        meeting.theme = "学规程、守底线、保供暖，把安全生产的每一道关口落到班组和岗位" * 2
    assert_nothing_cut(view)
    press(window, "保存更正")
    assert_nothing_cut(dialog_of(window, CorrectionDialog))


@pytest.mark.usefixtures("qtbot")
def test_signatures_are_ticked_before_a_record_is_filed() -> None:
    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        go_on = next(one for one in box.buttons() if one.text() == "标记")
        seen.append(go_on.isEnabled())
        tick = box.checkBox()
        assert tick is not None
        tick.click()
        seen.append(go_on.isEnabled())
        go_on.click()

    seen: list[bool] = []
    QTimer.singleShot(0, look)
    assert dialogs.confirm_checked(None, "归档", "签字了？", "核对过", "标记")
    assert seen == [False, True]
