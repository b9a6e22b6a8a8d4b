"""The members' view in a test: opened, filled, and asked who is listed."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.records import Member
from app.services import Services
from tests.ui.views.opened import Opened
from ui.context import Context
from ui.views.members import MembersView


class Window(Opened[MembersView]):
    """The members' view, and who is listed in it."""

    def __init__(self, context: Context, qtbot: QtBot, width_px: int = 1190) -> None:
        super().__init__(MembersView(context), qtbot, width_px)

    def names(self) -> list[str]:
        everyone = {one.id: one.name for one in self.context.services.members.everyone()}
        gone = {one.id: one.name for one in self.context.services.members.deleted()}
        return [(everyone | gone)[one] for one in self.view.roster.shown_ids()]


def keep(services: Services, name: str, **values: object) -> Member:
    member = services.members.new()
    member.name = name
    for attribute, value in values.items():
        setattr(member, attribute, value)
    return services.members.save(member)
