"""What stands around the form of an election: who may elect by the records of its day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.manual.kinds import MEMBERS_MEETING
from app.rules.counted import Place
from app.rules.entries import day_in
from app.rules.reminders.reminder import MEMBERS_AREA, jump_to
from app.rules.texts import short_date
from ui.forms.counted_cards import Action, Changed, Counted
from ui.views.entry_panels import EntryPanel

if TYPE_CHECKING:
    from app.rules.electors import Tally


class ElectionPanel(EntryPanel):
    """Offers the figures of roster and attendance where none or others are typed."""

    changed_title = "和记录不一样"
    changed_hint = "人数按大会当天的名册和考勤算。您填的数程序不动，要按记录填，点“填上”。"
    counted_title = "依据记录"
    counted_hint = "点一个数，看它是从哪里数出来的。"

    def computed_for(self) -> object:
        """Return the day of the meeting; it may still be missing."""
        return (self.values.get("held_on"),)

    def compute(self) -> None:
        """Read who may elect on that day."""
        day = day_in(self.values, "held_on")
        known = self.context.services.elections.electors(day) if day else None
        self._tallies = known.tallies if known else ()
        self._places = {"entitled": Place("党员名册", MEMBERS_AREA)}
        if known and known.meeting and day:
            told = f"{short_date(day)}{MEMBERS_MEETING}"
            self._places["present"] = Place(told, *jump_to(known.meeting, "votes"))

    def show_cards(self) -> None:
        """Show the figures that differ, and the records of each."""
        found = [
            (one, sentence)
            for one in self._tallies
            if (sentence := one.difference(self.values.get(one.field)))
        ]
        lines = [
            Changed(sentence, (self._places[one.field],), self._fill([one]))
            for one, sentence in found
        ]
        differing = [one for one, _ in found]
        self.changed.show_changed(lines, self._fill(differing) if len(found) > 1 else ())
        self.counted.show_counted(
            [
                Counted(f"{one.told} {one.people}人", (self._places[one.field],))
                for one in self._tallies
            ]
        )

    def _fill(self, tallies: Sequence[Tally]) -> tuple[Action, ...]:
        label = "全部填上" if len(tallies) > 1 else "填上"
        return self.actions((label, lambda: self._put(tallies)))

    def _put(self, tallies: Sequence[Tally]) -> None:
        figures = {one.field: one.people for one in tallies}
        self.put("按记录填写人数", {**self.values, **figures})
