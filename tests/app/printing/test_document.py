"""The finished file: numbered, searchable, fit for the archive, and the same every time."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest

from app.errors import CancelledError, InvalidInputError
from app.printing.document import Meta, write
from app.printing.sheet import Box, Cell, Picture, Pictures, Rows, Sheet, fingerprint
from tests.app.printing.conftest import (
    META,
    head,
    label,
    minutes,
    photo,
    record,
    sign_in,
    signatures,
    texts_of,
)
from tests.preflight import preflight, requires_preflight

RARE = "𬭼䶮㛃㐂𫖯"


def everything() -> list[Sheet]:
    return [
        record(head(), minutes(30), signatures(), sample=True),
        record(head(), sign_in(40), title=f"签到表{RARE}"),
        record(sign_in(3), landscape=True),
        record(Pictures((photo(), photo(600, 800), photo(mode="L"), photo(mode="CMYK")))),
        record(Pictures((photo(mode="RGBA", kind="PNG"),))),
        record(head(), Box("会议记录", ("缺字：😀\ue000",))),
    ]


@requires_preflight
def test_the_archive_accepts_every_kind_of_sheet(tmp_path: Path) -> None:
    path = tmp_path / "everything.pdf"
    path.write_bytes(write(everything(), META).pdf)
    assert preflight(path) == []


@requires_preflight
def test_the_archive_accepts_odd_words_in_the_metadata(tmp_path: Path) -> None:
    path = tmp_path / "odd.pdf"
    moment = datetime(2025, 11, 1, 8, 30, tzinfo=UTC)
    meta = Meta("标题 <&> (半) \\ 😀", "", "一\n二\x00三", moment)
    path.write_bytes(write([record(head())], meta).pdf)
    assert preflight(path) == []


def test_the_same_sheets_give_the_same_bytes() -> None:
    assert write(everything(), META).pdf == write(everything(), META).pdf


def test_other_content_makes_another_document_under_the_same_title() -> None:
    one, other = (write([record(minutes(count))], META).pdf for count in (1, 2))
    first, second = (re.findall(rb"/ID \s*\[<\w+>", pdf) for pdf in (one, other))
    assert len(first) == len(second) == 1
    assert first != second


def test_the_same_bytes_come_from_another_process_and_another_thread() -> None:
    code = (
        "import sys; from tests.app.printing.test_document import *;"
        "sys.stdout.buffer.write(write(everything(), META).pdf)"
    )
    root = Path(__file__).parents[3]
    done = subprocess.run((sys.executable, "-c", code), check=True, capture_output=True, cwd=root)
    found: list[bytes] = []
    threads = [
        threading.Thread(target=lambda: found.append(write(everything(), META).pdf)) for _ in "12"
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {done.stdout, *found} == {write(everything(), META).pdf}


def test_rare_characters_can_be_copied_and_searched() -> None:
    text = texts_of(write([record(head(), Box("会议记录", (RARE * 40,)))], META))[0]
    assert text.count(RARE) >= 30
    assert set(RARE) <= set(text)


def test_more_characters_than_one_block_of_the_map_can_be_copied() -> None:
    many = "".join(map(chr, range(0x4E00, 0x4E00 + 900)))
    text = "".join(texts_of(write([record(Box("", (many,), indent=False))], META)))
    assert many in text


def test_every_font_is_embedded_and_none_is_a_standard_one() -> None:
    pdf = write(everything(), META).pdf
    descriptors = re.findall(rb"/CIDSet.*?/Type /FontDescriptor", pdf, re.DOTALL)
    assert len(descriptors) == 4
    assert all(b"/FontFile2" in descriptor for descriptor in descriptors)
    assert pdf.count(b"/Subtype /Type0") == 4
    assert b"Helvetica" not in pdf
    assert re.search(rb"/SMask|/ca |/CA |/Encrypt|/JavaScript", pdf) is None


def test_a_character_no_font_has_prints_as_geta_and_is_reported() -> None:
    printed = write([record(Box("", ("喜😀讯\ue000，😀",), indent=False))], META)
    assert printed.missing_characters == ("😀", "\ue000")
    assert "喜〓讯〓，〓" in texts_of(printed)[0]


def test_pages_are_numbered_over_the_whole_document() -> None:
    printed = write([record(head(), minutes(30)), record(head()), record(head())], META)
    text = texts_of(printed)
    assert len(text) == printed.pages
    for number, page in enumerate(text, 1):
        assert f"第{number}页共{printed.pages}页" in page
    assert printed.starts == {0: 1, 1: printed.pages - 1, 2: printed.pages}


def test_the_footer_carries_the_archive_key_and_a_mark_of_the_content() -> None:
    sheet = record(head())
    other = record(Rows((162.0,), ((Cell("别的内容"),),)))
    text = texts_of(write([sheet], META))[0]
    assert "QSK-2025-10-P13" in text
    assert f"校验{fingerprint(sheet)}" in text
    assert fingerprint(sheet) != fingerprint(other)
    assert fingerprint(sheet) == fingerprint(record(head()))


def test_the_mark_changes_with_a_photo() -> None:
    first, second = (record(Pictures((photo(width),))) for width in (400, 404))
    assert fingerprint(first) != fingerprint(second)


def test_bookmarks_lead_to_the_first_page_of_each_sheet() -> None:
    printed = write([record(head(), minutes(30), title="甲"), record(head(), title="乙𬭼")], META)
    document = pypdfium2.PdfDocument(printed.pdf)
    marks = [(m.get_title(), m.get_dest().get_index() + 1) for m in document.get_toc()]
    assert marks == [("甲", 1), ("乙𬭼", printed.starts[1])]
    assert document.get_metadata_dict()["Title"] == "十月手册"
    assert document.get_metadata_dict()["CreationDate"] == "D:20251101080000+08'00'"
    document.close()


def test_sample_pages_say_so_without_disturbing_the_text() -> None:
    plain, sample = (write([record(head(), sample=flag)], META) for flag in (False, True))
    assert texts_of(plain) == texts_of(sample)
    with pdfplumber.open(io.BytesIO(sample.pdf)) as document:
        (drawn,) = {curve["non_stroking_color"] for curve in document.pages[0].curves}
    assert drawn == 0.93


def test_progress_is_told_and_a_cancelled_job_leaves_nothing() -> None:
    told: list[tuple[int, int]] = []
    write([record(head())] * 3, META, progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]
    with pytest.raises(CancelledError, match="取消"):
        write([record(head())], META, cancelled=lambda: True)


@pytest.mark.parametrize("data", [b"", b"no picture", b"\xff\xd8\xff\xe0\x00\x10broken"])
def test_what_is_no_picture_is_refused_in_chinese(data: bytes) -> None:
    with pytest.raises(InvalidInputError, match="照片"):
        write([record(Pictures((Picture(data, 4, 3, "坏"),)))], META)


def test_the_same_photo_is_kept_once() -> None:
    one = write([record(Pictures((photo(),)))], META)
    many = write([record(Pictures((photo(),) * 6))], META)
    assert one.pdf.count(b"/Subtype /Image") == many.pdf.count(b"/Subtype /Image") == 1


def test_photos_reach_the_file_as_they_are_if_they_can() -> None:
    usual = photo().jpeg
    odd = usual[:2] + b"\xff\xe0\x00\x04ab" + usual[2:]  # a marker too short for ReportLab
    for jpeg in (usual, odd):
        pdf = write([record(Pictures((Picture(jpeg, 400, 300, ""),)))], META).pdf
        assert (jpeg in pdf) == (jpeg is usual)
        assert b"/Width 400" in pdf
    clear = photo(mode="RGBA", kind="PNG")
    with pdfplumber.open(io.BytesIO(write([record(Pictures((clear,)))], META).pdf)) as document:
        (image,) = document.pages[0].images
    assert image["srcsize"] == (400, 300)


def test_streams_end_before_a_line_end_as_the_archive_asks() -> None:
    pdf = write(everything(), META).pdf
    found = list(re.finditer(rb"/Length (\d+)(?:(?!endobj).)*?\nstream\n", pdf, re.DOTALL))
    assert len(found) == pdf.count(b"\nendstream\n")
    for match in found:
        assert pdf[match.end() + int(match[1]) :].startswith(b"\nendstream\n")


def test_odd_texts_everywhere_print() -> None:
    odd = "\x00\t\r\n()\\<>\ud800\ue000" + "W" * 300
    rows = Rows((28.0, 134.0), ((label(odd), Cell(odd)), (label(""), Cell(""))))
    sheet = Sheet("P13", odd, (rows, Box(odd, (odd, ""), side_label_mm=30.0)), key=odd, head=rows)
    assert write([sheet], Meta(odd, odd, odd, META.created)).pages >= 1


def test_a_volume_of_many_pages_opens_at_every_page() -> None:
    printed = write([record(head(), title=f"第{n}件") for n in range(230)], META)
    text = texts_of(printed)
    assert len(text) == printed.pages == 230
    assert [f"第{n}件" in page for n, page in enumerate(text)] == [True] * 230
