"""What of the constitution and other rules was read aloud, when, and what comes next (诵读进度)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from app.errors import InvalidInputError
from app.paths import resource
from app.rules.texts import DIGITS, short_date, whole_number

# The setting that holds the lists a branch added itself.
READING_LISTS_KEY = "reading_lists"

_SHIPPED = ("party_constitution", "branch_regulations")
_MOST_ARTICLES = 500
_NUMBER = r"[零〇一二三四五六七八九十百\d]+"
_RANGE_SIGNS = r"至到—–～~\-"
_SIGNS = rf"[{_RANGE_SIGNS}、，,和及]+"
_CHAPTER = re.compile(rf"第{_NUMBER}章")
_ARTICLES = re.compile(rf"第({_NUMBER}(?:条?{_SIGNS}第?{_NUMBER})*)条")
_PART = re.compile(rf"({_SIGNS})?第?({_NUMBER})")
_RANGE = re.compile(rf"[{_RANGE_SIGNS}]")


@dataclass(frozen=True, slots=True)
class ReadingList:
    """Something read article by article: its title, how else it is called, and its chapters.

    A chapter is a title and the number of its last article; numbers run through the chapters.
    `preamble` is what stands before the first article and counts as number 0.
    """

    title: str
    called: tuple[str, ...]
    chapters: tuple[tuple[str, int], ...]
    preamble: str = ""
    source: str = ""

    @property
    def numbers(self) -> range:
        """Return the numbers of what can be read, the preamble first."""
        return range(0 if self.preamble else 1, self.chapters[-1][1] + 1)

    def chapter_of(self, number: int) -> int:
        """Return which chapter an article is in, counted from 0."""
        return next(place for place, (_, last) in enumerate(self.chapters) if number <= last)

    def name(self, number: int) -> str:
        """Return what an article is called: 第一章第三条, without chapter where there is none."""
        if number == 0:
            return self.preamble
        chapter = self.chapter_of(number)
        if not self.chapters[chapter][0]:
            return f"第{_in_words(number)}条"
        return f"第{_in_words(chapter + 1)}章第{_in_words(number)}条"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a list is read: the last day of each article read, and what comes next.

    `latest` is the article read last, `None` before any. After the last article the list begins
    anew.
    """

    list: ReadingList
    read: Mapping[int, date]
    latest: int | None
    next: int

    @property
    def sentence(self) -> str:
        """Return where one is and what comes next, in words."""
        upcoming = self.list.name(self.next)
        if self.latest is None:
            return f"此前还没有诵读《{self.list.title}》的记录，从{upcoming}开始。"
        day = self.read[self.latest]
        done = f"已读到{self.list.name(self.latest)}（{short_date(day)}）"
        return f"{done}，共读过 {len(self.read)}/{len(self.list.numbers)}；下一条：{upcoming}"


@lru_cache(maxsize=1)
def shipped_lists() -> tuple[ReadingList, ...]:
    """Return the shipped lists; the first one is what a theme day recites.

    Source: each file names its own.
    """
    return tuple(
        _list(json.loads(resource("articles", f"{name}.json").read_bytes())) for name in _SHIPPED
    )


def lists_of(settings: Mapping[str, str]) -> tuple[ReadingList, ...]:
    """Return the shipped lists and those the branch added."""
    return shipped_lists() + own_lists(settings)


def own_lists(settings: Mapping[str, str]) -> tuple[ReadingList, ...]:
    """Return the lists the branch added."""
    added: list[tuple[str, int]] = json.loads(settings.get(READING_LISTS_KEY, "[]"))
    return tuple(ReadingList(title, (title,), (("", last),)) for title, last in added)


def written_lists(added: Iterable[tuple[str, int]]) -> str:
    """Return the text of the setting for lists of a title and a number of articles.

    Raises:
        InvalidInputError: a title is empty or there twice, or a number cannot be right.
    """
    listed = [(title.strip(), last) for title, last in added]
    titles = [title for title, _ in listed] + [one.title for one in shipped_lists()]
    for title, last in listed:
        if not title:
            raise InvalidInputError("清单还没有名称，请填写文件名称。")
        if titles.count(title) > 1:
            raise InvalidInputError(f"“{title}”已经有了，请换一个名称。")
        if not 1 <= last <= _MOST_ARTICLES:
            raise InvalidInputError(f"“{title}”的条数要在 1 到 {_MOST_ARTICLES} 之间。")
    return json.dumps(listed, ensure_ascii=False)


def articles_in(text: str, lists: Sequence[ReadingList]) -> Iterator[tuple[ReadingList, int]]:
    """Yield the articles a text names, line by line; a line without a list's name means the first.

    `第一章第三条`, `第3条`, `第三、四条` and `第三条至第五条` are read; a number that is not in the
    list is left out.
    """
    for line in text.splitlines():
        found = [one for one in lists if any(name in line for name in one.called)]
        chosen = found[-1] if found else lists[0]
        if chosen.preamble and chosen.preamble in line:
            yield chosen, 0
        for run in _ARTICLES.finditer(_CHAPTER.sub("", "".join(line.split()))):
            yield from ((chosen, one) for one in _numbers(run[1]) if one in chosen.numbers)


def progress(readings: Iterable[tuple[date, str]], lists: Sequence[ReadingList]) -> list[Progress]:
    """Return how far each list is read, by the days and words of what was read aloud."""
    read: dict[str, dict[int, date]] = {one.title: {} for one in lists}
    latest: dict[str, int] = {}
    for day, text in sorted(readings, key=lambda one: one[0]):
        for one, number in articles_in(text, lists):
            read[one.title][number] = day
            latest[one.title] = number
    return [
        Progress(one, read[one.title], latest.get(one.title), _next(one, latest.get(one.title)))
        for one in lists
    ]


def _next(chosen: ReadingList, latest: int | None) -> int:
    if latest is None:
        return 1
    return latest + 1 if latest + 1 in chosen.numbers else 1


def _numbers(run: str) -> Iterator[int]:
    """Yield the numbers of a run such as 三、四 or 三条至第五."""
    before: int | None = None
    for sign, word in _PART.findall(run):
        number = whole_number(word)
        if before is not None and _RANGE.search(sign):
            yield from range(before + 1, number)
        yield number
        before = number


def _in_words(number: int) -> str:
    """Return a number below a thousand in 汉字, as articles are numbered: 三十七, 一百零五."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = f"{DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        words += "十" if tens == 1 and not hundreds else f"{DIGITS[tens]}十"
    elif hundreds and ones:
        words += "零"
    return words + (DIGITS[ones] if ones else "")


def _list(plain: dict[str, Any]) -> ReadingList:
    return ReadingList(
        title=plain["title"],
        called=tuple(plain["called"]),
        chapters=tuple((title, last) for title, last in plain["chapters"]),
        preamble=plain["preamble"],
        source=plain["source"],
    )
