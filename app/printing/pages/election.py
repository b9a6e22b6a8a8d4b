"""P28 换届选举: the votes of each candidate with who is elected, and what follows from the figures.

Source: `domain/pages.md` P28.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.manual.page import Field, FillPage
from app.printing.pages import filled, parts
from app.printing.pages.book import Book
from app.printing.sheet import Block, Box, Column, Grid, Sheet, Signatures
from app.records import Entry
from app.rules.elections import result, sentences

_ELECTED_MM = 22.0
_SENTENCES_MM = 24.0
_BLANK_ROWS = 7


def sheets(page: FillPage, book: Book, entries: Sequence[Entry]) -> list[Sheet]:
    """Return a page for each election."""
    return filled.record_sheets(
        page, book, entries, grids={"candidates": _candidates}, after={"candidates": _follows}
    )


def _candidates(field: Field, entry: Entry, book: Book) -> Grid:
    """Return the votes with a column that says who is elected."""
    plain = filled.grid(field, entry, book)
    found = result(entry.values)
    marks = [
        "" if found is None else "当选" if place in found.elected else "未当选"
        for place in range(len(plain.rows))
    ]
    number, name, *votes = plain.columns
    return replace(
        plain,
        columns=(
            number,
            replace(name, width_mm=name.width_mm - _ELECTED_MM),
            *votes,
            Column("结果", _ELECTED_MM),
        ),
        least_rows=0 if plain.rows else _BLANK_ROWS,
        rows=tuple((*row, mark) for row, mark in zip(plain.rows, marks, strict=True)),
    )


def _follows(entry: Entry, book: Book) -> Iterator[Block]:
    yield Box(
        "结果核算",
        tuple(sentences(entry.values, book.name)),
        least_mm=_SENTENCES_MM,
        side_label_mm=parts.LABEL_MM,
        indent=False,
    )
    yield Signatures(("主持人\n签字", "监票人\n签字", "计票人\n签字"))
