"""Inspection and notice in the real view: what changed is named, and records are a click away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from app import clock
from app.manual.checklist import FLAG, NOTES
from app.manual.kinds import THEME_DAY
from app.records import Meeting
from app.rules.counted import Place
from app.services import Services
from tests.october import load_october
from tests.ui.typing import type_here
from tests.ui.views.opened import Opened
from ui import dialogs
from ui.context import Context
from ui.forms.counted_cards import PlaceButton
from ui.preferences import Preferences
from ui.views.entry_panels import EntryPanel
from ui.views.registers import InspectionView

MONTH = "2025-10"


@pytest.fixture
def opened(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Opened[InspectionView]]:
    monkeypatch.setattr(clock, "today", lambda: date(2025, 10, 31))
    services, _code = Services.create(tmp_path / "october")
    load_october(services)
    context = Context(services, preferences=Preferences(tmp_path / "profile"))
    made = Opened(InspectionView(context), qtbot)
    yield made
    made.view.leave()
    context.close()
    services.close(backup=False)


def theme_day(services: Services) -> Meeting:
    return next(one for one in services.meetings.of_month(MONTH) if THEME_DAY in one.kinds)


def panel_of(view: InspectionView) -> EntryPanel:
    assert view.panel is not None
    return view.panel


def click(view: InspectionView, text: str) -> None:
    """Press the button with these words on what changed."""
    listed = [one for one in panel_of(view).changed.buttons() if one.text() == text]
    assert listed, [one.text() for one in panel_of(view).changed.buttons()]
    listed[0].click()


def words(buttons: list[QPushButton]) -> list[str]:
    return [one.text() for one in buttons]


def test_an_inspection_leads_to_its_records_and_names_what_changed(
    opened: Opened[InspectionView],
) -> None:
    view, services = opened.view, opened.context.services
    view.choose_page("inspection")
    view.begin(services.entries.inspection_of_month(MONTH))
    assert view.form is not None
    panel = panel_of(view)
    assert panel.changed.isHidden()
    flag = next(one for one in panel.counted.buttons if one.text().startswith(FLAG.name))
    flag.click()
    assert opened.gone_to == [("theme_days", theme_day(services).id, "head/flag_hung")]
    view.form.focus("way")
    type_here("查阅手册")
    assert view.leave()
    meeting = theme_day(services)
    meeting.flag_hung, meeting.notes_done = False, 15
    services.meetings.save(meeting)
    assert [one.split("。")[0] for one in panel.changed.sentences()] == [
        f"{FLAG.name}：合格 → 不合格，扣2分",
        f"{NOTES.name}：合格 → 基本合格，扣1.5分",
    ]
    click(view, "全部改用")
    assert panel.changed.isHidden()
    (kept,) = services.entries.of_page("inspection", 2025)
    assert [row["deducted_tenths"] for row in kept.values["items"] if row["item"] == FLAG.name] == [
        20
    ]
    view.undo_stack.undo()
    panel.follow()
    assert len(panel.changed.sentences()) == 2


def test_what_the_inspector_typed_is_left_alone(opened: Opened[InspectionView]) -> None:
    view, services = opened.view, opened.context.services
    entry = services.entries.inspection_of_month(MONTH)
    row = next(row for row in entry.values["items"] if row["item"] == NOTES.name)
    row["problem"] = "两本只抄标题"
    kept = services.entries.save(entry)
    meeting = theme_day(services)
    meeting.notes_done = 15
    services.meetings.save(meeting)
    view.choose_page("inspection")
    view.open_entry(kept.id)
    assert not [one for one in panel_of(view).counted.buttons if "号整改" in one.text()]
    for order in services.entries.orders_for(kept.id):
        services.entries.save(order)
    ordered = [one.text() for one in panel_of(view).counted.buttons if "号整改" in one.text()]
    assert ordered[0] == "2025-01号整改：待整改"
    (sentence,) = panel_of(view).changed.sentences()
    assert sentence.endswith("（您已填写，不改动）")
    click(view, "知道了")
    assert panel_of(view).changed.isHidden()
    (there,) = services.entries.of_page("inspection", 2025)
    (row,) = [one for one in there.values["items"] if one["item"] == NOTES.name]
    assert (row["result"], row["problem"]) == ("合格", "两本只抄标题")


def test_a_notice_names_figures_that_changed_and_puts_them_right_when_asked(
    opened: Opened[InspectionView], monkeypatch: pytest.MonkeyPatch
) -> None:
    view, services = opened.view, opened.context.services
    kept = services.entries.save(services.entries.notice_of_month(MONTH))
    meeting = theme_day(services)
    del meeting.attendance[0]
    services.meetings.save(meeting)
    view.choose_page("monthly_notice")
    view.open_entry(kept.id)
    panel = panel_of(view)
    assert "实到 16人 → 17人" in panel.changed.sentences()
    assert view.editor is not None
    assert "实到16人" in view.editor.record.values["text"]
    click(view, "改正文")
    assert "实到17人" in view.editor.record.values["text"]
    click(view, "都核对过了")
    assert panel.changed.isHidden()
    meeting = theme_day(services)
    meeting.attendance.clear()
    services.meetings.save(meeting)
    monkeypatch.setattr(dialogs, "confirm", lambda *_args, **_more: True)
    click(view, "重新起草")
    assert "缺席0人，到会率100%" in view.editor.record.values["text"]
    assert panel.changed.isHidden()


def test_a_finalised_notice_still_says_what_changed_and_lets_nothing_be_done(
    opened: Opened[InspectionView],
) -> None:
    view, services = opened.view, opened.context.services
    kept = services.entries.save(services.entries.notice_of_month(MONTH))
    services.filing.finalise(kept.id)
    meeting = theme_day(services)
    del meeting.attendance[0]
    services.meetings.save(meeting)
    view.choose_page("monthly_notice")
    view.open_entry(kept.id)
    panel = panel_of(view)
    assert "实到 16人 → 17人" in panel.changed.sentences()
    assert set(words(panel.changed.buttons())) == {"看记录"}
    assert all(one.isEnabled() for one in panel.changed.buttons())


def test_of_several_records_one_is_asked_for(qtbot: QtBot) -> None:
    places = [Place(f"{number}日会议", "meetings", str(number)) for number in (1, 2)]
    made = PlaceButton("定稿", places)
    qtbot.addWidget(made)
    chosen: list[Place] = []
    made.place_chosen.connect(chosen.append)
    with qtbot.waitExposed(made):
        made.show()
    made.click()
    menu = made.findChild(QMenu)
    assert isinstance(menu, QMenu)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(menu, key)
    assert chosen == [places[1]]
    qtbot.waitUntil(lambda: made.findChild(QMenu) is None)
