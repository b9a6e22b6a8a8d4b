from __future__ import annotations

import inspect
from collections.abc import Callable

import pytest

from app.manual.faults import fault_spec
from app.manual.settings import SETTINGS
from app.rules import appraisal, entry_checks
from app.rules.checks import CHECKS
from app.rules.month_checks import MONTH_CHECKS

ALL = range(1, 57)
BY_MEETING = {check.number for check in CHECKS}
BY_MONTH = {check.number for check in MONTH_CHECKS}
BY_PAGE = {number for number, _ in entry_checks.CHECKS.values()} | {appraisal.NO_FOLLOW_UP_NUMBER}
FINDS: list[Callable[..., object]] = [check.find for check in (*CHECKS, *MONTH_CHECKS)]


@pytest.mark.parametrize("number", ALL)
def test_each_of_the_faults_is_looked_for(number: int) -> None:
    assert number in BY_MEETING | BY_MONTH | BY_PAGE


def test_no_check_has_a_number_that_is_no_fault() -> None:
    assert not (BY_MEETING | BY_MONTH | BY_PAGE).difference(ALL)


def test_checks_name_a_source_and_say_what_they_find() -> None:
    assert all(fault_spec(number).source.strip() for number in ALL)
    for find in FINDS:
        said = inspect.getdoc(find) or ""
        assert said.split(maxsplit=1)[0] in ("Find", "Ask", "Remind"), find


def test_no_function_is_registered_twice() -> None:
    assert len(FINDS) == len(set(FINDS))


def test_a_number_a_check_uses_is_a_setting_with_a_source() -> None:
    whole = [spec for spec in SETTINGS if spec.kind == "whole"]
    assert all(spec.unit and spec.source for spec in whole)
