from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.errors import AppError, DiskFullError
from ui.jobs import Job, Jobs, Progress


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.stop()


def test_the_work_runs_elsewhere_and_its_result_arrives_in_the_main_thread(
    qtbot: QtBot, jobs: Jobs
) -> None:
    threads: list[int] = []
    with qtbot.waitSignal(jobs.ended):
        jobs.run(lambda _p: threading.get_ident(), threads.append)
    main = threading.get_ident()
    assert threads
    assert threads[0] != main
    assert not jobs.busy()


def test_a_failure_a_user_can_act_on_is_told_not_raised(qtbot: QtBot, jobs: Jobs) -> None:
    def fail(_progress: Progress) -> None:
        raise DiskFullError("磁盘满了，请清理。")

    with qtbot.waitSignal(jobs.failed) as told:
        jobs.run(fail, lambda _result: None)
    assert str(told.args[0]) == "磁盘满了，请清理。"


def test_a_failure_goes_to_whoever_asked_for_it(qtbot: QtBot, jobs: Jobs) -> None:
    caught: list[AppError] = []

    def fail(_progress: Progress) -> None:
        raise DiskFullError("磁盘满了，请清理。")

    with qtbot.waitSignal(jobs.ended), qtbot.assertNotEmitted(jobs.failed):
        jobs.run(fail, lambda _result: None, failed=caught.append)
    assert [str(error) for error in caught] == ["磁盘满了，请清理。"]


def test_a_bug_reaches_the_crash_path_in_the_main_thread(
    qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[str, int]] = []
    monkeypatch.setattr(
        sys, "excepthook", lambda kind, *_rest: seen.append((kind.__name__, threading.get_ident()))
    )

    def broken(_progress: Progress) -> None:
        raise ZeroDivisionError

    with qtbot.waitSignal(jobs.ended):
        jobs.run(broken, lambda _result: None)
    assert seen == [("ZeroDivisionError", threading.get_ident())]


def test_a_stopped_job_ends_at_its_next_step_and_gives_no_result(qtbot: QtBot, jobs: Jobs) -> None:
    started, go_on = threading.Event(), threading.Event()
    results: list[str] = []

    def work(progress: Progress) -> str:
        started.set()
        go_on.wait(5)
        progress(1, 2)
        return "ready"

    with qtbot.waitSignal(jobs.ended), qtbot.assertNotEmitted(jobs.failed):
        job = jobs.run(work, results.append)
        started.wait(5)
        job.cancel()
        go_on.set()
    assert results == []


def test_only_a_slow_job_with_a_title_asks_for_attention(
    qtbot: QtBot, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.jobs.SHOW_AFTER_MS", 20)
    go_on = threading.Event()
    slow: list[Job] = []
    jobs.became_slow.connect(slow.append)
    quiet = jobs.run(lambda _p: go_on.wait(5), lambda _r: None)
    titled = jobs.run(lambda _p: go_on.wait(5), lambda _r: None, title="正在打印…")
    qtbot.waitUntil(lambda: bool(slow))
    go_on.set()
    qtbot.waitUntil(lambda: not jobs.busy())
    assert slow == [titled]
    assert quiet is not titled


def test_progress_is_told_step_by_step(qtbot: QtBot, jobs: Jobs) -> None:
    steps: list[tuple[int, int]] = []
    go_on = threading.Event()

    def work(progress: Progress) -> None:
        go_on.wait(5)
        for done in range(3):
            progress(done, 3)

    with qtbot.waitSignal(jobs.ended):
        job = jobs.run(work, lambda _result: None)
        job.progressed.connect(lambda done, total: steps.append((done, total)))
        go_on.set()
    assert steps == [(0, 3), (1, 3), (2, 3)]
