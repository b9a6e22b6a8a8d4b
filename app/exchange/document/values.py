"""Amounts and rates between the document's words and whole fen."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from app.exchange.document.node import Node
from app.rules.dues import parse_yuan, percent, yuan

NO_RATE = "无"
_LARGEST_FRACTION = Decimal("0.1")
_HUNDRED = Decimal(100)


def read_money(node: Node) -> int | None:
    """Return an amount in fen, `None` when absent."""
    return parse_yuan(node.value) if node else None


def read_amount(node: Node) -> int:
    """Return an amount in fen that may be taken off, as `-126.75`."""
    text = node.line()
    amount_fen = parse_yuan(text.removeprefix("-"))
    return -amount_fen if text.startswith("-") else amount_fen


def written_amount(amount_fen: int) -> str:
    """Return an amount as `read_amount` reads it."""
    return f"-{yuan(-amount_fen)}" if amount_fen < 0 else yuan(amount_fen)


def read_rate(node: Node) -> Decimal | None:
    """Return a rate as a fraction; `None` when absent or when there is none (无).

    `1.5%` and `1.5` are percent. A number without the sign below 0.1 is a fraction: no band is as
    low as 0.1 %, none as high as ten.

    Raises:
        InvalidDocumentError: the rate is above 100 %.
    """
    if not node or node.value == NO_RATE:
        return None
    text = str(node.value)
    number = Decimal(text.removesuffix("%"))
    if text.endswith("%") or number >= _LARGEST_FRACTION:
        number /= _HUNDRED
    if number > 1:
        raise node.refused("比例不能超过 100%")
    return number.normalize()


def written_rate(rate: Decimal | None) -> str:
    """Return a rate as `1.5%`, or 无."""
    return NO_RATE if rate is None else percent(rate)


def written_decimal(number: Decimal | None) -> str | None:
    """Return the shortest digits of a number."""
    return None if number is None else format(number.normalize(), "f")


def without_empty(written: Mapping[str, object]) -> dict[str, Any]:
    """Return an object without the keys that have nothing to say; false and zero stay."""
    return {
        key: value
        for key, value in written.items()
        if value is not None and value not in ("", [], {})
    }
