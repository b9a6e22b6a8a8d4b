"""The command line under test: what was run, what it said, and what is on its pages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

from app.__main__ import main


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


class Program:
    """The program on one folder of records."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def __call__(self, *arguments: object) -> Ran:
        self._capsys.readouterr()
        code = main(["--data", str(self.folder), *map(str, arguments)])
        said = self._capsys.readouterr()
        return Ran(code, said.out, said.err)


def is_one_chinese_line(text: str) -> bool:
    return (
        text.count("\n") == 1
        and any("\u4e00" <= character <= "\u9fff" for character in text)
        and "Traceback" not in text
    )


def refused(ran: Ran) -> str:
    assert ran.code == 2
    assert ran.out == ""
    assert is_one_chinese_line(ran.err), ran.err
    return ran.err


def pages_in(path: Path) -> list[str]:
    opened = pypdfium2.PdfDocument(path)
    found = ["".join(page.get_textpage().get_text_range().split()) for page in opened]
    opened.close()
    return found
