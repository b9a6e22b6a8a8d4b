from __future__ import annotations

import pytest

from app.manual.actions import (
    OPTIONAL_CATEGORIES,
    ORDINALS,
    REQUIRED_ACTIONS,
    RequiredAction,
    required_action,
    required_number,
)


def test_there_are_five_required_actions_numbered_from_one() -> None:
    assert [action.number for action in REQUIRED_ACTIONS] == [1, 2, 3, 4, 5]
    assert len(ORDINALS) == 5


@pytest.mark.parametrize("action", REQUIRED_ACTIONS, ids=lambda action: action.name)
def test_a_required_action_is_found_by_number_and_by_each_name(action: RequiredAction) -> None:
    assert required_action(action.number) is action
    for name in (action.name, *action.short_names):
        assert required_number(name) == action.number
    assert action.lead_label


def test_no_name_means_two_actions() -> None:
    names = [name for one in REQUIRED_ACTIONS for name in (one.name, *one.short_names)]
    assert len(set(names)) == len(names)
    assert not set(names) & set(OPTIONAL_CATEGORIES)


def test_other_names_are_no_required_action() -> None:
    assert required_number("义务劳动") is None
    assert required_number("") is None
