from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from app.manual import words
from app.records import Entry, Meeting, Vote
from app.rules.case_file import CaseFile, case_file
from app.rules.case_start import begun
from app.rules.proposals import Case, proposals
from tests.app.rules import cases
from tests.app.rules import factories as make
from tests.app.rules.cases import WHO, entry, held, measure, owed, talk

MEMBER = make.member(WHO)


def file_of(*entries: Entry, **given: Any) -> CaseFile:
    return case_file(MEMBER, *cases.records(*entries, **given))


def told(case: CaseFile) -> list[tuple[str, str]]:
    return [(f"{one.on:%m-%d}", one.sort) for one in case.lines]


def voted(day: str, about: str | None = WHO) -> Meeting:
    meeting = held(day, None)
    vote = Vote(branch_id=make.BRANCH_ID, subject="对罗海生同志限期改正", about_id=about)
    vote.in_favour, vote.resolution = 1, "同意限期改正六个月。"
    meeting.votes = [vote]
    return meeting


def whole_case() -> tuple[Sequence[Entry], dict[str, Any]]:
    """Return a case from the first absence to the reply from above."""
    entries = (
        measure(
            "2025-10-10",
            "限期改正",
            due_on="2026-04-09",
            decided_by="支部党员大会",
            meeting_on="2025-10-10",
            vote="应到1 实到1 赞成1",
            reply="同意",
        ),
        talk("2025-09-10", talker=[{"guest": "来宾甲"}]),
        entry("appraisal", member=[{"member": WHO}], grade="不合格", decided_on="2025-02-20"),
    )
    meetings = [held("2025-08-09"), held("2025-09-09"), voted("2025-10-10")]
    return entries, {"meetings": meetings, "dues": owed("2025-08", "2025-09")}


def test_everything_is_told_once_by_its_day() -> None:
    entries, records = whole_case()
    case = file_of(*entries, **records)
    assert told(case) == [
        ("02-20", "事实"),
        ("08-09", "事实"),
        ("08-31", "事实"),
        ("09-09", "事实"),
        ("09-10", "谈话"),
        ("09-30", "事实"),
        ("10-10", "会议表决"),
        ("10-10", "处置"),
        ("10-10", "结果"),
    ]
    assert len({(one.on, one.text) for one in case.lines}) == len(case.lines)


def test_each_line_names_its_record() -> None:
    entries, records = whole_case()
    by_sort = {one.sort: one for one in file_of(*entries, **records).lines}
    assert by_sort["谈话"].text == "提醒谈话；了解原因（谈话人：来宾甲）"
    assert by_sort["谈话"].source == "谈心谈话记录 P20"
    assert by_sort["会议表决"].source == "支部党员大会记录 P14"
    assert "赞成 1 → 通过" in by_sort["会议表决"].text
    assert "同意限期改正六个月" in by_sort["会议表决"].text
    assert by_sort["处置"].text == "决定：限期改正；决定机关：支部党员大会；期限至2026年4月9日"
    assert by_sort["事实"].source == "党费收缴登记表 P24"


def test_a_vote_without_its_record_is_told_as_the_measure_has_it() -> None:
    entries, records = whole_case()
    records["meetings"] = [voted("2025-10-10", about=None)]
    (vote,) = [one for one in file_of(*entries, **records).lines if one.sort == "会议表决"]
    assert vote.text == "支部党员大会讨论；应到1 实到1 赞成1"
    assert vote.entry_id == entries[0].id


def test_the_pages_of_a_case_follow_each_other_by_their_days() -> None:
    entries, records = whole_case()
    case = file_of(*entries, **records)
    assert [one.page for one in case.entries] == ["appraisal", "talk", "measure"]


def test_talks_before_the_first_fact_with_others_or_of_another_kind_stay_out() -> None:
    before, void = talk("2025-08-08"), talk("2025-09-12")
    void.state = words.VOID
    other = talk("2025-09-11", partner=[{"member": "段志强"}])
    caring = talk("2025-09-13", kind="关怀谈话")
    case = file_of(before, void, other, caring, talk("2025-09-10"), meetings=[held("2025-08-09")])
    assert told(case) == [("08-09", "事实"), ("09-10", "谈话")]


def test_a_search_for_the_lost_and_what_came_of_a_term_are_told() -> None:
    lost = entry(
        "lost_contact",
        member=[{"member": WHO}],
        last_on="2025-03-01",
        searches=[{"on": "2025-05-01", "how": "电话", "result": "关机"}],
    )
    done = measure(
        "2025-06-01", "限期改正", due_on="2025-09-01", ended_on="2025-08-20", outcome="已改正"
    )
    case = file_of(lost, done)
    assert told(case) == [("05-01", "处置"), ("06-01", "处置"), ("08-20", "结果")]
    assert [one.text for one in case.lines][::2] == ["查找：电话；关机", "解除；已改正"]


def test_without_facts_or_measures_there_is_no_case() -> None:
    case = file_of(talk("2025-09-10"), meetings=[held("2025-10-09", None)])
    assert (case.lines, case.entries) == ((), ())


def start(*entries: Entry, **given: Any) -> dict[str, Any]:
    context, traces = cases.records(*entries, **given)
    (proposal,) = proposals(context, traces)
    return begun(proposal, Case(context, traces))


def test_a_talk_begins_with_whom_why_and_who_but_no_day() -> None:
    values = start(meetings=[held("2025-09-09"), held("2025-10-09")])
    assert values == {
        "kind": "提醒谈话",
        "partner": [{"member": WHO}],
        "partner_post": "正式党员",
        "reason": "连续无故缺席2次（9月9日、10月9日）",
    }


def test_a_measure_begins_with_the_facts_and_what_was_done_before() -> None:
    meetings = [held("2025-08-09"), held("2025-09-09"), held("2025-10-09")]
    values = start(talk("2025-09-10"), meetings=meetings)
    assert (values["measure"], "decided_on" in values) == ("批评教育", False)
    assert values["reason"].splitlines() == [
        "2025年8月9日无故缺席支部党员大会（支部党员大会记录 P14）。",
        "2025年9月9日无故缺席支部党员大会（支部党员大会记录 P14）。",
        "2025年10月9日无故缺席支部党员大会（支部党员大会记录 P14）。",
        "此前的教育处置：2025年9月10日提醒谈话。",
    ]
