"""Faults of the world around the command: full disks, closed pipes, signals.

Full output and exit 0, or a failure that says so in one line: never a traceback, never a short
write taken for success, never a partial file under its final name.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cleaner.errors import OutputError
from cleaner.formats.writing import AtomicFile, Descriptor
from tests.conftest import Run

PAGE = ("這是一個很長的句子,說的是圖書館裡的書。" * 20 + "\n").encode() * 200
COMMAND = [sys.executable, "-m", "cleaner", "--only", "convert"]

full_disk = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")


@full_disk
@pytest.mark.parametrize(
    "arguments", [[], ["-o", "/dev/full"], ["--help"], ["--version"], ["--lines"]]
)
def test_full_disk(run: Run, unbuffered: str, arguments: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        done = run(
            "--only", "convert", *arguments, input=PAGE, stdout=full, stderr=subprocess.PIPE,
            env={"PYTHONUNBUFFERED": unbuffered},
        )  # fmt: skip
    assert done.returncode == 74
    assert done.stderr.decode().count("\n") == 1
    assert "No space left on device" in done.stderr.decode()


def test_closed_pipe_dies_quietly(unbuffered: str, tmp_path: Path) -> None:
    for arguments in ([], ["--help"], ["--lines"]):
        reader, writer = os.pipe()
        os.close(reader)
        try:
            done = subprocess.run(
                [*COMMAND, *arguments],
                input=PAGE,
                stdout=writer,
                stderr=subprocess.PIPE,
                check=False,
                cwd=tmp_path,
                env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            )
        finally:
            os.close(writer)
        assert done.stderr == b""
        assert done.returncode in (
            -signal.SIGPIPE,
            1 if arguments == ["--help"] else -signal.SIGPIPE,
        )


def test_reader_that_leaves_early(unbuffered: str, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(PAGE)
    with subprocess.Popen(
        [*COMMAND, page, page],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(100)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == -signal.SIGPIPE


def _heed_signals() -> None:
    """Undo what a shell and nohup do to jobs, whose children ignore the signal for good."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


@contextmanager
def waiting(*arguments: str, cwd: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A command that has started and waits for its standard input."""
    with subprocess.Popen(
        [sys.executable, "-m", "cleaner", *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=cwd,
        preexec_fn=_heed_signals,
    ) as process:
        time.sleep(0.8)
        yield process


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
@pytest.mark.parametrize("arguments", [[], ["-o", "out.txt"], ["--lines"]])
def test_signals_end_it_silently(
    number: signal.Signals, status: int, arguments: list[str], tmp_path: Path
) -> None:
    (tmp_path / "out.txt").write_bytes(b"old")
    with waiting(*arguments, cwd=tmp_path) as process:
        process.send_signal(number)
        assert process.wait(20) == status
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]
    assert (tmp_path / "out.txt").read_bytes() == b"old"


@pytest.mark.parametrize("delay", [0.0, 0.02, 0.05, 0.1, 0.2])
def test_interrupt_at_start(delay: float, tmp_path: Path) -> None:
    """Ctrl-C while Python itself starts is Python's; from our first line on it is silent."""
    code = "print('x', flush=True); from cleaner.__main__ import main; main()"
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        preexec_fn=_heed_signals,
    ) as process:
        assert process.stdout is not None
        process.stdout.read(1)
        time.sleep(0.03 + delay)
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 130
        assert process.stderr is not None
        assert process.stderr.read() == b""


def test_output_in_a_folder_that_is_not_there(run: Run) -> None:
    done = run("-o", "none/out.txt", input=PAGE)
    assert done.returncode == 74
    assert done.stderr == b"clean: none/out.txt: No such file or directory\n"


def test_output_that_is_a_folder(run: Run, tmp_path: Path) -> None:
    done = run("-o", tmp_path, input=PAGE)
    assert done.returncode == 2
    assert done.stderr == b"clean: -o DIR needs names of files or folders (or --files-from -)\n"
    assert not list(tmp_path.iterdir())


def test_closed_standard_streams(tmp_path: Path) -> None:
    for redirection, status, message in (
        ("<&-", 1, "clean: standard input: closed\n"),
        ("</dev/null >&-", 74, "clean: standard output: Bad file descriptor\n"),
    ):
        done = subprocess.run(
            ["bash", "-c", f"{sys.executable} -m cleaner {redirection}"],
            capture_output=True,
            check=False,
            cwd=tmp_path,
        )
        assert (done.returncode, done.stderr.decode()) == (status, message)


def test_input_that_is_the_output(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(PAGE)
    with page.open("ab") as same:
        done = run("page.txt", stdout=same, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert done.stderr == b"clean: page.txt: input file is output file\n"
    assert page.read_bytes() == PAGE


def test_unreadable_file(run: Run, tmp_path: Path) -> None:
    done = run("/proc/self/mem", input=b"")
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 1
    assert b"/proc/self/mem: " in done.stderr


def test_write_goes_on_after_short_writes(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[bytes] = []

    def short(descriptor: int, data: memoryview) -> int:
        written.append(bytes(data[:3]))
        return min(3, len(data))

    monkeypatch.setattr(os, "write", short)
    Descriptor(1, "x").write("一二三abc")
    assert b"".join(written).decode() == "一二三abc"


def test_write_waits_for_a_pipe_that_does_not_block(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    text = "長" * 100_000
    with subprocess.Popen(["cat"], stdin=reader, stdout=subprocess.PIPE) as cat:
        os.close(reader)
        time.sleep(0.1)
        pid = os.fork()
        if pid == 0:
            Descriptor(writer, "pipe").write(text)
            os._exit(0)
        os.close(writer)
        assert cat.stdout is not None
        assert cat.stdout.read().decode() == text
        os.waitpid(pid, 0)


def test_no_partial_file_after_a_failed_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.txt"

    def full(descriptor: int, data: memoryview) -> int:
        raise OSError(28, "No space left on device")

    with pytest.raises(OutputError, match="No space left"), AtomicFile(str(target)) as output:
        output.write("begin")
        monkeypatch.setattr(os, "write", full)
        output.write("end")
    assert list(tmp_path.iterdir()) == []


def test_no_partial_file_when_the_disk_refuses_the_sync(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(descriptor: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", refuse)
    with (
        pytest.raises(OutputError, match="Input/output"),
        AtomicFile(str(tmp_path / "o")) as output,
    ):
        output.write("text")
    assert list(tmp_path.iterdir()) == []
