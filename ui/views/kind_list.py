"""The list of meetings of several kinds: a filter, and a menu of kinds to begin one of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu, QSizePolicy

from app.manual.kinds import (
    APPRAISAL,
    COMMITTEE_MEETING,
    CRITICISM_MEETING,
    GROUP_MEETING,
    LECTURE,
    MEMBERS_MEETING,
    OTHER,
    OUTER_EVENT,
    kinds_of,
)
from ui.views.meeting_list import MeetingList
from ui.widgets.buttons import button
from ui.widgets.choice_field import ChoiceField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.records import Group

LISTED_KINDS = (
    MEMBERS_MEETING,
    COMMITTEE_MEETING,
    GROUP_MEETING,
    LECTURE,
    CRITICISM_MEETING,
    APPRAISAL,
    OUTER_EVENT,
    OTHER,
)


class KindList(MeetingList):
    """`new_requested` carries a kind and the key of a party group or nothing."""

    new_requested = Signal(str, str)
    kind_chosen = Signal()

    def __init__(self) -> None:
        super().__init__("三会一课列表")
        self._groups: list[Group] = []
        self._kinds: tuple[str, ...] = LISTED_KINDS
        self.new_button = button("新建(&N)", self.open_kinds, icon="plus")
        self.new_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.new_button.setToolTip("选一种会议，马上建好（Ctrl+N）")
        self.filter = ChoiceField((("", "全部会议"), *LISTED_KINDS))
        self.filter.setAccessibleName("只看一种会议")
        self.filter.choice_edited.connect(self.kind_chosen)
        self.top.addWidget(self.new_button)
        self.top.addWidget(self.filter)

    def set_groups(self, groups: Sequence[Group]) -> None:
        """Say which party groups there are."""
        self._groups = list(groups)

    def set_own_kinds(self, own: Sequence[str]) -> None:
        """Say which kinds the branch has added itself."""
        kinds = (*LISTED_KINDS, *own)
        if kinds != self._kinds:
            self._kinds = kinds
            chosen = self.filter.value()
            self.filter.set_choices((("", "全部会议"), *kinds))
            self.filter.set_value(chosen if chosen in kinds else "")

    def open_kinds(self) -> None:
        """Offer the kinds."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.offer_kinds(menu)
        menu.popup(self.new_button.mapToGlobal(self.new_button.rect().bottomLeft()))

    def offer_kinds(self, menu: QMenu) -> None:
        """Put an entry for each kind into a menu, one for each party group."""
        for kind in kinds_of(self._kinds):
            if kind.body != "group":
                self._offer(menu, kind.word, kind.word, "")
                continue
            menu.addSeparator()
            for group in self._groups:
                self._offer(menu, f"{kind.word}　{group.name}", kind.word, group.id)
            if not self._groups:
                menu.addAction(f"{kind.word}（请先在“设置”里划分党小组）").setEnabled(False)
            menu.addSeparator()

    def _offer(self, menu: QMenu, words: str, kind: str, group_id: str) -> None:
        action = menu.addAction(words.replace("&", "&&"))
        action.triggered.connect(lambda _checked=False: self.new_requested.emit(kind, group_id))
