"""P24 (d) 党费上缴报表: the figures of a period twice on a sheet, one half kept, one handed up.

Source: `domain/pages.md` P24 (d) and signature places.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.manual import words
from app.manual.volumes import DUES_HANDOVER
from app.printing.pages import dues_year, parts
from app.printing.pages.book import Book
from app.printing.sheet import Cell, Halves, Sheet
from app.records import Entry
from app.rules.dues import capitals, yuan
from app.rules.dues_year import PeriodFigures, figures_of, months_joined, quarters_of
from app.rules.entries import Values, day_in, people_in
from app.rules.texts import long_date, month_in, names_joined

ENTRY_PAGE = "dues_handover"

_WIDTHS_MM = (22.0, 35.0, 22.0, 34.0)
_CAPTIONS = ("表1　留存", "表2　上报")
_DATED = "年　　　月　　　日"
_SIGNED = (
    ("报送人签字：", "单位（公章）：", _DATED),
    ("接收人签字：", "组织部（公章）：", _DATED),
)


@dataclass(frozen=True, slots=True)
class Handover:
    """What a sheet is of: first and last month, and what was written down of handing it on."""

    first: str
    last: str
    amount_fen: int | None = None
    handed_on: date | None = None
    voucher: str = ""
    handed_by: str = ""
    received_by: str = ""
    published_on: date | None = None


def sheets(book: Book) -> list[Sheet]:
    """Return a sheet for each time dues were handed on, or else for each quarter collected."""
    found = _handed(book) or _by_quarter(book)
    return [_sheet(book, one, number) for number, one in enumerate(found, 1)]


def _handed(book: Book) -> list[Handover]:
    entries = [
        entry for entry in book.entries if entry.page == ENTRY_PAGE and entry.state != words.VOID
    ]
    return sorted((_read(book, entry) for entry in entries), key=lambda one: (one.first, one.last))


def _read(book: Book, entry: Entry) -> Handover:
    values: Values = entry.values
    first = month_in(values.get("period_from") or "")
    return Handover(
        first=first,
        last=month_in(values.get("period_to") or "") or first,
        amount_fen=values.get("amount_fen"),
        handed_on=day_in(values, "handed_on"),
        voucher=values.get("voucher") or "",
        handed_by=names_joined(
            book.name(member) or guest for member, guest in people_in(values, "handed_by")
        ),
        received_by=values.get("received_by") or "",
        published_on=day_in(values, "published_on"),
    )


def _by_quarter(book: Book) -> list[Handover]:
    return [
        Handover(first, last) for first, last in quarters_of(row.month for row in book.year_dues)
    ]


def _sheet(book: Book, one: Handover, number: int) -> Sheet:
    rows = (*book.earlier_dues, *book.year_dues)
    known = figures_of(dues_year.lines(book), rows, one.first, one.last) if one.first else None
    halves = Halves(
        title=DUES_HANDOVER.title,
        captions=_CAPTIONS,
        widths_mm=_WIDTHS_MM,
        rows=tuple(_rows(book, one, known)),
        signed=_SIGNED,
        seam="骑缝章",
    )
    return Sheet(
        code=DUES_HANDOVER.code,
        title=parts.title(_period(one), book, DUES_HANDOVER.title),
        blocks=(halves,),
        key=f"{book.year_key(DUES_HANDOVER)}-{number}",
        landscape=True,
        sample=book.sample,
        form="halves",
    )


def _rows(book: Book, one: Handover, known: PeriodFigures | None) -> Iterator[parts.Row]:
    collected = known.paid_fen if known else None
    handed = collected if one.amount_fen is None else one.amount_fen
    members, on_time, late, unsettled, made_up = _people(known)
    yield parts.wide("报送单位", book.branch.name)
    day = "" if one.handed_on is None else long_date(one.handed_on)
    yield parts.pair("所属月份", _period(one), "上缴日期", day)
    yield parts.pair("实有党员", members, "按时交纳", on_time)
    yield parts.pair("延迟交纳", late, "尚未交清", unsettled)
    yield parts.pair("补　　缴", made_up, "补缴金额", _amount(known.made_up_fen if known else None))
    yield parts.pair("收缴金额", _amount(collected), "上缴金额", _amount(handed))
    in_capitals = "" if handed is None else f"人民币{capitals(handed)}"
    yield (parts.label("上缴大写"), Cell(in_capitals, span=3))
    yield parts.pair("报送人", one.handed_by, "接收人", one.received_by)
    published = "" if one.published_on is None else long_date(one.published_on)
    yield parts.pair("凭证号", one.voucher, "公布日期", published)


def _period(one: Handover) -> str:
    """Return the months as 2025年1—3月, with both years where they differ."""
    if not one.first:
        return ""
    months = [one.first, one.last]
    if one.first[:4] != one.last[:4]:
        return "—".join(f"{month[:4]}年{int(month[5:])}月" for month in months)
    numbers = range(int(one.first[5:]), int(one.last[5:]) + 1)
    return f"{one.first[:4]}年{months_joined(f'{one.first[:4]}-{n:02}' for n in numbers)}"


def _people(known: PeriodFigures | None) -> list[str]:
    if known is None:
        return [""] * 5
    counts = (known.members, known.on_time, known.late, known.open, known.made_up)
    return [f"{count}人" for count in counts]


def _amount(fen: int | None) -> str:
    return "" if fen is None else f"{yuan(fen)}元"
