"""Files dropped onto a section."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QDropEvent


def dropped_files(event: QDropEvent, suffixes: Collection[str]) -> list[Path]:
    """Return the files a drag carries whose names end in one of the suffixes."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in suffixes]
