"""What stands around the form of an assessment: lines that differ, and the records behind each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.rules.entries import Values, decimal, rows_in
from app.rules.points import is_settled_score
from app.rules.scores import member_tenths, summed
from ui.forms.counted_cards import Action, Changed, Counted
from ui.views.entry_panels import EntryPanel
from ui.widgets.marks import Mark

if TYPE_CHECKING:
    from app.rules.points import Line
    from app.services.assessment import Assessment

_BY_HAND = "（您改过，不会自己改动）"


class AssessmentPanel(EntryPanel):
    """Shows what the records say of each line; a subclass knows whose lines they are."""

    changed_title = "和记录不一样"
    changed_hint = "您改过的行程序不动。要按记录填，点“改用”。"
    step: str

    def place_cards(self) -> None:
        """Put both above the form: its lines are many, and the sum stands with the records."""
        self.form.put_above(self.changed, self.counted)

    def refresh(self) -> None:
        """Compute anew shortly after the form is there: a year of records takes its time."""
        self._computed_for = None
        self._year: Assessment | None = None
        self._timer.start()

    def compute(self) -> None:
        """Hold the lines against the records, which are read once until they change."""
        record = self.editor.record
        if self._year is None or self._year.records.year != record.year:
            self._year = self.sources.assessment(record.year)
        self._lines: list[Line] = self.lines(self._year)

    def lines(self, year: Assessment) -> list[Line]:
        """Return the lines of the entry beside what the records of a year say."""
        raise NotImplementedError

    def is_closed(self) -> bool:
        """Tell whether what stands there is settled, whatever the records say now."""
        raise NotImplementedError

    def total(self) -> str:
        """Return the sum in words, empty while there is none."""
        raise NotImplementedError

    def computed_for(self) -> object:
        """Return whose lines they are, and the lines themselves."""
        return self.values.get("member"), self.rows()

    def rows(self) -> list[Values]:
        """Return the lines as they stand in the form."""
        return [dict(row) for row in rows_in(self.values, "items")]

    def show_cards(self) -> None:
        """Show the lines that differ, the records of each line, and the sum."""
        is_closed = self.is_closed()
        open_ = [] if is_closed else [one for one in self._lines if one.is_open]
        differing = [] if is_closed else [one for one in self._lines if one.change]
        shown = [Changed(self._sentence(one), one.places, self._take(one)) for one in differing]
        if open_:
            take_open: Action = ("按记录填上", lambda: self._put(open_))
            sentence = f"还有{len(open_)}行没有填，可以按记录算。"
            shown.insert(0, Changed(sentence, (), self.actions(take_open)))
        free = [one for one in differing if not one.is_by_hand]
        whole = (("全部改用", lambda: self._put(free)),) if len(free) > 1 else ()
        self.changed.show_changed(shown, self.actions(*whole))
        self.counted.show_counted(
            [
                Counted(f"{one.row.get('item', '')}　{one.way.said(one.row)}".rstrip(), one.places)
                for one in self._lines
                if one.places
            ]
        )
        total = self.total()
        self.counted.set_mark(Mark.DONE if total else Mark.NONE, total)

    def _take(self, line: Line) -> tuple[Action, ...]:
        return self.actions(("改用", lambda: self._put([line])))

    def _put(self, lines: Iterable[Line]) -> None:
        fresh = [(one.row, one.fresh) for one in lines]
        rows = [
            next((new for old, new in fresh if old == row), row)
            for row in rows_in(self.values, "items")
        ]
        self.put(self.step, {**self.values, "items": rows})

    @staticmethod
    def _sentence(line: Line) -> str:
        change = line.change
        assert change is not None
        said = f"{change.item}：这里是{change.stands or '空白'}，按记录是{change.counted}"
        return said + (_BY_HAND if line.is_by_hand else "")


class MemberScorePanel(AssessmentPanel):
    """Around the points of a member."""

    counted_title = "依据记录"
    counted_hint = "点一项，看它是从哪些记录数出来的。"
    step = "按记录更新积分"

    def lines(self, year: Assessment) -> list[Line]:
        """Return the member's lines, none before it is told whose they are."""
        return year.member_lines(self.editor.record) if self.values.get("member") else []

    def is_closed(self) -> bool:
        """Tell whether the points are settled."""
        return is_settled_score(self.editor.record)

    def total(self) -> str:
        """Return the points in all."""
        tenths = member_tenths(rows_in(self.values, "items"))
        return "" if tenths is None else f"总分 {decimal(tenths, 1)} 分"


class BranchScorePanel(AssessmentPanel):
    """Around the score sheet of the branch."""

    counted_title = "扣分的地方"
    counted_hint = "点一项，看缺的是哪一次、哪一份记录。"
    step = "按记录更新自评"

    def lines(self, year: Assessment) -> list[Line]:
        """Return the branch's lines."""
        return year.branch_lines(self.editor.record)

    def is_closed(self) -> bool:
        """Tell whether the sheet can no longer be changed."""
        return self.editor.is_locked

    def total(self) -> str:
        """Return the branch's own score of the weights."""
        rows = rows_in(self.values, "items")
        own, weights = summed(rows, "own_tenths"), summed(rows, "weight")
        return "" if own is None else f"自评 {decimal(own, 1)} 分，分值合计 {weights or 0} 分"
