"""What the theme days of a year were about: where themes came from, their tags and targets.

Source: `domain/one-plus-n-features.md` F17 (主题来源), F65 (标签), F76 (年度任务).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.manual.kinds import THEME_DAY
from app.manual.pages.work_targets import PAGE as TARGETS_PAGE
from app.manual.pages.work_targets import TARGETS
from app.manual.words import THEME_SOURCES, THEME_TAGS, VOID
from app.records import Entry, Meeting
from app.rules.attendance import day_of
from app.rules.entries import Values, rows_in


@dataclass(frozen=True, slots=True)
class ThemeYear:
    """The theme days of a year by day, and how often each source, tag and target occurs.

    Usual sources and tags are counted even where they never occur; `targets` begins with those of
    the year's list, whether a theme day served them or not.
    """

    days: tuple[tuple[date, Meeting], ...]
    sources: dict[str, int]
    tags: dict[str, int]
    targets: dict[str, tuple[date, ...]]


def theme_year(meetings: Iterable[Meeting], targets: Sequence[str]) -> ThemeYear:
    """Return the tally of the theme days among the meetings of a year; void ones do not count."""
    found = sorted(
        (
            (day, one)
            for one in meetings
            if THEME_DAY in one.kinds
            and one.deleted_at is None
            and one.state != VOID
            and (day := day_of(one)) is not None
        ),
        key=lambda pair: (pair[0], pair[1].id),
    )
    sources = Counter(one.theme_source for _, one in found if one.theme_source)
    tags = Counter(tag for _, one in found for tag in dict.fromkeys(one.theme_tags))
    served = dict.fromkeys(
        (*targets, *(one.work_target for _, one in found if one.work_target)), ()
    )
    return ThemeYear(
        days=tuple(found),
        sources={word: sources[word] for word in dict.fromkeys((*THEME_SOURCES, *sources))},
        tags={word: tags[word] for word in dict.fromkeys((*THEME_TAGS, *tags))},
        targets={
            name: tuple(day for day, one in found if one.work_target == name) for name in served
        },
    )


def target_rows(entries: Iterable[Entry]) -> list[Values]:
    """Return the rows of the year's list of targets, void lists left out."""
    return [
        row
        for entry in entries
        if entry.page == TARGETS_PAGE.key and entry.state != VOID
        for row in rows_in(entry.values, TARGETS.name)
        if row.get("name")
    ]


def target_names(entries: Iterable[Entry]) -> list[str]:
    """Return what the targets of the year are called, each once, in the order of the list."""
    return list(dict.fromkeys(row["name"].strip() for row in target_rows(entries)))
