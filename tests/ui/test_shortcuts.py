from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.layout_checks import assert_nothing_cut
from ui.navigation import ENTRIES
from ui.shortcuts import SHORTCUTS, ShortcutDialog, bind


def test_no_key_means_two_things() -> None:
    keys = Counter(
        QKeySequence(key).toString() for one in SHORTCUTS if one.name for key in one.keys
    )
    assert [key for key, count in keys.items() if count > 1] == []
    assert "" not in keys


def test_every_entry_of_the_navigation_has_its_key() -> None:
    names = {shortcut.name for shortcut in SHORTCUTS}
    assert {f"go_{entry.key}" for entry in ENTRIES} <= names


def test_a_bound_action_calls_what_it_stands_for(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    called: list[str] = []
    names = [shortcut.name for shortcut in SHORTCUTS if shortcut.name]
    actions = bind(window, {name: partial(called.append, name) for name in names})
    for name in names:
        actions[name].trigger()
    assert called == names


def test_the_list_shows_every_shortcut_in_full(qtbot: QtBot) -> None:
    dialog = ShortcutDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.wait(20)
    assert dialog.width() <= 940
    assert dialog.height() <= 540
    assert_nothing_cut(dialog)
