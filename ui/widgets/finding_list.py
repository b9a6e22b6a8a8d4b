"""Findings one under the other, each with its level and a way to the place."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.rules.checks import LEVEL_WORDS, Finding
from ui import theme
from ui.widgets.buttons import button
from ui.widgets.labels import WrappedLabel
from ui.widgets.likeness_dialog import show_likeness
from ui.widgets.marks import Mark

LEVEL_MARKS = {"E": Mark.WRONG, "W": Mark.OPEN, "I": Mark.EMPTY}


class FindingList(QWidget):
    """Shows findings; `finding_chosen` carries the one whose place is wanted.

    Where they are of several records, each is told with its record.
    """

    finding_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None, *, with_records: bool = False) -> None:
        super().__init__(parent)
        self._with_records = with_records
        self._rows: list[QWidget] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings in their order."""
        for row in self._rows:
            self._layout.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(finding) for finding in findings]
        for row in self._rows:
            self._layout.addWidget(row)

    def _row(self, finding: Finding) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        mark = LEVEL_MARKS[finding.level]
        glyph = QLabel()
        glyph.setPixmap(mark.pixmap(theme.px(16), self.devicePixelRatioF()))
        glyph.setAccessibleName(LEVEL_WORDS[finding.level])
        glyph.setToolTip(LEVEL_WORDS[finding.level])
        glyph.setFixedHeight(theme.control_px())
        said = finding.told if self._with_records else finding.sentence
        sentence = WrappedLabel(said, "body")
        spare = max(0, theme.control_px() - sentence.fontMetrics().height()) // 2
        sentence.setContentsMargins(0, spare, 0, spare)
        layout.addWidget(glyph, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(sentence, 1, Qt.AlignmentFlag.AlignTop)
        if finding.likeness is not None:
            both = _link("看两处", f"看两处：{said}", lambda: self._show_both(finding))
            layout.addWidget(both, 0, Qt.AlignmentFlag.AlignTop)
        go = _link("去填写", f"去填写：{said}", lambda: self.finding_chosen.emit(finding))
        layout.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _show_both(self, finding: Finding) -> None:
        dialog = show_likeness(self.window(), finding)
        if dialog is not None:
            dialog.go_requested.connect(lambda: self.finding_chosen.emit(finding))


def _link(text: str, name: str, on_click: Callable[[], object]) -> QPushButton:
    """Return a button that reads as a link, answers to Enter and has a name of its own."""
    made = button(text, on_click, role="link")
    made.setAccessibleName(name)
    made.setAutoDefault(True)
    return made
