"""P19 民主评议党员测评票: everyone to be graded, a mark each, no name of who fills it in.

Source: `domain/pages.md` P19 (b).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.manual import words
from app.manual.volumes import BALLOT
from app.printing.pages import people
from app.printing.pages.book import Book
from app.printing.sheet import Cell, Column, Grid, Rows, Sheet
from app.rules.membership import category_within, members_on

_WIDTH_MM = 162.0
_NUMBER_MM = 10.0
_GRADE_MM, _NARROW_GRADE_MM = 22.0, 13.0
_ROW_MM = 8.2
# More names than a page holds below each other stand in two columns.
_ONE_COLUMN = 24

_HOW = (
    f"请在每名党员后面的{'、'.join(words.GRADES)}中选一格画“√”，每人只选一格；"
    "不署名，当场投入票箱。"
)


def sheets(book: Book) -> list[Sheet]:
    """Return the ballot of the year; the probationary are appraised but not graded.

    Source: `domain/rules.md` 3.8 (default: they take part and get no grade).
    """
    day = people.day_of(book)
    names = [
        book.name(one.id)
        for one in members_on(book.members, day)
        if category_within(one, day) == words.FULL_MEMBER
    ]
    if not names:
        return []
    beside = 2 if len(names) > _ONE_COLUMN else 1
    return [
        Sheet(
            code=BALLOT.code,
            title=people.title(book, BALLOT),
            blocks=(
                Rows((_WIDTH_MM,), ((Cell(_HOW),),)),
                Grid(tuple(_columns(beside)), tuple(_rows(names, beside)), row_mm=_ROW_MM),
            ),
            key=book.year_key(BALLOT),
            sample=book.sample,
        )
    ]


def _columns(beside: int) -> Iterator[Column]:
    """Yield number, name and grades as often as names stand beside each other."""
    share = _WIDTH_MM / beside
    grade = _NARROW_GRADE_MM if beside > 1 else _GRADE_MM
    for _ in range(beside):
        yield Column("序号", _NUMBER_MM)
        yield Column("姓名", share - _NUMBER_MM - grade * len(words.GRADES))
        for word in words.GRADES:
            yield Column(word, grade, blank=True)


def _rows(names: Sequence[str], beside: int) -> Iterator[tuple[str, ...]]:
    """Yield the rows, numbered along each so that every page goes on from the one before."""
    marks = ("",) * len(words.GRADES)
    for first in range(0, len(names), beside):
        row: list[str] = []
        for place in range(first, first + beside):
            told = (str(place + 1), names[place]) if place < len(names) else ("", "")
            row += [*told, *marks]
        yield tuple(row)
