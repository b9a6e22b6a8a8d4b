from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.errors import DiskFullError
from app.manual.words import CASH, PAID_BY_FAMILY, TRANSFER
from app.records import DuesBase, DuesRow, Member
from app.services import Services
from app.store import members as kept_members
from tests import factories
from tests.ui.layout_checks import assert_nothing_cut
from tests.ui.typing import press, type_here
from tests.ui.views.opened import Opened
from ui import dialogs
from ui.context import Context
from ui.views.dues import DuesView
from ui.widgets.choice_field import ChoiceField

MONTH = "2025-10"
THEME_DAY = date(2025, 10, 9)
SPACE, DOWN, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Return
PAID, DAY, METHOD, AGENT = 5, 6, 7, 8


class Window(Opened[DuesView]):
    """October's dues, and what is kept of them."""

    def row(self, name: str) -> DuesRow:
        services = self.context.services
        ids = {one.name: one.id for one in services.members.everyone()}
        return next(one for one in services.dues.month(MONTH) if one.member_id == ids[name])

    def choose(self, name: str, column: int = 0) -> None:
        table = self.view.table
        ids = {one.name: one.id for one in self.context.services.members.everyone()}
        table.choose(ids[name])
        table.setCurrentIndex(table.currentIndex().siblingAtColumn(column))
        table.setFocus()

    def names(self) -> list[str]:
        names = {one.id: one.name for one in self.context.services.members.everyone()}
        return [names[one] for one in self.view.table.shown_keys()]

    def type_into(self, name: str, column: int, text: str, qtbot: QtBot) -> None:
        """Edit a cell by Enter, text, Enter."""
        self.choose(name, column)
        press(ENTER)
        field = QApplication.focusWidget()
        assert isinstance(field, QLineEdit)
        field.selectAll()
        type_here(text)
        press(ENTER)
        qtbot.waitUntil(lambda: self.view.table.state() is not self.view.table.State.EditingState)


@pytest.fixture(autouse=True)
def october(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.clock.today", lambda: date(2025, 10, 20))


@pytest.fixture
def members(services: Services) -> Sequence[Member]:
    """Three members: 1 %, 50 yuan each; the theme day was on the 9th."""
    branch_id = services.branches.get().id
    made = factories.make_members(3)
    for member in made:
        member.branch_id = branch_id
        services.members.save(member)
    services.meetings.save(
        factories.make_meeting(branch_id=branch_id, start=datetime(2025, 10, 9, 15, 0))  # noqa: DTZ001
    )
    return made


@pytest.fixture
def window(context: Context, qtbot: QtBot, members: Sequence[Member]) -> Window:
    assert members
    opened = Window(DuesView(context), qtbot)
    opened.view.shown()
    return opened


def test_a_tick_pays_in_full_in_cash_on_the_theme_day(window: Window) -> None:
    window.choose("柳知行")
    press(SPACE)

    row = window.row("柳知行")
    assert (row.paid_fen, row.paid_on, row.method) == (5000, THEME_DAY, CASH)
    assert "10月9日" in window.view.head.subtitle_label.text()


def test_ticks_add_up_to_sums_and_capitals(window: Window) -> None:
    press(SPACE, DOWN, SPACE)

    assert window.view.sums.text() == "应交 150.00 元　实交 100.00 元（壹佰元整）"
    assert window.view.chips.key() == "all"


def test_a_tick_taken_back_leaves_nothing_paid_and_both_can_be_undone(window: Window) -> None:
    window.choose("舒望远")
    press(SPACE, SPACE)
    assert window.row("舒望远").paid_fen is None
    window.view.undo_stack.undo()
    assert window.row("舒望远").paid_fen == 5000
    window.view.undo_stack.undo()
    assert (window.row("舒望远").paid_fen, window.row("舒望远").paid_on) == (None, None)
    window.view.undo_stack.redo()
    assert window.row("舒望远").paid_on == THEME_DAY


def test_everyone_who_has_not_paid_is_ticked_in_one_step(window: Window) -> None:
    press(SPACE)
    window.view.pay_button.click()
    assert [window.row(name).paid_fen for name in window.names()] == [5000] * 3
    assert not window.view.pay_button.isEnabled()
    window.view.undo_stack.undo()
    assert [window.row(name).paid_fen for name in window.names()] == [5000, None, None]


def test_amount_day_method_and_agent_are_typed_into_their_cells(
    window: Window, qtbot: QtBot
) -> None:
    window.type_into("柳知行", PAID, "80", qtbot)
    window.type_into("柳知行", DAY, "10.11", qtbot)
    row = window.row("柳知行")
    assert (row.paid_fen, row.paid_on, row.method) == (8000, date(2025, 10, 11), CASH)

    set_method(window, "柳知行", PAID_BY_FAMILY)
    window.type_into("柳知行", AGENT, "柳家人", qtbot)
    assert (window.row("柳知行").method, window.row("柳知行").paid_by) == (
        PAID_BY_FAMILY,
        "柳家人",
    )
    set_method(window, "柳知行", TRANSFER)
    assert window.row("柳知行").paid_by == ""
    window.view.undo_stack.undo()
    assert window.row("柳知行").paid_by == "柳家人"


def test_an_emptied_amount_takes_the_payment_back(window: Window, qtbot: QtBot) -> None:
    press(SPACE)
    window.choose("柳知行", PAID)
    press(ENTER, Qt.Key.Key_Delete, ENTER)
    qtbot.waitUntil(lambda: window.row("柳知行").paid_fen is None)

    assert window.row("柳知行").method == ""


@pytest.mark.parametrize(
    ("column", "text", "sentence"),
    [
        (PAID, "12.345", "不是金额"),
        (DAY, "2月30日", "不是日期"),
        (AGENT, "柳家人", "先把交纳方式改为"),
    ],
)
def test_what_cannot_be_is_said_and_changes_nothing(
    window: Window, qtbot: QtBot, column: int, text: str, sentence: str
) -> None:
    press(SPACE)
    window.type_into("柳知行", column, text, qtbot)

    assert sentence in window.errors[-1]
    assert window.row("柳知行").paid_fen == 5000
    assert window.view.undo_stack.count() == 1


def test_a_day_without_a_payment_is_refused(window: Window, qtbot: QtBot) -> None:
    window.type_into("柳知行", DAY, "10.9", qtbot)

    assert "还没有交" in window.errors[-1]
    assert window.row("柳知行").paid_on is None


def test_a_tick_that_cannot_be_kept_is_not_shown_and_undo_stays_whole(
    window: Window, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_rows: Sequence[DuesRow]) -> None:
        raise DiskFullError("磁盘满了。")

    press(SPACE)
    monkeypatch.setattr(services.dues, "save", full)
    press(DOWN, SPACE)
    assert window.errors == ["磁盘满了。"]
    assert ticked(window) == [True, False, False]
    window.view.undo_stack.undo()
    assert ticked(window) == [True, False, False]
    monkeypatch.undo()
    window.view.undo_stack.redo()
    window.view.undo_stack.undo()

    assert ticked(window) == [False, False, False]


def test_unpaid_rows_take_a_corrected_base_and_paid_ones_keep_theirs(
    window: Window, services: Services, members: Sequence[Member]
) -> None:
    press(SPACE, DOWN, SPACE, SPACE)
    for member in members[:2]:
        fresh = services.members.get(member.id)
        fresh.dues_bases = [DuesBase(branch_id=fresh.branch_id, base_fen=800000)]
        services.members.save(fresh)
    assert "1 名未交党员" in window.view.bar.text()
    window.view.bar.buttons()[0].click()

    assert [window.row(name).due_fen for name in window.names()] == [5000, 12000, 5000]
    assert "柳知行的应交数" in window.view.bar.text(), "he has paid, so he is asked about apart"
    window.view.bar.buttons()[0].click()
    first = window.row(window.names()[0])
    assert (first.due_fen, first.paid_fen) == (12000, 5000)
    assert window.view.bar.text() == ""
    window.view.undo_stack.undo()
    window.view.undo_stack.undo()
    assert window.row("舒望远").due_fen == 5000


def test_the_row_of_somebody_who_does_not_belong_is_taken_out_after_asking(
    window: Window,
    services: Services,
    members: Sequence[Member],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    press(SPACE)
    left = services.members.get(members[0].id)
    left.memberships[0].to_on = date(2025, 8, 31)
    services.members.save(left)
    assert "柳知行这个月不在支部名册上" in window.view.bar.text()
    monkeypatch.setattr(dialogs, "confirm", lambda *_args, **_more: False)
    window.view.bar.buttons()[0].click()
    assert "柳知行" in window.names()
    monkeypatch.setattr(dialogs, "confirm", lambda *_args, **_more: True)
    window.view.bar.buttons()[0].click()
    assert "柳知行" not in window.names()
    assert services.dues.between("2025-10", "2025-10") == []
    assert window.view.bar.text() == ""

    window.view.undo_stack.undo()
    (back,) = services.dues.between("2025-10", "2025-10")
    assert (back.member_id, back.paid_fen) == (members[0].id, 5000)
    assert "柳知行" in window.names()
    window.view.undo_stack.redo()
    assert services.dues.between("2025-10", "2025-10") == []


def test_members_are_filtered_and_found_and_stay_in_sight_when_ticked(
    window: Window,
) -> None:
    press(SPACE)
    window.view.chips.set_key("unpaid")
    window.view.chips.chosen.emit("unpaid")
    assert window.names() == ["舒望远", "单怀瑾"]
    press(Qt.Key.Key_S, Qt.Key.Key_H, Qt.Key.Key_A)
    assert window.view.search.hasFocus()
    assert window.names() == ["单怀瑾"]
    press(ENTER, SPACE)

    assert window.row("单怀瑾").paid_fen == 5000
    assert window.names() == ["单怀瑾"]
    window.view.chips.chosen.emit("unpaid")
    assert window.names() == []


def test_a_month_is_stepped_to_and_starts_its_own_undo(window: Window) -> None:
    press(SPACE)
    window.view.step(1)
    assert (window.view.month, window.view.undo_stack.canUndo()) == ("2025-11", False)
    assert ticked(window) == [False, False, False]
    window.view.step(-1)
    assert ticked(window) == [True, False, False]


def test_records_nobody_goes_on_with_open_at_their_last_month(
    context: Context, qtbot: QtBot, members: Sequence[Member], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert members
    monkeypatch.setattr("app.clock.today", lambda: date(2027, 1, 20))

    assert Window(DuesView(context), qtbot).view.month == MONTH


def test_a_finding_leads_to_the_member_of_its_month(
    window: Window, members: Sequence[Member]
) -> None:
    window.view.jump("2025-09", members[1].id)

    assert (window.view.month, window.view.table.current_key()) == ("2025-09", members[1].id)


def test_the_preview_is_printed_away_from_the_window(window: Window, qtbot: QtBot) -> None:
    source = window.view.preview()
    assert source is not None
    printed: list[bytes] = []
    window.context.jobs.run(lambda _progress: source(), printed.append)

    qtbot.waitUntil(lambda: bool(printed), timeout=20_000)
    assert printed[0].startswith(b"%PDF")


def test_a_month_without_members_says_where_to_enter_them(context: Context, qtbot: QtBot) -> None:
    window = Window(DuesView(context), qtbot)
    assert window.red_buttons() == ["去录入党员"]
    window.view.print_now()
    assert window.view.preview() is None


def test_two_hundred_rows_and_long_names_fit_at_every_size(
    context: Context, qtbot: QtBot, services: Services
) -> None:
    with services.store.write("members") as unit:
        for member in factories.make_members(200):
            if member.position % 9 == 0:
                member.name = "阿依古丽·吐尔逊江·买买提明·艾力"
            member.branch_id = services.branches.get().id
            kept_members.save(unit, member)
    window = Window(DuesView(context), qtbot)
    window.view.pay_all()
    for size in ((880, 500), (1190, 728), (1360, 832)):
        window.view.resize(*size)
        QApplication.processEvents()
        assert_nothing_cut(window.view)
        header = window.view.table.horizontalHeader()
        assert header.length() <= window.view.table.viewport().width()


def ticked(window: Window) -> list[bool]:
    model = window.view.table.model()
    states = [
        model.index(row, 0).data(Qt.ItemDataRole.CheckStateRole) for row in range(model.rowCount())
    ]
    return [state == Qt.CheckState.Checked for state in states]


def set_method(window: Window, name: str, method: str) -> None:
    window.choose(name, METHOD)
    press(ENTER)
    field = window.view.table.viewport().findChild(ChoiceField)
    assert isinstance(field, ChoiceField)
    QApplication.processEvents()
    steps = field.findData(method) - field.currentIndex()
    press(*[DOWN if steps > 0 else Qt.Key.Key_Up] * abs(steps), ENTER)
    QApplication.processEvents()
