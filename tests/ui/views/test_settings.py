from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app import clock
from app.errors import StoreError
from app.manual.settings import ARCHIVE_CODE, OWN_KINDS
from app.records import Branch, CommitteePost, Group, Member
from app.services import Services
from tests import factories
from tests.ui.layout_checks import assert_nothing_cut
from tests.ui.typing import press, type_here
from tests.ui.views.opened import Opened
from ui import dialogs
from ui.context import Context
from ui.views.settings import SettingsView

TAB = Qt.Key.Key_Tab


@pytest.fixture
def window(context: Context, qtbot: QtBot) -> Opened[SettingsView]:
    return Opened(SettingsView(context), qtbot)


@pytest.fixture
def grouped(services: Services) -> list[Member]:
    """Two members in the first of two groups, one in none."""
    branch_id = services.branches.get().id
    first, _second = services.branches.save_groups(
        [Group(branch_id=branch_id, name=f"第{word}党小组") for word in "一二"]
    )
    made = factories.make_members(3)
    for member in made:
        member.branch_id = branch_id
        member.group_id = first.id if member.position < 2 else None
    return [services.members.save(member) for member in made]


def retype(text: str) -> None:
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    type_here(text)


def test_the_branch_is_kept_when_a_field_is_left_and_comes_back_by_undo(
    window: Opened[SettingsView], services: Services
) -> None:
    window.view.shown()
    retype("青禾示例第二支部")
    press(TAB)
    assert services.branches.get().name == "青禾示例第二支部"
    window.view.undo_stack.undo()
    assert window.view.leave()

    assert services.branches.get().name == "青禾示例支部"
    assert window.view.branch.name_field.text() == "青禾示例支部"


def test_a_branch_without_name_is_refused_and_one_stays(window: Opened[SettingsView]) -> None:
    window.view.shown()
    retype(" ")

    assert not window.view.leave()
    assert "党支部名称还空着" in window.errors[-1]


def test_a_name_no_print_font_has_is_warned_about(window: Opened[SettingsView]) -> None:
    window.view.shown()
    retype("青禾\U0003134f支部")

    assert "〓" in window.view.branch.hint.text()


def test_a_branch_half_typed_before_a_crash_is_found_again(
    context: Context, qtbot: QtBot, services: Services
) -> None:
    typed = services.branches.get()
    typed.name = "青禾新名"
    services.drafts.put("branch", typed)
    window = Opened(SettingsView(context), qtbot)

    assert window.view.branch.name_field.text() == "青禾新名"
    assert window.view.leave()
    assert services.branches.get().name == "青禾新名"
    assert services.drafts.all("branch", Branch) == []


def test_groups_are_added_named_led_and_moved_and_all_of_it_is_undone(
    window: Opened[SettingsView], services: Services, grouped: list[Member]
) -> None:
    card = window.view.groups
    card.add_button.click()
    retype("机关党小组")
    press(TAB)
    assert card.rows[2].leader_field.hasFocus()
    QApplication.processEvents()
    type_here("柳知行")
    press(Qt.Key.Key_Return)
    card.rows[2].up_button.click()
    kept = services.branches.groups()
    assert [group.name for group in kept] == ["第一党小组", "机关党小组", "第二党小组"]
    assert kept[1].leader_id == grouped[0].id

    while window.view.undo_stack.canUndo():
        window.view.undo_stack.undo()
    assert [group.name for group in services.branches.groups()] == ["第一党小组", "第二党小组"]
    while window.view.undo_stack.canRedo():
        window.view.undo_stack.redo()
    assert [group.leader_id for group in services.branches.groups()] == [None, grouped[0].id, None]


def test_a_group_removed_and_brought_back_has_its_members_again(
    window: Opened[SettingsView],
    services: Services,
    grouped: list[Member],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    def confirm(_parent: object, _title: str, text: str, **_words: object) -> bool:
        asked.append(text)
        return True

    monkeypatch.setattr(dialogs, "confirm", confirm)
    window.view.groups.rows[0].bin_button.click()
    assert asked == ["组里的 2 名党员将没有党小组。"]
    assert all(one.group_id is None for one in services.members.everyone())
    window.view.undo_stack.undo()

    first = services.branches.groups()[0]
    assert first.name == "第一党小组"
    in_it = [one.name for one in services.members.everyone() if one.group_id == first.id]
    assert in_it == [grouped[0].name, grouped[1].name]


@pytest.mark.usefixtures("grouped")
def test_two_groups_of_one_name_are_refused(
    window: Opened[SettingsView], services: Services
) -> None:
    window.view.groups.rows[1].name_field.setFocus()
    retype("第一党小组")
    press(TAB)

    assert "同名" in window.errors[-1]
    assert [group.name for group in services.branches.groups()] == ["第一党小组", "第二党小组"]
    assert not window.view.undo_stack.canUndo()


def test_leaving_by_a_key_keeps_the_word_just_typed(
    window: Opened[SettingsView], services: Services
) -> None:
    window.view.fields[ARCHIVE_CODE.key].setFocus()
    retype("QH-2025")

    assert window.view.leave()
    assert services.settings.get(ARCHIVE_CODE) == "QH-2025"


def test_the_text_size_is_kept_for_the_next_start_and_undone(
    window: Opened[SettingsView],
) -> None:
    field = window.view.scale_field
    field.setCurrentIndex(2)
    field.choice_edited.emit()
    assert window.context.preferences.font_scale() == 1.3
    window.view.undo_stack.undo()

    assert (window.context.preferences.font_scale(), field.value()) == (1.0, "1.0")


def test_a_backup_is_made_now_and_counted(
    window: Opened[SettingsView], services: Services, qtbot: QtBot
) -> None:
    card = window.view.data
    assert card.latest.text() == "还没有备份。"
    card.backup_button.click()
    assert not card.backup_button.isEnabled()
    qtbot.waitUntil(card.backup_button.isEnabled, timeout=20_000)

    latest = services.backups.latest()
    assert latest is not None
    assert f"{latest:%H:%M}，已清点" in card.latest.text()


def test_a_backup_that_fails_is_said_in_the_red_bar(
    window: Opened[SettingsView],
    services: Services,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail() -> Path:
        raise StoreError("U 盘不见了。")

    monkeypatch.setattr(services.backups, "backup", fail)
    window.view.data.backup_button.click()
    qtbot.waitUntil(lambda: window.errors == ["U 盘不见了。"])

    assert window.view.data.backup_button.isEnabled()


def test_the_records_are_looked_through(window: Opened[SettingsView], qtbot: QtBot) -> None:
    card = window.view.data
    card.verify_button.click()
    qtbot.waitUntil(card.verify_button.isEnabled, timeout=20_000)

    assert card.verified.text().startswith("核对完毕")


def test_a_date_that_is_none_keeps_one_here(window: Opened[SettingsView]) -> None:
    field = window.view.branch.start_field
    field.setFocus()
    type_here("上次换届")

    assert not window.view.leave()
    retype("2023-04-20")
    assert window.view.leave()
    assert window.context.services.branches.get().term_start == date(2023, 4, 20)


@pytest.mark.usefixtures("grouped")
def test_everything_fits_at_every_size(window: Opened[SettingsView]) -> None:
    for size in ((880, 500), (1190, 728), (1360, 832)):
        window.view.resize(*size)
        QApplication.processEvents()
        assert_nothing_cut(window.view)
        window.view.jump("", "data")


def test_kinds_of_ones_own_are_kept_one_a_line(
    window: Opened[SettingsView], services: Services
) -> None:
    field = window.view.fields[OWN_KINDS.key]
    field.setFocus()
    type_here("读书会\n\n义务劳动")
    press(TAB)
    assert services.settings.own_kinds() == ["读书会", "义务劳动"]
    assert field.text() == "读书会\n义务劳动"
    window.view.undo_stack.undo()
    assert services.settings.own_kinds() == []


def test_a_group_says_who_of_the_committee_is_in_touch_and_when_it_is_too_small(
    window: Opened[SettingsView], services: Services, grouped: list[Member]
) -> None:
    first = services.members.get(grouped[0].id)
    first.posts = [CommitteePost(branch_id=first.branch_id, post="书记")]
    services.members.save(first)
    row = window.view.groups.rows[0]
    assert "党小组应有3人以上" in row.count_hint.text()
    row.contact_field.setFocus()
    QApplication.processEvents()
    type_here(first.name)
    press(Qt.Key.Key_Return)
    assert services.branches.groups()[0].contact_id == first.id
    window.view.undo_stack.undo()
    assert services.branches.groups()[0].contact_id is None


def test_the_end_of_a_term_is_reckoned_and_reminded_of(
    window: Opened[SettingsView], monkeypatch: pytest.MonkeyPatch
) -> None:
    card = window.view.branch
    monkeypatch.setattr(clock, "today", lambda: date(2024, 5, 1))
    card.start_field.setFocus()
    type_here("2023-04-20")
    press(TAB)
    assert "按三年算是2026年4月19日" in card.hint.text()
    monkeypatch.setattr(clock, "today", lambda: date(2026, 4, 20))
    card.load()
    assert "已于2026年4月19日届满" in card.hint.text()
