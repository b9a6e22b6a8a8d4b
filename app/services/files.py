"""Files the user names: read whole, and written whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from app.errors import InvalidInputError

_BINARY = getattr(os, "O_BINARY", 0)

_REASONS = {
    errno.ENOSPC: "磁盘已满，请清理出空间后再试",
    errno.EDQUOT: "磁盘配额已满，请清理出空间后再试",
    errno.EACCES: "没有权限，请换一个文件夹，或请管理员开放权限",
    errno.EPERM: "没有权限，请换一个文件夹，或请管理员开放权限",
    errno.EROFS: "这个磁盘是只读的，请换一个位置",
    errno.ENAMETOOLONG: "文件名太长，请改短",
    errno.ENOTDIR: "路径里有一段是文件而不是文件夹，请改正",
    errno.EINVAL: "文件名里有不能用的字符，请改正",
    errno.EBUSY: "文件正被别的程序占用，请先关闭它",
}


def read_whole(path: Path) -> bytes:
    """Return the content of a file the user named.

    Raises:
        InvalidInputError: there is no such file, or it cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InvalidInputError(f"找不到文件“{path}”，请检查路径。") from error
    except IsADirectoryError as error:
        raise InvalidInputError(f"“{path}”是文件夹，请写出文件名。") from error
    except (OSError, ValueError) as error:
        raise _unusable("读不了", path, error) from error


def write_whole(path: Path, content: bytes) -> None:
    """Write a file the user named; until it is whole, what was there before stays.

    What is no plain file, such as a pipe, is written to as it is.

    Raises:
        InvalidInputError: its folder is not there, or it cannot be written; nothing partial is
            left.
    """
    try:
        if path.is_dir():
            raise InvalidInputError(f"“{path}”是文件夹，请写出文件名。")
        if path.exists() and not path.is_file():
            path.write_bytes(content)
            return
        target = path.resolve()
        if not target.parent.is_dir():
            raise InvalidInputError(f"没有文件夹“{path.parent}”，请先建立它，或换一个位置。")
        _replace(target, content)
    except (OSError, ValueError) as error:
        raise _unusable("写不了", path, error) from error


def _replace(target: Path, content: bytes) -> None:
    part = target.with_name(f".{target.name[:40]}.{os.getpid()}.part")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o666)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _unusable(what: str, path: Path, error: OSError | ValueError) -> InvalidInputError:
    code = error.errno if isinstance(error, OSError) else errno.EINVAL
    reason = _REASONS.get(code or 0, "请换一个位置再试")
    return InvalidInputError(f"{what}文件“{path}”：{reason}。")
