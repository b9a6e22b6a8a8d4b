"""The bar that offers to begin a meeting nobody has recorded."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import AppError
from app.manual.kinds import THEME_DAY, kinds_of
from app.rules.texts import month_title
from app.rules.to_begin import ToBegin
from ui.navigation import view_of
from ui.widgets.banner import Banner

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.context import Context


class MissingMeetingBar(Banner):
    """Asks first: a record that was begun counts as held."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context

    def above(self, widget: QWidget) -> QVBoxLayout:
        """Return a column of the bar and what stands under it."""
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self)
        column.addWidget(widget, 1)
        return column

    def offer(self, wanted: ToBegin) -> None:
        """Offer to begin a meeting, one for each party group where each holds its own."""
        number = int(wanted.month[5:])
        actions: list[tuple[str, Callable[[], object]]] = []
        if kinds_of([wanted.kind])[0].body == "group":
            actions += [
                (f"新建{number}月{one.name}会议", partial(self.begin, wanted, one.id))
                for one in self._context.services.branches.groups()
            ]
        else:
            actions.append((f"新建{number}月{wanted.kind}", partial(self.begin, wanted)))
        actions.append(("暂不新建", self.clear))
        sentence = f"要补{month_title(wanted.month)}的{wanted.kind}记录吗？建好以后再填日期和内容。"
        self.show_message(sentence, actions, kind="info")

    def begin(self, wanted: ToBegin, group_id: str | None = None) -> None:
        """Make and keep the meeting, and open it where its kind is at home."""
        self.clear()
        meetings = self._context.services.meetings
        year, month = (int(part) for part in wanted.month.split("-"))
        is_theme_day = wanted.kind == THEME_DAY
        try:
            made = meetings.save(
                meetings.theme_day_of(year, month)
                if is_theme_day
                else meetings.new_meeting(wanted.kind, year, month, group_id)
            )
        except AppError as error:
            self._context.show_error(error)
            return
        # Of a theme day the day is known; of others it is only a proposal.
        place = "head/theme" if is_theme_day else "head/date"
        self._context.go(view_of(made.kinds), made.id, place)
