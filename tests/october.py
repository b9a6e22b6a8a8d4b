"""The small sample: October 2025 and what led to it, for tests that need no whole year."""

from __future__ import annotations

from pathlib import Path

from app.exchange import document
from app.exchange.document import RecordSet
from app.services import Services

PATH = Path(__file__).parents[1] / "tools" / "sample_year" / "october.json"


def october_records() -> RecordSet:
    """Return the records of the small sample."""
    return document.loads(PATH.read_bytes())


def load_october(services: Services) -> None:
    """Fill an empty file with the small sample, its photos and the mark of a sample."""
    services.samples.fill(october_records())
