"""One rule of the checks: its level, its numbers, from which month on, and whether it is off."""

from __future__ import annotations

import unicodedata
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.manual.faults import FaultSpec
from app.rules.checks import LEVEL_WORDS
from app.rules.rule_book import RuleChange
from app.rules.texts import month_title
from ui import theme
from ui.widgets.buttons import button, primary_button
from ui.widgets.choice_field import ChoiceField
from ui.widgets.field_grid import FieldGrid
from ui.widgets.labels import Hint, SectionTitle, WrappedLabel, plain_label
from ui.widgets.line_field import LineField
from ui.widgets.month_field import MonthField
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH_PX = 560


class RuleDialog(QDialog):
    """Asks how a rule is to stand.

    `kept` carries the change as a `RuleChange` with every number of the rule; `dropped` the number
    of the rule and the month of an earlier change that is taken back.
    """

    kept = Signal(object)
    dropped = Signal(int, str)

    def __init__(
        self,
        parent: QWidget,
        fault: FaultSpec,
        change: RuleChange,
        history: Sequence[RuleChange],
        month: str,
    ) -> None:
        """Show a rule as it stands in a month, and its changes so far."""
        super().__init__(parent)
        self._fault = fault
        self.setWindowTitle("检查规则")
        self.setFixedWidth(theme.px(WIDTH_PX))
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(24, 20, 24, 20)
        self._outer.setSpacing(12)
        self._outer.addWidget(SectionTitle(f"{fault.number}　{fault.name}"))
        self._outer.addWidget(WrappedLabel(f"来源：{fault.named_by}", "hint"))
        self._add_fields(change, month)
        self._add_off(change)
        self._add_history(history)
        self._add_buttons()
        self._follow()

    def wanted(self) -> RuleChange:
        """Return the change as it is filled in."""
        level = self.level_field.value()
        return RuleChange(
            self._fault.number,
            self.since_field.month(),
            next((key for key in LEVEL_WORDS if key == level), None),
            {key: _typed(field) for key, field in self.number_fields.items()},
            self.off_reason.text().strip() if self.off_box.isChecked() else "",
        )

    def restore(self) -> None:
        """Fill in what the rule came with."""
        self.level_field.set_value("")
        for spec in self._fault.settings:
            self.number_fields[spec.key].set_text(spec.default)
        self.off_box.setChecked(False)

    def _add_fields(self, change: RuleChange, month: str) -> None:
        grid = FieldGrid(columns=2)
        usual = LEVEL_WORDS[self._fault.level]
        levels = [("", f"按默认（{usual}）"), *LEVEL_WORDS.items()]
        self.level_field = ChoiceField(levels)
        self.level_field.set_value(change.level or "")
        grid.add("程度", self.level_field)
        self.since_field = MonthField()
        self.since_field.set_month(month)
        self.since_field.text_edited.connect(self._follow)
        self.since_field.month_edited.connect(self._follow)
        grid.add("从哪个月起执行", self.since_field)
        self.number_fields: dict[str, LineField] = {}
        for spec in self._fault.settings:
            field = self.number_fields[spec.key] = LineField()
            field.set_text(change.numbers.get(spec.key, spec.default))
            field.text_edited.connect(self._follow)
            said = f"默认 {spec.default} {spec.unit}。{spec.source}"
            grid.add(f"{spec.label}（{spec.unit}）", field, span=2, hint=said)
        self._outer.addWidget(grid)

    def _add_off(self, change: RuleChange) -> None:
        self.off_box = QCheckBox("停用这条规则")
        self.off_box.setChecked(bool(change.off))
        self.off_box.toggled.connect(self._follow)
        self.off_reason = TextField("例如：上级明确本单位不要求这一项", least_lines=2)
        self.off_reason.setAccessibleName("停用的原因")
        self.off_reason.set_text(change.off)
        self.off_reason.text_edited.connect(self._follow)
        self._outer.addWidget(self.off_box)
        self._outer.addWidget(self.off_reason)

    def _add_history(self, history: Sequence[RuleChange]) -> None:
        if not history:
            return
        self._outer.addWidget(plain_label("改过的", "label"))
        for one in history:
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(WrappedLabel(told(self._fault, one), "body"), 1)
            drop = button("删去", partial(self._drop, one.since), role="link")
            drop.setAccessibleName(f"删去{month_title(one.since)}起的修改")
            row.addWidget(drop)
            self._outer.addLayout(row)

    def _add_buttons(self) -> None:
        self.problem = Hint()
        self._outer.addWidget(self.problem)
        self.yes_button = primary_button("保存", self._keep)
        self.restore_button = button("恢复默认值", self.restore)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.restore_button)
        row.addStretch(1)
        row.addWidget(button("取消", self.reject))
        row.addWidget(self.yes_button)
        self._outer.addLayout(row)

    def _follow(self) -> None:
        self.off_reason.setVisible(self.off_box.isChecked())
        said = ""
        if self.off_box.isChecked() and not self.off_reason.text().strip():
            said = "停用要写明原因。"
        elif not self.since_field.read(self.since_field.text()):
            said = "请写明从哪个月起执行，如 2025-10。"
        elif not all(_typed(one).isdigit() for one in self.number_fields.values()):
            said = "数字要填整数。"
        self.problem.set_tone(said, "warning")
        self.yes_button.setEnabled(not said)
        self.setFixedHeight(self._outer.totalHeightForWidth(self.width()))

    def _keep(self) -> None:
        self.since_field.commit()
        self.accept()
        self.kept.emit(self.wanted())

    def _drop(self, since: str) -> None:
        self.reject()
        self.dropped.emit(self._fault.number, since)


def told(fault: FaultSpec, change: RuleChange) -> str:
    """Return a change of a rule in one sentence."""
    parts = [] if change.level is None else [f"程度改为“{LEVEL_WORDS[change.level]}”"]
    parts += [
        f"{spec.label}：{change.numbers[spec.key]}{spec.unit}"
        for spec in fault.settings
        if spec.key in change.numbers
    ]
    if change.off:
        parts.append(f"停用（{change.off}）")
    return f"{month_title(change.since)}起，{'；'.join(parts) or '恢复默认'}。"


def _typed(field: LineField) -> str:
    """Return what was typed with digits of full width as plain ones."""
    text = unicodedata.normalize("NFKC", field.text()).strip()
    return text if text.isascii() else ""
