"""The example's October on paper: what a reader finds in the PDF itself."""

from __future__ import annotations

import io
import re
from datetime import datetime
from functools import cache

import pdfplumber
import pypdfium2

from app.printing.document import Meta, Printed, write
from app.printing.pages import sheets_of
from app.printing.sheet import Box, Grid, Sheet
from app.records import MinutesItem
from tests.app.printing.pages.made import book_of
from tests.example_branch import Example, example, make_member, make_minutes
from tests.factories import LONG_NAME, RARE

META = Meta("十月", "支部", "记录", datetime.fromisoformat("2025-10-09T16:50"))


@cache
def october() -> tuple[tuple[Sheet, ...], Printed]:
    sheets = tuple(sheets_of(book_of(example())))
    return sheets, write(sheets, META)


def pages_of(printed: Printed) -> list[str]:
    """Return the text of each page without blanks."""
    document = pypdfium2.PdfDocument(printed.pdf)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return [re.sub(r"\s+", "", text) for text in texts]


def printed_text(made: Example, *codes: str) -> str:
    return "".join(pages_of(write(sheets_of(book_of(made), codes or None), META)))


def test_every_text_of_a_sheet_is_on_its_pages_in_order() -> None:
    sheets, printed = october()
    pages = pages_of(printed)
    starts = [printed.starts[index] - 1 for index in range(len(sheets))]
    for sheet, first, last in zip(sheets, starts, [*starts[1:], len(pages)], strict=True):
        text, place = "".join(pages[first:last]), 0
        for block in sheet.blocks:
            lines = block.paragraphs if isinstance(block, Box) else ()
            if isinstance(block, Grid):
                lines = tuple(cell for row in block.rows for cell in row)
            for line in lines:
                place = text.index(re.sub(r"\s+", "", line)[:16], place)


def test_taken_line_by_line_no_typed_text_is_parted_by_the_label_beside_it() -> None:
    made, (_, printed) = example(), october()
    flat = ""
    with pdfplumber.open(io.BytesIO(printed.pdf)) as document:
        for page in document.pages[:3]:
            characters = sorted(page.chars, key=lambda c: (round(c["bottom"]), c["x0"]))
            flat += "".join(c["text"] for c in characters if c["text"].strip())
    for action in made.meeting.actions:
        assert re.sub(r"\s+", "", action.text) in flat


def test_no_character_is_missing_from_the_fonts() -> None:
    assert october()[1].missing_characters == ()


def test_the_sums_of_the_month_agree_on_every_page() -> None:
    _, printed = october()
    pages = pages_of(printed)
    assert "名册18−经批准不计0=应到18；应到18−请假2=实到16" in pages[0]
    assert "18人交纳，合计1696.97元" in pages[0]
    assert "人民币壹仟陆佰玖拾陆元玖角柒分" in pages[-1]


def test_pages_are_numbered_through_the_set() -> None:
    _, printed = october()
    for number, text in enumerate(pages_of(printed), 1):
        assert f"第{number}页共{printed.pages}页" in text


def test_nobody_is_named_where_he_signs() -> None:
    _, printed = october()
    record = next(page for page in pages_of(printed) if "主持人签字" in page)
    signed = record[record.index("主持人签字") :]
    assert signed.startswith("主持人签字年月日记录人签字年月日2025-10-P13")


def test_eighteen_payers_and_their_sums_stand_on_two_pages() -> None:
    printed = write(sheets_of(book_of(example()), ["P24"]), META)
    assert printed.pages == 2


def test_minutes_of_five_thousand_characters_go_on_without_loss() -> None:
    made = example()
    speech = "托辊异响要当班报、当班记，不能拖到下一班；" * 25
    ids = [member.id for member in made.members[:10]]
    item: MinutesItem = make_minutes(made.branch.id, "安全", [(one, speech) for one in ids])
    made.meeting.minutes = [item]
    text = printed_text(made, "P13")
    assert text.count("讨论记录（续）") >= 3
    assert sum(text.count(f"{member.name}：托辊异响") for member in made.members) == 10
    # A sentence that a page ends in is parted by footer and title.
    assert text.count("托辊异响要当班报、当班记，不能拖到下一班；") >= 250 - 6


def test_long_and_rare_names_are_printed_whole() -> None:
    made = example()
    for name in (LONG_NAME, RARE):
        made.members.append(make_member(made.branch.id, name, 99))
    text = printed_text(made, "P21")
    assert LONG_NAME in text
    assert RARE in text


def test_two_hundred_people_can_sign() -> None:
    made = example()
    made.members[:] = [make_member(made.branch.id, f"党员{n:03}", n) for n in range(200)]
    made.meeting.chair_id = made.meeting.recorder_id = None
    made.meeting.attendance = []
    text = printed_text(made, "P21")
    assert all(f"{n + 1}党员{n:03}" in text for n in range(200))


def test_a_month_without_records_has_no_sheets() -> None:
    made = example()
    bare = book_of(made, members=(), dues=(), meetings=())
    assert sheets_of(bare) == []
