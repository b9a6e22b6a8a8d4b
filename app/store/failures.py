"""The one place where what the database reports becomes a sentence a user can act on."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm.exc import StaleDataError

from app.errors import (
    DamagedFileError,
    DiskFullError,
    DuplicateError,
    InUseError,
    ReadOnlyFileError,
    StaleError,
    StoreError,
)
from app.log import get_logger
from app.store.folders import give_up_ballast

_BUSY, _LOCKED, _READ_ONLY, _IO_ERROR, _CORRUPT, _FULL, _CANNOT_OPEN, _NOT_A_DATABASE = (
    5,
    6,
    8,
    10,
    11,
    13,
    14,
    26,
)

STALE = "这条记录在你编辑期间已被改动，没有保存以免覆盖。你输入的内容还在，请对照新内容后再保存。"
DAMAGED = "记录文件已损坏。请停止编辑，从最近的备份恢复（zhibu restore）。"

_SENTENCES: dict[int, tuple[type[StoreError], str]] = {
    _BUSY: (InUseError, "记录正被另一个程序占用。请稍等几秒再保存；输入的内容还在。"),
    _LOCKED: (InUseError, "记录正被另一个程序占用。请稍等几秒再保存；输入的内容还在。"),
    _READ_ONLY: (
        ReadOnlyFileError,
        "记录文件是只读的，存不进去。请取消“只读”属性或关掉 U 盘写保护再保存；输入的内容还在。",
    ),
    _IO_ERROR: (
        StoreError,
        "磁盘读写出错（U 盘可能被拔出）。请检查磁盘或插好 U 盘后再保存；输入的内容还在。",
    ),
    _CORRUPT: (DamagedFileError, DAMAGED),
    _FULL: (DiskFullError, "磁盘已满，没有保存。请清理磁盘后再保存一次；输入的内容还在。"),
    _CANNOT_OPEN: (
        StoreError,
        "打不开记录文件。请确认文件夹还在、有读写权限、U 盘已插好，再试一次。",
    ),
    # The header's verifier has already accepted the key, so what cannot be read is damaged.
    _NOT_A_DATABASE: (DamagedFileError, DAMAGED),
}

_log = get_logger(__name__)


@contextmanager
def mapped_failures(folder: Path) -> Iterator[None]:
    """Turn what the database reports into an `AppError`; everything else is a bug and passes."""
    try:
        yield
    except StaleDataError as error:
        raise StaleError(STALE) from error
    except DBAPIError as error:
        raise_mapped(error.orig, folder, error)
        raise
    except sqlcipher3.Error as error:
        raise_mapped(error, folder, error)
        raise


@contextmanager
def mapped_file_failures(folder: Path) -> Iterator[None]:
    """Turn what the system reports about plain files into an `AppError`."""
    try:
        yield
    except PermissionError as error:
        raise ReadOnlyFileError(_SENTENCES[_READ_ONLY][1]) from error
    except OSError as error:
        raise _from_system(error, folder) from error


def raise_mapped(reported: BaseException | None, folder: Path, cause: BaseException) -> None:
    """Raise the `AppError` for an error of the database, if there is one."""
    # The extended code names the same thing in its lowest byte.
    code = getattr(reported, "sqlite_errorcode", 0) & 0xFF
    if code in _SENTENCES:
        kind, sentence = _SENTENCES[code]
        _log.warning("database reported %d", code)
        if code == _FULL:
            give_up_ballast(folder)
        raise kind(sentence) from cause
    if "UNIQUE constraint failed" in str(reported):
        raise DuplicateError("已经有一条同样的记录，没有重复保存。请查看已有的那一条。") from cause


def _from_system(error: OSError, folder: Path) -> StoreError:
    if error.errno == errno.ENOSPC:
        give_up_ballast(folder)
        return DiskFullError(_SENTENCES[_FULL][1])
    if error.errno == errno.EROFS:
        return ReadOnlyFileError(_SENTENCES[_READ_ONLY][1])
    return StoreError(_SENTENCES[_IO_ERROR][1])
