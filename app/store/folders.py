"""The folder of the records: its files, where it may lie, and how much room is left there."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from app.errors import DiskFullError, StoreError
from app.log import get_logger

DATABASE = "records.zhibu"
HEADER = "records.key.json"
LOCK = "records.lock"
BALLAST = "records.ballast"
PHOTOS = "photos"
BACKUPS = "backups"

LEAST_FREE_BYTES = 200 * 1024 * 1024
BALLAST_BYTES = 16 * 1024 * 1024

_NETWORK_TYPES = frozenset(
    {"nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "ncpfs", "afs", "9p", "ceph", "davfs"}
)
_NETWORK_FUSE = ("fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.glusterfs", "fuse.gvfsd-fuse")
_DRIVE_REMOTE = 4  # GetDriveTypeW: DRIVE_REMOTE

_log = get_logger(__name__)


def refuse_network(folder: Path) -> None:
    """Refuse a folder that another computer serves: two computers would spoil each other's saves.

    Raises:
        StoreError: The folder lies on a network share.
    """
    if is_network(folder):
        raise StoreError(
            "记录不能放在网络共享文件夹里（多台电脑同时写会损坏记录）。"
            "请改放在本机硬盘或 U 盘上；要交给别人时用“备份”。"
        )


def is_network(folder: Path, mounts: str | None = None) -> bool:
    """Say whether a folder lies on a network share.

    `mounts` is text in the form of `/proc/mounts`; without it, the computer's own is read.
    """
    if sys.platform == "win32":
        return _is_network_drive(folder)
    if mounts is None:
        table = Path("/proc/mounts")
        mounts = table.read_text("utf-8", "replace") if table.exists() else ""
    return _mount_type(_existing(folder), mounts) in (*_NETWORK_TYPES, *_NETWORK_FUSE)


def refuse_when_full(folder: Path) -> None:
    """Refuse to start editing when the disk is nearly full.

    Raises:
        DiskFullError: Less than 200 MB are free.
    """
    free = shutil.disk_usage(_existing(folder)).free
    if free < LEAST_FREE_BYTES:
        raise DiskFullError(
            f"磁盘只剩 {free // (1024 * 1024)} MB，为免写到一半存不下，暂时不能编辑。"
            "请先清理出至少 200 MB 再继续。"
        )


def keep_ballast(folder: Path) -> None:
    """Set 16 MB aside, so that there is something to give up when the disk is full."""
    path = folder / BALLAST
    free = shutil.disk_usage(folder).free
    if free < LEAST_FREE_BYTES or (path.exists() and path.stat().st_size == BALLAST_BYTES):
        return
    path.write_bytes(bytes(BALLAST_BYTES))


def give_up_ballast(folder: Path) -> None:
    """Make room for the save that comes next."""
    path = folder / BALLAST
    if path.exists():
        path.unlink()
        _log.warning("disk full: ballast given up")


def write_synced(path: Path, content: bytes, *, mode: int = 0o644) -> None:
    """Write a file whole and make sure it is on the disk, or leave the one before it.

    Raises:
        OSError: It cannot be written; nothing partial is left under the name.
    """
    part = path.with_name(f"{path.name}.part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, mode)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make sure that new and renamed files of a folder survive a power cut."""
    if sys.platform != "win32":  # Windows keeps names with the file and cannot open a folder
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


_BINARY = getattr(os, "O_BINARY", 0)


def _existing(folder: Path) -> Path:
    """Return the folder, or the nearest one above it that is there already."""
    folder = folder.absolute()
    while not folder.exists():
        folder = folder.parent
    return folder.resolve()


def _mount_type(folder: Path, mounts: str) -> str:
    """Return the type of the file system with the longest mount point above the folder."""
    best, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split()
        point = fields[1].replace("\\040", " ") if len(fields) > 2 else ""
        if point and len(point) >= len(best) and folder.is_relative_to(point):
            best, kind = point, fields[2]
    return kind


def _is_network_drive(folder: Path) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    anchor = folder.absolute().anchor
    if anchor.startswith("\\\\"):
        return True
    return ctypes.windll.kernel32.GetDriveTypeW(anchor) == _DRIVE_REMOTE
