"""The frozen program works on its own, away from the source and its Python."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "dist" / "zhibu"
PROGRAM = FOLDER / ("zhibu-cli.exe" if os.name == "nt" else "zhibu")
INGREDIENTS = ("app", "ui", "resources", "pyinstaller.spec", "requirements.lock")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        importlib.util.find_spec("PyInstaller") is None, reason="PyInstaller is not installed"
    ),
    pytest.mark.skipif(
        sys.platform == "linux" and shutil.which("objdump") is None,
        reason="PyInstaller needs objdump: apt-get install binutils",
    ),
]


def is_fresh() -> bool:
    """Tell whether what lies in dist was frozen after the last change of anything in it."""
    if not PROGRAM.exists():
        return False
    files = [
        path
        for name in INGREDIENTS
        for path in [ROOT / name, *(ROOT / name).rglob("*")]
        if path.is_file() and path.suffix != ".pyc"
    ]
    return max(path.stat().st_mtime for path in files) < PROGRAM.stat().st_mtime


@pytest.fixture(scope="module")
def program() -> Path:
    if not is_fresh():
        done = subprocess.run(
            [sys.executable, "dev.py", "build"], cwd=ROOT, capture_output=True, check=False
        )
        assert done.returncode == 0, (done.stdout + done.stderr).decode(errors="replace")
    return PROGRAM


def run_alone(program: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run the frozen program with nothing around it that could lead back to the source."""
    folder.mkdir(exist_ok=True)
    environment = {
        "HOME": str(folder),
        "PATH": os.defpath,
        "QT_QPA_PLATFORM": "offscreen",
        "ZHIBU_HOME": str(folder / "home"),
        **{name: os.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in os.environ},
    }
    return subprocess.run(
        [program, *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def test_frozen_program_passes_its_own_test(program: Path, tmp_path: Path) -> None:
    done = run_alone(program, tmp_path / "desk", "--selftest")
    assert done.returncode == 0, done.stdout + done.stderr


def test_frozen_program_prints_a_month(program: Path, tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    data = ("--data", str(desk / "records"))
    assert run_alone(program, desk, *data, "sample").returncode == 0
    done = run_alone(program, desk, *data, "print", "--month", "2025-10", "--out", "month.pdf")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (desk / "month.pdf").read_bytes().startswith(b"%PDF-1.4")


def test_licence_texts_travel_with_the_program(program: Path) -> None:
    texts = program.parent / "_internal" / "licenses"
    assert (texts / "LGPL-3.0.txt").is_file()
    assert any((texts / "sqlalchemy").iterdir())
    assert (program.parent / "_internal" / "THIRD-PARTY-NOTICES").is_file()


def test_unused_qt_stays_out(program: Path) -> None:
    names = [path.name.lower() for path in (program.parent / "_internal").rglob("*")]
    unused = ("qml", "quick", "webengine", "qtsql", "gtk-3", "virtualkeyboard")
    assert [name for name in names if any(word in name for word in unused)] == []
    assert [name for name in names if name.endswith(".qm")] == ["qtbase_zh_cn.qm"]
