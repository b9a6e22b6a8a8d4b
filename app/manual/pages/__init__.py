"""Every fill-in page of the manual, one module each.

A further page is a module with its `PAGE` and its name in `PAGES`; form, paper, store, records
document and the tests that walk the register follow.
"""

from __future__ import annotations

from app.manual.page import FillPage
from app.manual.pages import (
    achievement,
    annual_plan,
    annual_summary,
    applicant,
    appraisal,
    appraisal_count,
    award,
    branch_profile,
    branch_score,
    discipline,
    dues_handover,
    dues_use,
    election,
    exemption,
    feedback,
    floating,
    handover,
    honour,
    inspection,
    instructions,
    lost_contact,
    measure,
    member_score,
    monthly_notice,
    notes_check,
    notice,
    rectification_order,
    score_scheme,
    self_check,
    service,
    support,
    talk,
    theme_plan,
    transfer,
    vanguard,
    volume_note,
    work_report,
    work_targets,
)

PAGES: tuple[FillPage, ...] = (
    instructions.PAGE,
    branch_profile.PAGE,
    vanguard.PAGE,
    applicant.PAGE,
    transfer.PAGE,
    floating.PAGE,
    lost_contact.PAGE,
    exemption.PAGE,
    award.PAGE,
    honour.PAGE,
    achievement.PAGE,
    discipline.PAGE,
    measure.PAGE,
    annual_plan.PAGE,
    theme_plan.PAGE,
    work_targets.PAGE,
    notice.PAGE,
    feedback.PAGE,
    self_check.PAGE,
    appraisal.PAGE,
    appraisal_count.PAGE,
    talk.PAGE,
    support.PAGE,
    service.PAGE,
    election.PAGE,
    notes_check.PAGE,
    dues_handover.PAGE,
    dues_use.PAGE,
    inspection.PAGE,
    rectification_order.PAGE,
    monthly_notice.PAGE,
    score_scheme.PAGE,
    member_score.PAGE,
    branch_score.PAGE,
    annual_summary.PAGE,
    work_report.PAGE,
    handover.PAGE,
    volume_note.PAGE,
)
_BY_KEY = {page.key: page for page in PAGES}


def page_of(key: str) -> FillPage:
    """Return the fill-in page of a key.

    Raises:
        KeyError: there is none.
    """
    return _BY_KEY[key]


def knows(key: str) -> bool:
    """Tell whether there is a fill-in page of a key."""
    return key in _BY_KEY
