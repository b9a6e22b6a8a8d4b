"""P19 民主评议党员: the page of a member, the ballot, and the table of all.

Source: `domain/pages.md` P19.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.manual import words
from app.manual.page import FillPage
from app.manual.pages import appraisal, appraisal_count
from app.manual.volumes import BALLOT
from app.printing.pages import filled, parts
from app.printing.pages.book import Book
from app.printing.sheet import (
    Band,
    Block,
    Box,
    Cell,
    Column,
    Grid,
    Note,
    Rows,
    Sheet,
    Signatures,
)
from app.records import Entry, Member
from app.rules.appraisal import BALLOTS, EXCELLENT, most_excellent, total
from app.rules.convening import posts_on
from app.rules.entries import day_in, people_in
from app.rules.membership import category_within, members_on
from app.rules.texts import long_date, month_ends, month_title, names_joined

_OPINION_MM = 22.0


def sheets(page: FillPage, book: Book, entries: Sequence[Entry]) -> list[Sheet]:
    """Return the page of each member with what the roster says of him, and its signatures."""
    return filled.record_sheets(
        page,
        book,
        entries,
        after={"member": _facts, "verdict": _branch_signs, "told_on": _member_signs},
    )


def _facts(entry: Entry, book: Book) -> Iterator[Block]:
    """Yield what the roster says of the member."""
    keys = [key for key, _ in people_in(entry.values, "member") if key]
    member = book.member(keys[0]) if keys else None
    day = day_in(entry.values, "decided_on") or month_ends(f"{book.year}-12")[1]
    facts = _told(member, day) if member else ("",) * 4
    names = ("性别", "出生年月", "入党时间", "职务")
    yield filled.computed(list(zip(names[:2], facts[:2], strict=True)))
    yield filled.computed(list(zip(names[2:], facts[2:], strict=True)))
