"""What every test stands on: no screen, one language and clock, nothing of the user's own."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Set before Qt starts, so that pictures and words are the same on every machine. DISPLAY goes:
# a test that wants a real window starts its own Xvfb.
os.environ.update(
    QT_QPA_PLATFORM="offscreen",
    QT_SCALE_FACTOR="1",
    ZHIBU_FONT="bundled",
    LC_ALL="C.UTF-8",
    TZ="Asia/Shanghai",
)
for _name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME"):
    os.environ.pop(_name, None)
if hasattr(time, "tzset"):
    time.tzset()

settings.register_profile(
    "zhibu",
    deadline=None,  # a busy machine is no fault
    suppress_health_check=[HealthCheck.too_slow],
    derandomize="CI" in os.environ,
)
settings.load_profile("zhibu")


@pytest.fixture(autouse=True)
def zhibu_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Keep records, keys and log of this test, and of programs it starts, in its own folder."""
    folder = tmp_path / "home"
    monkeypatch.setenv("ZHIBU_HOME", str(folder))
    return folder


_STORE_TESTS = Path(__file__).parent / "app" / "store"


@pytest.fixture(autouse=True)
def quick_schema(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make empty files quickly wherever the making is not what is tested."""
    if _STORE_TESTS not in request.path.parents:
        from app.store import schema
        from tests.quick_schema import build

        monkeypatch.setattr(schema, "build", build)
