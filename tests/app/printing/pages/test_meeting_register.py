"""Every record of a meeting on paper: full, empty, and as long and crowded as it can be."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from functools import cache
from itertools import chain
from pathlib import Path

import pdfplumber
import pytest

from app.manual.kinds import GROUP_MEETING
from app.manual.volumes import COMMITTEE_LIST, PAGES
from app.printing.document import Printed, write
from app.printing.pages import Book, sheets_of
from app.printing.sheet import Sheet, texts
from app.printing.styles import MM
from app.records import Meeting, Member
from app.records.snapshot import to_plain
from tests.app.printing.drawn import faults_of
from tests.app.printing.pages.made import sample_book
from tests.app.printing.pages.test_printed import META
from tests.app.printing.pages.test_printed_meetings import text_of, typed
from tests.factories import (
    BRANCH_ID,
    LONG_NAME,
    RARE,
    make_branch,
    make_group,
    make_member,
    make_post,
)
from tests.filled_meeting import filled_meeting, texts_of
from tests.preflight import preflight, requires_preflight

KINDS = {page.code: page.kind for page in PAGES.values() if page.kind}
GROUP = make_group("第一党小组")
SENTENCE = "托辊异响要当班报、当班记，不能拖到下一班；"
LONG = SENTENCE * 240
# Told in the sums of the year, in the register of leave, on the page of the lecture, or asked for
# on a theme day only.
ELSEWHERE = {"meetings.theme_tags", "meetings.work_target", "leaves.way"}
OF_LECTURES, OF_THEME_DAYS = {"lectures.outline"}, {"meetings.moved_reason"}
every_record = pytest.mark.parametrize("code", KINDS)


def people(count: int) -> tuple[Member, ...]:
    names = (LONG_NAME, RARE, *(f"党员{number:03}" for number in range(count - 2)))
    return tuple(
        make_member(name, position=place, group_id=GROUP.id, posts=[make_post("委员")])
        for place, name in enumerate(names)
    )


def record_in(code: str, meeting: Meeting, members: tuple[Member, ...]) -> Sheet:
    held = (meeting,)
    book = Book(make_branch(), "2025-10", members, (GROUP,), meetings=held, year_meetings=held)
    (sheet,) = sheets_of(book, [code])
    return sheet


@cache
def full(code: str) -> tuple[Meeting, Sheet, Printed]:
    members = people(18)
    group = GROUP.id if KINDS[code] == GROUP_MEETING else None
    meeting = filled_meeting(KINDS[code], [one.id for one in members], group_id=group)
    sheet = record_in(code, meeting, members)
    return meeting, sheet, write([sheet], META)


@cache
def crowded(code: str) -> tuple[Meeting, Sheet, Printed]:
    """Return a record of two hundred people in which every text has five thousand characters."""
    members = people(200)
    group = GROUP.id if KINDS[code] == GROUP_MEETING else None
    ids = [members[place].id for place in (0, 1, 7)]
    meeting = filled_meeting(KINDS[code], ids, text=LONG, rows=1, group_id=group)
    sheet = record_in(code, meeting, members)
    return meeting, sheet, write([sheet], META)


def empty(code: str) -> Sheet:
    return record_in(code, Meeting(branch_id=BRANCH_ID, kinds=[KINDS[code]]), people(18))


def flat(text: str) -> str:
    return re.sub(r"\s+", "", text)


@every_record
def test_everything_typed_is_printed_in_the_order_of_the_sheet(code: str) -> None:
    meeting, sheet, printed = full(code)
    text, place = text_of(printed), 0
    told = {one for one in texts_of(to_plain(meeting)) if one.endswith("的内容")}
    missing = {one.removesuffix("的内容") for one in told if one not in text}
    assert missing - ELSEWHERE == (OF_LECTURES if code == "P13" else OF_THEME_DAYS)
    for line in typed(sheet):
        place = text.index(line, place)
    assert all(flat(cell)[:12] in text for cell in texts(sheet))
    assert printed.missing_characters == ()


@every_record
def test_the_same_record_prints_to_the_same_bytes(code: str) -> None:
    _, sheet, printed = full(code)
    assert write([sheet], META).pdf == printed.pdf


@every_record
def test_each_page_is_a_closed_table_with_its_text_inside(code: str) -> None:
    left, right = 28 * MM, 190 * MM
    sheets = (full(code)[1], empty(code))
    with pdfplumber.open(io.BytesIO(write(sheets, META).pdf)) as document:
        for page in document.pages:
            across = sorted(edge["top"] for edge in page.edges if edge["orientation"] == "h")
            upright = {round(edge["x0"]) for edge in page.edges if edge["orientation"] == "v"}
            assert {round(left), round(right)} <= upright
            for one in page.chars:
                if across[0] < one["top"] < across[-1]:
                    assert left < one["x0"]
                    assert one["x1"] < right + 1


@every_record
def test_long_texts_and_names_among_two_hundred_people_are_whole(code: str) -> None:
    _, sheet, printed = crowded(code)
    text, told = text_of(printed), "".join(texts(replace(sheet, head=None)))
    assert text.count(SENTENCE) >= told.count(SENTENCE) - 2 * printed.pages
    assert told.count(SENTENCE) >= 240 * 9
    assert text.count(LONG_NAME) >= 2
    assert text.count(RARE) >= 2
    assert printed.missing_characters == ()


@every_record
def test_nothing_reaches_out_of_its_page_or_over_a_rule(code: str) -> None:
    assert faults_of((full(code)[1], crowded(code)[1], empty(code))) == []


@requires_preflight
def test_the_archive_accepts_every_record(tmp_path: Path) -> None:
    sheets = chain.from_iterable((full(code)[1], empty(code)) for code in KINDS)
    listed = sheets_of(sample_book("2025-09"), [COMMITTEE_LIST.code])
    path = tmp_path / "records.pdf"
    path.write_bytes(write([*sheets, *listed], META).pdf)
    assert preflight(path) == []
