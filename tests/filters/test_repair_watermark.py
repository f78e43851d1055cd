"""Notices of novel sites: dropped with clause, bracket or line, kept where they are told of."""

from __future__ import annotations

import pytest

from cleaner.document import Document
from cleaner.filters.repair.watermark import watermark
from cleaner.settings import Settings


@pytest.mark.parametrize(
    ("damaged", "clean"),
    [
        ("他推門,手機用戶請瀏覽m.abc.com閱讀,更優質的閱讀體驗。雨停了。", "他推門,雨停了。"),
        ("(本章未完,請點擊下一頁繼續閱讀)", ""),
        ("雨停了。\n请记住本书首发域名：www.abc.com。\n他走了。", "雨停了。\n他走了。"),
        ("雨停了，請記住本站域名。", "雨停了。"),
        ("雨停了。(w w w . a b c . c o m)他走了。", "雨停了。他走了。"),
        ("雨停了。www。abc。com他走了。", "雨停了。他走了。"),
        ("一秒記住【abc小說www.abc.com】，為您提供精彩小說閱讀。雨停了。", "雨停了。"),
        ("雨停了。504Please respect copyright.PENANAS3Nvazamng\n他走了。", "雨停了。\n他走了。"),
        ("马上注册，结交更多好友，享用更多功能，让你轻松玩转社区。\n雨停了。", "雨停了。"),
        ("雨停了。\n在这里插入图片描述\n他走了。", "雨停了。\n他走了。"),
        ("雨停了。[外链图片转存失败,源站可能有防盗链机制(img-k3)]\n他走了。", "雨停了。\n他走了。"),
        (
            "22.  (第1/3页)\n雨停了，第1/3页的字很小(第1/3页)。",
            "22.\n雨停了，第1/3页的字很小(第1/3页)。",
        ),
        ("他享有很高的声誉。 ► 359篇诗文 ► 1277条名句\n雨停了。", "他享有很高的声誉。\n雨停了。"),
        ("雨停了。8964 copyright protection383PENANAyEuH5NTvxh 維尼\n", "雨停了。\n"),
    ],
)
def test_notices(damaged: str, clean: str) -> None:
    assert watermark(Document(text=damaged), Settings()).text == clean


@pytest.mark.parametrize(
    "text",
    [
        "本站致力於更優質的閱讀體驗。",
        "手機用戶請到櫃台登記。",
        "我們的網站是www.abc.com。",
        "她的小說登在PENANA上。",
        "他一秒記住了口令。",
        "請大家收藏門票。",
        "收藏本站",
        "上面写着“一秒记住本站”，雨停了。",
        "本章未完，她合上了书。",
        "（本章未完）这行字，看得人心烦。",
    ],
)
def test_sentences_that_begin_alike_stay(text: str) -> None:
    assert watermark(Document(text=text), Settings()).text == text
