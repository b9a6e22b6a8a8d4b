"""P19 民主评议党员登记表: the page of a member, with what the roster says of him.

Source: `domain/pages.md` P19 (a).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.manual.page import FillPage
from app.manual.pages.appraisal import PAGE
from app.printing.pages import filled, people
from app.printing.pages.book import Book
from app.printing.sheet import Block, Sheet, Signatures
from app.records import Entry
from app.rules.convening import posts_on
from app.rules.entries import day_in, people_in
from app.rules.texts import long_date, names_joined

# The member writes his opinion where he signs, and so do those above.
_OPINION_MM = 17.0


def sheets(page: FillPage, book: Book, entries: Sequence[Entry]) -> list[Sheet]:
    """Return a page for each member."""
    return filled.record_sheets(
        page,
        book,
        entries,
        after={"member": _of_the_roster, "verdict": _signed},
    )


def _of_the_roster(entry: Entry, book: Book) -> Iterator[Block]:
    """Yield what the roster says of the member on the day he was graded."""
    found = next((key for key, _ in people_in(entry.values, "member") if key), None)
    member = book.member(found) if found else None
    if member is None:
        gender = born = joined = job = ""
    else:
        day = day_in(entry.values, "decided_on") or people.day_of(book)
        posts = names_joined(post.post for post in posts_on(member, day))
        gender, born = member.gender, member.born
        joined = long_date(member.joined_on) if member.joined_on else ""
        job = "　".join(word for word in (posts, member.job) if word)
    yield filled.facts(PAGE, ("性别", gender), ("出生年月", born))
    yield filled.facts(PAGE, ("入党时间", joined), ("职务", job))


def _signed(_entry: Entry, _book: Book) -> Iterator[Block]:
    yield Signatures(("支部书记\n签字", "党支部\n（盖章）"), height_mm=12.0)
    yield Signatures(("本人意见\n和签字", "上级意见\n（盖章）"), height_mm=_OPINION_MM)
