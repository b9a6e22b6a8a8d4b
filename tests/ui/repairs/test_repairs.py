"""Each of the 56 faults, found on 工作台, reached, put right and gone, by keys and clicks."""

from __future__ import annotations

from datetime import date

import pytest

from app.manual import words
from app.manual.faults import FAULTS
from app.rules.checks import Finding
from app.rules.month_view import MonthView
from tests.app.rules.checks.fault_months import FaultMonth
from tests.app.rules.checks.test_each_fault import MONTHS
from tests.app.rules.inspected import filed, month_view
from tests.e2e.hands import Key
from tests.ui.repairs.conftest import Sit
from tests.ui.repairs.mending import REPAIRS, Repair
from tests.ui.repairs.worlds import meetings_of

MOST_STROKES = 3
MONTH_OF = {one.number: one for one in MONTHS}
REPAIR_OF = {one.number: one for one in REPAIRS}
# Of each sort of place one: a line, a row of somebody away, a speech, an action, a list.
FILED = (1, 3, 12, 28, 44)


@pytest.mark.parametrize("repair", REPAIRS, ids=lambda one: f"{one.number:02}")
def test_a_fault_is_reached_put_right_and_gone(repair: Repair, sit: Sit) -> None:
    month = MONTH_OF[repair.number]
    view = month.view(True)
    hands = sit(view)
    before = hands.look()
    hands.take(the_finding(month, view, before))
    for step in repair.steps:
        step(hands)
    assert hands.field == repair.field
    assert hands.strokes <= MOST_STROKES
    repair.mend(hands)
    after = hands.look()
    assert findings_of(month, view, after) == []
    if not repair.begins:
        assert errors_in(after) <= errors_in(before)


@pytest.mark.parametrize("number", FILED)
def test_a_filed_record_is_corrected_in_as_few(number: int, sit: Sit) -> None:
    month, repair = MONTH_OF[number], REPAIR_OF[number]
    view = month.view(True)
    for one in view.context.meetings:
        one.state = words.ARCHIVED
    hands = sit(view, filed=True)
    hands.take(the_finding(month, view, hands.look()))
    assert hands.field == "更正"
    hands.press(Key.Key_Space)
    for step in repair.steps:
        step(hands)
    assert hands.field == repair.field
    assert hands.strokes <= MOST_STROKES
    repair.mend(hands)
    hands.click("保存更正")
    hands.write("漏填，按会上的记录补上")
    hands.push("保存更正")
    assert findings_of(month, view, hands.look()) == []


def test_what_was_written_late_stays_as_a_note_and_leads_to_its_record(sit: Sit) -> None:
    """It is past and true, so nothing takes it away; its reason was asked for and is printed."""
    hands = sit(month_view(filed(), finalised={"october": date(2025, 10, 20)}), filed=True)
    late = [one for one in hands.look() if one.number == 10 and one.level == "I"]
    hands.take(late[0])
    assert hands.sees("已定稿 10月20日")
    assert [one for one in hands.look() if one.number == 10 and one.level == "I"] == late


def test_a_finding_is_taken_by_enter(sit: Sit) -> None:
    month = MONTH_OF[1]
    view = month.view(True)
    hands = sit(view)
    finding = the_finding(month, view, hands.look())
    hands.tab_to(f"去填写：{finding.told}")
    hands.strokes = 0
    hands.press(Key.Key_Return)
    assert hands.field == REPAIR_OF[1].field


def the_finding(month: FaultMonth, view: MonthView, findings: list[Finding]) -> Finding:
    """Return the first finding of the fault of a month."""
    found = findings_of(month, view, findings)
    assert found, "the fault is not found on the first page"
    return found[0]


def findings_of(month: FaultMonth, view: MonthView, findings: list[Finding]) -> list[Finding]:
    """Return the findings of the fault of a month in its place, not those of other meetings."""
    others = {one.id for one in meetings_of(view)} - {one.id for one in view.context.meetings}
    return [
        one
        for one in findings
        if one.number == month.number
        and one.record_id not in others
        and (one.area, one.section, one.field) == month.place
    ]


def errors_in(findings: list[Finding]) -> set[tuple[int, str, str]]:
    """Return number, record and place of what must be put right; sentences tell how many."""
    return {(one.number, one.record_id, one.spot) for one in findings if one.level == "E"}


def test_there_is_a_repair_for_every_fault() -> None:
    assert [one.number for one in REPAIRS] == [one.number for one in FAULTS]
