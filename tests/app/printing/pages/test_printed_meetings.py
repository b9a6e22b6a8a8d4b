"""Records of meetings in the PDF itself, filled as the sample and as full as anybody could."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest

from app.manual.kinds import COMMITTEE_MEETING, GROUP_MEETING, MEMBERS_MEETING
from app.printing.document import Meta, Printed, write
from app.printing.pages import Book, sheets_of
from app.printing.sheet import Box, Grid, Sheet, texts
from tests.app.printing.pages.made import meeting_in, sample_book
from tests.example_branch import make_member, make_minutes
from tests.preflight import preflight, requires_preflight

META = Meta("九月", "支部", "记录", datetime.fromisoformat("2025-09-29T16:10"))
LONG_NAME = "买买提吐尔逊·阿卜杜热合曼江·艾合买提江"
RARE = "𬭼䶮㛃㐂"
RECORDS = (
    ("2025-09", MEMBERS_MEETING, "P14"),
    ("2025-09", COMMITTEE_MEETING, "P15"),
    ("2025-10", GROUP_MEETING, "P16"),
)


def text_of(printed: Printed) -> str:
    document = pypdfium2.PdfDocument(printed.pdf)
    text = "".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return re.sub(r"\s+", "", text)


def typed(sheet: Sheet) -> list[str]:
    """Return the long texts of a sheet in the order of its blocks."""
    found: list[str] = []
    for block in sheet.blocks:
        if isinstance(block, Box):
            found += block.paragraphs
        if isinstance(block, Grid):
            found += [cell for row in block.rows for cell in row]
    return [re.sub(r"\s+", "", text)[:16] for text in found]


@pytest.mark.parametrize(
    ("month", "code"), [*((month, code) for month, _, code in RECORDS), ("2025-09", "P15L")]
)
def test_every_text_is_printed_in_order_and_twice_the_same(month: str, code: str) -> None:
    (sheet,) = sheets_of(sample_book(month), [code])
    printed = write([sheet], META)
    text, place = text_of(printed), 0
    for line in typed(sheet):
        place = text.index(line, place)
    for cell in texts(sheet):
        assert re.sub(r"\s+", "", cell)[:12] in text
    assert printed.missing_characters == ()
    assert write([sheet], META).pdf == printed.pdf


def test_a_vote_of_the_usual_length_ends_on_the_second_page() -> None:
    (sheet,) = sheets_of(sample_book("2025-09"), ["P14"])
    assert write([sheet], META).pages == 2


@pytest.mark.parametrize(("month", "kind", "code"), RECORDS)
def test_long_speeches_go_on_without_loss(month: str, kind: str, code: str) -> None:
    book = sample_book(month)
    ids = [member.id for member in book.members[:5]]
    speech = "托辊异响要当班报、当班记，不能拖到下一班；" * 50
    minutes = make_minutes(book.branch.id, "安全", [(one, speech) for one in ids])
    meeting_in(book, kind).minutes = [minutes]
    text = text_of(write(sheets_of(book, [code]), META))
    # A sentence that a page ends in is parted by footer and title.
    assert text.count("托辊异响要当班报、当班记，不能拖到下一班；") >= 250 - text.count(
        "会议内容（续）"
    )


@pytest.mark.parametrize(("month", "kind", "code"), RECORDS)
def test_every_other_text_may_be_five_thousand_characters(month: str, kind: str, code: str) -> None:
    book = sample_book(month)
    meeting = meeting_in(book, kind)
    meeting.minutes, meeting.guests = [], ["列席的来宾"] * 200
    meeting.theme = meeting.remark = "学规程、守底线、保供暖。" * 420
    for vote in meeting.votes:
        vote.subject = vote.resolution = "同意其按期转为正式党员。" * 420
    printed = write(sheets_of(book, [code]), META)
    text = text_of(printed)
    assert text.count("学规程、守底线、保供暖。") >= 840 - printed.pages
    assert text.count("同意其按期转为正式党员。") >= (840 if meeting.votes else 0) - printed.pages
    assert text.count("列席的来宾") >= 200 - printed.pages


@pytest.mark.parametrize(("month", "kind", "code"), RECORDS)
def test_two_hundred_people_with_long_and_rare_names(month: str, kind: str, code: str) -> None:
    book = sample_book(month)
    meeting = meeting_in(book, kind)
    chair = book.member(meeting.chair_id or "")
    chair.name = LONG_NAME
    recorder = book.member(meeting.recorder_id or "")
    recorder.name = RARE
    more = [make_member(book.branch.id, f"党员{number:03}", number) for number in range(200)]
    wide = Book(
        branch=book.branch,
        month=month,
        members=(*book.members, *more),
        groups=book.groups,
        meetings=book.meetings,
        year_meetings=book.year_meetings,
    )
    printed = write(sheets_of(wide, [code]), META)
    assert LONG_NAME in text_of(printed)
    assert RARE in text_of(printed)
    assert printed.missing_characters == ()
    if kind == MEMBERS_MEETING:
        assert "应到218−请假2=实到216" in text_of(printed)


@requires_preflight
def test_the_records_are_valid_for_the_archive(tmp_path: Path) -> None:
    book, path = sample_book("2025-09"), tmp_path / "september.pdf"
    path.write_bytes(write(sheets_of(book, ["P14", "P15", "P15L"]), META).pdf)
    assert preflight(path) == []
