from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from app.errors import DiskFullError
from app.store import Store, folders

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/home /home/net nfs4 rw 0 0
//server/share /mnt/my\\040share cifs rw 0 0
user@host:/ /mnt/ssh fuse.sshfs rw 0 0
/dev/sdb1 /mnt/stick vfat rw 0 0
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows 用盘符判断")
@pytest.mark.parametrize(
    ("mount", "expected"),
    [("nfs4", True), ("cifs", True), ("fuse.sshfs", True), ("vfat", False), ("ext4", False)],
)
def test_a_network_share_is_told_by_its_file_system(
    tmp_path: Path, mount: str, expected: bool
) -> None:
    point = str(tmp_path).replace(" ", "\\040")
    mounts = f"/dev/sda1 / ext4 rw 0 0\nx {point} {mount} rw 0 0\n"
    assert folders.is_network(tmp_path / "not there yet", mounts) is expected


def test_the_mount_nearest_to_the_folder_decides(tmp_path: Path) -> None:
    assert folders._mount_type(Path("/home/net/a"), MOUNTS) == "nfs4"
    assert folders._mount_type(Path("/home/network"), MOUNTS) == "ext4"
    assert folders._mount_type(Path("/mnt/my share/a"), MOUNTS) == "cifs"
    assert not folders.is_network(tmp_path)


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "a"
    folders.write_synced(path, b"first")
    (tmp_path / "a.part").mkdir()  # stands in the way of the new content
    with pytest.raises(OSError, match=r"a\.part"):
        folders.write_synced(path, b"second")
    assert path.read_bytes() == b"first"


@pytest.mark.skipif(os.name == "nt", reason="Windows 用用户目录的权限")
def test_a_key_file_is_for_its_owner_only(tmp_path: Path) -> None:
    folders.write_synced(tmp_path / "k", b"x", mode=0o600)
    assert (tmp_path / "k").stat().st_mode & 0o077 == 0


class Usage(NamedTuple):
    total: int
    used: int
    free: int


def test_editing_is_refused_on_a_nearly_full_disk(
    made: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    made.refuse_when_full()
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(10**10, 10**10, 150 * 2**20))
    with pytest.raises(DiskFullError, match="只剩 150 MB"):
        made.refuse_when_full()


def test_the_ballast_is_set_aside_once_and_given_up_when_needed(made: Store) -> None:
    made.keep_ballast()
    made.keep_ballast()
    ballast = made.folder / folders.BALLAST
    assert ballast.stat().st_size == 16 * 1024 * 1024
    folders.give_up_ballast(made.folder)
    folders.give_up_ballast(made.folder)
    assert not ballast.exists()
