"""督查考核: points of members and the branch's sheet in the real view."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from app import clock
from app.rules.entries import rows_in
from app.services import Services
from app.services.assessment import Assessment
from tests.branch_year import YEAR, keep_year
from tests.ui.views.opened import Opened
from ui import dialogs
from ui.context import Context
from ui.views.assessment_actions import count_all, told
from ui.views.assessment_panels import MemberScorePanel
from ui.views.registers import InspectionView


@pytest.fixture
def opened(
    services: Services, context: Context, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Opened[InspectionView]]:
    monkeypatch.setattr(clock, "today", lambda: date(2026, 1, 20))
    keep_year(services, people=3, months=(1, 2, 3))
    view = InspectionView(context)
    view.years.set_year(YEAR)
    made = Opened(view, qtbot)
    view.choose_page("member_score")
    yield made
    view.leave()


def panel_of(view: InspectionView, qtbot: QtBot) -> MemberScorePanel:
    panel = view.panel
    assert isinstance(panel, MemberScorePanel)
    qtbot.waitUntil(lambda: bool(panel.counted.buttons))
    return panel


def test_all_are_counted_from_the_list_and_each_line_leads_to_its_records(
    opened: Opened[InspectionView], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    view, said = opened.view, list[str]()
    monkeypatch.setattr(dialogs, "tell", lambda _parent, _title, text: said.append(text))
    count_all(view)
    qtbot.waitUntil(lambda: bool(said))
    assert said == ["新建 3 人。"]
    qtbot.waitUntil(lambda: len(view.list.table.shown_keys()) == 3)
    view.open_entry(view.list.table.shown_keys()[0])  # the secretary's, who was always there
    panel = panel_of(view, qtbot)
    assert not panel.changed.isVisible()
    (theme_days,) = [one for one in panel.counted.buttons if one.text().startswith("参加主题党日")]
    assert "3次6分" in theme_days.text()
    (due,) = [one for one in panel.counted.buttons if one.text().startswith("按月交党费")]
    assert "党费" in due.toolTip()


def test_a_line_changed_by_hand_is_shown_and_may_be_taken_over(
    opened: Opened[InspectionView], qtbot: QtBot, services: Services
) -> None:
    view = opened.view
    services.assessment.keep_members(YEAR)
    pages = services.entries.of_page("member_score", YEAR)
    entry = next(one for one in pages if rows_in(one.values, "items")[1]["times"] == 3)
    rows_in(entry.values, "items")[1]["times"] = 1
    services.entries.save(entry)
    view.open_entry(entry.id)
    panel = panel_of(view, qtbot)
    assert panel.changed.sentences() == [
        "参加主题党日：这里是1次2分，按记录是3次6分（您改过，不会自己改动）"
    ]
    next(one for one in panel.changed.buttons() if one.text() == "改用").click()
    qtbot.waitUntil(lambda: not panel.changed.isVisible())
    assert rows_in(services.entries.get(entry.id).values, "items")[1]["times"] == 3
    view.undo_stack.undo()
    assert view.editor is not None
    assert rows_in(view.editor.record.values, "items")[1]["times"] == 1


def test_a_new_page_offers_to_fill_in_what_can_be_counted(
    opened: Opened[InspectionView], qtbot: QtBot, services: Services
) -> None:
    view = opened.view
    view.new_record()
    assert view.editor is not None
    assert view.panel is not None
    qtbot.wait(500)
    assert view.panel.changed.sentences() == []  # nobody is named yet
    member = services.members.everyone()[0]
    with view.editor.change("page", "姓名") as entry:
        entry.values["member"] = [{"member": member.id}]
    qtbot.waitUntil(lambda: bool(view.panel and view.panel.changed.sentences()))
    assert view.panel.changed.sentences() == ["还有17行没有填，可以按记录算。"]


def test_a_page_is_open_before_the_year_is_counted(
    opened: Opened[InspectionView],
    qtbot: QtBot,
    services: Services,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    services.assessment.keep_members(YEAR)
    counted: list[int] = []
    year = services.assessment.year

    def count(of: int) -> Assessment:
        counted.append(of)
        return year(of)

    monkeypatch.setattr(services.assessment, "year", count)
    first, second, *_ = services.entries.of_page("member_score", YEAR)
    opened.view.open_entry(first.id)
    assert counted == []
    panel_of(opened.view, qtbot)
    assert counted == [YEAR]
    opened.view.open_entry(second.id)
    panel_of(opened.view, qtbot)
    assert counted == [YEAR], "the next page needs no new count"
    editor = opened.view.editor
    assert editor is not None
    with editor.change("page", "核定日期") as entry:
        rows_in(entry.values, "items")[6]["times"] = 7
    assert editor.save()
    qtbot.wait(600)
    assert counted == [YEAR], "nor does what is typed here"
    services.meetings.delete(services.meetings.of_year(YEAR)[0].id)
    qtbot.waitUntil(lambda: len(counted) == 2)


def test_the_branchs_sheet_is_scored_with_its_button(
    opened: Opened[InspectionView], qtbot: QtBot, services: Services
) -> None:
    view = opened.view
    view.choose_page("branch_score")
    assert view.action_button.text() == "算自评分"
    view.action_button.click()
    (sheet,) = services.entries.of_page("branch_score", YEAR)
    assert any(row.get("reason") for row in rows_in(sheet.values, "items"))
    qtbot.waitUntil(lambda: bool(view.panel and view.panel.counted.buttons))


def test_many_lines_kept_by_hand_are_told_in_part() -> None:
    from app.rules.points import Kept
    from app.services.assessment import Outcome

    kept = tuple((f"党员{number}", Kept("党课", "1次5分", "2次10分")) for number in range(12))
    text = told(Outcome(0, 1, 10, 1, kept))
    assert text.startswith("更新 1 人，没有变化 10 人，已核定、没有动 1 人。")
    assert "党员9：“党课”改过，保留1次5分；按记录是2次10分。" in text
    assert "党员10" not in text
    assert text.endswith("……共 12 行，打开各人的页可以逐行看。")
