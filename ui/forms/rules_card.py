"""Every rule the program checks by, to be searched, sorted and changed (检查规则)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QUndoStack

from app import clock
from app.errors import AppError
from app.manual.faults import FAULTS, FaultSpec
from app.rules.checks import LEVEL_WORDS, LEVELS
from app.rules.rule_book import RuleChange
from app.rules.texts import month_of, month_title
from ui import theme
from ui.forms.rule_dialog import RuleDialog
from ui.forms.saving import tell_saved
from ui.forms.steps import KeptStep
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.choice_field import ChoiceField
from ui.widgets.field_grid import FieldGrid
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import Hint
from ui.widgets.line_field import LineField
from ui.widgets.marks import Mark
from ui.widgets.table_model import Column
from ui.widgets.tables import ROW_PX, RecordTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.context import Context

_FRAME_PX = 2
ALL, CHANGED, OFF, NUMBERED = "全部", "改过的", "停用的", "有数字的"
_SHOWS: dict[str, Callable[[RuleRow], bool]] = {
    CHANGED: lambda row: row.is_changed,
    OFF: lambda row: bool(row.change.off),
    NUMBERED: lambda row: bool(row.fault.settings),
    ALL: lambda _row: True,
}


@dataclass(frozen=True, slots=True)
class RuleRow:
    """A rule and how it stands this month."""

    fault: FaultSpec
    change: RuleChange

    @property
    def is_changed(self) -> bool:
        """Tell whether it stands otherwise than it came."""
        return bool(self.change.level or self.change.off or self.chosen)

    @property
    def chosen(self) -> dict[str, str]:
        """Return the numbers that are not the usual ones."""
        values = self.values
        return {s.key: values[s.key] for s in self.fault.settings if values[s.key] != s.default}

    @property
    def values(self) -> dict[str, str]:
        """Return every number of the rule by the key of its setting."""
        return {s.key: self.change.numbers.get(s.key, s.default) for s in self.fault.settings}

    @property
    def level(self) -> str:
        """Return the level in words."""
        return LEVEL_WORDS[self.change.level or self.fault.level]

    @property
    def numbers(self) -> str:
        """Return the numbers with their units."""
        values = self.values
        return "／".join(f"{values[s.key]}{s.unit}" for s in self.fault.settings)

    @property
    def state(self) -> str:
        """Return whether it is on, and since when it stands as it does."""
        if self.change.off:
            return "停用"
        return "改过" if self.is_changed else "默认"


class RulesCard(Card):
    """A table of the rules; a row opens the dialog in which it is changed."""

    def __init__(self, context: Context, stack: QUndoStack) -> None:
        super().__init__(
            "检查规则",
            "程序照这些规则检查每月的记录。程度和数字可以按上级要求改，从写明的月份起执行，"
            "以前的月份仍按原来的规定；停用要写原因，原因印在缺项清单上。",
        )
        self._context = context
        self._stack = stack
        self._rows: list[RuleRow] = []
        self.show_field = ChoiceField(tuple(_SHOWS))
        self.show_field.set_value(CHANGED)
        self.show_field.choice_edited.connect(self._show)
        self.search_field = LineField("编号、名称或来源")
        self.search_field.setClearButtonEnabled(True)
        self.search_field.text_edited.connect(self._show)
        self.search_field.textChanged.connect(self._show)
        grid = FieldGrid(columns=2)
        grid.add("查找", self.search_field)
        grid.add("显示", self.show_field)
        self.body.addWidget(grid)
        self.table: RecordTable[RuleRow] = RecordTable(
            _columns(), lambda row: str(row.fault.number), name="检查规则", sortable=True
        )
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.row_opened.connect(lambda key: self.edit(int(key)))
        self.table.letters_typed.connect(self._search)
        self.table.selectionModel().currentRowChanged.connect(lambda *_rows: self._show_buttons())
        self.empty = Hint()
        self.body.addWidget(self.table)
        self.body.addWidget(self.empty)
        self.edit_button = button("修改这条规则…", self._edit_chosen, icon="pencil")
        self.reset_button = button("恢复默认", self.reset, icon="undo-2")
        tools = FlowLayout()
        tools.addWidget(self.edit_button)
        tools.addWidget(self.reset_button)
        self.body.addLayout(tools)

    def load(self) -> None:
        """Read how the rules stand this month."""
        standing = self._context.services.rules.standing(_this_month())
        self._rows = [RuleRow(*pair) for pair in zip(FAULTS, standing, strict=True)]
        changed = sum(row.is_changed for row in self._rows)
        off = sum(bool(row.change.off) for row in self._rows)
        told = [f"共 {len(self._rows)} 条"]
        told += [f"改过 {changed - off} 条"] if changed > off else []
        told += [f"停用 {off} 条"] if off else []
        self.set_mark(Mark.OPEN if off else Mark.DONE, "，".join(told))
        self._show()

    def choose(self, number: int) -> None:
        """Show one rule among all of them, chosen."""
        self.search_field.set_text("")
        self.show_field.set_value(ALL)
        self._show()
        self.table.choose(str(number))

    def edit(self, number: int) -> None:
        """Open the dialog of a rule."""
        row = self._rows[number - 1]
        history = self._context.services.rules.history(number)
        dialog = RuleDialog(self, row.fault, row.change, history, _this_month())
        dialog.kept.connect(self._put)
        dialog.dropped.connect(self._drop)
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()

    def reset(self) -> None:
        """Let the chosen rule stand as it came, from this month on."""
        key = self.table.current_key()
        if key:
            self._put(RuleChange(int(key), _this_month()))

    def shown(self) -> list[int]:
        """Return the numbers of the rules shown, from top to bottom."""
        return [int(key) for key in self.table.shown_keys()]

    def _edit_chosen(self) -> None:
        if self.table.current_key():
            self.edit(int(self.table.current_key()))

    def _search(self, letters: str) -> None:
        self.search_field.setFocus()
        self.search_field.setText(letters)

    def _show(self) -> None:
        wanted = self.search_field.text().strip().lower()
        fits = _SHOWS[self.show_field.value()]
        # What is looked for is looked for among all of them.
        rows = [row for row in self._rows if (wanted in _searched(row) if wanted else fits(row))]
        self.table.set_rows(rows)
        self.table.setFixedHeight(theme.px(ROW_PX) * (len(rows) + 1) + _FRAME_PX)
        self.table.setVisible(bool(rows))
        nothing = f"没有含“{wanted}”的规则。" if wanted else f"没有{self.show_field.value()}规则。"
        if not wanted and self.show_field.value() == CHANGED:
            nothing = "都是默认的规定。要看或要改某一条，请在“查找”里写名称，或在“显示”里选“全部”。"
        self.empty.set_tone("" if rows else nothing)
        self._show_buttons()

    def _show_buttons(self) -> None:
        key = self.table.current_key()
        row = self._rows[int(key) - 1] if key else None
        has_rows = bool(self.table.shown_keys())
        self.edit_button.setVisible(has_rows)
        self.reset_button.setVisible(has_rows)
        self.edit_button.setEnabled(row is not None)
        self.reset_button.setEnabled(row is not None and row.is_changed)

    def _put(self, wanted: RuleChange) -> None:
        self._change("修改检查规则", lambda: self._context.services.rules.put(wanted))

    def _drop(self, number: int, since: str) -> None:
        self._change("删除规则的修改", lambda: self._context.services.rules.drop(number, since))

    def _change(self, label: str, change: Callable[[], None]) -> None:
        rules = self._context.services.rules
        before = rules.text()
        try:
            change()
        except AppError as error:
            self._context.show_error(error)
            return
        tell_saved(self._context)
        self._stack.push(KeptStep(label, self._keep, before, rules.text()))
        self.load()

    def _keep(self, text: str) -> None:
        self._context.services.rules.put_text(text)
        tell_saved(self._context)
        self.load()


def _columns() -> list[Column[RuleRow]]:
    return [
        Column("编号", lambda row: str(row.fault.number), 56, sort=lambda row: row.fault.number),
        Column("规则", lambda row: row.fault.name, 176, 3),
        Column(
            "程度",
            lambda row: row.level,
            88,
            sort=lambda row: LEVELS.index(row.change.level or row.fault.level),
        ),
        Column("数字", lambda row: row.numbers or "—", 128, 1),
        Column("状态", lambda row: row.state, 64, sort=lambda row: (not row.is_changed, row.state)),
        Column("起", _since, 112, rank=2, sort=lambda row: row.change.since),
        Column("来源", lambda row: row.fault.named_by, 160, 3, rank=1),
    ]


def _since(row: RuleRow) -> str:
    return month_title(row.change.since) if row.change.since else "—"


def _searched(row: RuleRow) -> str:
    labels = " ".join(spec.label for spec in row.fault.settings)
    told = (str(row.fault.number), row.fault.name, row.fault.named_by, labels, row.level, row.state)
    return "\n".join(told).lower()


def _this_month() -> str:
    return month_of(clock.today())
