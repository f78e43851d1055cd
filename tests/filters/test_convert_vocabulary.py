"""Regional words, and the words of users."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner import Cleaner
from cleaner.dictionaries import read, root
from cleaner.document import Document
from cleaner.errors import DictionaryError, SettingsError
from cleaner.filters.convert import convert
from cleaner.settings import Settings


def mainland(text: str, region: str = "taiwan") -> str:
    return convert(Document(text=text), Settings(vocabulary=region)).text


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("軟體與硬碟的驅動程式", "软件与硬盘的驱动程序"),
        ("坐計程車去捷運站。", "坐出租车去地铁站。"),
        ("資料庫在伺服器的記憶體裡", "数据库在服务器的内存里"),
        ("用滑鼠點選螢幕上的檔案", "用鼠标点击屏幕上的文件"),
        ("雪梨歌劇院與冰糖雪梨湯", "悉尼歌剧院与冰糖雪梨汤"),
        # Honest words that OpenCC's tables rewrite.
        ("字元", "字符"),
        ("杜預字元凱", "杜预字元凯"),
        ("司法程序與個人資料", "司法程序与个人资料"),
        ("通訊社的通訊員建立了檔案館", "通讯社的通讯员建立了档案馆"),
        ("月光透過窗戶照進來,透過努力達成", "月光透过窗户照进来,通过努力达成"),
        ("他的行程與智慧,直線上升", "他的行程与智慧,直线上升"),
    ],
)
def test_taiwan(text: str, result: str) -> None:
    assert mainland(text) == result


def test_hongkong() -> None:
    assert mainland("乘的士去買朱古力,電單車停車場。", "hongkong") == (
        "乘出租车去买巧克力,摩托车停车场。"
    )


def test_off_by_default_and_on_traditional_text_only() -> None:
    assert Cleaner(only=("convert",)).clean("軟體") == "软体"
    assert mainland("这个软体动物的公车,线上。") == "这个软体动物的公车,线上。"
    mixed = "這裡的軟體與程式,說明這個。\n这里的软体动物,线上。\n軟體ソフトです\n"
    assert mainland(mixed) == "这里的软件与程序,说明这个。\n这里的软体动物,线上。\n軟體ソフトです\n"


@pytest.mark.parametrize("region", ["taiwan", "hongkong"])
def test_dictionary(region: str) -> None:
    path = root() / "vocabulary" / f"{region}.tsv"
    rows = list(read(path, 5))
    words = [row[0] for row in rows]
    assert words == sorted(set(words))
    plain = Cleaner(only=("convert",), variant=region)
    for word, result, before, after, _ in rows:
        assert plain.clean(word) == word, "write it as converted"
        assert plain.clean(result + before + after) == result + before + after


def test_words_of_the_user_come_first() -> None:
    changes = {"裡面": "内里", "軟體": "軟件體", "": ""}
    with pytest.raises(SettingsError, match="conversion"):
        Cleaner(conversion=changes)
    del changes[""]
    cleaner = Cleaner(only=("convert",), conversion=changes, vocabulary="taiwan")
    result = cleaner.process("裡面的軟體,那裡的硬體。")
    assert result.text == "内里的軟件體,那里的硬件。"
    assert result.ledger is not None
    assert result.ledger.counts()["convert.override"] == 2
    assert result.ledger.counts()["convert.vocabulary"] == 1
    assert Cleaner(only=("convert",), conversion={"裡面": "里面"}).clean("這裡面") == "这里面"


def test_words_of_the_user_from_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "conversion"
    folder.mkdir()
    (folder / "overrides.tsv").write_text("裡面\t内里\t\n", encoding="utf-8")
    assert Cleaner(only=("convert",), dictionary=str(tmp_path)).clean("房子裡面") == "房子内里"
    (folder / "overrides.tsv").write_text("裡面\n", encoding="utf-8")
    with pytest.raises(DictionaryError, match=r"overrides\.tsv:1"):
        Cleaner(only=("convert",), dictionary=str(tmp_path) + "/.").clean("房子裡面")


@given(
    st.text(st.sampled_from("軟體程式設計預設值字元凱線上a\n裡面这公車透過窗あ")),
    st.sampled_from(["taiwan", "hongkong"]),
)
def test_properties(text: str, region: str) -> None:
    chosen = Settings(vocabulary=region, conversion={"裡面": "内部", "程式": "程序"})  # type: ignore[arg-type]
    document = convert(Document(text=text), chosen)
    assert convert(Document(text=document.text), chosen).text == document.text
    recorded = convert(Document(text=text).record(), chosen)
    assert recorded.text == document.text
    assert recorded.ledger is not None
    assert recorded.ledger.replay(text) == document.text
    assert recorded.ledger.revert(document.text) == text
