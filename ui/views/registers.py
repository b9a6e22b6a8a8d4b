"""登记、计划总结、督查考核: the areas fill-in pages are grouped in."""

from __future__ import annotations

from ui.views.register import RegisterView


class RegistersView(RegisterView):
    """Registers about people, money and the organisation."""

    key = "registers"
    title = "登记"
    icon = "book-open"
    help_topic = "registers"
    area = "registers"
    # What a page about the lost and one of an election are held against.
    areas = frozenset({*RegisterView.areas, "meetings"})


class PlansView(RegisterView):
    """Plans, notices and summaries."""

    key = "plans"
    title = "计划总结"
    icon = "calendar-days"
    help_topic = "plans"
    area = "plans"


class InspectionView(RegisterView):
    """Inspection, notices and assessment."""

    key = "inspection"
    title = "督查考核"
    icon = "list-checks"
    help_topic = "inspection"
    area = "inspection"
    # What inspections and notices are counted from.
    areas = frozenset({*RegisterView.areas, "meetings", "groups", "dues", "settings"})
