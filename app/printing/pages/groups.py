"""P06 党小组划分: each group with its leader, its members and who of the committee looks after it.

Source: `domain/pages.md` P06 and 2.32.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.manual import words
from app.manual.volumes import GROUP_LIST
from app.printing.pages import parts, people
from app.printing.pages.book import Book
from app.printing.sheet import Cell, Grid, Sheet
from app.records import Group, Member
from app.rules.membership import category_within, members_on

_COLUMNS = (
    ("序号", 10.0),
    ("小组名称", 40.0),
    ("组长", 24.0),
    ("成员名单", 50.0),
    ("人数", 14.0),
    ("联系支委", 24.0),
)
_LEFT = frozenset({"成员名单"})
_BLANK_ROWS = 4
_ROW_MM = 14.0


def sheets(book: Book) -> list[Sheet]:
    """Return the one sheet of the year, with who is in no group under its groups."""
    here = members_on(book.members, people.day_of(book))
    grid = Grid(
        parts.columns(*_COLUMNS, left=_LEFT),
        tuple(_line(book, number, group, here) for number, group in enumerate(book.groups, 1)),
        row_mm=_ROW_MM,
        least_rows=0 if book.groups else _BLANK_ROWS,
        foot=tuple(_foot(book, here)),
    )
    return [
        Sheet(
            code=GROUP_LIST.code,
            title=people.title(book, GROUP_LIST),
            blocks=(grid,),
            key=book.year_key(GROUP_LIST),
            sample=book.sample,
            subtitle=people.subtitle(book),
        )
    ]


def _line(book: Book, number: int, group: Group, here: Sequence[Member]) -> tuple[str, ...]:
    own = [one.id for one in here if one.group_id == group.id]
    return (
        str(number),
        group.name,
        book.name(group.leader_id),
        parts.names(book, own),
        str(len(own)),
        book.name(group.contact_id),
    )


def _foot(book: Book, here: Sequence[Member]) -> Iterator[tuple[Cell, ...]]:
    """Yield who is in no group, where there are groups, and the sum."""
    known = {group.id for group in book.groups}
    outside = [one.id for one in here if one.group_id not in known]
    if outside and known:
        yield (
            parts.label("未编组", span=2),
            Cell(parts.names(book, outside), span=2),
            Cell(str(len(outside)), align="center"),
            Cell(),
        )
    full = sum(category_within(one, people.day_of(book)) == words.FULL_MEMBER for one in here)
    sums = f"党小组{len(book.groups)}个，党员{len(here)}人（正式{full} 预备{len(here) - full}）"
    yield parts.label("合计", span=2), Cell(sums, span=4)
