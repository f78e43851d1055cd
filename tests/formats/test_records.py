"""Records and the forms of the output."""

from __future__ import annotations

import json
import re

import pytest

from cleaner import Cleaner, Result
from cleaner.formats.records import line, record
from cleaner.formats.writers import Origin, TableWriter, TextWriter, writer
from cleaner.request import Form
from tests.conftest import ROOT, Run

PAGE = (ROOT / "examples" / "huangshi.txt").read_bytes()


def test_fields_of_an_unrecorded_document() -> None:
    result = Cleaner(segment=False).process(PAGE, record=False)
    fields = record(result)
    assert list(fields) == ["text", "metadata", "encoding", "variant", "bad_bytes", "warnings"]
    assert fields["text"] == result.text
    assert fields["encoding"] == "utf-8"
    assert fields["metadata"]["published"] == "2022-08-14T07:23:00"


def test_words_and_offsets_agree_with_the_texts() -> None:
    result = Cleaner().process(PAGE)
    assert result.source is not None
    fields = record(result, offsets="codepoints")
    assert fields["words"] == [fields["text"][low:high] for low, high in fields["offsets"]]
    assert fields["counts"]["repair.gloss"] > 10
    origins = [result.source[low:high] for low, high in fields["source_offsets"]]
    assert origins[:4] == ["國家級", "試點", "城市", "名單"]
    assert any("(" in origin for origin in origins)  # a gloss inside a word


@pytest.mark.parametrize("options", [{"segment": False}, {}])
def test_words_need_words(options: dict[str, bool]) -> None:
    result = Cleaner(**options).process("我們", record=options != {})
    with pytest.raises(ValueError, match="words"):
        record(result, words=True)


def test_text_as_str_has_no_encoding() -> None:
    fields = record(Cleaner(only=("encode",)).process("我們"))
    assert (fields["encoding"], fields["variant"], fields["bad_bytes"]) == (None, None, 0)


def test_a_line_is_one_line_for_every_reader() -> None:
    fields = {"text": "一\u2028二\u2029三\x85四\n五\r六\x0b\x0c\x1c", "file": "a\udcff"}
    text = line(fields)
    assert len(text.splitlines()) == 1
    text.encode()
    assert json.loads(text) == fields


def test_pieces_of_text_keep_the_blank_line_between_them() -> None:
    made = TextWriter()
    pieces = [Origin("a", 0, blank=True), Origin("a", 1), Origin("a", 2), Origin("b")]
    texts = [made.document(origin, Result("字")) for origin in pieces]
    assert "".join(texts) == "字\n\n字\n字\n字\n"


def test_pieces_of_json_are_numbered() -> None:
    made = writer(Form("jsonl"))
    records = [json.loads(made.document(Origin("a", piece), Result("字"))) for piece in (0, 1)]
    assert [item.get("piece") for item in records] == [None, 1]


def cells(line: str) -> list[str]:
    """Read a line as COPY in text format does."""
    named = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}
    return [re.sub(r"\\(.)", lambda match: named[match[1]], cell) for cell in line[:-1].split("\t")]


def test_a_table_has_a_line_a_document_after_their_names() -> None:
    made = writer(Form("tsv"))
    text = "一\t二\\n\n三\r"
    first = made.document(Origin("a"), Result(text, metadata={"title": "四\\"}))
    second = made.document(Origin("b", 2), Result(""))
    head, *lines = (first + second).splitlines(keepends=True)
    assert len(lines) == 2
    names = cells(head)
    assert names == list(TableWriter.COLUMNS)
    assert dict(zip(names, cells(lines[0]), strict=True)) == {
        "file": "a", "title": "四\\", "published": "", "source": "", "author": "",
        "encoding": "", "variant": "", "text": text,
    }  # fmt: skip
    assert cells(lines[1])[0] == "b#2"


def test_long_names_become_identifiers_that_elasticsearch_takes() -> None:
    made = writer(Form("es-bulk"))
    text = made.document(Origin("長" * 300), Cleaner().process("我們"))
    action, page = map(json.loads, text.splitlines())
    assert len(action["index"]["_id"]) == 64
    assert (page["text"], page["original"]) == ("我们", "我們")
    assert (page["starts"], page["ends"]) == ([0], [2])


class TestCommand:
    def test_a_line_a_document(self, run: Run, tmp_path: object) -> None:
        done = run("--format", "jsonl", "--no-segment", "-", "-", input="兩個".encode("gb18030"))
        first, second = map(json.loads, done.stdout.decode().splitlines())
        assert (first["file"], first["text"], first["encoding"]) == ("-", "两个", "gb18030")
        assert second["text"] == ""

    def test_lines(self, run: Run) -> None:
        done = run("--format", "jsonl", "--lines", "--list-words", input="兩個人\n\n三\n".encode())
        texts = [json.loads(text) for text in done.stdout.decode().splitlines()]
        assert [item["words"] for item in texts] == [["两个", "人"], [], ["三"]]

    def test_counts_and_offsets(self, run: Run) -> None:
        done = run("--format", "jsonl", "--counts", "--offsets", "utf16", input="我們".encode())
        (fields,) = map(json.loads, done.stdout.decode().splitlines())
        assert fields["counts"] == {"convert.character": 1}
        assert (fields["offsets"], fields["source_offsets"]) == ([[0, 2]], [[0, 2]])

    @pytest.mark.parametrize(
        ("options", "message"),
        [
            (["--index", "x"], b"--index goes with --format es-bulk"),
            (["--format", "es-bulk", "--no-segment"], b"es-bulk does not go with --no-segment"),
            (["--format", "tsv", "--detect"], b"--detect does not go with --format tsv"),
            (["--list-words"], b"--list-words goes with --format jsonl"),
            (
                ["--format", "jsonl", "--list-words", "--no-segment"],
                b"--list-words does not go",
            ),
        ],
    )
    def test_usage(self, run: Run, options: list[str], message: bytes) -> None:
        done = run(*options, input=b"a")
        assert done.returncode == 2
        assert message in done.stderr
