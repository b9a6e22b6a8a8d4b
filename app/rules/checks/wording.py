"""Faults of wording: too little said, nobody named, gaps left open, names that are not right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from app.manual.kinds import (
    COMMITTEE_MEETING,
    CRITICISM_MEETING,
    GROUP_MEETING,
    MEMBERS_MEETING,
)
from app.manual.settings import LEAST_GROUP_WORDS, LEAST_MEETING_WORDS, LEAST_SPEAKERS
from app.records import Meeting
from app.rules.checks.case import Case
from app.rules.checks.fault import ERROR, WARNING, Fault
from app.rules.checks.said import texts_of
from app.rules.texts import long_date

_NOT_WORDS = re.compile(r"\s+")
_EMPTY_PHRASES = (
    "大家一致认为",
    "与会人员一致认为",
    "与会同志一致认为",
    "与会党员一致认为",
    "大家纷纷表示",
    "与会人员纷纷表示",
)
_SAME_AS = re.compile(r"[（(“]?(?:同上|同前)[）)”]?[。.]?")
_OPEN = re.compile(
    r"(?<![A-Za-z0-9])[xX×]{2,}(?![A-Za-z0-9])|待补充?(?![选课学交录])|待填|[_＿]{2,}|[?？]{3,}"
)
_PLAY = ("聚餐", "会餐", "旅游", "游玩", "唱歌", "K歌", "KTV", "采摘", "烧烤", "打牌", "麻将")
_FORBIDDEN = ("严禁", "禁止", "不得", "不准", "杜绝", "整治", "治理", "违规")
_PURPOSES = ("教育", "党性", "党史", "革命", "警示", "传统", "帮扶", "志愿", "义务")
_LEADERS_MEETING = re.compile(r"(?<!班子)(?<!党委)(?<!干部)民主生活会")
_DAY = re.compile(r"(20\d\d)年(\d{1,2})月(\d{1,2})日(?![起前止施])")
_YEAR = re.compile(r"\u3014(20\d\d)\u3015\s*\d+\s*号")


def too_little(case: Case) -> Iterator[Fault]:
    """Find minutes too short to tell what was dealt with (记录内容简单)."""
    least = _least_words(case)
    if not least or not case.is_over:
        return
    count = len(_NOT_WORDS.sub("", "".join(_dealt_with(case.meeting))))
    if count < least:
        sentence = (
            f"会议记录只有{count}字，少于{least}字。"
            "请在“会议记录”里补记议题、发言要点和议定的事项。"
        )
        yield Fault(WARNING, "minutes", _first_words(case.meeting), sentence)


def too_few_speakers(case: Case) -> Iterator[Fault]:
    """Find minutes in which hardly anybody is named (流水账)."""
    items = case.meeting.minutes
    if not items or not _least_words(case) or not case.is_over:
        return
    who = {
        one.member_id or one.guest_name.strip()
        for item in items
        for one in item.speeches
        if one.text.strip()
    }
    who |= {item.reporter_id or item.reporter_guest.strip() for item in items}
    count = len(who - {""})
    least = min(case.context.whole(LEAST_SPEAKERS), case.summary.present)
    if count < least:
        sentence = f"会议记录里发言和汇报的只有{count}人，少于{least}人。请补记各人的发言要点。"
        yield Fault(WARNING, "minutes", "minutes.1.speeches", sentence)


def empty_phrases(case: Case) -> Iterator[Fault]:
    """Find phrases that stand for nobody's words (套话、“大家一致认为”)."""
    for one in texts_of(case.meeting):
        phrase = next((phrase for phrase in _EMPTY_PHRASES if phrase in one.text), "")
        if phrase:
            sentence = f"{one.what}里写了“{phrase}”。请写明是谁说的、说了什么。"
            yield Fault(WARNING, one.section, one.field, sentence)


def left_open(case: Case) -> Iterator[Fault]:
    """Find places kept open, and “同上” in place of the words (空白栏、“同上”)."""
    for one in texts_of(case.meeting):
        found = _SAME_AS.fullmatch(one.text.strip()) or _OPEN.search(one.text)
        if found:
            sentence = f"{one.what}里有“{found[0]}”。请把内容写全。"
            yield Fault(WARNING, one.section, one.field, sentence)


def for_amusement(case: Case) -> Iterator[Fault]:
    """Find a theme day that sounds like an outing and does not say what for (庸俗化、娱乐化)."""
    if not case.is_theme_day:
        return
    told = [("head", "theme", case.meeting.theme, "")]
    for action in case.optional:
        field = f"actions.{action.id}.text"
        told.append(("actions", field, f"{action.name}。{action.text}", action.effect))
    for section, field, text, effect in told:
        word = _amusement(text)
        if word and not any(purpose in f"{text}{effect}" for purpose in _PURPOSES):
            sentence = f"活动里有“{word}”，没有说明教育目的。请写明为什么这样开展、收到什么教育。"
            yield Fault(WARNING, section, field, sentence)


def wrong_name(case: Case) -> Iterator[Fault]:
    """Find a branch's criticism meeting called by the name of a leaders' one (名称混用).

    Source: 民主生活会 is held by leading bodies, 组织生活会 by branches (S38).
    """
    if CRITICISM_MEETING not in case.meeting.kinds:
        return
    for one in texts_of(case.meeting):
        if _LEADERS_MEETING.search(one.text):
            sentence = f"{one.what}里写的是“民主生活会”，党支部开的是“组织生活会”。请核对名称。"
            yield Fault(WARNING, one.section, one.field, sentence)


def newer_material(case: Case) -> Iterator[Fault]:
    """Find a document read before it was issued (学习文件发布日晚于会议日)."""
    if case.day is None:
        return
    for one in texts_of(case.meeting):
        if not one.field.endswith(".materials"):
            continue
        for line in one.text.splitlines():
            issued = _issued_after(line, case.day)
            if issued:
                sentence = (
                    f"学习资料写的是{issued}的文件，晚于活动日期{long_date(case.day)}。"
                    "请核对资料和日期。"
                )
                yield Fault(ERROR, one.section, one.field, sentence)


def _first_words(meeting: Meeting) -> str:
    """Return where the minutes go on: the first speech, else the first topic or none."""
    if not meeting.minutes:
        return ""
    speeches = meeting.minutes[0].speeches
    return "minutes.1.speeches.1.text" if speeches else "minutes.1.speeches"


def _least_words(case: Case) -> int:
    kinds = set(case.meeting.kinds)
    if kinds & {MEMBERS_MEETING, COMMITTEE_MEETING}:
        return case.context.whole(LEAST_MEETING_WORDS)
    return case.context.whole(LEAST_GROUP_WORDS) if GROUP_MEETING in kinds else 0


def _dealt_with(meeting: Meeting) -> Iterator[str]:
    yield from (one.text for one in texts_of(meeting) if one.section != "head")
    for vote in meeting.votes:
        yield vote.subject
        yield vote.resolution


def _amusement(text: str) -> str:
    for word in _PLAY:
        place = text.find(word)
        if place >= 0 and not any(one in text[max(place - 8, 0) : place] for one in _FORBIDDEN):
            return word
    return ""


def _issued_after(line: str, day: date) -> str:
    """Return the day or year of a line that is after a day; empty where none is."""
    for found in _DAY.finditer(line):
        year, month, number = int(found[1]), int(found[2]), int(found[3])
        if (year, month, number) > (day.year, day.month, day.day):
            return found[0]
    late = (found[0] for found in _YEAR.finditer(line) if int(found[1]) > day.year)
    return next(late, "")
