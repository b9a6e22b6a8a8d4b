"""三会一课: members' meetings, committee meetings, party group meetings and lectures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app import clock
from app.manual.kinds import (
    APPRAISAL,
    COMMITTEE_MEETING,
    GROUP_MEETING,
    MEMBERS_MEETING,
    OTHER,
    OUTER_EVENT,
    THEME_DAY,
)
from app.records import Meeting
from app.records.snapshot import from_plain, to_plain
from app.rules.attendance import day_of
from app.rules.texts import names_joined
from ui.forms.layout import title_of
from ui.printing import print_pages
from ui.views.kind_list import KindList
from ui.views.meeting_view import MeetingView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu, QWidget

    from ui.context import Context

_SHORT_WORDS = {
    MEMBERS_MEETING: "党员大会",
    COMMITTEE_MEETING: "支委会",
    APPRAISAL: "民主评议",
    OUTER_EVENT: "统一活动",
    OTHER: "活动",
}


class MeetingsView(MeetingView):
    """All meetings but mere theme days, which have a view of their own."""

    key = "meetings"
    title = "三会一课"
    icon = "message-square"
    help_topic = "meetings"
    empty_words = (
        "这一年还没有三会一课的记录。选一种会议，地点、主持人和记录人都按上一次填好。",
        "新建会议",
    )

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        made_list = KindList()
        super().__init__(context, made_list, parent)
        self.list: KindList = made_list
        made_list.new_requested.connect(self._new)
        made_list.kind_chosen.connect(self.read_year)

    def holds(self, meeting: Meeting) -> bool:
        """Take everything but theme days at which nothing else was held."""
        return meeting.kinds != [THEME_DAY]

    def lists(self, meeting: Meeting) -> bool:
        """List the kind chosen, or all."""
        kind = self.list.filter.value()
        return self.holds(meeting) and (not kind or kind in meeting.kinds)

    def lead_of(self, meeting: Meeting) -> str:
        """Return the kinds beside a theme day, of a party group its name."""
        kinds = [kind for kind in meeting.kinds if kind != THEME_DAY]
        names = [one.name for one in self.desk.sources.groups if one.id == meeting.group_id]
        if GROUP_MEETING in kinds and names:
            return names[0]
        return names_joined(_SHORT_WORDS.get(kind, kind) for kind in kinds)

    def offer_new(self, menu: QMenu) -> None:
        """Offer all kinds."""
        self.list.offer_kinds(menu.addMenu("新建"))

    def new_record(self) -> None:
        """Ask which kind to begin."""
        if self.list.isVisible():
            self.list.open_kinds()
        else:
            self._open_list()

    def print_now(self) -> None:
        """Print the meeting, kept first."""
        if not self.desk.is_open or not self.leave():
            return
        services, plain = self.context.services, to_plain(self.desk.meeting)
        print_pages(
            self.context,
            self,
            title_of(self.desk.meeting),
            lambda _progress: services.manual.preview(from_plain(Meeting, plain)),
            lambda: services.filing.mark_record_printed(plain["id"]),
        )

    def open(self, meeting_id: str) -> None:
        """Open a meeting; one the filter hides takes the filter away."""
        super().open(meeting_id)
        if not self.lists(self.desk.meeting):
            self.list.filter.set_value("")
            self.read_year()

    def read_year(self) -> None:
        """Read the year and the party groups."""
        self.list.set_groups(self.desk.sources.groups)
        self.list.set_own_kinds(self.context.services.settings.own_kinds())
        super().read_year()

    def _new(self, kind: str, group_id: str) -> None:
        """Make, keep and open a meeting of the present month, or of the first of another year."""
        if not self.leave():
            return
        today = clock.today()
        month = today.month if self.year == today.year else self._latest_month()
        meetings = self.context.services.meetings
        self.begin(lambda: meetings.new_meeting(kind, self.year, month, group_id or None))

    def _latest_month(self) -> int:
        days = [day for day in map(day_of, self.meetings) if day is not None]
        return max(days).month if days else 1
