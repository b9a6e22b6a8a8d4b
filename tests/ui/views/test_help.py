from __future__ import annotations

import re

from PySide6.QtCore import QUrl
from pytestqt.qtbot import QtBot

from app import paths
from tests.ui.layout_checks import assert_nothing_cut
from ui.navigation import ENTRIES
from ui.shortcuts import SHORTCUTS, shown
from ui.views.help import TOPICS, HelpWindow, page_of, title_of


def test_every_entry_of_the_navigation_has_its_page() -> None:
    for entry in ENTRIES:
        path = page_of(entry.key)
        assert path.stem == entry.key
        assert title_of(path) == entry.word


def test_every_page_can_be_reached_and_every_link_leads_somewhere() -> None:
    pages = {path.stem for path in paths.resource("help").glob("*.md")}
    assert pages == set(TOPICS)
    for path in paths.resource("help").glob("*.md"):
        links = re.findall(r"\]\((.*?)\)", path.read_text(encoding="utf-8"))
        assert all(link.removesuffix(".md") in pages for link in links)


def test_the_page_of_shortcuts_names_every_letter_key() -> None:
    text = page_of("shortcuts").read_text(encoding="utf-8")
    for shortcut in SHORTCUTS:
        if shortcut.name and not shortcut.name.startswith("go_"):
            last = shown(shortcut.keys[0]).rsplit("+", 1)[-1].replace("PgDown", "PgDn")
            assert last in text, shortcut.words
    assert "、".join(entry.word for entry in ENTRIES[:-1]) in text


def test_help_opens_at_a_page_and_follows_links(qtbot: QtBot) -> None:
    window = HelpWindow()
    qtbot.addWidget(window)
    window.open_at("members")
    assert "名册" in window.browser.toPlainText()
    assert_nothing_cut(window)
    window._follow(QUrl("dues.md"))
    assert window.browser.toPlainText().startswith("党费")


def test_an_unknown_topic_is_answered_by_the_first_page(qtbot: QtBot) -> None:
    window = HelpWindow()
    qtbot.addWidget(window)
    window.open_at("nowhere")
    assert "从这里开始" in window.browser.toPlainText()
