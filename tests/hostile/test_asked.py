"""What expressions look at, counted, grows with the text and not with its square."""

from __future__ import annotations

import subprocess
import sys


def test_no_expression_is_asked_of_the_whole_text_for_each_sign() -> None:
    """In a process of its own, whose expressions count; breaking one rule made it fail."""
    command = [sys.executable, "-m", "tests.hostile.asked", "--few"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
