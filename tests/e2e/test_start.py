"""The program as it is started: a real window on a screen, keys from outside, and its end."""

from __future__ import annotations

import ctypes.util
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.services import Services
from ui.navigation import ENTRIES

ROOT = Path(__file__).parents[2]
WAIT_SECONDS = 20.0
LOOK_AGAIN_SECONDS = 0.05
SCREEN = "1600x900x24"
MEMBER, INITIALS = "韩素云", "hsy"

needs_screen = [
    pytest.mark.display,
    *(
        pytest.mark.skipif(shutil.which(name) is None, reason=f"{name} is not installed")
        for name in ("Xvfb", "openbox", "xdotool")
    ),
    pytest.mark.skipif(
        ctypes.util.find_library("xcb-cursor") is None, reason="libxcb-cursor0 is not installed"
    ),
]


class Program:
    """A running `python -m ui --data FOLDER`, seen through its witness, used by xdotool."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        command = [sys.executable, "-m", "tests.e2e.witness", "--data", str(folder)]
        self._environment = environment
        self.process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )

    def ask(self, question: str = "look") -> dict[str, Any]:
        """Return what is on the screen."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{question}\n")
        self.process.stdin.flush()
        answer: dict[str, Any] = json.loads(self.process.stdout.readline())
        return answer

    def wait_for(self, truth: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
        """Wait until something is on the screen."""
        end = time.monotonic() + WAIT_SECONDS
        while not truth(now := self.ask()):
            assert time.monotonic() < end, f"waited in vain, at last: {now}"
            time.sleep(LOOK_AGAIN_SECONDS)
        return now

    def wait_for_view(self, key: str) -> dict[str, Any]:
        """Wait until this view is on the screen and no other."""
        return self.wait_for(lambda now: now["views"] == [key])

    def press(self, *keys: str) -> None:
        """Press keys as the keyboard would, such as `ctrl+k`."""
        subprocess.run(["xdotool", "key", *keys], env=self._environment, check=True)

    def write(self, letters: str) -> None:
        subprocess.run(["xdotool", "type", letters], env=self._environment, check=True)

    def close(self) -> int:
        """Close the window as its frame does and return the exit code."""
        subprocess.run(["xdotool", "key", "alt+F4"], env=self._environment, check=True)
        code = self.process.wait(WAIT_SECONDS)
        self.end()
        return code

    def end(self) -> None:
        """Stop the program if it still runs."""
        if self.process.poll() is None:
            self.process.kill()
        self.process.communicate()


def says(now: dict[str, Any], words: str) -> bool:
    """Tell whether words stand anywhere on the screen."""
    return any(words in text for text in now["words"].values())


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """Start a screen with a window manager and give the environment that leads there."""
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as pipe:
        display = f":{pipe.readline().strip()}"
    environment = bare_environment() | {
        "DISPLAY": display,
        "ZHIBU_HOME": str(tmp_path_factory.mktemp("screen") / "home"),
    }
    manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
    yield environment
    for process in (manager, server):
        process.terminate()
        process.wait()


def bare_environment() -> dict[str, str]:
    """Return this environment without what leads to any screen."""
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return {name: value for name, value in os.environ.items() if name not in screens}


@pytest.fixture(scope="module")
def folder(screen: dict[str, str], sample_home: Path) -> Path:
    home = Path(screen["ZHIBU_HOME"])
    shutil.copytree(sample_home, home)
    return home / "data"


@pytest.fixture
def program(screen: dict[str, str], folder: Path) -> Iterator[Program]:
    started = Program(folder, screen)
    started.wait_for(lambda now: now["views"] and now["focus"])
    yield started
    started.end()


class TestOnAScreen:
    pytestmark = needs_screen

    def test_the_window_answers_to_the_keyboard(self, program: Program) -> None:
        for entry in ENTRIES:
            program.press(entry.keys.lower())
            program.wait_for_view(entry.key)
        program.press("ctrl+2", "F5")
        program.wait_for(lambda now: "打印预览" in now["names"] and says(now, "第 1 / "))
        program.press("F5")
        program.wait_for(lambda now: "打印预览" not in now["names"])
        program.press("F1")
        program.wait_for(lambda now: now["focus"] == "帮助目录")
        program.press("Escape")
        program.wait_for(lambda now: len(now["words"]) == 1)

    def test_a_member_is_found_by_his_initials(self, program: Program) -> None:
        program.press("ctrl+k")
        program.wait_for(lambda now: now["focus"] == "查找")
        program.write(INITIALS)
        program.press("Return")
        now = program.wait_for_view("members")
        assert says(now, MEMBER)

    def test_closing_makes_a_backup_and_leaves_nothing_open(
        self, program: Program, folder: Path, screen: dict[str, str]
    ) -> None:
        assert program.close() == 0
        profile = Path(screen["ZHIBU_HOME"]) / "profile"
        services = Services.open(folder, profile=profile)
        made_at = services.backups.latest()
        services.close(backup=False)
        assert made_at is not None
        assert time.time() - made_at.timestamp() < WAIT_SECONDS

    @pytest.mark.usefixtures("program")
    def test_a_second_window_on_the_same_records_says_so(
        self, folder: Path, screen: dict[str, str]
    ) -> None:
        second = Program(folder, screen)
        now = second.wait_for(lambda now: says(now, "没有打开记录"))
        assert says(now, "已在另一个窗口打开")
        second.end()

    def test_a_fault_reaches_the_crash_dialog_without_names(self, program: Program) -> None:
        program.ask(f"fail {MEMBER} 的电话写错了")
        now = program.wait_for(lambda now: now["focus"] == "继续使用")
        report = now["words"]["程序出了点问题"]
        assert "RuntimeError" in report
        assert "witness.py" in report
        assert MEMBER not in report
        program.press("Return")
        program.wait_for(lambda now: len(now["words"]) == 1)


def test_without_a_screen_one_sentence_says_so(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "ui", "--data", str(tmp_path / "records")],
        cwd=ROOT,
        env=bare_environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=WAIT_SECONDS,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "没有图形界面" in done.stderr
    assert not (tmp_path / "records").exists()
