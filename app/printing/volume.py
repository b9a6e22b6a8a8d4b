"""Volumes: on which page each sheet begins, also for sheets that say so themselves.

A table of contents stands before what it lists. It is given as a function of where everything
stands: the other sheets are laid out once, and it is made again until nothing moves any more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.printing.layout import Page, geometry_of, pages_of
from app.printing.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Placed:
    """A sheet with the number of its first page, from 1, and how many pages it has."""

    sheet: Sheet
    first: int
    pages: int


@dataclass(frozen=True, slots=True)
class Laid:
    """A sheet with its pages; with `blank` an empty page stands before the first of them."""

    sheet: Sheet
    pages: Sequence[Page]
    first: int
    blank: bool


Maker = Callable[[Sequence[Placed], int], Sheet]
Part = Sheet | Maker
Ready = tuple[Sheet, list[Page]]


def laid_out(parts: Sequence[Part], *, duplex: bool, stop: Callable[[], None]) -> Iterator[Laid]:
    """Yield the sheets of a volume in their order, with their pages.

    A part that is a function is called with where every part stands, and which it is itself. In
    `duplex` each chapter, and each sheet of none, begins on an odd page. `stop` is called before
    a sheet is laid out and may raise.
    """
    sheets = [part for part in parts if isinstance(part, Sheet)]
    if len(sheets) == len(parts):
        yield from _numbered(_each(sheets, stop), duplex=duplex)
    else:
        yield from _numbered(_steady(parts, _each(sheets, stop), duplex=duplex), duplex=duplex)


def _each(sheets: Iterable[Sheet], stop: Callable[[], None]) -> Iterator[Ready]:
    for sheet in sheets:
        stop()
        yield sheet, list(pages_of(sheet))


def _numbered(ready: Iterable[Ready], *, duplex: bool) -> Iterator[Laid]:
    number, chapter = 1, ""
    for sheet, pages in ready:
        begins = not sheet.chapter or sheet.chapter != chapter
        blank = duplex and begins and number % 2 == 0
        number += blank
        yield Laid(sheet, pages, number, blank)
        number, chapter = number + len(pages), sheet.chapter


def _steady(parts: Sequence[Part], sheets: Iterator[Ready], *, duplex: bool) -> list[Ready]:
    """Return all parts as sheets that say the right pages.

    What is made from pages may grow when they change but never shrinks, so this ends: pages it
    needs no more stay empty.
    """
    unknown = Sheet("", "", ())
    ready = [
        next(sheets) if isinstance(part, Sheet) else (unknown, [Page(geometry_of(unknown))])
        for part in parts
    ]
    places: list[Placed] = []
    while places != (found := _places(ready, duplex=duplex)):
        places = found
        for index, part in enumerate(parts):
            if not isinstance(part, Sheet):
                sheet = part(places, index)
                pages = list(pages_of(sheet))
                missing = len(ready[index][1]) - len(pages)
                pages += [Page(geometry_of(sheet)) for _ in range(missing)]
                ready[index] = sheet, pages
    return ready


def _places(ready: Iterable[Ready], *, duplex: bool) -> list[Placed]:
    return [
        Placed(laid.sheet, laid.first, len(laid.pages)) for laid in _numbered(ready, duplex=duplex)
    ]
