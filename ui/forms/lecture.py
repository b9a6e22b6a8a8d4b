"""The party lecture: title, who gave it, hours, and the notes."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from app.errors import AppError
from app.records import Lecture, Speaker
from app.rules.checks import SECTION_TITLES
from app.rules.rota import LECTURE
from ui import dialogs
from ui.forms.rota_button import rota_button
from ui.forms.section import Fields, Section
from ui.forms.who_field import WhosField
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.choice_field import ChoiceField
from ui.widgets.field_grid import FieldGrid

if TYPE_CHECKING:
    from pathlib import Path

    from app.records import Meeting
    from ui.forms.desk import Desk
    from ui.forms.who_field import Who

WORD_FILES = "Word 文件 (*.docx *.doc)"
_MOST_HALF_HOURS = 16


class LectureSection(Section):
    """One lecture; it is begun with the first word typed and gone with the last."""

    name = "lecture"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.card = Card(SECTION_TITLES[self.name])
        self.card.add_action(rota_button(self, LECTURE, self._add_speaker))
        self.body.addWidget(self.card)
        self.import_button = button("从 Word 导入讲稿", self._ask, icon="download")
        self.card.add_action(self.import_button)
        self._fields = Fields(self, lambda meeting: meeting.lecture, begun_lecture)
        grid = FieldGrid()
        self.card.body.addWidget(grid)
        grid.add("题目", self._fields.line("title", "党课题目", "党课题目"), span=2)
        self._speakers = WhosField(desk.sources.name, "党员或来宾姓名")
        self._speakers.whos_edited.connect(self._take_speakers)
        self._fields.widgets["speakers"] = self._speakers
        grid.add("主讲人", self._speakers)
        choices = [("", "（未填）")] + [(hours_text(half), hours_text(half)) for half in _halves()]
        self._hours = ChoiceField(choices)
        self._hours.choice_edited.connect(self._take_hours)
        self._fields.widgets["hours"] = self._hours
        grid.add("学时", self._hours)
        outline = self._fields.text(
            "outline", "讲稿提纲", "讲稿或提纲，可从 Word 粘贴", least_lines=8
        )
        grid.add("讲稿（提纲）", outline, span=4)

    def refresh(self) -> None:
        """Show the lecture, empty while there is none."""
        lecture = self.desk.meeting.lecture
        self._fields.refresh()
        speakers = lecture.speakers if lecture else []
        sources = self.desk.sources
        self._speakers.set_people(sources.people_with(one.member_id for one in speakers))
        self._speakers.set_whos((one.member_id, one.guest_name) for one in speakers)
        hours = lecture.hours if lecture else None
        self._hours.set_value(hours_text(hours) if hours is not None else "")

    def focus_field(self, field: str, member_id: str) -> bool:
        """Put the keyboard into a field of the lecture."""
        return self._fields.focus(field) or self._fields.focus("title")

    def import_notes(self, path: Path) -> None:
        """Take the words of a Word file for the notes; text that is there stays if so wished."""
        context = self.desk.context
        try:
            text = context.services.lecture_notes.text_of(path)
        except AppError as error:
            context.show_error(error)
            return
        lecture = self.desk.meeting.lecture
        there = lecture.outline.rstrip() if lecture else ""
        answers = ["接在后面", "替换"]
        chosen = 1
        if there.strip():
            question = f"讲稿里已有 {len(there)} 字，Word 里有 {len(text)} 字。怎么放？"
            chosen = dialogs.choose(self, "从 Word 导入讲稿", question, answers)
        if chosen < 0:
            return
        with self.change("从 Word 导入讲稿") as meeting:
            begun_lecture(meeting).outline = text if chosen else f"{there}\n{text}"
        self.refresh()
        context.status(f"已导入讲稿 {len(text)} 字")

    def _ask(self) -> None:
        for path in dialogs.ask_open_paths(self, "从 Word 导入讲稿", WORD_FILES)[:1]:
            self.import_notes(path)

    def _take_speakers(self) -> None:
        whos = self._speakers.whos()
        with self.change("党课主讲人") as meeting:
            set_speakers(begun_lecture(meeting), whos)

    def _add_speaker(self, member_id: str) -> None:
        lecture = self.desk.meeting.lecture
        whos = [(one.member_id, one.guest_name) for one in lecture.speakers] if lecture else []
        if (member_id, "") not in whos:
            with self.change("党课主讲人") as meeting:
                set_speakers(begun_lecture(meeting), [*whos, (member_id, "")])
            self.refresh()

    def _take_hours(self) -> None:
        value = self._hours.value()
        with self.change("党课学时") as meeting:
            begun_lecture(meeting).hours = Decimal(value) if value else None


def begun_lecture(meeting: Meeting) -> Lecture:
    """Return the lecture of a meeting, begun where there is none."""
    if meeting.lecture is None:
        meeting.lecture = Lecture(branch_id=meeting.branch_id)
    return meeting.lecture


def set_speakers(lecture: Lecture, whos: list[Who]) -> None:
    """Let these people have given the lecture; who stays keeps his row."""
    known = {(one.member_id, one.guest_name): one for one in lecture.speakers}
    lecture.speakers[:] = [
        known.get(who) or Speaker(branch_id=lecture.branch_id, member_id=who[0], guest_name=who[1])
        for who in whos
    ]


def hours_text(hours: Decimal) -> str:
    """Return hours as 1.5 or 2, without zeros at the end."""
    return format(hours.normalize(), "f")


def _halves() -> list[Decimal]:
    return [Decimal(half) / 2 for half in range(1, _MOST_HALF_HOURS + 1)]
