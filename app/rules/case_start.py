"""What a talk or a measure begins with when it is opened from a proposal.

Nothing is dated: a talk has its day once it was held, a measure once it was decided.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from app.manual.pages import talk
from app.records import Member
from app.rules.convening import posts_on, secretary_on
from app.rules.entries import Values, written_people
from app.rules.ladder import TALK, Done
from app.rules.membership import category_within
from app.rules.proposals import Case, Proposal
from app.rules.texts import long_date, names_joined

_NO_STEPS = "此前没有谈话和处置记录。"


def begun(proposal: Proposal, case: Case) -> Values:
    """Return the values of the page a proposal is written on."""
    member = written_people([(proposal.member.id, "")])
    if proposal.page == talk.PAGE.key:
        return {
            "kind": TALK,
            "partner": member,
            "partner_post": _post(proposal.member, case.today),
            "reason": proposal.said,
            **_talker(proposal.member, case),
        }
    steps = case.steps.get(proposal.member.id, ())
    return {
        "member": member,
        "measure": proposal.measure,
        "reason": _reason(proposal, steps),
    }


def _reason(proposal: Proposal, steps: Iterable[Done]) -> str:
    """Return the facts with their records, a line each, and what was done since the first."""
    facts = [f"{long_date(one.on)}{one.text}（{one.source}）。" for one in proposal.facts]
    first = proposal.facts[0].on
    done = [f"{long_date(one.on)}{one.measure}" for one in steps if one.on >= first]
    before = f"此前的教育处置：{names_joined(done)}。" if done else _NO_STEPS
    return "\n".join((*facts, before))


def _talker(member: Member, case: Case) -> Values:
    """Return the secretary as the one who talks, unless it is about him."""
    secretary = secretary_on(case.context.members, case.today)
    if secretary is None or secretary.id == member.id:
        return {}
    posts = names_joined(one.post for one in posts_on(secretary, case.today))
    return {"talker": written_people([(secretary.id, "")]), "talker_post": posts}


def _post(member: Member, day: date) -> str:
    """Return what a member is and what he works as."""
    return "　".join(part for part in (category_within(member, day), member.job) if part)
