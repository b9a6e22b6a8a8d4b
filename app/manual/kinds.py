"""Kinds of meeting: their sections, who is due, who chairs, how often and how they vote.

Source: 《中国共产党支部工作条例（试行）》(2018) 第十一条至第十八条, as listed in
`domain/rules.md` 3.1–3.3.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Literal

from app.manual import words

THEME_DAY = "主题党日"
MEMBERS_MEETING = "支部党员大会"
COMMITTEE_MEETING = "支部委员会会议"
GROUP_MEETING = "党小组会"
LECTURE = "党课"
CRITICISM_MEETING = "组织生活会"
APPRAISAL = "民主评议党员"
OUTER_EVENT = "上级统一活动"
OTHER = "其他"

MEETING_WORDS = (
    MEMBERS_MEETING,
    COMMITTEE_MEETING,
    GROUP_MEETING,
    LECTURE,
    THEME_DAY,
    CRITICISM_MEETING,
    APPRAISAL,
    "谈心谈话",
    OUTER_EVENT,
    OTHER,
)

Body = Literal["members", "committee", "group"]
Chair = Literal["secretary", "group_leader", "anyone"]


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often a kind is due: `times` in each month, quarter or year."""

    times: int
    per: Literal["month", "quarter", "year"]


MONTHLY, QUARTERLY, YEARLY = Cadence(1, "month"), Cadence(1, "quarter"), Cadence(1, "year")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of meeting: its word and the names of its sections in form order.

    A section's name is the name of its module in every layer. `body` is who is due: all members,
    the committee of the day, or one party group. `chair` is who presides unless another is charged
    with it. `cadence` is `None` where no number is prescribed. `votes` are keys of
    `app.rules.quorum.RULES`, the usual one first.
    """

    word: str
    sections: tuple[str, ...]
    body: Body = "members"
    chair: Chair = "anyone"
    cadence: Cadence | None = None
    votes: tuple[str, ...] = ()


_TALK = ("head", "minutes", "decisions", "photos", "attachments", "attendance")
_TALK_WITH_VOTES = (
    "head",
    "minutes",
    "votes",
    "decisions",
    "photos",
    "attachments",
    "attendance",
)
_CRITICISM = (
    "head",
    "preparation",
    "minutes",
    "decisions",
    "photos",
    "attachments",
    "criticisms",
    "rectifications",
    "attendance",
)

KINDS = (
    Kind(
        THEME_DAY,
        (
            "head",
            "actions",
            "decisions",
            "lecture",
            "reflections",
            "minutes",
            "photos",
            "attachments",
            "attendance",
        ),
        cadence=MONTHLY,
    ),
    Kind(
        MEMBERS_MEETING,
        _TALK_WITH_VOTES,
        chair="secretary",
        cadence=QUARTERLY,
        votes=(
            words.ORDINARY_VOTE,
            words.ADMISSION_VOTE,
            words.CONFIRMATION_VOTE,
            words.EXPULSION_VOTE,
            words.ELECTION_VOTE,
        ),
    ),
    Kind(
        COMMITTEE_MEETING,
        _TALK_WITH_VOTES,
        body="committee",
        chair="secretary",
        cadence=MONTHLY,
        votes=(words.COMMITTEE_VOTE,),
    ),
    Kind(GROUP_MEETING, _TALK, body="group", chair="group_leader", cadence=MONTHLY),
    Kind(
        LECTURE,
        ("head", "lecture", "reflections", "minutes", "photos", "attachments", "attendance"),
        cadence=QUARTERLY,
    ),
    Kind(CRITICISM_MEETING, _CRITICISM, cadence=YEARLY),
    Kind(APPRAISAL, _TALK, cadence=YEARLY),
    Kind(OUTER_EVENT, _TALK),
    Kind(OTHER, _TALK),
)
_BY_WORD = {kind.word: kind for kind in KINDS}

# What a kind is called where a column has room for two characters.
SHORT_WORDS = {
    THEME_DAY: "党日",
    MEMBERS_MEETING: "大会",
    COMMITTEE_MEETING: "支委",
    GROUP_MEETING: "小组",
    LECTURE: "党课",
    CRITICISM_MEETING: "生活",
    APPRAISAL: "评议",
    OUTER_EVENT: "上级",
    OTHER: "其他",
}


def kinds_of(meeting_words: Iterable[str]) -> list[Kind]:
    """Return the kinds of a meeting in its own order, leaving out a talk between two.

    A word of the branch's own (`app.manual.settings.OWN_KINDS`) is a kind like 其他 under that
    word, also after the branch has given it up.
    """
    return [_kind(word) for word in meeting_words if word in _BY_WORD or is_own_kind(word)]


def is_own_kind(word: str) -> bool:
    """Tell whether a word is no kind of the manual but one a branch has added itself."""
    return word not in MEETING_WORDS


def title_word(word: str) -> str:
    """Return what a meeting of a kind is called in a title: 其他活动 for what is none of them."""
    return "其他活动" if word == OTHER else word


def recorded_as(word: str) -> str:
    """Return the kind on whose page a kind is recorded: 其他 for what has none of its own."""
    return OTHER if word == OUTER_EVENT or is_own_kind(word) else word


def _kind(word: str) -> Kind:
    return _BY_WORD[word] if word in _BY_WORD else replace(_BY_WORD[OTHER], word=word)


def body_of(meeting_words: Iterable[str]) -> Body:
    """Return who is due at an occasion of these kinds.

    All members as soon as one of its kinds is theirs, and where nothing is known.
    """
    bodies = [kind.body for kind in kinds_of(meeting_words)]
    if not bodies or "members" in bodies:
        return "members"
    return "committee" if "committee" in bodies else "group"
