"""What is said of bytes before they are read: encoding, evidence, certainty."""

from __future__ import annotations

import pytest

from cleaner.filters.decode.detect import HEAD, confidence, detect, is_binary

TEXT = "我们看着他，走过图书馆。"
TRADITIONAL = "我們看著他，走過圖書館。"


@pytest.mark.parametrize(
    ("data", "codec", "evidence", "sure"),
    [
        (b"\xef\xbb\xbf" + TEXT.encode(), "utf-8", "byte order mark", True),
        (b"\xff\xfe" + TEXT.encode("utf-16-le"), "utf-16-le", "byte order mark", True),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "utf-16-be", "byte order mark", True),
        (b"", "utf-8", "ASCII", False),
        (b"abc", "utf-8", "ASCII", False),
        (TEXT.encode(), "utf-8", "valid UTF-8", False),
        # A character cut at one end or at both, but not in the middle.
        (TEXT.encode()[:-1], "utf-8", "UTF-8, cut inside a character", True),
        (TEXT.encode()[:-2], "utf-8", "UTF-8, cut inside a character", True),
        (TEXT.encode()[1:], "utf-8", "UTF-8, cut inside a character", True),
        (TEXT.encode()[2:], "utf-8", "UTF-8, cut inside a character", True),
        (TEXT.encode()[2:-2], "utf-8", "UTF-8, cut inside a character", True),
        (TEXT.encode()[:7] + TEXT.encode()[8:], "utf-8", "reads well", False),
        # Two characters must be whole, which is no accident.
        ("我们看".encode()[:-1], "utf-8", "UTF-8, cut inside a character", True),
        ("我们".encode()[:-1], "utf-8", "reads better than gb18030", False),
        (TEXT.encode("gbk"), "gb18030", "reads well", False),
        (TRADITIONAL.encode("big5"), "big5", "reads well", False),
        ("これは日本語のページです。".encode("shift_jis"), "cp932", "reads well", False),
        # Escapes; a path is no text in HZ.
        ("これは日本語".encode("iso2022_jp"), "iso2022_jp", "ISO-2022 escapes", True),
        ("한국어".encode("iso2022_kr"), "iso2022_kr", "ISO-2022 escapes", True),
        # In GBK the bytes of ¥ are 楼, which has its number before it.
        ("¥1,299.00".encode(), "utf-8", "valid UTF-8", False),
        ("¥ 99-¥199".encode(), "utf-8", "valid UTF-8", False),
        ("3楼1".encode("gbk"), "gb18030", "reads better than utf-8", False),
        # Nor do Chinese characters stand between Latin letters.
        ("fān xiū".encode(), "utf-8", "valid UTF-8", False),
        ("Jī zhī".encode(), "utf-8", "valid UTF-8", False),
        ("αβγ".encode(), "utf-8", "valid UTF-8", False),
        ("喂喂喂".encode("gbk"), "gb18030", "reads better than euc_jp", False),
        ("b站".encode("gbk"), "gb18030", "reads better than utf-8", False),
        (TEXT.encode("hz"), "hz", "HZ escapes", False),
        (b"cd ~{home}/x", "utf-8", "ASCII", False),
        (TEXT.encode("utf-16-le"), "utf-16-le", "reads as text, without a mark", False),
        (b"a\0b\0c\0d\0" * 10, "utf-16-le", "reads as text, without a mark", False),
        # What a page says of itself is said, whether it is so or not; in its beginning only.
        (
            b'<meta charset="gb2312">' + TEXT.encode("gbk"),
            "gb18030",
            "reads well, as declared",
            False,
        ),
        (
            b'<meta charset="big5">' + TEXT.encode("gbk"),
            "gb18030",
            "reads well, declared big5",
            False,
        ),
        (
            b" " * HEAD + b'<meta charset="big5">' + TEXT.encode("gbk"),
            "gb18030",
            "reads well",
            False,
        ),
    ],
)
def test_what_bytes_are(data: bytes, codec: str, evidence: str, sure: bool) -> None:
    guess = detect(data)
    assert (guess.codec, guess.evidence, guess.sure, guess.binary) == (codec, evidence, sure, False)
    assert guess.text is None or guess.text == data.decode("utf-8")
    assert data.startswith(guess.mark)
    assert bool(guess.mark) is (evidence == "byte order mark")


def test_a_declaration_decides_between_two_that_read_alike() -> None:
    data = "电影".encode("gbk")
    plain, declared = detect(data), detect(b"<meta charset=gbk>\n" + data)
    assert plain.codec == declared.codec == "gb18030"
    assert plain.confidence < declared.confidence < 1


@pytest.mark.parametrize(
    ("margin", "expected"), [(-5, 0.5), (0, 0.5), (4, 0.816), (8, 0.932), (1000, 1.0)]
)
def test_confidence_grows_with_the_margin(margin: float, expected: float) -> None:
    assert confidence(margin) == expected


@pytest.mark.parametrize(
    ("data", "answer"),
    [
        (b"", False),
        (b"a" * 100, False),
        (b"a" * 90 + b"\x01" * 10, False),  # a tenth
        (b"a" * 89 + b"\x01" * 11, True),
        (b"a" * 50 + b"\t\r\n\x0c" * 20, False),  # those that text has
        (b"a" * 50 + b"\0" * 50, False),  # NULs at the end, or that fill up a field
        (b"a" * 50 + b"\0" * 50 + b"b" * 50, False),
        (b"a\0" * 50 + b"a", True),
        (b"a" * HEAD + b"\x01" * HEAD, False),  # the beginning tells
        (b"\x01" * HEAD + b"a" * HEAD, True),
    ],
)
def test_what_is_no_text(data: bytes, answer: bool) -> None:
    assert is_binary(data) is answer


def test_binary_data_is_said_to_be_so() -> None:
    assert detect(b"\x01\x02\x03" * 30).binary
    assert detect("我".encode() + b"\x01\x02" * 50).binary
    guess = detect(b"\xff\x01\x02" * 50)
    assert (guess.codec, guess.confidence, guess.binary, guess.sure) == ("utf-8", 0.0, True, True)


def test_pairs_of_surrogates_are_utf8_without_a_doubt() -> None:
    guess = detect("我们看着他\ud83d\ude00".encode("utf-8", "surrogatepass"))
    assert (guess.codec, guess.evidence, guess.confidence, guess.text) == (
        "utf-8",
        "UTF-8 with surrogates",
        1.0,
        "我们看着他😀",
    )
