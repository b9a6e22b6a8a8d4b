"""Every letter underlined in a label leads to the field under it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from tests.e2e.conftest import OpenWindow
from tests.e2e.hands import ALT, Hands, Key, name_of


@pytest.mark.usefixtures("ninth_of_october")
def test_an_underlined_letter_leads_to_its_field(
    open_window: OpenWindow, sample_folder: Path
) -> None:
    window = open_window(sample_folder)
    hands = Hands(window)
    hands.go("theme_days")
    hands.wait_for(lambda: hands.sees("(&T)"))
    labels = [one for one in window.findChildren(QLabel) if one.isVisible() and "(&" in one.text()]
    assert len(labels) >= 5
    for label in labels:
        name, _, letter = label.text().rstrip(")").partition("(&")
        hands.press(Key(ord(letter)), ALT)
        assert name_of(hands.focused) == name
