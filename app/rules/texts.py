"""Dates and names as the manual writes them, and text as it should arrive from elsewhere."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, datetime

_EM_RULE = "—"
_BULLET = "·"
# Office programs put the signs of symbol fonts here; other private characters may be names.
_SYMBOL_FONT = range(0xF000, 0xF100)
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_MONTH = re.compile(r"\s*(\d{4})\s*[-./年]\s*(\d{1,2})\s*月?\s*", re.ASCII)
DIGITS = "零一二三四五六七八九"
_BLANK_LINES = re.compile(r"\n{3,}")


def long_date(day: date) -> str:
    """Return a day as 2025年10月9日, without leading zeros."""
    return f"{day.year}年{day.month}月{day.day}日"


def short_date(day: date) -> str:
    """Return a day as 10月9日."""
    return f"{day.month}月{day.day}日"


def span(start: datetime | None, end: datetime | None) -> str:
    """Return when a meeting was held: 2025年10月9日 15:00—16:50.

    An end on another day repeats its date; what is not known is left out.
    """
    if start is None:
        return ""
    if end is None or end.date() == start.date():
        return f"{long_date(start)} {hours(start, end)}"
    return f"{long_date(start)} {start:%H:%M}{_EM_RULE}{long_date(end)} {end:%H:%M}"


def hours(start: datetime | None, end: datetime | None) -> str:
    """Return the hours of a meeting without its day: 15:00—16:50; what is not known is left out."""
    if start is None:
        return ""
    return f"{start:%H:%M}{_EM_RULE}{end:%H:%M}" if end else f"{start:%H:%M}"


def month_title(month: str) -> str:
    """Return a month kept as `2025-10` as 2025年10月."""
    year, number = month.split("-")
    return f"{int(year)}年{int(number)}月"


def month_in(text: str) -> str:
    """Return a month as it was typed (`2025.1`, 2025年1月) as `2025-01`; empty if it is none."""
    found = _MONTH.fullmatch(text)
    if found is None or not 1 <= int(found[2]) <= 12:
        return ""
    return f"{found[1]}-{int(found[2]):02}"


def month_of(day: date) -> str:
    """Return the month of a day as it is kept, `2025-10`."""
    return f"{day.year:04}-{day.month:02}"


def month_ends(month: str) -> tuple[date, date]:
    """Return the first and the last day of a month kept as `2025-10`."""
    year, number = (int(part) for part in month.split("-"))
    return date(year, number, 1), date(year, number, monthrange(year, number)[1])


def whole_number(word: str) -> int:
    """Return a number below a thousand written in 汉字 (三十七) or in digits."""
    if word.isdecimal() and word.isascii():
        return int(word)
    total = digit = 0
    for sign in word.replace("〇", "零"):
        if sign == "百":
            total, digit = total + (digit or 1) * 100, 0
        elif sign == "十":
            total, digit = total + (digit or 1) * 10, 0
        else:
            digit = int(sign) if sign.isdecimal() else DIGITS.index(sign)
    return total + digit


def names_joined(names: Iterable[str]) -> str:
    """Return names with a 、 between them."""
    return "、".join(names)


def clean_pasted(text: str) -> str:
    """Return text from elsewhere without what cannot be seen or printed.

    Line ends become one kind, odd spaces plain ones, bullets of symbol fonts a middle dot.
    Invisible characters go, and so do spaces at both ends of a line, since the page indents by
    itself; more than one empty line in a row becomes one. Every word stays.
    """
    lines = _LINE_ENDS.sub("\n", text).split("\n")
    joined = "\n".join("".join(map(_shown, line)).strip() for line in lines)
    return _BLANK_LINES.sub("\n\n", joined).strip("\n")


def _shown(character: str) -> str:
    """Return what stands for a character: itself, a space, a bullet, or nothing."""
    if character == "\t":
        return " "
    if ord(character) in _SYMBOL_FONT:
        return _BULLET
    match unicodedata.category(character):
        case "Zs":
            return character if character == "\u3000" else " "
        case "Cc" | "Cf" | "Cs":
            return ""
        case _:
            # Also what this Python does not know yet: characters of rare names are still added.
            return character
