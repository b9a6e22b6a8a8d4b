"""The three cards of the first page: the five actions, the month's figures, what waits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.manual.actions import REQUIRED_ACTIONS
from app.rules.dues import percent, yuan
from app.rules.reminders import DUE, LATE, LEVELS, SOON
from ui import theme
from ui.widgets.buttons import button, primary_button
from ui.widgets.card import Card
from ui.widgets.labels import Hint, WrappedLabel, plain_label
from ui.widgets.marks import Mark

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.rules.reminders import Reminder
    from app.services.home import BoardAction, Overview

LEVEL_TITLES = {LATE: "已过期", DUE: "该办了", SOON: "快到了"}
_LEVEL_LOOKS = {
    LATE: ("circle-alert", "absent"),
    DUE: ("triangle-alert", "leave"),
    SOON: ("clock", "secondary"),
}
_GLYPH_PX = 16


class BoardCard(Card):
    """The five required actions of the month; each row leads to its card.

    `action_chosen` carries the number of an action; `new_requested` and `open_requested` are about
    the record of the theme day.
    """

    action_chosen = Signal(int)
    new_requested = Signal()
    open_requested = Signal()

    def __init__(self) -> None:
        super().__init__("五件事看板")
        self.body.setSpacing(0)
        self.new_button = primary_button("新建主题党日", self.new_requested.emit, icon="plus")
        self.new_button.setAutoDefault(True)
        self.open_button = _link("打开记录", "打开主题党日记录", self.open_requested.emit)
        self.add_action(self.new_button)
        self.add_action(self.open_button)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)
        self.body.addStretch(1)

    def show_overview(self, seen: Overview) -> None:
        """Show how far this month's actions are."""
        _empty(self._rows)
        for action in seen.board:
            self._rows.addWidget(self._row(action))
        for required in () if seen.board else REQUIRED_ACTIONS:
            self._rows.addWidget(self._empty_row(required.name))
        done = sum(one.state.complete for one in seen.board)
        if not seen.board:
            self.set_mark(Mark.EMPTY, "还没有记录")
        elif done == len(seen.board):
            self.set_mark(Mark.DONE, "五件事都已完成")
        else:
            self.set_mark(Mark.OPEN, f"已完成 {done} 件，还差 {len(seen.board) - done} 件")
        self.new_button.setVisible(not seen.board)
        self.open_button.setVisible(bool(seen.board))

    def _row(self, action: BoardAction) -> QWidget:
        mark = Mark.DONE if action.state.complete else Mark.OPEN
        said = "已完成" if action.state.complete else f"还缺{'、'.join(action.state.missing)}"
        word = "查看" if action.state.complete else "去填写"
        go = _link(word, f"{word}：{action.name}", lambda: self.action_chosen.emit(action.number))
        role = "good" if action.state.complete else "warning"
        return _row(_glyph(self, mark.value.icon, mark.tint, said), action.name, said, role, go)

    def _empty_row(self, name: str) -> QWidget:
        mark, said = Mark.EMPTY, Mark.EMPTY.word
        glyph = _glyph(self, mark.value.icon, mark.tint, said)
        return _row(glyph, name, said, "secondary", None)


class FiguresCard(Card):
    """Attendance and dues of the month; nothing that is not known is shown as a number."""

    attendance_requested = Signal()
    dues_requested = Signal()

    def __init__(self) -> None:
        super().__init__("本月数字")
        self.attendance_button = _link("看考勤", "看考勤", self.attendance_requested.emit)
        self.dues_button = _link("看党费", "看党费", self.dues_requested.emit)
        self.add_action(self.attendance_button)
        self.add_action(self.dues_button)
        self._figures: dict[str, QLabel] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        names = ("应到", "实到", "到会率", "有效参与率", "党费已交", "党费实收")
        for place, name in enumerate(names):
            cell = QVBoxLayout()
            cell.setSpacing(0)
            self._figures[name] = plain_label("", "figure")
            self._figures[name].setAccessibleName(name)
            cell.addWidget(self._figures[name])
            cell.addWidget(plain_label(name, "label"))
            grid.addLayout(cell, place // 2, place % 2)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        self.body.addLayout(grid)
        self.note = Hint()
        self.body.addWidget(self.note)
        self.body.addStretch(1)

    def show_overview(self, seen: Overview) -> None:
        """Show the figures, a dash for what is not known yet."""
        counted = seen.attendance if seen.is_held else None
        dues = seen.dues
        values = {
            "应到": "—" if seen.attendance is None else f"{seen.attendance.expected.total} 人",
            "实到": "—" if counted is None else f"{counted.present} 人",
            "到会率": "—" if counted is None else percent(counted.rate) or "—",
            "有效参与率": "—" if counted is None else percent(counted.effective_rate) or "—",
            "党费已交": f"{dues.paid}/{dues.due} 人" if dues.due else "—",
            "党费实收": f"{yuan(dues.paid_fen)} 元" if dues.due else "—",
        }
        for name, text in values.items():
            self._figures[name].setText(text)
        self.attendance_button.setVisible(seen.attendance is not None)
        self.note.set_tone(_note(seen), "hint")

    def figures(self) -> dict[str, str]:
        """Return what is shown by name."""
        return {name: label.text() for name, label in self._figures.items()}


class RemindersCard(Card):
    """What is late, due and coming, each with a button that leads to the place.

    `chosen` carries the reminder.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("待办")
        self.body.setSpacing(0)
        self.buttons: list[QPushButton] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)

    def show_reminders(self, reminders: Sequence[Reminder]) -> None:
        """Show reminders in their groups."""
        _empty(self._rows)
        self.buttons = []
        for level in LEVELS:
            listed = [one for one in reminders if one.level == level]
            if listed:
                self._rows.addWidget(_group_title(f"{LEVEL_TITLES[level]}（{len(listed)}）"))
            for reminder in listed:
                self._rows.addWidget(self._row(reminder))
        if not reminders:
            self._rows.addWidget(Hint("本月没有待办。"))
        late = sum(one.level == LATE for one in reminders)
        if late:
            self.set_mark(Mark.WRONG, f"{late} 件已过期")
        else:
            self.set_mark(Mark.OPEN if reminders else Mark.DONE, _count_words(len(reminders)))

    def _row(self, reminder: Reminder) -> QWidget:
        name = f"去处理：{reminder.sentence}"
        go = _link("去处理", name, lambda: self.chosen.emit(reminder))
        self.buttons.append(go)
        icon, tint = _LEVEL_LOOKS[reminder.level]
        glyph = _glyph(self, icon, tint, LEVEL_TITLES[reminder.level])
        return _row(glyph, "", reminder.sentence, "body", go)


def _count_words(count: int) -> str:
    return f"{count} 件" if count else "没有待办"


def _note(seen: Overview) -> str:
    """Return what has to be known about the figures."""
    if not seen.theme_day_id:
        return "本月还没有主题党日记录，考勤没有数。"
    if not seen.is_held:
        return "本月主题党日还没有到，实到人数会后才有。"
    if not seen.is_confirmed:
        return "考勤还没有核对，现在按没有记缺席的都到会算。"
    return "" if seen.dues.due else "本月党费还没有登记。"


def _link(text: str, name: str, on_click: Callable[[], object]) -> QPushButton:
    """Return a button that reads as a link, answers to Enter and has a name of its own."""
    made = button(text, on_click, role="link")
    made.setAccessibleName(name)
    made.setAutoDefault(True)
    return made


def _glyph(holder: QWidget, icon: str, tint: str, word: str) -> QLabel:
    glyph = QLabel()
    glyph.setPixmap(theme.pixmap(icon, tint, theme.px(_GLYPH_PX), holder.devicePixelRatioF()))
    glyph.setAccessibleName(word)
    glyph.setToolTip(word)
    glyph.setFixedHeight(theme.control_px())
    return glyph


def _row(glyph: QLabel, name: str, said: str, role: str, go: QPushButton | None) -> QWidget:
    """Return a row: glyph, a name if there is one, a sentence that wraps, and a button."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 2, 0, 2)
    layout.setSpacing(8)
    top = Qt.AlignmentFlag.AlignTop
    layout.addWidget(glyph, 0, top)
    sentence = _Sentence(said, role)
    if name:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(_Sentence(name, "body"))
        layout.addLayout(words, 3)
        layout.addWidget(sentence, 4, top)
    else:
        layout.addWidget(sentence, 1, top)
    if go is not None:
        layout.addWidget(go, 0, top)
    return row


class _Sentence(WrappedLabel):
    """A text whose first line stands level with the button beside it."""

    def __init__(self, text: str, role: str) -> None:
        super().__init__(text, role)
        self.ensurePolished()
        spare = max(0, theme.control_px() - self.fontMetrics().height()) // 2
        self.setContentsMargins(0, spare, 0, spare)

    def minimumSizeHint(self) -> QSize:
        """Return one line with the air around it."""
        return QSize(40, max(theme.control_px(), super().minimumSizeHint().height()))


def _group_title(text: str) -> QLabel:
    title = plain_label(text, "label")
    title.setContentsMargins(0, 8, 0, 0)
    return title


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
