from __future__ import annotations

from app.store import Store, settings


def test_a_setting_is_kept_changed_and_given_its_default_again(made: Store) -> None:
    seen = []
    for value in ("甲", "乙", None, None):
        with made.write("settings") as unit:
            settings.put(unit, "writer", value)
        with made.read() as unit:
            seen.append(settings.all(unit))
    assert seen == [{"writer": "甲"}, {"writer": "乙"}, {}, {}]
