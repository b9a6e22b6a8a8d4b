from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.exchange.branch_report import dumps
from app.services import Services
from tests.branch_reports import branch_report
from tests.october import october_records
from tests.ui.layout_checks import SIZES, settled_faults_of
from tests.ui.windows import add_window
from ui import dialogs
from ui.opening import Opening
from ui.preferences import Preferences
from ui.views.roll_up import RollUpDialog
from ui.views.welcome import FailedView, FillingView, WelcomeView
from ui.window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    made = MainWindow(Preferences(tmp_path / "profile"))
    add_window(qtbot, made)
    made.show()
    return made


def welcome(window: MainWindow) -> WelcomeView:
    page = window.stack.currentWidget()
    assert isinstance(page, WelcomeView)
    return page


def test_an_empty_folder_asks_for_two_things_and_starts(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    Opening(window, tmp_path / "records").begin()
    page = welcome(window)
    for size in SIZES:
        window.resize(size)
        assert settled_faults_of(window) == []
    page.name.setText("青禾示例支部")
    page.day.set_value("9")
    page.start_button.click()
    assert len(page.code.text()) >= 20
    window.resize(SIZES[0])
    assert settled_faults_of(window) == []
    assert not page.go_button.isEnabled()
    page.kept.setChecked(True)
    with qtbot.waitSignal(window.ready):
        page.go_button.click()
    assert window.desktop is not None
    branch = window.desktop.context.services.branches.get()
    assert (branch.name, branch.theme_day) == ("青禾示例支部", 9)


def test_a_committee_puts_reports_together_without_records_of_its_own(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "月报.json").write_bytes(dumps(branch_report()))
    monkeypatch.setattr(dialogs, "ask_open_paths", lambda *_a: [tmp_path / "月报.json"])
    monkeypatch.setattr(dialogs, "ask_save_path", lambda *_a: tmp_path / "汇总.pdf")
    Opening(window, tmp_path / "records").begin()
    page = welcome(window)
    page.roll_up_button.click()
    (dialog,) = page.findChildren(RollUpDialog)
    dialog.choose_button.click()
    qtbot.waitUntil(dialog.print_button.isEnabled, timeout=20_000)
    assert dialog.summary.text() == "1 个支部，2025年10月，计入 1 份月报。"
    dialog.pdf_button.click()
    qtbot.waitUntil((tmp_path / "汇总.pdf").exists, timeout=20_000)
    qtbot.waitUntil(dialog.pdf_button.isEnabled, timeout=20_000)
    dialog.reject()
    assert not (tmp_path / "records").exists()
    assert window.desktop is None


def test_a_branch_without_a_name_is_not_started(window: MainWindow, tmp_path: Path) -> None:
    Opening(window, tmp_path / "records").begin()
    page = welcome(window)
    page.start_button.click()
    assert "名称" in page.banner.text()
    assert not Services.exists(tmp_path / "records")


def test_a_file_without_its_branch_asks_for_it_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    services, _code = Services.create(tmp_path / "records")
    services.close(backup=False)
    Opening(window, tmp_path / "records").begin()
    page = welcome(window)
    page.name.setText("青禾示例支部")
    with qtbot.waitSignal(window.ready):
        page.start_button.click()


def test_the_recovery_code_can_be_copied_and_saved(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = WelcomeView(tmp_path / "records")
    qtbot.addWidget(page)
    page.name.setText("青禾示例支部")
    page.code.setText("ABCD-EFGH")
    page._copy()
    assert QGuiApplication.clipboard().text() == "ABCD-EFGH"
    target = tmp_path / "code.txt"
    monkeypatch.setattr(dialogs, "ask_save_path", lambda *_args: target)
    page._save()
    assert "ABCD-EFGH" in target.read_text(encoding="utf-8")
    monkeypatch.setattr(dialogs, "ask_save_path", lambda *_args: tmp_path / "no" / "code.txt")
    page._save()
    assert "没有存成" in page.banner.text()


def test_records_in_use_say_so_and_can_be_tried_again(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    other, _code = Services.create(tmp_path / "records")
    other.start_branch("青禾示例支部", 9)
    Opening(window, tmp_path / "records").begin()
    page = window.stack.currentWidget()
    assert isinstance(page, FailedView)
    assert page.sentence.text()
    assert settled_faults_of(window) == []
    other.close(backup=False)
    with qtbot.waitSignal(window.ready):
        page.retry_requested.emit()


def test_the_sample_is_made_where_there_is_none(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.services.samples.sample_records", october_records)
    with qtbot.waitSignal(window.ready):
        Opening(window, tmp_path / "sample", sample=True).begin()
        assert isinstance(window.stack.currentWidget(), FillingView)
    assert window.desktop is not None
    assert len(window.desktop.context.services.members.everyone()) == 18
