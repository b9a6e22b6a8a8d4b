"""Copies for other programs to open: they are readable, so they go when the program ends."""

from __future__ import annotations

import atexit
import re
import shutil
import tempfile
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.errors import AppError

_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def temporary_pdf(title: str, pdf: bytes) -> Path:
    """Write a PDF into a folder of its own and return its path."""
    folder = Path(tempfile.mkdtemp(prefix="zhibu-"))
    # Names and phone numbers must not stay behind unencrypted.
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    path = folder / f"{_NOT_IN_NAMES.sub(' ', title).strip() or '扫描件'}.pdf"
    path.write_bytes(pdf)
    return path


def view_pdf(title: str, pdf: bytes) -> None:
    """Open a PDF in the system's own viewer.

    Raises:
        AppError: there is none.
    """
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(temporary_pdf(title, pdf)))):
        raise AppError("这台电脑没有打开 PDF 的程序。请存为 PDF 后另行打开。")
