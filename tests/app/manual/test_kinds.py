from __future__ import annotations

import pytest

from app.manual.kinds import KINDS, MEETING_WORDS, THEME_DAY, Kind
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


def test_words_and_kinds_stand_once() -> None:
    assert len(set(MEETING_WORDS)) == len(MEETING_WORDS)
    assert len({kind.word for kind in KINDS}) == len(KINDS)
    assert THEME_DAY in {kind.word for kind in KINDS}
