"""How soon a worry or a need was answered (帮扶、思想疏导)."""

from __future__ import annotations

from app.rules.entries import Values, day_in


def response_days(values: Values) -> int | None:
    """Return the days from the day it was raised to the first answer; `None` without either.

    Source: article of 王研 on 1+N theme days (思想疏导、困难帮扶), `domain/pages.md` P25.
    """
    raised, answered = day_in(values, "raised_on"), day_in(values, "answered_on")
    return (answered - raised).days if raised and answered else None
