from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from app.errors import InvalidInputError
from app.manual import words
from app.manual.kinds import COMMITTEE_MEETING
from app.manual.pages import page_of
from app.printing.pages.leaves import Leaf
from app.records import CategoryPeriod
from app.rules.filing import STATE_PLACE, Step
from app.services import Services
from tests.app.printing.conftest import texts_of
from tests.app.printing.pages.made import value
from tests.app.services.filing.desk import CODES, IN_TIME, TOO_LATE, be_on, figures, finalise, kept
from tests.example_branch import MONTH, Example
from tests.factories import make_meeting
from tests.filled import filled_entry


def test_the_example_can_be_finalised_at_once(services: Services, made: Example) -> None:
    wishes = services.filing.wishes(made.meeting.id)
    assert (wishes.blocking, wishes.missing, wishes.late) == ((), (), "")
    found = services.filing.finalise(made.meeting.id)
    assert (found.at.date(), found.by) == (IN_TIME, "韩素云")
    meeting = kept(services, made)
    assert meeting.state == words.FINAL
    assert len(meeting.roster) == 18


def test_what_must_be_there_is_named_before_finalising(services: Services, made: Example) -> None:
    meeting = kept(services, made)
    meeting.place = ""
    services.meetings.save(meeting)
    with pytest.raises(InvalidInputError, match="地点还没有填写"):
        finalise(services, made)
    assert kept(services, made).state == words.DRAFT


def test_a_missing_required_action_needs_a_reason_and_prints_it(
    services: Services, made: Example
) -> None:
    meeting = kept(services, made)
    meeting.reflections = []
    services.meetings.save(meeting)
    with pytest.raises(InvalidInputError, match="规定动作没有完成"):
        finalise(services, made)
    services.filing.finalise(meeting.id, missing_reason="时间不够，下次补谈")
    (record,) = services.manual.sheets_of_month(MONTH, ["P13"])
    assert value(record, "缺项说明") == "时间不够，下次补谈。"


def test_a_late_record_says_so_on_paper(
    services: Services, made: Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    be_on(monkeypatch, TOO_LATE)
    with pytest.raises(InvalidInputError, match="补记的原因"):
        finalise(services, made)
    services.filing.finalise(made.meeting.id, late_reason="记录人出差")
    record, sign_in = services.manual.sheets_of_month(MONTH, ["P13", "P21"])
    assert record.title.endswith("（补记）")
    assert value(record, "补记说明").startswith("记录人出差。")
    assert "补记" not in sign_in.title


def test_a_late_page_names_its_day_as_its_form_does(services: Services, made: Example) -> None:
    entry = filled_entry(page_of("self_check"), [made.members[0].id], checked_on="2025-09-02")
    entry.branch_id = made.meeting.branch_id
    entry = services.entries.save(entry)
    services.filing.finalise(entry.id, late_reason="补录")
    printed = services.manual.preview_entry(services.entries.get(entry.id))
    drawn = "".join("".join(texts_of(printed)).split())
    assert "对照日期：2025年9月2日" in drawn
    assert "活动日期" not in drawn


def test_a_reason_nobody_asked_for_is_not_printed(services: Services, made: Example) -> None:
    services.filing.finalise(made.meeting.id, late_reason="出差", missing_reason="出差")
    (record,) = services.manual.sheets_of_month(MONTH, ["P13"])
    assert "补记" not in record.title


def test_a_finalised_meeting_prints_to_the_same_bytes_whatever_becomes_of_its_people(
    services: Services, made: Example
) -> None:
    finalise(services, made)
    before = services.manual.month_set(MONTH, CODES).pdf
    shown = services.manual.preview(kept(services, made)).pdf
    chair = services.members.get(made.person("周启明").id)
    chair.name = "周启明甲"
    services.members.save(chair)
    gone = services.members.get(made.person("罗海生").id)
    gone.memberships[0].to_on = date(2025, 9, 1)
    services.members.save(gone)
    promoted = next(one for one in services.members.everyone() if one.full_on is None)
    promoted.categories = [
        CategoryPeriod(branch_id=made.branch.id, category=words.PROBATIONARY_MEMBER)
    ]
    services.members.save(promoted)
    services.members.delete(made.person("韩素云").id)
    assert services.manual.month_set(MONTH, CODES).pdf == before
    assert services.manual.preview(kept(services, made)).pdf == shown


def test_its_figures_stay_although_members_leave(services: Services, made: Example) -> None:
    finalise(services, made)
    before = figures(services, made)
    gone = services.members.get(made.person("罗海生").id)
    gone.memberships[0].to_on = date(2025, 9, 1)
    services.members.save(gone)
    services.members.delete(made.person("韩素云").id)
    assert figures(services, made) == before
    assert not [one for one in services.checks.month(MONTH) if one.number == 5]


def test_finalising_can_be_undone_until_it_is_printed(services: Services, made: Example) -> None:
    finalise(services, made)
    services.filing.reopen(made.meeting.id, "还要补充发言")
    meeting = kept(services, made)
    assert (meeting.state, meeting.roster) == (words.DRAFT, [])
    (trace,) = services.filing.corrections(meeting.id)
    assert (trace.place, trace.old, trace.new, trace.reason) == (
        STATE_PLACE,
        words.FINAL,
        words.DRAFT,
        "还要补充发言",
    )
    finalise(services, made)
    assert [one.code for one in services.manual.sheets_of_month(MONTH, ["P13"])] == ["P13"]
    services.filing.mark_month_printed(MONTH)
    with pytest.raises(InvalidInputError, match="更正"):
        services.filing.reopen(made.meeting.id, "还要补充发言")


def test_what_was_corrected_is_not_reopened(services: Services, made: Example) -> None:
    finalise(services, made)
    assert services.filing.may(Step.REOPEN, kept(services, made))
    meeting = kept(services, made)
    meeting.place = "二楼"
    services.filing.correct(meeting, "写错")
    assert not services.filing.may(Step.REOPEN, kept(services, made))
    with pytest.raises(InvalidInputError, match="更正"):
        services.filing.reopen(meeting.id, "还要补充")


def test_printing_moves_finalised_records_on_and_drafts_not(
    services: Services, made: Example
) -> None:
    services.filing.mark_month_printed(MONTH)
    assert kept(services, made).state == words.DRAFT
    finalise(services, made)
    services.manual.month_set(MONTH)
    assert kept(services, made).state == words.FINAL
    services.filing.mark_month_printed(MONTH)
    assert kept(services, made).state == words.PRINTED
    services.filing.archive(made.meeting.id)
    services.filing.mark_month_printed(MONTH)
    assert kept(services, made).state == words.ARCHIVED
    with pytest.raises(InvalidInputError, match="归档"):
        services.filing.archive(made.meeting.id)


def unprinted(services: Services) -> list[Leaf]:
    return services.filing.changed(services.manual.leaves_of_month(MONTH))


def test_only_what_changed_since_the_last_print_is_asked_for(
    services: Services, made: Example
) -> None:
    finalise(services, made)
    everything = unprinted(services)
    assert [one.sheet.code for one in everything] == ["P13", "P17", "P21", "P22", "P24"]
    services.filing.mark_printed(everything)
    assert unprinted(services) == []
    meeting = kept(services, made)
    meeting.place = "二楼"
    services.filing.correct(meeting, "写错")
    (changed,) = unprinted(services)
    assert (changed.sheet.code, changed.of) == ("P13G", meeting.id)
    services.filing.mark_printed([changed])
    assert unprinted(services) == []


def test_a_void_meeting_stays_listed_with_its_trace_and_counts_no_more(
    services: Services, made: Example
) -> None:
    finalise(services, made)
    later = services.meetings.save(
        make_meeting(
            branch_id=made.branch.id,
            start=datetime(2025, 10, 30, 15),  # noqa: DTZ001
            end=None,
            planned_on=None,
        )
    )
    assert services.meetings.number_of(later) == 11  # the branch counts on from its tenth
    services.filing.void(made.meeting.id, "与另一份记录重复")
    assert services.meetings.number_of(later) == 1
    assert made.meeting.id in [one.id for one in services.meetings.of_month(MONTH)]
    assert kept(services, made).state == words.VOID
    (trace,) = services.filing.corrections(made.meeting.id)
    assert (trace.new, trace.reason) == (words.VOID, "与另一份记录重复")
    assert not [one for one in services.checks.month(MONTH) if one.record_id == made.meeting.id]
    printed = unprinted(services)
    assert made.meeting.id not in {one.of for one in printed}


def test_a_void_meeting_can_still_be_seen_and_says_so(services: Services, made: Example) -> None:
    finalise(services, made)
    before = services.manual.preview(kept(services, made))
    services.filing.void(made.meeting.id, "与另一份记录重复")
    after = services.manual.preview(kept(services, made))
    assert after.pages == before.pages
    assert after.pdf != before.pdf


def test_what_is_being_corrected_is_seen_as_it_stands(services: Services, made: Example) -> None:
    finalise(services, made)
    meeting = kept(services, made)
    before = services.manual.preview(meeting).pdf
    meeting.place = "二楼会议室"
    assert services.manual.preview(meeting).pdf != before


def test_an_entry_goes_the_same_way(services: Services, made: Example) -> None:
    entry = filled_entry(page_of("talk"), [made.person("周启明").id])
    entry.values.pop("place")
    services.entries.save(entry)
    with pytest.raises(InvalidInputError, match="“谈话地点”还没有填写"):
        services.filing.finalise(entry.id)
    entry = services.entries.get(entry.id)
    entry.values = entry.values | {"place": "值班室"}
    services.entries.save(entry)
    services.filing.finalise(entry.id)
    before = services.manual.preview_entry(services.entries.get(entry.id)).pdf
    someone = services.members.get(made.person("周启明").id)
    someone.name = "周启明甲"
    services.members.save(someone)
    entry = services.entries.get(entry.id)
    assert services.manual.preview_entry(entry).pdf == before
    entry.values = entry.values | {"text": "改过的内容"}
    with pytest.raises(InvalidInputError, match="更正"):
        services.entries.save(entry)
    (row,) = services.filing.correct(entry, "记错了")
    assert (row.place, row.new) == ("谈话内容", "改过的内容")
    found = services.manual.sheets_of_month(MONTH, ["P13", "P20"])
    assert [one.code for one in found] == ["P13", "P20", "P20G"]
    assert services.entries.get(entry.id).values["text"] == "改过的内容"
    services.filing.void(entry.id, "重复")
    assert services.entries.get(entry.id).state == words.VOID


def test_only_a_finalised_record_becomes_void_and_for_a_reason(
    services: Services, made: Example
) -> None:
    with pytest.raises(InvalidInputError, match="可以直接改"):
        services.filing.void(made.meeting.id, "重复")
    finalise(services, made)
    with pytest.raises(InvalidInputError, match="原因"):
        services.filing.void(made.meeting.id, "")
    services.filing.void(made.meeting.id, "重复")
    meeting = kept(services, made)
    meeting.place = "二楼"
    for change in (
        lambda: services.meetings.save(meeting),
        lambda: services.filing.correct(meeting, "写错"),
        lambda: services.filing.archive(meeting.id),
    ):
        with pytest.raises(InvalidInputError, match="作废"):
            change()


def test_a_draft_beside_a_finalised_meeting_keeps_its_place_and_joins_the_register(
    services: Services, made: Example
) -> None:
    finalise(services, made)
    services.meetings.save(
        make_meeting(
            COMMITTEE_MEETING,
            branch_id=made.branch.id,
            start=datetime(2025, 10, 30, 15),  # noqa: DTZ001
            end=None,
            planned_on=None,
        )
    )
    found = services.manual.sheets_of_month(MONTH)
    assert [one.code for one in found] == ["P13", "P15", "P17", "P21", "P21", "P22", "P24"]
    assert [one.key for one in found if one.code == "P21"] == ["2025-10-P21", "2025-10-P21-2"]


def test_kept_pages_go_through_the_records_document(
    services: Services, made: Example, tmp_path: Path
) -> None:
    finalise(services, made)
    pages = services.manual.sheets_of_month(MONTH, CODES)
    path = tmp_path / "records.json"
    services.documents.dump(path)
    again, _code = Services.create(tmp_path / "again", profile=tmp_path / "profile")
    again.documents.load(path)
    assert again.manual.sheets_of_month(MONTH, CODES) == pages
    assert again.documents.text() == path.read_bytes()
    again.close(backup=False)


def test_a_finalised_record_that_comes_without_its_pages_keeps_those_it_has(
    services: Services, made: Example, tmp_path: Path
) -> None:
    finalise(services, made)
    pages = services.manual.sheets_of_month(MONTH, CODES)
    written = json.loads(services.documents.text())
    del written["meetings"][0]["filing"]["pages"]
    path = tmp_path / "by-hand.json"
    path.write_text(json.dumps(written, ensure_ascii=False), "utf-8")
    again, _code = Services.create(tmp_path / "again", profile=tmp_path / "profile")
    again.documents.load(path)
    (meeting,) = again.meetings.of_month(MONTH)
    frozen = again.filing.finalisation(meeting.id)
    assert frozen is not None
    assert frozen.pages["sheets"]
    meeting.place = "别处"
    again.filing.correct(meeting, "写错")
    printed = again.manual.sheets_of_month(MONTH, CODES)
    assert [one for one in printed if one.code != "P13G"] == pages
    assert len(printed) == len(pages) + 1
    again.close(backup=False)
