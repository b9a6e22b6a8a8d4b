"""What is due, what is late and what is coming, each with the place where it is seen to.

A new reminder is a function of an `Outlook` that yields reminders, and one line in `REMINDERS`.
"""

from __future__ import annotations

from app.rules.reminders import branch, cadence, cases, orders, people, records, theme_day
from app.rules.reminders.reminder import (
    DUE,
    LATE,
    LEVELS,
    SOON,
    Find,
    Jump,
    Level,
    Outlook,
    Reminder,
)
from app.rules.reminders.theme_day import (
    NextThemeDay,
    countdown,
    next_theme_day,
    this_theme_day,
)

__all__ = [
    "DUE",
    "LATE",
    "LEVELS",
    "REMINDERS",
    "SOON",
    "Jump",
    "Level",
    "NextThemeDay",
    "Outlook",
    "Reminder",
    "countdown",
    "next_theme_day",
    "reminders",
    "this_theme_day",
]

REMINDERS: tuple[Find, ...] = (
    theme_day.coming,
    theme_day.missed,
    records.not_confirmed,
    records.not_finalised,
    records.not_made_up,
    records.not_signed,
    branch.dues_open,
    records.not_carried_out,
    orders.orders_open,
    cadence.meetings_due,
    cadence.year_meetings_due,
    branch.talks_missing,
    people.not_heard_of,
    cases.steps_due,
    cases.exempt_out_of_touch,
    cases.exemptions_end,
    people.applicants_due,
    people.party_birthdays_near,
    branch.term_ends,
    branch.backup_old,
    theme_day.calendar_unknown,
)


def reminders(outlook: Outlook) -> list[Reminder]:
    """Return everything to be reminded of: what is late first, in the order of the register."""
    found = [one for find in REMINDERS for one in find(outlook)]
    return sorted(found, key=lambda one: LEVELS.index(one.level))
