"""Everything that can be checked about the records without knowing what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.errors import StoreError
from app.store import folders, history, photos
from app.store.connection import driver_of, find_damage

if TYPE_CHECKING:
    from app.store.engine import Store


def verify(store: Store) -> list[str]:
    """Return a Chinese sentence for each fault of file, links, history, photos and scans."""
    findings: list[str] = []
    with store.connect() as connection:
        driver = driver_of(connection)
        # The log first, because only the file itself is checked page by page.
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        if find_damage(driver):
            return ["记录文件有损坏的页。请从最近的备份恢复。"]
        dangling = driver.execute("PRAGMA foreign_key_check").fetchall()
        if dangling:
            findings.append(f"有 {len(dangling)} 条记录指向不存在的记录。请从最近的备份恢复。")
        findings += history.verify_chain(connection)
        wanted = photos.named(connection)
    return findings + _photo_findings(store, wanted)


def _photo_findings(store: Store, wanted: dict[str, str]) -> list[str]:
    """Compare both sides: what meetings name, and what lies in the folder.

    A file that no meeting names any more is no fault: it may be taken back.
    """
    pool = store.folder / folders.PHOTOS
    findings = []
    for content_hash, called in sorted(wanted.items()):
        try:
            photos.read(pool, store.file_key, content_hash)
        except StoreError as error:
            findings.append(f"{called} {content_hash[:8]}：{error}")
    strange = [
        name
        for name in sorted(photos.kept(pool) - wanted.keys())
        if not photos.is_whole(pool, store.file_key, name)
    ]
    if strange:
        findings.append(f"照片文件夹里有 {len(strange)} 个打不开的文件。请核对后移走。")
    return findings
