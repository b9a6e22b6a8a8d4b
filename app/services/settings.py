"""The branch's own numbers and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import InvalidInputError
from app.manual.kinds import is_own_kind
from app.manual.settings import OWN_KINDS, SettingSpec, setting_spec
from app.manual.settings import lines_of as words_of
from app.rules.calendar import CALENDAR_KEY, calendar_of, lines_of, with_year
from app.store import settings as kept

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from app.rules.calendar import Calendar, Line
    from app.store import Store


class SettingService:
    """Reads and writes the entries of `app.manual.settings`."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self) -> Mapping[str, str]:
        """Return the entries that differ from their default, by key."""
        with self._store.read() as unit:
            return kept.all(unit)

    def get(self, spec: SettingSpec) -> str:
        """Return the branch's value, else the default."""
        return self.all().get(spec.key, spec.default)

    def whole(self, spec: SettingSpec) -> int:
        """Return the value of a whole-number setting."""
        return int(self.get(spec))

    def own_kinds(self) -> list[str]:
        """Return the kinds of meeting the branch has added itself, in its order."""
        return [word for word in words_of(self.get(OWN_KINDS)) if is_own_kind(word)]

    def calendar(self) -> Calendar:
        """Return which days are worked, as the branch knows it."""
        return calendar_of(self.all())

    def holiday_lines(self, year: int) -> tuple[Line, ...]:
        """Return the lines of a year's holiday table, none where nobody wrote it down."""
        return lines_of(self.all(), year)

    def put_holiday_lines(self, year: int, lines: Iterable[Line]) -> None:
        """Keep the holiday table of a year; the shipped lines are the shipped table again.

        Raises:
            InvalidInputError: a line cannot be right; nothing was kept.
        """
        with self._store.write("settings") as unit:
            text = with_year(kept.all(unit), year, lines)
            kept.put(unit, CALENDAR_KEY, None if text == "{}" else text)

    def put(self, spec: SettingSpec, value: str) -> None:
        """Keep a value.

        Raises:
            InvalidInputError: the value does not fit the setting's kind.
        """
        value = value.strip()
        if spec.kind == "whole" and not (value.isascii() and value.isdigit()):
            raise InvalidInputError(f"“{spec.label}”要填一个整数，请改正后再保存。")
        if spec.kind == "choice" and value not in spec.choices:
            raise InvalidInputError(f"“{spec.label}”只能选：{'、'.join(spec.choices)}。")
        if spec.kind == "lines":
            value = "\n".join(words_of(value))
        with self._store.write("settings") as unit:
            kept.put(unit, setting_spec(spec.key).key, value)
