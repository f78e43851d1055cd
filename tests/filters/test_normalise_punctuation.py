"""Marks to full width, by what stands beside them."""

from __future__ import annotations

import pytest

from cleaner.document import Document
from cleaner.filters.normalise.punctuation import punctuation_width
from cleaner.settings import Settings


def widen(text: str) -> str:
    return punctuation_width(Document(text=text), Settings()).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("雨停了,天晴了!你看到了吗?", "雨停了，天晴了！你看到了吗？"),
        ("地点:礼堂;人数:一百", "地点：礼堂；人数：一百"),
        # Beside numbers, signs and Latin words.
        ("增长33.97%;人均5.36件,居首位", "增长33.97%；人均5.36件，居首位"),
        ("共120人,其中女性58人", "共120人，其中女性58人"),
        ("上午9:30:开会", "上午9:30：开会"),
        ("我学Python,他学Java!", "我学Python，他学Java！"),
        ("A:好吗?B:好!", "A：好吗？B：好！"),
        ("早上8:30,CCTV播出", "早上8:30，CCTV播出"),
        ("含有CO2,NaCl和水", "含有CO2,NaCl和水"),
        ("用Java,Python和Go写", "用Java,Python和Go写"),
        ("好,OK!", "好，OK！"),
        ("真的吗???", "真的吗？？？"),
        ("什么?!", "什么？！"),
        ("见 https://example.org/a?b=1 ,谢谢!", "见 https://example.org/a?b=1 ，谢谢！"),
        # Through quotes and emphasis.
        ("**注意**:小心", "**注意**：小心"),
        ("“好,”他说,“走!”", "“好，”他说，“走！”"),
        # Full stops.
        ("会议结束.", "会议结束。"),
        ("格式mp4.", "格式mp4。"),
        ("第一句. 第二句.", "第一句. 第二句。".replace("句. ", "句。 ")),
        ("他说“走.”", "他说“走。”"),
        ("休息，.", "休息，."),
        # A run of spaces says what one says: segmentation makes one of it.
        ("名称      (a)", "名称      （a）"),
        ("名称      ,b", "名称      ，b"),
        ("乔治.华盛顿", "乔治.华盛顿"),
        ("他在 Example Inc.", "他在 Example Inc."),
        ("目录.....3", "目录.....3"),
        ("1.第一项", "1.第一项"),
        # Brackets, in pairs.
        ("成员(含学生)二十人", "成员（含学生）二十人"),
        ("会议(Meeting)开始", "会议（Meeting）开始"),
        ("(一)总则", "（一）总则"),
        ("(1)第一", "（1）第一"),
        ("甲（乙)丙", "甲（乙）丙"),
        ("甲(乙(丙)丁)", "甲（乙（丙）丁）"),
        ("函数f(x)的值", "函数f(x)的值"),
        ("1)第一", "1)第一"),
        ("选(a),(b)或(c)", "选（a），（b）或（c）"),
        # Quotes.
        ('他说:"走吧!"', "他说：“走吧！”"),
        ('屏幕27"大', '屏幕27"大'),
        ('甲"乙"丙"丁', '甲"乙"丙"丁'),
        ('属性 a="甲" 是', '属性 a="甲" 是'),
        ('用"go"这个词吧', "用“go”这个词吧"),
        # Faces, images, brands.
        ("很开心:)", "很开心:)"),
        ("很开心:D", "很开心:D"),
        ("品牌:Dell电脑", "品牌：Dell电脑"),
        ("看!![图](a.png)", "看！![图](a.png)"),
        ("好:/真的呀", "好:/真的呀"),
        ("和(⊙o⊙)数", "和(⊙o⊙)数"),
        ("Yahoo!中国很好", "Yahoo!中国很好"),
        # Addresses, entities, formulas, code, lines to write on.
        ("地址http://例子.中国/页", "地址http://例子.中国/页"),
        ("参见https://a.cn,很好", "参见https://a.cn，很好"),
        ("说A&B;中文在这里", "说A&B;中文在这里"),
        ("和(a+b)数", "和(a+b)数"),
        ("[链接](网址)好的", "[链接](网址)好的"),
        ("姓名____________,请填写", "姓名____________，请填写"),
        ('用`甲"乙`和"丙"说', '用`甲"乙`和"丙"说'),
        ('用"甲`乙"丙`说', '用"甲`乙"丙`说'),
        # Wide pairs among others; what stands beside quotes.
        ("（甲）(乙)和(丙)", "（甲）（乙）和（丙）"),
        ("(丙)在（甲）后(乙)好", "（丙）在（甲）后（乙）好"),
        ("他 说 ( 甲 ) 好", "他 说 （ 甲 ） 好"),
        ("甲    ,  乙和丙", "甲    ，  乙和丙"),
        ("甲.  乙", "甲。  乙"),
        ("看  ?  乙", "看  ？  乙"),
        ("甲.乙.", "甲.乙。"),
        ('他说"明天见." 然后走了。', "他说“明天见.” 然后走了。"),
        ('他说"明天见."然后走了。', "他说“明天见。”然后走了。"),
        ('他说"好"5个', '他说"好"5个'),
        ('他说"好"a', "他说“好”a"),
        ('a"中"b 说好的', 'a"中"b 说好的'),
        ('甲"b"', '甲"b"'),
        ('"b"乙和丙', '"b"乙和丙'),
        ('说:"ok",走', "说：“ok”，走"),
    ],
)
def test_width(text: str, expected: str) -> None:
    assert widen(text) == expected
    assert widen(expected) == expected
    assert len(widen(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Behind a number comes a Latin word of two letters, or a letter that begins Chinese.
        ("早上8:30,CC播出", "早上8:30，CC播出"),
        ("早上8:30,C型车播出", "早上8:30，C型车播出"),
        ("早上8:30,C 播出", "早上8:30,C 播出"),
        ("比例5%;AB公司", "比例5%；AB公司"),
        ("QQ:12345加我", "QQ：12345加我"),
        ("qq:12345加我", "qq:12345加我"),
        ("QQ: 12345加我", "QQ: 12345加我"),
        # The key of a file of settings at the beginning of a line, not a word.
        ("title:中文", "title:中文"),
        ("a.b-c:中文内容", "a.b-c:中文内容"),
        ("Title:中文内容", "Title：中文内容"),
        ("我的title:中文内容", "我的title：中文内容"),
        # Behind a sentence in English, but not behind a word, nor without a space.
        ("Is it true? 真的吗?", "Is it true? 真的吗？"),
        ("Ça va, ma chérie? 亲爱的你好吗?", "Ça va, ma chérie? 亲爱的你好吗？"),
        ("Lí chia̍h-pá bōe? 你吃饱没?", "Lí chia̍h-pá bōe? 你吃饱没？"),
        ("他说“Hello, world!”就走了", "他说“Hello, world!”就走了"),
        ('他说"How are you?"然后走了', "他说“How are you?”然后走了"),
        ("他说“I am here.”", "他说“I am here.”"),
        ("他说“Hello!”就走了", "他说“Hello！”就走了"),
        ("见http://a.com/中文/页.html?词=测试", "见http://a.com/中文/页.html?词=测试"),
        ("真的。Is it true? 真的吗?", "真的。Is it true? 真的吗？"),
        ("Is it true?真的吗?", "Is it true？真的吗？"),
        ("True? 真的吗?", "True？ 真的吗？"),
        ("Yahoo! 中国", "Yahoo! 中国"),
        ("yahoo!中国", "yahoo！中国"),
        ("? 匹配0次或1次,很常用", "? 匹配0次或1次，很常用"),
        # Names of macros and methods.
        ("用 println! 宏打印", "用 println! 宏打印"),
        ("is_a?和nil?都返回布尔值", "is_a?和nil?都返回布尔值"),
        ("调用save!方法", "调用save!方法"),
        ("hello!方便吗", "hello！方便吗"),
        ("他说“Ça va ?”然后走了", "他说“Ça va ?”然后走了"),
        # Entities.
        ("他说A&amp;中文", "他说A&amp;中文"),
        ("&#123;中文内容", "&#123;中文内容"),
        ("他说A;中文", "他说A；中文"),
        # Full stops: none behind an abbreviation, another mark, or before a Latin word.
        ("结束 Inc.", "结束 Inc."),
        ("结束 A.", "结束 A."),
        ("结束A.B.", "结束A.B."),
        ("结束 AB.", "结束 AB。"),
        ("结束Xtc.", "结束Xtc。"),
        ("他说走.)", "他说走。)"),
        ("他说走.) 了", "他说走.) 了"),
        ("好.  的", "好。  的"),
        ("好. a", "好. a"),
        ("好a. 的", "好a. 的"),
        ("好 .", "好 ."),
        ("好..", "好.."),
        ("好。.", "好。."),
        ('"好."', "“好。”"),
        # Four quotes or signs of emphasis are looked through, and no line to write on.
        ("***** ,好", "***** ，好"),
        ("好***,b", "好***，b"),
        ("好****,b", "好****,b"),
        ("____,b好", "____,b好"),
        ("好____,b", "好____,b"),
        # Addresses: a query in Chinese stays, a question behind an address does not.
        ("http://a.b/好?q=1", "http://a.b/好?q=1"),
        ("见http://a.b/好?是", "见http://a.b/好？是"),
        ("见http://a.b:好", "见http://a.b:好"),
        ("见http://a.b?好", "见http://a.b?好"),
        ("见http://a.b? 好", "见http://a.b？ 好"),
        ("好?a=1", "好？a=1"),
        # Faces.
        ("好;)a", "好;)a"),
        ("好:-P了", "好:-P了"),
        ("好:Da", "好：Da"),
        ("好![了", "好![了"),
        ("好!了[", "好！了["),
    ],
)
def test_marks_and_what_stands_beside_them(text: str, expected: str) -> None:
    assert widen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # As many Latin words as Han: Chinese; more of them: not.
        ("看 word,好", "看 word，好"),
        ("看 one two three,好", "看 one two three,好"),
        ("看了 one two three,很好", "看了 one two three，很好"),
        # Quotes and emphasis are looked through, three of them and any run of spaces.
        ("好*\"',word", "好*\"'，word"),
        ("好**\"',word", "好**\"',word"),
        ("word,*\"'好好", "word，*\"'好好"),
        ("word,**\"'好好", "word,**\"'好好"),
        ("好      ,word", "好      ，word"),
        # The end of a line with more Han than Latin words.
        ("我们用 Python!", "我们用 Python！"),
        ("我们用 &amp;", "我们用 &amp;"),
        ("我们用 Python:", "我们用 Python:"),
        ("他说好。This is a very good day today!", "他说好。This is a very good day today!"),
        # Numbers, account numbers, addresses.
        ("时间8:30,CCTV播出", "时间8:30，CCTV播出"),
        ("时间8:30,9:30播出", "时间8:30,9:30播出"),
        ("加QQ:12345吧", "加QQ：12345吧"),
        ("加MSN:12345吧", "加MSN:12345吧"),
        ("见http://a.cn/b,好", "见http://a.cn/b，好"),
        ("见http://a.cn/b?好=1", "见http://a.cn/b?好=1"),
        # Keys of settings and replies.
        ("name:名字在此", "name:名字在此"),
        ("- name:名字在此", "- name:名字在此"),
        ("Re:名字在此的人", "Re:名字在此的人"),
        ("我们的 Yahoo!奇摩", "我们的 Yahoo!奇摩"),
        ("我们的 Google!好", "我们的 Google！好"),
        # Faces, pictures, types.
        ("好:)", "好:)"),
        ("好;D", "好;D"),
        ("好:D好", "好:D好"),
        ("好:Day好", "好：Day好"),
        ("好!", "好！"),
        ("好![图](a.png)", "好![图](a.png)"),
        ("好::好", "好::好"),
        # Statements of a program.
        ("写 int a = 1;然后", "写 int a = 1;然后"),
        ("写 f(x);然后", "写 f(x);然后"),
        ("写 word;然后", "写 word；然后"),
    ],
)
def test_marks_between_chinese_and_latin(text: str, expected: str) -> None:
    assert widen(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("我们走了.", "我们走了。"),
        ("我们走了.  ", "我们走了。  "),
        ("我们走了. 他们没有走.", "我们走了。 他们没有走。"),
        ("我们走了.他们没有走.", "我们走了.他们没有走。"),
        ("我们走了. word 没有", "我们走了. word 没有"),
        ("我们走了..", "我们走了.."),
        ("我们走了...", "我们走了..."),
        ("我们走了 .", "我们走了 ."),
        ("我们走了，.", "我们走了，."),
        ("“我们走了.”", "“我们走了。”"),
        ("“我们走了.”他说", "“我们走了。”他说"),
        ("“我们word.”他说", "“我们word.”他说"),
        ("(我们走了.)", "（我们走了。）"),
        ("我们走了.)》」”", "我们走了。)》」”"),
        # After Latin letters and numbers, but for abbreviations and sentences.
        ("我们有3.", "我们有3。"),
        ("我们用 Python.", "我们用 Python。"),
        ("我们的公司 Apple Inc.", "我们的公司 Apple Inc."),
        ("我们在 U.S.", "我们在 U.S."),
        ("我们选 A.", "我们选 A."),
    ],
)
def test_full_stops(text: str, expected: str) -> None:
    assert widen(text) == expected
