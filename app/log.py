"""The log: one small rotating file in the user's profile, without any member's data.

Log what the program did, by table, key and number; never a name, a text or a path that holds one.
"""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_ROOT = "zhibu"
_LIMIT_BYTES = 512 * 1024
_KEPT_FILES = 3


def get_logger(name: str) -> logging.Logger:
    """Return the logger of a module; call it once with `__name__` at the top of the module."""
    return logging.getLogger(f"{_ROOT}.{name}")


def start_file_log(folder: Path) -> Path:
    """Write everything logged from now on to `zhibu.log` in a folder, and return its path.

    The folder is made when missing. Called again, the log moves to the new folder.

    Raises:
        OSError: The folder or the file cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "zhibu.log"
    handler = RotatingFileHandler(
        path, maxBytes=_LIMIT_BYTES, backupCount=_KEPT_FILES, encoding="utf-8", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    stop_file_log()
    root = logging.getLogger(_ROOT)
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    root.propagate = False
    return path


def stop_file_log() -> None:
    """Close the log file, so that its folder can be moved or removed."""
    root = logging.getLogger(_ROOT)
    for handler in list(root.handlers):
        root.removeHandler(handler)
        handler.close()
    root.propagate = True
