"""P08 发展党员工作一览表: everyone on the way into the party, with what is due next.

Source: `domain/pages.md` P08.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.manual.pages.applicant import PAGE
from app.manual.volumes import APPLICANT_LIST
from app.printing.pages import filled, parts, people
from app.printing.pages.book import Book
from app.printing.sheet import Grid, Sheet
from app.rules.development import next_due, next_step
from app.rules.entries import Values, day_in

_DAYS = (
    ("申请日期", "applied_on"),
    ("确定\n积极分子", "activist_on"),
    ("确定\n发展对象", "target_on"),
    ("接收\n预备党员", "admitted_on"),
)
_COLUMNS = parts.columns(
    ("序号", 11),
    ("姓名", 22),
    ("性别", 12),
    ("出生年月", 20),
    ("单位职务", 34),
    *((heading, 22) for heading, _ in _DAYS),
    ("当前阶段", 29),
    ("下一步和时限", 30),
    left=frozenset({"单位职务"}),
)


def sheets(book: Book) -> list[Sheet]:
    """Return the list of the year's applicants; without any there is none."""
    entries = filled.entries_of(PAGE, book)
    if not entries:
        return []
    ordered = sorted(entries, key=lambda one: one.values.get("applied_on") or "9")
    rows = tuple((str(number), *_row(entry.values)) for number, entry in enumerate(ordered, 1))
    return [
        Sheet(
            code=APPLICANT_LIST.code,
            title=parts.title(f"{book.year}年", book, APPLICANT_LIST.title, landscape=True),
            blocks=(Grid(_COLUMNS, rows, row_mm=10.0),),
            key=book.year_key(APPLICANT_LIST),
            landscape=True,
            sample=book.sample,
        )
    ]


def _row(values: Values) -> Iterator[str]:
    for name in ("name", "gender", "born", "job"):
        yield values.get(name) or ""
    applied, *later = (people.dotted(day_in(values, name)) for _, name in _DAYS)
    yield applied
    yield from map(parts.listed, later)
    yield values.get("stage") or ""
    due = next_due(values)
    yield f"{due.what}\n{people.dotted(due.on)}前" if due else parts.listed(next_step(values))
