from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.rules.checks import Finding, Likeness
from tests.ui.layout_checks import settled_faults_of
from ui.widgets.finding_list import FindingList
from ui.widgets.likeness_dialog import LikenessDialog

LIKE = Likeness(
    "田建军的谈体会", "托辊更换要提前，😀报调度", "9月9日的发言", "托辊更换要提前", 0.81
)
FINDING = Finding(16, "W", "有81%相同。", "meetings", "a", "reflections", "reflections.1", "", LIKE)


def test_both_sides_of_a_likeness_are_shown_and_lead_to_the_place(qtbot: QtBot) -> None:
    listed = FindingList()
    qtbot.addWidget(listed)
    listed.set_findings([FINDING])
    chosen: list[Finding] = []
    listed.finding_chosen.connect(chosen.append)
    words = {one.text(): one for one in listed.findChildren(QPushButton)}
    words["看两处"].click()
    dialog = listed.window().findChildren(LikenessDialog)[0]
    assert not settled_faults_of(dialog)
    marked = [one.cursor.selectedText() for one in dialog.mine.extraSelections()]
    assert marked == ["托辊更换要提前"]
    assert dialog.theirs.toPlainText() == "托辊更换要提前"
    dialog.go_button.click()
    assert chosen == [FINDING]


def test_a_finding_about_one_text_has_no_other_side(qtbot: QtBot) -> None:
    listed = FindingList()
    qtbot.addWidget(listed)
    listed.set_findings([Finding(1, "E", "地点还没有填写。", "meetings", "a", "head", "place")])
    assert [one.text() for one in listed.findChildren(QPushButton)] == ["去填写"]
