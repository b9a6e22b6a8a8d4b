"""Scans that come in as PDF: looked at without being drawn, and their pages counted."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from app.errors import InvalidInputError

_MB = 1024 * 1024
MOST_BYTES = 20 * _MB
_MOST_INFLATED = 64 * _MB
_MARK_WITHIN = 1024
_END_WITHIN = 2048
_PAGES = re.compile(rb"/Type\s*/Pages\b")
_COUNT = re.compile(rb"/Count\s+(\d+)")
_PACKED = re.compile(rb"/Type\s*/ObjStm\b.*?stream\r?\n(.*?)endstream", re.DOTALL)


def page_count(content: bytes) -> int:
    """Return the pages of a PDF file.

    Raises:
        InvalidInputError: it is too big, no PDF, cut off, or locked by a password.

    Source: ISO 32000-1 7.5 (parts of the file), 7.7.3 (page tree).
    """
    if len(content) > MOST_BYTES:
        raise InvalidInputError(
            f"这个文件有 {len(content) // _MB} MB，最多 {MOST_BYTES // _MB} MB。"
            "请用较低的分辨率（200 dpi 足够）重新扫描，或分成几个文件。"
        )
    if b"%PDF-" not in content[:_MARK_WITHIN]:
        raise InvalidInputError("这个文件不是 PDF。请把扫描件存为 PDF 再添加。")
    if b"startxref" not in content[-_END_WITHIN:]:
        raise InvalidInputError("这个 PDF 不完整，可能没有传完。请重新复制或扫描后再添加。")
    if b"/Encrypt" in content:
        raise InvalidInputError("这个 PDF 有密码保护。请去掉密码，或打印成不带密码的 PDF 再添加。")
    counted = [count for text in (content, *_inflated(content)) for count in _counts(text)]
    if not counted or not max(counted):
        raise InvalidInputError("读不出这个 PDF 有几页。请用扫描程序重新存一份再添加。")
    return max(counted)


def _inflated(content: bytes) -> Iterator[bytes]:
    """Yield what is packed into compressed streams of objects."""
    for found in _PACKED.finditer(content):
        try:
            yield zlib.decompressobj().decompress(found.group(1), _MOST_INFLATED)
        except zlib.error:
            continue  # packed in another way; the file has to say its pages elsewhere


def _counts(text: bytes) -> Iterator[int]:
    """Yield the count of each node of the page tree; that of its root is the largest."""
    for found in _PAGES.finditer(text):
        counted = _COUNT.search(_dictionary_around(text, found.start()))
        if counted is not None:
            yield int(counted.group(1))


def _dictionary_around(text: bytes, at: int) -> bytes:
    """Return the innermost << … >> that a place lies in."""
    depth, first = 0, at
    while first > 0 and depth < 1:
        opened, closed = text.rfind(b"<<", 0, first), text.rfind(b">>", 0, first)
        first = max(opened, closed, 0)
        depth += 1 if opened > closed else -1
    depth, last = 1, at
    while depth > 0:
        opened, closed = text.find(b"<<", last), text.find(b">>", last)
        if closed < 0:
            return text[first:]
        depth += 1 if 0 <= opened < closed else -1
        last = (opened if 0 <= opened < closed else closed) + 2
    return text[first:last]
