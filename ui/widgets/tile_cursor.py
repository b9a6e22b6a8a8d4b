"""Which of many people is meant: by letters, by the arrow keys, by selecting several."""

from __future__ import annotations

from collections.abc import Callable, Sequence

Rank = Callable[[int], int | None]


class TileCursor:
    """Where the keyboard is among the tiles; numbers are places in the list of all tiles.

    Attributes:
        shown: tiles the filter lets through, in reading order.
        found: those of them the letters may mean; all of them while nothing is typed.
        current: the tile the keyboard is at, or -1.
        selected: the tiles selected together.
        query: the letters typed so far.
    """

    def __init__(self) -> None:
        self.shown: list[int] = []
        self.found: list[int] = []
        self.current = -1
        self.selected: set[int] = set()
        self.query = ""
        self._anchor = -1
        self._chosen = False

    def show(self, numbers: Sequence[int], rank: Rank) -> None:
        """Let these tiles through; `rank` tells whom the letters may mean."""
        self.shown = list(numbers)
        self.selected &= set(self.shown)
        if self.current not in self.shown:
            self.current = -1
        self.find(rank)

    def find(self, rank: Rank) -> None:
        """Look anew for the people the letters may mean.

        `rank` is smaller the better a name fits and `None` where it does not; only the best ones
        are found, so that `zw` means 张伟 and not also 王张伟.
        """
        if not self.query:
            self.found = list(self.shown)
            return
        ranks = {number: rank(number) for number in self.shown}
        best = min((one for one in ranks.values() if one is not None), default=None)
        self.found = [number for number in self.shown if best is not None and ranks[number] == best]

    def set_query(self, query: str, rank: Rank) -> None:
        """Take other letters and go to the first person they may mean."""
        self.query = query
        self._chosen = False
        self.find(rank)
        if query and self.found:
            self.current = self.found[0]

    def meant(self) -> int | None:
        """Return the one person the letters mean, or `None` while several or none come up."""
        if self._chosen and self.current in self.found:
            return self.current
        return self.found[0] if len(self.found) == 1 else None

    def step(self, step: int, *, extend: bool = False) -> bool:
        """Go on among the people found; with `extend` select on the way; tell whether any is."""
        if not self.found:
            return False
        known = self.current in self.found
        here = self.found.index(self.current) + step if known else 0
        there = self.found[max(0, min(len(self.found) - 1, here))]
        if extend:
            self.extend_to(there)
        else:
            self.clear_selection()
        self._chosen = bool(self.query)
        self.current = there
        return True

    def extend_to(self, number: int) -> None:
        """Select everybody from where the selection began to a tile."""
        if self._anchor not in self.shown:
            self._anchor = self.current if self.current in self.shown else number
        first, last = sorted((self.shown.index(self._anchor), self.shown.index(number)))
        self.selected = set(self.shown[first : last + 1])

    def toggle(self, number: int) -> None:
        """Add a tile to the selection or take it out."""
        self.selected ^= {number}
        self._anchor = number

    def clear_selection(self) -> None:
        """Select nobody."""
        self.selected = set()
        self._anchor = -1

    def people(self) -> list[int]:
        """Return the selected tiles, or else the current one."""
        return sorted(self.selected) or ([self.current] if self.current >= 0 else [])
