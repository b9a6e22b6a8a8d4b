"""What comes in from the clipboard, and days and times as people type them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, time

from PySide6.QtGui import QGuiApplication

_DAY = re.compile(r"(?:(\d{4}|\d{2})[年./-])?(\d{1,2})[月./-](\d{1,2})[日号]?")
_DIGITS = re.compile(r"(\d{4})?(\d{2})(\d{2})")
_TIME = re.compile(r"(上午|早上|下午|晚上|中午)?(\d{1,2})(?:[:点时.](\d{1,2}|半)?分?)?")
_FOUR = re.compile(r"(\d{1,2})(\d{2})")


def clipboard_text() -> str:
    """Return the clipboard's text, cleaned of what Word and web pages bring along."""
    return clean(QGuiApplication.clipboard().text())


def clean(text: str) -> str:
    """Return pasted text as plain paragraphs."""
    from app.rules.texts import clean_pasted

    return clean_pasted(text)


def one_line(text: str) -> str:
    """Return a text on one line."""
    return " ".join(text.split())


def read_day(text: str, near: date) -> date | None:
    """Return the day a text means, or `None` when it is none.

    `2025-10-9`, `2025年10月9日`, `10.9`, `10月9号`, `1009` and `20251009` are read; a year left
    out is that of `near`.
    """
    text = "".join(unicodedata.normalize("NFKC", text).split())
    found = _DAY.fullmatch(text) or _DIGITS.fullmatch(text)
    if found is None:
        return None
    year = near.year if found[1] is None else int(found[1])
    if year < 100:
        year += 2000
    try:
        return date(year, int(found[2]), int(found[3]))
    except ValueError:
        return None


def read_time(text: str) -> time | None:
    """Return the time a text means, or `None` when it is none.

    `15:00`, `15：00`, `1500`, `15`, `15点30`, `下午3点半` are read.
    """
    text = "".join(unicodedata.normalize("NFKC", text).split())
    four = _FOUR.fullmatch(text) if len(text) > 2 else None
    if four is not None:
        return _time(int(four[1]), int(four[2]))
    found = _TIME.fullmatch(text)
    if found is None:
        return None
    minute = 30 if found[3] == "半" else int(found[3] or 0)
    hour = int(found[2])
    if (
        found[1] in ("下午", "晚上", "中午")
        and hour < 12
        and not (found[1] == "中午" and hour > 10)
    ):
        hour += 12
    return _time(hour, minute)


def _time(hour: int, minute: int) -> time | None:
    return time(hour, minute) if hour < 24 and minute < 60 else None


def show_day(day: date | None) -> str:
    """Return a day as `2025-10-09`, the form that sorts and is typed fastest."""
    return "" if day is None else day.isoformat()


def show_time(moment: time | None) -> str:
    """Return a time as `15:00`."""
    return "" if moment is None else moment.isoformat(timespec="minutes")
