from __future__ import annotations

import pytest

from app.manual import words
from app.rules import dues

_VOCABULARIES = {
    name: value
    for name, value in vars(words).items()
    if name.isupper() and isinstance(value, tuple)
}


@pytest.mark.parametrize("name", _VOCABULARIES)
def test_a_vocabulary_holds_each_word_once(name: str) -> None:
    vocabulary = _VOCABULARIES[name]
    assert vocabulary
    assert len(set(vocabulary)) == len(vocabulary)
    assert all(word == word.strip() and word for word in vocabulary)


def test_every_attendance_state_is_present_absent_or_exempt() -> None:
    kinds = (words.PRESENT_STATES, words.LEAVE_STATES, {words.UNEXCUSED}, {words.EXEMPT})
    assert sorted(state for kind in kinds for state in kind) == sorted(words.ATTENDANCE_STATES)
    assert words.LEAVE_STATES | {words.UNEXCUSED} == words.ABSENT_STATES


def test_agents_pay_by_a_method_of_the_list() -> None:
    assert set(words.PAY_METHODS) > words.AGENT_METHODS


def test_every_dues_kind_either_needs_a_base_or_pays_a_fixed_amount() -> None:
    fixed = [kind for kind in words.DUES_KINDS if not dues.needs_base(kind)]
    assert fixed == ["农民", "学生", "下岗失业", "抚恤低保"]
