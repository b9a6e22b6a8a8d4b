"""Printing fill-in pages: the entry that is open, a page's year, or a form to write on by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.records import Entry
from app.records.snapshot import from_plain, to_plain
from ui.printing import print_pages

if TYPE_CHECKING:
    from app.services.manual import Printed
    from ui.jobs import Progress
    from ui.views.base import PreviewSource
    from ui.views.register import RegisterView


def preview(view: RegisterView) -> PreviewSource | None:
    """Return what prints the entry as it stands, or all of the page's year."""
    manual = view.context.services.manual
    if view.editor is not None:
        plain = to_plain(view.editor.record)
        return lambda: manual.preview_entry(from_plain(Entry, plain)).pdf
    if not view.entries_of_page():
        return None
    key, year = view.page.key, view.years.year()
    return lambda: manual.entries(key, year).pdf


def print_now(view: RegisterView) -> None:
    """Print the entry, kept first, or all entries of the page and year."""
    if not view.leave():
        return
    manual, key, year = view.context.services.manual, view.page.key, view.years.year()
    if view.editor is not None:
        plain = to_plain(view.editor.record)
        print_pages(
            view.context,
            view,
            view.page.title,
            lambda _progress: manual.preview_entry(from_plain(Entry, plain)),
        )
    elif view.entries_of_page():
        title = f"{year}年{view.page.title}"
        print_pages(view.context, view, title, lambda _progress: manual.entries(key, year))


def print_blank(view: RegisterView) -> None:
    """Print the page without text, to be written on by hand."""
    manual, key, year = view.context.services.manual, view.page.key, view.years.year()

    def lay_out(_progress: Progress) -> Printed:
        return manual.blank_entry(key, year)

    print_pages(view.context, view, f"{view.page.title}（空白）", lay_out)
