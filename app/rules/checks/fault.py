"""What a check finds, and how checks are registered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, NamedTuple

from app.manual.faults import Level

if TYPE_CHECKING:
    from app.rules.checks.case import Case
    from app.rules.rule_book import RuleBook

ERROR: Final = "E"
WARNING: Final = "W"
NOTE: Final = "I"
LEVELS: tuple[Level, ...] = (ERROR, WARNING, NOTE)
LEVEL_WORDS: dict[Level, str] = {ERROR: "必须改正", WARNING: "请核对", NOTE: "提示"}

MEETINGS_AREA, THEME_DAYS_AREA, DUES_AREA = "meetings", "theme_days", "dues"
REGISTERS_AREA, INSPECTION_AREA = "registers", "inspection"
SETTINGS_AREA = "settings"

# Sections in the order a record is filled in, with the words a sentence calls them by.
SECTION_TITLES = {
    "head": "基本情况",
    "preparation": "会前准备",
    "actions": "规定动作和自选动作",
    "decisions": "议定事项",
    "lecture": "党课讲稿",
    "reflections": "谈体会",
    "minutes": "会议记录",
    "votes": "表决",
    "criticisms": "批评与自我批评",
    "rectifications": "整改清单",
    "photos": "照片",
    "attachments": "扫描件",
    "attendance": "考勤",
    "dues": "党费",
}


class Likeness(NamedTuple):
    """Two texts that are alike: what each is called, its words, and how much of the first it is."""

    called: str
    text: str
    other_called: str
    other_text: str
    share: float


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault in a record, with a sentence to show and the place to jump to.

    `number` is the fault's number in `domain/calendar-and-faults.md` 5.4; `level` is E (must be
    put right), W (should be looked at) or I (for information). `area` and `record_id` name the
    record, `section` its part (a key of `SECTION_TITLES`) and `field` the field there, such as
    `place` or `actions.3.lead`; `member_id` is set when one member is concerned, `likeness` when
    two texts are alike. `record` calls the meeting by its day and kind.
    """

    number: int
    level: Level
    sentence: str
    area: str
    record_id: str
    section: str
    field: str
    member_id: str = ""
    likeness: Likeness | None = None
    record: str = ""

    @property
    def spot(self) -> str:
        """Return the place in the record as a jump takes it: of a meeting `section/field/member`.

        Of the dues sheet it is `member/field`, of a fill-in page the field. Where nothing is there
        yet, it names what is to be begun.
        """
        if self.area == DUES_AREA:
            return f"{self.member_id}/{self.field}"
        if self.record_id and self.section in SECTION_TITLES:
            return "/".join((self.section, self.field, self.member_id)).rstrip("/")
        if self.record_id or self.section in SECTION_TITLES:
            return self.field
        return f"{self.section}/{self.field}".rstrip("/")

    @property
    def told(self) -> str:
        """Return the sentence with the record it is of, for lists of several records."""
        return f"{self.record}：{self.sentence}" if self.record else self.sentence


class Fault(NamedTuple):
    """What a check yields; number and record are added from its register entry and case.

    `record_id` is given only when the fault lies in another record than the meeting, `likeness`
    where two texts are to be seen beside each other.
    """

    level: Level
    section: str
    field: str
    sentence: str
    member_id: str = ""
    record_id: str = ""
    likeness: Likeness | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """A number of `app.manual.faults`, and a function that looks for the fault."""

    number: int
    find: Callable[[Case], Iterator[Fault]]


def judged(findings: Iterable[Finding], rules: RuleBook) -> Iterator[Finding]:
    """Yield findings with the level their rule has, without those of rules that are off."""
    for one in findings:
        if one.number not in rules.off:
            yield replace(one, level=rules.level_of(one.number, one.level))


def names_of(names: list[str], most: int = 6) -> str:
    """Return names with 、 between them, and how many there are when not all are shown."""
    shown = "、".join(names[:most])
    return shown if len(names) <= most else f"{shown}等{len(names)}人"
