"""Asks Apache PDFBox Preflight whether a file is PDF/A-1b, where Debian's packages are there."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

_JAVA = Path("/usr/share/java")
_JARS = (
    "preflight.jar",
    "pdfbox2.jar",
    "fontbox2.jar",
    "xmpbox.jar",
    "commons-logging.jar",
    "commons-io.jar",
    "bcprov.jar",
    "javax.activation.jar",
    "jaxb-api.jar",
)
_MAIN = "org.apache.pdfbox.preflight.Validator_A1b"
_NEEDED = (_JAVA / "pdfbox2.jar", _JAVA / "preflight.jar")

requires_preflight = pytest.mark.skipif(
    shutil.which("java") is None or not all(jar.exists() for jar in _NEEDED),
    reason="Apache Preflight is not installed (Debian: libpdfbox2-java and a Java runtime)",
)


def preflight(path: Path) -> list[str]:
    """Return what keeps a file from being PDF/A-1b; nothing when it is."""
    jars = ":".join(str(_JAVA / name) for name in _JARS if (_JAVA / name).exists())
    done = subprocess.run(
        ("java", "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", jars, _MAIN, str(path)),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    said = [line.strip() for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    if done.returncode == 0 and any("is a valid PDF/A-1b file" in line for line in said):
        return []
    return said or [f"exit {done.returncode}"]
