"""What is asked before a record is finalised, and before a correction is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.manual import words
from ui import theme
from ui.widgets.buttons import button, primary_button
from ui.widgets.finding_list import FindingList
from ui.widgets.labels import WrappedLabel, plain_label
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.rules.checks import Finding
    from app.rules.filing import Wishes
    from app.services.filing import Difference
    from ui.widgets.text_field import MissingCharacters

WIDTH_PX = 560
_MOST_LISTED_PX = 260
FROZEN = (
    "定稿后，这份记录连同当天的名册一起固定下来：以后名册怎么变，它都不变，重新打印也一模一样；"
    "要改内容只能用“更正”，并留下痕迹。"
)


class ReasonDialog(QDialog):
    """Says what will happen, asks for reasons, and goes on once all are written."""

    def __init__(
        self, parent: QWidget, title: str, yes: str, missing: MissingCharacters | None = None
    ) -> None:
        """Ask about `title`; `yes` is the word on the button that goes on."""
        super().__init__(parent)
        self._missing = missing
        self._reasons: dict[str, TextField] = {}
        self.setWindowTitle(title)
        self.setFixedWidth(theme.px(WIDTH_PX))
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(24, 20, 24, 20)
        self._outer.setSpacing(12)
        self.body = QVBoxLayout()
        self.body.setSpacing(8)
        self.body.addWidget(WrappedLabel(title, "section"))
        self._outer.addLayout(self.body)
        self._outer.addStretch(1)
        self.yes_button = primary_button(yes, self.accept)
        self.no_button = button("取消", self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addStretch(1)
        row.addWidget(self.no_button)
        row.addWidget(self.yes_button)
        self._outer.addLayout(row)

    def sizeHint(self) -> QSize:
        """Return no more height than the sentences need at the width of the dialog."""
        return QSize(self.width(), self._outer.totalHeightForWidth(self.width()))

    def event(self, event: QEvent) -> bool:
        """Grow with a reason that is being written."""
        done = bool(super().event(event))
        if event.type() == QEvent.Type.LayoutRequest and self.sizeHint().height() > self.height():
            self.resize(self.sizeHint())
        return done

    def say(self, sentence: str, role: str = "body") -> None:
        """Show a sentence."""
        self.body.addWidget(WrappedLabel(sentence, role))

    def ask(self, key: str, label: str, placeholder: str) -> TextField:
        """Ask for a reason; without it one cannot go on."""
        field = TextField(placeholder, least_lines=2, missing=self._missing)
        field.setAccessibleName(label)
        field.text_edited.connect(self._follow)
        self._reasons[key] = field
        self.body.addWidget(plain_label(label, "label"))
        self.body.addWidget(field)
        self._follow()
        return field

    def reason(self, key: str) -> str:
        """Return a reason, empty where it was not asked for."""
        field = self._reasons.get(key)
        return "" if field is None else field.text().strip()

    def list_in(self, widget: QWidget) -> None:
        """Show a list that scrolls where it is long."""
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setWidget(widget)
        high = widget.heightForWidth(theme.px(WIDTH_PX - 72))
        area.setFixedHeight(min(theme.px(_MOST_LISTED_PX), high))
        self.body.addWidget(area)

    def focus_first(self) -> None:
        """Put the keyboard where something is asked, else on what is safe."""
        first = next(iter(self._reasons.values()), None)
        (first or (self.yes_button if self.yes_button.isEnabled() else self.no_button)).setFocus()

    def _follow(self) -> None:
        self.yes_button.setEnabled(all(one.text().strip() for one in self._reasons.values()))


class FinaliseDialog(ReasonDialog):
    """Lists what is missing before 定稿; `finding_chosen` carries the one to put right."""

    finding_chosen = Signal(object)

    def __init__(
        self, parent: QWidget, title: str, wishes: Wishes, missing: MissingCharacters | None = None
    ) -> None:
        """Ask about the record called `title`."""
        super().__init__(parent, f"定稿：{title}", "定稿", missing)
        self.say(FROZEN)
        if wishes.early:
            self.say(wishes.early, "error")
        if wishes.blocking:
            self.say(f"还有 {len(wishes.blocking)} 处必须先补齐，才能定稿：", "error")
            self._list(wishes.blocking)
        if wishes.missing:
            self.say("规定动作还没有完成，可以补齐，也可以写明原因：", "warning")
            self._list(wishes.missing)
        if wishes.blocking or wishes.early:
            self.yes_button.setEnabled(False)
            return
        if wishes.missing:
            self.ask("missing", "没有完成的原因", "例如：授课人临时出差，党课顺延到下月")
        if wishes.late:
            self.say(wishes.late, "warning")
            self.ask("late", "补记的原因（印在记录末尾）", "例如：记录人出差，返回后补记")

    def _list(self, findings: Sequence[Finding]) -> None:
        listed = FindingList()
        listed.set_findings(findings)
        listed.finding_chosen.connect(self._choose)
        self.list_in(listed)

    def _choose(self, finding: Finding) -> None:
        self.reject()
        self.finding_chosen.emit(finding)


class CorrectionDialog(ReasonDialog):
    """Shows what a correction changes, old beside new, and asks why."""

    def __init__(
        self,
        parent: QWidget,
        differences: Sequence[Difference],
        missing: MissingCharacters | None = None,
    ) -> None:
        """Show differences of a record as they will be printed."""
        super().__init__(parent, "保存更正", "保存更正", missing)
        self.no_button.setText("继续修改")
        if differences:
            self.say("这些改动会写进更正页，印在原记录后面；原来的页不变。")
            self.list_in(_ChangeList(differences))
        else:
            self.say("这些改动在打印的页上看不出来，只记入更正痕迹。")
        self.ask("reason", "更正的原因", "例如：原记录地点写错")


class _ChangeList(QWidget):
    """Places one under the other, each with what stood there and what stands there now."""

    def __init__(self, differences: Sequence[Difference]) -> None:
        super().__init__()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 8, 0)
        outer.setSpacing(8)
        for one in differences:
            outer.addWidget(plain_label(one.place, "strong"))
            old, new = one.old or words.NOTHING, one.new or words.NOTHING
            outer.addWidget(WrappedLabel(f"{old} → {new}", "body"))
        outer.addStretch(1)
