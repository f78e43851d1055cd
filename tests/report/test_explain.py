"""--explain, --diff, --check, --rejects, --plan and --replay."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings

from cleaner import Cleaner, Settings
from cleaner.errors import SettingsError
from cleaner.report.diff import diff
from cleaner.report.explain import as_json, explain
from cleaner.report.plan import PlanError, Replayer, plan, read, replay
from cleaner.report.rejects import rejects
from cleaner.report.terminal import Painter, colours, visible
from tests.conftest import ROOT, Run
from tests.properties.strategies import pages

PAGE = (ROOT / "examples" / "huangshi.txt").read_bytes()
SMALL = "標題\n增長(cháng)率比去年提高了1.2個(gè)百分點(diǎn)。\n分享到：微博 微信\n".encode()
PLAIN = Painter(False)


def test_explain_says_what_each_rule_did_and_where() -> None:
    told = explain("page", Cleaner().process(PAGE), PLAIN)
    lines = told.splitlines()
    assert lines[0].startswith("page: utf-8 (valid UTF-8), variant mainland, 2,739 → 1,4")
    assert any(line.split()[:3] == ["gloss", "195", "1,094"] for line in lines)
    dropped = next(line for line in lines if "2022-08-14 07:23:00 來源: 黃石發(fā)布" in line)
    assert dropped.split()[:2] == ["2", "byline"]
    assert any(
        line.startswith("     6:3  convert.character ") and "國→国" in line for line in lines
    )
    assert not any("segment.word" in line for line in lines)


def test_explain_of_clean_text() -> None:
    told = explain("page", Cleaner(segment=False).process("他们看书。"), PLAIN)
    assert told == "page: 5 → 5 characters\n  nothing was changed\n\n".replace(
        "page: ", "page: variant simplified, "
    )


def test_explain_as_json() -> None:
    told = json.loads(as_json("page", Cleaner().process(PAGE)))
    assert told["rules"]["repair.gloss"] == {"edits": 195, "removed": 1094, "added": 0}
    assert {"line": 39, "rule": "chrome.hot", "text": "熱點推薦"} in told["dropped"]
    first = told["changed"][0]
    assert (first["line"], first["column"], first["offset"]) == (1, 1, 0)
    assert (first["before"], first["after"], first["rules"]) == ("國", "国", ["convert.character"])


@given(text=pages())
@settings(max_examples=100)
def test_any_page_can_be_explained(text: str) -> None:
    result = Cleaner().process(text)
    told = explain("page", result, PLAIN)
    assert all(char.isprintable() or char in "\n\u3000" for char in told)
    assert len(as_json("page", result).splitlines()) == 1


def test_nothing_acts_on_the_terminal() -> None:
    assert visible("a\x1b]0;x\x07\u202eb\u2066\r\n\x85") == (
        "a\\x1b]0;x\\x07\\u202eb\\u2066␍⏎\\x85"
    )
    result = Cleaner(segment=False).process("\x1b[99m我們\u202e看書\n")
    for told in (explain("x", result, PLAIN), diff("x", result, Painter(True))):
        assert "\u202e" not in told
        assert "\x1b[99m" not in told


def test_colours_follow_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    assert not colours(StringIO())
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert colours(StringIO())
    monkeypatch.setenv("NO_COLOR", "1")
    assert not colours(StringIO())


def patched(source: str, made: str, folder: Path) -> str:
    (folder / "page").write_bytes(source.encode())
    (folder / "diff").write_bytes(made.encode())
    subprocess.run(["patch", "-s", "--binary", "page", "diff"], cwd=folder, check=True)
    return (folder / "page").read_bytes().decode()


@pytest.mark.skipif(shutil.which("patch") is None, reason="patch is not installed")
@pytest.mark.parametrize("options", [{}, {"segment": False}], ids=["words", "prose"])
@pytest.mark.parametrize("name", ["forum.txt", "novel.txt", "tw_news.txt", "table.txt"])
def test_a_diff_is_what_patch_understands(
    name: str, options: dict[str, bool], tmp_path: Path
) -> None:
    result = Cleaner(**options).process((ROOT / "tests" / "golden" / name).read_bytes())
    assert result.source is not None
    made = diff("page", result, PLAIN)
    assert patched(result.source, made, tmp_path) == result.text.removesuffix("\n") + "\n"


def test_a_diff_shows_context_and_what_changed_inside_a_line() -> None:
    text = "".join(f"第{number}行\n" for number in "一二三四五六七") + "我們看書\n"
    made = diff("page", Cleaner(segment=False).process(text + "好。"), Painter(True))
    assert "@@ -5,5 +5,5 @@" in made
    assert "\x1b[31m-\x1b[0m\x1b[31m我\x1b[0m\x1b[1;7;31m們\x1b[0m\x1b[31m看\x1b[0m" in made
    assert "第四行" not in made
    assert diff("page", Cleaner(segment=False).process("我们\n"), PLAIN) == ""


def test_rejects_are_what_was_lost() -> None:
    found = list(rejects(Cleaner().process(PAGE)))
    assert sum(item["rules"] == ["repair.gloss"] for item in found) > 150
    assert any(
        item["text"].strip() == "熱點推薦" and "chrome.hot" in item["rules"] for item in found
    )
    assert all(item["text"].strip() for item in found)
    source = PAGE.decode()
    for item in found:
        assert source[item["offset"] :].startswith(item["text"])


@given(text=pages())
@settings(max_examples=100)
def test_plans_replay_exactly(text: str) -> None:
    result = Cleaner().process(text)
    made = json.loads(json.dumps(plan("page", result)))
    assert replay(made, text) == result.text


@pytest.mark.parametrize("edits", [[[3, 2, "", "a"]], [[0, 9, "", "a"]], [[0, 1]], [7]])
def test_edits_that_make_no_sense(edits: list[object]) -> None:
    made = {**plan("page", Cleaner().process("我們")), "edits": edits}
    with pytest.raises(PlanError, match="no edit"):
        replay(made, "我們")


def test_plans_of_other_texts_and_versions() -> None:
    made = plan("page", Cleaner().process("我們"))
    with pytest.raises(PlanError, match="another text"):
        replay(made, "你們")
    for line in ("{", "[]", "{}", json.dumps({**made, "plan": 99})):
        with pytest.raises(PlanError, match="file, line 2"):
            read(["", line], "file")


class TestCommand:
    def test_explain_stands_without_a_value(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "page.txt").write_bytes(SMALL)
        done = run("--no-segment", "--explain", "page.txt")
        assert done.stdout == run("--no-segment", "page.txt").stdout
        assert "個→个" in done.stderr.decode()
        done = run("--explain=json", "page.txt")
        assert json.loads(done.stderr)["file"] == "page.txt"

    def test_diff_takes_the_place_of_the_output(self, run: Run) -> None:
        done = run("--diff", "--no-segment", input="我們\n".encode())
        assert done.stdout.decode() == (
            "--- standard input\n+++ standard input (cleaned)\n@@ -1 +1 @@\n-我們\n+我们\n"
        )
        assert run("--diff", "--no-segment", input="我们\n".encode()).stdout == b""

    def test_check(self, run: Run) -> None:
        done = run("--check", "--no-segment", input="我們\n".encode())
        assert (done.returncode, done.stdout) == (1, b"")
        assert done.stderr == b"clean: standard input: would be changed\n"
        done = run("--check", "--no-segment", input="我们\n".encode())
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
        assert run("--check", "--no-segment", input="我们".encode()).returncode == 1

    def test_plan_rejects_and_replay(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "page.txt").write_bytes(PAGE)
        done = run("--plan", "plan.jsonl", "--rejects", "gone.jsonl", "page.txt", "-", input=SMALL)
        assert done.stdout == run("page.txt", "-", input=SMALL).stdout
        gone = [json.loads(line) for line in (tmp_path / "gone.jsonl").read_text().splitlines()]
        assert {item["file"] for item in gone} == {"page.txt", "-"}
        again = run("--replay", "plan.jsonl", "-", "page.txt", input=PAGE)
        assert again.stdout == done.stdout[: len(again.stdout) // 2] * 2
        other = run("--replay", "plan.jsonl", input=b"other")
        assert (other.returncode, other.stdout) == (1, b"")
        assert other.stderr == b"clean: standard input: no plan for this text\n"

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            (["--explain", "--lines"], "--explain does not go with --lines"),
            (["--diff", "--format", "jsonl"], "--diff does not go with --format jsonl"),
            (["--replay", "x", "--plan", "y"], "--replay does not go with --plan"),
            (["--replay", "none"], "--replay: none: No such file or directory"),
            (["--explain=x"], "Invalid value for '--explain'"),
        ],
    )
    def test_usage(self, run: Run, options: list[str], message: str) -> None:
        done = run(*options, input=b"a")
        assert (done.returncode, done.stdout) == (2, b"")
        assert message in done.stderr.decode()

    def test_a_file_that_cannot_be_written(self, run: Run) -> None:
        done = run("--plan", "no/such/folder", input=b"a")
        assert done.returncode == 74
        assert done.stderr.count(b"\n") == 1


def test_reports_are_not_imported_unless_asked_for() -> None:
    code = (
        "import sys; from cleaner.cli import command; import cleaner.run;"
        "print([name for name in sys.modules if name.startswith(('cleaner.report', 'json'))])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout == b"[]\n"


def test_a_stream_that_is_closed_has_no_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    stream = StringIO()
    stream.close()
    assert not colours(stream)


def test_a_file_of_no_plans_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "plan.jsonl"
    path.write_text("{}\n", "utf-8")
    with pytest.raises(SettingsError, match=r"--replay: .*plan\.jsonl, line 1: not a plan"):
        Replayer(str(path), Settings())
