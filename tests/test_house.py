"""The house itself: limits that no tool of `dev.py check` holds, and guards of those that do."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from app.paths import resource
from tools.shipped import shipped_packages

ROOT = Path(__file__).parents[1]
CONFIGURATION: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
SOURCES = sorted(
    path
    for folder in ("app", "ui", "tests", "tools")
    for path in (ROOT / folder).rglob("*.py")
    if "__pycache__" not in path.parts
)
MAX_LINES = 400


def tracked_files() -> list[Path]:
    """Return the files git knows, which a copy without its history cannot tell."""
    if not (ROOT / ".git").exists():
        pytest.skip("没有 git 历史：这份源码不是从仓库检出的")
    listing = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
    ).stdout.decode()
    return [path for name in listing.split("\0") if name and (path := ROOT / name).is_file()]


def names(paths: list[Path]) -> list[str]:
    return [path.relative_to(ROOT).as_posix() for path in paths]


def test_no_file_is_too_long_to_read() -> None:
    long = [path for path in SOURCES if len(path.read_text("utf-8").splitlines()) > MAX_LINES]
    assert names(long) == []


def test_nothing_is_left_for_later() -> None:
    marks = re.compile(r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
    assert names([path for path in SOURCES if marks.search(path.read_text("utf-8"))]) == []


def test_bugs_are_caught_in_two_places_only() -> None:
    catch_all = re.compile(r"except( \(?Exception\b.*)?:")
    allowed = {"ui/crash.py", "ui/jobs.py"}
    catching = [path for path in SOURCES if catch_all.search(path.read_text("utf-8"))]
    assert set(names(catching)) <= allowed


def test_every_help_topic_has_its_page() -> None:
    topic = re.compile(r"""help_topic(?:: ClassVar\[str\])? = "([\w-]+)"|\.help\("([\w-]+)"\)""")
    asked = {
        one or other
        for path in (ROOT / "ui").rglob("*.py")
        for one, other in topic.findall(path.read_text("utf-8"))
    }
    pages = {path.stem: path.read_text("utf-8") for path in resource("help").glob("*.md")}
    assert asked - set(pages) == set()
    assert [name for name, text in pages.items() if not text.startswith("# ")] == []


def test_tests_of_the_core_run_without_qt() -> None:
    qt = re.compile(r"^\s*(from|import) (PySide6|ui\b)|\bqtbot\b", re.MULTILINE)
    core = [path for path in SOURCES if path.is_relative_to(ROOT / "tests" / "app")]
    assert names([path for path in core if qt.search(path.read_text("utf-8"))]) == []


def test_no_tracked_file_names_a_registry() -> None:
    host = re.compile(rb"https?://[^\s/\"']*(pypi|pythonhosted|npm|debian|mirror|registry)")
    assert names([path for path in tracked_files() if host.search(path.read_bytes())]) == []


def test_dev_script_needs_the_standard_library_only() -> None:
    text = (ROOT / "dev.py").read_text("utf-8")
    tree = ast.parse(text, feature_version=(3, 8))  # an old Python must reach its refusal
    imported = {
        name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
        )
    }
    assert imported <= sys.stdlib_module_names


# --- packages ---------------------------------------------------------------------------------


def locked_versions() -> dict[str, str]:
    lines = (ROOT / "requirements.lock").read_text("utf-8").splitlines()
    pins = (line.split(";")[0].rstrip(" \\").split("==") for line in lines if "==" in line)
    return {canonicalize_name(name): version for name, version in pins}


def test_lock_names_no_host_and_a_hash_for_each_package() -> None:
    text = (ROOT / "requirements.lock").read_text("utf-8")
    assert not re.search(r"://|--(extra-)?index-url|--find-links", text)
    entries = re.findall(r"^[a-z].*?(?=^[a-z]|\Z)", text, re.MULTILINE | re.DOTALL)
    assert len(entries) == len(locked_versions())
    assert all("--hash=sha256:" in entry for entry in entries)


def test_lock_agrees_with_what_the_project_asks_for() -> None:
    locked = locked_versions()
    groups = CONFIGURATION["dependency-groups"]
    for line in CONFIGURATION["project"]["dependencies"] + groups["dev"]:
        requirement = Requirement(line)
        assert locked[canonicalize_name(requirement.name)] in requirement.specifier, line


def test_every_shipped_package_is_in_the_notices() -> None:
    text = (ROOT / "THIRD-PARTY-NOTICES").read_text("utf-8")
    listed = {canonicalize_name(line.split("  ")[0]) for line in text.splitlines() if line}
    assert set(shipped_packages()) - listed == set()


COUNT_REFERENCES = """
import sys
from PySide6.QtCore import QObject, Signal

class Bell(QObject):
    rung = Signal(bool, object)

heard = []
bell = Bell()
bell.rung.connect(lambda *values: heard.append(None))
bell.rung.emit(True, None)
before = sys.getrefcount(True), sys.getrefcount(None)
for _ in range(300):
    bell.rung.emit(True, None)
rung = len(heard)
heard.clear()
print(rung, sys.getrefcount(True) - before[0], sys.getrefcount(None) - before[1])
"""


@pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="True and None are immortal from Python 3.12 on"
)
def test_signals_keep_the_references_to_true_and_none() -> None:
    """PySide6 6.12.0 on Python 3.11 lost one of each per signal and aborted after hundreds.

    A process of its own: other tests and their threads take and leave references too.
    """
    answer = subprocess.run(
        [sys.executable, "-c", COUNT_REFERENCES], capture_output=True, text=True, check=True
    )
    rung, lost_true, lost_none = map(int, answer.stdout.split())
    assert rung == 301
    assert abs(lost_true) < 100
    assert abs(lost_none) < 100


# --- import directions ------------------------------------------------------------------------

CONTRACTS = {entry["id"]: entry for entry in CONFIGURATION["tool"]["importlinter"]["contracts"]}
LAYERS = CONTRACTS["layers"]["layers"]
PARTS = {module for layer in LAYERS for module in re.split(r" [|:] ", layer)}
AT_HOME = {  # the parts that may import what no other may
    "sqlalchemy": {"app.records", "app.store"},
    "reportlab": {"app.printing"},
    "office": {"app.exchange"},
}
ALLOWED = {
    "app/records/__init__.py": "import sqlalchemy",
    "app/store/__init__.py": "import alembic, sqlalchemy.orm, sqlcipher3, app.rules, app.records",
    "app/printing/__init__.py": "import reportlab.pdfgen, app.manual",
    "app/exchange/__init__.py": "import docx, openpyxl, app.errors",
    "app/services/__init__.py": "import app.store, app.printing, app.exchange",
    "app/commands/__init__.py": "import app.services",
    "app/__main__.py": "import app.commands, app.services",
    "ui/__init__.py": "import PySide6.QtCore, app.services, app.records, app.rules, app.manual",
}
FORBIDDEN = [
    ("app/records/__init__.py", "import app.rules", "layers"),
    ("app/manual/__init__.py", "import app.store", "layers"),
    ("app/rules/__init__.py", "import app.services", "layers"),
    ("app/errors.py", "import app.records", "layers"),
    ("app/printing/__init__.py", "import app.store", "layers"),
    ("app/store/__init__.py", "import app.exchange", "layers"),
    ("app/services/__init__.py", "import ui", "layers"),
    ("ui/__init__.py", "import app.store", "window-through-services"),
    ("ui/__init__.py", "import app.printing.fonts", "window-through-services"),
    ("app/store/__init__.py", "import PySide6.QtCore", "no-qt-in-app"),
    ("app/services/__init__.py", "import sqlalchemy.orm", "sqlalchemy"),
    ("ui/__init__.py", "import sqlcipher3", "sqlalchemy"),
    ("app/services/__init__.py", "import reportlab.lib", "reportlab"),
    ("app/printing/__init__.py", "import openpyxl", "office"),
    ("app/services/__init__.py", "import docx.shared", "office"),
]


def lint_tree(folder: Path, extra: tuple[str, str] | None) -> str:
    """Lay out a small tree with the real contracts, add one line to it and lint it."""
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    (folder / "pyproject.toml").write_text(text, "utf-8")
    for part in PARTS:
        path = folder.joinpath(*part.split("."))
        leaf = part in {"app.__main__", "app.errors", "app.clock", "app.paths", "app.log"}
        path = path.with_suffix(".py") if leaf else path / "__init__.py"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    (folder / "app/__init__.py").touch()
    (folder / "app/printing/fonts.py").touch()
    for name, line in [*ALLOWED.items(), *([extra] if extra else [])]:
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write(line + "\n")
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-logo", "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
    )
    return done.stdout.decode()


def test_contracts_keep_what_the_design_allows(tmp_path: Path) -> None:
    output = lint_tree(tmp_path, None)
    assert " 0 broken" in output, output


@pytest.mark.parametrize(("file", "line", "contract"), FORBIDDEN)
def test_contract_reports_what_breaks_it(
    tmp_path: Path, file: str, line: str, contract: str
) -> None:
    output = lint_tree(tmp_path, (file, line))
    assert f"{CONTRACTS[contract]['name']} BROKEN" in output, output


def test_every_part_of_the_program_has_its_layer() -> None:
    parts = {
        f"app.{path.stem}"
        for path in (ROOT / "app").iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert parts - {"app.__init__"} - PARTS == set()


@pytest.mark.parametrize("contract", AT_HOME)
def test_contract_holds_for_every_part_but_those_at_home(contract: str) -> None:
    assert set(CONTRACTS[contract]["source_modules"]) == PARTS - AT_HOME[contract]
