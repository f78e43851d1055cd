"""What people are told while a batch runs, and at its end."""

from __future__ import annotations

import io
import sys

import pytest

from cleaner.batch.progress import Progress
from cleaner.batch.summary import Summary


class Clock:
    now = 100.0

    def monotonic(self) -> float:
        return self.now


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("cleaner.batch.progress.time", clock)
    return clock


def test_a_line_now_and_then_where_there_is_no_terminal(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    said: list[str] = []
    progress = Progress(10_000_000, 1_000_000, said.append, quiet=False, label="sites")
    clock.now += 10
    progress.show(3_000_000, 1000)
    assert said == []
    clock.now += 30
    progress.show(5_000_000, 2000)
    progress.close()
    assert said == ["sites: 50%, 2,000 documents, 0.1 MB/s"]


def test_nothing_when_asked_to_be_quiet(clock: Clock) -> None:
    said: list[str] = []
    progress = Progress(0, 0, said.append, quiet=True)
    clock.now += 100
    progress.show(1, 1)
    progress.close()
    assert said == []


def test_a_bar_on_a_terminal(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr("cleaner.batch.progress.sys.stderr", terminal)
    progress = Progress(100, 20, print, quiet=False)
    clock.now += 2
    progress.show(60, 3)
    progress.show(50, 4)  # a unit that was done before its turn
    progress.show(100, 5)
    progress.close()
    assert "100%" in terminal.getvalue()
    assert "5 documents" in terminal.getvalue()


def test_a_line_of_text_takes_the_place_of_the_bar(
    clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr("cleaner.batch.progress.sys.stderr", terminal)
    progress = Progress(100, 0, print, quiet=False)
    progress.clear()
    assert terminal.getvalue().endswith("\r\x1b[K")
    progress.close()
    Progress(100, 0, print, quiet=True).clear()  # of a bar that is not there, nothing


def test_the_end_of_a_batch() -> None:
    summary = Summary({"sums": {"bytes_in": 2_500_000, "bytes_out": 900, "documents_warned": 1200}})
    summary.rules.update({"repair.gloss": 12, "chrome.share": 3})
    for status, reason in (("ok", None), ("ok", None), ("rejected", "language"), ("failed", "x")):
        summary.count(status, reason)
    assert list(summary.lines()) == [
        "4 documents: 2 kept (50.0%), 1 left out, 1 failed",
        "2.5 MB in, 0.9 kB out",
        "left out: language 1",
        "warnings for 1,200 of them: see the manifest",
        "most edits: repair.gloss 12, chrome.share 3",
    ]
    assert Summary(summary.state()).state() == summary.state()
    assert next(iter(Summary({}).lines())) == "0 documents: 0 kept, 0 left out, 0 failed"
