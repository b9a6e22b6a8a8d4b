"""Printing one member's whole year on a page, from his own page and from his points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.manual.volumes import MEMBER_YEAR
from ui.printing import print_pages

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from ui.context import Context


def print_member_year(context: Context, parent: QWidget, member_id: str, year: int) -> None:
    """Lay out a member's year and offer printer, viewer and file."""
    manual = context.services.manual
    title = f"{year}年{MEMBER_YEAR.title}"
    print_pages(context, parent, title, lambda _progress: manual.member_year(member_id, year))
