"""The foot of the form: the sums of the attendance and what is still missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from ui import theme
from ui.forms.findings_popup import FindingsPopup
from ui.widgets.buttons import button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.records import Meeting
    from app.rules.attendance import Summary
    from app.rules.checks import Finding

_LEVELS_COUNTED = frozenset({"E", "W"})


class SummaryBar(QFrame):
    """Words that wrap in a narrow window, and the button to the findings.

    `finding_chosen` carries the finding the user wants to put right.
    """

    finding_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bar")
        self.setAccessibleName("考勤合计和待补充事项")
        outer = QHBoxLayout(self)
        outer.setContentsMargins(16, 6, 16, 6)
        outer.setSpacing(12)
        words = QWidget()
        self._flow = FlowLayout(words, gap=4)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        words.setSizePolicy(policy)
        self.setSizePolicy(policy)
        outer.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
        self._words: dict[str, QLabel] = {}
        for key in ("expected", "present", "leave", "absent", "makeup", "rate"):
            label = plain_label(role="sum")
            label.setContentsMargins(0, 0, 12, 0)
            self._words[key] = label
            self._flow.addWidget(label)
        self.missing_button: QPushButton = button("", self._open)
        self.missing_button.setIconSize(QSize(16, 16))
        outer.addWidget(self.missing_button)
        self._findings: list[Finding] = []
        self._popup: FindingsPopup | None = None

    def text(self) -> str:
        """Return all sums in one line."""
        return " · ".join(label.text() for label in self._words.values())

    def show_sums(self, meeting: Meeting, found: Summary) -> None:
        """Show the sums of a meeting."""
        due = found.expected
        begun = sum(row.make_up is not None for row in found.absent)
        open_ones = begun - found.made_up
        late = "".join(
            f"（{word} {count}）"
            for word, count in (("迟到", found.late), ("早退", found.left_early))
            if count
        )
        rate = "—" if found.rate is None else f"{found.rate * 100:.1f}%"
        for key, text, role in (
            (
                "expected",
                f"应到 {due.total} = {due.sentence.split(' − ')[0]} − {due.exempt}",
                "sum",
            ),
            ("present", f"实到 {found.present}{late}", "sum-good"),
            ("leave", f"请假 {found.on_leave}", "sum-warning" if found.on_leave else "sum"),
            ("absent", f"缺席 {found.unexcused}", "sum-error" if found.unexcused else "sum"),
            ("makeup", f"补学 {begun}{f'（待完成 {open_ones}）' if open_ones else ''}", "sum"),
            ("rate", f"出席率 {rate}", "sum"),
        ):
            self._words[key].setText(text)
            theme.set_role(self._words[key], role)
        self._words["expected"].setToolTip(due.sentence)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show how much is missing."""
        self._findings = [one for one in findings if one.level in _LEVELS_COUNTED]
        errors = sum(one.level == "E" for one in self._findings)
        count = len(self._findings)
        if not count:
            self.missing_button.setText("已齐全")
            self.missing_button.setIcon(theme.icon("circle-check", "present", 16))
        else:
            self.missing_button.setText(f"还差 {errors} 项" if errors else f"{count} 项请核对")
            self.missing_button.setIcon(theme.icon("triangle-alert", "leave", 16))
        self.missing_button.setEnabled(bool(count))
        theme.set_role(self.missing_button, "" if count else "quiet")
        if self._popup is not None and self._popup.isVisible():
            self._popup.show_findings(self._findings)

    def _open(self) -> None:
        if self._popup is None:
            self._popup = FindingsPopup(self)
            self._popup.chosen.connect(self.finding_chosen)
        self._popup.show_findings(self._findings)
        self._popup.open_above(self.missing_button)
