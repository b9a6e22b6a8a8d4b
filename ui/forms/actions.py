"""The five required actions and the optional ones of a theme day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.manual.actions import (
    LECTURE_ACTION,
    RECITATION_ACTION,
    REFLECTION_ACTION,
    STUDY_ACTION,
)
from app.rules.completeness import required_actions
from app.rules.rota import RECITATION, STUDY
from ui.forms.action_card import ActionCard
from ui.forms.dues_card import DuesCard
from ui.forms.optional_actions import OptionalActionsCard
from ui.forms.reading_line import ReadingLine
from ui.forms.rota_button import rota_button
from ui.forms.section import Section
from ui.widgets.buttons import button
from ui.widgets.labels import Hint

if TYPE_CHECKING:
    from ui.forms.desk import Desk


class ActionsSection(Section):
    """Five cards that complete from their own data, and the optional actions."""

    name = "actions"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.cards: list[ActionCard] = [
            DuesCard(self),
            RecitationCard(self),
            StudyCard(self),
            LectureCard(self),
            ReflectionsCard(self),
        ]
        self.optional = OptionalActionsCard(self)
        for card in (*self.cards, self.optional):
            self.body.addWidget(card)
        desk.dues_changed.connect(self._show_states)

    def refresh(self) -> None:
        """Show all actions."""
        for card in self.cards:
            card.refresh()
        self.optional.refresh()
        self._show_states()

    def after_change(self, section: str) -> None:
        """Follow the lecture, the reflections and the day of the dues."""
        for card in self.cards:
            if isinstance(card, LinkedCard) and card.linked == section:
                card.show_linked()
            if isinstance(card, RecitationCard) and section in ("actions", "head"):
                card.show_reading()
            if isinstance(card, DuesCard) and section in ("head", "attendance"):
                card.show_dues()
        self._show_states()

    def focus_field(self, field: str, member_id: str) -> bool:
        """Put the keyboard into a field such as `actions.3.lead` or `optional`."""
        parts = field.split(".")
        if len(parts) < 3:
            return self.optional.focus_field("", "")
        if parts[1].isdigit() and 1 <= int(parts[1]) <= len(self.cards):
            return self.cards[int(parts[1]) - 1].focus_field(parts[2])
        return self.optional.focus_field(parts[1], parts[2])

    def _show_states(self) -> None:
        if not self.desk.is_open:
            return
        meeting = self.desk.meeting
        states = required_actions(meeting, self.desk.sources.check_context(meeting))
        for number, card in enumerate(self.cards, start=1):
            card.show_state(states[number])
        self.optional.show_states()


class RecitationCard(ActionCard):
    """The second action: an article of the constitution is read aloud."""

    def __init__(self, section: Section) -> None:
        super().__init__(section, RECITATION_ACTION)
        self.add_grid()
        self.add_materials("诵读的章条", "如：第一章第三条（党员义务）", least_lines=1, span=2)
        self.add_leads()
        self.add_text("情况说明", "如：全体起立", least_lines=1, span=4)
        self.reading = ReadingLine(section, self._take_article)
        self.body.addWidget(self.reading)
        self.add_action(self.reading.list_button())
        self.add_action(rota_button(section, RECITATION, self.add_lead))

    def refresh(self) -> None:
        """Show the record and how far the constitution is read."""
        super().refresh()
        self.show_reading()

    def show_reading(self) -> None:
        """Show how far the constitution is read, and what to take over."""
        record = self.read(self._meeting())
        self.reading.refresh(record.materials if record is not None else "")

    def _take_article(self, article: str) -> None:
        with self.section.change("诵读的章条") as meeting:
            action = self._begun(meeting)
            action.materials = "\n".join(filter(None, (action.materials.strip(), article)))
        self.refresh()


class StudyCard(ActionCard):
    """The third action: rules and news of the party are studied."""

    def __init__(self, section: Section) -> None:
        super().__init__(section, STUDY_ACTION)
        self.add_grid()
        self.add_materials("学习篇目（一行一篇）", "文件名称、印发单位", least_lines=2, span=2)
        self.add_leads()
        self.add_text("要点", "领学的主要内容", least_lines=2, span=4)
        self.add_action(rota_button(section, STUDY, self.add_lead))


class LinkedCard(ActionCard):
    """An action that is told in a section of its own, shown here in a line."""

    linked = ""

    def __init__(self, section: Section, number: int, go_to: str) -> None:
        super().__init__(section, number)
        self.told = Hint()
        self.body.addWidget(self.told)
        self.add_action(
            button(
                go_to,
                lambda: section.desk.jump_requested.emit(self.linked, ""),
                role="link",
            )
        )

    def refresh(self) -> None:
        """Show the record and what the other section tells."""
        super().refresh()
        self.show_linked()

    def focus_field(self, field: str) -> bool:
        """Go to the other section for what is told there."""
        if field in ("lecture", "reflections"):
            self.section.desk.jump_requested.emit(self.linked, "")
            return True
        return super().focus_field(field)

    def show_linked(self) -> None:
        """Show what the other section tells."""
        self.told.set_tone(self._told())

    def _told(self) -> str:
        raise NotImplementedError


class LectureCard(LinkedCard):
    """The fourth action: secretary and members lecture."""

    linked = "lecture"

    def __init__(self, section: Section) -> None:
        super().__init__(section, LECTURE_ACTION, "填写讲稿")
        self.add_grid()
        self.add_text("情况说明", "如：谁讲什么、多长时间、要点", least_lines=1, span=2)
        self.add_leads()

    def _told(self) -> str:
        lecture = self._meeting().lecture
        if lecture is None or not (lecture.title or lecture.speakers):
            return "还没有党课题目和主讲人。"
        sources = self.section.desk.sources
        names = [one.guest_name or sources.name(one.member_id) for one in lecture.speakers]
        title = f"《{lecture.title}》" if lecture.title else "（题目未填）"
        return f"{title}　主讲：{'、'.join(names) or '（未填）'}"


class ReflectionsCard(LinkedCard):
    """The fifth action: members say what they have understood."""

    linked = "reflections"

    def __init__(self, section: Section) -> None:
        super().__init__(section, REFLECTION_ACTION, "填写体会")
        self.add_grid()
        self.add_leads()
        self.add_text("情况说明", "可空", least_lines=1, span=2)

    def _told(self) -> str:
        reflections = self._meeting().reflections
        if not reflections:
            return "还没有人谈体会。"
        sources = self.section.desk.sources
        said = [
            f"{one.guest_name or sources.name(one.member_id) or '（未填姓名）'}"
            f"（{sum(not sign.isspace() for sign in one.text)}字）"
            for one in reflections
        ]
        return f"已有 {len(said)} 人：{'、'.join(said)}"
