from __future__ import annotations

import io
import zlib

import pytest
from PIL import Image

from app.errors import InvalidInputError
from app.exchange.scans import MOST_BYTES, page_count


def scanned(pages: int) -> bytes:
    """Return a PDF of pictures, as a scanner's program writes it."""
    out = io.BytesIO()
    sheets = [Image.new("L", (80, 110), 200) for _ in range(pages)]
    sheets[0].save(out, "PDF", save_all=True, append_images=sheets[1:])
    return out.getvalue()


def packed(pages: int) -> bytes:
    """Return a PDF whose page tree lies in a compressed stream, with an outline of more entries."""
    kids = b" ".join(b"%d 0 R" % number for number in range(5, 5 + pages))
    objects = b"1 0 2 40 << /Type /Catalog /Pages 2 0 R >> << /Kids [%s] /Type /Pages " % kids
    objects += b"/Resources << /Font << >> >> /Count %d >> << /Type /Outlines /Count 99 >>" % pages
    stream = zlib.compress(objects)
    return (
        b"%%PDF-1.5\n3 0 obj << /Type /ObjStm /N 2 /First 9 /Filter /FlateDecode /Length %d >>\n"
        b"stream\r\n%s\nendstream endobj\nstartxref\n9\n%%%%EOF" % (len(stream), stream)
    )


@pytest.mark.parametrize("pages", [1, 2, 13])
def test_the_pages_of_a_scan_are_counted(pages: int) -> None:
    assert page_count(scanned(pages)) == pages
    assert page_count(packed(pages)) == pages


def test_the_root_of_a_deep_page_tree_counts() -> None:
    tree = (
        b"%PDF-1.4\n1 0 obj << /Type /Pages /Kids [2 0 R 3 0 R] /Count 5 >> endobj\n"
        b"2 0 obj << /Type /Pages /Count 2 /Parent 1 0 R >> endobj\n"
        b"3 0 obj << /Count 3 /Type /Pages >> endobj\nstartxref\n9\n%%EOF"
    )
    assert page_count(tree) == 5


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "不是 PDF"),
        (b"\xff\xd8\xff\xe0 a photo", "不是 PDF"),
        (scanned(2)[:-60], "不完整"),
        (scanned(2).replace(b"/Root", b"/Encrypt 9 0 R /Root"), "有密码"),
        (b"%PDF-1.4\nstartxref\n9\n%%EOF", "读不出"),
        (b"%PDF-1.4\n<< /Type /Pages /Count 0 >>\nstartxref\n9\n%%EOF", "读不出"),
        (b"%PDF-1.4\n" + bytes(MOST_BYTES), "最多 20 MB"),
    ],
    ids=["empty", "picture", "cut off", "locked", "no pages", "nought", "too big"],
)
def test_what_is_no_whole_pdf_is_refused_with_what_to_do(content: bytes, sentence: str) -> None:
    with pytest.raises(InvalidInputError, match=sentence) as refused:
        page_count(content)
    assert "请" in str(refused.value)


def test_any_stump_of_a_scan_is_refused_or_counted() -> None:
    whole = scanned(3)
    for length in range(0, len(whole), 41):
        try:
            assert page_count(whole[:length]) == 3
        except InvalidInputError:
            continue
