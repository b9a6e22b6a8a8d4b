"""P01 封面: what stands on the outside of the year's manual.

Source: `domain/pages.md` P01.
"""

from __future__ import annotations

from datetime import date

from app.manual.order import COVER
from app.manual.settings import PRINTED_BY
from app.printing.pages.book import Book
from app.printing.sheet import Fields, Sheet
from app.rules.convening import secretary_on
from app.rules.texts import long_date

TITLE = "党支部工作手册"


def sheet(book: Book) -> Sheet:
    """Return the cover of a year; the day the volume is closed is written by hand.

    Who printed the volume stands there only where the branch says so.
    """
    printed_by = book.settings.get(PRINTED_BY.key, "").strip()
    secretary = secretary_on(book.members, date(book.year, 12, 31))
    return Sheet(
        code=COVER.code,
        title=TITLE,
        blocks=(
            Fields(
                (
                    ("党支部名称", book.branch.name),
                    ("上级党组织", book.branch.parent),
                    ("党支部书记", book.name(secretary.id) if secretary else ""),
                    ("启用日期", long_date(date(book.year, 1, 1))),
                    ("封存日期", ""),
                    *([("印制单位", printed_by)] if printed_by else []),
                )
            ),
        ),
        sample=book.sample,
        form="cover",
        subtitle=f"（{book.year}年度）",
    )
