"""The program tries itself out, so that a build without one of its parts shows at once."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from app import paths
from app.errors import AppError
from app.exchange import document
from app.exchange import selftest as office
from app.log import get_logger
from app.rules.pinyin import full_pinyin
from app.services import Services

_BRANCH, _THEME_DAY = "示例党支部", 7
_log = get_logger(__name__)


def failures() -> list[str]:
    """Return a Chinese sentence for each part that does not work; nothing of the user's is used."""
    found: list[str] = []
    for name, works in _PARTS.items():
        try:
            whole = works()
        except (AppError, ImportError, OSError) as error:
            _log.error("selftest: %s", type(error).__name__)
            found.append(f"{name}不能用：{error}")
        else:
            if not whole:
                found.append(f"{name}不能用：结果不对。")
    return found


def _records_and_document() -> bool:
    """Save the sample, open it again and write it: the shipped document must come out."""
    with tempfile.TemporaryDirectory(prefix="zhibu-") as place:
        folder, profile = Path(place, "records"), Path(place, "profile")
        made, _ = Services.create(folder, profile=profile)
        try:
            made.samples.load()
        finally:
            made.close(backup=False)
        opened = Services.open(folder, profile=profile)
        try:
            written = document.loads(opened.documents.text())
            for one in written.finalisations:  # its pages are not shipped
                one.pages = {}
            shipped = paths.resource("sample", "branch.json").read_bytes()
            return document.dumps(written) == shipped and not opened.store.verify()
        finally:
            opened.close(backup=False)


def _printing() -> bool:
    """Print a form with a branch's name and read the page back."""
    with tempfile.TemporaryDirectory(prefix="zhibu-") as place:
        made, _ = Services.create(Path(place, "records"), profile=Path(place, "profile"))
        try:
            made.start_branch(_BRANCH, _THEME_DAY)
            pdf = made.volumes.blank(["P13"]).printed.pdf
        finally:
            made.close(backup=False)
    return _BRANCH in _text_of(pdf)


def _text_of(pdf: bytes) -> str:
    import pypdfium2

    opened = pypdfium2.PdfDocument(pdf)
    try:
        text = "".join(page.get_textpage().get_text_range() for page in opened)
    finally:
        opened.close()
    return "".join(text.split())


def _pinyin() -> bool:
    return full_pinyin("单春梅").replace(" ", "").lower().startswith("shanchunmei")


_PARTS: dict[str, Callable[[], bool]] = {
    "记录和记录文件": _records_and_document,
    "Excel 表格": office.workbook_works,
    "Word 文档": office.word_file_works,
    "拼音": _pinyin,
    "打印": _printing,
}
