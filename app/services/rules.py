"""The checks a branch goes by: levels, numbers, and what is switched off, month by month."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.manual.faults import FAULTS, fault_spec
from app.rules.rule_book import (
    RULES_KEY,
    change_in,
    changes_of,
    rule_book,
    with_change,
    without_change,
)
from app.store import settings as kept

if TYPE_CHECKING:
    from app.rules.rule_book import RuleBook, RuleChange
    from app.store import Store


class RuleService:
    """Reads and writes how the rules of `app.manual.faults` stand."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def book(self, month: str) -> RuleBook:
        """Return how the rules stand in a month (`2025-10`)."""
        return rule_book(self._settings(), month)

    def standing(self, month: str) -> tuple[RuleChange, ...]:
        """Return how each rule stands in a month, by number; `numbers` holds what is not usual."""
        settings = self._settings()
        return tuple(change_in(settings, fault.number, month) for fault in FAULTS)

    def history(self, number: int) -> tuple[RuleChange, ...]:
        """Return the changes of one rule, the earliest first."""
        return tuple(one for one in changes_of(self._settings()) if one.number == number)

    def put(self, wanted: RuleChange) -> None:
        """Let a rule stand as wanted from its month on; numbers left out are the usual ones.

        Raises:
            InvalidInputError: the month or a number cannot be read; nothing was kept.
        """
        settings = self._settings()
        usual = {spec.key: spec.default for spec in fault_spec(wanted.number).settings}
        numbers = {
            key: text
            for key, text in {**usual, **wanted.numbers}.items()
            if text != settings.get(key, usual[key])
        }
        self.put_text(with_change(settings, replace(wanted, numbers=numbers)))

    def drop(self, number: int, since: str) -> None:
        """Take back the change of a rule that counts from a month."""
        self.put_text(without_change(self._settings(), number, since))

    def text(self) -> str:
        """Return all changes as they are kept, to be kept again by `put_text`."""
        return self._settings().get(RULES_KEY, "")

    def put_text(self, text: str) -> None:
        """Keep all changes as `text` returned them."""
        with self._store.write("settings") as unit:
            kept.put(unit, RULES_KEY, text or None)

    def _settings(self) -> dict[str, str]:
        with self._store.read() as unit:
            return kept.all(unit)
