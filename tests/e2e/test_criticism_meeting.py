"""A criticism meeting in the real window: filled in by keys, looked at, and printed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.manual.kinds import CRITICISM_MEETING
from app.records import Meeting
from app.services import Services
from tests.e2e.conftest import OpenWindow, close_at_once
from tests.e2e.hands import CTRL, Hands, Key
from tests.e2e.test_from_an_empty_folder import assert_in_order, text_of
from tests.ui.layout_checks import SIZES, settled_faults_of
from ui import dialogs

THEME = "2024年度组织生活会"
PROBLEMS = "主题党日与班组实际结合不够\n对青工思想谈得少"
SELF = "布置多、跟踪少；两次在会上打断别人讲话。"
OPINION = "你下夜班组少，去年只有四次。"
ANSWER = "接受，今年每月至少两次到夜班。"
COMMENT = "问题找得具体，批评有实例。"
PROBLEM, MEASURE = "夜班党员参加难", "主题党日增设升井后专场"
PUBLISHED = "整改清单10月13日起在党务公开栏公示5个工作日"


@pytest.mark.usefixtures("ninth_of_october")
def test_a_criticism_meeting_is_filled_in_and_printed(
    open_window: OpenWindow, sample_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper = tmp_path / "paper.pdf"
    monkeypatch.setattr(dialogs, "ask_save_path", lambda *_args, **_more: paper)
    window = open_window(sample_folder)
    hands = Hands(window)

    begin(hands)
    prepare(hands)
    put_right(hands)
    criticise(hands)
    for size in SIZES:
        window.resize(size)
        assert list(settled_faults_of(window)) == []
    hands.go("archive")
    hands.push("存为 PDF")
    hands.wait_for(paper.exists)
    close_at_once(window)

    said = ["周启明（自我批评）：", SELF, "钱守义批评：", OPINION, "周启明表态：", ANSWER]
    listed = [PROBLEM, MEASURE, "邵长河", "11月30日", PUBLISHED]
    prepared = "集中学习2次；谈心谈话21人次；征求意见13条（学习5、安全8）"
    numbered = [f"{mark}{text}" for mark, text in zip("①②", PROBLEMS.split("\n"), strict=True)]
    text = text_of(paper)
    assert_in_order(text, [THEME, prepared, *numbered, *said, "上级点评（江涛）", COMMENT, *listed])
    kept = kept_meeting(sample_folder)
    assert len(kept.criticisms) == 18
    assert kept.rectifications[0].due_on == date(2025, 11, 30)


def begin(hands: Hands) -> None:
    """Choose the kind in the menu of Ctrl+N and name the meeting."""
    hands.go("meetings")
    hands.press(Key.Key_N, CTRL)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _ in menu.actions():
        QTest.keyClick(menu, Key.Key_Down)
        if menu.activeAction().text() == CRITICISM_MEETING:
            break
    QTest.keyClick(menu, Key.Key_Return)
    assert hands.sees("10月组织生活会")
    hands.tab_to("主题")
    hands.write(THEME)


def prepare(hands: Hands) -> None:
    for name, text in (
        ("集中学习（次）", "2"),
        ("谈心谈话（人次）", "21"),
        ("征求意见（条）", "13"),
        ("意见的分类", "学习5、安全8"),
        ("支部查摆问题", PROBLEMS),
    ):
        hands.fill(name, text)


def criticise(hands: Hands) -> None:
    """List everybody by the roster; the first one speaks and is spoken to."""
    hands.click("按名册列出")
    hands.write(SELF)
    hands.push("增加批评意见")
    hands.write("qsy")
    hands.press(Key.Key_Return)
    hands.fill("意见", OPINION)
    hands.fill("表态", ANSWER)
    assert not hands.button("按名册列出").isEnabled()
    hands.press(Key.Key_Tab)


def put_right(hands: Hands) -> None:
    hands.press(Key.Key_Tab, CTRL, times=2)
    hands.fill("点评人", "江涛")
    hands.fill("点评要点", COMMENT)
    hands.push("增加整改")
    hands.write(PROBLEM)
    hands.fill("措施", MEASURE)
    hands.pick("责任人", "sch")
    hands.fill("完成时限", "11.30")
    hands.fill("公示情况", PUBLISHED)
    hands.press(Key.Key_Tab)


def kept_meeting(folder: Path) -> Meeting:
    services = Services.open(folder)
    try:
        return next(
            one for one in services.meetings.of_month("2025-10") if CRITICISM_MEETING in one.kinds
        )
    finally:
        services.close(backup=False)
