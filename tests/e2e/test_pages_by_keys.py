"""Fill-in pages as a secretary fills them in: found, written, finalised and printed by keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.services import Services
from tests.e2e.conftest import OpenWindow, close_at_once
from tests.e2e.deeds import finalise, print_it
from tests.e2e.hands import CTRL, Hands, Key
from tests.e2e.test_from_an_empty_folder import assert_in_order
from ui import dialogs
from ui.window import MainWindow

YEAR = 2025
THEMES = tuple(f"{month}月主题：示例{month}" for month in range(1, 13))
TARGETS = (
    ("原煤运输任务", "全年完成120万吨", "hsy", "1至9月完成93.6万吨"),
    ("安全生产", "零死亡、零重伤", "ljx", ""),
)
QUESTIONS = (("fxm", "党员的八项义务是哪些？", "答出"), ("lhs", "党费每月什么时候交？", "基本答出"))

Begin = Callable[[], tuple[Hands, MainWindow]]


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the file that is written whenever one is asked for."""
    made = tmp_path / "paper.pdf"
    monkeypatch.setattr(dialogs, "ask_save_path", lambda *_args, **_more: made)
    return made


@pytest.fixture
def begin(open_window: OpenWindow, sample_folder: Path, ninth_of_october: None) -> Begin:  # noqa: ARG001
    """Give the sample's window and the hands before it."""

    def opened() -> tuple[Hands, MainWindow]:
        window = open_window(sample_folder)
        return Hands(window), window

    return opened


def open_page(hands: Hands, area: str, title: str) -> None:
    """Go to an area and through its pages by the arrow keys, up and then down."""
    hands.go(area)
    hands.tab_to("手册页")
    for key in (Key.Key_Up, Key.Key_Down):
        for _ in range(40):
            if hands.sees(f"　{title}"):
                return
            hands.press(key)
    raise AssertionError(f"there is no {title} in {area}")


def kept(folder: Path, key: str) -> dict[str, Any]:
    services = Services.open(folder)
    try:
        (entry,) = services.entries.of_page(key, YEAR)
        return entry.values
    finally:
        services.close(backup=False)


def test_the_years_plan_is_filled_in_column_by_column(
    begin: Begin, paper: Path, sample_folder: Path
) -> None:
    hands, window = begin()
    open_page(hands, "plans", "主题党日年度计划表")
    hands.press(Key.Key_Return)
    hands.press(Key.Key_A, CTRL)
    hands.write("1.6")
    hands.press(Key.Key_Down, CTRL)
    hands.tab_to("第1行主题")
    for number, theme in enumerate(THEMES, 1):
        hands.press(Key.Key_A, CTRL)
        hands.write(theme)
        if number < len(THEMES):
            hands.press(Key.Key_Return)
    finalise(hands)
    text = print_it(hands, paper)
    close_at_once(window)
    assert_in_order(text, ["主题党日年度计划表", "2025年1月6日", *THEMES])
    values = kept(sample_folder, "theme_plan")
    assert [row["theme"] for row in values["months"]] == list(THEMES)


def test_the_years_targets_are_added_row_by_row(
    begin: Begin, paper: Path, sample_folder: Path
) -> None:
    hands, window = begin()
    open_page(hands, "plans", "年度任务清单")
    hands.press(Key.Key_Return)
    hands.write("运输区")
    hands.push("增加一行年度任务")
    for number, (name, goal, owner, result) in enumerate(TARGETS, 1):
        hands.write(name)
        hands.fill(f"第{number}行目标", goal)
        hands.pick(f"第{number}行负责人", owner)
        hands.fill(f"第{number}行完成情况", result)
        if number < len(TARGETS):
            hands.press(Key.Key_Return)
    text = print_it(hands, paper)
    close_at_once(window)
    first, second = TARGETS
    assert_in_order(text, ["年度任务清单", "运输区", *first[:2], "韩素云", first[3], *second[:2]])
    assert len(kept(sample_folder, "work_targets")["targets"]) == 2


def test_the_points_of_a_member_are_counted_and_one_is_changed(
    begin: Begin, paper: Path, sample_folder: Path
) -> None:
    hands, window = begin()
    open_page(hands, "inspection", "党员积分登记表")
    hands.press(Key.Key_N, CTRL)
    hands.write("fxm")
    hands.press(Key.Key_Return)
    hands.wait_for(lambda: hands.sees("还有17行没有填"))
    hands.press(Key.Key_Up, CTRL, times=2)  # past the records of each line
    hands.press(Key.Key_Space)
    hands.wait_for(lambda: hands.sees("总分"))
    hands.tab_to("第7行次数")
    hands.press(Key.Key_A, CTRL)
    hands.write("2")
    hands.press(Key.Key_Tab)
    text = print_it(hands, paper)
    close_at_once(window)
    assert_in_order(text, ["党员积分登记表", "冯小满", "讲党课", "每次5分", "+52", "总分"])
    assert kept(sample_folder, "member_score")["items"][6]["times"] == 2


def test_what_members_thought_is_written_down(
    begin: Begin, paper: Path, sample_folder: Path
) -> None:
    hands, window = begin()
    open_page(hands, "registers", "主题党日反馈表")
    hands.press(Key.Key_N, CTRL)
    hands.press(Key.Key_A, CTRL)
    hands.write("10.9")
    for name, words in (("主题", "学条例"), ("发出", "18"), ("收回", "17"), ("满意", "15")):
        hands.fill(name, words)
    hands.fill("感受", "敬畏感：重温誓词时全场肃静。")
    hands.push("增加一行学习抽问")
    for number, (who, question, answer) in enumerate(QUESTIONS, 1):
        hands.write(who)
        hands.press(Key.Key_Return)
        hands.fill(f"第{number}行问题", question)
        hands.choose(f"第{number}行回答", answer)
        if number < len(QUESTIONS):
            hands.press(Key.Key_Return)
    hands.fill("建议", "升井后希望有专场。")
    finalise(hands)
    text = print_it(hands, paper)
    close_at_once(window)
    asked = [words for _, *row in QUESTIONS for words in row]
    assert_in_order(text, ["主题党日反馈表", "15人", "敬畏感", *asked, "升井后希望有专场。", "无"])
    assert kept(sample_folder, "feedback")["returned"] == 17
