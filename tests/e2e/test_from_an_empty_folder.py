"""One story: from an empty folder to the month on paper, as a secretary would do it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

from app.records import Meeting
from app.services import Services
from tests.e2e.conftest import OpenWindow
from tests.e2e.hands import ALT, CTRL, Hands, Key
from ui import dialogs
from ui.window import MainWindow

BRANCH = "中共青禾示例支部委员会"


@dataclass(frozen=True)
class Person:
    """What the secretary knows of a member: initials, name, base in yuan."""

    initials: str
    name: str
    base: str
    category: str = "正式党员"


LEADER = Person("lzx", "柳知行", "8000")
RECORDER = Person("swy", "舒望远", "5000")
YOUNG = Person("oyty", "欧阳听雨", "3000", "预备党员")
READER = Person("xys", "解云舒", "3350.50")
ILL = Person("qmz", "仇牧之", "6000")
OLD = Person("gcf", "顾长风", "4000")
ROSTER = (LEADER, RECORDER, YOUNG, READER, ILL, OLD)
PAID_YUAN = "258.51"
PAID_CAPITALS = "贰佰伍拾捌元伍角壹分"

THEME = "学条例、明底线，把安全责任扛在肩上"
PLACE = "二楼示例会议室"
GUEST = "上级来宾甲"
ARTICLE = "第一章第三条（党员义务）"
READINGS = "《示例条例》第二章\n《关于示例工作的通知》"
POINTS = "领学了条例的适用范围，逐条对照本岗位找差距。"
OPTIONAL = "义务巡检"
OPTIONAL_TEXT = "下午四点到五点，分两组检查3号车间的消防栓。"
OPTIONAL_EFFECT = "发现并更换失效灭火器2具。"
AGREED = "每周五交叉检查一次消防器材"
LECTURE = "从一颗螺丝钉说起"
OUTLINE = "一、为什么要严\n二、严在哪里\n三、从我做起"
REFLECTIONS = ((YOUNG, "我是新人，要先把规程背熟。"), (OLD, "干了三十年，最怕的是想当然。"))
TOPIC = "讨论下月的安全自查"
SPEECH = "建议把自查表贴在班组园地，谁查谁签字。"
DECISION = "同意，自11月1日起执行。"
REASON = "住院治疗"


@pytest.mark.usefixtures("ninth_of_october")
def test_from_an_empty_folder_to_the_month_on_paper(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, paper = tmp_path / "records", tmp_path / "2025-10.pdf"
    monkeypatch.setattr(dialogs, "ask_save_path", lambda *_args, **_more: paper)
    window = open_window(folder)
    hands = Hands(window)

    welcome(hands)
    add_group(hands)
    for person in ROSTER:
        enter(hands, person)
    begin_theme_day(hands)
    fill_head(hands)
    tick_dues(hands)
    fill_actions(hands)
    fill_lecture_and_minutes(hands)
    take_attendance(hands)
    look_at_dues(hands)
    print_month(hands, paper)
    leave(hands, window)

    text = text_of(paper)
    assert_in_order(text, [*sign_in_sheet(), *record_page(), *other_pages()])
    assert_kept(folder)


def welcome(hands: Hands) -> None:
    """Name the branch, choose the fixed day, keep the recovery code."""
    hands.wait_for(lambda: hands.sees("欢迎使用支部手册"))
    hands.write(BRANCH)
    hands.choose("主题党日固定日", "每月 9 日")
    hands.push("开始使用")
    hands.wait_for(lambda: hands.sees("请收好恢复码"))
    assert not hands.button("进入支部手册").isEnabled()
    hands.push("我已经抄写…")
    hands.push("进入支部手册")
    hands.wait_for(lambda: hands.sees(BRANCH))


def add_group(hands: Hands) -> None:
    hands.go("settings")
    hands.push("添加党小组")
    hands.wait_for(lambda: hands.sees("第一党小组"))


def enter(hands: Hands, person: Person) -> None:
    """Enter one member by keys, from name to dues base."""
    hands.go("members")
    hands.press(Key.Key_N, CTRL)
    hands.write(person.name)
    hands.choose("性别", "女")
    hands.fill("出生年月", "1980-04")
    hands.choose("党员类别", person.category)
    hands.fill("入党时间", "2010-07-01" if person.category == "正式党员" else "2025-03-01")
    hands.choose("所属党小组", "第一党小组")
    hands.fill("核定…", person.base)
    hands.press(Key.Key_Tab)


def begin_theme_day(hands: Hands) -> None:
    """One key makes October's theme day and waits for its theme."""
    hands.go("theme_days")
    hands.press(Key.Key_N, CTRL)
    assert hands.sees("10月主题党日")
    assert hands.sees("2025年10月9日（星期四）")


def fill_head(hands: Hands) -> None:
    hands.write(THEME)
    hands.press(Key.Key_P, ALT)
    hands.write(PLACE)
    hands.press(Key.Key_Backtab)
    hands.write("16.50")
    hands.press(Key.Key_T, ALT)
    hands.pick("主持人", LEADER.initials)
    hands.pick("记录人", RECORDER.initials)
    hands.fill("列席人员", GUEST)
    hands.press(Key.Key_Return)
    hands.choose("悬挂党旗", "是")
    hands.fill("佩戴党徽人数", "5")


def tick_dues(hands: Hands) -> None:
    """Tick everybody but the one who is ill, row by row."""
    hands.push("逐人登记")
    for person in ROSTER:
        if person is not ILL:
            hands.press(Key.Key_Space)
        hands.press(Key.Key_Down)
    assert hands.sees(f"5 人 · {PAID_YUAN} 元")


def fill_actions(hands: Hands) -> None:
    hands.pick("收款人", RECORDER.initials)
    hands.fill("诵读的章条", ARTICLE)
    hands.pick("领读人", READER.initials)
    hands.fill("学习篇目…", READINGS)
    hands.pick("领学人", LEADER.initials)
    hands.fill("要点", POINTS)
    hands.push("增加自选动作")
    hands.write("志愿服务")
    hands.fill("名称", OPTIONAL)
    hands.fill("开展情况", OPTIONAL_TEXT)
    hands.fill("成效", OPTIONAL_EFFECT)
    hands.push("增加议定事项")
    hands.write(AGREED)
    hands.pick("责任人", OLD.initials)
    hands.fill("完成时限", "10.31")


def fill_lecture_and_minutes(hands: Hands) -> None:
    hands.press(Key.Key_Tab, CTRL)
    hands.fill("党课题目", LECTURE)
    hands.pick("主讲人", LEADER.initials)
    hands.choose("学时", "1")
    hands.fill("讲稿提纲", OUTLINE)
    for person, words in REFLECTIONS:
        hands.push("增加体会")
        hands.write(person.initials)
        hands.press(Key.Key_Return)
        hands.fill("体会", words)
    hands.push("增加议题")
    hands.write(TOPIC)
    hands.pick("汇报人", LEADER.initials)
    hands.push("增加发言")
    hands.write(READER.initials)
    hands.press(Key.Key_Return)
    hands.fill("发言", SPEECH)
    hands.fill("决定", DECISION)


def take_attendance(hands: Hands) -> None:
    """Initials and a digit mark the one who is ill; then everybody is confirmed."""
    hands.press(Key.Key_Tab, CTRL)
    hands.tab_to("考勤名单")
    hands.write(f"{ILL.initials}2")
    assert hands.sees(f"{ILL.name} → 请假")
    hands.press(Key.Key_Return, CTRL)
    hands.choose("状态", "病假")
    hands.fill("事由", REASON)
    hands.pick("批准人", LEADER.initials)
    hands.fill("申请日期", "10.8")
    hands.press(Key.Key_Tab)
    assert hands.sees("应到 6")
    assert hands.sees("实到 5")


def look_at_dues(hands: Hands) -> None:
    hands.go("dues")
    assert hands.sees(PAID_YUAN)
    assert hands.sees(PAID_CAPITALS)


def print_month(hands: Hands, paper: Path) -> None:
    hands.go("archive")
    hands.push("存为 PDF")
    hands.wait_for(paper.exists)


def leave(hands: Hands, window: MainWindow) -> None:
    """Close the window, which makes a backup copy first."""
    closed: list[bool] = []
    window.closed.connect(lambda: closed.append(True))
    window.close()
    hands.wait_for(lambda: closed)


def text_of(paper: Path) -> str:
    """Return what stands on paper, without the breaks of lines and pages."""
    document = pypdfium2.PdfDocument(paper)
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return "".join("".join(texts).split())


def assert_in_order(text: str, pieces: list[str]) -> None:
    place = 0
    for piece in pieces:
        found = text.find("".join(piece.split()), place)
        assert found >= 0, f"{piece!r} is not in {text[place : place + 400]!r}"
        place = found + len(piece)


def record_page() -> list[str]:
    """Return what the theme-day record and the lecture say, from top to bottom."""
    head = [BRANCH, "第1次", THEME, "2025年10月9日15:00—16:50", PLACE, LEADER.name, RECORDER.name]
    sums = [
        "6人（正式5预备1）",
        "5人（正式4预备1）",
        "应到6−请假1=实到5",
        f"{ILL.name}（病假，{REASON}",
    ]
    actions = [f"合计{PAID_YUAN}元", RECORDER.name, ARTICLE, READER.name]
    actions += [*READINGS.split("\n"), LEADER.name, POINTS, LECTURE, LEADER.name]
    said = [words for person, words in REFLECTIONS for words in (person.name, words)]
    optional = ["志愿服务", OPTIONAL, OPTIONAL_TEXT, OPTIONAL_EFFECT]
    minutes = [TOPIC, LEADER.name, READER.name, SPEECH, DECISION, AGREED, OLD.name, "10月31日"]
    lecture = ["党课记录", LECTURE, LEADER.name, "1", PLACE, *OUTLINE.split("\n")]
    return [*head, *sums, GUEST, "5人／5人", *actions, *said, *optional, *minutes, *lecture]


def sign_in_sheet() -> list[str]:
    """Return what the slip, the contents and the sign-in sheet say, from top to bottom."""
    return ["归档材料清单", "卷内目录", "主题党日签到表", *(one.name for one in ROSTER), GUEST]


def other_pages() -> list[str]:
    """Return what dues sheet, leave register and the last page say, from top to bottom."""
    leave = ["请假登记", ILL.name, "病假", REASON, "10月8日", LEADER.name]
    rows = [piece for person in ROSTER for piece in (person.name, fen(person.base))]
    return ["登记表", *rows, PAID_YUAN, PAID_CAPITALS, *leave, "缺项清单"]


def fen(base: str) -> str:
    """Return an amount in yuan as it is printed."""
    return base if "." in base else f"{base}.00"


def assert_kept(folder: Path) -> None:
    """The records are there for the next day, whole, with a copy of them."""
    services = Services.open(folder)
    try:
        assert services.store.verify() == []
        assert services.backups.latest() is not None
        assert services.drafts.all("meetings", Meeting) == []
    finally:
        services.close(backup=False)
