"""A card with the chart of a year and arrows to other years; it is gathered beside the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QTimer

from app import clock
from app.rules.chart import Look, Part
from ui.widgets.card import Card
from ui.widgets.chart import YearChart
from ui.widgets.chart_legend import ChartLegend
from ui.widgets.labels import Hint
from ui.widgets.year_stepper import YearStepper

if TYPE_CHECKING:
    from ui.context import Context
    from ui.jobs import Job

Gather = Callable[[int], Callable[[], Sequence[Part]]]

_HOW = "点一格，或用方向键走到一格按回车，打开那里的记录。"
_NOTHING = frozenset({Look.AHEAD, Look.UNASKED, Look.NO_MEMBER})


class YearCard(Card):
    """Shows what the work returns that `gather(year)` gives for a year.

    The work runs in a thread, after what is already to be seen; it must not touch a widget. A cell
    that is chosen opens its record. Where a year has nothing, `empty` says so.
    """

    def __init__(
        self, context: Context, title: str, gather: Gather, looks: Sequence[Look], empty: str
    ) -> None:
        super().__init__(title)
        self._context = context
        self._gather = gather
        self._job: Job | None = None
        self._empty = empty
        self.is_counting = False
        self.stepper = YearStepper(clock.today().year)
        self.stepper.year_chosen.connect(lambda _year: self.refresh())
        self.add_action(self.stepper)
        self.chart = YearChart(title)
        self.chart.chosen.connect(lambda jump: context.go(*jump))
        self.chart.pointed.connect(self._show_said)
        self.chart.hide()
        self.said, self.legend = Hint(_HOW), ChartLegend(looks)
        self.note = Hint("正在统计…")
        for widget in (self.note, self.chart, self.said, self.legend):
            self.body.addWidget(widget)
        self.said.hide()
        self.legend.hide()

    def refresh(self) -> None:
        """Gather the year anew once the window has painted what it has."""
        self.is_counting = True
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        if self._job is not None:
            self._job.cancel()
        work = self._gather(self.stepper.year())
        self._job = self._context.jobs.run(
            lambda _progress: tuple(work()),
            lambda parts: self._show(parts) if shiboken6.isValid(self) else None,
        )

    def _show(self, parts: tuple[Part, ...]) -> None:
        self._job, self.is_counting = None, False
        cells = [cell for part in parts for row in part.rows for cell in row.cells]
        is_empty = all(cell.look in _NOTHING for cell in cells)
        self.note.set_tone(self._empty if is_empty else "")
        for widget in (self.chart, self.said, self.legend):
            widget.setVisible(not is_empty)
        if parts != self.chart.parts():
            self.chart.set_parts(parts)

    def _show_said(self, text: str) -> None:
        self.said.setText(text or _HOW)
