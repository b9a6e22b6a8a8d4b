"""The sheets of a set, each with the record it is of: finalised ones as they were kept."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.manual.page import FillPage
from app.manual.pages import PAGES as FILL_PAGES
from app.manual.volumes import DUES_SHEET, LEAVE_REGISTER, MONTH_SET, PAGES
from app.printing.pages import SHEETS, filled, leave
from app.printing.pages.book import Book
from app.printing.pages.filed import corrections_sheet, is_record
from app.printing.sheet import Sheet
from app.records import Correction, Meeting

# A meeting has its own of these; the register of leave is put together from theirs.
MEETING_PAGES = tuple(page.code for page in MONTH_SET if page is not DUES_SHEET)
_FILL_PAGES = {page.code: page for page in FILL_PAGES}


@dataclass(frozen=True, slots=True)
class Leaf:
    """A sheet, and what it is of: the key of a meeting or entry, or else the month or year."""

    sheet: Sheet
    of: str


@dataclass(frozen=True, slots=True)
class Filed:
    """The sheets of a finalised record as they were kept, and what was corrected in it since."""

    sheets: Sequence[Sheet]
    corrections: Sequence[Correction] = ()

    def of_code(self, code: str) -> list[Sheet]:
        """Return the sheets of a page, that of the corrections after the record itself."""
        found = [sheet for sheet in self.sheets if sheet.code == code]
        record = next((one for one in self.sheets if is_record(one.code)), None)
        if self.corrections and record is not None and record.code == code:
            found.append(corrections_sheet(record, self.corrections))
        return found

    def all_sheets(self) -> list[Sheet]:
        """Return all its sheets in their order."""
        codes = dict.fromkeys(sheet.code for sheet in self.sheets)
        return [sheet for code in codes for sheet in self.of_code(code)]


def leaves_of(
    book: Book, codes: Collection[str], filed: Mapping[str, Filed] | None = None
) -> list[Leaf]:
    """Return the sheets of some page codes in their order; those of `filed` records as kept."""
    kept = filed or {}
    return [leaf for code in PAGES if code in codes for leaf in _of_code(book, code, kept)]


def sheets_of_meeting(book: Book, meeting: Meeting) -> list[Sheet]:
    """Return all sheets of one meeting of the book as it stands."""
    alone = book.only(meeting)
    return [sheet for code in PAGES if code in MEETING_PAGES for sheet in SHEETS[code](alone)]


def _of_code(book: Book, code: str, filed: Mapping[str, Filed]) -> Iterator[Leaf]:
    if code in _FILL_PAGES:
        yield from _of_entries(book, _FILL_PAGES[code], filed)
    elif code not in MEETING_PAGES:
        yield from (Leaf(sheet, book.month) for sheet in SHEETS[code](book))
    elif code == LEAVE_REGISTER.code:
        found = [leaf.sheet for leaf in _of_meetings(book, code, filed)]
        yield from (Leaf(sheet, book.month) for sheet in leave.together(found))
    else:
        yield from _of_meetings(book, code, filed)


def _of_meetings(book: Book, code: str, filed: Mapping[str, Filed]) -> Iterator[Leaf]:
    for meeting in book.meetings:
        there = filed.get(meeting.id)
        sheets = SHEETS[code](book.only(meeting)) if there is None else there.of_code(code)
        yield from (Leaf(sheet, meeting.id) for sheet in sheets)


def _of_entries(book: Book, page: FillPage, filed: Mapping[str, Filed]) -> Iterator[Leaf]:
    sheets, entries = SHEETS[page.code](book), filled.entries_of(page, book)
    if page.paper == "register" or len(sheets) != len(entries):
        yield from (Leaf(sheet, str(book.year)) for sheet in sheets)
        return
    for sheet, entry in zip(sheets, entries, strict=True):
        there = filed.get(entry.id)
        for one in [sheet] if there is None else there.of_code(page.code):
            yield Leaf(one, entry.id)
