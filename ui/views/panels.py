"""Which fill-in pages have cards around their form that say what the records tell, by their key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.manual.pages import branch_score, election, inspection, member_score, monthly_notice
from ui.views.assessment_panels import BranchScorePanel, MemberScorePanel
from ui.views.election_panel import ElectionPanel
from ui.views.entry_panels import EntryPanel, InspectionPanel, NoticePanel

if TYPE_CHECKING:
    from ui.forms.page import PageForm
    from ui.views.register import RegisterView

PANELS: dict[str, Callable[[RegisterView, PageForm], EntryPanel]] = {
    inspection.PAGE.key: InspectionPanel,
    monthly_notice.PAGE.key: NoticePanel,
    member_score.PAGE.key: MemberScorePanel,
    branch_score.PAGE.key: BranchScorePanel,
    election.PAGE.key: ElectionPanel,
}
