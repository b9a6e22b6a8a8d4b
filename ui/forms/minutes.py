"""The minutes: topic by topic who reported, who said what, and what was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from app.records import MinutesItem, Speech
from app.rules.checks import SECTION_TITLES
from app.rules.minutes import record_of, records_of
from ui.forms.rows import Row, RowList
from ui.forms.section import Section
from ui.forms.who_field import complete
from ui.widgets.card import Card
from ui.widgets.field_grid import FieldGrid
from ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from app.records import Meeting
    from ui.forms.desk import Desk


class MinutesSection(Section):
    """One row for each topic, with the speeches to it."""

    name = "minutes"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.card = Card(SECTION_TITLES[self.name], "按议题记：谁汇报、谁怎么说、怎么定。")
        self.body.addWidget(self.card)
        self.rows = RowList(
            self,
            "议题",
            lambda meeting: meeting.minutes,
            lambda meeting: MinutesItem(branch_id=meeting.branch_id),
            TopicRow,
        )
        self.card.body.addWidget(self.rows)

    def refresh(self) -> None:
        """Show the topics."""
        self.rows.refresh()

    def after_change(self, section: str) -> None:
        """Follow which kinds are held together."""
        if section == "head":
            for row in self.rows.rows():
                if isinstance(row, TopicRow):
                    row.show_record()

    def focus_field(self, field: str, member_id: str) -> bool:
        """Put the keyboard into a field such as `minutes.1.speeches.2.text`, counted from 1.

        Without the number of a speech it goes to the button that adds one.
        """
        return self.rows.focus_at(field.partition(".")[2])


class TopicRow(Row):
    """One topic."""

    called: ClassVar = {"reporter": "reporter_id"}

    def __init__(self, rows: RowList, index: int) -> None:
        super().__init__(rows, index)
        grid = FieldGrid()
        self.body.addWidget(grid)
        self._topic = self.fields.line("topic", "议题", "议题名称")
        self._known_topics: list[str] = []
        grid.add(f"议题 {index + 1}", self._topic, span=3)
        grid.add("汇报人", self.fields.who("汇报人", "reporter_id", "reporter_guest"))
        self._record = self.fields.choice("kind", "记入哪份记录", ())
        self._record_cell = grid.add("记入哪份记录", self._record, span=2)
        self.body.addWidget(plain_label("发言", "label"))
        self.speeches = SpeechRows(self)
        self.body.addWidget(self.speeches)
        grid = FieldGrid()
        self.body.addWidget(grid)
        decision = self.fields.text("decision", "决定", "议定的意见", least_lines=1)
        grid.add("决定", decision, span=4)

    def refresh(self) -> None:
        """Show the topic and its speeches."""
        super().refresh()
        topics = self.rows.section.desk.sources.topics()
        if topics != self._known_topics:
            self._known_topics = topics
            complete(self._topic, topics)
        self.show_record()
        self.speeches.refresh()

    def show_record(self) -> None:
        """Ask whose record the topic stands on, where several kinds are held together."""
        meeting = self.rows.section.desk.meeting
        item, kinds = self.read(meeting), records_of(meeting.kinds)
        self._record.clear()  # a kind given up is offered no more
        self._record.set_choices(kinds)
        if item is not None:
            self._record.set_value(record_of(item, meeting))
        self._record_cell.setVisible(len(kinds) > 1)

    def focus_field(self, place: str) -> bool:
        """Put the keyboard into a field, or a speech such as `speeches.2.text`."""
        name, _, speech = place.partition(".")
        if name == "speeches":
            return self.speeches.focus_at(speech)
        return super().focus_field(place)

    def first_field(self) -> Any:
        """Return the topic."""
        return self.fields.widgets["topic"]


class SpeechRows(RowList):
    """The speeches to one topic."""

    def __init__(self, topic: TopicRow) -> None:
        def speeches(meeting: Meeting) -> list[Speech]:
            item = topic.read(meeting)
            return [] if item is None else item.speeches

        super().__init__(
            topic.rows.section,
            "发言",
            speeches,
            lambda meeting: Speech(branch_id=meeting.branch_id),
            SpeechRow,
        )


class SpeechRow(Row):
    """What one person said."""

    def __init__(self, rows: RowList, index: int) -> None:
        super().__init__(rows, index, labelled=False)
        grid = FieldGrid()
        self.body.addWidget(grid)
        self._who = self.fields.who("发言人")
        grid.add("", self._who)
        grid.add("", self.fields.text("text", "发言", "说了什么", least_lines=1), span=3)

    def first_field(self) -> Any:
        """Return who spoke."""
        return self._who
