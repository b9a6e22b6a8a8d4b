"""The roster coming in from Excel or the clipboard, looked at before it is kept, and going out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app import clock
from app.errors import AppError
from app.manual.member_fields import label
from app.rules.texts import names_joined
from ui import dialogs, theme
from ui.widgets.buttons import button, primary_button
from ui.widgets.labels import Hint, SectionTitle
from ui.widgets.table_model import Column
from ui.widgets.tables import RecordTable

if TYPE_CHECKING:
    from app.rules.roster import Plan, Planned
    from ui.context import Context

_KINDS = "工作簿 (*.xlsx *.xlsm)"
_HOW = (
    "选一个 Excel 或 WPS 的花名册，或者在表里把表头和各行一起复制，再按“粘贴”。"
    "列的先后不限；已在名册里的人只补空着的项，不会改掉已填的。"
)
_WIDTH_PX, _HEIGHT_PX = 820, 520
_NEW, _THERE, _REFUSED = "新增", "已在名册", "请改正"
_MOST_COPIED = 2_000_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line of what will happen: the row of the table, who, what, and the details."""

    key: str
    number: int
    name: str
    state: str
    note: str


def lines_of(plan: Plan) -> list[Line]:
    """Return what a plan does line by line, what was refused first."""
    refused = [
        Line(f"r{place}", one.line, one.name, _REFUSED, f"“{one.column}”：{one.sentence}")
        for place, one in enumerate(plan.refusals)
    ]
    return refused + [
        Line(
            str(one.row.line),
            one.row.line,
            one.row.name,
            _NEW if one.member is None else _THERE,
            _note(one),
        )
        for one in plan.people
    ]


class RosterImportDialog(QDialog):
    """Shows what a table would do; `plan` is what the user agreed to."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.plan: Plan | None = None
        self.setWindowTitle("导入名册")
        self.resize(theme.px(_WIDTH_PX), theme.px(_HEIGHT_PX))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(12)
        outer.addWidget(SectionTitle("导入名册"))
        outer.addWidget(Hint(_HOW))
        self.file_button = button("选择工作簿…", self.choose_file, icon="folder-open")
        self.paste_button = button("粘贴", self.paste, icon="copy", tip="Ctrl+V")
        sources = QHBoxLayout()
        sources.setSpacing(8)
        sources.addWidget(self.file_button)
        sources.addWidget(self.paste_button)
        sources.addStretch(1)
        outer.addLayout(sources)
        self.summary = Hint()
        self.summary.hide()
        outer.addWidget(self.summary)
        self.table: RecordTable[Line] = RecordTable(
            [
                Column("行", lambda one: str(one.number), 48),
                Column(label("name"), lambda one: one.name, 96, 1),
                Column("结果", lambda one: one.state, 88),
                Column("说明", lambda one: one.note, 240, 5),
            ],
            lambda one: one.key,
            name="将要导入的人",
        )
        outer.addWidget(self.table, 1)
        self.import_button = primary_button("导入", self.keep)
        self.import_button.setEnabled(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(button("取消", self.reject))
        buttons.addWidget(self.import_button)
        outer.addLayout(buttons)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self.paste)

    def choose_file(self) -> None:
        """Ask for a workbook and show what it would do."""
        paths = dialogs.ask_open_paths(self, "选择花名册", _KINDS)
        if paths:
            self.show_source(paths[0])

    def paste(self) -> None:
        """Show what the copied lines would do."""
        self.show_source(QGuiApplication.clipboard().text()[:_MOST_COPIED])

    def show_source(self, source: Path | str) -> None:
        """Show what a workbook or copied lines would do."""
        self.plan = None
        try:
            self.plan = self._context.services.members.plan_roster(source)
        except AppError as error:
            self.summary.set_tone(str(error), "error")
        self.table.set_rows(lines_of(self.plan) if self.plan else [])
        count = self.plan.new + self.plan.changed if self.plan else 0
        refused = self.plan is None or bool(self.plan.refusals)
        self.import_button.setText(f"导入 {count} 人" if count and not refused else "导入")
        self.import_button.setEnabled(bool(count) and not refused)
        if self.plan is not None:
            role = "warning" if self.plan.refusals else "hint"
            self.summary.set_tone(summary_of(self.plan), role)

    def keep(self) -> None:
        """Do what is shown; what cannot be kept stays shown with the reason."""
        if self.plan is None:
            return
        try:
            self._context.services.members.import_roster(self.plan)
        except AppError as error:
            self.summary.set_tone(str(error), "error")
            return
        self.accept()


def summary_of(plan: Plan) -> str:
    """Return what a plan comes to in a sentence or a few."""
    if plan.refusals:
        said = [
            f"有 {len(plan.refusals)} 处要改：请在表里改好，再选一次。没改好之前一个人也不导入。"
        ]
    else:
        same = len(plan.people) - plan.new - plan.changed
        said = [f"新增 {plan.new} 人，补充 {plan.changed} 人，没有变化 {same} 人。"]
    if plan.new_groups:
        said.append(f"将新建党小组：{names_joined(plan.new_groups)}。")
    if plan.unknown:
        said.append(f"没有用到的列：{names_joined(plan.unknown)}。")
    return "".join(said)


def import_roster(context: Context, parent: QWidget) -> str:
    """Let a roster be looked at and kept; return what came of it, empty when nothing did."""
    dialog = RosterImportDialog(context, parent)
    accepted = dialog.exec() and dialog.plan is not None
    sentence = ""
    if accepted and dialog.plan is not None:
        sentence = f"名册已导入：新增 {dialog.plan.new} 人，补充 {dialog.plan.changed} 人。"
    dialog.deleteLater()
    return sentence


def export_roster(context: Context, parent: QWidget) -> str:
    """Write today's roster where the user says; return what came of it."""
    branch = context.services.branches.get()
    suggested = Path.home() / f"{branch.name}党员名册{clock.today():%Y%m%d}.xlsx"
    path = dialogs.ask_save_path(parent, "导出名册", suggested, "工作簿 (*.xlsx)")
    if path is None:
        return ""
    path = path if path.suffix else path.with_suffix(".xlsx")
    try:
        count = context.services.members.export_roster(path)
    except AppError as error:
        context.show_error(error)
        return ""
    return f"已导出 {count} 名党员到 {path.name}。表里有身份号码和电话，用完请妥善保管。"


def _note(one: Planned) -> str:
    said = list(one.hints)
    if one.filled:
        said.append(f"补上{names_joined(label(name) for name in one.filled)}")
    if one.differing:
        said.append(f"与名册不同、保留原样：{names_joined(one.differing)}")
    return "；".join(text.removesuffix("。") for text in said)
