from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from app.manual import words
from app.manual.kinds import COMMITTEE_MEETING, GROUP_MEETING, MEMBERS_MEETING
from app.manual.pages import PAGES
from app.records import DuesRow, Entry, Meeting
from app.rules.checks import Finding
from app.rules.exemptions import exemptions_in
from app.rules.month_checks import MonthView, inspected
from tests.app.rules import autumn, october
from tests.app.rules import factories as make
from tests.app.rules.cases import exemption, talk
from tests.app.rules.checks.situations import context

WHO = "罗海生"


def entry(key: str, **values: Any) -> Entry:
    return Entry(branch_id=make.BRANCH_ID, page=key, year=2025, values=values)


def view(
    *entries: Entry,
    month: str = "2025-10",
    held: list[Meeting] | None = None,
    dues: list[DuesRow] | None = None,
    today: date = date(2026, 2, 1),
    **settings: str,
) -> MonthView:
    given = context(members=autumn.members(), today=today, settings=settings)
    kept = october.dues() if dues is None else dues
    theme_days = [october.theme_day()] if month == "2025-10" else []
    return MonthView(
        replace(given, month=month, groups=autumn.groups(), meetings=theme_days),
        theme_days if held is None else held,
        kept,
        entries,
    )


def found(number: int, given: MonthView) -> list[Finding]:
    return [one for one in inspected(given) if one.number == number]


def on(day: str, kind: str, **values: Any) -> Meeting:
    start, end = make.at(f"{day}T15:00"), make.at(f"{day}T16:00")
    return make.meeting(kinds=[kind], start=start, end=end, planned_on=None, **values)


def unexcused(*days: str) -> list[Meeting]:
    row = (WHO, words.UNEXCUSED)
    return [
        on(day, MEMBERS_MEETING, attendance=[make.attended(*row)], attendance_confirmed=True)
        for day in days
    ]


def test_meetings_missing_in_a_month_are_asked_for_when_it_is_over() -> None:
    before = on("2025-09-01", COMMITTEE_MEETING)
    said = [one.sentence[:9] for one in found(9, view(held=[before, october.theme_day()]))]
    assert said == ["10月没有支部委员", "10月第二党小组没"]
    there = [before, on("2025-10-08", COMMITTEE_MEETING), october.theme_day()]
    there.append(on("2025-10-16", GROUP_MEETING, group_id="second"))
    assert found(9, view(held=there)) == []
    assert found(9, view(held=[before], today=date(2025, 10, 31))) == []


@pytest.mark.parametrize(
    ("days", "handled", "step"),
    [
        (["2025-10-09"], None, ""),
        (["2025-09-09", "2025-10-09"], None, "提醒谈话"),
        (["2025-09-09", "2025-10-09"], "2025-10-10", ""),
        (["2025-09-09", "2025-10-09"], "2025-10-01", "提醒谈话"),
        (["2025-08-09", "2025-09-09", "2025-10-09"], None, "批评教育"),
        (["2024-09-09", "2025-10-09"], None, ""),
        (["2025-08-09", "2025-09-09"], None, ""),
    ],
)
def test_absence_without_excuse_again_and_again_calls_for_a_talk(
    days: list[str], handled: str | None, step: str
) -> None:
    talks = (
        [entry("talk", kind="提醒谈话", held_on=handled, partner=[{"member": WHO}])]
        if handled
        else []
    )
    findings = found(34, view(*talks, held=unexcused(*days)))
    assert [one.member_id for one in findings] == ([WHO] if step else [])
    assert all(step in one.sentence for one in findings)


def test_how_many_absences_call_for_a_talk_is_a_setting() -> None:
    held = unexcused("2025-09-09", "2025-10-09")
    assert found(34, view(held=held, unexcused_talk="3")) == []
    assert found(34, view(held=held, unexcused_talk="0")) == []


def test_a_talk_of_the_year_before_answers_an_absence_of_it() -> None:
    given = replace(
        view(month="2026-01", held=unexcused("2025-12-20", "2026-01-04")),
        earlier_entries=[
            entry("talk", kind="提醒谈话", held_on="2025-12-30", partner=[{"member": WHO}])
        ],
    )
    assert [one.member_id for one in found(34, given)] == [WHO]
    assert found(34, replace(given, earlier_entries=[talk("2026-01-05")])) == []


@pytest.mark.parametrize(("contact", "is_fault"), [("2025-09-30", True), ("2025-10-01", False)])
def test_an_exempt_member_nobody_was_in_touch_with_is_found(contact: str, is_fault: bool) -> None:
    page = exemption("2025-03-01", "2025-12-31", contacts=[{"on": contact, "how": "电话"}])
    paid = [row for row in october.dues() if row.member_id != WHO]
    given = view(page, held=[], dues=paid)
    given = replace(given, context=replace(given.context, exemptions=exemptions_in([page])))
    findings = [one for one in found(36, given) if one.member_id == WHO]
    assert [(one.level, one.record_id, one.field) for one in findings] == (
        [("W", page.id, "contacts")] if is_fault else []
    )


def test_a_member_not_heard_of_is_found_until_he_is_in_the_register() -> None:
    paid = [row for row in october.dues() if row.member_id != WHO]
    held = [on("2025-01-09", MEMBERS_MEETING)]
    of_the_ill, finding = found(37, view(held=held, dues=paid))
    assert "顾广才" in of_the_ill.sentence  # his wife pays in his place
    assert (finding.level, finding.area, finding.section) == ("E", "registers", "lost_contact")
    assert WHO in finding.sentence
    lost = entry("lost_contact", member=[{"member": WHO}], last_on="2025-01-09")
    assert found(37, view(lost, held=held, dues=paid)) == [of_the_ill]


@pytest.mark.parametrize(("amount_fen", "is_fault"), [(169697, False), (169600, True)])
def test_what_is_handed_up_is_what_was_paid(amount_fen: int, is_fault: bool) -> None:
    up = entry(
        "dues_handover", period_from="2025-10", amount_fen=amount_fen, handed_on="2025-10-20"
    )
    findings = found(40, view(up))
    assert [(one.level, one.record_id, one.field) for one in findings] == (
        [("E", up.id, "amount_fen")] if is_fault else []
    )


def test_at_the_end_of_the_year_dues_are_published_and_scores_there() -> None:
    closed = view(month="2025-12")
    assert {one.number for one in inspected(closed)} >= {41, 56}
    score = entry("member_score", member=[{"member": WHO}])
    assert found(56, view(score, month="2025-12")) == []
    assert found(41, view(month="2025-12", dues=[])) == []
    assert not {one.number for one in inspected(view())} & {41, 56}


def test_a_lecture_is_not_given_twice() -> None:
    meeting = october.theme_day()
    before = on("2025-07-07", "党课", lecture=make.lecture("从一次急停看底线"))
    (finding,) = found(47, view(held=[before, meeting]))
    assert (finding.record_id, finding.section, finding.field) == (meeting.id, "lecture", "title")
    before.lecture = make.lecture("把责任扛在肩上")
    assert found(47, view(held=[before, meeting])) == []


def test_a_committee_past_its_term_is_found() -> None:
    given = view()
    given.context.branch.term_end = date(2025, 10, 30)
    (finding,) = found(49, given)
    assert (finding.level, finding.area, finding.section) == ("E", "settings", "branch")
    given.context.branch.term_end = date(2025, 10, 31)
    assert found(49, given) == []


def order(**values: str) -> Entry:
    given = {"number": "2025-01", "issued_on": "2025-09-01", "due_on": "2025-09-10"}
    return entry("rectification_order", **given | values)


def test_an_order_past_its_day_is_told_every_month_until_it_is_closed() -> None:
    (finding,) = found(51, view(order()))
    assert (finding.level, finding.area, finding.field) == ("W", "inspection", "state")
    assert found(51, view(order(due_on="2025-11-10"))) == []
    done = {"state": "已销号", "result": "已改", "checked_on": "2025-09-09"}
    closed = order(**done)
    closed.values["checker"] = [{"member": WHO}]
    assert found(51, view(closed)) == []


def test_a_failed_member_nobody_dealt_with_has_the_number_of_its_own() -> None:
    who = [{"member": WHO}]
    page = entry("appraisal", member=who, grade="不合格")
    page.values |= {"decided_on": "2025-09-01", "told_on": "2025-09-02"}
    (finding,) = found(46, view(page))
    assert (finding.level, finding.area) == ("W", "registers")
    assert finding.spot == f"measure/{WHO}/failed", "it is answered on the page of measures"
    assert WHO in finding.told
    measure = entry("measure", member=who, measure="提醒谈话", decided_on="2025-09-20")
    assert found(46, view(page, measure)) == []
    page.values["grade"] = "合格"
    assert found(46, view(page)) == []


def test_entries_of_another_month_and_void_ones_are_left_alone() -> None:
    rows = [{"member": [{"member": WHO}], "due": 4, "written": 2}]
    check = entry("notes_check", checked_on="2025-10-25", members=rows)
    assert len(found(54, view(check))) == 1
    check.state = words.VOID
    assert found(54, view(check)) == []
    check.state, check.values["checked_on"] = words.DRAFT, "2025-09-25"
    assert found(54, view(check)) == []


def test_findings_lead_to_pages_there_are() -> None:
    keys = {page.key for page in PAGES}
    for one in inspected(view(order(), month="2025-12")):
        assert one.sentence.endswith("。")
        if one.area in ("registers", "inspection"):
            assert one.section in keys


def test_an_election_is_held_against_the_roster_of_its_day() -> None:
    held = {"held_on": "2025-10-09", "present": 16}
    (one,) = found(49, view(entry("election", entitled=17, **held)))
    assert (one.level, one.field) == ("E", "entitled")
    assert "17人" in one.sentence
    assert "正式党员 16 − 表决权受限 0 − 经批准不计 0 = 16" in one.sentence
    assert found(49, view(entry("election", entitled=16, **held))) == []
