"""Meetings as a secretary records them: from the menu of kinds to the printed pages, by keys."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from PIL import Image
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from reportlab.pdfgen.canvas import Canvas

from app.manual.kinds import LECTURE, MEMBERS_MEETING, THEME_DAY
from app.records import Meeting
from app.services import Services
from tests.e2e.conftest import OpenWindow, close_at_once
from tests.e2e.deeds import finalise, print_it
from tests.e2e.hands import ALT, CTRL, Hands, Key
from tests.e2e.test_from_an_empty_folder import assert_in_order
from ui import dialogs

SUBJECT = "接收尹露同志为中共预备党员"
RESOLUTION = "同意接收尹露同志为中共预备党员，报矿党委审批。"
DIFFERENT = "本人弃权：平时接触少，建议再听听原班组意见。"
SPEECHES = (
    ("fxm", "同意。希望今后多到夜班班组去。"),
    ("lhs", "同意。尹露同志肯吃苦，爱钻研。"),
    ("wdl", DIFFERENT),
)
VOTES = {"赞成": "15", "反对": "0", "弃权": "1", "发出票": "16", "收回票": "16", "有效票": "16"}
REASON = "送孩子到省城看病"
THEME, LECTURE_TITLE = "冬季三防党员包保", "从一颗螺丝钉说起"
NOTES = ("一、为什么要严", "二、严在哪里", "三、从我做起")
LECTURE_DISCUSSED, LECTURE_DECIDED = "怎样把规程背进心里", "各班组每周抽问一次规程。"
UNDERSTOOD = "以前觉得拧紧就行，今天才知道差半圈会出什么事。"
CAPTION, SCAN = "换上新的托辊", "签过字的签到表"


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give what is chosen whenever files are asked for, and the paper that is written."""
    notes = docx.Document()
    for line in NOTES:
        notes.add_paragraph(line)
    notes.save(str(tmp_path / "讲稿.docx"))
    Image.new("RGB", (640, 480), "navy").save(tmp_path / "照片.png")
    scan = Canvas(str(tmp_path / "扫描件.pdf"))
    scan.showPage()
    scan.save()
    ends = {"照片": "照片.png", "扫描件": "扫描件.pdf", "讲稿": "讲稿.docx"}

    def chosen(_parent: object, title: str, _kinds: str) -> list[Path]:
        return [tmp_path / next(name for word, name in ends.items() if title.endswith(word))]

    paper = tmp_path / "paper.pdf"
    monkeypatch.setattr(dialogs, "ask_open_paths", chosen)
    monkeypatch.setattr(dialogs, "ask_save_path", lambda *_args, **_more: paper)
    return paper


def kept(folder: Path, month: str, kind: str) -> Meeting:
    services = Services.open(folder)
    try:
        return next(one for one in services.meetings.of_month(month) if one.kinds[0] == kind)
    finally:
        services.close(backup=False)


@pytest.mark.usefixtures("ninth_of_october")
def test_a_members_meeting_votes_on_an_applicant_and_is_finalised(
    open_window: OpenWindow, sample_folder: Path, files: Path
) -> None:
    window = open_window(sample_folder)
    hands = Hands(window)
    begin(hands, MEMBERS_MEETING)
    hands.write("讨论尹露同志入党")
    say_when_and_where(hands)
    discuss(hands)
    vote(hands)
    take_attendance(hands)
    finalise(hands)
    text = print_it(hands, files)
    close_at_once(window)

    said = [words for _, words in SPEECHES]
    outcome = "应到表决权16，实到16，过半需9，赞成15→通过"
    record = ["支部党员大会记录", "18人（正式16预备2）", "17人（正式16预备1）", *said]
    assert_in_order(text, [*record, SUBJECT, "无记名投票", "9票", "钱守义", outcome, RESOLUTION])
    assert_in_order(text, ["补课情况", "备注", "无", "签到表", "请假登记", "林晓峰", REASON])
    meeting = kept(sample_folder, "2025-10", MEMBERS_MEETING)
    assert meeting.votes[0].in_favour == 15
    assert len(meeting.roster) == 18


def begin(hands: Hands, kind: str) -> None:
    """Choose a kind in the menu of Ctrl+N."""
    hands.go("meetings")
    hands.press(Key.Key_N, CTRL)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    for _ in menu.actions():
        QTest.keyClick(menu, Key.Key_Down)
        if menu.activeAction().text() == kind:
            break
    QTest.keyClick(menu, Key.Key_Return)
    assert hands.sees(f"10月{kind}")


def say_when_and_where(hands: Hands) -> None:
    """Fill in day, place, end and recorder, and go on to the next tab."""
    for letter, words in ((Key.Key_D, "10.8"), (Key.Key_P, "二楼会议室")):
        hands.press(letter, ALT)
        hands.press(Key.Key_A, CTRL)
        hands.write(words)
    hands.press(Key.Key_Backtab)
    hands.write("16.30")
    hands.press(Key.Key_T, ALT)
    hands.pick("记录人", "hsy")
    hands.press(Key.Key_Tab, CTRL)


def discuss(hands: Hands) -> None:
    hands.press(Key.Key_Space)  # 增加议题 is where the tab begins
    hands.write("支委会报告对尹露同志的审查情况")
    hands.pick("汇报人", "ljx")
    for who, words in SPEECHES:
        hands.push("增加发言")
        hands.write(who)
        hands.press(Key.Key_Return)
        hands.fill("发言", words)
    hands.fill("决定", "提交大会无记名投票表决。")


def vote(hands: Hands) -> None:
    hands.press(Key.Key_Down, CTRL)
    hands.press(Key.Key_Space)
    hands.write(SUBJECT)
    hands.choose("表决规则", "接收预备党员")
    for name, figure in VOTES.items():
        hands.fill(name, figure)
    hands.pick("监票人", "qsy")
    hands.pick("计票人", "hwj")
    hands.fill("决议", RESOLUTION)


def take_attendance(hands: Hands) -> None:
    hands.press(Key.Key_Tab, CTRL)
    hands.write("lxf2")
    hands.press(Key.Key_Return, CTRL)
    hands.fill("事由", REASON)
    hands.fill("申请方式", "书面")
    hands.fill("申请日期", "10.7")
    hands.pick("批准人", "zqm")
    hands.press(Key.Key_Tab)


@pytest.mark.usefixtures("ninth_of_october")
def test_a_theme_day_holds_a_lecture_with_notes_a_photo_and_a_scan(
    open_window: OpenWindow, sample_folder: Path, files: Path
) -> None:
    window = open_window(sample_folder)
    hands = Hands(window)
    hands.go("theme_days")
    hands.press(Key.Key_N, CTRL)
    assert hands.sees("11月主题党日")
    hands.write(THEME)
    for kind in (MEMBERS_MEETING, LECTURE):
        hands.push(f"同时召开{kind}")
    hands.press(Key.Key_Tab, CTRL)
    hands.write(LECTURE_TITLE)
    hands.pick("主讲人", "zqm")
    hands.push("从 Word 导入讲稿")
    hands.wait_for(lambda: hands.sees("已导入讲稿"))
    hands.push("添加照片")
    hands.wait_for(lambda: hands.sees("照片 1 说明"))
    hands.fill("照片说明", CAPTION)
    hands.push("第1张照片向右转")
    hands.push("添加扫描件")
    hands.wait_for(lambda: hands.sees("1 页"))
    hands.fill("扫描件名称", SCAN)
    text = print_it(hands, files)
    close_at_once(window)

    kinds = "主题党日（含支部党员大会、党课）"
    assert_in_order(
        text, [kinds, THEME, "扫描件1页", "支部党员大会记录", "党课记录", LECTURE_TITLE, *NOTES]
    )
    assert_in_order(text, ["活动照片", CAPTION])
    meeting = kept(sample_folder, "2025-11", THEME_DAY)
    (photo,), (scan,) = meeting.photos, meeting.attachments
    assert (photo.width_px, photo.height_px, scan.name) == (480, 640, SCAN)


@pytest.mark.usefixtures("ninth_of_october")
def test_a_lecture_of_its_own_is_recorded_finalised_and_printed(
    open_window: OpenWindow, sample_folder: Path, files: Path
) -> None:
    window = open_window(sample_folder)
    hands = Hands(window)
    begin(hands, LECTURE)
    say_when_and_where(hands)
    hands.write(LECTURE_TITLE)
    hands.pick("主讲人", "ljx")
    hands.fill("学时", "1.5")
    hands.fill("讲稿提纲", "\n".join(NOTES))
    hands.push("增加体会")
    hands.write("fxm")
    hands.press(Key.Key_Return)
    hands.fill("体会", UNDERSTOOD)
    hands.push("增加议题")
    hands.write(LECTURE_DISCUSSED)
    hands.fill("决定", LECTURE_DECIDED)
    take_attendance(hands)
    finalise(hands)
    text = print_it(hands, files)
    close_at_once(window)

    assert_in_order(text, ["党课记录", LECTURE_TITLE, "陆景行", *NOTES])
    assert_in_order(text, [*NOTES, UNDERSTOOD, LECTURE_DECIDED, f"活动名称党课：{LECTURE_TITLE}"])
    meeting = kept(sample_folder, "2025-10", LECTURE)
    assert meeting.lecture is not None
    assert (meeting.lecture.title, len(meeting.roster)) == (LECTURE_TITLE, 18)
