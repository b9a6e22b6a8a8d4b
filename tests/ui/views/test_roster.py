from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import clock
from app.records import CommitteePost, Member
from app.services import Services
from app.store import members as kept_members
from tests import factories
from tests.ui.layout_checks import assert_nothing_cut
from tests.ui.typing import press, type_here
from tests.ui.views.members_window import Window, keep
from ui import dialogs
from ui.context import Context

ENTER, ESC = Qt.Key.Key_Return, Qt.Key.Key_Escape
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(context: Context, qtbot: QtBot) -> Window:
    return Window(context, qtbot)


@pytest.fixture
def kept(services: Services) -> list[Member]:
    """Three members as they are kept."""
    return [keep(services, name) for name in factories.NAMES[:3]]


@pytest.mark.usefixtures("kept")
@pytest.mark.parametrize("query", ["怀瑾", "shanhuai", "shj", "dhj"])
def test_members_are_found_by_characters_sounds_and_initials(window: Window, query: str) -> None:
    window.view.load()
    window.view.roster.search.setText(query)

    assert window.names() == ["单怀瑾"]


@pytest.mark.usefixtures("kept")
def test_letters_typed_on_the_roster_search_it_and_enter_opens_the_one_found(
    window: Window,
) -> None:
    window.view.load()
    window.view.roster.table.setFocus()
    QTest.keyClick(window.view.roster.table, Qt.Key.Key_S)
    QTest.keyClick(window.view.roster.search, Qt.Key.Key_W)
    press(ENTER)

    assert window.view.editor is not None
    assert window.view.editor.record.name == "舒望远"
    assert window.view.form is not None
    assert window.view.form.person.name_field.hasFocus()


def test_the_way_the_roster_is_sorted_is_remembered(
    context: Context, qtbot: QtBot, services: Services
) -> None:
    for name in ("柳知行", "曾以宁", "仇牧之"):
        keep(services, name)
    first = Window(context, qtbot)
    assert first.names() == ["柳知行", "曾以宁", "仇牧之"]
    first.view.roster.table.sort_by(1, descending=False)
    assert first.names() == ["柳知行", "仇牧之", "曾以宁"]

    assert Window(context, qtbot).names() == ["柳知行", "仇牧之", "曾以宁"]


@pytest.mark.usefixtures("kept")
def test_arrow_keys_show_one_member_after_the_other_and_esc_goes_back(
    window: Window,
) -> None:
    window.view.load()
    table = window.view.roster.table
    table.setFocus()
    press(Qt.Key.Key_Down)
    assert window.view.editor is not None
    assert table.hasFocus()
    press(Qt.Key.Key_Down)
    assert window.view.editor.record.name == table.currentIndex().siblingAtColumn(1).data()
    press(ENTER)
    assert window.view.form is not None
    assert window.view.form.person.name_field.hasFocus()
    press(ESC)

    assert window.view.form is None
    assert table.hasFocus()


def test_on_a_narrow_screen_arrows_stay_in_the_roster_and_enter_opens(
    context: Context, qtbot: QtBot, kept: list[Member]
) -> None:
    window = Window(context, qtbot, width_px=880)
    window.view.roster.search.setFocus()
    press(Qt.Key.Key_Down)
    assert window.view.roster.table.hasFocus()
    press(Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert window.view.form is None
    press(ENTER)

    assert window.view.form is not None
    assert not window.view.roster.isVisible()
    window.view.step(1)
    assert window.view.editor is not None
    assert window.view.editor.record.name == kept[1].name


def test_a_member_goes_to_the_trash_and_comes_back(
    window: Window, kept: list[Member], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "confirm", lambda *_a, **_k: True)
    window.view.load()
    window.view.open_member(kept[1].id)
    window.view.delete_member()
    assert window.names() == [kept[0].name, kept[2].name]

    window.view.undo_stack.undo()
    assert window.names() == [one.name for one in kept]
    window.view.undo_stack.redo()
    window.view.roster.chips.set_key("bin")
    window.view.load()
    assert window.names() == [kept[1].name]
    window.view.roster.table.step(1)
    window.view.banner.buttons()[0].click()
    window.view.roster.chips.set_key("here")
    window.view.load()
    assert window.names() == [one.name for one in kept]


def test_the_roster_is_put_in_order_and_back(
    window: Window, services: Services, kept: list[Member]
) -> None:
    window.view.load()
    window.view.open_member(kept[2].id)
    assert window.view.form is not None
    window.view.form.person.name_field.setFocus()
    window.view.form.person.name_field.end(False)
    type_here("之")
    window.view.roster.table.setFocus()
    press(Qt.Key.Key_Up, modifier=ALT)
    order = [one.name for one in services.members.everyone()]
    assert order == [kept[0].name, "单怀瑾之", kept[1].name]
    assert window.names() == order
    window.view.form.person.name_field.setFocus()
    window.view.form.person.name_field.end(False)
    type_here("远")
    assert window.view.leave()

    for _ in range(3):
        window.view.undo_stack.undo()
    assert window.view.leave()
    assert [one.name for one in services.members.everyone()] == [one.name for one in kept]
    for _ in range(3):
        window.view.undo_stack.redo()
    assert window.view.leave()
    assert [one.name for one in services.members.everyone()][1] == "单怀瑾之远"


def test_the_order_is_only_changed_where_it_is_what_is_shown(
    window: Window, kept: list[Member]
) -> None:
    window.view.load()
    window.view.open_member(kept[1].id)
    assert window.view.roster.up.isEnabled()
    assert window.view.roster.down.isEnabled()
    window.view.roster.table.sort_by(1, descending=False)
    assert not window.view.roster.up.isEnabled()
    window.view.roster.table.sort_by(0, descending=False)
    window.view.roster.search.setText("s")
    assert not window.view.roster.up.isEnabled()


def test_an_empty_roster_says_so_with_one_red_button(window: Window) -> None:
    assert "名册还是空的" in window.view.roster.empty.sentence.text()
    assert window.red_buttons() == ["新增党员"]


def test_two_hundred_members_and_long_names_fit_at_every_size(
    context: Context, qtbot: QtBot, services: Services
) -> None:
    with services.store.write("members") as unit:
        for member in factories.make_members(200):
            if member.position % 9 == 0:
                member.name = "阿依古丽·吐尔逊江·买买提明·艾力"
            member.branch_id = services.branches.get().id
            kept_members.save(unit, member)
    window = Window(context, qtbot)
    assert len(window.names()) == 200
    for size in ((880, 500), (1190, 728), (1360, 832)):
        window.view.close_member()
        window.view.resize(*size)
        QApplication.processEvents()
        assert_nothing_cut(window.view)
        window.view.open_member(window.view.roster.shown_ids()[0])
        QApplication.processEvents()
        assert_nothing_cut(window.view)


def test_posts_that_have_ended_no_longer_show(
    context: Context, qtbot: QtBot, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2025, 10, 16))
    ended, held = date(2025, 10, 15), date(2025, 10, 16)
    branch_id = services.branches.get().id
    for name, last in (("柳知行", ended), ("舒望远", held)):
        keep(services, name, posts=[CommitteePost(branch_id=branch_id, post="书记", to_on=last)])
    window = Window(context, qtbot)
    window.view.load()
    model = window.view.roster.table.model()
    shown = [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]
    assert ["书记" in row for row in shown] == [False, True]


def test_two_of_one_name_are_told_apart_in_the_list_and_in_what_is_asked(
    window: Window, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(services, "张伟", born="1985-03")
    second = keep(services, "张伟", code="乙班")
    keep(services, "柳知行")
    window.view.load()
    table = window.view.roster.table.model()
    shown = [table.index(row, 1).data() for row in range(table.rowCount())]
    assert shown == ["张伟（1985-03）", "张伟（乙班）", "柳知行"]

    window.view.resize(800, 700)
    assert_nothing_cut(window.view)
    room = window.view.roster.table.columnWidth(1)
    assert room > window.view.roster.table.fontMetrics().horizontalAdvance(shown[0])

    asked: list[str] = []
    monkeypatch.setattr(dialogs, "confirm", lambda _at, title, *_a, **_k: asked.append(title))
    window.view.open_member(second.id)
    window.view.delete_member()
    assert asked == ["把张伟（乙班）移到回收站？"]
