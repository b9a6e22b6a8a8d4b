"""What keeps a finalised record from being changed like a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import InvalidInputError
from app.rules.filing import Step, is_settled, refusal
from app.store import filing as kept

if TYPE_CHECKING:
    from app.store import Unit


def refuse_settled(unit: Unit, record_id: str, step: Step = Step.FINALISE) -> None:
    """Refuse to change a finalised record other than by a correction.

    Raises:
        InvalidInputError: it is finalised; the sentence says what to do.
    """
    state = kept.state_of(unit, record_id)
    if state is not None and is_settled(state):
        raise InvalidInputError(refusal(step, state))
