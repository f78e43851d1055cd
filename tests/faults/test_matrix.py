"""Every fault at every place: full output and status 0, or a failure that says so in one line.

Nothing under a final name that is not whole, and what stood there before stays. The faults are real
ones (a limit on the size of files, a reader that leaves, signals), in a forked process.
"""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from cleaner.pipeline import FILTERS, Filter
from tests.faults.forked import Done, run, warm

PAGE = "這是一個句子,說的是圖書館裡的書。\n\n第二段在這裏。\n責任編輯:王偉\n".encode()
# Forms of output: arguments, and the file that gets the text or the account besides.
FORMS: dict[str, tuple[list[str], str | None]] = {
    "text": ([], None),
    "lines": (["--lines"], None),
    "jsonl": (["--format", "jsonl"], None),
    "offsets": (["--format", "jsonl", "--list-words", "--offsets", "bytes"], None),
    "detect": (["--detect"], None),
    "diff": (["--diff"], None),
    "to a file": (["-o", "out"], "out"),
    "plan": (["--plan", "out"], "out"),
    "rejects": (["--rejects", "out"], "out"),
    "report": (["--report", "out"], "out"),
}
#: The form that no filter runs for.
UNFILTERED = "detect"
#: Signals, and the status that each ends the command with.
SIGNALS = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGKILL: -signal.SIGKILL}
OLD = b"old"

needs_fork = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
pytestmark = needs_fork


@pytest.fixture(scope="module", autouse=True)
def _warm() -> None:
    warm(PAGE)


def _whole(form: str, folder: Path) -> tuple[bytes, bytes]:
    """Return standard output and the file of a run that nothing goes wrong in."""
    arguments, name = FORMS[form]
    done = run(arguments, folder, PAGE)
    assert done.status == 0, done.error
    assert done.error == b""
    found = b""
    if name is not None:
        found = (folder / name).read_bytes()
        (folder / name).unlink()
    return done.output, found


def _check(done: Done, form: str, folder: Path, whole: tuple[bytes, bytes], old: bool) -> None:
    """Assert the promises that hold whatever happened."""
    name = FORMS[form][1]
    left = {path.name for path in folder.iterdir()}
    assert left <= {name}, f"left behind: {left}"
    found = (folder / name).read_bytes() if name is not None and name in left else None
    if done.status == 0:
        assert done.output == whole[0]
        assert name is None or found == whole[1]
        assert done.error == b""
    else:
        assert whole[0].startswith(done.output)
        assert found in ((OLD,) if old else (None,)) or found == whole[1]


@pytest.mark.parametrize("form", FORMS)
def test_full_disk_at_every_place(form: str, tmp_path: Path) -> None:
    whole = _whole(form, tmp_path)
    name = FORMS[form][1]
    size = len(whole[0] if name is None else max(whole, key=len))
    places = sorted({0, 1, size - 1, *range(0, size, max(size // 5, 1))})
    for number, largest in enumerate(places):
        old = name is not None and number % 2 == 1 and largest >= len(OLD)
        if old:
            (tmp_path / str(name)).write_bytes(OLD)
        done = run(FORMS[form][0], tmp_path, PAGE, largest=largest, unbuffered=number % 3 == 0)
        assert done.status == 74, (largest, done)
        assert os.strerror(errno.EFBIG) in done.complaint
        _check(done, form, tmp_path, whole, old)
        if old:
            (tmp_path / str(name)).unlink(missing_ok=True)
    done = run(FORMS[form][0], tmp_path, PAGE, largest=1 << 20)
    assert done.status == 0


@pytest.mark.parametrize("form", [form for form in FORMS if FORMS[form][1] is None])
@pytest.mark.parametrize("unbuffered", [False, True])
def test_a_reader_that_leaves(form: str, unbuffered: bool, tmp_path: Path) -> None:
    whole = _whole(form, tmp_path)[0]
    for reads in (0, 1, len(whole) // 2):
        # More than a pipe holds, so that the command is still writing when the reader is gone.
        done = run(FORMS[form][0], tmp_path, PAGE * 4000, reads=reads, unbuffered=unbuffered)
        if done.status != 0:  # what fits into the pipe is written before anybody leaves
            assert done.status == -signal.SIGPIPE
        assert done.error == b""


def _at_write(number: int, act: Callable[[], None]) -> Callable[[], None]:
    """Return what makes the command do ``act`` at its ``number``-th write, in the middle of it."""

    def arrange() -> None:
        write = os.write
        left = number

        def counted(descriptor: int, data: Any) -> int:
            nonlocal left
            left -= 1
            if left == 0:
                half = write(descriptor, data[: len(data) // 2])
                act()
                return half
            return write(descriptor, data)

        os.write = counted

    return arrange


def kill(number: int) -> None:
    """Send this process a signal."""
    os.kill(os.getpid(), number)


def at_stage(name: str, act: Callable[[], None]) -> Callable[[], None]:
    """Return what makes the command do ``act`` when the filter ``name`` begins.

    A filter is called with one document or with several at once.
    """

    def arrange() -> None:
        for method in ("__call__", "each"):
            setattr(Filter, method, _acting(getattr(Filter, method), name, act))

    return arrange


def _acting(call: Callable[..., Any], name: str, act: Callable[[], None]) -> Callable[..., Any]:
    def called(self: Filter, *arguments: Any) -> Any:
        if self.name == name:
            act()
        return call(self, *arguments)

    return called


@pytest.mark.parametrize("form", ["text", "to a file", "report"])
@pytest.mark.parametrize("stage", [stage.name for stage in FILTERS])
def test_a_signal_as_a_filter_begins(form: str, stage: str, tmp_path: Path) -> None:
    nothing = (b"", b"")  # is written before all filters are through
    name = FORMS[form][1]
    for number, status in SIGNALS.items():
        if name is not None:
            (tmp_path / name).write_bytes(OLD)
        before = at_stage(stage, partial(kill, number))
        done = run(FORMS[form][0], tmp_path, PAGE, before=before)
        assert done.status == status
        assert done.error == b""
        if number == signal.SIGKILL:
            _sweep(tmp_path)
        _check(done, form, tmp_path, nothing, name is not None)


def _sweep(folder: Path) -> None:
    """Take away what nobody was left to take away."""
    for path in folder.glob(".*.part"):
        path.unlink()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(("number", "status"), SIGNALS.items())
def test_a_signal_in_the_middle_of_a_write(
    form: str, number: signal.Signals, status: int, tmp_path: Path
) -> None:
    whole = _whole(form, tmp_path)
    name = FORMS[form][1]
    for old in (False, True) if name is not None else (False,):
        if old:
            (tmp_path / str(name)).write_bytes(OLD)
        before = _at_write(1, partial(kill, number))
        done = run(FORMS[form][0], tmp_path, PAGE, before=before, unbuffered=old)
        assert done.status == status
        assert done.error == b""
        if number == signal.SIGKILL:
            _sweep(tmp_path)
        _check(done, form, tmp_path, whole, old)


@pytest.mark.parametrize("form", FORMS)
def test_short_writes_are_gone_on_with(form: str, tmp_path: Path) -> None:
    whole = _whole(form, tmp_path)

    def arrange() -> None:
        write = os.write
        os.write = lambda descriptor, data: write(descriptor, memoryview(data)[:7])

    done = run(FORMS[form][0], tmp_path, PAGE, before=arrange)
    assert done.status == 0
    _check(done, form, tmp_path, whole, False)


@pytest.mark.parametrize("form", FORMS)
def test_signals_that_interrupt_reading_and_writing(form: str, tmp_path: Path) -> None:
    """A timer whose handler does nothing: each system call that it interrupts goes on."""
    whole = _whole(form, tmp_path)

    def arrange() -> None:
        signal.signal(signal.SIGALRM, lambda *_: None)
        signal.setitimer(signal.ITIMER_REAL, 0.0005, 0.0005)

    done = run(FORMS[form][0], tmp_path, PAGE, before=arrange)
    assert done.status == 0
    _check(done, form, tmp_path, whole, False)


@pytest.mark.parametrize("form", [form for form in FORMS if FORMS[form][1] is not None])
@pytest.mark.parametrize("name", ["fsync", "replace", "chmod"])
def test_a_step_of_the_output_that_fails(form: str, name: str, tmp_path: Path) -> None:
    """The disk refuses when it is to keep what was written, or to give it its name."""
    whole = _whole(form, tmp_path)
    (tmp_path / "out").write_bytes(OLD)

    def arrange() -> None:
        def refuse(*_: object, **__: object) -> None:
            raise OSError(errno.EIO, os.strerror(errno.EIO))

        setattr(os, name, refuse)

    done = run(FORMS[form][0], tmp_path, PAGE, before=arrange)
    assert done.status == 74
    assert os.strerror(errno.EIO) in done.complaint
    _check(done, form, tmp_path, whole, True)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("place", [0, 1, 50])
def test_a_read_that_fails_in_the_middle(form: str, place: int, tmp_path: Path) -> None:
    """One input that cannot be read to its end is named; the other one is cleaned."""
    arguments, name = FORMS[form]
    (tmp_path / "page").write_bytes(PAGE)

    def arrange() -> None:
        import sys

        class Broken:
            left = place

            def read1(self, size: int = -1) -> bytes:
                if self.left <= 0:
                    raise OSError(errno.EIO, os.strerror(errno.EIO))
                part = PAGE[: self.left]
                self.left = 0
                return part

            def read(self, size: int = -1) -> bytes:
                # Gives less than was asked for at the end of a file only.
                return self.read1() + self.read1()

        class Stream:
            buffer = Broken()

            @staticmethod
            def isatty() -> bool:
                return False

        sys.stdin = Stream()

    done = run([*arguments, "-", "page"], tmp_path, before=arrange)
    assert done.status == 1
    assert done.complaint == f"clean: standard input: {os.strerror(errno.EIO)}\n"
    alone = run([*arguments, "page"], tmp_path)
    if name is None:
        assert done.output.endswith(alone.output)
    assert {path.name for path in tmp_path.iterdir()} <= {"page", name}


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
@pytest.mark.parametrize("form", FORMS)
def test_a_folder_that_cannot_be_written(form: str, tmp_path: Path) -> None:
    _, name = FORMS[form]
    tmp_path.chmod(0o500)
    done = run(FORMS[form][0], tmp_path, PAGE)
    assert done.status == (0 if name is None else 74)
    tmp_path.chmod(0o700)


@pytest.mark.parametrize("number", range(4))
def test_names_that_are_no_text(number: int, tmp_path: Path) -> None:
    """Names with line ends and bytes that are no UTF-8, links in a ring, a file that has gone."""
    name = [b"a\nb", b"\xff\xfe", b"ring", b"gone"][number]
    path = os.path.join(os.fsencode(tmp_path), name)
    if name == b"ring":
        os.symlink(path, path)
    elif name != b"gone":
        with open(path, "wb") as file:
            file.write(PAGE)
    done = run([os.fsdecode(name)], tmp_path)
    if name in (b"ring", b"gone"):
        assert done.status == 1
        assert done.complaint.startswith(f"clean: {name.decode()}: ")
    else:
        assert (done.status, done.error) == (0, b"")
    missing = run([os.fsdecode(name + b"!")], tmp_path)
    assert missing.status == 1
    assert missing.complaint.isprintable() or missing.complaint.rstrip("\n").isprintable()
