"""Everything the checks may look at, gathered once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from app.manual import words
from app.manual.settings import SettingSpec
from app.records import Branch, DuesRow, Group, Meeting, Member
from app.rules.calendar import Calendar, calendar_of
from app.rules.checks.said import Place, index_of
from app.rules.exemptions import Exemption
from app.rules.namesakes import names_of_all
from app.rules.rule_book import RuleBook, number_of, rule_book
from app.rules.similarity import TextIndex
from app.rules.texts import month_of

UNKNOWN_NAME = "（不在名册的人）"


@dataclass(frozen=True)
class Context:
    """The branch's records around a meeting or month, settings and the day it is looked at.

    `meetings` and `dues` hold at least those of the month in question, `earlier` the meetings of
    some weeks before, which are only looked back at. `month` (`2025-10`) is
    given when a whole month is looked at, so that a missing theme day is found too. `exemptions`
    are the approved periods in which members are not counted among those due, `finalised_on` the
    days on which meetings were finalised, by their keys; `libraries` hold what was said before the
    month.
    """

    branch: Branch
    members: Sequence[Member]
    groups: Sequence[Group]
    meetings: Sequence[Meeting]
    dues: Sequence[DuesRow]
    settings: Mapping[str, str]
    today: date
    month: str = ""
    earlier: Sequence[Meeting] = ()
    exemptions: Sequence[Exemption] = ()
    finalised_on: Mapping[str, date] = field(default_factory=dict)
    libraries: Sequence[TextIndex[Place]] = ()

    @property
    def month_judged(self) -> str:
        """Return the month whose rules hold: the one looked at, else the present one."""
        return self.month or month_of(self.today)

    @cached_property
    def rules(self) -> RuleBook:
        """Return how the rules stand in the month looked at."""
        return rule_book(self.settings, self.month_judged)

    @cached_property
    def members_by_id(self) -> dict[str, Member]:
        """Return the members by id."""
        return {member.id: member for member in self.members}

    @cached_property
    def calendar(self) -> Calendar:
        """Return the branch's calendar."""
        return calendar_of(self.settings)

    @cached_property
    def said(self) -> TextIndex[Place]:
        """Return what was said at the meetings known, to find it again in others.

        Earlier ones are in the libraries, where there are any.
        """
        known = self.meetings if self.libraries else (*self.earlier, *self.meetings)
        return index_of(one for one in known if one.deleted_at is None and one.state != words.VOID)

    def name_of(self, member_id: str) -> str:
        """Return a member's name, told apart from a namesake's, or words for someone unknown."""
        return self._names.get(member_id, UNKNOWN_NAME)

    @cached_property
    def _names(self) -> dict[str, str]:
        return names_of_all(self.members, self.groups)

    def text(self, spec: SettingSpec) -> str:
        """Return a setting, its default where it is unset."""
        return self.settings.get(spec.key, spec.default)

    def whole(self, spec: SettingSpec) -> int:
        """Return a number as it holds in the month looked at."""
        return number_of(self.settings, spec, self.month_judged)
