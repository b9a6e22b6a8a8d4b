"""The roster as a table: who is here, who has left, who is in the bin, found and put in order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from app import clock
from app.manual.words import COMMITTEE_POSTS
from app.records import Group, Member
from app.rules.convening import posts_on
from app.rules.dues import base_on, yuan
from app.rules.membership import is_member_on
from app.rules.namesakes import marked, marks_of
from app.rules.pinyin import matches
from app.rules.texts import month_of
from app.services.members import current_category
from ui import theme
from ui.widgets.buttons import button
from ui.widgets.chips import FilterChips
from ui.widgets.empty_state import EmptyState
from ui.widgets.line_field import LineField
from ui.widgets.table_model import Column
from ui.widgets.tables import RecordTable

if TYPE_CHECKING:
    from ui.context import Context

HERE, LEFT, BIN = "here", "left", "bin"
SEARCH_PX = 360
MOST_NAME_PX = 240
_SORT = "members_sort"
_ORDER_COLUMN = 0
_LAST_GROUP = 10_000


class Roster(QWidget):
    """The list of members.

    Attributes:
        member_chosen: the user came to a row by arrow key or click; its id.
        member_opened: Enter or a double click on a row; its id.
        move_wanted: the chosen member shall stand one place up (-1) or down (1).
        new_wanted: the button of the empty roster.
    """

    member_chosen = Signal(str)
    member_opened = Signal(str)
    move_wanted = Signal(int)
    new_wanted = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._everyone: Sequence[Member] = ()
        self._deleted: Sequence[Member] = ()
        self._numbers: dict[str, int] = {}
        self._groups: dict[str, tuple[int, str]] = {}
        self._marks: dict[str, str] = {}
        self._build()
        self._restore_sort()

    @property
    def in_bin(self) -> bool:
        """Tell whether the bin is what is shown."""
        return self.chips.key() == BIN

    def show_members(
        self, everyone: Sequence[Member], deleted: Sequence[Member], groups: Sequence[Group]
    ) -> None:
        """Show these members; what is chosen stays chosen."""
        today = clock.today()
        self._everyone, self._deleted = everyone, deleted
        self._groups = {group.id: (place, group.name) for place, group in enumerate(groups)}
        self._marks = marks_of([*everyone, *deleted], groups)
        marked_names = [self.name(one) for one in (*everyone, *deleted) if one.id in self._marks]
        self.table.fit_texts("姓名", marked_names, MOST_NAME_PX)
        here = [member for member in everyone if is_member_on(member, today)]
        self._numbers = {member.id: number for number, member in enumerate(here, 1)}
        self.chips.set_chips(
            [
                (HERE, "在册", len(here)),
                (LEFT, "已离开或未到", len(everyone) - len(here)),
                (BIN, "回收站", len(deleted)),
            ]
        )
        self._show_rows()

    def name(self, member: Member) -> str:
        """Return a member's name, told apart from a namesake's."""
        return marked(member, self._marks)

    def shown_ids(self) -> list[str]:
        """Return the ids of the members shown, from top to bottom."""
        return self.table.shown_keys()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the chosen member with Alt and an arrow key."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if by and event.modifiers() & Qt.KeyboardModifier.AltModifier and self.can_move():
            self.move_wanted.emit(by)
        elif (by > 0 and self.search.hasFocus()) or event.key() == Qt.Key.Key_Return:
            self._to_table()
        else:
            super().keyPressEvent(event)

    def can_move(self) -> bool:
        """Tell whether what is shown is the roster in its own order, with a member chosen."""
        header = self.table.horizontalHeader()
        return (
            self.chips.key() == HERE
            and not self.search.text().strip()
            and header.sortIndicatorSection() == _ORDER_COLUMN
            and header.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
            and bool(self.table.current_key())
        )

    def _build(self) -> None:
        self.search = LineField("姓名、拼音或首字母")
        self.search.setAccessibleName("查找党员")
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(theme.px(SEARCH_PX))
        self.search.textChanged.connect(lambda _text: self._show_rows())
        self.up = self._mover("上移", -1, "印在纸上的顺序里往上一名（Alt+↑）")
        self.down = self._mover("下移", 1, "印在纸上的顺序里往下一名（Alt+↓）")
        self.chips = FilterChips()
        self.chips.chosen.connect(lambda _key: self._show_rows())
        self.table: RecordTable[Member] = RecordTable(
            self._columns(), lambda member: member.id, name="党员名册", sortable=True
        )
        self.table.row_chosen.connect(self._on_chosen)
        self.table.row_opened.connect(self.member_opened)
        self.table.letters_typed.connect(self._search_for)
        self.table.sorted_by.connect(self._keep_sort)
        self.empty = EmptyState("", "新增党员", self.new_wanted.emit, icon="users")
        self._tools = QWidget()
        top = QHBoxLayout(self._tools)
        top.setContentsMargins(0, 0, 0, 0)
        top.setSpacing(0)
        top.addWidget(self.search, 1)
        top.addStretch(0)
        top.addWidget(self.up)
        top.addWidget(self.down)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 16)
        column.setSpacing(8)
        column.addWidget(self._tools)
        column.addWidget(self.chips)
        self._stack = QStackedLayout()
        column.addLayout(self._stack, 1)  # first: a stack without a parent shows windows
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)

    def _mover(self, word: str, by: int, tip: str) -> QPushButton:
        return button(word, lambda: self.move_wanted.emit(by), role="quiet", tip=tip)

    def _columns(self) -> list[Column[Member]]:
        return [
            Column("序", self._number, 54, sort=self._position),
            Column("姓名", self.name, 92, 2, sort=_by_sound),
            Column("党小组", self._group_name, 136, 3, rank=1, sort=self._group_place),
            Column("类别", lambda one: current_category(one)[:2], 68, 1, rank=3),
            Column("支委职务", _posts, 100, 2, rank=2, sort=_first_post),
            Column("入党时间", _joined, 112, 1, rank=4),
            Column("党费基数", _base, 104, 1, rank=5, sort=_base_fen, numeric=True),
            Column("联系电话", lambda one: one.phone, 128, 2, rank=6),
        ]

    def _number(self, member: Member) -> str:
        return str(self._numbers.get(member.id, ""))

    def _position(self, member: Member) -> int:
        return self._numbers.get(member.id, member.position)

    def _group_name(self, member: Member) -> str:
        return self._groups.get(member.group_id or "", (0, ""))[1]

    def _group_place(self, member: Member) -> int:
        return self._groups.get(member.group_id or "", (_LAST_GROUP, ""))[0]

    def _show_rows(self) -> None:
        key, query, today = self.chips.key(), self.search.text().strip(), clock.today()
        rows = [
            member
            for member in (self._deleted if key == BIN else self._everyone)
            if (key == BIN or (key == HERE) == is_member_on(member, today))
            and matches(query, member.name, member.pinyin)
        ]
        self.table.set_rows(rows)
        nobody = not self._everyone and not query and key == HERE
        self.empty.set_sentence(
            "名册还是空的。可以一个个录入，也可以用右上角的“导入名册”从 Excel 一次导入。"
            if nobody
            else f"没有找到“{query}”。"
            if query
            else "这里没有人。"
        )
        self.empty.button.setVisible(nobody)
        is_bare = nobody and not self._deleted
        self._tools.setVisible(not is_bare)
        self.chips.setVisible(not is_bare)
        self._stack.setCurrentWidget(self.table if rows else self.empty)
        self.show_moves()

    def show_moves(self) -> None:
        """Offer to move the chosen member where that means something."""
        can = self.can_move()
        ids = self.shown_ids()
        place = ids.index(self.table.current_key()) if can else 0
        self.up.setEnabled(can and place > 0)
        self.down.setEnabled(can and place < len(ids) - 1)

    def _on_chosen(self, member_id: str) -> None:
        self.show_moves()
        self.member_chosen.emit(member_id)

    def _search_for(self, letters: str) -> None:
        self.search.setFocus()
        self.search.setText(letters)

    def _to_table(self) -> None:
        """Go from the search line to what it found; one member found is opened."""
        ids = self.shown_ids()
        if not ids:
            return
        if self.table.current_key() not in ids:
            self.table.step(1)
        self.table.setFocus()
        if len(ids) == 1:
            self.member_opened.emit(ids[0])

    def _keep_sort(self, column: int, descending: bool) -> None:
        self._context.preferences.set_text(_SORT, f"{column} {'down' if descending else 'up'}")
        self.show_moves()

    def _restore_sort(self) -> None:
        column, _, way = self._context.preferences.text(_SORT).partition(" ")
        if column.isdecimal() and int(column) < len(self._columns()):
            self.table.sort_by(int(column), descending=way == "down")


def _by_sound(member: Member) -> str:
    return member.pinyin or member.name


def _posts(member: Member) -> str:
    return "、".join(_posts_now(member))


def _first_post(member: Member) -> int:
    places = [COMMITTEE_POSTS.index(one) for one in _posts_now(member) if one in COMMITTEE_POSTS]
    return min(places, default=len(COMMITTEE_POSTS))


def _posts_now(member: Member) -> list[str]:
    """Return the posts a member holds today; who has left the branch holds none."""
    today = clock.today()
    return [one.post for one in posts_on(member, today)] if is_member_on(member, today) else []


def _joined(member: Member) -> str:
    return member.joined_on.isoformat() if member.joined_on else ""


def _base_fen(member: Member) -> int:
    return base_on(member, month_of(clock.today())) or 0


def _base(member: Member) -> str:
    base_fen = base_on(member, month_of(clock.today()))
    return "" if base_fen is None else yuan(base_fen)
