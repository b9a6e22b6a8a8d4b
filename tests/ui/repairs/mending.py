"""For each fault the way from the list of 工作台 to its field, and what is typed there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QTableView, QWidget

from tests.e2e.hands import CTRL, Key
from tests.ui.repairs.secretary import Secretary

Do = Callable[[Secretary], object]


@dataclass(frozen=True)
class Repair:
    """How a fault is put right.

    `field` is what has the keyboard once it is reached: by the click in the list and, where that
    does not suffice, by `steps`. `mend` types there. Where it
    `begins` a record, what that record lacks is found next.
    """

    number: int
    field: str
    mend: Do
    steps: Sequence[Do] = ()
    begins: bool = False


def typed(text: str) -> Do:
    """Return typing in place of what the field holds."""
    return lambda hands: hands.replace(text)


def picked(letters: str) -> Do:
    """Return typing the letters of a member in place of another, and taking the first offered."""

    def do(hands: Secretary) -> None:
        hands.press(Key.Key_A, CTRL)
        hands.write(letters)
        hands.press(Key.Key_Return)
        hands.press(Key.Key_Tab)

    return do


def chosen(label: str) -> Do:
    """Return choosing a word of the list that has the keyboard."""

    def do(hands: Secretary) -> None:
        field = hands.focused
        assert isinstance(field, QComboBox)
        hands.press(Key.Key_Home)
        for _ in range(field.count()):
            if field.currentText() == label:
                return
            hands.press(Key.Key_Down)
        raise AssertionError(f"{label!r} is not offered")

    return do


def pushed(hands: Secretary) -> None:
    """Press the button that has the keyboard."""
    hands.press(Key.Key_Space)


def clicked(words: str) -> Do:
    """Return a click on a button."""
    return lambda hands: hands.click(words)


def at(name: str, do: Do) -> Do:
    """Return going on to another field by Tab, unless one is there already."""

    def go(hands: Secretary) -> None:
        if hands.field != name:
            hands.tab_to(name)
        do(hands)

    return go


def in_cell(heading: str, text: str) -> Do:
    """Return a click on a cell of the row that is chosen, and typing there."""

    def do(hands: Secretary) -> None:
        (table,) = hands.seen(QTableView)
        model, row = table.model(), table.currentIndex().row()
        headings = [
            model.headerData(at, Qt.Orientation.Horizontal) for at in range(model.columnCount())
        ]
        cell = table.visualRect(model.index(row, headings.index(heading)))
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
        assert hands.field == heading
        hands.replace(text)

    return do


def back(times: int, do: Do) -> Do:
    """Return going back so many fields."""

    def go(hands: Secretary) -> None:
        hands.press(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier, times)
        do(hands)

    return go


def all_of(*steps: Do) -> Do:
    """Return several things done one after the other."""

    def do(hands: Secretary) -> None:
        for step in steps:
            step(hands)

    return do


def answering(do: Do, *answers: Do) -> Do:
    """Return something that asks a question, and how it is answered."""

    def ask(hands: Secretary) -> None:
        def answer() -> None:
            box = QApplication.activeModalWidget()
            assert isinstance(box, QWidget), "nothing is asked"
            try:
                for one in answers:
                    one(hands)
            finally:
                box.close()  # or it would wait for ever

        QTimer.singleShot(_ASKED_MS, answer)
        do(hands)

    return ask


_ASKED_MS = 50
OWN_WORDS = "班后我把交接本翻了一遍，找出两处漏签，已当面问清补上，今后先看后签。"
LONG_TALK = (
    "林晓峰一年来肯学肯干，跟班记下皮带跑偏、托辊更换的处置办法，遇到夜班缺人主动顶岗。"
    "他把废旧托辊逐个登记送回材料库，隐患排查表填得细，也敢当面提醒别人。"
    "不足是巡检记录有两次漏签，谈心时已经认账，并在班组里作了说明，十月以来没有再犯。"
    "请大家按照本人的实际表现发表意见，再进行无记名投票。"
)

REPAIRS = (
    Repair(1, "地点", typed("运输区党员活动室")),
    Repair(2, "全部核对无误", pushed),
    Repair(3, "事由", typed("赴设备厂家培训")),
    Repair(4, "佩戴党徽人数", typed("16")),
    Repair(5, "状态", clicked("删除第3条考勤")),
    Repair(
        6,
        "发出票",
        all_of(
            typed("14"),
            *(
                at(name, typed(count))
                for name, count in (
                    ("收回票", "14"),
                    ("有效票", "14"),
                    ("赞成", "13"),
                )
            ),
        ),
    ),
    Repair(7, "决议", typed("赞成票没有超过半数，不予通过。")),
    Repair(8, "表决事项", typed("林晓峰同志预备党员转正")),
    Repair(9, "主题", typed("学规程、守底线"), steps=(pushed,), begins=True),
    Repair(
        10,
        "定稿",
        all_of(pushed, typed("记录人出差，返回后补记"), at("定稿", pushed)),
    ),
    Repair(11, "责任人", picked("dzq")),
    Repair(12, "发言", typed(LONG_TALK)),
    Repair(
        13,
        "实际日期",
        typed("2025-09-29"),
        steps=(clicked("新建9月支部委员会会议"),),
        begins=True,
    ),
    Repair(14, "主持人", picked("zqm")),
    Repair(15, "结束时间", typed("16:50")),
    Repair(16, "体会", typed(OWN_WORDS)),
    Repair(17, "要点", typed("陆景行领学通知全文，逐条对照岗位。")),
    Repair(
        18,
        "类别",
        all_of(
            at("名称", typed("皮带头隐患排查")),
            at("开展情况", typed("16:20起到2号皮带头排查")),
            at("成效", typed("发现3处，当班处理2处")),
        ),
        steps=(pushed,),
    ),
    Repair(
        19,
        "发言人",
        all_of(picked("ycl"), typed("我对他两次漏签有保留，希望再看看。")),
        steps=(pushed,),
    ),
    Repair(20, "标记已签字归档", answering(pushed, pushed, at("标记", pushed))),
    Repair(21, "记录人", picked("fxm")),
    Repair(22, "备注", typed("受书记委托主持")),
    Repair(23, "列席人员", all_of(clicked("移除张主任"), typed("张远山"))),
    Repair(24, "体会", typed(OWN_WORDS)),
    Repair(25, "结束时间", typed("16:50")),
    Repair(26, "主题", typed("学规程、守底线、保供暖")),
    Repair(27, "主题", typed("到水库义务植树")),
    Repair(28, "领读人", all_of(picked("hsy"), at("诵读的章条", typed("第一章第三条")))),
    Repair(29, "悬挂党旗", chosen("是")),
    Repair(30, "调整原因", typed("7日放假，经支委会研究顺延")),
    Repair(31, "第10行主题", typed("学规程、守底线、保供暖")),
    Repair(32, "删除第1条照片", pushed),
    Repair(33, "补学日期", all_of(typed("2025-10-13"), at("补学方式", typed("到家传达")))),
    Repair(34, "谈话日期", typed("2025-10-14")),
    Repair(35, "批准人", picked("zqm")),
    Repair(
        36,
        "批准人",
        all_of(
            back(4, chosen("事假")),
            at("事由", typed("探亲")),
            at("申请日期", typed("2025-10-08")),
            at("批准人", picked("zqm")),
        ),
    ),
    Repair(37, "失联情形", all_of(chosen("⑦其他"), at("发现日期", typed("2025-10-13")))),
    Repair(38, "按名册改应交", all_of(pushed, in_cell("实交", "104.40"))),
    Repair(39, "代交人", typed("顾广才之妻")),
    Repair(40, "上缴金额（元）", typed("1696.97")),
    Repair(41, "接收人", typed("乔志远")),
    Repair(42, "自我批评", typed("布置多、跟踪少，两次打断别人讲话。")),
    Repair(43, "谈心谈话（人次）", typed("36")),
    Repair(44, "公示情况", typed("2月25日起在公开栏公示")),
    Repair(45, "反馈日期", typed("2025-10-20")),
    Repair(46, "决定日期", all_of(typed("2025-10-20"), at("期限", typed("2026-04-20")))),
    Repair(47, "党课题目", typed("从一次跑偏看责任")),
    Repair(48, "集中培训天数", typed("3")),
    Repair(49, "届满日期", typed("2028-09-30")),
    Repair(50, "主持人", picked("ljx")),
    Repair(
        51,
        "销号情况",
        all_of(
            chosen("已销号"),
            back(3, typed("已补挂制度牌板")),
            at("复查人", picked("zqm")),
            at("复查日期", typed("2025-10-20")),
        ),
    ),
    Repair(52, "移交事由", typed("书记工作调动"), steps=(pushed,)),
    Repair(53, "主题", typed("2024年度组织生活会")),
    Repair(54, "第1行实记", typed("4")),
    Repair(55, "学习篇目（一行一篇）", typed("《四季度安全生产通知》（2025年9月25日）")),
    Repair(56, "姓名", picked("zqm"), steps=(pushed,)),
)
