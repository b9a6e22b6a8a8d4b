"""The one door for whoever tries, tests or builds 支部手册: `python3 dev.py COMMAND`.

It needs a Python from 3.11 and nothing else (`py dev.py` on Windows): it makes `.venv`, installs
what `requirements.lock` names and, on Debian and its relatives, the shared libraries that are
missing, and then runs the command. A later start only looks whether all of that is still there.
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - older ones meet this file too
    sys.exit(
        "支部手册需要 Python 3.11 或更新的版本，请安装后再运行 dev.py。\n"
        "Python 3.11 or newer is needed: install it, then run dev.py with it."
    )

import argparse
import hashlib
import importlib.util
import io
import os
import shutil
import subprocess
import time
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BUILD = ROOT / "build"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "installed.sha256"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
APT = ("apt-get", "-q", "-y", "-o", "DPkg::Lock::Timeout=120")

# Debian's packages, by what they are for.
OFFSCREEN = (
    "libdbus-1-3",
    "libegl1",
    "libfontconfig1",
    "libgl1",
    "libglib2.0-0",
    "libxkbcommon0",
)
DISPLAY = (
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-keysyms1",
    "libxcb-shape0",
    "libxcb-xkb1",
    "libxkbcommon-x11-0",
)
XVFB = ("openbox", "xauth", "xdotool", "xvfb")
PREFLIGHT = (
    "libactivation-java",
    "libbcprov-java",
    "libcommons-logging-java",
    "libjaxb-api-java",
    "libpdfbox2-java",
)
FREEZING = ("binutils",)


class SetupError(Exception):
    """Something this script cannot put right; its text says what to do."""


# --- what a command stands on -----------------------------------------------------------------


def say(text: str) -> None:
    """Print one line at once, so that it stands before what a child process prints."""
    print(text, flush=True)


def run(*command: str | Path, **settings: str) -> int:
    """Run a command from the project's root, with settings added to the environment."""
    environment = {**os.environ, "PYTHONUTF8": "1", **settings}
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def missing_packages(wanted: Sequence[str]) -> list[str]:
    """Return those of the named Debian packages that are not installed; none elsewhere.

    Packages are renamed between releases (`libglib2.0-0t64`), so what one provides counts too.
    """
    if not (shutil.which("apt-get") and shutil.which("dpkg-query")):
        return []
    listing = subprocess.run(
        ["dpkg-query", "-W", "-f", "${db:Status-Status} ${Package}, ${Provides}\n"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    there = {
        name.split()[0]
        for line in listing.splitlines()
        if line.startswith("installed ")
        for name in line.removeprefix("installed ").split(",")
        if name.strip()
    }
    return [name for name in wanted if name not in there]


def install_packages(wanted: Sequence[str]) -> list[str]:
    """Install the Debian packages that are missing and return those that still are.

    Only root, or sudo when it asks for no password, can do so; nobody is ever asked for one.
    """
    missing = missing_packages(wanted)
    if not missing:
        return []
    if os.geteuid() == 0:
        prefix: tuple[str, ...] = ()
    elif shutil.which("sudo") and run("sudo", "-n", "true") == 0:
        prefix = ("sudo", "-n")
    else:
        return missing
    say(f"→ apt-get install {' '.join(missing)}")
    apt = (*prefix, "env", "DEBIAN_FRONTEND=noninteractive", *APT)
    install = (*apt, "install", "--no-install-recommends", *missing)
    if quiet(*install) != 0 and quiet(*apt, "update") == 0:
        run(*install)
    return missing_packages(missing)


def quiet(*command: str) -> int:
    """Run a command whose output nobody wants to read."""
    return subprocess.run(
        command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ).returncode


def need(*wanted: str) -> None:
    """Make sure of the packages without which the command cannot start.

    Raises:
        SetupError: One is missing and cannot be installed from here.
    """
    missing = install_packages(wanted)
    if missing:
        raise SetupError(f"请先运行 / first run:  sudo apt-get install {' '.join(missing)}")


def want(what: str, *wanted: str) -> None:
    """Install the packages that some tests use; without them those tests are skipped."""
    missing = install_packages(wanted)
    if missing:
        say(f"! {what} will be skipped; for them: sudo apt-get install {' '.join(missing)}")


def prepare() -> None:
    """Make `.venv` hold exactly what the lock names, and this project itself.

    Raises:
        SetupError: The environment cannot be made or a package cannot be installed.
    """
    if not PYTHON.exists():
        if importlib.util.find_spec("ensurepip") is None:
            need(f"python3.{sys.version_info.minor}-venv")
        import venv  # slow to load, and wanted once

        say("→ .venv")
        venv.create(VENV, clear=True, with_pip=True)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    stamp = hashlib.sha256(LOCK.read_bytes() + f"{project} {ROOT}".encode()).hexdigest()
    if STAMP.exists() and STAMP.read_text("ascii") == stamp:
        return
    say("→ pip install -r requirements.lock")
    pip = (PYTHON, "-m", "pip", "install", "-qq", "--disable-pip-version-check")
    locked = (*pip, "--require-hashes", "--only-binary", ":all:", "--requirement", LOCK)
    itself = (*pip, "--no-deps", "--no-build-isolation", "--editable", ROOT)
    if run(*locked) != 0 or run(*itself, "--config-settings", "editable_mode=compat") != 0:
        raise SetupError("依赖没有装好，见上文；联网后再运行一次。/ Installing failed, see above.")
    STAMP.write_text(stamp, "ascii")


# --- commands ---------------------------------------------------------------------------------


def do_setup(_rest: list[str]) -> int:
    """Make everything ready and stop."""
    return 0


def do_run(rest: list[str]) -> int:
    """Open the window on the sample branch; without a screen, print its October instead."""
    on_screen = sys.platform in {"win32", "darwin"} or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )
    need(*OFFSCREEN, *(DISPLAY if on_screen else ()))
    if on_screen:
        return run(PYTHON, "-m", "ui", "--sample", *rest)
    say("这里没有屏幕，改为打印示例支部 2025 年 10 月的手册。/ No display: printing the sample.")
    data, target = BUILD / "sample", BUILD / "sample-2025-10.pdf"
    shutil.rmtree(data, ignore_errors=True)
    zhibu = (PYTHON, "-m", "app", "--data", data)
    settings = {"ZHIBU_HOME": str(BUILD / "home")}
    code = run(*zhibu, "sample", **settings)
    code = code or run(*zhibu, "print", "--month", "2025-10", "--out", target, **settings)
    if code == 0:
        say(str(target))
    return code


def do_test(rest: list[str]) -> int:
    """Run every test without a screen; further words go to pytest."""
    need(*OFFSCREEN)
    want("tests in a real window", *DISPLAY, *XVFB)
    java = () if shutil.which("java") else ("default-jre-headless",)
    want("tests of the archive format", *PREFLIGHT, *java, "poppler-utils")
    want("the test of the frozen build", *FREEZING)
    side_by_side = () if rest else ("-n", "2", "--dist", "worksteal")
    return run(PYTHON, "-m", "pytest", "-rs", *side_by_side, *rest, QT_QPA_PLATFORM="offscreen")


def do_torture(rest: list[str]) -> int:
    """Run the tests that kill and damage at length."""
    need(*OFFSCREEN)
    return run(PYTHON, "-m", "pytest", "-rs", "-m", "torture", *rest, QT_QPA_PLATFORM="offscreen")


def do_check(_rest: list[str]) -> int:
    """Check format, lint, types and import directions, and say all that is wrong at once."""
    checks = (
        ("format", "ruff", "format --check --quiet ."),
        ("lint", "ruff", "check --quiet ."),
        ("types", "mypy", "--no-error-summary"),
        ("imports", "lint-imports", "--no-logo"),
    )
    failed = []
    for name, tool, arguments in checks:
        start = time.perf_counter()
        if run(PYTHON.with_name(tool), *arguments.split()) != 0:
            failed.append(name)
        say(f"{name:8} {time.perf_counter() - start:5.1f} s  {'✗' if name in failed else '✓'}")
    return 1 if failed else 0


def do_bench(rest: list[str]) -> int:
    """Measure what must stay quick; fails when a limit is broken."""
    need(*OFFSCREEN)
    return run(PYTHON, "-m", "tests.bench", *rest, QT_QPA_PLATFORM="offscreen")


def do_build(rest: list[str]) -> int:
    """Freeze the program into dist/zhibu, for computers without Python."""
    need(*OFFSCREEN, *DISPLAY, *FREEZING)  # it carries them along
    start = time.perf_counter()
    pyinstaller = (PYTHON, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN")
    folders = ("--distpath", ROOT / "dist", "--workpath", BUILD / "frozen")
    code = run(*pyinstaller, *folders, *rest, ROOT / "pyinstaller.spec")
    if code == 0:
        files = [file for file in (ROOT / "dist" / "zhibu").rglob("*") if file.is_file()]
        size_mb = sum(file.stat().st_size for file in files if not file.is_symlink()) / 1e6
        say(f"{ROOT / 'dist' / 'zhibu'}  {size_mb:.0f} MB, {time.perf_counter() - start:.0f} s")
    return code


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": do_run,
    "test": do_test,
    "check": do_check,
    "bench": do_bench,
    "build": do_build,
    "torture": do_torture,
    "setup": do_setup,
}


def main() -> int:
    """Prepare the ground and run one command; return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    lines = "\n".join(f"  {name:8} {action.__doc__}" for name, action in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description=f"支部手册\n\n{lines}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND")
    parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="...")
    words = parser.parse_args()
    try:
        prepare()
        return COMMANDS[words.command](words.rest)
    except SetupError as error:
        say(f"✗ {error}")
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
