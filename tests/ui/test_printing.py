from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from app.errors import AppError
from tests.ui.layout_checks import assert_nothing_cut
from ui import dialogs, printers
from ui.context import Context
from ui.printing import PrintDialog, print_pages


def pages(*sizes: tuple[float, float]) -> bytes:
    """Return a PDF with a page of each size in points."""
    content = BytesIO()
    canvas = Canvas(content)
    for size in sizes:
        canvas.setPageSize(size)
        canvas.drawString(100, 100, "x")
        canvas.showPage()
    canvas.save()
    return content.getvalue()


TALL, WIDE = (595.0, 842.0), (842.0, 595.0)


def printed(missing: tuple[str, ...] = ()) -> Any:
    return SimpleNamespace(pdf=pages(TALL, WIDE), pages=2, missing_characters=missing)


@pytest.fixture
def home(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Let the print system have two printers; what it is told to do."""
    told: list[list[str]] = []

    def run(words: list[str], **_options: object) -> subprocess.CompletedProcess[str]:
        told.append(list(words))
        answers = {"-e": "大厅\n办公室\n", "-d": "system default destination: 办公室\n"}
        return subprocess.CompletedProcess(words, 0, answers.get(words[1], ""), "")

    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr("subprocess.run", run)
    return told


def open_dialog(
    context: Context, home: QWidget, names: list[str] | None, **values: Any
) -> PrintDialog:
    dialog = PrintDialog(context, home, "2025年10月归档包", printed(**values), names)
    dialog.open()
    return dialog


def test_the_usual_printer_is_offered_first(sent: list[list[str]]) -> None:
    assert printers.lp_printers() == ["办公室", "大厅"]
    assert sent


def test_without_a_print_system_there_are_no_printers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)
    assert printers.lp_printers() is None


def test_a_print_system_that_does_not_answer_has_no_printers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def hang(words: list[str], **_options: object) -> None:
        raise subprocess.TimeoutExpired(words, 30)

    monkeypatch.setattr("shutil.which", lambda name: name)
    monkeypatch.setattr("subprocess.run", hang)

    assert printers.lp_printers() == []
    with pytest.raises(AppError, match="没有回应"):
        printers.send_to_lp(Path("x.pdf"), "归档包", printers.Order())


def test_the_order_reaches_the_printer(
    context: Context, home: QWidget, sent: list[list[str]], qtbot: QtBot
) -> None:
    dialog = open_dialog(context, home, ["办公室", "大厅"])
    dialog.printer_field.setCurrentIndex(1)
    dialog.copies_field.set_number(3)
    dialog.both_sides.setChecked(False)
    dialog.print_button.click()
    qtbot.waitUntil(lambda: not dialog.isVisible())

    (words,) = [words for words in sent if words[0] == "lp"]
    assert words[words.index("-n") + 1] == "3"
    assert words[words.index("-d") + 1] == "大厅"
    assert "sides=one-sided" in words
    assert Path(words[-1]).name == "2025年10月归档包.pdf"


def test_a_printer_that_refuses_is_said_in_the_dialog_which_stays(
    context: Context, home: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(words: list[str], **_options: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(words, 1, "", "no paper")

    monkeypatch.setattr("subprocess.run", refuse)
    dialog = open_dialog(context, home, ["办公室"])
    dialog.print_button.click()
    qtbot.waitUntil(lambda: "no paper" in dialog.problem.text())

    assert dialog.isVisible()
    assert dialog.print_button.isEnabled()


@pytest.mark.parametrize(("names", "why"), [(None, "没有打印系统"), ([], "还没有装打印机")])
def test_without_printer_the_file_is_what_is_offered(
    context: Context, home: QWidget, names: list[str] | None, why: str
) -> None:
    dialog = open_dialog(context, home, names)

    assert not dialog.print_button.isEnabled()
    assert dialog.save_button.isDefault()
    assert any(why in label.text() for label in dialog.findChildren(QLabel))
    assert_nothing_cut(dialog)


def test_characters_no_font_has_are_named(context: Context, home: QWidget) -> None:
    dialog = open_dialog(context, home, ["办公室"], missing=("\U0003134f",))

    assert any("\U0003134f" in label.text() for label in dialog.findChildren(QLabel))
    assert_nothing_cut(dialog)


def test_the_file_that_cannot_be_written_is_said_and_the_dialog_stays(
    context: Context, home: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = open_dialog(context, home, ["办公室"])
    monkeypatch.setattr(dialogs, "ask_save_path", lambda *_a, **_k: tmp_path / "没有" / "a.pdf")
    dialog.save()
    assert "没有存成" in dialog.problem.text()
    assert dialog.isVisible()
    monkeypatch.setattr(dialogs, "ask_save_path", lambda *_a, **_k: tmp_path / "a.pdf")
    dialog.save()

    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
    assert not dialog.isVisible()


def test_a_file_that_is_there_stays_whole_when_writing_fails(
    context: Context, home: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_path: Path, _data: bytes) -> int:
        raise OSError(28, "No space left on device")

    old = tmp_path / "a.pdf"
    old.write_bytes(b"old")
    dialog = open_dialog(context, home, ["办公室"])
    monkeypatch.setattr(dialogs, "ask_save_path", lambda *_a, **_k: old)
    monkeypatch.setattr(Path, "write_bytes", fail)
    dialog.save()

    assert old.read_bytes() == b"old"
    assert "没有存成" in dialog.problem.text()


def test_the_viewer_gets_a_file_of_the_pages(
    context: Context, home: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return len(opened) > 1

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    dialog = open_dialog(context, home, ["办公室"])
    dialog.view_button.click()
    assert "没有打开 PDF 的程序" in dialog.problem.text()
    dialog.view_button.click()

    assert Path(opened[-1]).read_bytes().startswith(b"%PDF")
    assert not dialog.isVisible()


def test_pages_are_laid_out_away_from_the_window(
    context: Context, home: QWidget, sent: list[list[str]], qtbot: QtBot
) -> None:
    print_pages(context, home, "归档包", lambda _progress: printed())
    qtbot.waitUntil(lambda: bool(home.findChildren(PrintDialog)))

    (dialog,) = home.findChildren(PrintDialog)
    assert dialog.printer_field.value() == "办公室"
    assert sent
    dialog.reject()


def test_each_page_is_painted_on_paper_turned_as_it_is(tmp_path: Path) -> None:
    printer = to_file(tmp_path / "out.pdf")
    printers.paint_pages(pages(TALL, WIDE, TALL), printer)

    document = pypdfium2.PdfDocument(tmp_path / "out.pdf")
    assert [page.get_width() < page.get_height() for page in document] == [True, False, True]
    document.close()


def test_only_the_pages_asked_for_are_painted(tmp_path: Path) -> None:
    printer = to_file(tmp_path / "out.pdf")
    printer.setFromTo(2, 2)
    printers.paint_pages(pages(TALL, WIDE, TALL), printer)

    document = pypdfium2.PdfDocument(tmp_path / "out.pdf")
    assert [page.get_width() > page.get_height() for page in document] == [True]
    document.close()


def to_file(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(72)
    return printer
