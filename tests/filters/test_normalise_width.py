from __future__ import annotations

import pytest

from cleaner.document import Document
from cleaner.filters.normalise.forms import ordinary_forms
from cleaner.filters.normalise.width import ascii_width
from cleaner.settings import Settings
from cleaner.strange import strange


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ＡＢＣ公司成立于１９９８年", "ABC公司成立于1998年"),
        ("Ｔ恤", "T恤"),
        ("Ｅ－ｍａｉｌ：ａｂｃ＠ｅｘａｍｐｌｅ．ｃｏｍ", "E-mail：abc@example.com"),
        ("１９：３０开始", "19:30开始"),
        ("１：２：３", "1:2:3"),
        ("８，９９９元", "8,999元"),
        ("１，２，３班", "1，2，3班"),
        ("增长５０．５％", "增长50.5%"),
        ("增长50％", "增长50％"),
        ("３．５和3．5", "3.5和3.5"),
        ("１＋１＝２", "1+1=2"),
        ("Ｃ＋＋语言", "C++语言"),
        ("Ｒ＆Ｄ", "R&D"),
        ("＄１００", "$100"),
        ("ｈｔｔｐ：／／ａ．ｃｏｍ／ｂ？ｃ＝１ 见", "http://a.com/b?c=1 见"),
        # What could become markup or an escape.
        ("＜ｐ＞", "＜p＞"),
        ("＆ｌｔ；", "＆lt；"),
        ("＆ＬＴ", "＆LT"),
        ("＼ｕ４ｅ００", "＼u4e00"),
        # Marks of Chinese text.
        ("甲，乙：丙！（１）", "甲，乙：丙！（1）"),
        ("１０～２０", "10～20"),
        ("㎡ ² ① ½ ℃ ％", "㎡ ² ① ½ ℃ ％"),
    ],
)
def test_ascii_width(text: str, expected: str) -> None:
    once = ascii_width(Document(text=text), Settings())
    assert once.text == expected
    assert ascii_width(once, Settings()).text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("⽤⼾⾸⾴", "用户首页"),
        ("⻓⻛⻢⻋", "长风马车"),
        ("不率", "不率"),
        ("一﹐二﹑三﹔四﹖", "一，二、三；四？"),
        ("｢甲｣､乙｡", "「甲」、乙。"),
        ("︵一︶︽书︾﹁引﹂", "（一）《书》「引」"),
        ("﹤﹥﹠", "﹤﹥﹠"),
        ("㎡①℃", "㎡①℃"),
    ],
)
def test_ordinary_forms(text: str, expected: str) -> None:
    assert ordinary_forms(Document(text=text), Settings(), strange(text)).text == expected


def test_a_users_dictionary_is_laid_over(tmp_path: object) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    (folder / "normalise").mkdir()
    (folder / "normalise" / "forms.tsv").write_text("﹐\t、\n", "utf-8")
    settings = Settings(dictionary=(str(folder),))
    assert ordinary_forms(Document(text="一﹐二"), settings, "﹐").text == "一、二"
