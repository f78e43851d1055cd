"""The places in which a question mark cannot be honest, by what stands before and after it."""

from __future__ import annotations

from cleaner.filters.repair.scripts import CHINESE, HAN
from cleaner.kept import lru_cache
from cleaner.named import NamedTuple
from cleaner.patterns import MULTILINE, lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

# What asks. Whether something is asked is looked for in the twelve characters before a run.
ASKING = "吗嗎呢么麼谁誰何哪吧啥几幾否怎什咋嘛难難岂豈乎耶欤歟?？"
LABELS = (
    "电话|電話|手机|手機|传真|傳真|邮箱|郵箱|邮编|郵編|地址|地点|地點|时间|時間|日期|联系|聯繫|聯系|编辑|編輯|审核|審核|校对|校對"
    "|作者|记者|記者|来源|來源|摄影|攝影|责任编辑|責任編輯|责编|責編|浏览|瀏覽|点击|點擊|阅读|閱讀|微信|网址|網址|发布|發布"
)
_TEXT = f"(?:{CHINESE}|[“‘「『《【（])"
_SEPARATORS = "|丨│·•—>»/-"
_MANY = lazy(r"\?[ \u00a0]?\?")
_TWO = lazy(r"\?{2,4}[ \u00a0]?\Z")
# What praise that asks nothing is made of.
PRAISE = "好美棒香可愛爱帅帥赞讚贊强強甜爽萌酷妙吃看喝"
# An emoji is two units of UTF-16, each of which became one ``?``.
PAIRS = lazy(r"(?:\?\?){1,20}\Z")
# Nobody who asks so loudly goes on after a comma; of misread text some say that it became ???.
_SEVERAL = lazy(r"\?(?:\?|\?{3,})\Z")
_NEXT_LABEL = rf"(?![答问問]){CHINESE}{{2,6}}[:：]"
_LABEL_HEADS = "".join({label[0] for label in LABELS.split("|")})
_OFFICES = "记者|記者|通讯员|通訊員|摄影|攝影|编辑|編輯"
# What begins like a measure and is none.
_NO_MEASURE = (
    "人民|人力|人员|人員|人社|年度|年终|年終|日报|日報|日前|天津|天气|天氣|分局|分公司|点击|點擊"
    "|个人|個人|元旦"
)
_MEASURES = "天名人个個家次年月日元项項件台套条條岁歲层層亩畝米吨噸万萬亿億户戶间間座位字"
# Characters that names from abroad are written with and little else.
_SOUNDS = "什乔喬尔爾斯克姆弗娜莎兹茲戈洛夫诺諾罗羅伯伦倫逊遜莱萊曼蒂迪森萨薩鲁魯布治"
# The same with others, of which four make a name; who asks for it ends with a mark.
_MORE_SOUNDS = _SOUNDS + (
    "阿埃艾奥奧巴贝貝彼宾賓博卡科达達戴德登丁厄恩菲费費福盖蓋格哈海赫亨霍基吉加杰傑拉兰蘭朗雷里利林卢盧"
    "华華盛列狄爱愛盖蓋納纳珀珊孔丹汉漢勒穆汗顿頓肯朗居牛马馬麦麥梅蒙米莫内內尼帕佩皮普奇切瑟沙舍苏蘇索塔泰坦特图圖托瓦威韦韋维維沃乌烏西希谢謝雅亚亞伊因尤约約泽澤詹珍朱"
)
_CHAPTERS = "目的|方法|结果|結果|结论|結論|背景|摘要|关键词|關鍵詞|资料与方法|資料與方法"
# What bearers of names are.
_RANKS = (
    "教授|先生|女士|主任|博士|院士|研究员|研究員|老师|老師|工程师|工程師|局长|局長|处长|處長|主席|书记|書記"
    "|校长|校長|院长|院長"
)
_PAPERS = "报報网網刊台臺社"
_PARTS = "章节節回卷编編篇条條课課讲講"
_STATED = rf"(?:\A|[\n，。！!?？])[^，。！!\n{ASKING}]*"
_NUMBERED = rf"\n[一二三四五六七八九十]{{1,2}}、{CHINESE}{{2,8}}(?<![{ASKING}])"
# Two emoji or more: somebody wishes something and means it.
_EMOJI = lazy(r"(?:\?\?){2,20}\Z")
_DASHED = lazy(r"\?{1,2}\Z")
_DASH = lazy(r"\?\?(?:\?\?)?\Z")
_EXPLAINS = "(?:即|而[是非]|甚至|尤其|特[别別]是|例如|比如|譬如|包括|也就是|[毕畢]竟)"
_ALONE = lazy(r"\?+\Z")
_BLANK = lazy(r"\?{4,60}\Z")
_OFTEN_SPACED = lazy(r"\?(?: \?){2,} ?\Z")
_SPACED = lazy(r"\?(?: \?)+ ?\Z")


class Place(NamedTuple):
    """Where a question mark cannot be honest: what stands before, after, and what it becomes.

    ``last`` and ``first`` are the characters one of which stands right before and right after it,
    empty for any: they spare looking further, and compiling the patterns of other places.
    """

    before: re.Pattern[str]
    after: re.Pattern[str]
    becomes: str
    run: re.Pattern[str] | None  # what the run itself must be like
    last: str
    first: str


def _place(
    before: str,
    after: str,
    becomes: str = "",
    run: re.Pattern[str] | None = None,
    *,
    last: str = "",
    first: str = "",
) -> Place:
    return Place(lazy(rf"(?:{before})\Z"), lazy(after, MULTILINE), becomes, run, last, first)


_DIGITS = "0123456789"

_PLACES = (
    # Beginning of a line: a bullet, an indent, an emoji.
    _place(
        r"\n[ \t\u00a0\u3000]*",
        rf"{_TEXT}|[●■◆★▲•]|[0-9]{{1,4}}[.、)）年月日]|[(（][一二三四五六七八九十0-9]{{1,3}}[)）]",
        last="\n \t\u00a0\u3000",
    ),
    # A comma, semicolon or full stop has ended the clause already.
    _place(
        rf"(?:{CHINESE}|[”’」』》）])[，,；;、。]|、|(?<!。)。",
        rf"{_TEXT}|[0-9]|[ \t]*(?:$|\r)",
        last="，,；;、。",
    ),
    # A colon may ask for a number (年齡:?歲), so a word must follow.
    _place(
        rf"{CHINESE}[:：]",
        rf"(?!(?!{_NO_MEASURE})[歲岁年月日個个人元次天點点分號号]|{CHINESE}{{2,6}}[:：]\?){CHINESE}{{2}}"
        "|[“「『《]|[A-Z]{2}|[一二三四五六七八九十]、|[(（][一二三四五六七八九十1-9]{1,3}[)）]|1[.．、]",
        last=":：",
    ),
    # After an enumerator or a bullet: 1.?, (一)?, •?
    _place(
        r"[•●■◆▪★☆※]|[0-9][.．、]|\n[一二三四五六七八九十]、|[(（][一二三四五六七八九十]{1,3}[)）]",
        CHINESE,
        last="•●■◆▪★☆※.．、)）",
    ),
    # Right after an opening quotation mark, title mark or bracket, and at the end of credits.
    _place("[“「『《【(（]", CHINESE, last="“「『《【(（"),
    _place(rf"[(（](?:{LABELS})[:：]{CHINESE}{{2,4}}", "[)）]", first=")）"),
    # Before the star that closes what one opened: ★?新品上市?★.
    _place(rf"[★☆◆●■][ ?]?{CHINESE}{{2,10}}(?<![{ASKING}])", "[★☆◆●■]", first="★☆◆●■"),
    # Before what closes again where one stands behind what opened: 【?重要通知?】.
    _place(
        rf"[“「『《【(（]\?{CHINESE}{{1,10}}(?<![{ASKING}])", "[”」』》】)）]", first="”」』》】)）"
    ),
    # After a numbered heading that asks nothing, before its text or the first of its items.
    _place(_NUMBERED, "[(（]一[)）]", first="(（"),
    _place(_NUMBERED, rf"{CHINESE}{{2}}", " ", _TWO),
    _place(
        rf"\n[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,3}} ?{CHINESE}{{2,8}}(?<![了的吧{ASKING}])",
        rf"{CHINESE}[{HAN}0-9][^?？\n{ASKING}]{{4,60}}[，。,]",
        " ",
    ),
    # Behind a name in quotation marks, before what is said of it.
    _place(
        f"{_STATED}[”」](?<![{ASKING}].)",
        rf"(?:就?是(?![的啊呀吗嗎我你您他她])|[和及与與])[^\n{ASKING}]{{2,20}}(?:[，。,”」]|$)",
        last="”」",
    ),
    # Between the number of a heading and its text: 一??總則.
    _place(
        r"\n[一二三四五六七八九十]{1,3}",
        rf"{CHINESE}{{2,8}}(?<![{ASKING}])$",
        " ",
        _TWO,
        last="一二三四五六七八九十",
    ),
    # Before a number, but for one that stands for its noughts (年齡:?0歲), and after a measure.
    _place(
        rf"{CHINESE}{{2}}[:：]",
        "[0-9]{2}|[1-9](?:月[0-9]{1,2}日|[:：][0-9]{2})",
        last=":：",
    ),
    _place(
        r"[0-9][万萬亿億千百]?(?:元|人|个|個|台|套|米|吨|噸|岁|歲|平方米|[%％])",
        _NEXT_LABEL,
        " ",
        last="元人个個台套米吨噸岁歲%％",
    ),
    # Between a date, the day of the week and the weather.
    _place(
        f"{_STATED}[0-9][日号號]",
        "(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]",
        " ",
        first="星周週礼禮",
    ),
    _place(
        "(?:星期|周|週)[一二三四五六日天]",
        "(?:晴|多云|多雲|阴|陰|小雨|中雨|大雨|雨|雪|[0-9])",
        " ",
        last="一二三四五六日天",
    ),
    # Between a date and the time of day, in a sentence that does not ask.
    _place(
        f"{_STATED}[0-9][日号號]",
        r"(?:[上下中]午|凌晨|早上|晚上|晚)\s?[0-9一二三四五六七八九十]",
        " ",
        last="日号號",
    ),
    # Between a date or time and a word, or two and more after a number.
    _place("[0-9]:[0-9][0-9]", _TEXT, " ", last=_DIGITS),
    _place("[0-9]{4}-[0-9][0-9]-[0-9][0-9]", f"{_TEXT}|[0-9]", " ", last=_DIGITS),
    _place("[0-9][年月日]?", _TEXT, " ", _MANY, last=_DIGITS + "年月日"),
    # After a label in brackets that begins the line: 【導讀】?
    _place(rf"\n[【［\[]{CHINESE}{{1,8}}[】］\]]", rf"{CHINESE}{{2}}|[0-9]{{2}}", last="】］]"),
    # Between two labels of a row, as in 聯繫人:李老師??電話:010: no question is asked there.
    _place(
        rf"[:：] ?{CHINESE}{{1,8}}(?<![吗嗎呢么麼谁誰何哪吧啥几幾否])",
        _NEXT_LABEL,
        " ",
        _TWO,
    ),
    # Where something is to be filled in, before the next label: 甲方(盖章):????乙方(盖章):
    _place(
        f"(?:{CHINESE}|[)）])[:：]",
        rf"{CHINESE}{{2,6}}(?:[(（]{CHINESE}{{1,6}}[)）])?[:：]",
        " ",
        _BLANK,
        last=":：",
    ),
    # The same with a single one, before a label that no question follows.
    _place(
        rf"[:：] ?{CHINESE}{{1,8}}(?<![{ASKING}])",
        f"(?:{LABELS}){{1,2}}[:：]",
        " ",
        first=_LABEL_HEADS,
    ),
    # Before a label with its number, in a line that does not ask: 聯系我們?? 電話:12345678.
    _place(
        f"{_STATED}{CHINESE}{{2}}(?<![{ASKING}])",
        f"(?:{LABELS}){{1,2}}[:：] ?[0-9]",
        " ",
        _TWO,
        first=_LABEL_HEADS,
    ),
    # Between a telephone number and the next label, and after the number of a chapter.
    _place(r"[0-9]{4}", _NEXT_LABEL, " ", last=_DIGITS),
    _place(
        r"\n第[一二三四五六七八九十百0-9]{1,4}[条條]",
        rf"(?![的是]){CHINESE}{{2}}",
        " ",
        last="条條",
    ),
    _place(
        rf"\n第[一二三四五六七八九十百0-9]{{1,4}}[{_PARTS}]",
        r"[^，。！？,!?\n]{1,20}$",
        " ",
        last=_PARTS,
    ),
    # The same with a title of two characters that stand apart: 第一章?總?則.
    _place(
        rf"\n第[一二三四五六七八九十0-9]{{1,3}}[{_PARTS}]",
        rf"{CHINESE}\?{CHINESE}$",
        " ",
        last=_PARTS,
    ),
    _place(rf"\n第[一二三四五六七八九十0-9]{{1,3}}[{_PARTS}][? ]{CHINESE}", f"{CHINESE}$"),
    _place("\n[目总總附前摘引序]", "[录錄则則言要]$", last="目总總附前摘引序"),
    # After a space, before the next label: nobody puts a space before a mark within a line.
    _place(rf"[:：] ?{CHINESE}{{1,8}}[ \u00a0]", _NEXT_LABEL, last=" \u00a0"),
    # Before a particle: no sentence begins with one, and who asks ends with it.
    _place(
        f"{_STATED}(?:{CHINESE}|[”’」』》）])(?<![用入按令符号號键鍵打{ASKING}])",
        "的(?![确確士])|[们們]|[与與](?![会會其此之人他她它我你您往前去一])",
        first="的们們与與",
    ),
    # Between two quotations that ask nothing, and around the word between two dates.
    _place(f"{_STATED}[”」](?<![{ASKING}].)", "[“「]|等(?![等我你])", last="”」", first="“「等"),
    _place("[0-9][年月日时時号號]", r"[至到]\?{0,4}[0-9]", last="年月日时時号號"),
    _place(r"[0-9年月日时時号號]\?{0,4}[至到]", "[0-9]", last="至到"),
    # Where a dash stood between two years.
    _place(
        "(?<![0-9])(?:1[89]|20)[0-9]{2}",
        r"(?:1[89]|20)[0-9]{2}(?![0-9.:?？-])",
        "—",
        _DASHED,
        last=_DIGITS,
        first=_DIGITS,
    ),
    # After the name of a document, at the end of its line.
    _place(
        "的(?:通知|公告|公示|通报|通報|意见|意見|办法|辦法|规定|規定|方案|批复|批覆|决定|決定)",
        "$",
        last="知告示报報见見法定案复覆",
    ),
    # After the exclamation mark of a sentence that asks nothing, and after good wishes.
    _place(f"{_STATED}[！!]", "", run=PAIRS, last="!！"),
    _place(
        "(?:祝|恭喜|感[谢謝]|[谢謝][谢謝]|[欢歡]迎|加油|早安|晚安)"
        rf"[^，。！!\n{ASKING}]{{0,10}}",
        "$",
        run=PAIRS,
    ),
    _place(f"{_STATED}{CHINESE}(?<![了的吧{ASKING}])", "祝(?![你您])", run=PAIRS, first="祝"),
    # Between an office and a name, in brackets.
    _place(rf"[(（](?:{_OFFICES})", rf"{CHINESE}{{2,3}}[)）?]", " ", last="者员員影辑輯"),
    _place(
        rf"[(（](?:{_OFFICES})[? ]{CHINESE}{{2,3}}",
        f"(?:{_OFFICES})[? ]",
        " ",
        first="记記通摄攝编編",
    ),
    _place(rf"\?(?:{_OFFICES})", rf"{CHINESE}{{2,3}}[)）]", " ", last="者员員影辑輯"),
    # Before a comma, which no question ends with: 今天天氣真好??,我們走吧.
    _place(f"{_STATED}{CHINESE}(?<!成了)(?<![成{ASKING}])", "[,，。]", run=_SEVERAL, first=",，。"),
    # After a particle that tells, at the end of a line.
    _place(f"{_STATED}{CHINESE}{{5}}[哦喔啦喽囉哟喲]", "$", run=PAIRS, last="哦喔啦喽囉哟喲"),
    _place(f"{_STATED}{CHINESE}{{2}}[啦喽囉咯]", CHINESE, " ", PAIRS, last="啦喽囉咯"),
    # Before the reporters of a telegram, and between the two characters of a label.
    _place("[讯訊电電]", rf"[(（](?:{_OFFICES})", first="(（"),
    _place(f"[【［\\[〔]{CHINESE}", f"{CHINESE}[】］\\]〕]"),
    # Before the next label, after what one says in quotation marks, and after a house's number.
    _place("[:：][“「《][^”」》?]{1,9}[”」》]", _NEXT_LABEL, " ", last="”」》"),
    _place("[0-9][号號楼樓室栋棟座]", _NEXT_LABEL, " ", last="号號楼樓室栋棟座"),
    # Between the date of a line and the place.
    _place(r"\n[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日", rf"{CHINESE}{{2,4}}$", " ", last="日"),
    # After whom a line of credits begins with, and after the name that follows.
    _place(
        rf"\n本[{_PAPERS}](?:{_OFFICES})",
        rf"{CHINESE}{{2,3}}(?:[?攝摄文图圖通报報]|$)",
        " ",
        last="者员員影辑輯",
    ),
    _place(
        rf"\n本[{_PAPERS}](?:{_OFFICES})[? ]{CHINESE}{{2,3}}",
        "[攝摄文图圖通报報]",
        " ",
        first="攝摄文图圖通报報",
    ),
    # After a greeting that is meant for many.
    _place("(?:大家|各位|早上|上午|中午|下午|晚上)好[呀啊哦]?", "", run=PAIRS, last="好呀啊哦"),
    # Before a colon, which no question ends with (but what may be left out does in TypeScript,
    # 年龄?: number;), and before what something comes to.
    _place(
        f"{_STATED}{CHINESE}{{2}}(?<![是为為符{ASKING}])",
        r"[:：](?! [a-z]+(?:\[\])?[;,|])",
        first=":：",
    ),
    _place(f"{_STATED}{CHINESE}[达達约約计計](?<![{ASKING}])", "[0-9]{2}", last="达達约約计計"),
    _place(
        f"{_STATED}{CHINESE}[资資额額积積量价價入值长長高重](?<![{ASKING}])",
        "[0-9]{2}",
        run=PAIRS,
        last="资資额額积積量价價入值长長高重",
    ),
    # After what a number follows that grew or fell.
    _place(
        "(?:增[长長]|下降|上升|[减減]少|降低|提高|超[过過]|突破|[实實][现現])",
        r"[0-9]+(?:\.[0-9]+)?(?:[%％万萬亿億]|[多余餘]?[个個元人家])",
        last="长長降升少低高过過破现現",
    ),
    # Between the name of a part of an abstract and the part.
    _place(
        f"[\n:：。?] ?(?:{_CHAPTERS})",
        f"(?![没沒不是无無]){CHINESE}{{2}}",
        " ",
        last="的法果论論景要词詞",
    ),
    # After whom a letter is addressed to, at the end of its line.
    _place("(?:[们們]|[单單]位|部[门門]|政府|同志|如下)[:：]", r"[ \t]*$", last=":："),
    # On both sides of a number with its measure, in a sentence that does not ask.
    _place(f"{_STATED}{CHINESE}(?<![{ASKING}])", rf"[0-9]{{1,4}}\?[{_MEASURES}]", first=_DIGITS),
    _place(rf"{CHINESE}\?[0-9]{{1,4}}", f"[{_MEASURES}]", last=_DIGITS),
    # Between the names of a foreigner, where a dot stood.
    _place(
        f"[{_SOUNDS}]{{2}}",
        rf"[{_SOUNDS}]{{2}}(?!{CHINESE}?[?是不没沒])",
        "·",
        last=_SOUNDS,
        first=_SOUNDS,
    ),
    _place(
        rf"(?:\A|[^{ASKING}])[^{ASKING}\n]{{0,8}}[{_MORE_SOUNDS}]{{2}}",
        rf"[{_MORE_SOUNDS}]{{2}}(?![^\n，。,]{{0,8}}[{ASKING}])",
        "·",
        last=_MORE_SOUNDS,
        first=_MORE_SOUNDS,
    ),
    # After a cheer.
    _place("(?:加油|早安|午安|晚安|恭喜)", "", run=PAIRS, last="油安喜"),
    _place(
        "(?:[发發][财財]|大利|如意|事成|健康|平安|有[余餘])",
        "",
        run=_EMOJI,
        last="财財利意成康安余餘",
    ),
    # Where a dash stood before what explains, and behind that.
    _place(
        f"{_STATED}{CHINESE}{{4}}(?<![了的吧{ASKING}])",
        _EXPLAINS,
        "——",
        _DASH,
        first="即而甚尤特例比譬包也毕畢",
    ),
    _place(rf"\?\?{_EXPLAINS}{CHINESE}{{1,12}}(?<![{ASKING}])", CHINESE, "——", _DASH),
    # Within an address.
    _place(rf"(?:地址|住所)[:：]{CHINESE}{{2,9}}", rf"{CHINESE}{{2}}|[0-9]", " "),
    _place("[路街道巷弄村镇鎮区區]", "[0-9]{1,5}[号號弄]", last="路街道巷弄村镇鎮区區"),
    # Before a sign that points on.
    _place(CHINESE, ">>|[»›→]", run=PAIRS, first=">»›→"),
    # In the middle of a date.
    _place("[0-9]年", "[0-9]{1,2}月", last="年"),
    _place("[0-9]月", "[0-9]{1,2}[日号號]", last="月"),
    # Spaces that were written in turns with no-break spaces.
    _place(CHINESE, _TEXT, " ", _SPACED),
    _place("[0-9A-Za-z]", rf"[\[【(（]|{CHINESE}", " ", _OFTEN_SPACED),
    # Before a whole date without a space, as a list of titles has, and after a bar: neither begins
    # an answer.
    _place(
        f"{_STATED}{CHINESE}(?<![{ASKING}])",
        "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?![0-9])",
        " ",
        _ALONE,
        first=_DIGITS,
    ),
    _place("[|｜丨│]", CHINESE, last="|｜丨│"),
    # After the number of a figure or table, at the beginning of its line.
    _place(
        r"\n(?:图|圖|表|附件|附表|附图|附圖|式|例) ?[0-9]{1,2}(?:[-.][0-9]{1,2})?",
        rf"{CHINESE}[^，。！？,!?\n]{{1,30}}$",
        " ",
        last=_DIGITS,
    ),
    # Between a name and what its bearer is, after a label, and around the names of credits.
    _place(rf"[:：]{CHINESE}{{2,3}}", f"(?:{_RANKS})(?![吗嗎呢?])", last=""),
    _place(rf"\n(?:{_OFFICES})", rf"{CHINESE}{{2,3}}[? ][攝摄文图圖]", " ", last="者员員影辑輯"),
    _place(
        rf"\n(?:{_OFFICES})[? ]{CHINESE}{{2,3}}",
        rf"[攝摄文图圖][)）]?$|(?:{_OFFICES})\?{CHINESE}{{2,3}}$",
        " ",
        first="攝摄文图圖记記通编編",
    ),
    _place(
        rf"\n(?:{_OFFICES})[? ]{CHINESE}{{2,3}}\?(?:{_OFFICES})",
        rf"{CHINESE}{{2,3}}$",
        " ",
        last="者员員影辑輯",
    ),
    # After what was quoted with its full stop, and between a date and the place.
    _place("[。！!][”」』]", f"{CHINESE}|$", last="”」』"),
    _place("[0-9][年月日]", "[於于](?![是我你您他她它此])", last="年月日"),
    # After praise and good wishes, which nobody asks: emoji.
    _place(f"太[{PRAISE}]{{1,2}}了|绝了|絕了|愛了愛了|爱了爱了", CHINESE, " ", PAIRS, last="了"),
    _place(f"太[{PRAISE}]{{1,2}}了|绝了|絕了|愛了愛了|爱了爱了", "$", run=PAIRS, last="了"),
    _place(
        "(?:生日|新年|节日|節日|圣诞|聖誕|元旦|新春|春节|春節|中秋|国庆|國慶|周末|週末|劳动节|勞動節|教师节|教師節)(?:快[乐樂]|愉快|安康)",
        "",
        run=PAIRS,
        last="乐樂快康",
    ),
    _place(
        f"{_STATED}{CHINESE}{{5}}(?<![了的吧{ASKING}])", "[！!](?![!！])", run=PAIRS, first="!！"
    ),
    # In the middle of a cry that nobody is asked with.
    _place(
        rf"(?:\A|[\n，。！!?？])[^，。！!\n你您我他她{ASKING}]{{4,40}}(?<![了的吧])",
        rf"[^？?\n你您我他她{ASKING}]{{2,20}}[！!]",
        " ",
        _EMOJI,
    ),
    # Before the next of a list, and at the end of one.
    _place(f"{_STATED}(?:{CHINESE}|[0-9A-Za-z])(?<![了的吧{ASKING}])", "[、。]", first="、。"),
    # Before the choices of a question, and behind their letters.
    _place(r"(?:[\n?? ]|[\u3400-\u9fff])[A-H][.．、]", CHINESE, last=".．、"),
    _place(
        rf"[A-G][.．、]\??{CHINESE}{{1,10}}(?<![{ASKING}])",
        rf"[B-H][.．、][?{HAN}]",
        " ",
        first="BCDEFGH",
    ),
    # Before what says that there is none: 上一篇:?无.
    _place("[:：]", r"[无無](?:\?|$)", first="无無"),
    # Before the next number of a list, in a line that begins with the first.
    _place(rf"\n一、\??{CHINESE}{{2,10}}(?<![{ASKING}])", rf"二、[?{HAN}]", " ", first="二"),
    # Between what somebody is and who, at the head of a line that says nothing else.
    _place(
        rf"\n(?:{_OFFICES}|作者|[导導]演|主演|[编編][剧劇]|出品)", rf"{CHINESE}{{2,4}}$", " ", PAIRS
    ),
    # Before the sign of a measure.
    _place("[0-9]", "[%％℃]", first="%％℃"),
    # After the name of an appendix, before its number.
    _place(r"\n附件", r"[0-9一二三四五]{1,2}(?:$|[:：.、])", last="件"),
    # Before the dynasty of a poet.
    _place(rf"\n{CHINESE}{{2,4}}", "[(（][〔]?[唐宋元明清漢汉晉晋隋魏][)）]", first="(（"),
    # On both sides of a separator.
    _place(
        rf"(?:{CHINESE}|[0-9A-Za-z])",
        rf"[{_SEPARATORS}]\?(?:{_TEXT}|[0-9A-Za-z])",
        first=_SEPARATORS,
    ),
    _place(
        rf"(?:{CHINESE}|[0-9A-Za-z])\?[{_SEPARATORS}]",
        rf"{_TEXT}|[0-9A-Za-z]",
        last=_SEPARATORS,
    ),
)


_LASTS = frozenset("".join(place.last for place in _PLACES))
_FIRSTS = frozenset("".join(place.first for place in _PLACES))


def between(last: str, first: str, *, single: bool) -> tuple[Place, ...]:
    """Return the places that a run between two characters may be in; ``first`` may be empty.

    ``single``: it is a mark alone; then each of the places may have such a run.
    """
    return _between(
        last if last in _LASTS else _ANY,
        first if not first or first in _FIRSTS else _ANY,
        single,
    )


_ANY = "\0"  # what no place asks for, as most characters


@lru_cache(maxsize=1 << 10)
def _between(last: str, first: str, single: bool) -> tuple[Place, ...]:
    return tuple(
        place
        for place in _PLACES
        if (not place.last or last in place.last)
        and (not place.first or first in place.first)
        and not (single and place.run is not None and place.run.match("?") is None)
    )
