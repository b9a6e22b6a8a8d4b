"""What a rule finds wrong in a fill-in page."""

from __future__ import annotations

from typing import Literal, NamedTuple


class EntryFault(NamedTuple):
    """A fault in the values of an entry: its level, the field to look at and a sentence.

    The level is E (must be put right), W (should be looked at) or I (for information). `number` is
    given where it is another than the one the page's faults have.
    """

    level: Literal["E", "W", "I"]
    field: str
    sentence: str
    number: int = 0
