"""What the forms know beside the meeting: the roster, words used before, dues, what checks need."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING

from app import clock
from app.manual.pages import self_check, work_targets
from app.manual.words import LEAVE_WAYS, THEME_TAGS
from app.records import Meeting
from app.rules.attendance import day_of
from app.rules.convening import people_due
from app.rules.entry_checks import Beside
from app.rules.namesakes import marked, marks_of
from app.rules.preparing import committee_before
from app.rules.self_check import sheets_for
from app.rules.texts import month_of
from app.rules.themes import target_names
from ui.forms.layout import main_kind
from ui.widgets.person_field import Person, people_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from app.records import DuesRow, Entry, Group, Member
    from app.rules.checks import Context as CheckContext
    from app.rules.contact import Contact
    from app.rules.electors import Electors
    from app.rules.entries import Values
    from app.rules.reading import Progress
    from app.services import Services
    from app.services.assessment import Assessment

REMEMBERED_YEARS = 2


class FormSources:
    """Reads from the services once and keeps it until `reload` or `forget`."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.members: list[Member] = []
        self.everyone: list[Member] = []
        self.groups: list[Group] = []
        self.branch_name = ""
        self.marks: dict[str, str] = {}
        self._by_id: dict[str, Member] = {}
        self._people: list[Person] = []
        self._rosters: dict[tuple[date | str | None, ...], list[Member]] = {}
        self._dues: dict[str, list[DuesRow]] = {}
        self._numbers: dict[tuple[str, date | None, int | None, str, str | None], int] = {}
        self._contexts: dict[str, CheckContext] = {}
        self._reading: dict[date, list[Progress]] = {}
        self._self_checks: dict[date, dict[str, Values]] = {}
        self._targets: dict[int, list[str]] = {}
        self._entries: dict[int, list[Entry]] = {}
        self._heard: dict[str, Contact | None] = {}
        self._electors: dict[date, Electors | None] = {}
        self._assessments: dict[int, Assessment] = {}

    def reload(self) -> None:
        """Read the roster anew and forget what else was read."""
        self.members = self.services.members.everyone()
        left = self.services.members.deleted()
        self.everyone = [*self.members, *left]
        self._by_id = {member.id: member for member in [*left, *self.members]}
        self._rosters.clear()
        branch = self.services.branches.find()
        self.branch_name = branch.name if branch else ""
        self.groups = self.services.branches.groups()
        self.marks = marks_of(self.everyone, self.groups)
        self._people = people_of(self.members, self.marks)
        self.forget()

    def forget(self) -> None:
        """Forget dues, checks and words used before, so that they are read anew when asked for."""
        self._dues.clear()
        self._contexts.clear()
        self._entries.clear()
        self._heard.clear()
        self._electors.clear()
        self._assessments.clear()
        self._reading.clear()
        self._self_checks.clear()
        self._targets.clear()
        self._numbers.clear()
        self.__dict__.pop("past", None)

    def member(self, member_id: str) -> Member | None:
        """Return a member, also one in the trash."""
        return self._by_id.get(member_id)

    def name(self, member_id: str | None) -> str:
        """Return a member's name, told apart from a namesake's; empty for nobody."""
        member = self._by_id.get(member_id or "")
        return marked(member, self.marks) if member else ""

    def body_name(self, meeting: Meeting) -> str:
        """Return whose meeting it is: the party group's, or else the branch's."""
        names = (one.name for one in self.groups if one.id == meeting.group_id)
        return next(names, self.branch_name)

    def names(self, member_ids: Iterable[str]) -> list[str]:
        """Return the names of members in the order given."""
        return [self.name(member_id) for member_id in member_ids]

    def people_with(self, member_ids: Iterable[str | None]) -> list[Person]:
        """Return the roster for fields, and of these members also those who left it."""
        offered = {person.id for person in self._people}
        missing = [key for key in member_ids if key in self._by_id and key not in offered]
        if not missing:
            return self._people
        return self._people + people_of((self._by_id[key] for key in missing if key), self.marks)

    def roster(self, meeting: Meeting) -> list[Member]:
        """Return who was due at the meeting on its day."""
        day = day_of(meeting)
        if day is None:
            return self.members
        # Whoever went into the trash since is still due at a finalised meeting.
        key = (day, meeting.group_id, *meeting.kinds, *meeting.roster)
        if key not in self._rosters:
            self._rosters[key] = people_due(meeting, self.everyone, day)
        return self._rosters[key]

    def dues(self, meeting: Meeting) -> list[DuesRow]:
        """Return the dues rows of the meeting's month, proposed ones for who has none."""
        month = month_of(self._day(meeting))
        if month not in self._dues:
            self._dues[month] = self.services.dues.month(month)
        return self._dues[month]

    def check_context(self, meeting: Meeting) -> CheckContext:
        """Return what the checks of the meeting's month look at."""
        month = month_of(self._day(meeting))
        if month not in self._contexts:
            self._contexts[month] = self.services.checks.context(month)
        return self._contexts[month]

    def self_checks(self, meeting: Meeting) -> dict[str, Values]:
        """Return the sheets on which members looked at themselves before a meeting, by member."""
        day = self._day(meeting)
        if day not in self._self_checks:
            listed = (
                entry
                for year in (day.year - 1, day.year)
                for entry in self.services.entries.of_page(self_check.PAGE.key, year)
            )
            self._self_checks[day] = sheets_for(day, listed)
        return self._self_checks[day]

    def beside(self, entry: Entry) -> Beside:
        """Return what an entry is held against: the others of its year, and the settings."""
        if entry.year not in self._entries:
            self._entries[entry.year] = self.services.entries.of_year(entry.year)
        others = [one for one in self._entries[entry.year] if one.id != entry.id]
        settings = self.services.settings.all()
        return Beside(
            others, clock.today(), settings, self.heard, self._by_id, electors=self.electors
        )

    def assessment(self, year: int) -> Assessment:
        """Return what is counted from all records of a year."""
        if year not in self._assessments:
            self._assessments[year] = self.services.assessment.year(year)
        return self._assessments[year]

    def electors(self, day: date) -> Electors | None:
        """Return who may elect on a day, `None` where the roster knows nobody on that day."""
        if day not in self._electors:
            self._electors[day] = self.services.elections.electors(day)
        return self._electors[day]

    def heard(self, member_id: str) -> Contact | None:
        """Return when a member was last heard of, `None` where that is not known."""
        if member_id not in self._heard:
            self._heard[member_id] = self.services.contact.last_of(member_id)
        return self._heard[member_id]

    def committee_before(self, meeting: Meeting) -> list[Meeting]:
        """Return the committee meetings that may have prepared a meeting, and the one named."""
        context = self.check_context(meeting)
        known = [*context.earlier, *context.meetings]
        found = committee_before(meeting.start, known)
        named = [one for one in known if one.id == meeting.fixed_by_id and one not in found]
        return [*found, *named]

    def number(self, meeting: Meeting) -> int:
        """Return which one of its kind in its year the meeting is."""
        kind = main_kind(meeting)
        key = (meeting.id, day_of(meeting), meeting.number, kind, meeting.group_id)
        if key not in self._numbers:
            self._numbers[key] = self.services.meetings.number_of(meeting, kind)
        return self._numbers[key]

    @cached_property
    def past(self) -> list[Meeting]:
        """Return the meetings of this and last year, for words used before."""
        this_year = clock.today().year
        years = range(this_year, this_year - REMEMBERED_YEARS, -1)
        return [meeting for year in years for meeting in self.services.meetings.of_year(year)]

    def reading(self, day: date) -> list[Progress]:
        """Return how far what is recited was read at the meetings before a day."""
        if day not in self._reading:
            self._reading[day] = self.services.reading.progress(day)
        return self._reading[day]

    def topics(self) -> list[str]:
        """Return the topics discussed before, the commonest first."""
        return _common(item.topic for meeting in self.past for item in meeting.minutes)

    def places(self) -> list[str]:
        """Return the places used before, the commonest first."""
        return _common(meeting.place for meeting in self.past)

    def theme_tags(self) -> list[str]:
        """Return the usual tags of themes, and those used before, the commonest first."""
        used = _common(tag for meeting in self.past for tag in meeting.theme_tags)
        return list(dict.fromkeys((*THEME_TAGS, *used)))

    def work_targets(self, meeting: Meeting) -> list[str]:
        """Return the targets of the meeting's year that its theme may serve."""
        year = self._day(meeting).year
        if year not in self._targets:
            listed = self.services.entries.of_page(work_targets.PAGE.key, year)
            self._targets[year] = target_names(listed)
        return self._targets[year]

    def guests(self) -> list[str]:
        """Return the guests invited before, the commonest first."""
        return _common(guest for meeting in self.past for guest in meeting.guests)

    def leave_reasons(self) -> list[str]:
        """Return the reasons given for leave before, the commonest first."""
        return _common(
            row.leave.reason for meeting in self.past for row in meeting.attendance if row.leave
        )

    def leave_ways(self) -> list[str]:
        """Return the usual ways to ask for leave, then the others used before."""
        used = _common(
            row.leave.way for meeting in self.past for row in meeting.attendance if row.leave
        )
        return list(dict.fromkeys((*LEAVE_WAYS, *used)))

    def make_up_ways(self) -> list[str]:
        """Return the ways people were brought up to date before, the commonest first."""
        return _common(
            row.make_up.how for meeting in self.past for row in meeting.attendance if row.make_up
        )

    def _day(self, meeting: Meeting) -> date:
        return day_of(meeting) or clock.today()


def _common(found: Iterable[str]) -> list[str]:
    return [word for word, _ in Counter(word for word in found if word).most_common(40)]
