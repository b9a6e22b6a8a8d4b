"""What the commands of the command line have in common: the folder, the records, and words."""

from __future__ import annotations

import argparse
import contextlib
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from app import paths
from app.errors import InvalidInputError

if TYPE_CHECKING:
    from app.services import Services

GOOD, FINDINGS, ERROR = 0, 1, 2

Group = argparse._ArgumentGroup  # noqa: SLF001 - argparse has no other name for what it returns

_MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")
_YEAR = re.compile(r"[1-9][0-9]{3}")


def folder_of(arguments: argparse.Namespace) -> Path:
    """Return the folder of records a command is for."""
    folder: Path | None = arguments.data
    return folder or paths.user_data_folder()


@contextlib.contextmanager
def opened(arguments: argparse.Namespace) -> Iterator[Services]:
    """Open the records a command is for, and close them without a backup."""
    from app.services import Services

    services = Services.open(folder_of(arguments))
    try:
        yield services
    finally:
        services.close(backup=False)


def spare_records(target: Path, arguments: argparse.Namespace) -> None:
    """Refuse to write over the very records that are being read.

    Raises:
        InvalidInputError: the target is the file of records.
    """
    folder = folder_of(arguments)
    if target.name.startswith("records.") and target.resolve().parent == folder.resolve():
        raise InvalidInputError(f"“{target}”是记录本身的文件，请换一个文件名。")


def say(words: str | bytes) -> None:
    """Write a line, or a whole document, to stdout, if there is one.

    Raises:
        InvalidInputError: it cannot be written to.
    """
    try:
        if isinstance(words, bytes):
            sys.stdout.buffer.write(words)
            sys.stdout.buffer.flush()
        else:
            print(words, flush=True)
    except BrokenPipeError:
        raise
    except OSError as error:
        drop_output()
        raise InvalidInputError("结果写不到标准输出，请检查磁盘空间。") from error


def complain(sentence: str) -> None:
    """Write a line to stderr."""
    print(" ".join(sentence.split("\n")), file=sys.stderr)


def drop_output() -> None:
    """Let nothing more be written, so that the interpreter does not stumble on its way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def month(text: str) -> str:
    """Return a month as it was asked for, `2025-10`.

    Raises:
        ArgumentTypeError: it is none.
    """
    if _MONTH.fullmatch(text) is None:
        raise argparse.ArgumentTypeError(f"“{text}”不是月份，请写成 2025-10 这样")
    return text


def year(text: str) -> str:
    """Return a year as it was asked for, `2025`.

    Raises:
        ArgumentTypeError: it is none.
    """
    if _YEAR.fullmatch(text) is None:
        raise argparse.ArgumentTypeError(f"“{text}”不是年份，请写成 2025 这样")
    return text


def path(text: str) -> Path:
    """Return a path as it was asked for.

    Raises:
        ArgumentTypeError: it is empty or can be none.
    """
    if not text or "\0" in text:
        raise argparse.ArgumentTypeError("路径是空的，请写出文件或文件夹")
    return Path(text)
