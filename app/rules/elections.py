"""An election of the committee as it was written down: who is elected, and what does not add up.

Source: 《中国共产党基层组织选举工作条例》(2020); `domain/rules.md` V6 and 3.4.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from app.manual.pages.election import PAGE
from app.records import Branch
from app.rules.electors import Electors, Tally
from app.rules.entries import NameOf, Values, Who, day_in, people_in, rows_in
from app.rules.entry_fault import EntryFault
from app.rules.organisation import TERM_YEARS
from app.rules.quorum import Election, election
from app.rules.spans import last_day
from app.rules.texts import long_date, names_joined

# 换届超期 among the common faults, `domain/calendar-and-faults.md` 5.4.
FAULT_NUMBER = 49

# Days in the order they come in.
_ORDER = ("asked_on", "approved_on", "held_on", "plenary_on", "reported_on")


def candidates(values: Values) -> list[Who]:
    """Return who stood for election, in the order of the list."""
    return [_who(row) for row in rows_in(values, "candidates")]


def result(values: Values) -> Election | None:
    """Return what the election comes to; `None` while figures are missing."""
    votes = [row.get("in_favour") for row in rows_in(values, "candidates")]
    figures = [values.get(name) for name in ("entitled", "present", "seats")]
    if not votes or None in votes or None in figures:
        return None
    entitled, present, seats = (int(one or 0) for one in figures)
    return election(entitled, present, seats, [int(one or 0) for one in votes])


def elected(values: Values) -> list[Who]:
    """Return who is elected; nobody while figures are missing."""
    found, stood = result(values), candidates(values)
    return [stood[place] for place in found.elected] if found else []


def surplus(stood: int, seats: int) -> str:
    """Return by how much candidates exceed the seats (差额率): 20%, 16.7%; empty without seats."""
    return f"{(stood - seats) * 100 / seats:.1f}".removesuffix(".0") + "%" if seats else ""


def sentences(values: Values, name_of: NameOf) -> list[str]:
    """Return what follows from the figures, as it is printed; nothing while some are missing."""
    found, stood = result(values), candidates(values)
    if found is None:
        return []
    entitled, present, seats = (values[name] for name in ("entitled", "present", "seats"))
    sat = "符合规定人数，可以开会" if found.can_sit else "没有达到规定人数，不能开会"
    fewer = "符合" if found.enough_candidates else "没有达到"
    told = [
        f"应到有选举权{entitled}人，五分之四为{found.quorum}人，实到{present}人，{sat}。",
        (
            f"应选{seats}人，候选人{len(stood)}人，差额率{surplus(len(stood), seats)}，"
            f"{fewer}不少于20%的规定（至少{found.least_candidates}人）。"
        ),
    ]
    if found.can_sit and found.enough_candidates:
        names = names_joined(_name(stood[place], name_of) for place in found.elected) or "无"
        told.append(f"赞成票超过实到人数半数（{found.needed}票）的当选。当选：{names}。")
        told += _not_filled(found, stood, seats, name_of)
    return told


def faults(values: Values, known: Electors | None = None) -> Iterator[EntryFault]:
    """Find what is wrong with an election: late, out of order, or figures that cannot be.

    `known` are those who may elect by the records of its day; without it the figures are held
    against each other only.
    """
    yield from _order(values)
    yield from _differing(values, known.tallies if known else ())
    yield from _figures(values)
    yield from _counters(values)
    yield from _posts(values)


def why_not_taken_up(values: Values, name_of: NameOf) -> str:
    """Return why the new posts cannot be written into the roster yet, as a sentence; or nothing."""
    found = result(values)
    if found is None:
        return "选举票数还没有填全，请先填写应到、实到、应选名额和每名候选人的赞成票。"
    if not found.elected:
        return f"按票数没有人当选（{found.state}），不能写入任职。"
    if day_in(values, "plenary_on") is None:
        return "还没有填写第一次全会的日期，新的任职从那一天算起。"
    return next(_wrong_posts(values, name_of), "")


def _wrong_posts(values: Values, name_of: NameOf) -> Iterator[str]:
    winners = elected(values)
    posts = rows_in(values, "posts")
    if not posts:
        yield "还没有填写书记、委员的职务，请先填写选举结果和分工。"
    for number, row in enumerate(posts, 1):
        who = _who(row)
        if who[0] is None or not row.get("post"):
            yield f"职务第{number}行没有填全，请选党员和职务。"
        elif who not in winners:
            yield f"{_name(who, name_of)}按票数没有当选，不能任职，请核对。"


def next_term_end(branch: Branch, first: date) -> date:
    """Return the last day of a term from a day on: as long as the one before, else three years.

    Source: 《中国共产党支部工作条例（试行）》(2018) 第六章 (`domain/rules.md` O4).
    """
    years = TERM_YEARS
    if branch.term_start and branch.term_end:
        years = round((branch.term_end - branch.term_start).days / 365) or TERM_YEARS
    return last_day(first, 12 * years)


def _not_filled(
    found: Election, stood: Sequence[Who], seats: int, name_of: NameOf
) -> Iterator[str]:
    if found.tied:
        names = names_joined(_name(stood[place], name_of) for place in found.tied)
        yield f"{names}得票相等，不能确定当选人，应就票数相等的候选人重新投票。"
    elif len(found.elected) < seats:
        short = seats - len(found.elected)
        yield f"当选人少于应选名额{short}人，不足的名额另行选举，或报上级同意减少名额。"


def _order(values: Values) -> Iterator[EntryFault]:
    there = [(name, day) for name in _ORDER if (day := day_in(values, name))]
    for (before, first), (after, second) in pairwise(there):
        if second < first:
            labels = PAGE.field(after).label, PAGE.field(before).label
            yield EntryFault("E", after, f"{labels[0]}早于{labels[1]}，请核对。")
    expires, held = day_in(values, "expires_on"), day_in(values, "held_on")
    if expires and held and held > expires and day_in(values, "approved_on") is None:
        sentence = f"本届{long_date(expires)}届满，超期换届没有上级批复，请补填批复日期和文号。"
        yield EntryFault("E", "approved_on", sentence)


def _differing(values: Values, tallies: Iterable[Tally]) -> Iterator[EntryFault]:
    """Yield the figures typed that are not those of the records.

    Source: 《中国共产党基层组织选举工作条例》(2020) 第五条; `domain/rules.md` M2 and M4.
    """
    for one in tallies:
        typed = values.get(one.field)
        if typed is not None and (sentence := one.difference(typed)):
            yield EntryFault(one.level, one.field, sentence)


def _figures(values: Values) -> Iterator[EntryFault]:
    entitled, present = values.get("entitled"), values.get("present")
    if entitled is not None and present is not None and present > entitled:
        sentence = f"实到{present}人，多于应到有选举权{entitled}人，请核对。"
        yield EntryFault("E", "present", sentence)
    for number, row in enumerate(rows_in(values, "candidates"), 1):
        given = sum(row.get(name) or 0 for name in ("in_favour", "against", "abstained"))
        if present is not None and given > present:
            sentence = f"第{number}名候选人的票数合计{given}，多于实到{present}人，请核对。"
            yield EntryFault("E", "candidates", sentence)
    found = result(values)
    if found is None:
        return
    if not found.can_sit:
        yield EntryFault("E", "present", f"到会须有{found.quorum}人，实到{present}人，不能选举。")
    if not found.enough_candidates:
        sentence = f"候选人至少{found.least_candidates}人，差额不得少于20%。"
        yield EntryFault("E", "candidates", sentence)
    if found.tied:
        yield EntryFault("W", "candidates", "有候选人得票相等，不能确定当选人，应重新投票。")


def _counters(values: Values) -> Iterator[EntryFault]:
    stood = candidates(values)
    for name in ("scrutineers", "tellers"):
        if any(who in stood for who in people_in(values, name)):
            sentence = f"{PAGE.field(name).label}不能由候选人担任，请改正。"
            yield EntryFault("E", name, sentence)


def _posts(values: Values) -> Iterator[EntryFault]:
    found, winners = result(values), elected(values)
    rows = rows_in(values, "posts")
    if found is not None and any(_who(row) not in winners for row in rows if row.get("member")):
        yield EntryFault("E", "posts", "任职的人里有按票数没有当选的，请核对。")
    times = Counter(row.get("post") for row in rows)
    if times["书记"] > 1:
        yield EntryFault("E", "posts", "书记只能有一人，请核对。")


def _who(row: Values) -> Who:
    return next(iter(people_in(row, "member")), (None, ""))


def _name(who: Who, name_of: NameOf) -> str:
    return name_of(who[0]) or who[1]
