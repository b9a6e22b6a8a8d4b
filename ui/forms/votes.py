"""Votes (表决): what was counted is typed, what it comes to is computed while typing."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from app.manual import words
from app.manual.kinds import kinds_of
from app.records import Vote, VoteCounter, VoteExclusion
from app.rules.checks import SECTION_TITLES
from app.rules.quorum import rule_of
from app.rules.votes import contradictions_of, outcome_of, rule_for
from ui.forms.rows import Row, RowList
from ui.forms.section import Section
from ui.widgets.card import Card
from ui.widgets.field_grid import FieldGrid
from ui.widgets.labels import Hint, plain_label
from ui.widgets.person_field import PeopleField

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from app.records import Meeting
    from ui.forms.desk import Desk

_PAPER = (("issued", "发出票"), ("returned", "收回票"), ("valid", "有效票"))
_GIVEN = (("in_favour", "赞成"), ("against", "反对"), ("abstained", "弃权"))
_WRITTEN = (("written_for", "书面意见赞成"), ("written_against", "书面意见反对"))

_HINT = "只填票数；应到、实到和结果由程序按名册和考勤算出。"


class VotesSection(Section):
    """One row for each matter or person voted on."""

    name = "votes"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.card = Card(SECTION_TITLES[self.name], _HINT)
        self.body.addWidget(self.card)
        self.rows = RowList(self, "表决", lambda meeting: meeting.votes, new_vote, VoteRow)
        self.card.body.addWidget(self.rows)

    def refresh(self) -> None:
        """Show the votes."""
        self.rows.refresh()

    def after_change(self, section: str) -> None:
        """Follow the figures, and who was there on the day."""
        for row in self.rows.rows():
            if isinstance(row, VoteRow):
                row.show_result()

    def focus_field(self, field: str, member_id: str) -> bool:
        """Put the keyboard into a field such as `votes.1.in_favour`, counted from 1."""
        return self.rows.focus_at(field.partition(".")[2])


class VoteRow(Row):
    """One vote: the matter, the count, what it comes to, and the resolution."""

    called: ClassVar = {"counters": words.SCRUTINEER, "about": "about_id"}

    def __init__(self, rows: RowList, index: int) -> None:
        super().__init__(rows, index)
        grid = FieldGrid()
        self.body.addWidget(grid)
        subject = self.fields.paragraph("subject", "表决事项", "表决什么；涉及几个人的，一人一项")
        grid.add(f"表决事项 {index + 1}", subject, span=4)
        self._rule = self.fields.choice("rule", "表决规则", ())
        self._rule.choice_edited.connect(self._take_method)
        grid.add("表决规则", self._rule, span=2)
        self._method = self.fields.choice("method", "方式", (("", "（未填）"), *words.VOTE_METHODS))
        self._method.choice_edited.connect(self._show_paper)
        grid.add("方式", self._method)
        grid.add("涉及的人", self.fields.who("涉及的人", "about_id", "about_guest"))
        self._add_counts()
        self.result = Hint()
        self.result.setAccessibleName("表决结果")
        self.faults = Hint(role="warning")
        self.body.addWidget(self.result)
        self.body.addWidget(self.faults)
        self._add_people()
        grid = FieldGrid()
        self.body.addWidget(grid)
        resolution = self.fields.text("resolution", "决议", "决议全文", least_lines=2)
        grid.add("决议", resolution, span=4)

    def refresh(self) -> None:
        """Show the vote."""
        meeting = self.rows.section.desk.meeting
        vote = self.read(meeting)
        self._rule.set_choices(rules_offered(meeting))
        super().refresh()
        self._rule.set_value(rule_for(vote, meeting).key)
        for role, field in self._counters.items():
            self._show_people(field, [one.member_id for one in _of_role(vote, role)])
        self._show_people(self._excluded, [one.member_id for one in vote.exclusions])
        self._reasons.refresh()
        self._show_paper()
        self.show_result()

    def show_result(self) -> None:
        """Say what the figures come to, and what in them cannot be."""
        desk = self.rows.section.desk
        vote, members = self.read(desk.meeting), desk.sources.everyone
        if vote is None:
            return
        found = outcome_of(vote, desk.meeting, members)
        tone = {None: "sum", True: "sum-good", False: "sum-error"}[found.passed]
        self.result.set_tone(found.sentence, tone if found.can_sit else "sum-error")
        faults = [one.sentence for one in contradictions_of(vote, desk.meeting, members)]
        self.faults.set_tone("；".join(faults), "warning")
        self.faults.setVisible(bool(faults))

    def first_field(self) -> Any:
        """Return the matter."""
        return self.fields.widgets["subject"]

    def _add_counts(self) -> None:
        grid = FieldGrid()
        self.body.addWidget(grid)
        for name, label in (*_GIVEN, *_WRITTEN[:1]):
            grid.add(label, self.fields.number(name, label, live=True))
        self._paper = [
            grid.add(label, self.fields.number(name, label, live=True)) for name, label in _PAPER
        ]
        for name, label in _WRITTEN[1:]:
            grid.add(label, self.fields.number(name, label, live=True))

    def _add_people(self) -> None:
        grid = FieldGrid()
        self.body.addWidget(grid)
        self._counters: dict[str, PeopleField] = {}
        for role in words.COUNTER_ROLES:
            field = self._people(grid, role, partial(set_counters, role))
            self._counters[role] = field
        self._excluded = self._people(grid, "经批准不计入应到的党员", set_exclusions, span=4)
        self._reasons = RowList(self.rows.section, "不计入", self._exclusions, None, ExclusionRow)
        self._reasons.is_ordered = False
        self.body.addWidget(self._reasons)

    def _people(
        self,
        grid: FieldGrid,
        label: str,
        put: Callable[[Vote, list[str]], None],
        *,
        span: int = 2,
    ) -> PeopleField:
        field = PeopleField()

        def take() -> None:
            with self.rows.section.change(f"{self.title()} {label}") as meeting:
                put(self.read(meeting), field.member_ids())
            self._reasons.refresh()

        field.people_edited.connect(take)
        self.fields.widgets[label] = field
        grid.add(label, field, span=span)
        return field

    def _show_people(self, field: PeopleField, member_ids: list[str]) -> None:
        people = self.rows.section.desk.sources.people_with(member_ids)
        if people is not field.search.people:
            field.set_people(people)
        if field.member_ids() != member_ids:
            field.set_member_ids(member_ids)

    def _show_paper(self) -> None:
        """Ask for ballots on paper where there were some."""
        vote = self.read(self.rows.section.desk.meeting)
        filled = any(getattr(vote, name) is not None for name, _ in _PAPER)
        for cell in self._paper:
            cell.setVisible(filled or vote.method not in (words.SHOW_OF_HANDS, words.ORAL))
        self.rows.section.updateGeometry()

    def _take_method(self) -> None:
        """Let a matter that is voted on in secret be so, where nothing else was chosen."""
        vote = self.read(self.rows.section.desk.meeting)
        if not vote.method and rule_of(vote.rule).secret:
            with self.rows.section.change(f"{self.title()} 方式") as meeting:
                self.read(meeting).method = words.SECRET_BALLOT
            self.fields.refresh()
        self._show_paper()
        self.show_result()

    def _exclusions(self, meeting: Meeting) -> list[VoteExclusion]:
        vote = self.read(meeting)
        return [] if vote is None else vote.exclusions


class ExclusionRow(Row):
    """Why one member is not counted."""

    def __init__(self, rows: RowList, index: int) -> None:
        super().__init__(rows, index, labelled=False)
        grid = FieldGrid()
        self.body.addWidget(grid)
        self._name = plain_label(role="strong")
        grid.add("", self._name)
        reason = self.fields.paragraph("reason", "不计入的原因", "哪种情形，何时由谁批准")
        grid.add("", reason, span=3)
        self.remove_button.hide()

    def refresh(self) -> None:
        """Show who it is and why."""
        super().refresh()
        desk = self.rows.section.desk
        self._name.setText(desk.sources.name(self.read(desk.meeting).member_id))


def new_vote(meeting: Meeting) -> Vote:
    """Return an empty vote by the usual rule of the meeting.

    Whom the meeting has approved not to count is left out of each of its votes.
    """
    key = next((key for key, _ in rules_offered(meeting)), words.ORDINARY_VOTE)
    method = words.SECRET_BALLOT if rule_of(key).secret else ""
    approved = meeting.votes[-1].exclusions if meeting.votes else []
    return Vote(
        branch_id=meeting.branch_id,
        rule=key,
        method=method,
        exclusions=[
            VoteExclusion(branch_id=meeting.branch_id, member_id=one.member_id, reason=one.reason)
            for one in approved
        ],
    )


def rules_offered(meeting: Meeting) -> list[tuple[str, str]]:
    """Return key and word of the rules a meeting votes by, the usual one first."""
    keys = dict.fromkeys(key for kind in kinds_of(meeting.kinds) for key in kind.votes)
    return [(key, rule_of(key).word) for key in keys]


def set_counters(role: str, vote: Vote, member_ids: Iterable[str]) -> None:
    """Let these members have a role in counting; who stays keeps his row."""
    known = {one.member_id: one for one in _of_role(vote, role)}
    others = [one for one in vote.counters if one.role != role]
    vote.counters[:] = others + [
        known.get(key) or VoteCounter(branch_id=vote.branch_id, member_id=key, role=role)
        for key in member_ids
    ]


def set_exclusions(vote: Vote, member_ids: Iterable[str]) -> None:
    """Let these members not be counted; who stays keeps his reason."""
    known = {one.member_id: one for one in vote.exclusions}
    vote.exclusions[:] = [
        known.get(key) or VoteExclusion(branch_id=vote.branch_id, member_id=key)
        for key in member_ids
    ]


def _of_role(vote: Vote, role: str) -> list[VoteCounter]:
    return [one for one in vote.counters if one.role == role]
