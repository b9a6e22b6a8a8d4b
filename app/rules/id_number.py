"""The number of a resident (公民身份号码): whether it can be right, and what it tells.

Source: GB 11643-1999.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECKS = "10X98765432"
_FORM = re.compile(r"\d{17}[\dX]", re.ASCII)
DIGITS = 18
_SHOWN_FIRST, _SHOWN_LAST = 6, 4


def tidy(text: str) -> str:
    """Return a number as it is kept: half-width, without blanks, its X a capital."""
    return "".join(unicodedata.normalize("NFKC", text).split()).upper()


def check_digit(first: str) -> str:
    """Return the last character that belongs to the 17 digits before it.

    Source: GB 11643-1999, 附录A (ISO 7064:1983, MOD 11-2).
    """
    return _CHECKS[sum(int(one) * weight for one, weight in zip(first, _WEIGHTS, strict=True)) % 11]


def fault(number: str) -> str:
    """Return a Chinese sentence on what cannot be right in a number; empty when all can be."""
    if not number:
        return ""
    if len(number) != DIGITS:
        return f"公民身份号码应为{DIGITS}位，现在是{len(number)}位，请对照身份证核对。"
    if _FORM.fullmatch(number) is None:
        return "公民身份号码前17位应为数字，末位是数字或X，请对照身份证核对。"
    if born_in(number) is None:
        return f"公民身份号码第7—14位“{number[6:14]}”不是一个日期，请对照身份证核对。"
    right = check_digit(number[:17])
    if number[17] != right:
        return "公民身份号码的末位与前17位对不上，可能输错了一位，请对照身份证核对。"
    return ""


def born_in(number: str) -> date | None:
    """Return the day of birth a number names, `None` where it names none."""
    try:
        return date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return None


def gender_in(number: str) -> str:
    """Return 男 or 女 as a sound number says.

    Source: GB 11643-1999, 4.2.3 (the order number is odd for men).
    """
    return "男" if int(number[16]) % 2 else "女"


def disagreements(number: str, born: str, gender: str) -> list[str]:
    """Return sentences on where a sound number and what else is kept do not agree.

    The personnel file may well be older than the number and goes first: these are hints. `born` is
    `1978-04` or `1978-04-12`, empty where not known.
    """
    if fault(number) or not number:
        return []
    told, found = born_in(number), []
    assert told is not None  # a number without a fault names a day
    if born and not told.isoformat().startswith(born):
        shown = told.isoformat()[: len(born)]
        found.append(f"身份号码里的出生日期是{shown}，出生年月填的是{born}，以档案认定的为准。")
    if gender and gender != gender_in(number):
        found.append(f"身份号码表示{gender_in(number)}性，性别填的是“{gender}”，请核对。")
    return found


def masked(number: str) -> str:
    """Return a number with its middle hidden: the first six and the last four are shown."""
    hidden = len(number) - _SHOWN_FIRST - _SHOWN_LAST
    if hidden <= 0:
        return "*" * len(number)
    return number[:_SHOWN_FIRST] + "*" * hidden + number[-_SHOWN_LAST:]
