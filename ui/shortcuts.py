"""All keys of the window in one register: bound by it, listed by Ctrl+/."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from ui import theme
from ui.navigation import ENTRIES
from ui.widgets.labels import SectionTitle, plain_label


@dataclass(frozen=True, slots=True)
class Shortcut:
    """What a key does: name of the action, its keys, its words and where it is listed.

    A shortcut without a name is only listed: the widget it belongs to handles it.
    """

    name: str
    keys: tuple[str, ...]
    words: str
    part: str


_EVERYWHERE = "到处都能用"
_RECORDS = "记录"
_TYPING = "填写"
_ATTENDANCE = "考勤"
_LEFT = (_EVERYWHERE, _ATTENDANCE)

SHORTCUTS = (
    *(Shortcut(f"go_{entry.key}", (entry.keys,), entry.word, _EVERYWHERE) for entry in ENTRIES),
    Shortcut("find", ("Ctrl+K",), "查找：党员、活动、文字、设置", _EVERYWHERE),
    Shortcut("help", ("F1",), "这一页的帮助", _EVERYWHERE),
    Shortcut("shortcuts", ("Ctrl+/",), "快捷键一览", _EVERYWHERE),
    Shortcut("new", ("Ctrl+N",), "新建", _RECORDS),
    Shortcut("next", ("Ctrl+PgDown",), "下一条记录", _RECORDS),
    Shortcut("previous", ("Ctrl+PgUp",), "上一条记录", _RECORDS),
    Shortcut("next_tab", ("Ctrl+Tab",), "下一个标签", _RECORDS),
    Shortcut("previous_tab", ("Ctrl+Shift+Tab",), "上一个标签", _RECORDS),
    Shortcut("preview", ("F5",), "打开或收起打印预览", _RECORDS),
    Shortcut("print", ("Ctrl+P",), "打印", _RECORDS),
    Shortcut("undo", ("Ctrl+Z",), "撤销", _TYPING),
    Shortcut("redo", ("Ctrl+Y", "Ctrl+Shift+Z"), "重做", _TYPING),
    Shortcut("next_card", ("Ctrl+Down",), "下一部分", _TYPING),
    Shortcut("previous_card", ("Ctrl+Up",), "上一部分", _TYPING),
    Shortcut("", ("Enter",), "下一格；几行时到下一行的同一格", _TYPING),
    Shortcut("", ("Alt+字母",), "跳到标签上划线的字母", _TYPING),
    Shortcut("", ("Alt+↓",), "打开日历或列表", _TYPING),
    Shortcut("", ("首字母+数字",), "定位到人并改状态", _ATTENDANCE),
    Shortcut("", ("Shift+方向键",), "连选几个人", _ATTENDANCE),
)


_ARROWS = {"Down": "↓", "Up": "↑"}


def shown(keys: str) -> str:
    """Return keys as they are written on a keyboard: Ctrl+↓."""
    held, _, last = keys.rpartition("+")
    return f"{held}+{_ARROWS[last]}" if last in _ARROWS else keys


def bind(window: QWidget, actions: Mapping[str, Callable[[], object]]) -> dict[str, QAction]:
    """Give the window an action for each shortcut with a name.

    Raises:
        KeyError: a shortcut has nothing to do.
    """
    bound: dict[str, QAction] = {}
    for shortcut in SHORTCUTS:
        if not shortcut.name:
            continue
        action = QAction(shortcut.words, window)
        action.setShortcuts([QKeySequence(keys) for keys in shortcut.keys])
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        call = actions[shortcut.name]
        action.triggered.connect(lambda _checked=False, call=call: call())
        window.addAction(action)
        bound[shortcut.name] = action
    return bound


class ShortcutDialog(QDialog):
    """The list of shortcuts, in two columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("快捷键一览")
        outer = QGridLayout(self)
        outer.setContentsMargins(24, 20, 24, 24)
        outer.setHorizontalSpacing(40)
        outer.setVerticalSpacing(16)
        columns = [QVBoxLayout(), QVBoxLayout()]
        for number, column in enumerate(columns):
            column.setSpacing(4)
            outer.addLayout(column, 0, number, Qt.AlignmentFlag.AlignTop)
        for part in dict.fromkeys(shortcut.part for shortcut in SHORTCUTS):
            column = columns[0 if part in _LEFT else 1]
            if column.count():
                column.addSpacing(8)
            column.addWidget(SectionTitle(part))
            column.addWidget(_table(part))


def _table(part: str) -> QWidget:
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(6)
    grid.setColumnMinimumWidth(0, theme.px(120))
    grid.setColumnStretch(1, 1)
    rows = [shortcut for shortcut in SHORTCUTS if shortcut.part == part]
    for row, shortcut in enumerate(rows):
        grid.addWidget(plain_label(shown(shortcut.keys[0]), "strong"), row, 0)
        grid.addWidget(plain_label(shortcut.words), row, 1)
    return table
