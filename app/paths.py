"""Where the program finds what it ships and where it keeps what is written."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

_NAME = "zhibu"
_RESOURCES = Path(__file__).resolve().parent.parent / "resources"


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder.

    The folder `resources` lies beside `app` in the source tree and in the frozen build alike.
    """
    return _RESOURCES.joinpath(*parts)


def user_data_folder() -> Path:
    """Return the folder of the user's own records; it need not exist yet.

    `ZHIBU_HOME` moves it, together with the profile, to one place: for tests and for programs
    carried on a stick.
    """
    home = _home()
    return home / "data" if home else Path(platformdirs.user_data_dir(_NAME, appauthor=False))


def user_profile_folder() -> Path:
    """Return the folder of what belongs to this user on this computer: keys, window, log.

    It is never inside the data folder: whoever copies the records must not copy the key with them.
    On Windows that means the roaming profile for this and the local one for the records.
    """
    home = _home()
    if home:
        return home / "profile"
    return Path(platformdirs.user_config_dir(_NAME, appauthor=False, roaming=True))


def sample_folder() -> Path:
    """Return the folder of the sample branch, apart from the user's own records."""
    data = user_data_folder()
    return data.with_name(f"{data.name}-sample")


def _home() -> Path | None:
    home = os.environ.get("ZHIBU_HOME")
    return Path(home) if home else None
