"""An undo step for values that are kept the moment they change."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtGui import QUndoCommand

T = TypeVar("T")


class KeptStep(QUndoCommand, Generic[T]):
    """From one value to another; `keep` is called with the one to go to, except at first."""

    def __init__(self, label: str, keep: Callable[[T], object], before: T, after: T) -> None:
        super().__init__(label)
        self._keep = keep
        self._before = before
        self._after = after
        self._is_new = True

    def redo(self) -> None:
        """Go to the later value; nothing to do while the change has only just been made."""
        if self._is_new:
            self._is_new = False
        else:
            self._keep(self._after)

    def undo(self) -> None:
        """Go back to the earlier value."""
        self._keep(self._before)
