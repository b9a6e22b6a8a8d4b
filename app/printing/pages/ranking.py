"""P27 党员积分排名表: place, name, group, points and grade; nothing that is not for everybody.

Source: `domain/one-plus-n-features.md` F50, F53. It may be posted: no ID and no phone numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.manual.pages import member_score
from app.manual.volumes import RANKING
from app.printing.pages import parts
from app.printing.pages.assessed_year import group_names, records_of
from app.printing.pages.book import Book
from app.printing.sheet import Block, Grid, Note, Sheet, Signatures
from app.records import Member
from app.rules.entries import decimal
from app.rules.ranking import Ranked, ranking
from app.rules.texts import names_joined

_COLUMNS = parts.columns(
    ("名次", 18.0), ("姓名", 44.0), ("党小组", 44.0), ("积分", 26.0), ("民主评议等次", 30.0)
)
_ROW_MM = 8.5
_BLANK_ROWS = 18


def sheets(book: Book) -> list[Sheet]:
    """Return the list of the year; one in which no points were written down has none."""
    if not any(one.page == member_score.PAGE.key for one in book.entries):
        return []
    people = records_of(book).people
    ranked = ranking(people, book.entries)
    return [
        Sheet(
            code=RANKING.code,
            title=parts.title(f"{book.year}年", book, RANKING.title),
            blocks=tuple(_blocks(book, ranked, people)),
            key=book.year_key(RANKING),
            sample=book.sample,
        )
    ]


def _blocks(book: Book, ranked: Sequence[Ranked], people: Sequence[Member]) -> Iterator[Block]:
    groups = group_names(book)
    rows = tuple(
        (
            str(one.place),
            book.name(one.member.id),
            parts.listed(groups.get(one.member.group_id or "", "")),
            decimal(one.tenths, 1),
            parts.listed(one.grade),
        )
        for one in ranked
    )
    yield Grid(_COLUMNS, rows, row_mm=_ROW_MM, least_rows=0 if rows else _BLANK_ROWS)
    yield Signatures(("填表人\n签字", "支部书记\n签字"), height_mm=12.0)
    yield Note("积分相同的名次并列，其后的名次相应空出。")
    there = {one.member.id for one in ranked}
    without = [book.name(one.id) for one in people if one.id not in there]
    if without:
        yield Note(f"没有积分的{len(without)}人：{names_joined(without)}。")
