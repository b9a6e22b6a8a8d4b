"""设置: the branch, its groups, its own numbers, how the window looks, and the backups."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import clock
from app.errors import AppError
from app.manual.settings import SETTINGS, SettingSpec
from app.records import Branch
from ui.forms.branch import BranchCard, BranchKeeper
from ui.forms.groups import GroupsCard
from ui.forms.record_editor import RecordEditor
from ui.forms.steps import KeptStep
from ui.views.base import View
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.choice_field import ChoiceField
from ui.widgets.field_grid import FieldGrid
from ui.widgets.labels import Hint
from ui.widgets.line_field import LineField
from ui.widgets.page import Page, PageHead

if TYPE_CHECKING:
    from ui.context import Context

FONT_SCALES = (("1.0", "标准"), ("1.15", "大"), ("1.3", "特大"))


class SettingsView(View):
    """One card a subject; everything is kept as it is changed and can be undone."""

    key = "settings"
    title = "设置"
    icon = "settings"
    help_topic = "settings"
    areas = frozenset({"branch", "groups", "members", "settings"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.editor: RecordEditor[Branch] | None = None
        self.fields: dict[str, LineField] = {}
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
        self._groups.load()
        values = self.context.services.settings.all()
        for spec in SETTINGS:
            self.fields[spec.key].set_text(values.get(spec.key, spec.default))
        self._show_backups()

    def leave(self) -> bool:
        """Keep the branch being edited."""
        super().leave()
        return self.editor is None or self.editor.save()

    def jump(self, record_id: str, section: str) -> None:
        """Show one card."""
        card = {"groups": self._groups, "backups": self._backups}.get(section)
        if card is not None:
            self._page.show_widget(card)

    def keep_setting(self, spec: SettingSpec, value: str) -> bool:
        """Keep a setting; what does not fit is said and the value before shown again."""
        settings = self.context.services.settings
        try:
            settings.put(spec, value)
        except AppError as error:
            self.context.show_error(error)
            self.fields[spec.key].set_text(settings.get(spec))
            return False
        self.context.clear_error()
        self.context.status(f"已自动保存 {clock.now():%H:%M}", "saved")
        self.fields[spec.key].set_text(value)
        return True

    def back_up(self) -> None:
        """Make a copy now and count it."""
        backups = self.context.services.backups
        self.context.jobs.run(
            lambda _progress: backups.backup(), lambda _path: self._show_backups(), title="正在备份"
        )

    def verify(self) -> None:
        """Look through everything that is kept."""
        store = self.context.services.store
        self.context.jobs.run(
            lambda _progress: store.verify(), self._show_verified, title="正在核对数据"
        )

    def _build(self) -> None:
        services = self.context.services
        editor = RecordEditor(
            BranchKeeper(services.branches),
            services.drafts,
            services.branches.get(),
            self,
            area="branch",
            stack=self.undo_stack,
        )
        editor.recover()
        editor.saved.connect(lambda at: self.context.status(f"已自动保存 {at:%H:%M}", "saved"))
        editor.saved.connect(lambda _at: self.context.clear_error())
        editor.save_failed.connect(self.context.show_error)
        self.editor = editor
        self._groups = GroupsCard(self.context, self.undo_stack)
        self._backups = self._backup_card()
        for card in (
            BranchCard(self.context, editor),
            self._groups,
            self._numbers_card(),
            self._look_card(),
            self._backups,
        ):
            self._page.body.addWidget(card)
        self._page.body.addStretch(1)

    def _numbers_card(self) -> Card:
        card = Card("本支部的规定", "默认值来自常见的地方做法，请按上级要求改。")
        grid = FieldGrid(columns=2)
        for spec in SETTINGS:
            field = LineField()
            self.fields[spec.key] = field
            field.committed.connect(lambda spec=spec: self._take(spec))
            unit = f"（{spec.unit}）" if spec.unit else ""
            grid.add(f"{spec.label}{unit}", field, hint=spec.source)
        card.body.addWidget(grid)
        return card

    def _take(self, spec: SettingSpec) -> None:
        before = self.context.services.settings.get(spec)
        after = self.fields[spec.key].text().strip()
        if after != before and self.keep_setting(spec, after):
            self.undo_stack.push(
                KeptStep(spec.label, lambda value: self.keep_setting(spec, value), before, after)
            )

    def _look_card(self) -> Card:
        card = Card("界面")
        grid = FieldGrid(columns=3)
        field = ChoiceField(FONT_SCALES)
        field.set_value(str(self.context.preferences.font_scale()))
        self._scale_hint = Hint("重新打开程序后生效。")
        self._scale_hint.hide()

        def take() -> None:
            self.context.preferences.set_font_scale(float(field.value()))
            self._scale_hint.show()

        field.choice_edited.connect(take)
        grid.add("字号", field)
        card.body.addWidget(grid)
        card.body.addWidget(self._scale_hint)
        return card

    def _backup_card(self) -> Card:
        card = Card("数据与备份", "退出程序时自动备份；每份备份都打开清点过才算数。")
        self._folder = Hint()
        self._latest = Hint()
        self._verified = Hint()
        self._verified.hide()
        card.body.addWidget(self._folder)
        card.body.addWidget(self._latest)
        card.body.addWidget(self._verified)
        row = QHBoxLayout()
        row.addWidget(button("立即备份", self.back_up, icon="save"))
        row.addWidget(button("核对数据", self.verify, icon="list-checks"))
        row.addWidget(button("打开所在文件夹", self._open_folder, icon="folder-open"))
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _show_backups(self) -> None:
        services = self.context.services
        self._folder.set_tone(f"数据放在 {services.store.folder}")
        latest = services.backups.latest()
        if latest is None:
            self._latest.set_tone("还没有备份。", "warning")
        else:
            self._latest.set_tone(f"最近一份备份：{latest:%Y年%m月%d日 %H:%M}，已清点。", "good")

    def _show_verified(self, findings: list[str]) -> None:
        if findings:
            self._verified.set_tone("；".join(findings), "error")
        else:
            self._verified.set_tone("核对完毕：数据、修改痕迹和照片都完好。", "good")

    def _open_folder(self) -> None:
        folder = self.context.services.store.folder
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
