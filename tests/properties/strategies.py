"""Text that looks like scraped pages, and text that looks like nothing on earth."""

from __future__ import annotations

from hypothesis import strategies as st

WORDS = (
    "我們 看著 著名 圖書館 知識 國家 這裡 後來 瞭解 了解 乾隆 餅乾 什麼 于是 於是 發展 经济 社会 "
    "他们 皇后 面条 裏面 台灣 臺灣 頭髮 发展 邓颖超 春眠不觉晓 處處聞啼鳥 标题 责任编辑 来源 "
    "相关阅读 热点推荐 上一页 下一页 版权所有 分享到 评论 首页 正文 日期 重 要 提 醒 王 偉 "
    "的 了 是 在 和 哈哈哈 乔治·奥威尔 一二三 第一章 中华人民共和国"
).split()
LATIN = (
    "iPhone 15 Pro 3.3kg C++ AT&T t.cn https://example.com/a?b=c&d=1 a@b.cn 2022-08-14 "
    "07:23:00 8,999 3:2 33.97% 1-2 v1.0 (a) [1] x<y e.g. OK ABC def 〇 ① ㎡ ½ ℃"
).split()
DAMAGE = (
    "(fā) (chǎn) (quán) （guó） ?gūo) &nbsp; &amp;nbsp; &#20013; &lt;p&gt; <p> </p> <br/> <b> </b> "
    "\u200b \u00ad \ufeff \u202e \ufffd 锟斤拷 ? ?? ??? \\u4e2d \\n %E4%B8%AD ＡＢＣ １２３ ， ! "
    "? : ; 。。。 、、 …… —— 「 」 『 』 “ ” ( ) （ ） 【 】 · | 丨 • \ue000 "
    "\U0001f468\u200d\U0001f469 ❤️ \x07 \x85 \u2028"
).split(" ")
FOREIGN = (
    "東京スカイツリーへ 日本語の テスト 안녕하세요 서울 ㄅㄆㄇ ㄒㄧㄠˇ ge3 Privet café 𠮷野家 𨧀 "
    "金 ⽤ ⻓"
).split()
GAPS = [
    "",
    "",
    "",
    "",
    " ",
    " ",
    "  ",
    "\u3000",
    "\xa0",
    "\t",
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "，",
    "。",
    "！",
    ",",
    ".",
    "：",
]

tokens = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS),
    st.sampled_from(LATIN),
    st.sampled_from(DAMAGE),
    st.sampled_from(FOREIGN),
    st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), min_size=1, max_size=4),
    st.text(max_size=3),
)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """A page of up to about 40 tokens with gaps of all kinds between them."""
    parts: list[str] = []
    for token in draw(st.lists(tokens, max_size=40)):
        parts.append(token)
        parts.append(draw(st.sampled_from(GAPS)))
    return "".join(parts)
