"""What else is held on the same occasion (同时召开): one record, a page on paper for each kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QCheckBox, QWidget

from app.manual.kinds import (
    APPRAISAL,
    CRITICISM_MEETING,
    KINDS,
    LECTURE,
    MEMBERS_MEETING,
    THEME_DAY,
    body_of,
)
from app.rules.checks import SECTION_TITLES
from app.rules.texts import names_joined
from ui import dialogs
from ui.forms.layout import filled, sections_of
from ui.widgets.flow_layout import FlowLayout

if TYPE_CHECKING:
    from app.records import Meeting
    from ui.forms.section import Section

# A study or activity day of the branch's own becomes a theme day by the first tick.
# Source: `domain/one-plus-n-features.md` F04.
OFFERED = (THEME_DAY, MEMBERS_MEETING, LECTURE, CRITICISM_MEETING, APPRAISAL)
_ORDER = [kind.word for kind in KINDS]


class HeldTogether(QWidget):
    """A tick for each kind of the same body that may be held together with the main one."""

    def __init__(self, section: Section) -> None:
        super().__init__()
        self._section = section
        self.boxes: dict[str, QCheckBox] = {}
        flow = FlowLayout(self, gap=16)
        for word in OFFERED:
            box = QCheckBox(word)
            box.setAccessibleName(f"同时召开{word}")
            box.clicked.connect(lambda on, word=word: self._take(word, on=on))
            self.boxes[word] = box
            flow.addWidget(box)

    def refresh(self, meeting: Meeting) -> None:
        """Show which kinds there are; the one it was begun as is no choice."""
        begun_as = meeting.kinds[0] if meeting.kinds else ""
        for word, box in self.boxes.items():
            box.setVisible(word != begun_as)
            box.setChecked(word in meeting.kinds)
        # A proxy that is hidden would hold Tab where it is.
        self.setFocusProxy(next(box for box in self.boxes.values() if not box.isHidden()))

    @staticmethod
    def is_asked(meeting: Meeting) -> bool:
        """Tell whether others may be held with it: only where all members are due."""
        return body_of(meeting.kinds) == "members"

    def _take(self, word: str, *, on: bool) -> None:
        before = self._section.desk.meeting
        kinds = with_kind(before.kinds, word) if on else without_kind(before.kinds, word)
        lost = [
            SECTION_TITLES[name]
            for name in sections_of(before.kinds)
            if name not in sections_of(kinds) and filled(before, name)
        ]
        if lost and not dialogs.confirm(
            self,
            f"去掉{word}",
            f"“{names_joined(lost)}”已经填了内容，去掉{word}后不再显示，也不打印；"
            "再选上时还在。要去掉吗？",
            yes="去掉",
            danger=True,
        ):
            self.boxes[word].setChecked(True)
            return
        with self._section.change(f"同时召开{word}" if on else f"不同时召开{word}") as meeting:
            meeting.kinds = kinds


def with_kind(kinds: list[str], word: str) -> list[str]:
    """Return the kinds with another one; the first stays first, the others keep their order."""
    if word in kinds or not kinds:
        return kinds or [word]
    places = {known: place for place, known in enumerate(_ORDER)}
    others = sorted([*kinds[1:], word], key=lambda one: places.get(one, len(places)))
    return [kinds[0], *others]


def without_kind(kinds: list[str], word: str) -> list[str]:
    """Return the kinds without one."""
    return [one for one in kinds if one != word]
