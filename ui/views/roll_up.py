"""The committee's roll-up: files of branches are chosen, looked at, and put together."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from app.errors import AppError
from app.rules.branch_report import SUFFIX
from app.rules.texts import month_title, names_joined
from app.services import roll_up as service
from app.services.volumes import Ways
from ui import dialogs, theme
from ui.printing import documents_folder, print_pages
from ui.widgets.buttons import button, primary_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import Hint, SectionTitle
from ui.widgets.preview import PreviewPane
from ui.widgets.progress_strip import ProgressStrip
from ui.widgets.table_model import Column
from ui.widgets.tables import RecordTable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from app.rules.roll_up import RollUp
    from app.services.manual import Printed
    from app.services.roll_up import HandedIn
    from ui.context import BareContext
    from ui.jobs import Job, Progress, T, Work

_KINDS = f"支部月报 (*{SUFFIX})"
_HOW = (
    "选各支部用“导出本月月报”做的文件，一次可以选多个，一年里几个月的也可以一起选。"
    "程序只排成汇总表，不保存这些文件。"
)
_WIDTH_PX, _HEIGHT_PX = 880, 480
_PREVIEW_PX = (900, 640)
_NOTHING = "还没有选月报文件。"
# Of the files that do not count so many reasons are told, each with so many names.
_MOST_REASONS, _MOST_FILES, _MOST_MONTHS = 4, 3, 3
_COUNTED, _NOT_COUNTED = "计入", "没有计入"


@dataclass(frozen=True, slots=True)
class Line:
    """A file: its name, whose report of which month it is, whether it counts, and why not."""

    key: str
    file: str
    branch: str
    month: str
    state: str
    note: str


def lines_of(handed_in: Sequence[HandedIn], made: RollUp | None) -> list[Line]:
    """Return a line for each file, those that do not count first."""
    reasons = service.not_counted(handed_in, made)
    lines = [
        Line(
            str(one.path),
            one.path.name,
            one.report.branch if one.report else "",
            month_title(one.report.month) if one.report else "",
            _NOT_COUNTED if made is None or one.path in reasons else _COUNTED,
            reasons.get(one.path, ""),
        )
        for one in handed_in
    ]
    return sorted(lines, key=lambda line: line.state == _COUNTED)


class RollUpDialog(QDialog):
    """Shows which files count and what they come to; `made` is the roll-up, if there is one."""

    def __init__(self, context: BareContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._job: Job | None = None
        self._handed_in: list[HandedIn] = []
        self.made: RollUp | None = None
        self.setWindowTitle("汇总各支部月报")
        self.resize(theme.px(_WIDTH_PX), theme.px(_HEIGHT_PX))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 16, 24, 16)
        outer.setSpacing(12)
        outer.addWidget(SectionTitle("汇总各支部月报"))
        outer.addWidget(Hint(_HOW))
        outer.addLayout(self._sources())
        self.summary = Hint()
        self.summary.hide()
        outer.addWidget(self.summary)
        self.refusals = Hint()
        self.refusals.hide()
        outer.addWidget(self.refusals)
        self.table: RecordTable[Line] = RecordTable(
            [
                Column("支部", lambda one: one.branch, 200, 4),
                Column("月份", lambda one: one.month, 112),
                Column("结果", lambda one: one.state, 88),
                Column("文件", lambda one: one.file, 200, 5),
            ],
            lambda one: one.key,
            name="选好的月报",
        )
        self.table.selectionModel().selectionChanged.connect(self._follow_choice)
        self._stack = QStackedWidget()
        self._stack.addWidget(EmptyState(_NOTHING, icon="folder-open"))
        self._stack.addWidget(self.table)
        outer.addWidget(self._stack, 1)
        self.strip = ProgressStrip(context.jobs)
        outer.addWidget(self.strip)
        outer.addLayout(self._ways_out())
        context.jobs.ended.connect(self._on_ended)
        self._show()

    def choose_files(self) -> None:
        """Ask for files and read them beside those that are there already."""
        paths = dialogs.ask_open_paths(self, "选择支部月报", _KINDS)
        if paths:
            self.read(paths)

    def read(self, paths: Sequence[Path]) -> None:
        """Read files in a thread and put together what is there then."""
        known = {one.path for one in self._handed_in}
        new = [path for path in dict.fromkeys(paths) if path not in known]

        def done(found: list[HandedIn]) -> None:
            self._handed_in = [*self._handed_in, *found]
            self._put_together()
            (self.preview_button if self.made else self.choose_button).setFocus()

        self._run(lambda progress: service.read_reports(new, progress), done, "正在读月报")

    def take_away(self) -> None:
        """Leave out the file of the chosen row."""
        key = self.table.current_key()
        self._handed_in = [one for one in self._handed_in if str(one.path) != key]
        self._put_together()

    def preview(self) -> None:
        """Show the tables as they will be printed."""
        made = self.made
        if made is None:
            return
        window = PreviewDialog(self._context, self, service.title_of(made), lambda: _pdf(made))
        window.pane.print_requested.connect(self.print)
        window.open()

    def print(self) -> None:
        """Lay the tables out and offer the printer."""
        made = self.made
        if made is None:
            return

        def lay_out(progress: Progress) -> Printed:
            return service.printed(made, _ways(progress)).printed

        print_pages(self._context, self, service.title_of(made), lay_out)

    def save_pdf(self) -> None:
        """Write the tables into a PDF."""
        self._save("存为 PDF", ".pdf", "PDF 文件 (*.pdf)", service.print_into)

    def save_workbook(self) -> None:
        """Write the tables into a workbook."""
        self._save(
            "存为 Excel",
            ".xlsx",
            "工作簿 (*.xlsx)",
            lambda made, path, _ways: service.export(made, path),
        )

    def done(self, result: int) -> None:
        """Stop what is running before the dialog goes."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        super().done(result)

    def _sources(self) -> QHBoxLayout:
        self.choose_button = primary_button("选择月报文件…", self.choose_files, icon="folder-open")
        self.away_button = button("移去选中的", self.take_away)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.choose_button)
        row.addWidget(self.away_button)
        row.addStretch(1)
        return row

    def _ways_out(self) -> QHBoxLayout:
        self.preview_button = button("预览", self.preview, icon="eye")
        self.workbook_button = button("存为 Excel", self.save_workbook, icon="download")
        self.pdf_button = button("存为 PDF", self.save_pdf, icon="download")
        self.print_button = button("打印", self.print, icon="printer")
        self._needing = (
            self.preview_button,
            self.workbook_button,
            self.pdf_button,
            self.print_button,
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(button("关闭", self.reject))
        row.addStretch(1)
        for one in self._needing:
            row.addWidget(one)
        return row

    def _put_together(self) -> None:
        self.made, problem = None, ""
        try:
            self.made = service.put_together(self._handed_in)
        except AppError as error:
            problem = str(error) if self._handed_in else ""
        self._show()
        if problem:
            self.summary.set_tone(problem, "error")

    def _show(self) -> None:
        """Show the files and what they come to."""
        lines = lines_of(self._handed_in, self.made)
        self.table.set_rows(lines)
        self._stack.setCurrentIndex(int(bool(lines)))
        self._follow_choice()
        for one in self._needing:
            one.setEnabled(self.made is not None)
        self.summary.set_tone(summary_of(self.made, lines) if self.made else "")
        self.refusals.set_tone(refusals_of(lines), "warning")
        (self.print_button if self.made else self.choose_button).setDefault(True)

    def _save(
        self, title: str, suffix: str, kinds: str, write: Callable[[RollUp, Path, Ways], None]
    ) -> None:
        made = self.made
        if made is None:
            return
        suggested = documents_folder() / f"{service.title_of(made)}{suffix}"
        path = dialogs.ask_save_path(self, title, suggested, kinds)
        if path is None:
            return
        target = path if path.suffix.lower() == suffix else path.with_name(f"{path.name}{suffix}")
        self._run(
            lambda progress: write(made, target, _ways(progress)),
            lambda _nothing: self.summary.set_tone(f"已存为 {target.name}", "good"),
            f"正在写 {target.name}",
        )

    def _run(self, work: Work[T], done: Callable[[T], object], title: str) -> None:
        """Run something slow, one at a time; what goes wrong is told in the dialog itself."""
        self._job = self._context.jobs.run(work, done, title=title, failed=self._say)
        self._set_busy(busy=True)

    def _follow_choice(self) -> None:
        is_free = self._job is None
        self.away_button.setEnabled(is_free and self.table.selectionModel().hasSelection())

    def _on_ended(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            self._set_busy(busy=False)

    def _set_busy(self, *, busy: bool) -> None:
        self.choose_button.setEnabled(not busy)
        self._follow_choice()
        for one in self._needing:
            one.setEnabled(not busy and self.made is not None)

    def _say(self, error: AppError) -> None:
        self.summary.set_tone(str(error), "error")


class PreviewDialog(QDialog):
    """The pages of a roll-up beside nothing else."""

    def __init__(
        self, context: BareContext, parent: QWidget, title: str, source: Callable[[], bytes]
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(theme.px(_PREVIEW_PX[0]), theme.px(_PREVIEW_PX[1]))
        self.pane = PreviewPane(context.jobs, lambda: source)
        self.pane.close_requested.connect(self.reject)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.pane)
        self.pane.refresh()


def summary_of(made: RollUp, lines: Sequence[Line]) -> str:
    """Return what the files come to in a sentence."""
    counted = sum(line.state == _COUNTED for line in lines)
    numbers = [int(table.month[5:]) for table in made.months]
    few = names_joined(f"{number}月" for number in numbers)
    when = few if len(numbers) <= _MOST_MONTHS else f" {len(numbers)} 个月"
    said = f"{made.branches} 个支部，{made.year}年{when}，计入 {counted} 份月报"
    missing = sum(len(table.missing) for table in made.months)
    return f"{said}，未报 {missing} 份。" if missing else f"{said}。"


def refusals_of(lines: Sequence[Line]) -> str:
    """Return which files do not count and why, a line for each reason; empty where all count."""
    by_reason: dict[str, list[str]] = {}
    for line in lines:
        if line.note:
            by_reason.setdefault(line.note, []).append(line.file)
    told = []
    for reason, files in list(by_reason.items())[:_MOST_REASONS]:
        more = f"等 {len(files)} 个文件" if len(files) > _MOST_FILES else ""
        told.append(f"没有计入 {names_joined(files[:_MOST_FILES])}{more}：{reason}")
    rest = sum(len(files) for files in list(by_reason.values())[_MOST_REASONS:])
    if rest:
        told.append(f"另有 {rest} 个文件也没有计入。移去上面的文件，可以看到其余的原因。")
    return "\n".join(told)


def roll_up(context: BareContext, parent: QWidget) -> RollUpDialog:
    """Open the roll-up."""
    dialog = RollUpDialog(context, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _ways(progress: Progress) -> Ways:
    return Ways(progress=progress, cancelled=progress.stopped)


def _pdf(made: RollUp) -> bytes:
    return service.printed(made).printed.pdf
