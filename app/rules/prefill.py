"""What a new fill-in page begins with, where that is more than nothing.

Whatever is filled in for the user is a proposal he may change; nothing here is computed again once
a page was begun.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date

from app.manual.checklist import CHECKLIST
from app.manual.pages import instructions
from app.manual.settings import SELF_CHECK_ASPECTS, lines_of
from app.records import Branch, Member
from app.rules.convening import secretary_on
from app.rules.entries import Values, written_people
from app.rules.fixed_day import fixed_day
from app.rules.membership import members_on
from app.rules.scheme import branch_items, member_items, scheme_of
from app.rules.texts import month_of, month_title

_EVERYONE = "各党小组"


@dataclass(frozen=True, slots=True)
class Start:
    """For whom and when a page is begun: the branch, its members, and a day of the page's year.

    `schemes` are those the branch has of its own (考核办法), `settings` what it has set.
    """

    branch: Branch
    members: Sequence[Member]
    day: date
    schemes: Sequence[Values] = ()
    settings: Mapping[str, str] = field(default_factory=dict)


def prefilled(key: str, start: Start) -> Values:
    """Return the values a new page begins with; none for most pages."""
    begin = _BEGINNINGS.get(key)
    return begin(start) if begin else {}


def _instructions(_start: Start) -> Values:
    return {"text": instructions.TEMPLATE}


def _annual_plan(start: Start) -> Values:
    return {"title": f"{start.day.year}年度支部工作计划", "addressee": _EVERYONE}


def _theme_plan(start: Start) -> Values:
    """Return the twelve months, each on the fixed day."""
    return {
        "months": [
            {
                "month": month,
                "planned_on": _fixed(start.branch, start.day.year, month).isoformat(),
            }
            for month in range(1, 13)
        ]
    }


def _fixed(branch: Branch, year: int, month: int) -> date:
    return fixed_day(branch.theme_day, year, month).planned_on


def _notice(start: Start) -> Values:
    return {"title": f"关于开展{start.day.month}月主题党日活动的通知", "addressee": _EVERYONE}


def _notes_check(start: Start) -> Values:
    """Return a row for each member of the day's roster."""
    roster = members_on(start.members, start.day)
    return {"members": [{"member": written_people([(one.id, "")])} for one in roster]}


def _self_check(start: Start) -> Values:
    """Return a row for each aspect the branch looks at itself in."""
    told = start.settings.get(SELF_CHECK_ASPECTS.key, SELF_CHECK_ASPECTS.default)
    return {"aspects": [{"aspect": line} for line in lines_of(told)]}


def _inspection(start: Start) -> Values:
    return {
        "month": month_title(month_of(start.day)),
        "items": [{"item": one.name, "weight": one.weight} for one in CHECKLIST],
    }


def _monthly_notice(start: Start) -> Values:
    month = month_title(month_of(start.day))
    return {
        "title": f"关于{month}主题党日开展情况的通报",
        "month": month,
        "addressee": _EVERYONE,
    }


def _score_scheme(start: Start) -> Values:
    """Return the scheme the year is assessed by so far, to be changed."""
    begun = scheme_of(start.schemes, start.day.year)
    return {**deepcopy(begun), "from_on": date(start.day.year, 1, 1).isoformat()}


def _member_score(start: Start) -> Values:
    return {"items": member_items(scheme_of(start.schemes, start.day.year))}


def _branch_score(start: Start) -> Values:
    return {"items": branch_items(scheme_of(start.schemes, start.day.year))}


def _work_report(start: Start) -> Values:
    secretary = secretary_on(start.members, start.day)
    author = f"{start.branch.name}书记　{secretary.name}" if secretary else ""
    return {"title": f"{start.day.year}年度抓党建工作述职报告", "author": author}


_BEGINNINGS: dict[str, Callable[[Start], Values]] = {
    "instructions": _instructions,
    "annual_plan": _annual_plan,
    "theme_plan": _theme_plan,
    "notice": _notice,
    "notes_check": _notes_check,
    "self_check": _self_check,
    "inspection": _inspection,
    "monthly_notice": _monthly_notice,
    "score_scheme": _score_scheme,
    "member_score": _member_score,
    "branch_score": _branch_score,
    "work_report": _work_report,
}
