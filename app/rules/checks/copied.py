"""Faults of words that stand elsewhere already: of last month, of others, of what was read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.manual.actions import DUES_ACTION, STUDY_ACTION
from app.manual.settings import COPIED_PERCENT
from app.rules.checks.case import Case
from app.rules.checks.fault import WARNING, Fault, Likeness
from app.rules.checks.said import Place, Said, texts_of
from app.rules.dues import yuan
from app.rules.similarity import share_of, shingles
from app.rules.texts import long_date, short_date

# So many shingles are about as many characters; what is shorter may be alike by chance.
_LEAST_COMPARED = 25
_SHOWN = 14
_THEME_MONTH = re.compile(r"(?<![0-9])(1[0-2]|[1-9])月份?(?:的)?主题党日")
_SUM = re.compile(r"(?<![0-9.])([0-9]+\.[0-9]{2})\s*元")
_DUES_MONTH = re.compile(r"(?<![0-9])(1[0-2]|[1-9])月份?(?:的)?党费")


def said_before(case: Case) -> Iterator[Fault]:
    """Find words that stand almost the same in an earlier record (抄上月)."""
    day, limit = case.day, _limit(case)
    if day is None:
        return

    def is_earlier(place: Place) -> bool:
        return place.meeting_id != case.meeting.id and place.day < day

    for one in texts_of(case.meeting):
        words = shingles(one.text) if one.is_own else frozenset()
        if len(words) < _LEAST_COMPARED:
            continue
        indexes = (case.context.said, *case.context.libraries)
        best = [found for index in indexes if (found := index.best(words, is_earlier)) is not None]
        found = max(best, key=lambda one: one.share, default=None)
        if found is not None and found.share > limit:
            there = found.place
            when = short_date(there.day) if there.day.year == day.year else long_date(there.day)
            said = _whose(case, there.said)
            where = f"{when}{said}" if there.said.member_id else f"{when}的{said}"
            yield _copied(case, one, where, there.said.text, found.share)


def said_by_others(case: Case) -> Iterator[Fault]:
    """Find a reflection in the words of another member or of what was read (抄他人、抄资料).

    Read were the study materials and, in the meeting itself, the notes of the lecture.
    """
    limit = _limit(case)
    read = [
        Said("actions", "", "学习资料", f"{action.materials}\n{action.text}")
        for action in case.meeting.actions
        if action.required_number == STUDY_ACTION
    ]
    if case.meeting.lecture is not None:
        read.append(Said("lecture", "outline", "党课讲稿", case.meeting.lecture.outline))
    earlier = [(one, shingles(one.text)) for one in read]
    for one in texts_of(case.meeting):
        if one.section != "reflections":
            continue
        words = shingles(one.text)
        if len(words) >= _LEAST_COMPARED:
            shared = [(share_of(words, theirs), other) for other, theirs in earlier]
            share, other = max(shared, key=lambda pair: pair[0], default=(0.0, one))
            if share > limit:
                yield _copied(case, one, _whose(case, other), other.text, share)
        earlier.append((one, words))


def left_from_another_month(case: Case) -> Iterator[Fault]:
    """Find the name of another month where this one's is meant (抄上月没有改)."""
    meeting = case.meeting
    if case.day is None or not case.is_theme_day:
        return
    months = {case.day.month, (meeting.planned_on or case.day).month}
    for found in _THEME_MONTH.finditer(meeting.theme):
        if int(found[1]) not in months:
            sentence = f"主题写的是“{found[0]}”，活动在{case.day.month}月。请核对主题。"
            yield Fault(WARNING, "head", "theme", sentence)
    action = case.required.get(DUES_ACTION)
    text = "" if action is None else action.text
    # Dues of other months may be made up for or told of together.
    told = {int(found[1]) for found in _DUES_MONTH.finditer(text)}
    if told and not told & months and "补" not in text:
        sentence = f"收缴党费写的是{min(told)}月的党费，活动在{case.day.month}月。请核对。"
        yield Fault(WARNING, "actions", f"actions.{DUES_ACTION}.text", sentence)


def figures_left(case: Case) -> Iterator[Fault]:
    """Find a sum of dues that is an earlier theme day's and not this month's (数字没有改).

    While the month's sheet has faults of its own, its sum says nothing about the words.
    """
    action = case.required.get(DUES_ACTION)
    is_settled = all((row.paid_fen or 0) == row.due_fen for row in case.dues)
    if not case.is_theme_day or action is None or not case.dues or not is_settled:
        return
    paid = [row for row in case.dues if row.paid_fen]
    right = {
        yuan(sum(row.paid_fen or 0 for row in rows))
        for rows in (paid, [row for row in paid if row.paid_on == case.day])
    }
    before = {
        figure
        for other in case.context.earlier
        for one in other.actions
        if one.required_number == DUES_ACTION
        for figure in _SUM.findall(one.text)
    }
    for figure in _SUM.findall(action.text):
        if figure in before and figure not in right:
            sentence = f"收缴党费写的是{figure}元，那是上次的数，和本月党费表不一致。请核对。"
            yield Fault(WARNING, "actions", f"actions.{DUES_ACTION}.text", sentence)


def _limit(case: Case) -> float:
    return case.context.whole(COPIED_PERCENT) / 100


def _whose(case: Case, other: Said) -> str:
    return f"{case.name_of(other.member_id)}的{other.what}" if other.member_id else other.what


def _copied(case: Case, one: Said, where: str, text: str, share: float) -> Fault:
    whose = _whose(case, one)
    sentence = (
        f"{whose}“{_begin(one.text)}”和{where}“{_begin(text)}”有{int(share * 100)}%相同。"
        "请按这次的实际情况写。"
    )
    beside = Likeness(whose, one.text, where, text, share)
    return Fault(WARNING, one.section, one.field, sentence, one.member_id or "", likeness=beside)


def _begin(text: str) -> str:
    said = " ".join(text.split())
    return said if len(said) <= _SHOWN else f"{said[:_SHOWN]}…"
