"""P01 封面: whose volume it is, and of which year.

Source: `domain/pages.md` P01.
"""

from __future__ import annotations

from datetime import date

from app.printing.pages.book import Book
from app.printing.sheet import Fields, Sheet
from app.rules.convening import secretary_on
from app.rules.texts import long_date, month_ends

CODE = "P01"
_TITLE = "党支部工作手册"


def sheet(book: Book) -> Sheet:
    """Return the cover of the book's year, with the secretary at the end of its month.

    The day the volume is closed is left for ink.
    """
    _, last = month_ends(book.month)
    secretary = secretary_on(book.members, last)
    return Sheet(
        code=CODE,
        title=_TITLE,
        blocks=(
            Fields(
                (
                    ("党支部名称", book.branch.name),
                    ("上级党组织", book.branch.parent),
                    ("党支部书记", book.name(secretary.id) if secretary else ""),
                    ("启用日期", long_date(date(book.year, 1, 1))),
                    ("封存日期", ""),
                )
            ),
        ),
        sample=book.sample,
        form="cover",
        subtitle=f"（{book.year}年度）",
    )
