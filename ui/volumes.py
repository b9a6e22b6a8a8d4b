"""Printing a volume: laid out in the background, noted as printed once it went out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from ui.printing import print_pages, save_pdf
from ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from app.services.manual import Printed
    from app.services.volumes import Volume, Ways
    from ui.context import Context
    from ui.jobs import Progress

Make = Callable[["Ways"], "Volume"]

_DUPLEX = "print/duplex"
_NO = "no"


@dataclass(frozen=True, slots=True)
class Chosen:
    """How a volume is to be printed, as it was ticked when printing was asked for."""

    duplex: bool = False
    changed_only: bool = False

    def ways(self, progress: Progress | None = None) -> Ways:
        """Return it for the service; called in the thread that prints."""
        from app.services.volumes import Ways

        stopped = None if progress is None else progress.stopped
        return Ways(self.duplex, self.changed_only, progress, stopped)


def print_volume(
    context: Context,
    parent: QWidget,
    title: str,
    make: Make,
    chosen: Chosen,
    *,
    into_file: bool = False,
) -> None:
    """Lay a volume out in a thread and offer the printer, or ask for a file to write it into."""
    made: list[Volume] = []

    def lay_out(progress: Progress) -> Printed:
        made.append(make(chosen.ways(progress)))
        return made[-1].printed

    out = save_pdf if into_file else print_pages
    out(context, parent, title, lay_out, lambda: context.services.volumes.mark_printed(made[-1]))


class WaysRow(QWidget):
    """Two ticks: both sides of the paper, which is remembered, and only what changed."""

    ticked = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = context.preferences
        self.duplex = QCheckBox("双面打印，每部分从奇数页起")
        self.changed_only = QCheckBox("只打印上次打印后改过的")
        self.follow()
        self.duplex.toggled.connect(self._remember)
        self.changed_only.toggled.connect(self.ticked)
        row = FlowLayout(self, gap=24)
        row.addWidget(self.duplex)
        row.addWidget(self.changed_only)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def follow(self) -> None:
        """Show what is remembered: it may have been changed elsewhere."""
        self.duplex.setChecked(self._preferences.text(_DUPLEX) != _NO)

    def chosen(self) -> Chosen:
        """Return what is ticked."""
        return Chosen(self.duplex.isChecked(), self.changed_only.isChecked())

    def _remember(self) -> None:
        self._preferences.set_text(_DUPLEX, "" if self.duplex.isChecked() else _NO)
        self.ticked.emit()
