"""A value of the document that knows where it stands, so that a refusal can name the place."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from app.errors import InvalidDocumentError

_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_SEPARATORS = re.compile("[、，,]")
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Node:
    """A value and its JSON path; the schema has already seen to its type."""

    value: Any
    path: str = "$"

    def __bool__(self) -> bool:
        """Tell whether there is anything to read: nothing, `null` and empty text count alike."""
        return self.value not in (None, "", [], {})

    def __getitem__(self, key: str) -> Node:
        value = self.value.get(key) if isinstance(self.value, dict) else None
        return Node(value, step(self.path, key))

    def __contains__(self, key: str) -> bool:
        return isinstance(self.value, dict) and self.value.get(key) is not None

    def items(self) -> Iterator[Node]:
        """Yield the entries of a list."""
        for index, value in enumerate(self.value or []):
            yield Node(value, step(self.path, index))

    def words(self) -> list[Node]:
        """Return the entries of a list, or of one line of words joined by 、."""
        if not isinstance(self.value, str):
            return list(self.items())
        words = (word.strip() for word in _SEPARATORS.split(self.value))
        return [Node(word, self.path) for word in words if word]

    def text(self) -> str:
        """Return a text with plain line feeds, empty when absent."""
        return "" if self.value is None else str(self.value).replace("\r\n", "\n")

    def line(self) -> str:
        """Return a text without blanks around it, empty when absent."""
        return self.text().strip()

    def whole(self) -> int | None:
        """Return a whole number."""
        return None if self.value is None else int(self.value)

    def flag(self) -> bool | None:
        """Return a yes or no."""
        return None if self.value is None else bool(self.value)

    def decimal(self) -> Decimal | None:
        """Return a decimal number, written as text or as a number."""
        return None if self.value is None else Decimal(str(self.value)).normalize()

    def day(self) -> date | None:
        """Return a day of the calendar.

        Raises:
            InvalidDocumentError: there is no such day.
        """
        if self.value is None:
            return None
        try:
            return date.fromisoformat(self.value)
        except ValueError:
            raise self.refused(f"没有{shown(self.value)}这一天，请改正") from None

    def time(self) -> datetime | None:
        """Return a local time to the minute.

        Raises:
            InvalidDocumentError: there is no such time.
        """
        if self.value is None:
            return None
        try:
            return datetime.fromisoformat(self.value)
        except ValueError:
            raise self.refused(f"没有{shown(self.value)}这个时间，请改正") from None

    def refused(self, sentence: str) -> InvalidDocumentError:
        """Return the refusal of this value, to be raised."""
        return InvalidDocumentError(self.path, f"{sentence}。")


def step(path: str, key: object) -> str:
    """Return the JSON path one step down.

    Source: RFC 9535, section 2.3.
    """
    if isinstance(key, int):
        return f"{path}[{key}]"
    if _PLAIN_KEY.fullmatch(str(key)):
        return f"{path}.{key}"
    return f"{path}[{shown(key)}]"


def shown(value: object) -> str:
    """Return a value as it stands in the document, on one line and not too long."""
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
