"""What a secretary does with a record of any sort once it is written: file it, print it."""

from __future__ import annotations

from pathlib import Path

from tests.e2e.hands import CTRL, Hands, Key
from tests.e2e.test_from_an_empty_folder import text_of

_MOST_STEPS = 8


def finalise(hands: Hands) -> None:
    """Go up to 定稿 by Ctrl and the arrow, and agree; nothing may be missing."""
    for _ in range(_MOST_STEPS):
        hands.press(Key.Key_Up, CTRL)
        if hands.focused is hands.button("定稿"):
            break
    hands.press(Key.Key_Space)
    hands.wait_for(lambda: hands.sees("定稿后，这份记录"))
    assert not hands.sees("必须先补齐")
    hands.press(Key.Key_Return)
    hands.wait_for(lambda: hands.sees("已定稿"))
    come_back(hands)
    assert hands.focused is hands.button("更正")


def print_it(hands: Hands, paper: Path) -> str:
    """Print what is open to the file that will be asked for; return what stands on it."""
    hands.press(Key.Key_P, CTRL)
    hands.wait_for(lambda: hands.sees("A4 纸"))
    hands.push("存为 PDF")
    hands.wait_for(paper.exists)
    return text_of(paper)


def come_back(hands: Hands) -> None:
    """Activate the window after a dialog, as a window manager does where there is one."""
    hands.window.activateWindow()
    hands.wait_for(hands.window.isActiveWindow)
