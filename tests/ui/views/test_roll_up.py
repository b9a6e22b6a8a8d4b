"""The window hands the month in, and puts together what branches handed in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.exchange.branch_report import dumps, loads
from app.services import Services
from tests import factories
from tests.branch_reports import branch_report, finding
from tests.ui.layout_checks import assert_nothing_cut
from tests.ui.views.opened import Opened
from ui import dialogs, printing
from ui.context import Context
from ui.views.archive import ArchiveView
from ui.views.roll_up import PreviewDialog, RollUpDialog

LATER = datetime(2025, 11, 9, 8)  # noqa: DTZ001 - local wall-clock time


@pytest.fixture(autouse=True)
def later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.clock.today", lambda: date(2025, 11, 20))


@pytest.fixture
def window(context: Context, qtbot: QtBot, services: Services) -> Opened[ArchiveView]:
    """档案打印 of a branch that has October's theme day."""
    branch_id = services.branches.get().id
    members = factories.make_members(4)
    for member in members:
        member.branch_id = branch_id
    members = [services.members.save(member) for member in members]
    services.meetings.save(factories.theme_day(members, branch_id=branch_id, photos=[]))
    return Opened(ArchiveView(context), qtbot)


@pytest.fixture
def handed_in(tmp_path: Path) -> list[Path]:
    """Two reports of October, one of September, one overtaken, and a file that is none."""
    made = {
        "采煤一队.json": dumps(branch_report(made_at=LATER)),
        "采煤一队旧.json": dumps(branch_report(days=())),
        "机关.json": dumps(branch_report("机关党支部", findings=(finding(1),))),
        "机关9月.json": dumps(branch_report("机关党支部", month="2025-09", days=())),
        "照片.json": b"{}",
    }
    for name, content in made.items():
        (tmp_path / name).write_bytes(content)
    return [tmp_path / name for name in made]


def answer(path: Path | None) -> Callable[..., Path | None]:
    return lambda *_a, **_k: path


def opened(
    window: Opened[ArchiveView],
    qtbot: QtBot,
    paths: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> RollUpDialog:
    """Open the roll-up by its button and choose files."""
    monkeypatch.setattr(dialogs, "ask_open_paths", lambda *_a: paths)
    window.view.report_card.roll_up_button.click()
    (dialog,) = window.view.findChildren(RollUpDialog)
    qtbot.waitExposed(dialog)
    dialog.choose_button.click()
    quiet(window, qtbot)
    return dialog


def quiet(window: Opened[ArchiveView], qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.context.jobs.busy(), timeout=20_000)
    QApplication.processEvents()


def shown(dialog: RollUpDialog) -> list[tuple[str, str, str, str]]:
    rows = dialog.table.rows_model.rows()
    return [(one.file, one.branch, one.month, one.state) for one in rows]


def test_the_month_shown_is_written_into_the_file_that_was_named(
    window: Opened[ArchiveView], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    asked: list[Path] = []
    window.context.status_shown.connect(lambda text, _kind: said.append(text))

    def ask(_parent: object, _title: str, suggested: Path, _kinds: str) -> Path:
        asked.append(suggested)
        return tmp_path / "交上级"

    monkeypatch.setattr(dialogs, "ask_save_path", ask)
    window.view.report_card.report_button.click()

    assert asked[0].name == "青禾示例支部2025年10月月报.json"
    report = loads((tmp_path / "交上级.json").read_bytes())
    assert (report.branch, report.month, len(report.days)) == ("青禾示例支部", "2025-10", 1)
    assert said[-1] == "已导出 交上级.json"
    assert window.errors == []


def test_who_may_be_named_in_the_file_is_said_before_it_is_written(
    window: Opened[ArchiveView],
) -> None:
    card = window.view.report_card
    assert any(
        "可能有党员姓名；没有身份证号、电话和生日" in one.text()
        for one in card.findChildren(type(card.hint_label))
    )


def test_a_month_that_cannot_be_reported_says_why_and_writes_nothing(
    window: Opened[ArchiveView], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "ask_save_path", answer(tmp_path / "x.json"))
    window.view.step(-20)
    window.view.report_card.report_button.click()
    assert "没有记录" in window.errors[-1]
    assert not (tmp_path / "x.json").exists()
    monkeypatch.setattr(dialogs, "ask_save_path", answer(None))
    window.view.step(20)
    window.view.report_card.report_button.click()
    assert list(tmp_path.glob("*.json")) == []


def test_files_are_put_together_and_those_that_do_not_count_are_told(
    window: Opened[ArchiveView],
    qtbot: QtBot,
    handed_in: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialog = opened(window, qtbot, handed_in, monkeypatch)
    assert shown(dialog) == [
        ("采煤一队旧.json", "采煤一队党支部", "2025年10月", "没有计入"),
        ("照片.json", "", "", "没有计入"),
        ("采煤一队.json", "采煤一队党支部", "2025年10月", "计入"),
        ("机关.json", "机关党支部", "2025年10月", "计入"),
        ("机关9月.json", "机关党支部", "2025年9月", "计入"),
    ]
    assert dialog.summary.text() == "2 个支部，2025年9月、10月，计入 3 份月报，未报 1 份。"
    first, second = dialog.refusals.text().splitlines()
    assert first.startswith("没有计入 采煤一队旧.json：这个支部这个月还有一份")
    assert second.startswith("没有计入 照片.json：这不是支部月报文件")
    assert dialog.preview_button.hasFocus()
    assert_nothing_cut(dialog)
    dialog.reject()


def test_without_files_there_is_nothing_to_print_and_the_dialog_says_so(
    window: Opened[ArchiveView], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = opened(window, qtbot, [], monkeypatch)
    for one in (dialog.preview_button, dialog.print_button, dialog.pdf_button):
        assert not one.isEnabled()
    assert not dialog.table.isVisible()
    for act in (dialog.preview, dialog.print, dialog.save_pdf, dialog.save_workbook):
        act()
    assert not window.context.jobs.busy()
    assert_nothing_cut(dialog)
    dialog.reject()


def test_years_that_do_not_belong_together_can_be_taken_apart(
    window: Opened[ArchiveView],
    qtbot: QtBot,
    handed_in: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = handed_in[0].with_name("去年.json")
    path.write_bytes(dumps(branch_report(month="2024-10", days=())))
    dialog = opened(window, qtbot, [handed_in[0], path], monkeypatch)
    assert "2024年、2025年的，请一次只选一年的" in dialog.summary.text()
    assert not dialog.print_button.isEnabled()
    assert [state for *_, state in shown(dialog)] == ["没有计入"] * 2
    assert not dialog.away_button.isEnabled()
    dialog.table.setFocus()
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    QTest.keyClick(dialog.table, Qt.Key.Key_Down)
    assert dialog.table.current_key() == str(path)
    dialog.away_button.click()
    assert [file for file, *_ in shown(dialog)] == ["采煤一队.json"]
    assert dialog.print_button.isEnabled()
    assert dialog.summary.text() == "1 个支部，2025年10月，计入 1 份月报。"
    dialog.reject()


def test_files_chosen_again_are_added_and_none_is_read_twice(
    window: Opened[ArchiveView],
    qtbot: QtBot,
    handed_in: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialog = opened(window, qtbot, handed_in[:1], monkeypatch)
    monkeypatch.setattr(dialogs, "ask_open_paths", lambda *_a: handed_in[:3])
    dialog.choose_button.click()
    quiet(window, qtbot)
    assert len(shown(dialog)) == 3
    dialog.reject()


def test_the_tables_are_saved_as_pdf_and_as_a_workbook(
    window: Opened[ArchiveView],
    qtbot: QtBot,
    handed_in: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialog = opened(window, qtbot, handed_in, monkeypatch)
    for made, name in ((dialog.pdf_button, "汇总.pdf"), (dialog.workbook_button, "汇总.xlsx")):
        monkeypatch.setattr(dialogs, "ask_save_path", answer(tmp_path / "汇总"))
        made.click()
        quiet(window, qtbot)
        assert dialog.summary.text() == f"已存为 {name}"
    document = pypdfium2.PdfDocument(tmp_path / "汇总.pdf")
    text = "".join(document[0].get_textpage().get_text_range().split())
    document.close()
    assert "2025年中共青石矿委员会主题党日开展情况统计表" in text
    assert (tmp_path / "汇总.xlsx").read_bytes()[:2] == b"PK"
    dialog.reject()


def test_a_place_that_cannot_be_written_to_is_told_in_the_dialog(
    window: Opened[ArchiveView],
    qtbot: QtBot,
    handed_in: list[Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialog = opened(window, qtbot, handed_in, monkeypatch)
    monkeypatch.setattr(dialogs, "ask_save_path", answer(tmp_path / "没有" / "汇总.pdf"))
    dialog.pdf_button.click()
    quiet(window, qtbot)
    assert "没有文件夹" in dialog.summary.text()
    assert window.errors == []
    assert dialog.pdf_button.isEnabled()
    dialog.reject()


def test_the_tables_are_shown_and_printed(
    window: Opened[ArchiveView],
    qtbot: QtBot,
    handed_in: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ui.printers.lp_printers", lambda: ["办公室"])
    dialog = opened(window, qtbot, handed_in, monkeypatch)
    dialog.preview_button.click()
    (preview,) = dialog.findChildren(PreviewDialog)
    qtbot.waitUntil(lambda: preview.pane.page_count() > 0, timeout=20_000)
    assert preview.windowTitle() == "中共青石矿委员会2025年党支部情况汇总表"
    preview.pane.print_requested.emit()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(printing.PrintDialog)), timeout=20_000)
    (asked,) = dialog.findChildren(printing.PrintDialog)
    assert asked.printer_field.value() == "办公室"
    asked.reject()
    preview.reject()
    dialog.reject()


def test_a_dialog_that_is_closed_stops_what_it_does(
    window: Opened[ArchiveView],
    qtbot: QtBot,
    handed_in: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialog = opened(window, qtbot, [], monkeypatch)
    dialog.read(handed_in)
    assert not dialog.choose_button.isEnabled()
    dialog.reject()
    quiet(window, qtbot)
    qtbot.waitUntil(lambda: not window.view.findChildren(RollUpDialog))
    assert window.errors == []


def test_everything_is_reached_by_keys(
    window: Opened[ArchiveView],
    qtbot: QtBot,
    handed_in: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dialog = opened(window, qtbot, handed_in, monkeypatch)
    reached = set()
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    wanted = {
        dialog.choose_button,
        dialog.table,
        dialog.preview_button,
        dialog.workbook_button,
        dialog.pdf_button,
        dialog.print_button,
    }
    assert wanted <= reached
    dialog.reject()
