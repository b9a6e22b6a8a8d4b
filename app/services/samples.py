"""The fictional branch to try things on: a year of records, three drawn photos and a mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app import paths
from app.manual.kinds import THEME_DAY
from app.rules.attendance import day_of
from app.rules.texts import month_of
from app.services.documents import DocumentService
from app.services.photos import PhotoService
from app.store import settings as kept_settings

if TYPE_CHECKING:
    from app.exchange.document import RecordSet
    from app.records import Meeting
    from app.store import Store

SAMPLE_KEY = "sample"
# The photos show the theme day of this month.
MONTH = "2025-10"


def sample_records() -> RecordSet:
    """Return the records of the sample branch as shipped: the whole of 2025."""
    from app.exchange import document

    return document.loads(paths.resource("sample", "branch.json").read_bytes())


def is_sample(store: Store) -> bool:
    """Tell whether the records are the sample, so that its pages can be marked."""
    with store.read() as unit:
        return kept_settings.all(unit).get(SAMPLE_KEY) == "1"


class SampleService:
    """Fills an empty file of records with the sample branch."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def is_open(self) -> bool:
        """Tell whether the file is the sample."""
        return is_sample(self._store)

    def load(self) -> None:
        """Keep the sample's records and photos and mark the file as the sample.

        Raises:
            InvalidInputError: there are records already.
        """
        DocumentService(self._store).refuse_second_branch()
        self.fill(sample_records())

    def fill(self, records: RecordSet) -> None:
        """Keep records with the sample's photos and mark.

        Raises:
            InvalidInputError: there are records already.
        """
        from app.exchange.sample_pictures import draw_all

        documents = DocumentService(self._store)
        documents.refuse_second_branch()
        theme_day = next(one for one in records.meetings if _is_shown(one))
        photos = PhotoService(self._store)
        for position, (caption, picture) in enumerate(draw_all().items()):
            photo = photos.add_bytes(picture)
            photo.branch_id = records.branch.id
            photo.caption, photo.position = caption, position
            theme_day.photos.append(photo)
        records.settings[SAMPLE_KEY] = "1"
        documents.fill(records)


def _is_shown(meeting: Meeting) -> bool:
    day = day_of(meeting)
    return THEME_DAY in meeting.kinds and day is not None and month_of(day) == MONTH
