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

    from pypdfium2 import PdfBitmap
    from PySide6.QtPrintSupport import QPrinter
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
    try:
        names = _answer("lpstat", "-e").stdout.split()
        usual = _answer("lpstat", "-d").stdout.rpartition(":")[2].strip()
    except subprocess.TimeoutExpired:
        return []
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
    try:
        answer = _answer(*words, "--", str(pdf))
    except (subprocess.TimeoutExpired, OSError) as error:
        raise AppError("打印系统没有回应。请检查打印机，或用阅读器打开后再打印。") from error
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
    dialog = QPrintDialog(printer, parent)
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    paint_pages(pdf, printer)
    return True


def paint_pages(pdf: bytes, printer: QPrinter) -> None:
    """Draw the pages the user chose in grey, each on paper turned as the page is."""
    import pypdfium2
    from PySide6.QtGui import QPageSize

    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    document = pypdfium2.PdfDocument(pdf)
    painter = QPainter()
    for number in _chosen(printer, len(document)):
        page = document[number]
        _turn(printer, wide=page.get_width() > page.get_height())
        if painter.isActive():
            printer.newPage()
        else:
            painter.begin(printer)
        bitmap = page.render(scale=PRINT_DPI / 72, grayscale=True)
        paper = printer.pageLayout().fullRectPixels(printer.resolution())
        painter.drawImage(QRectF(0, 0, paper.width(), paper.height()), _image(bitmap))
    painter.end()
    document.close()


def _chosen(printer: QPrinter, count: int) -> range:
    """Return the pages asked for, counted from 0; none named is all."""
    first = max(1, printer.fromPage())
    return range(first - 1, min(count, printer.toPage() or count))


def _turn(printer: QPrinter, *, wide: bool) -> None:
    from PySide6.QtGui import QPageLayout

    way = QPageLayout.Orientation
    printer.setPageOrientation(way.Landscape if wide else way.Portrait)


def _image(bitmap: PdfBitmap) -> QImage:
    size = bitmap.width, bitmap.height, bitmap.stride
    return QImage(bitmap.buffer, *size, QImage.Format.Format_Grayscale8)


def _answer(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, capture_output=True, text=True, timeout=WAIT_SECONDS, check=False)
