from __future__ import annotations

import pytest

from app.manual.kinds import (
    APPRAISAL,
    COMMITTEE_MEETING,
    CRITICISM_MEETING,
    LECTURE,
    MEMBERS_MEETING,
    THEME_DAY,
)
from app.records import MinutesItem
from app.rules.minutes import agreed_on, items_of, record_of, records_of
from tests.app.rules.factories import BRANCH_ID
from tests.app.rules.factories import meeting as made_meeting


def item(topic: str, kind: str = "") -> MinutesItem:
    return MinutesItem(branch_id=BRANCH_ID, topic=topic, kind=kind)


@pytest.mark.parametrize(
    ("kinds", "usual"),
    [
        ([THEME_DAY], THEME_DAY),
        ([COMMITTEE_MEETING], COMMITTEE_MEETING),
        ([LECTURE], LECTURE),
        ([THEME_DAY, LECTURE], THEME_DAY),
        ([LECTURE, MEMBERS_MEETING], MEMBERS_MEETING),
        ([THEME_DAY, MEMBERS_MEETING, LECTURE], MEMBERS_MEETING),
        ([THEME_DAY, CRITICISM_MEETING, APPRAISAL], CRITICISM_MEETING),
        (["读书会", LECTURE], "读书会"),
        ([], ""),
    ],
)
def test_a_topic_stands_on_the_record_that_is_made_of_topics(kinds: list[str], usual: str) -> None:
    meeting = made_meeting(kinds=kinds)
    assert record_of(item("一"), meeting) == usual
    assert set(records_of(kinds)) == set(kinds)


def test_a_topic_stands_on_one_record_only() -> None:
    kinds = [THEME_DAY, MEMBERS_MEETING, LECTURE]
    topics = [item("甲"), item("乙", THEME_DAY), item("丙", LECTURE), item("丁", MEMBERS_MEETING)]
    meeting = made_meeting(kinds=kinds, minutes=topics)
    found = {kind: [one.topic for one in items_of(meeting, kind)] for kind in kinds}
    assert found == {THEME_DAY: ["乙"], MEMBERS_MEETING: ["甲", "丁"], LECTURE: ["丙"]}


def test_a_kind_given_up_leaves_its_topics_to_the_usual_one() -> None:
    meeting = made_meeting(kinds=[THEME_DAY], minutes=[item("丁", MEMBERS_MEETING)])
    assert [one.topic for one in items_of(meeting, THEME_DAY)] == ["丁"]


@pytest.mark.parametrize(
    ("kinds", "on"),
    [
        ([MEMBERS_MEETING, THEME_DAY], THEME_DAY),
        ([MEMBERS_MEETING, LECTURE], MEMBERS_MEETING),
        ([LECTURE, APPRAISAL], APPRAISAL),
        ([LECTURE], ""),
    ],
)
def test_what_was_agreed_stands_on_the_main_record(kinds: list[str], on: str) -> None:
    assert agreed_on(made_meeting(kinds=kinds)) == on
