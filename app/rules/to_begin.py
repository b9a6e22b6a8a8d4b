"""The place of a meeting that is not there yet, by which the window offers to begin it."""

from __future__ import annotations

from typing import NamedTuple

_NEW = "new"


class ToBegin(NamedTuple):
    """A meeting to begin: its month (`2025-10`) and its kind."""

    month: str
    kind: str

    @property
    def place(self) -> str:
        """Return the place to jump to, such as `new/2025-10/党课`."""
        return f"{_NEW}/{self.month}/{self.kind}"


def to_begin(place: str) -> ToBegin | None:
    """Return the meeting a place stands for, `None` where it is that of something else."""
    word, *rest = place.split("/")
    return ToBegin(*rest) if word == _NEW and len(rest) == len(ToBegin._fields) else None
