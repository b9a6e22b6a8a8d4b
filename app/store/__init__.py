"""Where the records are kept: encrypted, with history, drafts, photos and backups.

Services open a `Store`, take a unit from it and pass the unit to the query modules named after
the areas.
"""

from app.store import (
    backups,
    branches,
    drafts,
    dues,
    history,
    meetings,
    members,
    photos,
    settings,
)
from app.store.drafts import Draft
from app.store.engine import Store, Unit

__all__ = [
    "Draft",
    "Store",
    "Unit",
    "backups",
    "branches",
    "drafts",
    "dues",
    "history",
    "meetings",
    "members",
    "photos",
    "settings",
]
