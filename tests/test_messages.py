"""What the command says on standard error."""

from __future__ import annotations

import sys

import pytest

from cleaner.messages import printable, say


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("-", "standard input"),
        ("页/一.txt", "页/一.txt"),
        ("a\nb", "a\\x0ab"),
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\udcff", "a\\xff"),
    ],
)
def test_a_file_name_stays_on_its_line(name: str, shown: str) -> None:
    assert printable(name) == shown


def test_a_message_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    say("clean", "a\nb: is a folder")
    assert capsys.readouterr().err == "clean: a\\x0ab: is a folder\n"


def test_a_closed_standard_error_is_no_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    say("clean", "a.txt: Is a directory")
    assert capsys.readouterr().err == "clean: a.txt: Is a directory\n"
    monkeypatch.setattr(sys, "stderr", None)
    say("clean", "a.txt: Is a directory")
