from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui.__main__ import main, window_arguments

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], (None, False)),
        (["--sample"], (None, True)),
        (["--data", "x"], (Path("x"), False)),
        (["--data=x", "--sample"], (Path("x"), True)),
        (["--data", "x", "verify"], None),
        (["verify"], None),
        (["--selftest"], None),
        (["--help"], None),
        (["--data"], None),
    ],
)
def test_the_window_is_meant_when_nothing_else_is(
    words: list[str], expected: tuple[Path | None, bool] | None
) -> None:
    assert window_arguments(words) == expected


def test_without_a_screen_it_says_so_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 2
    assert "没有图形界面" in capsys.readouterr().err


def test_the_first_paint_needs_neither_store_nor_printing(tmp_path: Path) -> None:
    code = (
        "import sys, ui.__main__ as program\n"
        "program._open = lambda *a, **k: (print(*sorted(sys.modules)), sys.exit())\n"
        "program.main([])\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | {"ZHIBU_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = set(ran.stdout.split())
    heavy = {"sqlalchemy", "sqlcipher3", "reportlab", "openpyxl", "docx", "alembic", "PIL"}
    assert "PySide6.QtWidgets" in loaded
    assert heavy & loaded == set()
