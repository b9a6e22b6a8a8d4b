from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app import clock
from app.services import Services
from tests import factories
from tests.ui.views.opened import Opened
from ui.context import Context
from ui.views.home import HomeView
from ui.views.self_check_card import SHOWN_AT_FIRST, SelfCheckCard


@pytest.fixture
def card(
    context: Context, services: Services, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> SelfCheckCard:
    monkeypatch.setattr(clock, "today", lambda: date(2025, 11, 5))
    services.members.save(factories.make_member())
    services.meetings.save(factories.make_meeting(place=""))
    window = Opened(HomeView(context), qtbot)
    card = window.view.self_check
    card.setProperty("window", window)
    qtbot.waitUntil(lambda: not card.is_checking)
    return card


def test_what_is_wrong_in_the_last_month_is_one_click_from_its_place(card: SelfCheckCard) -> None:
    window: Opened[HomeView] = card.property("window")
    found = card.findings()
    assert found[0].level == "E"
    listed = next(one for one in card.lists if one.isVisibleTo(card))
    go = next(one for one in listed.findChildren(QPushButton) if one.text() == "去填写")
    go.click()
    view, record_id, place = window.gone_to[-1]
    assert (view, record_id) == ("theme_days", found[0].record_id)
    assert place == f"{found[0].section}/{found[0].field}"


def test_only_the_gravest_are_shown_until_more_are_asked_for(
    card: SelfCheckCard, qtbot: QtBot
) -> None:
    def shown() -> int:
        return sum(
            one.text() == "去填写" and one.isVisibleTo(card)
            for one in card.findChildren(QPushButton)
        )

    assert len(card.findings()) > SHOWN_AT_FIRST
    assert shown() == SHOWN_AT_FIRST
    card.more_button.click()
    qtbot.waitUntil(lambda: shown() == len(card.findings()))
    assert not card.more_button.isVisibleTo(card)
