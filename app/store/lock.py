"""One program at a time: a lock of the operating system, held while the records are open.

The system drops it when the program ends, however it ends, so that nothing has to be cleaned up
after a crash.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import BinaryIO

from app import clock
from app.errors import InUseError, ReadOnlyFileError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# On Windows a locked byte cannot be read by others: lock one far behind the text.
_LOCKED_BYTE = 1 << 30


class FileLock:
    """The lock on one folder's records; `release` gives it back."""

    def __init__(self, path: Path) -> None:
        """Take the lock.

        Raises:
            InUseError: Another program, or another window of this one, holds it.
            ReadOnlyFileError: The lock file cannot be written.
        """
        try:
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        except PermissionError as error:
            raise ReadOnlyFileError(
                "记录所在的文件夹不能写入。请检查文件夹权限或 U 盘写保护开关后再打开。"
            ) from error
        self._stream: BinaryIO = os.fdopen(descriptor, "r+b")
        if not _try_lock(self._stream):
            since = self._stream.read(100).decode("utf-8", "replace")
            self._stream.close()
            raise InUseError(
                f"这份记录已在另一个窗口打开{f'（从 {since} 起）' if since else ''}。"
                "请切换到那个窗口，或关闭它后再打开。"
            )
        self._write(f"{clock.now():%Y-%m-%d %H:%M}")

    def release(self) -> None:
        """Give the lock back; a second time does nothing."""
        if not self._stream.closed:
            self._write("")
            _unlock(self._stream)
            self._stream.close()

    def _write(self, text: str) -> None:
        self._stream.seek(0)
        self._stream.truncate()
        self._stream.write(text.encode())
        self._stream.flush()


if sys.platform == "win32":

    def _try_lock(stream: BinaryIO) -> bool:
        stream.seek(_LOCKED_BYTE)
        try:
            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            stream.seek(0)
            return False
        return True

    def _unlock(stream: BinaryIO) -> None:
        stream.seek(_LOCKED_BYTE)
        msvcrt.locking(stream.fileno(), msvcrt.LK_UNLCK, 1)

else:

    def _try_lock(stream: BinaryIO) -> bool:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _unlock(stream: BinaryIO) -> None:
        fcntl.flock(stream, fcntl.LOCK_UN)
