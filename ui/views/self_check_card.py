"""自查: what an inspector would find in this month and the last, each a click from its place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QTimer

from app import clock
from app.rules.checks import Finding
from app.rules.texts import month_of, month_title
from ui.finding_place import go_to_finding
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.finding_list import FindingList
from ui.widgets.labels import Hint, plain_label
from ui.widgets.marks import Mark
from ui.widgets.month_field import step_month

if TYPE_CHECKING:
    from ui.context import Context
    from ui.jobs import Job

Found = tuple[tuple[str, tuple[Finding, ...]], ...]

SHOWN_AT_FIRST = 5


class SelfCheckCard(Card):
    """Looks through two months beside the window, and lists the gravest first."""

    def __init__(self, context: Context) -> None:
        super().__init__("自查")
        self._context = context
        self._job: Job | None = None
        self._found: Found = ()
        self._shows_all = False
        self.is_checking = False
        self.note = Hint("正在检查…")
        self.body.addWidget(self.note)
        self.titles = (plain_label("", "label"), plain_label("", "label"))
        self.lists = (FindingList(with_records=True), FindingList(with_records=True))
        for place, (title, listed) in enumerate(zip(self.titles, self.lists, strict=True)):
            listed.finding_chosen.connect(lambda finding, place=place: self._go(place, finding))
            self.body.addWidget(title)
            self.body.addWidget(listed)
        self.more_button = button("", self._show_more, role="link")
        self.more_button.setAutoDefault(True)
        self.body.addWidget(self.more_button)
        self._show(())

    def refresh(self) -> None:
        """Check both months anew once the window has painted what it has."""
        self.is_checking = True
        QTimer.singleShot(0, self, self._begin)

    def findings(self) -> list[Finding]:
        """Return what was found, this month's first."""
        return [one for _, found in self._found for one in found]

    def _begin(self) -> None:
        if self._job is not None:
            self._job.cancel()
        checks, this_month = self._context.services.checks, month_of(clock.today())
        months = (this_month, step_month(this_month, -1))
        self._job = self._context.jobs.run(
            lambda _progress: tuple((one, tuple(f)) for one, f in checks.months(months).items()),
            lambda found: self._take(found) if shiboken6.isValid(self) else None,
        )

    def _take(self, found: Found) -> None:
        self._job, self.is_checking = None, False
        self._show(found)

    def _show(self, found: Found) -> None:
        self._found = found
        left = None if self._shows_all else SHOWN_AT_FIRST
        shown: Sequence[Finding]
        months = [*found, *[("", ())] * (len(self.lists) - len(found))]
        for (month, each), title, listed in zip(months, self.titles, self.lists, strict=True):
            shown = each if left is None else each[:left]
            left = None if left is None else left - len(shown)
            title.setText(f"{month_title(month)}（{len(each)}）" if month else "")
            title.setVisible(bool(shown))
            listed.set_findings(shown)
            listed.setVisible(bool(shown))
        every = self.findings()
        hidden = 0 if self._shows_all else max(0, len(every) - SHOWN_AT_FIRST)
        self.more_button.setText(f"再看 {hidden} 条")
        self.more_button.setVisible(bool(hidden))
        if found:
            self.note.set_tone("" if every else "这个月和上个月的记录没有发现问题。", "good")
            grave = any(one.level == "E" for one in every)
            mark = Mark.WRONG if grave else Mark.OPEN if every else Mark.DONE
            self.set_mark(mark, f"{len(every)} 条" if every else "没有发现问题")

    def _show_more(self) -> None:
        self._shows_all = True
        self._show(self._found)

    def _go(self, place: int, finding: Finding) -> None:
        go_to_finding(self._context, finding, self._found[place][0])
