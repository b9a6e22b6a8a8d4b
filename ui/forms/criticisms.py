"""Criticism and self-criticism (批评与自我批评), person by person, and the comment from above."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from app.manual import words
from app.records import Criticism, Opinion
from app.rules.attendance import state_of
from app.rules.checks import SECTION_TITLES
from app.rules.self_check import take_over
from ui.forms.preparation import preparation_fields
from ui.forms.rows import Row, RowList
from ui.forms.section import Section, focus_and_show
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.field_grid import FieldGrid
from ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from app.records import Meeting
    from app.rules.entries import Values
    from ui.forms.desk import Desk


_HINT = "每人一段：自己怎么说、别人怎么批评、怎么表态。"


class CriticismsSection(Section):
    """One row for each who spoke of himself, with the opinions of the others."""

    name = "criticisms"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.card = Card(SECTION_TITLES[self.name], _HINT)
        self.body.addWidget(self.card)
        self.list_button = button("按名册列出", self.list_everyone, icon="users")
        self.list_button.setToolTip("给每个应到的党员各加一段，已有的不动")
        self.card.add_action(self.list_button)
        self.sheets_button = button("带出对照检查", self.take_over_sheets, icon="copy")
        self.sheets_button.setToolTip("把会前填的《党员对照检查表》写进自我批评，已写的不动")
        self.card.add_action(self.sheets_button)
        self.rows = RowList(
            self,
            "发言人",
            lambda meeting: meeting.criticisms,
            lambda meeting: Criticism(branch_id=meeting.branch_id),
            CriticismRow,
        )
        self.card.body.addWidget(self.rows)
        self._comment = preparation_fields(self)
        comment = Card("上级点评")
        self.body.addWidget(comment)
        grid = FieldGrid()
        comment.body.addWidget(grid)
        grid.add("点评人", self._comment.line("comment_by", "点评人", "到会指导的上级"))
        text = self._comment.text("comment", "点评要点", "点评要点", least_lines=2)
        grid.add("点评要点", text, span=3)

    def refresh(self) -> None:
        """Show the rows and the comment."""
        self.rows.refresh()
        self._comment.refresh()
        self._show_missing()

    def after_change(self, section: str) -> None:
        """Follow who is due, and who has a row; who is away may have his words read."""
        self._show_missing()
        for row in self.rows.rows():
            if isinstance(row, CriticismRow):
                row.show_reader()

    def focus_field(self, field: str, member_id: str) -> bool:
        """Put the keyboard into a field such as `criticisms.2.opinions.1`, counted from 1."""
        row = field.partition(".")[2]
        if not row and self._missing():
            focus_and_show(self.list_button)
            return True
        return self.rows.focus_at(row)

    def list_everyone(self) -> None:
        """Add a row for each who was due and has none."""
        missing = self._missing()
        if not missing:
            return
        with self.change(f"按名册列出 {len(missing)} 人") as meeting:
            meeting.criticisms.extend(
                Criticism(branch_id=meeting.branch_id, member_id=member_id) for member_id in missing
            )
        self.refresh()
        self.rows.focus(len(self.rows.rows()) - len(missing), "text")

    def take_over_sheets(self) -> None:
        """Begin self-criticisms with what was written on the sheets before the meeting."""
        with self.change("带出对照检查") as meeting:
            take_over(meeting, self._sheets())
        self.refresh()

    def _sheets(self) -> dict[str, Values]:
        """Return the sheets of those on the roster who have not spoken yet."""
        meeting = self.desk.meeting
        spoke = {one.member_id for one in meeting.criticisms if one.text.strip()}
        due = {member.id for member in self.desk.roster()} - spoke
        sheets = self.desk.sources.self_checks(meeting)
        return {key: values for key, values in sheets.items() if key in due}

    def _missing(self) -> list[str]:
        there = {one.member_id for one in self.desk.meeting.criticisms}
        return [member.id for member in self.desk.roster() if member.id not in there]

    def _show_missing(self) -> None:
        self.list_button.setEnabled(bool(self._missing()))
        self.sheets_button.setEnabled(bool(self._sheets()))


class CriticismRow(Row):
    """What one member said of himself, what he was told, and his answer."""

    called: ClassVar = {"member": "member_id", "read_by": "read_by_id"}

    def __init__(self, rows: RowList, index: int) -> None:
        super().__init__(rows, index)
        grid = FieldGrid()
        self.body.addWidget(grid)
        who = self.fields.person("member_id", "发言人")
        who.person_edited.connect(self.show_reader)
        grid.add(f"发言人 {index + 1}", who)
        text = self.fields.text("text", "自我批评", "自己查摆的问题", least_lines=2)
        grid.add("自我批评", text, span=3)
        reader = self.fields.person("read_by_id", "代读人")
        self._reader = grid.add("代读人（本人未到会，书面发言）", reader, span=2)
        self.body.addWidget(plain_label("批评意见", "label"))
        self.opinions = OpinionRows(self)
        self.body.addWidget(self.opinions)
        grid = FieldGrid()
        self.body.addWidget(grid)
        answer = self.fields.text("answer", "表态", "听了批评怎么说、怎么改", least_lines=1)
        grid.add("表态", answer, span=4)

    def refresh(self) -> None:
        """Show the words and the opinions."""
        super().refresh()
        self.opinions.refresh()
        self.show_reader()

    def show_reader(self) -> None:
        """Ask who read the words of one who did not come."""
        desk = self.rows.section.desk
        one = self.read(desk.meeting)
        if one is None:
            return
        away = one.member_id and state_of(desk.meeting, one.member_id) not in words.PRESENT_STATES
        self._reader.setVisible(bool(away or one.read_by_id))

    def focus_field(self, place: str) -> bool:
        """Put the keyboard into a field, or an opinion such as `opinions.1.text`."""
        name, _, opinion = place.partition(".")
        if name == "opinions":
            return self.opinions.focus_at(opinion)
        return super().focus_field(place)

    def title(self) -> str:
        """Return who spoke, for the words for undo."""
        one = self.read(self.rows.section.desk.meeting)
        name = self.rows.section.desk.sources.name(one.member_id) if one else ""
        return name or super().title()


class OpinionRows(RowList):
    """What others said to one member."""

    def __init__(self, row: CriticismRow) -> None:
        def opinions(meeting: Meeting) -> list[Opinion]:
            one = row.read(meeting)
            return [] if one is None else one.opinions

        super().__init__(
            row.rows.section,
            "批评意见",
            opinions,
            lambda meeting: Opinion(branch_id=meeting.branch_id),
            OpinionRow,
        )


class OpinionRow(Row):
    """What one member said to another."""

    def __init__(self, rows: RowList, index: int) -> None:
        super().__init__(rows, index, labelled=False)
        grid = FieldGrid()
        self.body.addWidget(grid)
        self._who = self.fields.person("member_id", "批评人")
        grid.add("", self._who)
        text = self.fields.text("text", "意见", "指出了什么问题", least_lines=1)
        grid.add("", text, span=3)

    def first_field(self) -> Any:
        """Return who spoke."""
        return self._who
