"""Which checks a branch goes by, from which month on: levels, numbers, and what is switched off.

A change counts for the months from its own on; what was before it stays as it was judged then.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property, lru_cache
from typing import cast

from app.errors import InvalidInputError
from app.manual.faults import FAULTS, FaultSpec, Level, fault_spec
from app.manual.settings import SettingSpec, whole_in
from app.rules.texts import month_in

# The setting that holds every change of a rule.
RULES_KEY = "rules"

_MOST_NUMBER = 9999


@dataclass(frozen=True, slots=True)
class RuleChange:
    """How a rule stands from a month (`2025-10`) on.

    `level` is `None` where findings keep the level of their check; `numbers` are the values other
    than those of before any change, by the key of their setting; `off` is the reason the rule is
    switched off, empty while it is on.
    """

    number: int
    since: str
    level: Level | None = None
    numbers: Mapping[str, str] = field(default_factory=dict)
    off: str = ""


@dataclass(frozen=True)
class RuleBook:
    """How every rule stands in one month."""

    changes: Mapping[int, RuleChange] = field(default_factory=dict)

    @cached_property
    def off(self) -> frozenset[int]:
        """Return the numbers of the rules that are switched off."""
        return frozenset(number for number, one in self.changes.items() if one.off)

    @cached_property
    def switched_off(self) -> tuple[tuple[FaultSpec, str], ...]:
        """Return the rules that are switched off, each with the reason."""
        return tuple(
            (one, self.changes[one.number].off) for one in FAULTS if one.number in self.off
        )

    @cached_property
    def numbers(self) -> dict[str, str]:
        """Return the numbers that were chosen for the month, by the key of their setting."""
        return {key: text for one in self.changes.values() for key, text in one.numbers.items()}

    def level_of(self, number: int, usual: Level) -> Level:
        """Return the level a finding of a number has; `usual` is that of its check."""
        change = self.changes.get(number)
        return usual if change is None or change.level is None else change.level


def rule_book(settings: Mapping[str, str], month: str) -> RuleBook:
    """Return how the rules stand in a month (`2025-10`)."""
    return _book(settings.get(RULES_KEY, ""), month)


def number_of(settings: Mapping[str, str], spec: SettingSpec, month: str) -> int:
    """Return the number a rule goes by in a month; the default where it is unset or unreadable."""
    return whole_in({**settings, **rule_book(settings, month).numbers}, spec)


def changes_of(settings: Mapping[str, str]) -> tuple[RuleChange, ...]:
    """Return every change there is, by rule and month."""
    return _read(settings.get(RULES_KEY, ""))


def change_in(settings: Mapping[str, str], number: int, month: str) -> RuleChange:
    """Return how one rule stands in a month, its plainly kept numbers included."""
    change = rule_book(settings, month).changes.get(number) or RuleChange(number, "")
    own = {
        spec.key: settings[spec.key]
        for spec in fault_spec(number).settings
        if settings.get(spec.key, spec.default) != spec.default
    }
    return replace(change, numbers={**own, **change.numbers})


def with_change(settings: Mapping[str, str], wanted: RuleChange) -> str:
    """Return the text of the setting in which a rule stands as wanted from its month on.

    A change of the same rule and month is replaced; one that changes nothing is not kept.

    Raises:
        InvalidInputError: the month or a number cannot be read.
    """
    _refuse_wrong(wanted)
    others = [one for one in changes_of(settings) if (one.number, one.since) != _place(wanted)]
    return written((*others, wanted))


def without_change(settings: Mapping[str, str], number: int, since: str) -> str:
    """Return the text of the setting without the change of a rule that counts from a month."""
    kept = (one for one in changes_of(settings) if (one.number, one.since) != (number, since))
    return written(kept)


def written(changes: Iterable[RuleChange]) -> str:
    """Return the text of the setting for some changes; empty where there is none."""
    kept: list[RuleChange] = []
    for one in sorted(changes, key=_place):
        before = kept[-1] if kept and kept[-1].number == one.number else RuleChange(one.number, "")
        if replace(before, since=one.since) != one:
            kept.append(one)
    rows = [{key: value for key, value in asdict(one).items() if value} for one in kept]
    return json.dumps(rows, ensure_ascii=False) if rows else ""


def _place(change: RuleChange) -> tuple[int, str]:
    return change.number, change.since


def _refuse_wrong(change: RuleChange) -> None:
    if month_in(change.since) != change.since or not change.since:
        raise InvalidInputError("还没有写从哪个月起执行，请写成 2025-10 这样。")
    labels = {spec.key: spec.label for spec in fault_spec(change.number).settings}
    for key, text in change.numbers.items():
        if not (text.isascii() and text.isdigit() and int(text) <= _MOST_NUMBER):
            said = f"“{labels.get(key, key)}”要填 0 到 {_MOST_NUMBER} 的整数，请改正后再保存。"
            raise InvalidInputError(said)


@lru_cache(maxsize=64)
def _book(text: str, month: str) -> RuleBook:
    # By rule and month, so the last one of each rule that has begun by then is the one that holds.
    return RuleBook({one.number: one for one in _read(text) if one.since <= month})


@lru_cache(maxsize=8)
def _read(text: str) -> tuple[RuleChange, ...]:
    rows = json.loads(text) if text else []
    return tuple(
        RuleChange(
            int(row["number"]),
            str(row["since"]),
            cast("Level | None", row.get("level")),
            dict(row.get("numbers", {})),
            str(row.get("off", "")),
        )
        for row in rows
    )
