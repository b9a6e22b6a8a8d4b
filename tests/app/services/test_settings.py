from __future__ import annotations

from datetime import date

import pytest

from app.errors import InvalidInputError
from app.manual.settings import LEAST_PHOTOS, MAKE_UP_DAYS, MOVE, OWN_KINDS, SETTINGS
from app.rules.calendar import OFF, Line
from app.services import Services


@pytest.mark.parametrize("spec", SETTINGS, ids=lambda spec: spec.key)
def test_every_setting_begins_with_its_default_and_keeps_a_change(
    services: Services, spec: object
) -> None:
    from app.manual.settings import SettingSpec

    assert isinstance(spec, SettingSpec)
    assert services.settings.get(spec) == spec.default
    changed = {"whole": "5", "line": "改过", "lines": "改过"}.get(spec.kind) or spec.choices[-1]
    services.settings.put(spec, changed)
    assert services.settings.get(spec) == changed


@pytest.mark.parametrize("value", ["", "三", "-1", "1.5", "²"])
def test_a_whole_number_is_asked_for_in_chinese(services: Services, value: str) -> None:
    with pytest.raises(InvalidInputError, match="整数"):
        services.settings.put(MAKE_UP_DAYS, value)
    assert services.settings.whole(MAKE_UP_DAYS) == 7


def test_a_word_that_is_not_offered_is_refused(services: Services) -> None:
    with pytest.raises(InvalidInputError, match="只能选"):
        services.settings.put(MOVE, "随便哪天")


def test_holidays_of_a_year_are_kept_and_known_to_the_calendar(services: Services) -> None:
    new_year = Line(date(2027, 1, 1), date(2027, 1, 3), OFF, "元旦")
    services.settings.put_holiday_lines(2027, [new_year])

    assert services.settings.holiday_lines(2027) == (new_year,)
    assert not services.settings.calendar().is_working_day(date(2027, 1, 1))
    services.settings.put_holiday_lines(2027, [])
    assert 2027 not in services.settings.calendar().years


def test_kinds_of_ones_own_are_words_the_manual_does_not_have(services: Services) -> None:
    services.settings.put(OWN_KINDS, " 读书会 \n\n党课\n义务劳动\n读书会")
    assert services.settings.get(OWN_KINDS) == "读书会\n党课\n义务劳动"
    assert services.settings.own_kinds() == ["读书会", "义务劳动"]


def test_a_change_tells_who_listens(services: Services) -> None:
    heard: list[frozenset[str]] = []
    stop = services.listen(heard.append)
    services.settings.put(LEAST_PHOTOS, "3")
    stop()
    services.settings.put(LEAST_PHOTOS, "4")

    assert heard == [frozenset({"settings"})]
