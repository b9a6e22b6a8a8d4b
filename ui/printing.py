"""Printing what a view stands for: laid out in the background, then to paper, file or viewer."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.errors import AppError
from ui import dialogs, printers
from ui.widgets.buttons import button, primary_button
from ui.widgets.choice_field import ChoiceField, NumberField
from ui.widgets.field_grid import FieldGrid
from ui.widgets.labels import Hint, SectionTitle

if TYPE_CHECKING:
    from app.services.manual import Printed
    from ui.context import Context
    from ui.jobs import Progress

MOST_COPIES = 99
Layout = Callable[["Progress"], "Printed"]


def print_pages(context: Context, parent: QWidget, title: str, lay_out: Layout) -> None:
    """Lay pages out in a thread, then ask what to do with them."""

    def done(printed: Printed) -> None:
        PrintDialog(context, parent, title, printed).open()

    context.jobs.run(lay_out, done, title=f"正在排版：{title}")


def save_pdf(context: Context, parent: QWidget, title: str, lay_out: Layout) -> None:
    """Lay pages out in a thread and write them where the user wants them."""

    def done(printed: Printed) -> None:
        path = _ask_path(parent, title)
        if path is not None:
            _write(context, path, printed.pdf)

    context.jobs.run(lay_out, done, title=f"正在排版：{title}")


class PrintDialog(QDialog):
    """Says how many pages there are and offers printer, viewer and file."""

    def __init__(self, context: Context, parent: QWidget, title: str, printed: Printed) -> None:
        super().__init__(parent)
        self._context = context
        self._title = title
        self._printed = printed
        self.setWindowTitle("打印")
        self.setMinimumWidth(440)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(12)
        outer.addWidget(SectionTitle(title))
        outer.addWidget(Hint(f"共 {printed.pages} 页，A4 纸，左侧留有装订边。"))
        missing = "".join(printed.missing_characters)
        warning = Hint()
        warning.set_tone(
            f"打印字库里没有“{missing}”，这些字印成了〓，请手工补写。" if missing else "", "warning"
        )
        outer.addWidget(warning)
        self._add_order(outer)
        row = QHBoxLayout()
        row.addWidget(button("存为 PDF", self.save, icon="download"))
        row.addWidget(button("用阅读器打开", self.view, icon="external-link"))
        row.addStretch(1)
        self.print_button = primary_button("打印", self.print, icon="printer")
        row.addWidget(self.print_button)
        outer.addLayout(row)
        self.print_button.setEnabled(self._can_print)
        self.print_button.setDefault(True)

    def _add_order(self, outer: QVBoxLayout) -> None:
        """Ask what the system does not ask itself."""
        self._can_print = True
        self.printer_field = ChoiceField()
        self.copies_field = NumberField(MOST_COPIES)
        self.both_sides = QCheckBox("双面打印，长边翻转")
        if printers.uses_system_dialog():
            return
        names = printers.lp_printers()
        if not names:
            self._can_print = False
            why = "没有 lp 打印命令" if names is None else "还没有装打印机"
            outer.addWidget(Hint(f"这台电脑{why}。可以存为 PDF，拿到有打印机的电脑上打印。"))
            return
        self.printer_field.set_choices(names)
        self.printer_field.setCurrentIndex(0)
        self.copies_field.set_number(1)
        self.both_sides.setChecked(True)
        grid = FieldGrid(columns=2)
        grid.add("打印机", self.printer_field)
        grid.add("份数", self.copies_field)
        outer.addWidget(grid)
        outer.addWidget(self.both_sides)

    def print(self) -> None:
        """Send the pages to the printer."""
        try:
            if printers.uses_system_dialog():
                sent = printers.print_with_dialog(self._printed.pdf, self._title, self)
            else:
                printers.send_to_lp(self._temporary(), self._title, self._order())
                sent = True
        except AppError as error:
            self._context.show_error(error)
            return
        if sent:
            self._context.status("已送打印机")
            self.accept()

    def view(self) -> None:
        """Open the pages in the system's own viewer."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._temporary())))
        self.accept()

    def save(self) -> None:
        """Write the pages into a file."""
        path = _ask_path(self, self._title)
        if path is not None and _write(self._context, path, self._printed.pdf):
            self.accept()

    def _order(self) -> printers.Order:
        return printers.Order(
            self.printer_field.value(),
            self.copies_field.number() or 1,
            self.both_sides.isChecked(),
        )

    def _temporary(self) -> Path:
        folder = Path(tempfile.mkdtemp(prefix="zhibu-"))
        # Names and phone numbers must not stay behind unencrypted.
        atexit.register(shutil.rmtree, folder, ignore_errors=True)
        path = folder / f"{self._title}.pdf"
        path.write_bytes(self._printed.pdf)
        return path


def _ask_path(parent: QWidget, title: str) -> Path | None:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    path = dialogs.ask_save_path(parent, "存为 PDF", Path(documents) / f"{title}.pdf")
    if path is not None and path.suffix.lower() != ".pdf":
        path = path.with_name(f"{path.name}.pdf")
    return path


def _write(context: Context, path: Path, pdf: bytes) -> bool:
    """Write a file whole or not at all."""
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(pdf)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        context.show_error(AppError(f"没有存成：{error.strerror}。请换一个位置再存。"))
        return False
    context.status(f"已存为 {path.name}")
    return True
