"""The five required actions and the optional ones of a theme day, each as a labelled box.

Source: `domain/pages.md` P13 (form 2).
"""

from __future__ import annotations

from collections.abc import Iterator

from app.manual import actions, words
from app.manual.actions import ORDINALS, REQUIRED_ACTIONS, RequiredAction
from app.printing.pages import parts
from app.printing.pages.book import Book
from app.printing.sheet import Box
from app.records import Action, DuesRow, Meeting, Speaker
from app.rules.attendance import day_of
from app.rules.dues import paid_on_day, total, yuan
from app.rules.texts import names_joined

_LABEL_CHARACTERS = 6
_CATEGORY_CHARACTERS = 12
_MOST_NAMED = 8
_AT_THE_TABLE = frozenset({"", words.CASH, words.MOBILE})


def boxes(book: Book, meeting: Meeting) -> Iterator[Box]:
    """Yield five boxes, also for actions not yet written, and one for each optional action."""
    written = {action.required_number: action for action in meeting.actions}
    for required in REQUIRED_ACTIONS:
        lines = tuple(_required(book, meeting, required, written.get(required.number)))
        yield _box(f"规定动作{ORDINALS[required.number - 1]}\n{_even(required.name)}", lines)
    optional = [action for action in meeting.actions if action.required_number is None]
    for number, action in enumerate(optional, 1):
        count = str(number) if len(optional) > 1 else ""
        kind, lines = action.category, tuple(_optional(book, action))
        if len(kind) > _CATEGORY_CHARACTERS:  # a label that long would not end on its page
            kind, lines = "", (parts.sentence(f"类别：{kind}"), *lines)
        yield _box(f"自选动作{count}" + (f"\n（{kind}）" if kind else ""), lines)
    if not optional:
        yield _box("自选动作", ())


def _even(name: str) -> str:
    """Return a name too long for one line of its cell in two even lines."""
    if len(name) <= _LABEL_CHARACTERS:
        return name
    middle = (len(name) + 1) // 2
    return f"{name[:middle]}\n{name[middle:]}"


def _box(name: str, lines: tuple[str, ...]) -> Box:
    return Box(name, lines, least_mm=14.0, side_label_mm=parts.LABEL_MM)


def _required(
    book: Book, meeting: Meeting, required: RequiredAction, action: Action | None
) -> Iterator[str]:
    """Yield the action's own data first, then what was typed about it."""
    typed = parts.paragraphs(action.text) if action else ()
    leads = parts.names(book, (lead.member_id for lead in action.leads)) if action else ""
    match required.number:
        case actions.DUES_ACTION:
            yield from _dues(book, meeting, leads, "".join(typed))
            yield from typed
        case actions.LECTURE_ACTION:
            yield from _lecture(book, meeting, leads)
            yield from typed
        case actions.REFLECTION_ACTION:
            yield from _reflections(book, meeting)
            yield from typed
        case _:
            yield from _led(required, action, leads)
            yield from typed
    yield from _effect(action)


def _led(required: RequiredAction, action: Action | None, leads: str) -> Iterator[str]:
    materials = names_joined(parts.paragraphs(action.materials)) if action else ""
    facts = (("篇目", materials), (required.lead_label, leads))
    if line := "；".join(f"{name}：{value}" for name, value in facts if value):
        yield parts.sentence(line)


def _effect(action: Action | None) -> Iterator[str]:
    lines = parts.paragraphs(action.effect) if action else ()
    if lines:
        yield f"成效：{lines[0]}"
        yield from lines[1:]


def _dues(book: Book, meeting: Meeting, leads: str, typed: str) -> Iterator[str]:
    """Yield who paid on the day, the sum, and whose payment came another way.

    Where the typed text has the same number of people and the same sum, they are not said twice.
    """
    day = day_of(meeting)
    paid = [] if day is None else paid_on_day(book.dues, day)
    facts = []
    said = f"{len(paid)}人" in typed and yuan(total(paid)) in typed
    if paid and not said:
        facts.append(f"{len(paid)}人交纳，合计{yuan(total(paid))}元")
        if ways := _other_ways(book, paid):
            here = sum(not _way(row) for row in paid)
            facts.append("，".join([f"其中{here}人现场交纳"] * bool(here) + ways))
    if leads:
        facts.append(f"收款人：{leads}")
    if facts:
        yield parts.sentence("；".join(facts))


def _other_ways(book: Book, paid: list[DuesRow]) -> list[str]:
    """Return who did not pay at the table, by the way it was paid; many are only counted."""
    people: dict[str, list[str]] = {}
    for row in paid:
        if way := _way(row):
            people.setdefault(way, []).append(book.name(row.member_id))
    return [
        (names_joined(names) if len(names) <= _MOST_NAMED else f"{len(names)}人") + way
        for way, names in people.items()
    ]


def _way(row: DuesRow) -> str:
    """Return how a payment came that was not made at the table, else nothing."""
    if row.paid_by:
        return f"由{row.paid_by}代交"
    if row.method in _AT_THE_TABLE:
        return ""
    return row.method + ("" if row.method.endswith("交") else "交纳")


def _lecture(book: Book, meeting: Meeting, leads: str) -> Iterator[str]:
    """Yield title, speakers and hours of the lecture; its outline has its own page (P17)."""
    lecture = meeting.lecture
    speakers = "" if lecture is None else speakers_words(book, meeting)
    facts = [f"主讲人：{speakers or leads}"] if speakers or leads else []
    if lecture is not None:
        if lecture.title:
            facts.insert(0, f"课题：{lecture_title(lecture.title)}")
        if lecture.hours is not None:
            facts.append(f"{lecture.hours.normalize():f}学时")
    if facts:
        yield parts.sentence("；".join(facts))


def _reflections(book: Book, meeting: Meeting) -> Iterator[str]:
    """Yield who spoke, then the words of each."""
    people = [book.name(one.member_id) or one.guest_name for one in meeting.reflections]
    spoke = list(dict.fromkeys(name for name in people if name))
    if spoke:
        yield f"{len(spoke)}人发言：{names_joined(spoke)}。"
    for one in meeting.reflections:
        yield from parts.spoken(book, one.member_id, one.guest_name, one.text)


def _optional(book: Book, action: Action) -> Iterator[str]:
    leads = parts.names(book, (lead.member_id for lead in action.leads))
    facts = [action.name] if action.name else []
    if action.people_count is not None:
        facts.append(f"{action.people_count}人参加")
    if leads:
        facts.append(f"负责人：{leads}")
    if facts:
        yield parts.sentence("；".join(facts))
    yield from parts.paragraphs(action.materials, action.text)
    yield from _effect(action)


def lecture_title(title: str) -> str:
    """Return the title between 《》, unless it carries them."""
    return title if "《" in title else f"《{title}》"


def speakers_words(book: Book, meeting: Meeting) -> str:
    """Return the lecturers with post or kind: 周启明（支部书记）、汪东林（党员）."""
    if meeting.lecture is None:
        return ""
    return "、".join(
        f"{book.name(one.member_id) or one.guest_name}（{speaker_post(book, meeting, one)}）"
        for one in meeting.lecture.speakers
    )


def speaker_post(book: Book, meeting: Meeting, speaker: Speaker) -> str:
    """Return the lecturer's post in the branch on that day, else what he is.

    Source: `domain/pages.md` P17 (职务).
    """
    if speaker.member_id is None:
        return "外请"
    member = book.member(speaker.member_id)
    day = day_of(meeting)
    for post in member.posts:
        begun = day is None or post.from_on is None or post.from_on <= day
        ended = day is not None and post.to_on is not None and post.to_on < day
        if begun and not ended:
            return post.post if post.post.startswith("支部") else f"支部{post.post}"
    return "党员领导干部" if member.is_leading_cadre else "党员"
