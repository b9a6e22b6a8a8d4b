"""The volumes that are bound: a month's package, the year's manual, forms to fill in by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from app import clock
from app.errors import NotFoundError
from app.manual.order import (
    CATALOGUE,
    CONTENTS,
    FORMS,
    INSTRUCTIONS,
    MISSING_ITEMS,
    MONTH_FILES,
    MONTH_ORDER,
    MONTH_PARTS,
    MONTH_SLIP,
    VOLUME_NOTE,
    YEAR_ORDER,
)
from app.manual.pages import volume_note
from app.manual.volumes import PAGES
from app.printing import front
from app.printing.pages import blank, bound, cover, layouts, missing_items
from app.printing.pages.filed import is_record, page_code, title_of
from app.rules.texts import month_title, names_joined
from app.services.branches import BranchService
from app.services.checks import CheckService
from app.services.filing import FilingService
from app.services.leaves import month_leaves, year_leaves
from app.services.manual import ManualService, codes_asked_for, month_asked_for

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from app.printing.document import Part, Printed
    from app.printing.pages import Book
    from app.printing.pages.leaves import Leaf
    from app.printing.sheet import Sheet
    from app.store import Store

__all__ = ["Volume", "VolumeService", "Ways"]

_SIGNED = ("整理人\n签字", "支部书记\n签字")


@dataclass(frozen=True, slots=True)
class Volume:
    """A printed volume, and the sheets of records in it."""

    printed: Printed
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """How a volume is printed.

    Attributes:
        duplex: each part begins on an odd page.
        changed: only sheets that say something else than when they were last printed.
        progress: called with the sheets done and their number.
        cancelled: asked before each sheet.
    """

    duplex: bool = False
    changed: bool = False
    progress: Callable[[int, int], None] | None = None
    cancelled: Callable[[], bool] | None = None


_PLAIN = Ways()


class VolumeService:
    """Puts volumes together; what is in them follows from the records and the order of pages."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def month_parts(self, month: str) -> dict[str, int]:
        """Return how many sheets of each page a month (`2025-10`) has, in the order of filing.

        Raises:
            InvalidInputError: the month cannot be read.
            NotFoundError: there is no branch yet.
        """
        counts = dict.fromkeys(MONTH_ORDER, 0)
        for leaf in month_leaves(self._store, month_asked_for(month), MONTH_ORDER)[1]:
            counts[page_code(leaf.sheet.code)] += 1
        return counts

    def month(
        self, month: str, codes: Collection[str] | None = None, ways: Ways = _PLAIN
    ) -> Volume:
        """Print a month's package (本月归档包): slip, catalogue, records, and what is missing.

        Args:
            month: the month, `2025-10`.
            codes: which of `MONTH_PARTS`; `None` is all of them.
            ways: how it is printed.

        Raises:
            CancelledError: the user stopped it; nothing is left behind.
            InvalidInputError: the month cannot be read.
            NotFoundError: there is no branch yet, or nothing to print.
        """
        wanted = frozenset(MONTH_PARTS if codes is None else codes)
        order = [code for code in MONTH_ORDER if code in wanted]
        book, leaves = month_leaves(self._store, month_asked_for(month), order)
        called = month_title(month)
        # Dues are proposed for any month; they alone are no month to file.
        if not leaves or (codes is None and not any(map(_is_record, leaves))):
            raise NotFoundError(f"{called}还没有活动记录。请先新建这个月的主题党日，再打印。")
        title = f"{called}{book.branch.name}归档材料"
        if ways.changed:
            return self._changed(book, leaves, title, ways)
        before = [page for page in (MONTH_SLIP, MONTH_FILES) if page.code in wanted]
        listed: list[Part] = []
        if MONTH_SLIP in before:
            listed.append(front.slip(bound.slip(book), _SIGNED, book.branch.name))
        if MONTH_FILES in before:
            frame = bound.catalogue(MONTH_FILES, book.key(MONTH_FILES), book)
            listed.append(front.files(frame, bound.files_of(book, leaves, len(before))))
        listed += [leaf.sheet for leaf in leaves]
        if MISSING_ITEMS.code in wanted:
            findings = CheckService(self._store).month(month)
            listed.append(missing_items.sheet(book, findings, clock.today()))
        return _written(book, listed, leaves, title, ways)

    def year(self, year: int, ways: Ways = _PLAIN) -> Volume:
        """Print the year's manual (年度手册): cover, instructions, contents, all pages, catalogue.

        Raises:
            CancelledError: the user stopped it; nothing is left behind.
            NotFoundError: there is no branch yet, or nothing to print.
        """
        order = (INSTRUCTIONS, *YEAR_ORDER, VOLUME_NOTE)
        book, found = year_leaves(self._store, year, order)
        title = f"{book.branch.name}工作手册（{year}年度）"
        if not any(map(_is_record, found)):
            raise NotFoundError(f"{year}年还没有可以装订的记录。请先填写，再打印年度手册。")
        if ways.changed:
            return self._changed(book, found, title, ways)
        leaves = [leaf for leaf in found if page_code(leaf.sheet.code) in YEAR_ORDER]
        first = _of_page(found, INSTRUCTIONS) or bound.instruction_sheets(book)
        last = _of_page(found, VOLUME_NOTE) or layouts.blank_sheets(volume_note.PAGE, book)
        contents = bound.frame(CONTENTS, book.year_key(CONTENTS), book)
        catalogue = bound.in_chapter(bound.catalogue(CATALOGUE, book.year_key(CATALOGUE), book))
        listed: list[Part] = [
            cover.sheet(book),
            *map(bound.in_chapter, first),
            front.contents(contents, chapters_only=True),
            *(bound.in_chapter(leaf.sheet) for leaf in leaves),
            front.files(catalogue, bound.files_of(book, leaves, 2 + len(first))),
            *map(bound.in_chapter, last),
        ]
        return _written(book, listed, found, title, ways)

    def pages(self, period: str, codes: Collection[str], ways: Ways = _PLAIN) -> Volume:
        """Print some pages of a month (`2025-10`) or of a whole year (`2025`), nothing around them.

        Raises:
            CancelledError: the user stopped it; nothing is left behind.
            InvalidInputError: the period or a page code cannot be read.
            NotFoundError: there is no branch yet, or nothing to print.
        """
        if period.isdecimal():
            known = codes_asked_for(codes)
            order = [code for code in PAGES if code in known]
            book, leaves = year_leaves(self._store, int(period), order)
            called = f"{period}年"
        else:
            book, leaves = ManualService(self._store).gathered(period, codes)
            called = month_title(period)
        if not leaves:
            raise NotFoundError(f"{called}没有可打印的这些页，请先填写有关内容。")
        title = f"{called}{book.branch.name}手册页"
        if ways.changed:
            return self._changed(book, leaves, title, ways)
        return _written(book, [leaf.sheet for leaf in leaves], leaves, title, ways)

    def blank(self, codes: Iterable[str] | None = None, ways: Ways = _PLAIN) -> Volume:
        """Print forms to be filled in by hand, with the branch's name and nothing else on them.

        Args:
            codes: which of `FORMS`; `None` is all of them.
            ways: how they are printed.

        Raises:
            CancelledError: the user stopped it; nothing is left behind.
            InvalidInputError: a page code cannot be read.
            NotFoundError: there is no branch yet.
        """
        wanted = FORMS.keys() if codes is None else codes_asked_for(codes, FORMS)
        branch = BranchService(self._store).get()
        chosen = [page for page in FORMS.values() if page.code in wanted]
        listed = [sheet for page in chosen for sheet in blank.sheets_of(branch, page.code)]
        about = _About(f"{branch.name}空白表", branch.name, [page.title for page in chosen])
        return Volume(_printed(listed, about, ways), ())

    def mark_printed(self, volume: Volume) -> None:
        """Note that a volume went to paper or into a file, so that later changes can be told."""
        FilingService(self._store).mark_printed(volume.leaves)

    def _changed(self, book: Book, leaves: Sequence[Leaf], title: str, ways: Ways) -> Volume:
        found = FilingService(self._store).changed(leaves)
        if not found:
            raise NotFoundError(
                "上次打印以后没有改动，不用再打印。要全部重印，请取消“只打印改过的”。"
            )
        return _written(book, [leaf.sheet for leaf in found], found, title, ways)


@dataclass(frozen=True, slots=True)
class _About:
    """What the file of a volume says of itself."""

    title: str
    author: str
    pages: Iterable[str]
    created: datetime = datetime(2000, 1, 1)  # noqa: DTZ001 - forms are of no day


def _written(
    book: Book, listed: Sequence[Part], leaves: Sequence[Leaf], title: str, ways: Ways
) -> Volume:
    """Return the volume; it is dated by its last meeting, so that it prints to the same bytes."""
    held = [meeting.end or meeting.start for meeting in book.meetings]
    first = datetime(book.year, int(book.month[5:]), 1)  # noqa: DTZ001 - local wall-clock time
    codes = dict.fromkeys(page_code(leaf.sheet.code) for leaf in leaves)
    created = max((moment for moment in held if moment is not None), default=first)
    about = _About(title, book.branch.name, map(title_of, codes), created)
    return Volume(_printed(listed, about, ways), tuple(leaves))


def _printed(listed: Sequence[Part], about: _About, ways: Ways) -> Printed:
    from app.printing.document import Meta, write

    meta = Meta(
        title=about.title,
        author=about.author,
        subject=names_joined(about.pages),
        created=about.created,
    )
    return write(listed, meta, duplex=ways.duplex, progress=ways.progress, cancelled=ways.cancelled)


def _is_record(leaf: Leaf) -> bool:
    """Tell whether a sheet says what somebody wrote, not what follows from the roster alone."""
    return is_record(page_code(leaf.sheet.code))


def _of_page(leaves: Iterable[Leaf], code: str) -> list[Sheet]:
    return [leaf.sheet for leaf in leaves if page_code(leaf.sheet.code) == code]
