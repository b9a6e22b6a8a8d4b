"""What the pages of the branch's people have in common: the day they are of, and its form."""

from __future__ import annotations

from datetime import date

from app import clock
from app.manual.volumes import Page
from app.printing.pages import parts
from app.printing.pages.book import Book
from app.records import Member
from app.rules.roster_figures import as_of
from app.rules.texts import long_date

_GROUP_WORD = "党小组"


def day_of(book: Book) -> date:
    """Return the day the people of a volume are listed on."""
    return as_of(book.year, clock.today())


def title(book: Book, page: Page, *, landscape: bool = False) -> str:
    """Return the title of a page of the year."""
    return parts.title(f"{book.year}年", book, page.title, landscape=landscape)


def told_whole(title: str, name: str) -> str:
    """Return a title without its branch, with the page's whole `name` where it was told shorter."""
    short = {name.removeprefix(one) for _, told in parts.BRANCH_ENDINGS for one in told} - {name}
    if title.endswith(name):
        return title
    ending = next(
        (one for one in sorted(short, key=len) if title == one or title.endswith(f"年{one}")), None
    )
    return title if ending is None else title.removesuffix(ending) + name


def subtitle(book: Book) -> str:
    """Return the line under a title that says what day its people are of."""
    return f"截至{long_date(day_of(book))}"


def group_of(book: Book, member: Member) -> str:
    """Return his group for a narrow column: 第一 for 第一党小组（电机车）."""
    name = next((group.name for group in book.groups if group.id == member.group_id), "")
    return name.partition(_GROUP_WORD)[0] or name


def dotted(day: date | None) -> str:
    """Return a day for a narrow column: 2008.06.27; empty for none."""
    return "" if day is None else day.isoformat().replace("-", ".")
