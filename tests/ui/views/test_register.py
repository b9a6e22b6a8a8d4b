"""登记: fill-in pages in the real view."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app import clock
from app.manual.development import STEPS
from app.manual.pages import page_of
from app.records import Entry
from app.services import Services
from tests.filled import filled_entry
from tests.ui.typing import press, type_here
from tests.ui.views.opened import stop_timers
from ui import dialogs
from ui.context import Context
from ui.forms.rows_field import RowsField
from ui.views.entry_actions import ACTIONS
from ui.views.register import RegisterView
from ui.views.registers import InspectionView, PlansView, RegistersView

YEAR = 2025


V = TypeVar("V", bound=RegisterView)


def opened(view: V, qtbot: QtBot) -> V:
    """Show a view as the window does, at the year of the sample."""
    qtbot.addWidget(view, before_close_func=stop_timers)
    view.resize(1190, 700)
    view.years.set_year(YEAR)
    view.load()
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    return view


@pytest.fixture
def view(context: Context, qtbot: QtBot) -> Iterator[RegistersView]:
    made = opened(RegistersView(context), qtbot)
    context.changes.changed.connect(lambda areas: made.load() if areas & made.areas else None)
    made.choose_page("talk")
    yield made
    made.leave()


def keep(services: Services, key: str, **changes: Any) -> Entry:
    member = services.members.new()
    member.name = "周启明"
    kept = services.members.save(member)
    entry = filled_entry(page_of(key), [kept.id], **changes)
    entry.branch_id = services.branches.get().id
    return services.entries.save(entry)


def test_a_new_page_is_begun_typed_and_listed(view: RegistersView, services: Services) -> None:
    view.new_record()
    assert view.form is not None
    view.form.focus("reason")
    type_here("外出培训返矿")
    view.close_entry()
    (kept,) = services.entries.of_page("talk", YEAR)
    assert kept.values["reason"] == "外出培训返矿"
    assert view.list.table.shown_keys() == [kept.id]


def test_an_entry_goes_to_the_year_of_its_day(view: RegistersView, services: Services) -> None:
    keep(services, "talk", held_on="2024-12-30")
    assert view.list.table.shown_keys() == []
    view.years.set_year(2024)
    view.choose_year(2024)
    assert len(view.list.table.shown_keys()) == 1


def test_opening_an_entry_of_another_page_shows_that_page(
    view: RegistersView, services: Services
) -> None:
    kept = keep(services, "dues_use")
    view.jump(kept.id, "purpose")
    assert view.page.key == "dues_use"
    assert view.editor is not None
    assert view.editor.record.id == kept.id


def test_a_deleted_entry_comes_back_by_undo(
    view: RegistersView, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = keep(services, "talk")
    monkeypatch.setattr(dialogs, "confirm", lambda *_args, **_more: True)
    view.open_entry(kept.id)
    view.delete_entry()
    assert services.entries.of_page("talk", YEAR) == []
    view.undo_stack.undo()
    assert [one.id for one in services.entries.of_page("talk", YEAR)] == [kept.id]


def test_what_was_typed_before_a_power_cut_is_there_again(
    view: RegistersView, context: Context, qtbot: QtBot
) -> None:
    view.new_record()
    assert view.form is not None
    assert view.editor is not None
    view.form.focus("text")
    type_here("周启明问培训收获。")
    view.editor.put_draft()
    view.editor.close()
    again = RegistersView(context)
    qtbot.addWidget(again, before_close_func=stop_timers)
    again.load()
    qtbot.waitUntil(lambda: again.editor is not None)
    assert again.editor is not None
    assert again.editor.record.values["text"] == "周启明问培训收获。"
    assert again.editor.record.year == view.editor.record.year
    again.editor.close()


def test_the_one_page_of_a_year_opens_at_once_and_stays_the_one(
    context: Context, services: Services, qtbot: QtBot
) -> None:
    view = opened(PlansView(context), qtbot)
    for _ in range(2):
        view.choose_page("annual_summary")
        assert view.form is not None
        view.form.focus("title")
        type_here("甲")
        assert view.leave()
    (kept,) = services.entries.of_page("annual_summary", YEAR)
    assert kept.values["title"].count("甲") == 2


def test_the_arrows_go_through_the_pages_and_enter_goes_into_one(
    context: Context, qtbot: QtBot
) -> None:
    view = opened(PlansView(context), qtbot)
    pages = view.page_list.table
    pages.setFocus()
    for page in view.pages[1:4]:  # two of them open at once, as there is one a year
        press(Qt.Key.Key_Down)
        assert view.page is page
        assert pages.hasFocus()
    press(Qt.Key.Key_Up, Qt.Key.Key_Return)
    assert view.form is not None
    assert view.form.fields["unit"].widget.hasFocus()


def test_a_row_that_is_added_below_the_window_is_scrolled_into_sight(
    context: Context, qtbot: QtBot
) -> None:
    view = opened(PlansView(context), qtbot)
    view.choose_page("work_targets")
    assert view.form is not None
    rows = view.form.fields["targets"].widget
    assert isinstance(rows, RowsField)
    rows.set_rows([{"name": "保供"}] * 12)
    rows.focus_row(11)
    press(Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "第13行任务"
    qtbot.wait(100)
    assert focused.visibleRegion().boundingRect().height() == focused.height()


def test_the_list_shows_the_page_one_was_kept_on(view: RegistersView, qtbot: QtBot) -> None:
    view.new_record()
    assert view.form is not None
    view.form.focus("held_on")
    type_here("不是日期")
    pages = view.page_list.table
    pages.setFocus()
    press(Qt.Key.Key_Down)
    qtbot.waitUntil(
        lambda: [view.pages[one.row()].key for one in pages.selectedIndexes()][:1] == ["talk"]
    )
    assert view.page.key == "talk"


def test_the_one_page_of_a_year_is_called_by_its_title(context: Context, qtbot: QtBot) -> None:
    view = opened(PlansView(context), qtbot)
    view.choose_page("theme_plan")
    assert view.form is not None
    view.form.focus("adopted_on")
    type_here("2025-01-06")
    view.form.focus("months")
    assert view.entry_page.name.text() == "主题党日年度计划表"
    view.leave()


def test_the_preview_prints_what_is_typed_and_not_yet_kept(view: RegistersView) -> None:
    assert view.preview() is None
    view.new_record()
    assert view.form is not None
    view.form.focus("reason")
    type_here("未保存的事由")
    source = view.preview()
    assert source is not None
    assert source().startswith(b"%PDF")


def test_a_finalised_page_is_only_read_until_it_is_corrected(
    view: RegistersView, services: Services
) -> None:
    kept = keep(services, "talk", place="运输区书记办公室")
    services.filing.finalise(kept.id, late_reason="补录")
    view.open_entry(kept.id)
    assert view.form is not None
    place = view.form.fields["place"].widget
    assert not place.isEnabled()
    assert view.state_bar.text().startswith("已定稿")
    view.state_bar.buttons()["更正"].click()
    assert place.isEnabled()


def test_a_row_of_the_plan_becomes_a_theme_day(
    context: Context, services: Services, qtbot: QtBot
) -> None:
    view = opened(PlansView(context), qtbot)
    gone: list[tuple[str, str, str]] = []
    context.go_requested.connect(lambda *place: gone.append(place))
    view.choose_page("theme_plan")
    assert view.leave()
    words = [label for label, _ in ACTIONS["theme_plan"][0].choices(view)]
    assert len(words) == 12
    assert words[2].startswith("3月　3月9日")
    ACTIONS["theme_plan"][0].choices(view)[2][1]()
    (meeting,) = services.meetings.of_year(YEAR)
    assert gone == [("theme_days", meeting.id, "")]
    assert len(ACTIONS["theme_plan"][0].choices(view)) == 11


def test_the_problems_of_an_inspection_become_orders(
    context: Context, services: Services, qtbot: QtBot
) -> None:
    view = opened(InspectionView(context), qtbot)
    view.choose_page("inspection")
    kept = keep(services, "inspection", items=[{"item": "党旗党徽", "problem": "一人未戴党徽"}])
    view.load()
    view.open_entry(kept.id)
    ((_, run),) = ACTIONS["inspection"][1].choices(view)
    run()
    (order,) = services.entries.of_page("rectification_order", YEAR)
    assert "一人未戴党徽" in order.values["problem"]
    assert view.page.key == "rectification_order"


def test_who_was_not_heard_of_is_offered_with_the_day_it_counts_from(
    context: Context, services: Services, qtbot: QtBot
) -> None:
    keep(services, "talk", held_on="2025-02-07")
    view = opened(RegistersView(context), qtbot)
    view.choose_page("lost_contact")
    ((words, run),) = ACTIONS["lost_contact"][0].choices(view)
    assert words == "周启明　2025年2月7日起"
    run()
    assert view.form is not None
    assert view.form.fields["last_on"].read() == "2025-02-07"
    assert not view.form.findings.isVisible()


def test_the_applicants_of_last_year_go_on(
    view: RegistersView, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(services, "applicant", name="乔志远", confirmation_approved_on="", stage=STEPS[5])
    told: list[str] = []
    monkeypatch.setattr(dialogs, "tell", lambda *args, **_more: told.append(args[-1]))
    view.choose_page("applicant")
    view.years.set_year(YEAR + 1)
    view.choose_year(YEAR + 1)
    view.action_button.click()
    (kept,) = services.entries.of_page("applicant", YEAR + 1)
    assert view.list.table.shown_keys() == [kept.id]
    assert told == []
    view.action_button.click()
    assert told == ["2025年没有还在培养的人，或者今年都已经有了。"]


def test_a_proposal_opens_its_page_filled_in_and_keeps_nothing_before_it_is_typed_in(
    view: RegistersView, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2025, 10, 16))
    failed = keep(services, "appraisal", grade="不合格", decided_on="2025-10-01")
    (who,) = (one["member"] for one in failed.values["member"])
    view.jump("", f"measure/{who}/failed")
    assert view.page.key == "measure"
    assert view.editor is not None
    assert view.editor.record.values["measure"] == "限期改正"
    assert view.action_button.text() == "打印卷宗"
    view.close_entry()
    assert services.entries.of_page("measure", YEAR) == []

    ((words, run),) = ACTIONS["measure"][0].choices(view)
    assert words == "周启明　限期改正　2025年10月1日在民主评议中被评定为不合格"
    run()
    assert view.form is not None
    view.form.focus("decided_by")
    type_here("支部党员大会")
    view.close_entry()
    (kept,) = services.entries.of_page("measure", YEAR)
    assert "民主评议评定为不合格" in kept.values["reason"]
