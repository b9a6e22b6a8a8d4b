"""The day each member joined the party, as it comes round every year (政治生日).

Source: `domain/one-plus-n-features.md` F60 (牢记自己的第一身份是共产党员).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.records import Member

_LEAP_DAY = (2, 29)


@dataclass(frozen=True, slots=True)
class PartyBirthday:
    """The day in a year on which a member has been in the party for so many years."""

    member: Member
    on: date
    years: int


def party_birthdays(members: Iterable[Member], year: int) -> list[PartyBirthday]:
    """Return the party birthdays of a year by day; of the year of joining there is none.

    Who joined on 29 February has his on the 28th where there is no 29th.
    """
    found = [
        PartyBirthday(member, _in_year(member.joined_on, year), year - member.joined_on.year)
        for member in members
        if member.joined_on is not None and member.joined_on.year < year
    ]
    return sorted(found, key=lambda one: (one.on, one.member.pinyin, one.member.id))


def _in_year(day: date, year: int) -> date:
    is_leap_day = (day.month, day.day) == _LEAP_DAY
    return date(year, 2, 28) if is_leap_day and not _is_leap(year) else day.replace(year=year)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
