"""Printing what a view stands for: laid out in the background, then to paper, file or viewer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import AppError
from ui import dialogs, printers, theme
from ui.temporary import temporary_pdf, view_pdf
from ui.widgets.buttons import button, primary_button
from ui.widgets.choice_field import ChoiceField, NumberField
from ui.widgets.field_grid import FieldGrid
from ui.widgets.labels import Hint, SectionTitle

if TYPE_CHECKING:
    from app.services.manual import Printed
    from ui.context import BareContext
    from ui.jobs import Progress

MOST_COPIES = 99
WIDTH_PX = 480
Layout = Callable[["Progress"], "Printed"]
OnPaper = Callable[[], object]


def print_pages(
    context: BareContext,
    parent: QWidget,
    title: str,
    lay_out: Layout,
    on_paper: OnPaper = lambda: None,
) -> None:
    """Lay pages out in a thread, then ask what to do with them.

    `on_paper` is called once they were sent, saved or opened to be printed from there.
    """

    def work(progress: Progress) -> tuple[Printed, list[str] | None]:
        # The print system is asked here too: it may take its time to answer.
        printed = lay_out(progress)
        return printed, [] if printers.uses_system_dialog() else printers.lp_printers()

    def done(result: tuple[Printed, list[str] | None]) -> None:
        dialog = PrintDialog(context, parent, title, *result)
        dialog.accepted.connect(lambda: _note(context, on_paper))
        dialog.finished.connect(lambda _result: dialog.deleteLater())
        dialog.open()

    context.jobs.run(work, done, title=f"正在排版：{title}")


def save_pdf(
    context: BareContext,
    parent: QWidget,
    title: str,
    lay_out: Layout,
    on_paper: OnPaper = lambda: None,
) -> None:
    """Lay pages out in a thread and write them where the user wants them, then tell `on_paper`."""

    def done(printed: Printed) -> None:
        path = _ask_path(parent, title)
        if path is None:
            return
        try:
            _write(path, printed.pdf)
        except AppError as error:
            again = ("另选位置", lambda: done(printed))
            context.show_error(error, again)
        else:
            _note(context, on_paper)
            _tell_written(context, path)

    context.jobs.run(lay_out, done, title=f"正在排版：{title}")


def _note(context: BareContext, on_paper: OnPaper) -> None:
    try:
        on_paper()
    except AppError as error:
        context.show_error(error)


class PrintDialog(QDialog):
    """Says how many pages there are and offers printer, viewer and file.

    `printer_names` are those the print system knows, `None` where there is no print system.
    """

    def __init__(
        self,
        context: BareContext,
        parent: QWidget,
        title: str,
        printed: Printed,
        printer_names: list[str] | None,
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._title = title
        self._printed = printed
        self.setWindowTitle("打印")
        self.setFixedWidth(theme.px(WIDTH_PX))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(12)
        outer.addWidget(SectionTitle(title))
        outer.addWidget(Hint(f"共 {printed.pages} 页，A4 纸，左侧留有装订边。"))
        missing = "".join(printed.missing_characters)
        if missing:
            outer.addWidget(
                Hint(f"打印字库里没有“{missing}”，这些字印成了〓，请手工补写。", role="warning")
            )
        self.problem = Hint()
        self._can_print = True
        self._add_order(outer, printer_names)
        outer.addWidget(self.problem)
        self.problem.hide()
        self._add_buttons(outer)

    def _add_order(self, outer: QVBoxLayout, printer_names: list[str] | None) -> None:
        """Ask what the system does not ask itself."""
        self.printer_field = ChoiceField()
        self.copies_field = NumberField(MOST_COPIES)
        self.both_sides = QCheckBox("双面打印，长边翻转")
        if printers.uses_system_dialog():
            return
        if not printer_names:
            self._can_print = False
            why = "没有打印系统" if printer_names is None else "还没有装打印机"
            outer.addWidget(Hint(f"这台电脑{why}。可以存为 PDF，拿到有打印机的电脑上打印。"))
            return
        self.printer_field.set_choices(printer_names)
        self.printer_field.setCurrentIndex(0)
        self.copies_field.set_number(1)
        self.both_sides.setChecked(True)
        grid = FieldGrid(columns=2)
        grid.add("打印机(&P)", self.printer_field)
        grid.add("份数(&C)", self.copies_field)
        outer.addWidget(grid)
        outer.addWidget(self.both_sides)

    def _add_buttons(self, outer: QVBoxLayout) -> None:
        self.save_button = button("存为 PDF", self.save, icon="download")
        self.view_button = button("用阅读器打开", self.view, icon="external-link")
        self.print_button = primary_button("打印", self.print, icon="printer")
        self.print_button.setEnabled(self._can_print)
        (self.print_button if self._can_print else self.save_button).setDefault(True)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.save_button)
        row.addWidget(self.view_button)
        row.addStretch(1)
        row.addWidget(self.print_button)
        outer.addLayout(row)

    def print(self) -> None:
        """Send the pages to the printer."""
        if printers.uses_system_dialog():
            if printers.print_with_dialog(self._printed.pdf, self._title, self):
                self._on_sent()
            return
        order = printers.Order(
            self.printer_field.value(),
            self.copies_field.number() or 1,
            self.both_sides.isChecked(),
        )
        pdf, title = temporary_pdf(self._title, self._printed.pdf), self._title
        self.print_button.setEnabled(False)
        self._context.jobs.run(
            lambda _progress: printers.send_to_lp(pdf, title, order),
            lambda _nothing: self._on_sent(),
            title="正在送打印机",
            failed=self._say,
        )

    def view(self) -> None:
        """Open the pages in the system's own viewer."""
        try:
            view_pdf(self._title, self._printed.pdf)
        except AppError as error:
            self._say(error)
        else:
            self.accept()

    def save(self) -> None:
        """Write the pages into a file."""
        path = _ask_path(self, self._title)
        if path is None:
            return
        try:
            _write(path, self._printed.pdf)
        except AppError as error:
            self._say(error)
        else:
            _tell_written(self._context, path)
            self.accept()

    def _on_sent(self) -> None:
        self._context.status("已送打印机")
        self.accept()

    def _say(self, error: AppError) -> None:
        """Say in the dialog itself what went wrong: it hides the window's red bar."""
        self.print_button.setEnabled(self._can_print)
        self.problem.set_tone(str(error), "error")


def documents_folder() -> Path:
    """Return where this user's documents lie, which is where files are offered to be written."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place))


def _ask_path(parent: QWidget, title: str) -> Path | None:
    path = dialogs.ask_save_path(parent, "存为 PDF", documents_folder() / f"{title}.pdf")
    if path is not None and path.suffix.lower() != ".pdf":
        path = path.with_name(f"{path.name}.pdf")
    return path


def _write(path: Path, pdf: bytes) -> None:
    """Write a file whole or not at all.

    Raises:
        AppError: it could not be written; what was there before is still there.
    """
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(pdf)
        part.replace(path)
    except OSError as error:
        _remove(part)
        why = "这个位置不能写入" if isinstance(error, PermissionError) else error.strerror
        raise AppError(f"没有存成 {path.name}：{why}。请换一个位置再存。") from error


def _remove(part: Path) -> None:
    try:
        part.unlink(missing_ok=True)
    except OSError:
        return  # its folder is gone or locked, and nothing of ours is in it


def _tell_written(context: BareContext, path: Path) -> None:
    context.clear_error()
    context.status(f"已存为 {path.name}", "saved")
