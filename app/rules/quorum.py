"""Votes: how many must be there, how many must agree, and whether the figures can be (V1–V6).

Source: `domain/rules.md` 3.3, which names the documents; each rule here repeats its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from app.manual import words
from app.manual.kinds import COMMITTEE_MEETING, MEMBERS_MEETING


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a number of people: to be reached, or with `above` to be exceeded."""

    part: int
    of: int
    above: bool = False

    def least(self, whole: int) -> int:
        """Return the smallest number of people that meets the share of `whole`."""
        if self.above:
            return whole * self.part // self.of + 1
        return -(-whole * self.part // self.of)


AT_LEAST_HALF = Share(1, 2)
MORE_THAN_HALF = Share(1, 2, above=True)
FOUR_FIFTHS = Share(4, 5)


@dataclass(frozen=True, slots=True)
class VoteRule:
    """How one sort of matter is voted on.

    `body` is the kind of meeting that votes. `sits` is the share of those entitled (N) who must be
    present, `passes` the share that must agree: of all entitled, or with `of_present` (P) of those
    who came. `secret` asks for ballots without names, `one_by_one` for a vote a person.
    """

    key: str
    word: str
    body: str
    sits: Share
    passes: Share
    source: str
    of_present: bool = False
    secret: bool = False
    one_by_one: bool = False

    @property
    def entitled_word(self) -> str:
        """Return what those entitled are called in its sentences."""
        return "应到委员" if self.body == COMMITTEE_MEETING else "应到表决权"


RULES = (
    VoteRule(
        words.ORDINARY_VOTE,
        "支部党员大会一般事项",
        MEMBERS_MEETING,
        AT_LEAST_HALF,
        MORE_THAN_HALF,
        "《中国共产党支部工作条例（试行）》(2018) 第十一条",
    ),
    VoteRule(
        words.ADMISSION_VOTE,
        "接收预备党员",
        MEMBERS_MEETING,
        MORE_THAN_HALF,
        MORE_THAN_HALF,
        "《中国共产党发展党员工作细则》第二十条",
        secret=True,
        one_by_one=True,
    ),
    VoteRule(
        words.CONFIRMATION_VOTE,
        "预备党员转正、延长预备期或取消资格",
        MEMBERS_MEETING,
        MORE_THAN_HALF,
        MORE_THAN_HALF,
        "《中国共产党发展党员工作细则》第三十三条",
        secret=True,
        one_by_one=True,
    ),
    VoteRule(
        words.EXPULSION_VOTE,
        "除名、劝退和处分",
        MEMBERS_MEETING,
        MORE_THAN_HALF,
        MORE_THAN_HALF,
        "《中国共产党章程》党的纪律一章；到会人数从严，按接收预备党员计",
        one_by_one=True,
    ),
    VoteRule(
        words.COMMITTEE_VOTE,
        "支部委员会讨论决定",
        COMMITTEE_MEETING,
        AT_LEAST_HALF,
        MORE_THAN_HALF,
        "《中国共产党支部工作条例（试行）》(2018) 第十二条",
    ),
    VoteRule(
        words.ELECTION_VOTE,
        "支部委员会选举",
        MEMBERS_MEETING,
        FOUR_FIFTHS,
        MORE_THAN_HALF,
        "《中国共产党基层组织选举工作条例》(2020)",
        of_present=True,
        secret=True,
    ),
)
_BY_KEY = {rule.key: rule for rule in RULES}


def rule_of(key: str) -> VoteRule:
    """Return the rule of a key (`V1`–`V6`).

    Raises:
        KeyError: there is no such rule.
    """
    return _BY_KEY[key]


@dataclass(frozen=True, slots=True)
class Ballots:
    """What was counted; `None` where nothing was entered.

    `issued`, `returned` and `valid` belong to ballots on paper. `in_favour`, `against` and
    `abstained` are those given at the meeting; written opinions handed in before it stand apart
    and are added to them, not to those present.
    """

    in_favour: int | None = None
    against: int | None = None
    abstained: int | None = None
    written_for: int | None = None
    written_against: int | None = None
    issued: int | None = None
    returned: int | None = None
    valid: int | None = None

    @property
    def all_in_favour(self) -> int | None:
        """Return the votes for it with written ones, `None` while they are not counted."""
        return None if self.in_favour is None else self.in_favour + (self.written_for or 0)

    @property
    def is_void(self) -> bool:
        """Tell whether more ballots came back than were given out."""
        return self.issued is not None and (self.returned or 0) > self.issued


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a count comes to; `passed` is `None` while nothing is counted.

    `quorum` and `needed` are the people who must be present and who must agree.
    """

    can_sit: bool
    passed: bool | None
    quorum: int
    needed: int
    sentence: str


def outcome(rule: VoteRule, ballots: Ballots, entitled: int, present: int) -> Outcome:
    """Return whether the meeting could vote and whether the matter passed, with its sentence.

    `entitled` (N) and `present` (P) count people with a vote. Agreement is measured against all
    entitled, so staying away never helps; only an election counts those who came.

    Source: the rule's own; written opinions count as votes but not as present (`domain/rules.md`
    M5).
    """
    quorum = rule.sits.least(entitled)
    needed = rule.passes.least(present if rule.of_present else entitled)
    can_sit = entitled > 0 and quorum <= present
    favour = ballots.all_in_favour
    passed = None if favour is None else can_sit and not ballots.is_void and favour >= needed
    head = f"{rule.entitled_word} {entitled}，实到 {present}，"
    if not can_sit:
        tail = f"到会需 {quorum} → 不能开会"
    elif ballots.is_void:
        tail = f"发出票 {ballots.issued}，收回票 {ballots.returned} → 表决无效"
    elif favour is None:
        tail = f"过半需 {needed}，赞成票还没有填写"
    else:
        tail = f"过半需 {needed}，赞成 {favour} → {words.PASSED if passed else words.NOT_PASSED}"
    return Outcome(can_sit, passed, quorum, needed, head + tail)


class Contradiction(NamedTuple):
    """Figures that cannot both be right: the field to look at and a Chinese sentence."""

    field: str
    sentence: str


def contradictions(ballots: Ballots, entitled: int, present: int) -> list[Contradiction]:
    """Return what in a count contradicts itself or the people who were there.

    Source: `domain/rules.md` 3.3 (发出票＝实到，收回≤发出，有效≤收回，赞成＋反对＋弃权＝有效).
    """
    return [*_ballot_faults(ballots, present), *_sum_faults(ballots, entitled, present)]


def _ballot_faults(ballots: Ballots, present: int) -> Iterator[Contradiction]:
    issued, returned, valid = ballots.issued, ballots.returned, ballots.valid
    if issued is not None and issued != present:
        yield Contradiction("issued", f"发出票{issued}张，实到会有表决权{present}人，应当相等")
    if issued is not None and returned is not None and returned > issued:
        yield Contradiction("returned", f"收回票{returned}张，多于发出票{issued}张，表决无效")
    if returned is not None and valid is not None and valid > returned:
        yield Contradiction("valid", f"有效票{valid}张，多于收回票{returned}张")


def _sum_faults(ballots: Ballots, entitled: int, present: int) -> Iterator[Contradiction]:
    given = (ballots.in_favour, ballots.against, ballots.abstained)
    if ballots.in_favour is not None:
        total = sum(count or 0 for count in given)
        whole, name = (
            (present, "实到会有表决权人数") if ballots.valid is None else (ballots.valid, "有效票")
        )
        if total != whole:
            sentence = f"赞成、反对、弃权合计{total}，{name}是{whole}，应当相等"
            yield Contradiction("in_favour", sentence)
    written, away = (ballots.written_for or 0) + (ballots.written_against or 0), entitled - present
    if written > away:
        sentence = f"书面意见{written}份，没有到会的有表决权党员只有{away}人"
        yield Contradiction("written_for", sentence)


# --- elections --------------------------------------------------------------------------------

MORE_CANDIDATES = Share(6, 5)


@dataclass(frozen=True, slots=True)
class Election:
    """What an election comes to.

    `elected` and `tied` are places in the list of candidates; the tied share the last seat and
    are voted on again.
    """

    can_sit: bool
    enough_candidates: bool
    quorum: int
    needed: int
    least_candidates: int
    elected: tuple[int, ...]
    tied: tuple[int, ...]
    state: Literal["不能开会", "候选人不足", "全部选出", "未选足"]
    sentence: str


def election(entitled: int, present: int, seats: int, votes: Sequence[int]) -> Election:
    """Return who is elected of candidates with these votes, in the order of the list.

    Four fifths of those entitled must be present, a candidate needs more than half of those
    present, and there are at least a fifth more candidates than seats. Of more winners than seats
    those with most votes are elected; where the last seat is shared nobody gets it.

    Source: 《中国共产党基层组织选举工作条例》(2020); `domain/rules.md` V6.
    """
    rule = rule_of(words.ELECTION_VOTE)
    quorum, needed = rule.sits.least(entitled), rule.passes.least(present)
    least = MORE_CANDIDATES.least(seats)
    can_sit = entitled > 0 and quorum <= present
    enough = len(votes) >= least
    elected, tied = _winners(votes, seats, needed) if can_sit and enough else ((), ())
    full: Literal["全部选出", "未选足"] = "全部选出" if len(elected) == seats else "未选足"
    state = (full if enough else "候选人不足") if can_sit else "不能开会"
    sentence = (
        f"应到有选举权 {entitled}，实到 {present}，到会需 {quorum}；"
        f"应选 {seats}，候选人 {len(votes)}，至少 {least}；"
        f"当选需 {needed}，选出 {len(elected)} → {state}"
    )
    return Election(can_sit, enough, quorum, needed, least, elected, tied, state, sentence)


def _winners(
    votes: Sequence[int], seats: int, needed: int
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    over = [place for place, count in enumerate(votes) if count >= needed]
    if len(over) <= seats:
        return tuple(over), ()
    last = sorted((votes[place] for place in over), reverse=True)[seats - 1 : seats + 1]
    if last[0] != last[1]:
        return tuple(place for place in over if votes[place] >= last[0]), ()
    above = tuple(place for place in over if votes[place] > last[0])
    return above, tuple(place for place in over if votes[place] == last[0])
