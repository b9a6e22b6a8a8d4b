"""轮流表: who did a part when; the one chosen is put in, and nobody is put in by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton

from app import clock
from app.rules.attendance import day_of
from app.rules.rota import rota
from ui.widgets.buttons import button
from ui.widgets.pick_popup import PickItem, PickPopup

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.forms.section import Section


def rota_button(section: Section, part: str, take: Callable[[str], object]) -> QPushButton:
    """Return a button that opens the rota of a part; `take` is given the member chosen."""
    made = button("轮流表", role="link", tip=f"近一年谁{part}过、最近一次是哪天")
    made.setAccessibleName(f"轮流表：{part}")
    made.clicked.connect(lambda _checked=False: _open(section, part, take, made))
    return made


def _open(
    section: Section, part: str, take: Callable[[str], object], anchor: QPushButton
) -> PickPopup:
    desk = section.desk
    meeting = desk.meeting
    day = day_of(meeting) or clock.today()
    turns = rota(part, desk.sources.past, desk.roster(), day, meeting.id)
    popup = PickPopup(anchor, f"轮流表：{part}", "近一年的次数，最久没有轮到的排在前面。回车选用。")
    name = desk.sources.name
    popup.set_items(
        [PickItem(one.member.id, f"{name(one.member.id)}　{one.told}") for one in turns]
    )
    popup.chosen.connect(take)
    popup.open_under(anchor)
    return popup
