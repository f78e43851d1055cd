"""The Python face: clean, Cleaner, Result."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor

import pytest

import cleaner
from cleaner import Cleaner, Settings, clean
from cleaner.errors import DictionaryError, SettingsError

TEXT = "我們看著他走進圖書館,他說:這本書很好!\n"


def test_clean() -> None:
    assert clean(TEXT, segment=False) == "我们看着他走进图书馆，他说：这本书很好！"
    assert clean(TEXT).split(" ")[:3] == ["我们", "看着", "他"]
    assert clean(TEXT.encode("big5"), segment=False) == clean(TEXT, segment=False)


def test_settings_by_name_and_by_object() -> None:
    settings = Settings(segment=False)
    assert Cleaner(settings).clean(TEXT) == Cleaner(segment=False).clean(TEXT)
    assert Cleaner(settings, only=("convert",)).clean(TEXT).endswith("\n")
    with pytest.raises(SettingsError, match="segmnt"):
        clean(TEXT, segmnt=False)


def test_process_tells_what_it_did() -> None:
    result = Cleaner().process(TEXT.encode("big5"))
    assert result.text == clean(TEXT)
    assert result.source == TEXT
    assert result.encoding is not None
    assert result.encoding.name == "big5"
    assert result.words is not None
    assert result.words[:3] == ("我们", "看着", "他")
    assert result.ledger is not None
    assert result.ledger.replay(TEXT) == result.text
    assert result.ledger.revert(result.text) == TEXT
    assert any("convert." in rule for change in result.edits for rule in change.rules)


def test_unrecorded_result_has_no_account() -> None:
    result = Cleaner().process(TEXT, record=False)
    assert (result.ledger, result.source, result.edits, result.words) == (None, None, (), None)


def test_metadata_is_read_only_where_somebody_asks() -> None:
    page = (
        "首页\n新闻\n山脚小镇办起旧书集市\n2022-08-14 07:23 来源：某某晚报\n"
        "周末，镇上的老街摆出三十多个书摊，来的人比往年都多。\n"
        "摊主说，旧书卖得最好的是连环画和地图，孩子们也来挑。\n责任编辑：王小明\n版权所有 某某网\n"
    )
    told, bare = (
        Cleaner(segment=False).process(page, record=False, metadata=wanted)
        for wanted in (True, False)
    )
    assert told.metadata["title"] == "山脚小镇办起旧书集市"
    assert not bare.metadata
    assert bare.text == told.text


def test_batch_is_lazy_and_in_order() -> None:
    def pages() -> object:
        yield "一個"
        yield "兩個".encode()
        raise RuntimeError("asked too far")

    results = Cleaner(segment=False).batch(pages())  # type: ignore[arg-type]
    assert [next(results).text, next(results).text] == ["一个", "两个"]


def test_cleaner_and_result_pickle() -> None:
    cleaner_ = pickle.loads(pickle.dumps(Cleaner(segment=False)))  # noqa: S301
    result = cleaner_.process(TEXT)
    assert pickle.loads(pickle.dumps(result)) == result  # noqa: S301


def test_threads_agree() -> None:
    cleaner_ = Cleaner()
    texts = [TEXT * n for n in range(1, 40)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(cleaner_.clean, texts)) == [cleaner_.clean(text) for text in texts]


def test_wrong_type() -> None:
    with pytest.raises(TypeError, match="expected str or bytes, not int"):
        clean(7)  # type: ignore[arg-type]


def test_a_cleaner_shows_its_settings() -> None:
    assert repr(Cleaner()) == "Cleaner()"
    assert repr(Cleaner(segment=False, skip="chrome")) == (
        "Cleaner(segment=False, skip=('chrome',))"
    )


def test_missing_dictionary_folder() -> None:
    with pytest.raises(DictionaryError, match="/nowhere: no such folder"):
        Cleaner(dictionary="/nowhere")


def test_public_names() -> None:
    assert all(getattr(cleaner, name) is not None for name in cleaner.__all__)
    assert set(cleaner.__all__) == set(dir(cleaner))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = cleaner.nothing


@pytest.mark.parametrize(
    "data", ["", b"", "\n\n", b"\n", "\ud800", "\0", b"\xff\xfe", b"\xef\xbb\xbf"]
)
def test_edge_inputs(data: str | bytes) -> None:
    result = Cleaner().process(data)
    result.text.encode("utf-8")
    assert result.ledger is not None
    assert result.ledger.replay(result.source or "") == result.text
