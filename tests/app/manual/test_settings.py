from __future__ import annotations

import pytest

from app.manual.settings import SETTINGS, SettingSpec, lines_of, setting_spec


@pytest.mark.parametrize("spec", SETTINGS, ids=lambda spec: spec.key)
def test_a_setting_is_found_by_its_key_and_its_default_fits_its_kind(spec: SettingSpec) -> None:
    assert setting_spec(spec.key) is spec
    assert spec.label
    if spec.kind == "whole":
        assert int(spec.default) >= 0
        assert spec.unit
        assert spec.source
    if spec.kind == "lines":
        assert "\n".join(lines_of(spec.default)) == spec.default
    if spec.kind == "choice":
        assert spec.default in spec.choices


def test_keys_stand_once() -> None:
    assert len({spec.key for spec in SETTINGS}) == len(SETTINGS)
