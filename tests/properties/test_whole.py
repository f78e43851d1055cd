"""What holds for the whole pipeline on any input.

ZHCLEAN_EXAMPLES sets the number of examples of each property; the figures in README are for 10,000.
"""

from __future__ import annotations

import os
from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cleaner import Cleaner
from tests.properties.laws import CHOICES, LAWS, broken, cleaner
from tests.properties.making import made, shrink
from tests.properties.strategies import pages

EXAMPLES = int(os.environ.get("ZHCLEAN_EXAMPLES", "400"))


@pytest.mark.parametrize("number", range(len(CHOICES)), ids=lambda number: str(CHOICES[number]))
class TestWhole:
    @given(text=pages())
    @settings(max_examples=EXAMPLES)
    def test_cleaning_clean_text_changes_nothing(self, number: int, text: str) -> None:
        once = cleaner(number).clean(text)
        assert cleaner(number).clean(once) == once

    @given(text=pages())
    @settings(max_examples=EXAMPLES)
    def test_the_ledger_accounts_for_everything(self, number: int, text: str) -> None:
        result = cleaner(number).process(text)
        assert result.text == cleaner(number).clean(text)
        assert result.ledger is not None
        assert result.ledger.replay(text) == result.text
        assert result.ledger.revert(result.text) == text
        kept, before, done = [], [], 0
        for change in result.edits:
            assert all("." in rule for rule in change.rules)
            kept += [text[done : change.start], change.after]
            before += [text[done : change.start], change.before]
            done = change.end
        assert "".join([*kept, text[done:]]) == result.text
        assert "".join([*before, text[done:]]) == text


# Each needed a second pass once.
MENDED = (
    "?\t?\t",
    "&nbsp;??\t&nbsp;\n我們",
    "我們我們，https://example.com/a?b=c&d=1，https://example.com/a?b=c&d=1 ，",
    "我們iPhone,, ",
    "版权所有陸\n?\nㄆ\n颖三连⽤。",
    "我們 \u3000\\n",  # two spaces hid the escape from repair, normalise leaves one
    "我們Ä¡\xa0",  # a no-break space hid misread text
    "ｇ»\x86ð\xa0ºï¤ª",
    "箔銋銝銝芯犖",  # so did a Traditional character
    "琄痸ぃ\n臺灣",
    "ï¼\x81</p>ã",  # a tag, after what misread text was
    # Lines went as chrome that showed which kind of Chinese the page is, or that it is Chinese.
    "我們我們我們我們我們我們我們看著看著经济经济相关阅读\n看著\n看著看著看著\n看著\n看著",
    "<r有帮助吗\np\ns\n㑍\n乾",
    "博.下一页\nテ\n於\nト\n〬",
    "日本語の㓿\uf9fd",  # a compatibility form of 什, which Japanese has not
    "责任编辑隆\nっ图片醒?\n서\n覆勘",
    "ﾭﾠ",  # segmentation parts letters and filler of Korean
    # Rare characters, once apart, looked misread.
    "亹仱旮祡",
    "啣蝏銝",
    "マ枙妦",
    "鈭銝霂",
    "辑\ue016\u3000！於是",  # HKSCS between Chinese characters only, once a space had gone
    "平臺的テ",
    # Phrases that keep a Traditional character were split into words, which changed it.
    "藉槁",
    "幺麽",
    "於乎哀哉",
    "祇陀",
    "â€®ï¼",  # misread text held what no one sees
    "ã‚ï»¿",
    "`\ufffd\ufffd)",  # quoted until they were set apart
    "ㄩ\ufffd瞨睿鶠﹛\ufffd.\ufffd1\ufffd3%E4%B8%AD",
    "转载请附上\u2028㎡",  # a separator of lines hid the end of a watermark's line
    "def&nbsp：页()",  # a name that no program has looked like code until it was split
    "。小程序\xa0",  # what went from the end of a line stood before a space
    "！&nbsp\u3000vue\n",
    "报名\t下一页\u2028\tf\n𠮷。下一页\n們",  # a row of a table above indentation
    "テスト\u3000著名著名\n&amp;nbsp,𠃃𠂄网友热臺灣皇后",  # a wrap joined made a line Chinese
    "的！3.3kg𠃟Ą呑⽊，版权所有\n溜ャ",
    "我們\n?\n? ",  # a space behind the second mark
    "帳 在，\u3000!  尔\xa0以上",  # two spaces were one span, and each of them one
    "小說閱讀網。享",  # the name of a site, once split into words, was a notice
    "<note>\n  <to>张三</to>\n</note>",  # markup and logs, once split into words
    "[2023-05-01 12:00:00] ERROR: 连接失败",
    "历.[编辑]\n构[编辑]",  # so did what went as chrome
    "def é\x82¶,&lt",
    "def\xa0分享到:",  # a name of code with spaces between its words
    "ｍс解",  # letters of other scripts beside Latin ones of full width
    "ＷΜ重",
    "看著\n?\u2009в",  # a thin space behind the mark
    "icp备ス\n餅\n权提\xa0P\n社会テスト,",  # spaces too, of a page that was half kana
    "。東リーへ<br>家偉,\n㐼\nリテスト版权所有",  # and the Japanese of a Japanese page
    # 祇 counts as Traditional where nothing else does, and a space of ours ended its phrase.
    "울\n祇洹",
    "へ\n藉甚",
    "の\n茵藉",
    "共国是鮈ヲ",  # Japanese until 国 and 是 were set apart
    # Chrome took the line that was not misread, or lines around one that is.
    "-雙語詞彙意見信箱\n小銝\n憭\n撠撠\n梢萸嚗",
    "齾\n忑珜\n豢\n据\n自选股\n登录",
    "木2019-05-029:10:22\n帣扂炰欢。\n",
    "·\n\n商品推荐\n\n13 眈聊狟珨珜掩*跺粕等彶紲\t",
    # Told for misread once it was converted, or split into words.
    "往熱門芢沎",
    "時淉笥國喜",
    "日期：揃蹋顈提禍岈瞎本",
    "历史结构传佽統獗統蕉訧蹋",
    "推薦\n-網友\n<>[銵芸隞港瘣質絕曹蛹隞亥喳]\n-",
    "柜台、冷柜4啜銝雿2撘合",
    # Faces, once their signs were set apart.
    "︶﹏︶",
    "︵﹂︵",
    "︵︺︵",
    # A row of values, while the line above it seemed to be one.
    ",。,\n8,场加映,울",
    "！您,h\n日,9",
    "!全栈",  # the tag of a mirror, once a mark had its own width
    "&amp;nbsp求點擊求收藏，",  # a no-break space was no space to a notice
    "⺲⺯︺⾛︳⽎⽆﹏⿈⻬⾾⻥︱︱⻯⺒︶︸︷⺊︿⼌",  # two bars, once they stood upright
    # Lines were longer by the spaces between their words, so that numbers and words went on.
    "-小樹的慢\n行",
    "+C、人行\n道\n",
    "①Ↄ‼Ⓓ鶏：分享到\n2,",
    "热门回复,\ue0c0⽛⺢邓颖超\n１",
    "ge3𠮷野家\n⻓",
    "首页>\n展\n~：2012-6-19 点击次7\n+\n"
    "月日至15日，第十二届，我公司携新型软密封闸阀和静音止回阀参",
    # Chrome brought lines together.
    "好文章，需要你的鼓励\n２，t.音我阅读全文需要ŝ帣ℽ硍\n关注官方\n和，\nf\r！了⓲！.",
    "鲯。野家经济,重\n金0\n𨧀\ncopyright)！",
    "a)(\t??。不代表本站园.搜索：什麼\n言\n在。页ㄆ箚㐠！点击查看全部.什麼\n了。",
    "（後來a@b.cn：用户发表意见\n𨧀。갂",  # what went on in a line of another language
    "の\ni處聞啼鳥，责任编辑评论哈哈哈和\n울\n解\n用微信扫\n國家?gūo)。t;。仅供参考热点推荐",
    # Glosses of what looks misread, and characters of private use, once words were set apart.
    "眭ㄩ扦(á)",
    "荐(ǎ)陔恓",
    "要（ó）甧\ue4cd",
    "家(chǎ)\ue5fari",
    "\ue0f8狾 Tnan",
    "\ue01c逼近\ue01f 600じ",
    "ㄒㄧㄠˇ\xa0;\ue01f\ue4c6",
    "\ue084\ue5e6 0じ/る",
    "ivet 是\ue4cf\ue784\ue5e6荿荙莁",
    # Radicals that are written as rare characters then.
    "⼞⻆⼀",
    "⼞⾆⺫什",
    "⾬⻋⾦⼞⽐",
    "所有𨧀潟を\uf96f",  # a form of 說, which Japanese has not
    # Marks of code, once they were set apart.
    "c('﹄",
    "ag:\t是",
    " +}",
    "乾\r,發,\ue0d3\no,享,",  # two rows of values, until one had other commas
    "是\n ),,,字,\n,,元,),",
    "项:\n y\n[",  # a key of YAML, until it had another colon
    '":"裡',
    '特色("creeping featurism")的',
    "\u3000\u3000指定一个协议用于套接字。指定一个协议用于套接字。",  # hidden by indentation
    "\u3000return;\n里,",
    "-C, --directory 目录，在这里。\n   -J, --xz\n   -n, --lines=数目",
    "说明，如下。\n   where option can be :\n   选项",
    't("好,录\n s:',
    'x:户\nk: \nt("好,界',
    "- 明\n 1. 三",
    # Readings were thin among what went as chrome.
    "三是長效管護每條河都有一名巡河員發(fā)現問題隨手拍照上傳一般問題小時(shí)內處理復雜問題"
    "天內答復去年一年巡河員共上報問題件,辦結率為城市農業养锅到底有没有用\n下一篇：開箱嬰兒推",
    "ϲ2O%",  # a letter of Greek that touched a number
    # A script, once the lines around it were split into words.
    "#include\nreturn ;\n一千二百多",
    't("第四十二章\nreturn;',
    # Indentation of a block whose other lines went as chrome, or whose rows were split into words.
    "以全手動。\n道\n -105\n #\n這裡看更多\n此分類",
    "e\ne\n報\n项\n知道了\n b:\n 2021-1-95:40",
    ",龄,市\n,,3\n -t(",
    " $ e\n -0",  # an option was an item of a list then
    # Notices had gone, and the cues of the page were more for what was left.
    "YouTube頻道\n3:1\n姓\n章节来源版权归作者所有\n市\n佈",
    "發布於遼寧\n发表2016-2-4自手机只看该作者\n鱼前走走。",
    "新最快的新聞請見NOWnewsW!行",  # the words of a notice, once they were apart
    "看：https://example.com/a?b=c&d=1。https://example.com/a?b=c&d=1.",  # twice, but for a mark
    "1]。於是 业界\n，评ナ𨧀",  # what went on in another language, until the lines were joined
    "⽇ー",  # a kana beside a radical
    "¡\xad",  # misread bytes, until segmentation had set a space between them
    # Japanese as a whole, until segmentation had set spaces between its words.
    "頭髮iPhoneiPhoneiPhone(chǎn)\n我們iPhone東京スカイツリーへ",
    "Â在",  # a remnant, once segmentation had set a space behind it
    "Â…",
    "?  ?の",  # a run of marks, once one space was left between them
    "看著看著看著看著看著发展\n「 \U000289c0",  # seemed split into words, and so converted before
    # A row of values without the other rows; a line that came twice around chrome.
    "t\n©\n,龄,市\n,,3\n本是一款小巧的文本编辑工具，支持多标签，打开几十兆的日志0元\n最新",
    "你可能兴趣\n租房\n1\n*第二项-说明\n*第二项-说明\n起的法律责任。",
)


@pytest.mark.parametrize("number", range(len(CHOICES)))
@pytest.mark.parametrize("text", MENDED)
def test_texts_that_needed_two_passes(text: str, number: int) -> None:
    assert broken("steady", number, text) is None
    assert broken("recorded", number, text) is None


@pytest.mark.parametrize("law", LAWS)
def test_pages_made_quickly(law: str) -> None:
    """The beginning of the run of ``python -m tests.properties``."""
    for page, text in enumerate(islice(made(0), EXAMPLES // 3)):
        assert broken(law, page % len(CHOICES), text) is None, text


def test_a_broken_law_is_seen_and_shown_small() -> None:
    def has_both(text: str) -> bool:
        return "看" in text and "。" in text

    assert shrink("我們看著他，然後走了。再見", has_both) == "看。"
    assert broken("total", 1, "我") is None
    assert str(broken("steady", 1, 7)).startswith("TypeError")  # type: ignore[arg-type]


@given(data=st.binary(max_size=300))
@settings(max_examples=EXAMPLES)
def test_any_bytes_give_valid_utf8(data: bytes) -> None:
    cleaner(0).clean(data).encode("utf-8")


@given(text=pages(), codec=st.sampled_from(["utf-8", "gb18030", "utf-16"]))
@settings(max_examples=EXAMPLES // 4)
def test_bytes_and_text_agree(text: str, codec: str) -> None:
    """A named encoding gives what the text gives (unpaired surrogates and marks aside)."""
    text = text.encode("utf-8", "ignore").decode("utf-8").replace("\ufeff", "")
    asked = Cleaner(segment=False, from_encoding=codec)
    assert asked.clean(text.encode(codec)) == cleaner(1).clean(text)
