"""The pages of dues beside the month's sheet: those of the year, and what is posted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMenu

from app.manual.volumes import (
    DUES_BASES,
    DUES_BOOKLET,
    DUES_HANDOVER,
    DUES_NOTICE,
    DUES_NOTICE_MONTH,
    DUES_YEAR,
    LOOSE_PAGES,
    Page,
)
from app.rules.texts import month_title

# In the order they are needed: approved, collected, handed up, posted, copied.
OFFERED = (DUES_BASES, DUES_YEAR, DUES_HANDOVER, DUES_NOTICE, DUES_NOTICE_MONTH, DUES_BOOKLET)


def title_of(page: Page, month: str) -> str:
    """Return what a page is called for a month (`2025-10`) or its year."""
    if page in LOOSE_PAGES:
        return f"{month_title(month)}{page.title}"
    return f"{month[:4]}年{page.title}"


def offer(menu: QMenu, month: str, choose: Callable[[Page], object]) -> None:
    """Put an entry for each page into a menu."""
    for page in OFFERED:
        action = menu.addAction(title_of(page, month))
        action.triggered.connect(lambda _checked=False, page=page: choose(page))
