"""What stands around the records of a volume: slip, instructions, and what its catalogue says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from app.manual.order import CATALOGUE, MONTH_SLIP
from app.manual.pages import instructions, page_of
from app.manual.volumes import Page
from app.printing.front import File, shortened
from app.printing.pages import layouts, letter, parts, people
from app.printing.pages.book import Book
from app.printing.pages.filed import page_code, title_of
from app.printing.pages.leaves import Leaf
from app.printing.sheet import Note, Rows, Sheet
from app.records import Entry, Meeting
from app.rules.attendance import day_of
from app.rules.entries import called, day_in, filed_on
from app.rules.retention import kept_for
from app.rules.texts import month_ends, month_title

_EIGHT_DIGITS = "%Y%m%d"


def frame(page: Page, key: str, book: Book) -> Sheet:
    """Return a page that is put together from others, without what follows from them."""
    return Sheet(page.code, page.title, (), key=key, sample=book.sample)


def catalogue(page: Page, key: str, book: Book) -> Sheet:
    """Return the catalogue of a volume without its list."""
    return replace(frame(page, key, book), blocks=(Note("备注栏写保管期限。"),))


def slip(book: Book) -> Sheet:
    """Return the slip of a month without its list: whose month it is, how long it is kept."""
    month = month_title(book.month)
    kept = kept_for(MONTH_SLIP.code, book.settings)
    said = (
        parts.wide("党支部", book.branch.name),
        parts.pair("归档月份", month, "保管期限", kept),
    )
    return replace(
        frame(MONTH_SLIP, book.key(MONTH_SLIP), book),
        title=parts.title(month, book, MONTH_SLIP.title),
        blocks=(Rows(parts.HEAD_MM, said, height_mm=9.5),),
    )


def instruction_sheets(book: Book) -> list[Sheet]:
    """Return the instructions as they come, for a branch that did not write its own."""
    page = instructions.PAGE
    values = {letter.TEXT: instructions.TEMPLATE}
    entry = Entry(branch_id=book.branch.id, page=page.key, year=book.year, values=values)
    return layouts.sheets_of_entry(page, book, entry)


def in_chapter(sheet: Sheet) -> Sheet:
    """Return a sheet in the chapter of its page."""
    if sheet.code == CATALOGUE.code:
        return replace(sheet, chapter=CATALOGUE.title)
    return replace(sheet, chapter=title_of(page_code(sheet.code)))


def files_of(book: Book, leaves: Sequence[Leaf], start: int) -> list[File]:
    """Return the items of a volume: sheets of one page and record that follow each other.

    `start` is the place of the first leaf among the parts of the volume.

    Source: DA/T 22-2015 归档文件整理规则 (一件一行，日期八位).
    """
    return list(_files(book, leaves, start))


def _files(book: Book, leaves: Sequence[Leaf], start: int) -> Iterator[File]:
    meetings = {one.id: one for one in book.meetings}
    entries = {one.id: one for one in book.entries}
    for (code, of), found in groupby(leaves, lambda one: (page_code(one.sheet.code), one.of)):
        sheets = [leaf.sheet for leaf in found]
        entry = entries.get(of)
        values = entry.values if entry else {}
        yield File(
            first=start,
            last=start + len(sheets) - 1,
            title=people.told_whole(shortened(sheets[0], book.branch.name), title_of(code))
            + _told_apart(book, entry),
            author=values.get(letter.AUTHOR) or book.branch.name,
            date=_day(of, meetings.get(of), entry).strftime(_EIGHT_DIGITS),
            number=values.get(letter.NUMBER, ""),
            remark=kept_for(code, book.settings),
        )
        start += len(sheets)


def _told_apart(book: Book, entry: Entry | None) -> str:
    """Return whom or what an entry is of, in brackets, where there may be several of its page.

    What else it is called by, such as a stage or a grade, changes or is not for a list.
    """
    if entry is None:
        return ""
    page = page_of(entry.page)
    if page.once or page.paper != "record":
        return ""
    return f"（{called(replace(page, called_by=page.called_by[:1]), entry, book.name)}）"


def _day(of: str, meeting: Meeting | None, entry: Entry | None) -> date:
    """Return the day of a record; what sums up a month or a year is of its last day.

    A document is of the day it is dated, not of the day it is about.
    """
    day = day_of(meeting) if meeting else None
    if entry:
        page = page_of(entry.page)
        day = day_in(entry.values, page.dated_by) or filed_on(page, entry)
        of = str(entry.year)
    return day or month_ends(of if "-" in of else f"{of}-12")[1]
