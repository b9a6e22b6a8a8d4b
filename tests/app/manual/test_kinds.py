from __future__ import annotations

from dataclasses import replace

import pytest

from app.manual.kinds import (
    COMMITTEE_MEETING,
    GROUP_MEETING,
    KINDS,
    LECTURE,
    MEETING_WORDS,
    MEMBERS_MEETING,
    OTHER,
    OUTER_EVENT,
    SHORT_WORDS,
    THEME_DAY,
    Kind,
    body_of,
    is_own_kind,
    kinds_of,
    recorded_as,
)
from app.records import Meeting
from app.rules.checks import SECTION_TITLES


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.word)
def test_a_kind_has_a_known_word_and_known_sections(kind: Kind) -> None:
    assert kind.word in MEETING_WORDS
    assert set(kind.sections) <= set(SECTION_TITLES)
    assert len(set(kind.sections)) == len(kind.sections)
    assert kind.sections[0] == "head"
    assert "attendance" in kind.sections


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.word)
def test_a_section_is_kept_under_its_own_name(kind: Kind) -> None:
    kept = {relation.key for relation in Meeting.__mapper__.relationships}
    assert set(kind.sections) - {"head"} <= kept


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.word)
def test_what_is_voted_on_has_its_section(kind: Kind) -> None:
    assert bool(kind.votes) == ("votes" in kind.sections)


def test_words_and_kinds_stand_once() -> None:
    assert len(set(MEETING_WORDS)) == len(MEETING_WORDS)
    assert len({kind.word for kind in KINDS}) == len(KINDS)
    assert THEME_DAY in {kind.word for kind in KINDS}


def test_every_word_but_a_talk_between_two_is_a_kind() -> None:
    assert set(MEETING_WORDS) - {kind.word for kind in KINDS} == {"谈心谈话"}


@pytest.mark.parametrize(
    ("meeting_words", "body"),
    [
        ([THEME_DAY], "members"),
        ([COMMITTEE_MEETING], "committee"),
        ([GROUP_MEETING], "group"),
        ([THEME_DAY, MEMBERS_MEETING, LECTURE], "members"),
        ([COMMITTEE_MEETING, LECTURE], "members"),
        ([GROUP_MEETING, COMMITTEE_MEETING], "committee"),
        ([], "members"),
        (["谈心谈话"], "members"),
    ],
)
def test_one_occasion_has_one_body_the_widest_of_its_kinds(
    meeting_words: list[str], body: str
) -> None:
    assert body_of(meeting_words) == body


def test_a_kind_the_branch_added_is_like_any_other_activity_under_its_own_word() -> None:
    (own,) = kinds_of(["读书会"])
    (other,) = kinds_of([OTHER])
    assert own == replace(other, word="读书会")
    assert body_of(["读书会"]) == "members"
    assert is_own_kind("读书会")
    assert not any(map(is_own_kind, MEETING_WORDS))


def test_what_has_no_page_of_its_own_is_recorded_as_an_activity() -> None:
    assert {recorded_as(word) for word in ("读书会", OUTER_EVENT, OTHER)} == {OTHER}
    assert recorded_as(LECTURE) == LECTURE


def test_kinds_come_in_the_order_of_the_meeting() -> None:
    found = kinds_of([LECTURE, "谈心谈话", THEME_DAY])
    assert [kind.word for kind in found] == [LECTURE, THEME_DAY]


def test_every_kind_has_a_word_of_its_own_for_a_narrow_column() -> None:
    assert list(SHORT_WORDS) == [kind.word for kind in KINDS]
    assert len(set(SHORT_WORDS.values())) == len(KINDS)
    assert all(len(word) == 2 for word in SHORT_WORDS.values())
