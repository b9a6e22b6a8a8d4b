"""What happens when something fails that should not: log, one dialog, and the program lives on."""

from __future__ import annotations

import contextlib
import faulthandler
import platform
import sys
import threading
import traceback
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout

import app
from app.errors import AppError
from app.log import get_logger
from ui import theme
from ui.widgets.buttons import button, primary_button
from ui.widgets.labels import SectionTitle, WrappedLabel

if TYPE_CHECKING:
    from collections.abc import Callable

logger = get_logger(__name__)
_FRAMES_IN_GROUP = 3


class CrashHandler(QObject):
    """Catches what nobody caught, in any thread, and shows each kind of fault once.

    `happened` carries the report; it is emitted from the failing thread and received in the main
    one. An `AppError` that nobody caught goes to `error_found`: it is meant to be read.
    """

    happened = Signal(str)
    error_found = Signal(object)

    def __init__(
        self, show: Callable[[str], object] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._seen: set[tuple[str, ...]] = set()
        self._file: IO[str] | None = None
        self._show = show or show_report
        self._showing = False
        self.happened.connect(self._on_happened)

    def install(self, folder: Path | None = None) -> None:
        """Take over from now on; with a folder, hard crashes leave a trace in it."""
        sys.excepthook = self.handle
        threading.excepthook = self._handle_thread
        if folder is None:
            return
        with contextlib.suppress(OSError):  # a read-only profile must not keep us from starting
            folder.mkdir(parents=True, exist_ok=True)
            self._file = (folder / "crash.log").open("a", encoding="utf-8")
            faulthandler.enable(self._file)

    def remove(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None

    def handle(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log a fault and tell about it, once for each place it comes from."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        if isinstance(error, AppError):
            self.error_found.emit(error)
            return
        report = report_of(kind, trace)
        logger.error("unexpected fault\n%s", report)
        group = _group(kind, trace)
        if group not in self._seen:
            self._seen.add(group)
            self.happened.emit(report)

    def _handle_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.handle(args.exc_type, args.exc_value, args.exc_traceback)

    def _on_happened(self, report: str) -> None:
        if self._showing:
            return
        self._showing = True
        try:
            self._show(report)
        finally:
            self._showing = False


def report_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return where a fault happened, without any value: values may hold names and texts."""
    lines = [
        f"支部手册 {app.__version__}",
        f"Python {platform.python_version()} · {platform.system()} {platform.release()}",
        f"{kind.__module__}.{kind.__qualname__}",
    ]
    lines.extend(
        f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    )
    return "\n".join(lines)


def show_report(report: str) -> None:
    """Show the one dialog about a fault."""
    CrashDialog(report).exec()


class CrashDialog(QDialog):
    """Says that something went wrong, that the text is kept, and offers the details."""

    def __init__(self, report: str) -> None:
        super().__init__()
        self._report = report
        self.setWindowTitle("程序出了点问题")
        self.setMinimumWidth(theme.px(520))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(SectionTitle("程序出了点问题，但可以继续使用"))
        self.sentence = WrappedLabel(
            "您输入的文字已经存入草稿，不会丢失。如果同样的问题再次出现，请点“复制详情”，"
            "把内容发给维护人员；详情里没有姓名和记录内容。",
            "",
        )
        self.sentence.setMinimumHeight(theme.px(72))
        layout.addWidget(self.sentence)
        self.details = QPlainTextEdit(report)
        self.details.setReadOnly(True)
        self.details.setAccessibleName("详情")
        layout.addWidget(self.details)
        row = QHBoxLayout()
        self.copy_button = button("复制详情", self.copy_details, icon="copy")
        row.addWidget(self.copy_button)
        row.addStretch(1)
        go_on = primary_button("继续使用", self.accept)
        row.addWidget(go_on)
        layout.addLayout(row)
        go_on.setFocus()

    def copy_details(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self._report)
        self.copy_button.setText("已复制")


def _short(filename: str) -> str:
    """Return a file name without the folders above the program, which may hold a user's name."""
    parts = Path(filename).parts
    for root in ("app", "ui", "site-packages", "lib"):
        if root in parts:
            return "/".join(parts[parts.index(root) :])
    return parts[-1] if parts else ""


def _group(kind: type[BaseException], trace: TracebackType | None) -> tuple[str, ...]:
    frames = traceback.extract_tb(trace)[-_FRAMES_IN_GROUP:]
    return (kind.__qualname__, *(f"{frame.filename}:{frame.lineno}" for frame in frames))
