from __future__ import annotations

import pytest

from app.errors import InvalidInputError
from app.manual.settings import LEAST_PHOTOS, MAKE_UP_DAYS, SETTINGS
from app.services import Services


@pytest.mark.parametrize("spec", SETTINGS, ids=lambda spec: spec.key)
def test_every_setting_begins_with_its_default_and_keeps_a_change(
    services: Services, spec: object
) -> None:
    from app.manual.settings import SettingSpec

    assert isinstance(spec, SettingSpec)
    assert services.settings.get(spec) == spec.default
    changed = "5" if spec.kind == "whole" else "改过"
    services.settings.put(spec, changed)
    assert services.settings.get(spec) == changed


@pytest.mark.parametrize("value", ["", "三", "-1", "1.5", "²"])
def test_a_whole_number_is_asked_for_in_chinese(services: Services, value: str) -> None:
    with pytest.raises(InvalidInputError, match="整数"):
        services.settings.put(MAKE_UP_DAYS, value)
    assert services.settings.whole(MAKE_UP_DAYS) == 7


def test_a_change_tells_who_listens(services: Services) -> None:
    heard: list[frozenset[str]] = []
    stop = services.listen(heard.append)
    services.settings.put(LEAST_PHOTOS, "3")
    stop()
    services.settings.put(LEAST_PHOTOS, "4")

    assert heard == [frozenset({"settings"})]
