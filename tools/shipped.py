"""Which packages are shipped with the program, and the licence texts they bring along."""

from __future__ import annotations

import tomllib
from importlib.metadata import Distribution, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"
_LICENCE_WORDS = ("licen", "copying", "notice", "authors")


def shipped_packages() -> dict[str, Distribution]:
    """Return, by name, what the program needs to run and all that these packages need in turn."""
    found: dict[str, Distribution] = {}
    waiting = list(tomllib.loads(_PROJECT.read_text("utf-8"))["project"]["dependencies"])
    while waiting:
        requirement = Requirement(waiting.pop())
        name = canonicalize_name(requirement.name)
        applies = requirement.marker is None or requirement.marker.evaluate({"extra": ""})
        if name not in found and applies:
            found[name] = distribution(name)
            waiting += found[name].requires or []
    return found


def licence_files() -> list[tuple[Path, str]]:
    """Return each licence text of the shipped packages with the name of its package."""
    return [
        (Path(str(file.locate())), name)
        for name, package in shipped_packages().items()
        for file in package.files or []
        if ".dist-info" in file.parts[0]
        and any(word in str(file.relative_to(file.parts[0])).lower() for word in _LICENCE_WORDS)
    ]
