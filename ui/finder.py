"""Ctrl+K: find a member, a meeting, a text in one, a view or a setting, without the mouse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.navigation import ENTRIES, view_of
from ui.widgets.labels import Hint
from ui.widgets.line_field import LineField

if TYPE_CHECKING:
    from app.records import Meeting
    from app.services import Services

SHOWN = 40
_AROUND = 14
_ROW_PX = 48
_SECTION_WORDS = {
    "actions": "动作",
    "lecture": "讲稿",
    "reflections": "体会",
    "minutes": "记录",
    "votes": "表决",
    "decisions": "决议",
}
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Place:
    """Something that can be found: what is shown, what is searched, and where it leads.

    `texts` are searched after the title; `pinyin` makes a person findable by letters. A part of
    a record is found by its texts only, the record itself (`whole`) by its title as well.
    """

    title: str
    kind: str
    view_key: str
    record_id: str = ""
    section: str = ""
    texts: tuple[str, ...] = ()
    pinyin: str | None = None
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that fits the query, with the words around the fit."""

    place: Place
    rank: int
    detail: str


def gather(services: Services) -> list[Place]:
    """Return every place; meant for a job, since it reads all years."""
    from app.manual.settings import SETTINGS

    places = [Place(entry.word, "页面", entry.key) for entry in ENTRIES]
    places += [Place(spec.label, "设置", "settings", section=spec.key) for spec in SETTINGS]
    cards = (("检查规则", "rules"), ("节假日与调休", "holidays"), ("诵读清单", "reading"))
    places += [Place(title, "设置", "settings", section=section) for title, section in cards]
    places += _member_places(services)
    places += _entry_places(services)
    for year in reversed(services.meetings.years()):
        for meeting in reversed(services.meetings.of_year(year)):
            places.extend(_meeting_places(meeting))
    return places


def find(query: str, places: Iterable[Place]) -> list[Hit]:
    """Return what fits, titles and names before texts, at most `SHOWN`."""
    query = query.strip()
    if not query:
        return [Hit(place, 0, "") for place in places if place.kind == "页面"]
    hits = [hit for place in places if (hit := _hit(query, place)) is not None]
    hits.sort(key=lambda hit: hit.rank)
    return hits[:SHOWN]


def _hit(query: str, place: Place) -> Hit | None:
    from app.rules.pinyin import match_rank

    if place.pinyin is not None:
        rank = match_rank(query, place.title, place.pinyin)
        return None if rank is None else Hit(place, rank, "")
    lowered = query.lower()
    if place.whole and lowered in place.title.lower():
        return Hit(place, 1, "")
    for text in place.texts:
        at = text.lower().find(lowered)
        if at >= 0:
            return Hit(place, 2, _around(text, at, len(query)))
    return None


def _around(text: str, at: int, length: int) -> str:
    start, end = max(0, at - _AROUND), min(len(text), at + length + _AROUND)
    words = " ".join(text[start:end].split())
    return f"{'…' if start else ''}{words}{'…' if end < len(text) else ''}"


def _member_places(services: Services) -> Iterator[Place]:
    """Yield the members; where there are namesakes, with what tells them apart."""
    from app.rules.namesakes import marks_of

    members = services.members.everyone()
    marks = marks_of(members, services.branches.groups())
    for one in members:
        word = f"党员 {marks[one.id]}" if one.id in marks else "党员"
        yield Place(one.name, word, "members", one.id, pinyin=one.pinyin)


def _entry_places(services: Services) -> Iterator[Place]:
    """Yield the fill-in pages, and what is written on each."""
    from app.manual.pages import PAGES, page_of
    from app.rules.entries import called, texts_in
    from app.rules.namesakes import names_of_all

    names = names_of_all(services.members.everyone(), services.branches.groups())
    for page in PAGES:
        yield Place(page.title, "手册页", page.area, section=page.key)
    for entry in services.entries.everything():
        page = page_of(entry.page)
        title = called(page, entry, lambda key: names.get(key or "", ""))
        texts = tuple(texts_in(page, entry.values))
        yield Place(title, page.title, page.area, entry.id, texts=texts)


def _meeting_places(meeting: Meeting) -> Iterator[Place]:
    from app.rules.attendance import day_of
    from app.rules.texts import long_date

    day = day_of(meeting)
    kind = "、".join(meeting.kinds)
    title = f"{long_date(day) if day else '日期未定'} {kind}"
    dates = () if day is None else (day.isoformat(), f"{day.month}.{day.day}")
    head = (meeting.theme, meeting.place, *dates, *meeting.guests, meeting.remark)
    shown = f"{title}  {meeting.theme}" if meeting.theme else title
    view = view_of(meeting.kinds)
    for section, texts in (("head", head), *_section_texts(meeting)):
        filled = tuple(text for text in texts if text)
        if filled:
            whole = section == "head"
            word = kind if whole else _SECTION_WORDS[section]
            yield Place(shown, word, view, meeting.id, section, filled, whole=whole)


def _section_texts(meeting: Meeting) -> Iterator[tuple[str, tuple[str, ...]]]:
    for action in meeting.actions:
        yield "actions", (action.materials, action.text, action.effect)
    if meeting.lecture is not None:
        yield "lecture", (meeting.lecture.title, meeting.lecture.outline)
    for reflection in meeting.reflections:
        yield "reflections", (reflection.text,)
    for item in meeting.minutes:
        speeches = tuple(speech.text for speech in item.speeches)
        yield "minutes", (item.topic, *speeches, item.decision)
    for vote in meeting.votes:
        yield "votes", (vote.subject, vote.resolution)
    for decision in meeting.decisions:
        yield "decisions", (decision.text,)


class Finder(QDialog):
    """A line and the list of what fits; Enter goes there. `chosen` carries the place."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("查找")
        self.setModal(True)
        self.resize(theme.px(560), theme.px(460))
        self._places: list[Place] | None = None
        self._goes_on = False
        self.line = LineField("姓名、首字母、主题、日期或记录里的文字")
        self.line.setAccessibleName("查找")
        self.model = _HitModel()
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(_HitDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName("找到的")
        self.nothing = Hint("没有找到。换一个词，或者只输入姓名的首字母。")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self.line)
        layout.addWidget(self.nothing)
        layout.addWidget(self.list, 1)
        self.line.text_edited.connect(self._search)
        self.list.clicked.connect(lambda _index: self._choose())
        self._search()

    def set_places(self, places: list[Place]) -> None:
        """Search among these from now on; go on to what Enter was pressed for meanwhile."""
        self._places = places
        goes_on = self._goes_on
        self._search()
        if goes_on:
            self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list and choose, while the line keeps the focus."""
        step = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 6,
            Qt.Key.Key_PageUp: -6,
        }.get(Qt.Key(event.key()), 0)
        count = self.model.rowCount()
        if step and count:
            row = max(0, min(count - 1, self.list.currentIndex().row() + step))
            self.list.setCurrentIndex(self.model.index(row, 0))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose()
        else:
            super().keyPressEvent(event)

    def _search(self) -> None:
        self._goes_on = False
        hits = find(self.line.text(), self._places or ())
        self.model.set_hits(hits)
        is_searched = self._places is not None and bool(self.line.text().strip())
        self.nothing.setVisible(is_searched and not hits)
        if hits:
            self.list.setCurrentIndex(self.model.index(0, 0))

    def _choose(self) -> None:
        self._goes_on = self._places is None
        hit = self.model.hit(self.list.currentIndex().row())
        if hit is not None:
            self.accept()
            self.chosen.emit(hit.place)


class _HitModel(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._hits: list[Hit] = []

    def set_hits(self, hits: list[Hit]) -> None:
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def hit(self, row: int) -> Hit | None:
        return self._hits[row] if 0 <= row < len(self._hits) else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        hit = self.hit(index.row())
        if hit is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.place.title
        return hit if role == Qt.ItemDataRole.UserRole else None


class _HitDelegate(QStyledItemDelegate):
    """Title, the words around the fit under it, and the kind at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, theme.px(_ROW_PX))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(hit, Hit):
            return
        state = option.state
        rect = option.rect
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("makeup_tint"))
        room = rect.adjusted(12, 4, -12, -4)
        painter.setFont(theme.font("secondary_size"))
        painter.setPen(theme.colour("secondary"))
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(room, right, hit.place.kind)
        words = room.adjusted(0, 0, -theme.px(96), 0)
        upper, lower = words, words
        if hit.detail:
            upper = words.adjusted(0, 0, 0, -words.height() // 2)
            lower = words.adjusted(0, words.height() // 2, 0, 0)
            self._draw(painter, lower, hit.detail)
        painter.setFont(theme.font())
        painter.setPen(theme.colour("text"))
        self._draw(painter, upper, hit.place.title)
        painter.restore()

    @staticmethod
    def _draw(painter: QPainter, rect: QRect, text: str) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(rect, flags, shown)
