"""Party dues (党费): what is due, and money as it is typed and printed; all in whole fen."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from functools import lru_cache

from app.errors import InvalidInputError
from app.records import DuesRow, Member

# Word of a branch's rounding → (step in fen, how): 四舍五入 for the first three, 只入不舍 after.
_ROUNDING_STEPS = {
    "分": (1, ROUND_HALF_UP),
    "角": (10, ROUND_HALF_UP),
    "元": (100, ROUND_HALF_UP),
    "分进位": (1, ROUND_CEILING),
    "角进位": (10, ROUND_CEILING),
    "元进位": (100, ROUND_CEILING),
}
ROUNDINGS = tuple(_ROUNDING_STEPS)

# Highest base in fen of each band and its rate; the whole base takes one rate.
_WAGE_BANDS = (
    (3_000_00, Decimal("0.005")),
    (5_000_00, Decimal("0.01")),
    (10_000_00, Decimal("0.015")),
    (None, Decimal("0.02")),
)
_RETIRED_BANDS = ((5_000_00, Decimal("0.005")), (None, Decimal("0.01")))
_BANDS = {
    "工资制": _WAGE_BANDS,
    "年薪制": _WAGE_BANDS,
    "非按月": _WAGE_BANDS,
    "离退休": _RETIRED_BANDS,
}
FIXED_DUE_FEN = 20
FARMER = "农民"
FARMER_LEAST_FEN, FARMER_MOST_FEN = 20, 100

_YUAN = re.compile(r"(?P<yuan>\d{1,12}|\d{1,3}(,\d{3}){1,3})(\.(?P<fen>\d{1,2}))?", re.ASCII)

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_PLACES = ("", "拾", "佰", "仟")
_SECTIONS = ("", "万", "亿")
_MOST_FEN = 10**12 * 100


@dataclass(frozen=True, slots=True)
class DuesDue:
    """What a member owes for a month: `rate` is a fraction, `None` for fixed amounts."""

    rate: Decimal | None
    due_fen: int


def needs_base(kind: str) -> bool:
    """Tell whether members of this dues kind pay by an approved base."""
    return kind in _BANDS


@lru_cache(maxsize=1024)
def due(kind: str, base_fen: int | None, rounding: str) -> DuesDue:
    """Return rate and amount for a month's base, the whole base at one rate.

    Farmers, students and those without wages pay a fixed amount whatever the base. Nothing is
    due yet from a member who pays by a base that has not been approved (`None`).

    Raises:
        InvalidInputError: the kind or rounding is unknown, or the base is negative.

    Source: 《关于中国共产党党费收缴、使用和管理的规定》(中组发 2008 年 3 号) 第一至六条. It says
    nothing of rounding, which is a setting of the branch.
    """
    if rounding not in _ROUNDING_STEPS:
        raise InvalidInputError(f"党费尾数办法“{rounding}”不能识别，请在支部设置里重新选择。")
    if kind in _BANDS:
        if base_fen is None:
            return DuesDue(None, 0)
        if base_fen < 0:
            raise InvalidInputError("党费基数不能是负数，请改正。")
        rate = next(rate for top, rate in _BANDS[kind] if top is None or base_fen <= top)
        return DuesDue(rate, _rounded(base_fen * rate, rounding))
    if kind in (FARMER, "学生", "下岗失业", "抚恤低保"):
        return DuesDue(None, FIXED_DUE_FEN)
    raise InvalidInputError(f"党费类别“{kind}”不能识别，请在党员信息里重新选择。")


def base_on(member: Member, month: str) -> int | None:
    """Return the approved base in fen that holds in a month (`2025-10`), `None` before any."""
    begun = [base for base in member.dues_bases if base.from_month <= month]
    if len(begun) == 1:
        return begun[0].base_fen
    return max(begun, key=lambda base: base.from_month).base_fen if begun else None


def paid_on_day(rows: Iterable[DuesRow], day: date) -> list[DuesRow]:
    """Return the rows that were paid on a day, in the order given."""
    return [row for row in rows if row.paid_on == day and row.paid_fen]


def total(rows: Iterable[DuesRow]) -> int:
    """Return what was paid in all, in fen."""
    return sum(row.paid_fen or 0 for row in rows)


def yuan(amount_fen: int) -> str:
    """Return an amount as `1696.97`."""
    sign = "-" if amount_fen < 0 else ""
    whole, rest = divmod(abs(amount_fen), 100)
    return f"{sign}{whole}.{rest:02}"


def parse_yuan(text: str) -> int:
    """Return the fen of an amount typed as `1696.97`, `1,696.97`, `15` or in full-width digits.

    Raises:
        InvalidInputError: the text is no amount of at most two decimals, or is negative.
    """
    found = _YUAN.fullmatch(unicodedata.normalize("NFKC", text).strip().removesuffix("元").strip())
    if found is None:
        raise InvalidInputError(
            f"“{text}”不是金额，请写成 1696.97 这样的数，最多两位小数，不带正负号。"
        )
    return int(found["yuan"].replace(",", "")) * 100 + int((found["fen"] or "").ljust(2, "0"))


def percent(rate: Decimal | None) -> str:
    """Return a rate as `1.5%`, or nothing for a fixed amount."""
    if rate is None:
        return ""
    digits = format(rate * 100, "f")
    return (digits.rstrip("0").rstrip(".") if "." in digits else digits) + "%"


def capitals(amount_fen: int) -> str:
    """Return an amount in capitals: 169697 fen is 壹仟陆佰玖拾陆元玖角柒分.

    Zeros inside are written as one 零, also between 元 and 分 when there are no 角; an amount
    without 分 ends in 整.

    Raises:
        InvalidInputError: the amount is negative or too large to be dues.

    Source: 《支付结算办法》(银发 1997 年 393 号) 附一 《正确填写票据和结算凭证的基本规定》.
    """
    if not 0 <= amount_fen < _MOST_FEN:
        raise InvalidInputError("金额超出可以写成大写的范围，请检查。")
    whole, rest = divmod(amount_fen, 100)
    tenths, hundredths = divmod(rest, 10)
    text = f"{_whole(whole)}元" if whole else ""
    if tenths:
        text += f"{_DIGITS[tenths]}角"
    elif hundredths and whole:
        text += "零"
    if hundredths:
        return text + f"{_DIGITS[hundredths]}分"
    return (text or "零元") + "整"


def _rounded(exact_fen: Decimal, rounding: str) -> int:
    step, how = _ROUNDING_STEPS[rounding]
    return int((exact_fen / step).quantize(Decimal(1), rounding=how)) * step


def _whole(number: int) -> str:
    sections = []
    while number:
        number, section = divmod(number, 10_000)
        sections.append(section)
    text, gap = "", False
    for index in range(len(sections) - 1, -1, -1):
        section = sections[index]
        if not section:
            gap = True
            continue
        if text and (gap or section < 1000):
            text += "零"
        text, gap = text + _section(section) + _SECTIONS[index], False
    return text


def _section(number: int) -> str:
    text, gap = "", False
    for place in range(3, -1, -1):
        digit = number // 10**place % 10
        if not digit:
            gap = bool(text)
            continue
        text, gap = text + ("零" if gap else "") + _DIGITS[digit] + _PLACES[place], False
    return text
