"""诵读进度: how far the constitution is read, and what comes next, to be taken over or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app import clock
from app.rules.attendance import day_of
from app.rules.reading import articles_in
from app.rules.texts import long_date
from ui.widgets.buttons import button
from ui.widgets.labels import Hint
from ui.widgets.pick_popup import PickItem, PickPopup

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QPushButton

    from app.rules.reading import Progress
    from ui.forms.section import Section


class ReadingLine(QWidget):
    """One line under the fields of the recitation; `take` is given what to read next."""

    def __init__(self, section: Section, take: Callable[[str], object]) -> None:
        super().__init__()
        self._section = section
        self._take = take
        self._progress: list[Progress] = []
        self.told = Hint()
        self.next_button = button("", self._take_next, role="link")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.told, 1)
        row.addWidget(self.next_button)

    def list_button(self) -> QPushButton:
        """Return the button that opens the whole list, for the head of the card."""
        made = button("诵读进度", role="link", tip="每一条什么时候读过")
        made.clicked.connect(lambda _checked=False: self.open_list(made))
        return made

    def refresh(self, materials: str) -> None:
        """Show how far one was before this meeting, whose own words are given."""
        meeting = self._section.desk.meeting
        day = day_of(meeting) or clock.today()
        self._progress = self._section.desk.sources.reading(day)
        first = self._progress[0]
        self.told.set_tone(first.sentence)
        is_filled_in = any(articles_in(materials, [one.list for one in self._progress]))
        self.next_button.setText(f"采用：{first.list.name(first.next)}")
        self.next_button.setVisible(not is_filled_in)

    def open_list(self, anchor: QWidget) -> PickPopup:
        """Open the list of all articles with the days they were read on."""
        popup = PickPopup(anchor, "诵读进度", "每一条最近一次诵读的日期。回车填进“诵读的章条”。")
        items, current = [], ""
        for place, found in enumerate(self._progress):
            for number in found.list.numbers:
                day = found.read.get(number)
                told = long_date(day) if day is not None else "还没有读"
                key = f"{place} {number}"
                items.append(PickItem(key, f"{found.list.name(number)}　{told}", found.list.title))
                if place == 0 and number == found.next:
                    current = key
        popup.set_items(items, current)
        popup.chosen.connect(self._take_key)
        popup.open_under(anchor)
        return popup

    def _take_next(self) -> None:
        first = self._progress[0]
        self._take(first.list.name(first.next))

    def _take_key(self, key: str) -> None:
        place, number = (int(part) for part in key.split())
        chosen = self._progress[place].list
        named = chosen.name(number)
        # What is not the constitution says its name, so that it is found again.
        self._take(named if place == 0 else f"{chosen.called[0]}{named}")
