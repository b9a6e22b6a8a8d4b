"""What stands around the form of a page that is computed from other records, by its key.

An inspection names the answers that changed and takes them over; a notice names the figures that
changed. What was typed is never replaced by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QObject, QTimer

from app.errors import AppError
from app.manual.pages import rectification_order
from app.rules.counted import Place
from app.rules.entries import Values, is_empty, rows_in
from app.rules.inspection import Answer, Renewal, renewals, renewed, told
from app.rules.month_notice import changed, corrected, noted
from app.rules.texts import month_in
from ui import dialogs
from ui.forms.counted_cards import Action, Changed, ChangedCard, Counted, CountedCard
from ui.forms.page import SECTION

if TYPE_CHECKING:
    from app.records import Entry
    from app.rules.counted import Change, Figure
    from ui.forms.page import PageForm
    from ui.forms.record_editor import RecordEditor
    from ui.views.register import RegisterView

# So long after the last key what was typed is compared again.
_PAUSE_MS = 400


class EntryPanel(QObject):
    """The two cards around a form, and what is computed for them; a subclass says what that is."""

    changed_title: ClassVar[str]
    changed_hint: ClassVar[str]
    counted_title: ClassVar[str]
    counted_hint: ClassVar[str]

    def __init__(self, view: RegisterView, form: PageForm) -> None:
        super().__init__(form)
        self.sources = view.sources
        self.context = view.context
        self.form = form
        self.changed = ChangedCard(self.changed_title, self.changed_hint)
        self.counted = CountedCard(self.counted_title, self.counted_hint)
        self.place_cards()
        for card in (self.changed, self.counted):
            card.place_chosen.connect(self._go)
        self._computed_for: object = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self.follow)
        self.editor.changed.connect(lambda _section: self._timer.start())
        self.editor.reloaded.connect(lambda _section: self._timer.start())
        self.refresh()

    def place_cards(self) -> None:
        """Put what changed above the form, and the ways to the records under it."""
        self.form.put_above(self.changed)
        self.form.put_below(self.counted)

    @property
    def editor(self) -> RecordEditor:  # type: ignore[type-arg]
        """Return the editor of the entry."""
        return self.form.editor

    @property
    def values(self) -> Values:
        """Return the values as they stand in the form."""
        values: Values = self.editor.record.values
        return values

    def refresh(self) -> None:
        """Compute anew from the records and show it."""
        self._computed_for = None
        self.follow()

    def follow(self) -> None:
        """Show what is typed against the records; these are read again only where need be."""
        wanted = self.computed_for()
        try:
            if wanted != self._computed_for:
                self.compute()
                self._computed_for = wanted
        except AppError as error:
            self.context.show_error(error)
            return
        self.show_cards()

    def show_lock(self) -> None:
        """Offer what may be done with a page just closed or opened, once it is computed."""
        if not self._timer.isActive():
            self.follow()

    def computed_for(self) -> object:
        """Return what the computation depends on beside the records."""
        return self.values.get("month")

    def compute(self) -> None:
        """Read the records."""
        raise NotImplementedError

    def show_cards(self) -> None:
        """Show both cards."""
        raise NotImplementedError

    def put(self, label: str, values: Values) -> None:
        """Put other values into the entry as one step, and show them."""
        with self.editor.change(SECTION, label) as entry:
            entry.values = values
        self.form.load()
        self.editor.save()
        self.follow()

    def actions(self, *listed: Action) -> tuple[Action, ...]:
        """Return what may be done, nothing with a page that is closed."""
        return () if self.editor.is_locked else listed

    def _go(self, place: Place) -> None:
        self.context.go(place.area, place.record_id, place.section)


class InspectionPanel(EntryPanel):
    """Around the form of an inspection."""

    changed_title = "记录变了"
    changed_hint = "填表以后有关记录改过。您自己填写的不会改动，只提醒您核对。"
    counted_title = "依据记录和整改"
    counted_hint = "点一项，看它是按哪条记录得出的。记录里看不出的由督查人填写。"

    def place_cards(self) -> None:
        """Put both cards above: the answers at a glance, before the long list of items."""
        self.form.put_above(self.changed, self.counted)

    def compute(self) -> None:
        """Read what the records answer, and what was ordered already."""
        inspections = self.context.services.inspections
        self._found: list[Answer] = inspections.answers_for(self.values)
        self._orders = [_ordered(one) for one in inspections.orders_made(self.values)]

    def computed_for(self) -> object:
        """Return month, items and weights."""
        rows = rows_in(self.values, "items")
        return self.values.get("month"), [(row.get("item"), row.get("weight")) for row in rows]

    def show_cards(self) -> None:
        """Show the answers that changed, and the records of each."""
        found = renewals(self.values, self._found)
        free = [one for one in found if not one.is_typed]
        lines = [Changed(self._sentence(one), one.answer.places, self._line(one)) for one in found]
        all_of_them = (("全部改用", lambda: self._take(free)),) if len(free) > 1 else ()
        self.changed.show_changed(lines, self.actions(*all_of_them))
        answered = [
            Counted(f"{one.item}：{told(one.values())}", one.places)
            for one in self._found
            if one.result
        ]
        self.counted.show_counted([*answered, *self._orders])

    def _line(self, one: Renewal) -> tuple[Action, ...]:
        label = "知道了" if one.is_typed else "改用"
        return self.actions((label, lambda: self._take([one])))

    def _take(self, taken: Iterable[Renewal]) -> None:
        self.put("按记录更新督查结果", renewed(self.values, taken))

    @staticmethod
    def _sentence(one: Renewal) -> str:
        problem = f"。{one.answer.problem}" if one.answer.problem else ""
        return f"{one.sentence}{problem}" + ("（您已填写，不改动）" if one.is_typed else "")


def _ordered(order: Entry) -> Counted:
    """Return an order with how far it is."""
    page, values = rectification_order.PAGE, order.values
    text = f"{values.get('number', '')}号整改：{values.get('state') or '没有填销号情况'}"
    return Counted(text, (Place(page.title, page.area, order.id, "result"),))


class NoticePanel(EntryPanel):
    """Around the form of a notice."""

    changed_title = "记录里的数变了"
    changed_hint = "起草以后有关记录改过。正文没有改动，请核对。"
    counted_title = "正文里的数"
    counted_hint = "点一个数，看它是按哪条记录数出来的。"

    def compute(self) -> None:
        """Read the figures of the month."""
        month = month_in(self.values.get("month") or "")
        inspections = self.context.services.inspections
        self._figures: list[Figure] = inspections.figures(month) if month else []

    def show_cards(self) -> None:
        """Show the figures that changed, and the records of each."""
        found = changed(self.values, self._figures)
        places = {one.name: one.places for one in self._figures}
        lines = [Changed(one.sentence, places.get(one.name, ()), self._line(one)) for one in found]
        whole: Sequence[Action] = (
            ("都核对过了", lambda: self._note(found)),
            ("重新起草", self._draft),
        )
        self.changed.show_changed(lines, self.actions(*whole))
        self.counted.show_counted(
            [Counted(f"{one.name} {one.value}", one.places) for one in self._figures]
        )

    def _line(self, change: Change) -> tuple[Action, ...]:
        listed: list[Action] = [("知道了", lambda: self._note([change]))]
        if corrected(self.values, change, self._figures) is not None:
            listed.insert(0, ("改正文", lambda: self._correct(change)))
        return self.actions(*listed)

    def _correct(self, change: Change) -> None:
        values = corrected(self.values, change, self._figures)
        if values is not None:
            self.put(f"改正文里的{change.name}", values)

    def _note(self, seen: Iterable[Change]) -> None:
        self.put("核对通报的数", noted(self.values, seen, self._figures))

    def _draft(self) -> None:
        """Draft the text anew; what was written by hand goes, and comes back by undo."""
        month = month_in(self.values.get("month") or "")
        text = "正文会换成按现在的记录起草的，手写的改动不再保留。可以撤销。"
        if is_empty(self.values.get("text")) or dialogs.confirm(
            self.form, "重新起草正文？", text, yes="重新起草"
        ):
            drafted = self.context.services.inspections.drafted(month)
            self.put("重新起草通报", self.values | drafted)
