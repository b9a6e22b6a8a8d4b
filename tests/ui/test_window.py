from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.errors import DiskFullError
from app.services import Services
from tests.e2e.hands import name_of
from tests.october import load_october
from tests.ui.layout_checks import SIZES, assert_nothing_cut_at_any_size, settled_faults_of
from tests.ui.windows import add_window, close_window
from ui import dialogs
from ui.desktop import Desktop
from ui.navigation import ENTRIES, NavigationButton
from ui.preferences import Preferences
from ui.views.base import View
from ui.window import LEAST_SIZE, MainWindow


@pytest.fixture
def sample(tmp_path: Path) -> Services:
    """Open the sample branch; the window closes it."""
    opened, _code = Services.create(tmp_path / "sample")
    load_october(opened)
    return opened


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "profile")


@pytest.fixture
def window(qtbot: QtBot, preferences: Preferences) -> MainWindow:
    made = add_window(qtbot, MainWindow(preferences))
    made.resize(SIZES[1])
    with qtbot.waitSignal(made.painted):
        made.show()
    return made


@pytest.fixture
def desktop(window: MainWindow, sample: Services) -> Desktop:
    window.use(sample, sample=True)
    assert window.desktop is not None
    return window.desktop


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_the_shell_paints_before_anything_is_open(window: MainWindow) -> None:
    assert window.desktop is None
    assert settled_faults_of(window) == []


def test_nothing_is_cut_in_any_view_at_any_size(window: MainWindow, desktop: Desktop) -> None:
    for entry in ENTRIES:
        desktop.go(entry.key)
        assert_nothing_cut_at_any_size(window)


def test_the_window_goes_down_to_its_least_size(window: MainWindow, desktop: Desktop) -> None:
    for entry in ENTRIES:
        desktop.go(entry.key)
        window.resize(100, 100)
        assert window.size() == LEAST_SIZE


def test_below_a_width_the_navigation_shows_icons_with_tooltips(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.resize(SIZES[0])
    qtbot.wait(20)
    assert window.navigation.width() == 60
    assert all(button.toolTip() for button in window.navigation._buttons.values())
    window.resize(SIZES[1])
    qtbot.wait(20)
    assert window.navigation.width() == 176


def test_keys_lead_to_every_entry(desktop: Desktop) -> None:
    for entry in ENTRIES:
        desktop.actions[f"go_{entry.key}"].trigger()
        view = desktop.current_view()
        assert view is not None
        assert view.key == entry.key
        assert view.title == entry.word


def test_tab_goes_round_the_window_by_the_place_one_is_at(desktop: Desktop) -> None:
    desktop.go("home")
    desktop.window.navigation.findChildren(NavigationButton)[0].setFocus()
    for view, last in (("meetings", "只看一种会议"), ("theme_days", "新建其他月份的主题党日")):
        desktop.go(view)
        names = tabbed_round()
        place = next(entry.word for entry in ENTRIES if entry.key == view)
        assert place in names, "the entry one is at can be reached"
        form = names[names.index("预览") :]
        assert form[:5] == ["预览", "打印（Ctrl+P）", "移到回收站", "定稿", form[4]]
        assert form[4].startswith("基本")
        assert last in names


def tabbed_round() -> list[str]:
    """Return the names of what Tab stops at until it is where it began."""
    start, names = focused(), []
    for _ in range(120):
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        names.append(name_of(focused()))
        if focused() is start:
            return names
    raise AssertionError(f"Tab never comes back: {names}")


def test_a_place_has_the_keyboard_in_a_view_that_was_not_open_before(
    desktop: Desktop, sample: Services
) -> None:
    theme_day = sample.meetings.of_month("2025-10")[0]
    desktop.go("theme_days", theme_day.id, "head/place")
    assert focused().objectName() == "place"
    desktop.go("settings", "", "branch")
    desktop.go("theme_days", theme_day.id, "head/end")
    assert focused().objectName() == "end"


def test_a_view_that_objects_keeps_the_user(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop.go("members")
    view = desktop.current_view()
    monkeypatch.setattr(view, "leave", lambda: False)
    desktop.go("dues")
    assert desktop.current_view() is view
    assert desktop.window.navigation._buttons["members"].isChecked()
    monkeypatch.undo()


def test_a_change_reloads_what_is_seen_now_and_the_rest_when_it_is(
    desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded: list[str] = []
    desktop.go("members")
    desktop.go("dues")
    for key, view in desktop._views.items():
        monkeypatch.setattr(view, "load", lambda key=key: loaded.append(key))
    desktop.context.changes.changed.emit(frozenset({"members"}))
    assert "members" not in loaded
    desktop.go("members")
    assert loaded.count("members") == 1
    monkeypatch.undo()


def test_a_red_bar_stays_until_what_it_says_is_solved(window: MainWindow, desktop: Desktop) -> None:
    solved: list[str] = []
    error = DiskFullError("磁盘满了，请清理出空间再试。")
    desktop.context.show_error(error, ("再试一次", lambda: solved.append("again")))
    desktop.go("members")
    assert window.banner.text() == str(error)
    window.resize(SIZES[0])
    assert settled_faults_of(window.banner) == []
    window.banner.buttons()[0].click()
    assert solved == ["again"]
    desktop.context.clear_error()
    assert window.banner.text() == ""


def test_what_is_to_be_done_is_shown_first(desktop: Desktop) -> None:
    assert desktop.view is not None
    assert desktop.view.key == "home"


def test_the_first_start_fills_a_screen_that_the_usual_size_and_its_frame_do_not_fit(
    qtbot: QtBot, preferences: Preferences, monkeypatch: pytest.MonkeyPatch
) -> None:
    def appears_maximized() -> bool:
        window = MainWindow(preferences)
        qtbot.addWidget(window)
        window.appear()
        return window.isMaximized()

    room = QApplication.primaryScreen().availableSize()
    monkeypatch.setattr("ui.window.USUAL_SIZE", room)
    assert appears_maximized()
    monkeypatch.setattr("ui.window.USUAL_SIZE", room - QSize(2, 40))
    assert not appears_maximized()

    monkeypatch.setattr("ui.window.USUAL_SIZE", room)
    before = MainWindow(preferences)
    qtbot.addWidget(before)
    preferences.set_state("geometry", before.saveGeometry())
    assert not appears_maximized()


@pytest.mark.usefixtures("desktop")
def test_the_place_of_the_window_comes_back(
    qtbot: QtBot, window: MainWindow, preferences: Preferences
) -> None:
    window.resize(1200, 700)
    qtbot.wait(20)
    close_window(qtbot, window)
    again = MainWindow(preferences)
    qtbot.addWidget(again)
    assert again.size().height() >= LEAST_SIZE.height()
    assert again.screen().availableGeometry().intersects(again.geometry())


def test_a_window_left_on_a_screen_that_is_gone_comes_back(
    qtbot: QtBot, preferences: Preferences
) -> None:
    first = MainWindow(preferences)
    qtbot.addWidget(first)
    first.setGeometry(QRect(9000, 9000, 1000, 600))
    preferences.set_state("geometry", first.saveGeometry())
    again = MainWindow(preferences)
    qtbot.addWidget(again)
    assert again.screen().availableGeometry().intersects(again.geometry())


def test_closing_makes_a_counted_copy_first(
    qtbot: QtBot, window: MainWindow, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies: list[Path] = []
    real = desktop.context.services.backups.backup

    def backup() -> Path:
        copies.append(real())
        return copies[-1]

    monkeypatch.setattr(desktop.context.services.backups, "backup", backup)
    close_window(qtbot, window)
    assert [path.exists() for path in copies] == [True]


def test_a_copy_that_fails_asks_before_leaving(
    qtbot: QtBot, window: MainWindow, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> Path:
        raise DiskFullError("备份的磁盘满了。")

    asked: list[str] = []

    def answer(_parent: object, _title: str, text: str, **_words: object) -> bool:
        asked.append(text)
        return True

    monkeypatch.setattr(desktop.context.services.backups, "backup", fail)
    monkeypatch.setattr(dialogs, "confirm", answer)
    close_window(qtbot, window)
    assert "备份的磁盘满了。" in asked[0]


def _wait_for_pages(qtbot: QtBot, desktop: Desktop) -> int:
    pane = desktop.drawer.pane
    assert pane is not None
    qtbot.waitUntil(lambda: pane.page_count() > 0, timeout=30_000)
    qtbot.waitUntil(lambda: not desktop.context.jobs.busy(), timeout=30_000)
    return pane.page_count()


def test_the_preview_is_docked_where_there_is_room(
    qtbot: QtBot, window: MainWindow, desktop: Desktop
) -> None:
    window.resize(1600, 900)
    desktop.go("theme_days")
    desktop.actions["preview"].trigger()
    assert _wait_for_pages(qtbot, desktop) > 0
    pane = desktop.drawer.pane
    assert pane is not None
    assert window.splitter.indexOf(pane) >= 0
    assert 430 <= pane.width() <= 560
    assert settled_faults_of(window) == []
    desktop.actions["preview"].trigger()
    assert not desktop.drawer.is_open()


def test_the_preview_never_cuts_the_form(
    qtbot: QtBot, window: MainWindow, desktop: Desktop
) -> None:
    desktop.go("theme_days")
    desktop.actions["preview"].trigger()
    _wait_for_pages(qtbot, desktop)
    pane = desktop.drawer.pane
    assert pane is not None
    for size in SIZES:
        window.resize(size)
        faults = settled_faults_of(window)
        assert window.size() == size
        assert faults == []
        view = desktop.current_view()
        assert isinstance(view, View)
        assert view.width() >= view.minimumSizeHint().width()
    window.resize(SIZES[0])
    qtbot.wait(60)
    assert pane.window() is not window
    desktop.drawer.close()
