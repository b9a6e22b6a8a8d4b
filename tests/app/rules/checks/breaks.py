"""Ways to break one thing in a sound year: a count, a date, a name, a reason, a paragraph."""

from __future__ import annotations

from random import Random

from tests.app.rules.checks import broken_figures, broken_words
from tests.app.rules.checks.breaking import Broken, Maker
from tests.year_views import YearRecords

WAYS: tuple[Maker, ...] = (
    broken_figures.count_badges,
    broken_figures.count_notes,
    broken_figures.count_ballots,
    broken_figures.count_dues,
    broken_figures.dues_not_paid,
    broken_figures.sum_handed_up,
    broken_figures.notes_written,
    broken_figures.end_before_start,
    broken_figures.no_end,
    broken_figures.another_day,
    broken_figures.leave_asked_late,
    broken_figures.leave_not_approved,
    broken_figures.no_reason,
    broken_figures.not_made_up,
    broken_figures.paid_on_no_day,
    broken_figures.newer_material,
    broken_words.head_left_empty,
    broken_words.general_theme,
    broken_words.same_chair_and_recorder,
    broken_words.chair_away,
    broken_words.away_but_quoted,
    broken_words.nobody_named,
    broken_words.a_stranger,
    broken_words.no_lead,
    broken_words.nobody_responsible,
    broken_words.no_effect,
    broken_words.no_flag,
    broken_words.moved_without_reason,
    broken_words.not_confirmed,
    broken_words.copied_paragraph,
    broken_words.copied_from_another,
    broken_words.left_open,
    broken_words.theme_of_another_month,
    broken_words.agent_not_named,
)


def broken(year: YearRecords, random: Random) -> Broken:
    """Break one thing at random; a way that finds nothing to break is tried again."""
    while True:
        for found in random.choice(WAYS)(year, random):
            return found
