"""Where a theme comes from, what it is remembered by, and which target of the year it serves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.manual.kinds import THEME_DAY
from app.manual.words import THEME_SOURCES
from ui.forms.who_field import WhosField
from ui.forms.word_field import WordField
from ui.widgets.choice_field import ChoiceField

if TYPE_CHECKING:
    from app.records import Meeting
    from ui.forms.section import Fields, Section
    from ui.widgets.field_grid import FieldGrid


class ThemePurpose:
    """Three fields of the head that only a theme day has."""

    def __init__(self, section: Section, grid: FieldGrid, fields: Fields) -> None:
        self._section = section
        self._source = ChoiceField((("", "（未选）"), *THEME_SOURCES))
        self._source.choice_edited.connect(self._take_source)
        self._target = WordField((), "选择或填写年度任务")
        fields.bind_word(self._target, "work_target", "服务的年度任务")
        self._tags = WhosField(str, "添加标签")
        self._tags.whos_edited.connect(self._take_tags)
        fields.widgets |= {"theme_source": self._source, "theme_tags": self._tags}
        self._cells = (
            grid.add("主题来源", self._source),
            grid.add("服务的年度任务", self._target),
            grid.add("主题标签", self._tags, span=2),
        )

    def refresh(self, meeting: Meeting) -> None:
        """Show the three, with the targets of the year and the tags used before to choose from."""
        for cell in self._cells:
            cell.setVisible(THEME_DAY in meeting.kinds)
        if THEME_DAY not in meeting.kinds:
            return
        sources = self._section.desk.sources
        self._source.set_value(meeting.theme_source)
        self._target.set_words(sources.work_targets(meeting))
        self._target.set_text(meeting.work_target)
        self._tags.set_completions(sources.theme_tags())
        self._tags.set_whos((None, tag) for tag in meeting.theme_tags)

    def _take_source(self) -> None:
        with self._section.change("主题来源") as meeting:
            meeting.theme_source = self._source.value()

    def _take_tags(self) -> None:
        tags = [tag for _, tag in self._tags.whos()]
        with self._section.change("主题标签") as meeting:
            meeting.theme_tags = tags
