from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.errors import DiskFullError
from app.records import Group, Member
from app.services import Services
from tests import factories
from tests.ui.typing import press, type_here
from tests.ui.views.members_window import Window, keep
from ui import dialogs
from ui.context import Context
from ui.preferences import Preferences
from ui.views.members import DRAFT_AREA

TAB, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Return


@pytest.fixture
def window(context: Context, qtbot: QtBot) -> Window:
    return Window(context, qtbot)


@pytest.fixture
def kept(services: Services) -> list[Member]:
    """Three members as they are kept."""
    return [keep(services, name) for name in factories.NAMES[:3]]


def test_a_member_is_entered_by_keys_alone(window: Window, services: Services) -> None:
    window.view.shown()
    press(Qt.Key.Key_Space)
    type_here("单怀瑾")
    press(TAB, TAB)
    type_here("1978.4")
    press(ENTER)
    type_here("13900000000")
    assert window.view.leave()

    (member,) = services.members.everyone()
    assert (member.name, member.pinyin, member.born, member.phone) == (
        "单怀瑾",
        "shan huai jin",
        "1978-04",
        "13900000000",
    )
    assert window.names() == ["单怀瑾"]


def test_leaving_a_field_keeps_the_member(window: Window, services: Services) -> None:
    window.view.new_record()
    type_here("柳知行")
    assert services.members.everyone() == []
    press(TAB)

    assert [one.name for one in services.members.everyone()] == ["柳知行"]


def test_a_member_without_name_is_refused_and_nothing_is_lost(window: Window) -> None:
    window.view.new_record()
    assert window.view.form is not None
    press(TAB, TAB, TAB)
    type_here("13900000000")

    assert not window.view.leave()
    assert set(window.errors) == {"姓名还空着，请按身份证填写全名。"}
    assert window.view.editor is not None
    assert window.view.editor.record.phone == "13900000000"
    window.view.form.focus_name()
    type_here("柳知行")
    assert window.view.leave()
    assert window.errors == []


def test_text_that_is_no_date_keeps_one_here_until_it_is_put_right(
    window: Window, kept: list[Member]
) -> None:
    window.view.load()
    window.view.open_member(kept[0].id)
    assert window.view.form is not None
    field = window.view.form.party.joined_field
    field.setFocus()
    type_here("前年夏天")
    press(TAB)

    assert not window.view.leave()
    assert "前年夏天" in window.errors[-1]
    assert field.hasFocus()
    type_here("2008.6.27")
    assert window.view.leave()
    assert window.view.editor is not None
    assert window.view.editor.record.joined_on == date(2008, 6, 27)


def test_every_kind_of_edit_is_undone_and_done_again(
    window: Window, services: Services, kept: list[Member]
) -> None:
    services.branches.save_groups([Group(branch_id=kept[0].branch_id, name="第一党小组")])
    window.view.load()
    window.view.open_member(kept[0].id)
    form, stack = window.view.form, window.view.undo_stack
    assert form is not None
    form.person.name_field.setFocus()
    form.person.name_field.selectAll()
    type_here("柳远行")
    form.party.joined_field.setFocus()
    type_here("2008-06-27")
    press(TAB)
    form.posts.add_post()
    form.dues.base_field.setFocus()
    type_here("5000")
    press(TAB)
    form.party.group_field.setCurrentIndex(1)
    form.party.group_field.choice_edited.emit()
    form.party.leader_box.click()
    assert window.view.leave()
    after = services.members.get(kept[0].id)
    assert (after.name, after.joined_on, len(after.posts), after.is_leading_cadre) == (
        "柳远行",
        date(2008, 6, 27),
        1,
        True,
    )
    assert (after.group_id is not None, after.dues_bases[0].base_fen) == (True, 500000)

    while stack.canUndo():
        stack.undo()
    assert window.view.leave()
    before = services.members.get(kept[0].id)
    assert (before.name, before.joined_on, before.posts, before.dues_bases) == (
        kept[0].name,
        None,
        [],
        [],
    )
    assert form.party.joined_field.text() == ""
    assert form.dues.base_field.text() == ""

    while stack.canRedo():
        stack.redo()
    assert window.view.leave()
    again = services.members.get(kept[0].id)
    assert (again.name, again.joined_on, again.dues_bases[0].base_fen) == (
        "柳远行",
        date(2008, 6, 27),
        500000,
    )
    assert form.party.joined_field.text() == "2008-06-27"


def test_a_half_typed_new_member_is_found_again_after_a_crash(
    context: Context, qtbot: QtBot, services: Services, tmp_path: Path
) -> None:
    before = Window(context, qtbot)
    before.view.new_record()
    press(TAB, TAB, TAB)
    type_here("13900000000")
    qtbot.waitUntil(lambda: bool(services.drafts.all(DRAFT_AREA, Member)))
    before.view.hide()

    fresh = Context(services, preferences=Preferences(tmp_path / "other"))
    after = Window(fresh, qtbot)
    qtbot.waitUntil(lambda: after.view.form is not None)
    assert after.view.editor is not None
    assert after.view.editor.record.phone == "13900000000"
    assert "找回" in after.view.banner.text()
    assert after.view.form is not None
    after.view.form.focus_name()
    type_here("柳知行")
    assert after.view.leave()
    assert [one.phone for one in services.members.everyone()] == ["13900000000"]
    assert services.drafts.all(DRAFT_AREA, Member) == []
    fresh.close()


def test_a_name_no_print_font_has_is_warned_about_while_it_is_typed(window: Window) -> None:
    window.view.new_record()
    assert window.view.form is not None
    type_here("柳\U0003134f")

    assert "\U0003134f" in window.view.form.person.name_hint.text()
    assert window.view.form.person.name_hint.isVisible()
    press(Qt.Key.Key_Backspace)
    assert not window.view.form.person.name_hint.isVisible()


def test_another_name_takes_its_sound_along_unless_it_was_corrected(window: Window) -> None:
    window.view.new_record()
    type_here("柳知行")
    assert window.view.form is not None
    assert window.view.form.person.pinyin_field.text() == "liu zhi xing"
    window.view.form.person.pinyin_field.setFocus()
    window.view.form.person.pinyin_field.selectAll()
    type_here("liu zhi hang")
    window.view.form.focus_name()
    window.view.form.person.name_field.end(False)
    type_here("者")

    assert window.view.editor is not None
    assert window.view.editor.record.pinyin == "liu zhi hang"


def test_a_new_member_is_given_up_without_a_question(
    window: Window, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "confirm", lambda *_a, **_k: pytest.fail("asked"))
    window.view.new_record()
    press(TAB, TAB, TAB)
    type_here("139")
    window.view.delete_member()

    assert window.view.form is None
    assert window.view.leave()
    assert services.members.everyone() == []


def test_what_cannot_be_kept_stays_on_the_screen(
    window: Window, services: Services, kept: list[Member], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_member: Member) -> Member:
        raise DiskFullError("磁盘满了。")

    window.view.load()
    window.view.open_member(kept[0].id)
    assert window.view.form is not None
    monkeypatch.setattr(services.members, "save", full)
    window.view.form.person.name_field.setFocus()
    type_here("新")
    press(TAB)
    assert window.errors == ["磁盘满了。"]
    assert not window.view.leave()
    monkeypatch.undo()

    assert window.view.leave()
    assert "新" in services.members.get(kept[0].id).name


@pytest.mark.parametrize(("answer", "phone"), [("保留我填的", "111"), ("改用已保存的", "222")])
def test_two_who_change_one_member_choose_whose_text_stays(
    window: Window, services: Services, kept: list[Member], answer: str, phone: str
) -> None:
    window.view.load()
    window.view.open_member(kept[0].id)
    press_phone(window, "111")
    other = services.members.get(kept[0].id)
    other.phone = "222"
    services.members.save(other)
    assert not window.view.leave()
    window.actions[answer]()

    assert window.view.leave()
    assert services.members.get(kept[0].id).phone == phone


def test_a_group_removed_elsewhere_leaves_the_open_page(
    window: Window, services: Services, kept: list[Member]
) -> None:
    (group,) = services.branches.save_groups(
        [Group(branch_id=kept[0].branch_id, name="第一党小组")]
    )
    kept[0].group_id = group.id
    services.members.save(kept[0])
    window.view.open_member(kept[0].id)
    assert window.view.form is not None
    assert window.view.form.party.group_field.currentText() == "第一党小组"
    services.branches.save_groups([])

    assert window.view.form.party.group_field.value() == ""
    press_phone(window, "111")
    assert window.view.leave()
    assert window.errors == []


def test_a_new_base_keeps_the_earlier_one_for_its_months(
    window: Window, services: Services, kept: list[Member], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.clock.today", lambda: date(2025, 10, 15))
    kept[0].dues_bases = factories.make_member(base_fen=500000).dues_bases
    services.members.save(kept[0])
    window.view.load()
    window.view.open_member(kept[0].id)
    assert window.view.form is not None
    card = window.view.form.dues
    card.add_base()
    card.base_field.selectAll()
    type_here("8000")
    press(TAB)
    assert "120.00" in card.result.text()
    assert "5000.00" in card.earlier.text()
    card.month_field.setFocus()
    card.month_field.selectAll()
    press(Qt.Key.Key_Delete, TAB)

    assert "已经另有基数" in card.result.text()
    bases = services.members.get(kept[0].id).dues_bases
    assert [(base.from_month, base.base_fen) for base in bases] == [
        ("", 500000),
        ("2025-10", 800000),
    ]
    card.drop_base()
    assert len(services.members.get(kept[0].id).dues_bases) == 1


def press_phone(window: Window, number: str) -> None:
    assert window.view.form is not None
    window.view.form.focus_name()
    press(TAB, TAB, TAB)
    type_here(number)
