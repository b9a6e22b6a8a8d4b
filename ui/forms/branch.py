"""The branch's own page (支部概况)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app import clock
from app.records import Branch
from app.rules.dues import ROUNDINGS
from app.rules.organisation import term, term_due
from app.rules.texts import long_date
from ui.forms.binding import Bindings
from ui.forms.record_editor import RecordEditor
from ui.forms.section import focus_and_show
from ui.widgets.card import Card
from ui.widgets.choice_field import ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.field_grid import FieldGrid
from ui.widgets.labels import Hint
from ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from app.services.branches import BranchService
    from ui.context import Context

SECTION = "branch"
ROUNDING_WORDS = {
    "分": "四舍五入到分",
    "角": "四舍五入到角",
    "元": "四舍五入到元",
    "分进位": "不足一分进一分",
    "角进位": "不足一角进一角",
    "元进位": "不足一元进一元",
}


class BranchKeeper:
    """Gives and keeps the one branch of a file."""

    def __init__(self, service: BranchService) -> None:
        self._service = service

    def get(self, _record_id: str) -> Branch:
        """Return the branch."""
        return self._service.get()

    def save(self, branch: Branch) -> Branch:
        """Keep the branch."""
        return self._service.save(branch)


class BranchCard(Card):
    """Name, committee above, fixed day, term and the rounding of dues."""

    def __init__(self, context: Context, editor: RecordEditor[Branch]) -> None:
        super().__init__("党支部")
        self._context = context
        self._editor = editor
        self._bindings: Bindings[Branch] = Bindings(editor, SECTION)
        self._fields: dict[str, QWidget] = {}
        grid = FieldGrid(columns=3)
        self.name_field = LineField("如 ××公司××党支部")
        self.day_field = ChoiceField([(str(day), f"每月 {day} 日") for day in range(1, 29)])
        grid.add(
            "党支部名称(&N)",
            self._line(self.name_field, "党支部名称", "name"),
            span=3,
            hint="全称，印在每一页上",
        )
        grid.add("上级党组织(&P)", self._line(LineField(), "上级党组织", "parent"), span=2)
        grid.add("主题党日固定日(&D)", self._theme_day())
        self.start_field = self._date("本届选举日期", "term_start")
        grid.add("本届选举日期(&S)", self.start_field)
        grid.add("届满日期(&E)", self._date("届满日期", "term_end"))
        grid.add("党费尾数(&R)", self._rounding())
        self.body.addWidget(grid)
        self.hint = Hint()
        self.body.addWidget(self.hint)
        editor.reloaded.connect(lambda _section: self.load())
        editor.changed.connect(lambda _section: self._warn())
        self.load()

    def load(self) -> None:
        """Show the branch as it stands in the editor."""
        self._bindings.load()
        self._warn()

    def focus(self, attribute: str) -> None:
        """Put the keyboard into the field of an attribute."""
        field = self._fields.get(attribute)
        if field is not None:
            focus_and_show(field)

    def _warn(self) -> None:
        missing = self._context.missing_characters(self._editor.record.name)
        if missing:
            self.hint.set_tone(f"打印字库里没有“{missing}”，会印成〓，请核对。", "warning")
            return
        branch = self._editor.record
        told, due = next(term(branch, clock.today()), None), term_due(branch)
        if told is not None:
            self.hint.set_tone(told.sentence, "hint" if told.level == "I" else "warning")
        elif due is not None and branch.term_end is None:
            self.hint.set_tone(f"届满日期空着，按三年算是{long_date(due)}。")
        else:
            self.hint.set_tone("")

    def _line(self, field: LineField, label: str, attribute: str) -> LineField:
        def take(branch: Branch) -> None:
            setattr(branch, attribute, field.text().strip())

        self._bindings.tie(
            field.text_edited,
            label,
            show=lambda branch: field.set_text(getattr(branch, attribute)),
            take=take,
            committed=field.committed,
        )
        return field

    def _date(self, label: str, attribute: str) -> DateField:
        field = self._fields[attribute] = DateField()
        field.setPlaceholderText("如 2023-04-20")

        def take(branch: Branch) -> None:
            setattr(branch, attribute, field.day())

        self._bindings.tie(
            field.date_edited,
            label,
            show=lambda branch: field.set_day(getattr(branch, attribute)),
            take=take,
            committed=field.date_edited,
        )
        return field

    def _theme_day(self) -> ChoiceField:
        field = self.day_field

        def take(branch: Branch) -> None:
            branch.theme_day = int(field.value())

        self._bindings.tie(
            field.choice_edited,
            "主题党日固定日",
            show=lambda branch: field.set_value(str(branch.theme_day)),
            take=take,
            committed=field.choice_edited,
        )
        return field

    def _rounding(self) -> ChoiceField:
        field = ChoiceField([(word, ROUNDING_WORDS[word]) for word in ROUNDINGS])

        def take(branch: Branch) -> None:
            branch.dues_rounding = field.value()

        self._bindings.tie(
            field.choice_edited,
            "党费尾数",
            show=lambda branch: field.set_value(branch.dues_rounding),
            take=take,
            committed=field.choice_edited,
        )
        return field
