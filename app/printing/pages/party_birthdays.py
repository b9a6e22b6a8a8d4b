"""P07B 党员政治生日一览表: month by month, who has been in the party for how many years.

Source: `domain/one-plus-n-features.md` F60.
"""

from __future__ import annotations

from app.manual.volumes import PARTY_BIRTHDAYS
from app.printing.pages import parts, people
from app.printing.pages.book import Book
from app.printing.sheet import Grid, Sheet
from app.rules.membership import members_on
from app.rules.party_birthdays import PartyBirthday, party_birthdays
from app.rules.texts import long_date, short_date

_COLUMNS = parts.columns(
    ("月份", 18.0),
    ("政治生日", 28.0),
    ("姓名", 40.0),
    ("入党日期", 40.0),
    ("党龄（周年）", 36.0),
)


def sheets(book: Book) -> list[Sheet]:
    """Return the list of the year for its roster; without anyone on it there is none."""
    here = members_on(book.members, people.day_of(book))
    found = party_birthdays(here, book.year)
    if not found:
        return []
    return [
        Sheet(
            code=PARTY_BIRTHDAYS.code,
            title=people.title(book, PARTY_BIRTHDAYS),
            subtitle=people.subtitle(book),
            blocks=(Grid(_COLUMNS, tuple(_row(book, one) for one in found), row_mm=9.0),),
            key=book.year_key(PARTY_BIRTHDAYS),
            sample=book.sample,
        )
    ]


def _row(book: Book, one: PartyBirthday) -> tuple[str, ...]:
    return (
        f"{one.on.month}月",
        short_date(one.on),
        book.name(one.member.id),
        long_date(one.member.joined_on) if one.member.joined_on else "",
        str(one.years),
    )
