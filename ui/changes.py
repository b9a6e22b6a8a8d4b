"""The one hop from a write to the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services import Services


class Changes(QObject):
    """Tells what was written, in the main thread, whatever thread wrote it.

    `changed` carries a frozenset of areas such as `meetings` or `members`.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop: Callable[[], None] | None = None

    def follow(self, services: Services) -> None:
        """Pass on what these services write from now on."""
        self.stop()
        self._stop = services.listen(self.changed.emit)

    def stop(self) -> None:
        """Listen no longer."""
        if self._stop is not None:
            self._stop()
            self._stop = None
