"""P19 民主评议党员汇总表: the ballots and grades of the members' pages, summed up.

Source: `domain/pages.md` P19 (c).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from app.manual.page import FillPage
from app.manual.words import GRADES, PROBATIONARY_MEMBER, VOID
from app.printing.pages import filled, parts
from app.printing.pages.book import Book
from app.printing.sheet import Band, Block, Cell, Grid, Sheet
from app.records import Entry
from app.rules.appraisal import BALLOTS, most_excellent, total
from app.rules.entries import Values, day_in, people_in
from app.rules.membership import category_on

_COLUMNS = parts.columns(
    ("序号", 12),
    ("姓名", 27),
    ("自评等次", 18),
    *((grade, 13) for grade in GRADES),
    ("票数合计", 14),
    ("评定等次", 20),
    ("备注", 19),
)
_BANDS = (
    *(Band(""),) * 3,
    Band("民主测评票数", len(GRADES)),
    *(Band(""),) * 3,
)
_LEAST_ROWS = 18


def sheets(page: FillPage, book: Book, entries: Sequence[Entry]) -> list[Sheet]:
    """Return the table of the year, headed by its ballots."""
    return filled.record_sheets(page, book, entries, after={"scrutineers": _table})


def _table(entry: Entry, book: Book) -> Iterator[Block]:
    pages = list(_pages(book))
    rows = tuple(_row(book, number, values) for number, values in enumerate(pages, 1))
    yield Grid(
        _COLUMNS,
        rows,
        row_mm=7.2,
        foot=_foot(entry.values, pages) if rows else (),
        least_rows=0 if rows else _LEAST_ROWS,
        bands=_BANDS,
    )


def _pages(book: Book) -> Iterator[Values]:
    """Yield the values of the members' pages in the order of the roster."""
    by_member: dict[str | None, Values] = {
        people_in(one.values, "member")[0][0]: one.values
        for one in book.entries
        if one.page == "appraisal" and one.state != VOID and one.values.get("member")
    }
    for member in book.members:
        if member.id in by_member:
            yield by_member[member.id]


def _row(book: Book, number: int, values: Values) -> tuple[str, ...]:
    return (
        str(number),
        book.name(people_in(values, "member")[0][0]),
        values.get("self_grade") or "",
        *(_count(values.get(name)) for name in BALLOTS),
        _count(total(values)),
        values.get("grade") or "",
        _remark(book, values),
    )


def _remark(book: Book, values: Values) -> str:
    """Return that somebody was on probation when he was graded; he need not be given a grade."""
    key, day = people_in(values, "member")[0][0], day_in(values, "decided_on")
    member = next((one for one in book.members if one.id == key), None)
    category = category_on(member, day) if member and day else ""
    return category if category == PROBATIONARY_MEMBER else ""


def _count(value: int | None) -> str:
    return "" if value is None else str(value)


def _foot(count: Values, pages: Iterable[Values]) -> tuple[tuple[Cell, ...], ...]:
    """Return how many were given each grade, and what the cap on 优秀 comes to."""
    given = Counter(values.get("grade") or "" for values in pages)
    listed = dict.fromkeys((*GRADES, *sorted(given)))
    told = "，".join(f"{grade}{given[grade]}人" for grade in listed if grade)
    due = count.get("due")
    cap = "" if due is None else f"；应参加{due}人，优秀至多{most_excellent(due)}人"
    return ((parts.label("评定结果", span=3), Cell(told + cap, span=len(GRADES) + 3)),)
