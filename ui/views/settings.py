"""设置: the branch, its groups, its own numbers, how the window looks, and the backups."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.errors import AppError
from app.manual.faults import RULE_SETTINGS
from app.manual.settings import SETTINGS, SettingSpec
from app.records import Branch
from ui.forms.branch import BranchCard, BranchKeeper
from ui.forms.data_card import DataCard
from ui.forms.groups import GroupsCard
from ui.forms.holidays_card import HolidaysCard
from ui.forms.reading_card import ReadingCard
from ui.forms.rules_card import RulesCard
from ui.forms.saving import tell_saved
from ui.forms.steps import KeptStep
from ui.views.editing import EditingView
from ui.widgets.card import Card
from ui.widgets.choice_field import ChoiceField
from ui.widgets.field_grid import FieldGrid
from ui.widgets.labels import Hint
from ui.widgets.line_field import LineField
from ui.widgets.page import Page, PageHead
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from ui.context import Context

# The numbers of rules stand with their rules.
NUMBERS = tuple(spec for spec in SETTINGS if spec.key not in RULE_SETTINGS)
FONT_SCALES = (("1.0", "标准"), ("1.15", "大"), ("1.3", "特大"))


class SettingsView(EditingView[Branch]):
    """One card a subject; everything is kept as it is changed and can be undone."""

    key = "settings"
    title = "设置"
    icon = "settings"
    help_topic = "settings"
    areas = frozenset({"branch", "groups", "members", "settings"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.fields: dict[str, LineField | TextField] = {}
        self.choices: dict[str, ChoiceField] = {}
        self._page = Page()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(PageHead(self.title, context))
        outer.addWidget(self._page, 1)

    def load(self) -> None:
        """Build the cards at first, then show again what may have changed elsewhere."""
        if self.editor is None:
            self._build()
        if self.may_follow():
            self.follow(self.context.services.branches.get())
        self.groups.load()
        values = self.context.services.settings.all()
        for spec in NUMBERS:
            if spec.key in self.choices or not self.fields[spec.key].hasFocus():
                self._show_value(spec, values.get(spec.key, spec.default))
        self.rules.load()
        self.holidays.load()
        self.reading.load()
        self.data.load()

    def shown(self) -> None:
        """Be ready to type."""
        self.branch.name_field.setFocus()

    def typed_in(self) -> QWidget:
        """Return all the cards."""
        return self._page

    def jump(self, record_id: str, section: str) -> None:
        """Show one card.

        It is `branch`, `groups`, `numbers`, `rules`, `holidays`, `reading`, `look` or `data`. In
        `holidays` the record is a year, in `rules` a number; after `branch/` follows a field.
        """
        section, _, field = section.partition("/")
        if section == "rules" and record_id:
            self.rules.choose(int(record_id))
        if section == "holidays" and record_id:
            self.holidays.show_year(int(record_id))
        card = self._cards.get(section)
        if card is not None:
            self._page.show_widget(card)
        if section == "branch" and field:
            self.branch.focus(field)

    def keep_setting(self, spec: SettingSpec, value: str) -> bool:
        """Keep a setting; what does not fit is said and the value before shown again."""
        settings = self.context.services.settings
        try:
            settings.put(spec, value)
        except AppError as error:
            self.context.show_error(error)
            self._show_value(spec, settings.get(spec))
            return False
        tell_saved(self.context)
        self._show_value(spec, settings.get(spec))
        return True

    def _build(self) -> None:
        services = self.context.services
        editor = self.open_editor(
            BranchKeeper(services.branches), services.branches.get(), "branch"
        )
        self.branch = BranchCard(self.context, editor)
        self.groups = GroupsCard(self.context, self.undo_stack)
        self.rules = RulesCard(self.context, self.undo_stack)
        self.holidays = HolidaysCard(self.context, self.undo_stack)
        self.reading = ReadingCard(self.context, self.undo_stack)
        self.data = DataCard(self.context)
        self._cards: dict[str, Card] = {
            "branch": self.branch,
            "groups": self.groups,
            "numbers": self._numbers_card(),
            "rules": self.rules,
            "holidays": self.holidays,
            "reading": self.reading,
            "look": self._look_card(),
            "data": self.data,
        }
        for card in self._cards.values():
            self._page.body.addWidget(card)
        self._page.body.addStretch(1)

    def _numbers_card(self) -> Card:
        card = Card("本支部的规定", "默认值来自常见的地方做法，请按上级要求改。")
        grid = FieldGrid(columns=2)
        for spec in NUMBERS:
            field: LineField | TextField | ChoiceField
            if spec.kind == "choice":
                field = self.choices[spec.key] = ChoiceField(spec.choices)
                field.choice_edited.connect(lambda spec=spec: self._take(spec))
            else:
                field = self.fields[spec.key] = (
                    TextField("一行一个") if spec.kind == "lines" else LineField()
                )
                field.committed.connect(lambda spec=spec: self._take(spec))
            unit = "" if spec.unit in spec.label else f"（{spec.unit}）"
            grid.add(f"{spec.label}{unit}", field, hint=spec.source)
        card.body.addWidget(grid)
        return card

    def _take(self, spec: SettingSpec) -> None:
        before = self.context.services.settings.get(spec)
        after = self._shown_value(spec)
        if spec.kind == "whole":
            after = unicodedata.normalize("NFKC", after)
        if after != before and self.keep_setting(spec, after):
            self.undo_stack.push(
                KeptStep(spec.label, lambda value: self.keep_setting(spec, value), before, after)
            )

    def _shown_value(self, spec: SettingSpec) -> str:
        if spec.key in self.choices:
            return self.choices[spec.key].value()
        return self.fields[spec.key].text().strip()

    def _show_value(self, spec: SettingSpec, value: str) -> None:
        if spec.key in self.choices:
            self.choices[spec.key].set_value(value)
        else:
            self.fields[spec.key].set_text(value)

    def _look_card(self) -> Card:
        card = Card("界面")
        grid = FieldGrid(columns=3)
        self.scale_field = ChoiceField(FONT_SCALES)
        self.scale_field.set_value(str(self.context.preferences.font_scale()))
        self.scale_field.choice_edited.connect(self._take_scale)
        self._scale_hint = Hint("重新打开程序后生效。")
        self._scale_hint.hide()
        grid.add("字号(&F)", self.scale_field)
        card.body.addWidget(grid)
        card.body.addWidget(self._scale_hint)
        return card

    def _take_scale(self) -> None:
        before = str(self.context.preferences.font_scale())
        after = self.scale_field.value()
        if after != before:
            self._keep_scale(after)
            self.undo_stack.push(KeptStep("字号", self._keep_scale, before, after))

    def _keep_scale(self, scale: str) -> None:
        self.context.preferences.set_font_scale(float(scale))
        self.scale_field.set_value(scale)
        self._scale_hint.show()
