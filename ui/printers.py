"""From a finished PDF to paper: vector pages through `lp` on Linux, drawn pages on Windows."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from app.errors import AppError

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

PRINT_DPI = 300
WAIT_SECONDS = 30


@dataclass(frozen=True, slots=True)
class Order:
    """How to print: on which printer (empty is the usual one), how often, on both sides or not."""

    printer: str = ""
    copies: int = 1
    both_sides: bool = True


def uses_system_dialog() -> bool:
    """Tell whether the system asks for printer and copies itself."""
    return sys.platform == "win32"


def lp_printers() -> list[str] | None:
    """Return the printers `lp` knows, the usual one first, or `None` where there is no `lp`."""
    if shutil.which("lp") is None or shutil.which("lpstat") is None:
        return None
    names = _output("lpstat", "-e").split()
    usual = _output("lpstat", "-d").rpartition(":")[2].strip()
    return sorted(names, key=lambda name: name != usual)


def send_to_lp(pdf: Path, title: str, order: Order) -> None:
    """Hand a PDF to the Linux print system.

    Raises:
        AppError: the print system refused it; the sentence says what it answered.
    """
    words = ["lp", "-t", title, "-n", str(order.copies), "-o", "media=A4"]
    words += ["-o", f"sides={'two-sided-long-edge' if order.both_sides else 'one-sided'}"]
    if order.printer:
        words += ["-d", order.printer]
    answer = subprocess.run(
        [*words, "--", str(pdf)], capture_output=True, text=True, timeout=WAIT_SECONDS, check=False
    )
    if answer.returncode:
        raise AppError(
            f"打印系统没有接受：{answer.stderr.strip() or '没有说明原因'}。"
            "请检查打印机，或用阅读器打开后再打印。"
        )


def print_with_dialog(pdf: bytes, title: str, parent: QWidget) -> bool:
    """Let the system ask for a printer and draw each page on it; tells whether it was printed."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(PRINT_DPI)
    printer.setDocName(title)
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    paint_pages(pdf, printer)
    return True


def paint_pages(pdf: bytes, printer: object) -> None:
    """Draw each page of a PDF in grey on a `QPrinter`, turned as the page is."""
    import pypdfium2
    from PySide6.QtGui import QPageLayout, QPageSize
    from PySide6.QtPrintSupport import QPrinter

    assert isinstance(printer, QPrinter)
    document = pypdfium2.PdfDocument(pdf)
    painter = QPainter()
    for number in range(len(document)):
        page = document[number]
        wide = page.get_width() > page.get_height()
        printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        printer.setPageOrientation(
            QPageLayout.Orientation.Landscape if wide else QPageLayout.Orientation.Portrait
        )
        if number == 0:
            painter.begin(printer)
        else:
            printer.newPage()
        bitmap = page.render(scale=PRINT_DPI / 72, grayscale=True)
        image = QImage(
            bitmap.buffer,
            bitmap.width,
            bitmap.height,
            bitmap.stride,
            QImage.Format.Format_Grayscale8,
        )
        paper = printer.pageLayout().fullRectPixels(printer.resolution())
        painter.drawImage(QRectF(0, 0, paper.width(), paper.height()), image)
    painter.end()
    document.close()


def _output(*words: str) -> str:
    answer = subprocess.run(
        words, capture_output=True, text=True, timeout=WAIT_SECONDS, check=False
    )
    return answer.stdout
