"""All 56 faults: a month with just that fault, found with its level, person and place."""

from __future__ import annotations

import pytest

from app.manual import words
from app.manual.faults import FAULTS, fault_spec
from app.records import Meeting
from tests.app.rules import factories as make
from tests.app.rules.checks import fault_months as of
from tests.app.rules.checks.fault_months import (
    LONG,
    WHO,
    WHOM,
    FaultMonth,
    both,
    of_criticism,
    of_dues,
    of_entry,
    of_general,
    of_month,
    of_vote,
    put,
    theme,
)
from tests.app.rules.test_development import stopped_at


def disown(meeting: Meeting) -> None:
    """Take the owner of a decision away."""
    meeting.decisions[0].owner_id = None


def shorten(meeting: Meeting) -> None:
    """Leave hardly a word of what was said."""
    for speech in meeting.minutes[0].speeches:
        speech.text = "有保留。" if speech.member_id == "姚春雷" else "同意。"


def agree(meeting: Meeting) -> None:
    """Let nobody have said anything against it."""
    meeting.minutes[0].speeches[0].text = meeting.minutes[0].speeches[1].text[::-1]


def say_nothing(meeting: Meeting) -> None:
    """Take somebody's own criticism away."""
    meeting.criticisms[0].text = ""


def prepared(**values: object) -> of.Change:
    """Return a change of the preparation."""

    def change(meeting: Meeting) -> None:
        for name, value in values.items():
            setattr(meeting.preparation, name, value)

    return change


CHARGED = put(remark="受书记委托主持")
STRANGER = make.attended("陌生人", words.PERSONAL_LEAVE)

NOT_APPROVED = of.of_row(0, "leave", approved_by_id=None)
HANDED = {
    "period_from": "2025-10",
    "amount_fen": 169697,
    "handed_on": "2025-10-20",
    "received_by": "乔志远",
}
FAILED = {
    "member": WHOM,
    "grade": "不合格",
    "decided_on": "2025-09-01",
    "told_on": "2025-09-02",
}
UNTOLD = {"member": WHOM, "decided_on": "2025-10-10"}
UNTRAINED = stopped_at("admitted_on", training_days=1)
OVERDUE = {"number": "2025-01", "issued_on": "2025-09-01", "due_on": "2025-09-10"}
TOO_FEW = {"checked_on": "2025-10-25", "members": [{"member": WHOM, "due": 4, "written": 2}]}

MONTHS = (
    theme(1, "E", "head", "place", put(place="")),
    theme(2, "E", "attendance", "confirmed", put(attendance_confirmed=False)),
    theme(3, "E", "attendance", "reason", of.of_row(0, "leave", reason=""), "姚春雷"),
    theme(4, "E", "head", "badges_worn", put(badges_worn=17)),
    theme(5, "E", "attendance", "state", lambda one: one.attendance.append(STRANGER), "陌生人"),
    of_vote(6, "issued", issued=16, returned=16, valid=16, in_favour=15),
    of_vote(7, "resolution", in_favour=5, against=8),
    of_vote(8, "subject", subject="林晓峰、曾庆安同志预备党员转正"),
    of_month(9, "W", ("theme_days", "head", "new/2025-10/主题党日"), of.no_theme_day),
    of_month(10, "W", ("meetings", "head", "state"), of.draft_left),
    theme(11, "W", "decisions", "decisions.1.owner", disown),
    of_general(12, "minutes", "minutes.1.speeches.1.text", shorten),
    of_month(13, "W", ("meetings", "head", "prepared"), of.long_ago),
    theme(14, "E", "head", "chair", both(CHARGED, put(chair_id="姚春雷")), "姚春雷"),
    theme(15, "W", "head", "end", put(end=make.at("2025-10-09T15:30"))),
    theme(16, "W", "reflections", "reflections.2.text", of.reflections(LONG, LONG), "郝文静"),
    theme(17, "W", "actions", "actions.3.text", of.action(3, text="会上大家一致认为很好。")),
    theme(18, "I", "actions", "optional", lambda one: one.actions.pop()),
    of_general(19, "minutes", "minutes.1.speeches", agree),
    theme(20, "I", "head", "state", put(state=words.PRINTED)),
    theme(21, "E", "head", "recorder", put(recorder_id="周启明"), "周启明"),
    of_general(22, "head", "remark", put(chair_id="韩素云"), "韩素云"),
    theme(23, "E", "head", "guests", put(guests=["张主任", "尹露"])),
    theme(24, "W", "reflections", "reflections.2.text", of.reflections("慢一步。", "同上。")),
    theme(25, "W", "head", "end", put(end=None)),
    theme(26, "W", "head", "theme", put(theme="政治学习")),
    theme(27, "W", "head", "theme", put(theme="到水库旅游")),
    theme(28, "E", "actions", "actions.2.lead", of.without_action(2)),
    theme(29, "W", "head", "flag_hung", put(flag_hung=False)),
    theme(30, "E", "head", "moved_reason", put(moved_reason="")),
    of_month(31, "W", ("plans", "theme_plan", "months.10.theme"), of.no_plan),
    of_month(32, "W", ("meetings", "photos", "photos.1"), of.used_twice),
    of_month(33, "W", ("meetings", "attendance", "makeup"), of.not_made_up, "顾广才"),
    of_month(34, "W", ("registers", "talk", f"{WHO}/absent"), of.unexcused_twice, WHO),
    theme(35, "W", "attendance", "approved_by", NOT_APPROVED, "姚春雷"),
    theme(36, "E", "attendance", "approved_by", of.away(words.EXEMPT), WHO),
    of_month(37, "E", ("registers", "lost_contact", WHO), of.silent),
    of_dues(38, "E", "due", "田建军", due_fen=9440, paid_fen=9440),
    of_dues(39, "W", "paid_by", "顾广才", paid_by=""),
    of_entry(40, "E", ("registers", "dues_handover", "amount_fen"), HANDED | {"amount_fen": 1}),
    of_entry(41, "W", ("registers", "dues_handover", "received_by"), HANDED | {"received_by": ""}),
    of_criticism(42, "criticisms", "criticisms.1.text", say_nothing),
    of_criticism(43, "preparation", "talks", prepared(talks=None)),
    of_criticism(44, "rectifications", "published", prepared(published="")),
    of_entry(45, "E", ("registers", "appraisal", "told_on"), UNTOLD),
    of_entry(46, "W", ("registers", "measure", f"{WHO}/failed"), FAILED, page="appraisal"),
    of_month(47, "I", ("meetings", "lecture", "title"), of.lecture_again),
    of_entry(48, "E", ("registers", "applicant", "training_days"), UNTRAINED),
    of_month(49, "E", ("settings", "branch", "term_end"), of.term_over),
    of_month(50, "W", ("meetings", "head", "chair"), of.former_in_the_chair, "周启明"),
    of_entry(51, "W", ("inspection", "rectification_order", "state"), OVERDUE),
    of_month(52, "W", ("registers", "handover", ""), of.secretary_gone, "周启明"),
    of_criticism(53, "head", "theme", put(theme="2024年度民主生活会")),
    of_entry(54, "W", ("registers", "notes_check", "members.1.written"), TOO_FEW),
    theme(55, "E", "actions", "actions.3.materials", of.action(
        3, materials="《通知》（2025年10月12日）")),
    FaultMonth(56, "I", ("inspection", "member_score", ""), of.december),
)  # fmt: skip


@pytest.mark.parametrize("month", MONTHS, ids=lambda one: f"{one.number:02}")
def test_a_month_with_one_fault_has_it_found_in_its_place(month: FaultMonth) -> None:
    sound, spoilt = month.findings(False), month.findings(True)
    new = [one for one in spoilt if one not in sound]
    assert {one.number for one in new} == {month.number}
    found = new[0]
    assert (found.level, found.member_id) == (month.level, month.member)
    assert (found.area, found.section, found.field) == month.place
    assert found.sentence.endswith("。")
    assert not [one for one in sound if one.number == month.number]


def test_the_table_holds_every_fault_with_its_level() -> None:
    assert [one.number for one in MONTHS] == [one.number for one in FAULTS]
    assert all(fault_spec(one.number).level == one.level for one in MONTHS)
