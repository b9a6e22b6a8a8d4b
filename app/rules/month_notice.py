"""The notice of a month (月度通报): what it begins with, and which of its figures changed since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.manual.pages import monthly_notice
from app.records import Entry
from app.rules.checks import Finding
from app.rules.checks.fault import INSPECTION_AREA, WARNING
from app.rules.counted import Change, Figure, changes, kept_figures
from app.rules.entries import Values, rows_in
from app.rules.inspection import answers, is_of_month
from app.rules.month_checks import MonthView
from app.rules.month_figures import Inspected, inspection_kept, month_figures
from app.rules.month_report import month_report

# A notice that tells other figures than the records is a sum that does not tally.
FAULT_NUMBER = 4
_MOST_TOLD = 3


def inspected_of(view: MonthView, findings: Iterable[Finding]) -> Inspected:
    """Return the inspection a notice goes by: the one kept, else what the records answer."""
    entry = inspection_kept(view)
    if entry is not None:
        return Inspected(rows_in(entry.values, "items"), (), entry)
    found = answers(view, findings)
    places = (place for one in found if one.problem for place in one.places)
    return Inspected([one.values() for one in found], tuple(dict.fromkeys(places)))


def figures_of(view: MonthView, findings: Iterable[Finding]) -> list[Figure]:
    """Return the figures of a month with those of its inspection."""
    return month_figures(view, inspected_of(view, findings))


def drafted(view: MonthView, findings: Iterable[Finding]) -> Values:
    """Return the text of a notice drafted from the month's records, and the figures it tells."""
    inspected = inspected_of(view, findings)
    figures = month_figures(view, inspected)
    return {"text": month_report(view, figures, inspected), "figures": kept_figures(figures)}


def changed(notice: Values, figures: Iterable[Figure]) -> list[Change]:
    """Return the figures that are no longer those a notice was drafted from.

    One that was not drafted has none.
    """
    kept = rows_in(notice, "figures")
    return changes(kept, figures) if kept else []


def noted(notice: Values, seen: Iterable[Change], figures: Iterable[Figure]) -> Values:
    """Return a notice with some changed figures taken note of; its text is as it was."""
    names = {one.name for one in seen}
    kept = {row["name"]: row for row in rows_in(notice, "figures") if row["name"] not in names}
    now = {row["name"]: row for row in kept_figures(figures)}
    order = dict.fromkeys((*now, *kept))
    rows = (now[name] if name in names else kept.get(name) for name in order)
    return notice | {"figures": [row for row in rows if row]}


def corrected(notice: Values, change: Change, figures: Iterable[Figure]) -> Values | None:
    """Return a notice with a changed figure put right in its text.

    `None` where the text does not tell it in its own phrase exactly once.
    """
    text = notice.get("text") or ""
    old, new = change.old_phrase, change.new_phrase
    if not old or not new or text.count(old) != 1:
        return None
    return noted(notice, [change], figures) | {"text": text.replace(old, new)}


def notice_kept(view: MonthView) -> Entry | None:
    """Return the notice of the month, the last one if there are several."""
    found = [
        one for one in view.of(monthly_notice.PAGE.key) if is_of_month(one, view.context.month)
    ]
    return max(found, key=lambda one: one.id, default=None)


def out_of_date(view: MonthView, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Find a notice with figures that changed since it was drafted."""
    notice, page = notice_kept(view), monthly_notice.PAGE
    found = changed(notice.values, figures_of(view, findings)) if notice is not None else []
    if notice is None or not found:
        return
    told = "；".join(one.sentence for one in found[:_MOST_TOLD])
    more = f"等{len(found)}处" if len(found) > _MOST_TOLD else ""
    sentence = f"月度通报起草后记录变了：{told}{more}。请核对正文里的数。"
    yield Finding(FAULT_NUMBER, WARNING, sentence, INSPECTION_AREA, notice.id, page.key, "text")
