"""Attendance in seconds: tiles, letters and a digit, exceptions, sittings, and the confirmation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from app.manual import words
from app.rules.attendance import day_of
from app.rules.checks import SECTION_TITLES
from app.rules.membership import category_on
from app.rules.pinyin import match_rank
from ui import theme
from ui.forms import attendance_changes as changes
from ui.forms.absences import AbsencesCard
from ui.forms.echo_line import EchoLine
from ui.forms.find_line import FindLine
from ui.forms.roster_tiles import chips_of, tiles_of
from ui.forms.section import Section, focus_and_show
from ui.forms.sign_rows import SignRowsDialog
from ui.forms.sittings import SittingsCard
from ui.widgets.buttons import button, primary_button
from ui.widgets.card import Card
from ui.widgets.chips import FilterChips
from ui.widgets.labels import Hint
from ui.widgets.marks import Mark
from ui.widgets.member_tiles import MemberTiles

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ui.forms.desk import Desk

_LEGEND = "　".join(f"{digit} {word}" for digit, word in changes.DIGIT_WORDS.items())
_SHOWN_NAMES = 3


class AttendanceSection(Section):
    """Everybody is present until marked, and unchecked until confirmed."""

    name = "attendance"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.card = Card(SECTION_TITLES[self.name])
        self.body.addWidget(self.card)
        self.tiles = MemberTiles(match_rank)
        self.tiles.setAccessibleName("考勤名单")
        self.chips = FilterChips()
        self.find_line = FindLine(self.tiles)
        self.echo = EchoLine(f"首字母加数字，或选中人按数字：{_LEGEND}")
        self.confirm_button = primary_button("全部核对无误", self.confirm)
        self.confirm_button.setToolTip("Ctrl+Enter")
        self.unconfirm_button = button("取消核对", self._unconfirm, role="link")
        self._empty = Hint(
            "这一天没有应到的人。请在“党员”里核对各人的起止日期、支委任期和党小组，或核对日期。",
            role="warning",
        )
        self._below = QTimer(self)
        self._below.setSingleShot(True)
        self._below.setInterval(0)
        self._below.timeout.connect(self._show_below)
        self._build()
        self.sittings = SittingsCard(self)
        self.absences = AbsencesCard(self)
        self.body.addWidget(self.absences)
        self.body.addWidget(self.sittings)
        self.tiles.digit_pressed.connect(self.press)
        self.tiles.menu_requested.connect(self._open_menu)
        self.tiles.refused.connect(self.echo.warn)
        self.tiles.query_changed.connect(self._on_query)
        self.chips.chosen.connect(self.tiles.set_filter)
        self.echo.undo_requested.connect(self._undo)

    def refresh(self) -> None:
        """Show the attendance."""
        self.echo.clear()
        self._show()
        self._show_below()

    def after_change(self, section: str) -> None:
        """Follow a new day, which may have another roster, and what the cards below change."""
        if section in ("head", self.name):
            self._show()
            # The tile answers at once; new rows below may take a moment longer.
            self._below.start()

    def focus_field(self, field: str, member_id: str) -> bool:
        """Go to the confirmation, a sitting, a person's row or tile."""
        self._show_below()
        if field == "confirmed":
            focus_and_show(self.confirm_button)
        elif field.startswith("sittings."):
            return self.sittings.focus_field(field)
        elif not self.absences.focus_member(member_id, field):
            self.tiles.setFocus()
            self.tiles.go_to_key(member_id)
        return True

    def press(self, member_ids: Sequence[str], digit: int) -> None:
        """Mark people as a digit says; 4 opens the make-up study of the absent."""
        if digit == changes.MAKE_UP_DIGIT:
            self._begin_make_up(member_ids)
        elif digit in changes.DIGIT_STATES:
            self.mark(member_ids, changes.DIGIT_STATES[digit], changes.DIGIT_WORDS[digit])
        else:
            self.echo.warn(f"没有 {digit} 这个状态：{_LEGEND}")

    def mark(self, member_ids: Sequence[str], state: str, word: str) -> None:
        """Give people a state as one step, and say so."""
        said = f"{self.called(member_ids)} {word}"
        before = self.desk.editor.stack.index()
        with self.change(said) as meeting:
            changes.set_state(meeting, member_ids, state)
        if self.desk.editor.stack.index() == before:
            self.echo.say(f"{self.called(member_ids)} 已经是{word}", can_undo=False)
        else:
            self.echo.say(f"{self.called(member_ids)} → {word}")

    def confirm(self) -> None:
        """Say that everybody was checked."""
        if self.desk.meeting.attendance_confirmed:
            return
        with self.change("核对考勤") as meeting:
            meeting.attendance_confirmed = True
        self.echo.say("考勤已核对无误")

    def assign(self, member_ids: Sequence[str], sitting_id: str | None, word: str) -> None:
        """Let people have come to a sitting."""
        with self.change(f"{self.called(member_ids)} {word}") as meeting:
            changes.assign_sitting(meeting, member_ids, sitting_id)
        self.echo.say(f"{self.called(member_ids)} → {word}")

    def called(self, member_ids: Sequence[str]) -> str:
        """Return some people by name, many by their number."""
        if len(member_ids) > _SHOWN_NAMES:
            return f"{len(member_ids)} 人"
        return "、".join(self.desk.sources.names(member_ids))

    def _build(self) -> None:
        self.card.add_action(button("先签后录", self._ask_rows, role="quiet"))
        self.card.add_action(self.unconfirm_button)
        self.card.add_action(self.confirm_button)
        top = QWidget()
        row = QHBoxLayout(top)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.chips, 1, Qt.AlignmentFlag.AlignVCenter)
        self.find_line.setFixedWidth(theme.px(180))
        row.addWidget(self.find_line)
        for widget in (top, self.echo, self._empty, self.tiles):
            self.card.body.addWidget(widget)
        for keys in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            shortcut = QShortcut(QKeySequence(Qt.Modifier.CTRL | keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self.confirm)

    def _show(self) -> None:
        meeting, roster = self.desk.meeting, self.desk.roster()
        day = day_of(meeting)
        probationary = {
            member.id
            for member in roster
            if day and category_on(member, day) == words.PROBATIONARY_MEMBER
        }
        tiles = tiles_of(meeting, roster, probationary, self.desk.sources.marks)
        confirmed = meeting.attendance_confirmed
        self.tiles.set_tiles(tiles, confirmed=confirmed)
        self.chips.set_chips(chips_of(tiles))
        self.tiles.set_filter(self.chips.key())
        self._empty.setVisible(not tiles)
        self.tiles.setVisible(bool(tiles))
        self.confirm_button.setVisible(not confirmed)
        self.unconfirm_button.setVisible(confirmed)
        self.card.set_mark(
            Mark.DONE if confirmed else Mark.OPEN, "已核对" if confirmed else "未核对"
        )

    def _show_below(self) -> None:
        self._below.stop()
        if self.desk.is_open:
            self.absences.refresh()
            self.sittings.refresh()

    def _begin_make_up(self, member_ids: Sequence[str]) -> None:
        meeting = self.desk.meeting
        absent = [
            member_id
            for member_id in member_ids
            if (row := changes.row_of(meeting, member_id)) is not None
            and row.state in words.ABSENT_STATES
        ]
        if not absent:
            self.echo.warn(
                f"{self.called(member_ids)} 不是请假或缺席，先按 2 或 3，再按 4 登记补学。"
            )
            return
        with self.change(f"{self.called(absent)} 补学") as meeting:
            changes.begin_make_up(meeting, absent)
        self.echo.say(f"{self.called(absent)} → 补学，请在下面填写日期和方式")

    def _on_query(self, query: str) -> None:
        """Show what the digits mean again while the next person is looked for."""
        if query:
            self.echo.clear()

    def _undo(self) -> None:
        self.desk.editor.undo()

    def _unconfirm(self) -> None:
        with self.change("取消核对") as meeting:
            meeting.attendance_confirmed = False
        self.echo.clear()

    def _open_menu(self, member_ids: list[str], where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for digit, word in changes.DIGIT_WORDS.items():
            action = menu.addAction(f"&{digit}　{word}")
            action.triggered.connect(
                lambda _checked=False, digit=digit: self.press(member_ids, digit)
            )
        sittings = self.desk.meeting.sittings
        if sittings:
            menu.addSeparator()
            main = menu.addAction("第1场（主场）")
            main.triggered.connect(lambda _checked=False: self.assign(member_ids, None, "第1场"))
        for number, sitting in enumerate(sittings, start=2):
            word = f"第{number}场"
            action = menu.addAction(word)
            action.triggered.connect(
                lambda _checked=False, key=sitting.id, word=word: self.assign(member_ids, key, word)
            )
        menu.popup(where)

    def _ask_rows(self) -> None:
        roster = self.desk.roster()
        dialog = SignRowsDialog(self.desk.sources.names(one.id for one in roster), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def take() -> None:
            keys = [roster[number - 1].id for number in dialog.numbers()]
            if keys:
                self.mark(keys, words.UNEXCUSED, "缺席")

        dialog.accepted.connect(take)
        dialog.open()
