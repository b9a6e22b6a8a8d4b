"""Files of a meeting, photos or scans: taken in by a dialog or by dropping, sealed in a job."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from ui import dialogs
from ui.forms.rows import Row, RowList
from ui.forms.section import Section, focus_and_show
from ui.widgets.buttons import button
from ui.widgets.card import Card

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from app.records import Meeting
    from ui.forms.desk import Desk
    from ui.jobs import Progress


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of file: its word and counting word, what the card says, and what may be chosen."""

    word: str
    counted: str
    hint: str
    icon: str
    kinds: str
    suffixes: frozenset[str]


class FilesSection(Section):
    """The files of one sort in their order; a subclass says how one is added and shown."""

    sort: ClassVar[Sort]
    row: ClassVar[type[Row]]

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.setAcceptDrops(True)
        self.card = Card(self.sort.word, self.sort.hint)
        self.body.addWidget(self.card)
        self.add_button = button(f"添加{self.sort.word}", self._ask, icon=self.sort.icon)
        self.card.add_action(self.add_button)
        self.rows = RowList(self, self.sort.word, self.files, None, self.row)
        self.card.body.addWidget(self.rows)

    def files(self, meeting: Meeting) -> list[Any]:
        """Return the files of a meeting."""
        raise NotImplementedError

    def add(self, path: Path) -> Any:
        """Seal a file and return its record; runs in a thread."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show the files."""
        self.rows.refresh()
        self.rows.setVisible(bool(self.files(self.desk.meeting)))

    def focus_field(self, field: str, member_id: str) -> bool:
        """Go to the button that removes a file such as `photos.2`, or to the one that adds some."""
        number = field.partition(".")[2]
        rows = self.rows.rows()
        if number.isdigit() and int(number) <= len(rows):
            focus_and_show(rows[int(number) - 1].remove_button)
        else:
            focus_and_show(self.add_button)
        return True

    def take(self, paths: list[Path]) -> None:
        """Take files in; they appear when they are sealed."""
        meeting_id = self.desk.meeting.id

        def work(progress: Progress) -> list[Any]:
            taken = []
            for number, path in enumerate(paths):
                progress(number, len(paths))
                taken.append(self.add(path))
            return taken

        def done(taken: list[Any]) -> None:
            if self.desk.is_open and self.desk.meeting.id == meeting_id:
                self.keep(taken)

        self.desk.context.jobs.run(work, done, title=f"正在添加{self.sort.word}…")

    def keep(self, taken: list[Any]) -> None:
        """Put sealed files behind those of the meeting."""
        words = f"添加{self.sort.word} {len(taken)} {self.sort.counted}"
        with self.change(words) as meeting:
            self.files(meeting).extend(taken)
        self.refresh()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accept files of the sort."""
        if dropped_files(event, self.sort.suffixes):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the dropped files in."""
        paths = dropped_files(event, self.sort.suffixes)
        if paths:
            event.acceptProposedAction()
            self.take(paths)

    def _ask(self) -> None:
        paths = dialogs.ask_open_paths(self, f"添加{self.sort.word}", self.sort.kinds)
        if paths:
            self.take(paths)


def dropped_files(event: QDropEvent, suffixes: Collection[str]) -> list[Path]:
    """Return the files a drag carries whose names end in one of the suffixes."""
    paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    return [path for path in paths if path.suffix.lower() in suffixes]
