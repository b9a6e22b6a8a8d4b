from __future__ import annotations

import json
from datetime import date

import pytest

from app import paths
from app.exchange import document
from app.exchange.document import RecordSet
from app.records import Meeting
from app.rules.attendance import summary
from app.rules.dues import capitals, due, paid_on_day, total, yuan
from app.rules.membership import is_member_on


@pytest.fixture(scope="module")
def content() -> bytes:
    return paths.resource("sample", "branch.json").read_bytes()


@pytest.fixture(scope="module")
def records(content: bytes) -> RecordSet:
    return document.loads(content)


@pytest.fixture(scope="module")
def theme_day(records: RecordSet) -> Meeting:
    (meeting,) = records.meetings
    return meeting


def test_the_sample_is_written_as_the_program_writes(content: bytes, records: RecordSet) -> None:
    assert document.dumps(records) == content


def test_eighteen_were_due_and_sixteen_came(records: RecordSet, theme_day: Meeting) -> None:
    figures = summary(theme_day, records.members)
    assert figures.expected.sentence == "名册 18 − 经批准不计 0 = 应到 18"
    assert (figures.expected.full, figures.expected.probationary) == (16, 2)
    assert (figures.present, figures.present_full, figures.present_probationary) == (16, 14, 2)
    assert theme_day.badges_worn == theme_day.notes_due == theme_day.notes_done == figures.present
    assert (figures.made_up, figures.to_make_up) == (2, 0)


def test_the_last_one_accepted_was_not_yet_due_in_february(records: RecordSet) -> None:
    missing = [one.name for one in records.members if not is_member_on(one, date(2025, 2, 21))]
    assert missing == ["曾庆安"]


def test_dues_were_paid_in_full_on_the_day(records: RecordSet, theme_day: Meeting) -> None:
    assert theme_day.start is not None
    assert paid_on_day(records.dues, theme_day.start.date()) == records.dues
    assert f"合计{yuan(total(records.dues))}元" in theme_day.actions[0].text
    assert total(records.dues) == sum(row.due_fen for row in records.dues) == 169697
    assert capitals(total(records.dues)) == "壹仟陆佰玖拾陆元玖角柒分"


def test_each_amount_follows_from_its_base(records: RecordSet) -> None:
    kinds = {member.id: member.dues_kind for member in records.members}
    for row in records.dues:
        worked_out = due(kinds[row.member_id], row.base_fen, records.branch.dues_rounding)
        assert (row.rate, row.due_fen) == (worked_out.rate, worked_out.due_fen)


def test_what_follows_from_the_rest_need_not_be_written(content: bytes) -> None:
    shorter = json.loads(content)
    for row in shorter["dues"]:
        for key in ("base", "rate", "due"):
            del row[key]
    for member in shorter["members"]:
        if member["name"] != "曾庆安":
            del member["in_branch_from"]
    meeting = shorter["meetings"][0]
    meeting["badges_worn"] = True
    for number, action in enumerate(meeting["actions"][:5], start=1):
        del action["name"]
        action["required"] = number
    assert document.dumps(document.read(shorter)) == content
