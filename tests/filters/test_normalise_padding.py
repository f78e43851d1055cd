"""Words padded with spaces: which gaps close, and which line of single characters is a list."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from cleaner.document import Document
from cleaner.filters.normalise import padding
from cleaner.filters.normalise.spaces import han_spaces
from cleaner.filters.normalise.stretches import Span, stretches
from cleaner.settings import Settings

SETTINGS = Settings()


def without(line: str, gaps: Iterable[Span]) -> str:
    for low, high in reversed([*gaps]):
        line = line[:low] + line[high:]
    return line


def padded(line: str) -> str:
    return without(line, padding.padded_spaces(line, [*stretches(line)], SETTINGS))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # Four characters are a phrase, three may be a list, but for a word that is a label alone.
        ("关 于 会 议", "关于会议"),
        ("真 善 美", "真 善 美"),
        ("论文 真 善 美", "论文 真 善 美"),
        ("论文 关 于 会 议", "论文 关于会议"),
        # Things that are told off one by one, where they are more than half.
        ("春 夏 秋 冬", "春 夏 秋 冬"),
        ("春 夏 之 会", "春夏之会"),
        ("关 于 春 夏 秋", "关 于 春 夏 秋"),
        ("王 李 张 赵", "王 李 张 赵"),
        ("王 李 张 家 的", "王李张家的"),
        # A character each without a word among them is a list, if it is short and none comes twice.
        ("钾 钙 钠 镁 铝", "钾 钙 钠 镁 铝"),
        ("氢 氢 锂 铍 硼", "氢氢锂铍硼"),
        ("参 考 文 献", "参考文献"),
        ("氢 氦 锂 铍 硼 碳 氮", "氢 氦 锂 铍 硼 碳 氮"),
        ("氢 氦 锂 铍 硼 碳 氮 氧", "氢氦锂铍硼碳氮氧"),
        # The number of a chapter, and its title where it has one of more than one character.
        ("第 一 章  总 则", "第一章  总则"),
        ("第 一 章 总 则", "第一章 总则"),
        ("第 一 章", "第一章"),
        ("第 二 〇 二 条", "第二〇二条"),
        # Years, though all their digits are counted with.
        ("二 〇 二 四 年", "二〇二四年"),
        ("二 〇 二 四", "二 〇 二 四"),
        # Words of the list, alone or in brackets, and no wider than a form has room for.
        ("目      录", "目录"),
        ("目       录", "目       录"),
        ("【目 录】", "【目录】"),
        ("目 录（一）", "目录（一）"),
        ("说明。 专 栏", "说明。 专栏"),
        ("说明 专 栏", "说明 专 栏"),
        ("说明， 专 栏", "说明， 专 栏"),
        ("目 录2", "目录2"),
        ("见目 录2", "见目 录2"),
        # Before a colon up to three characters are a label, whatever they are.
        ("甲 乙 丙：", "甲乙丙："),
        ("甲 乙 丙 丁：", "甲 乙 丙 丁："),
        ("甲 乙 丙；", "甲 乙 丙；"),
        # A name of a book with room inside its brackets.
        ("《 论 语 》", "《 论语 》"),
        ("《论 语》", "《论 语》"),
        ("《 论 语》", "《 论 语》"),
        ("《论 语 》", "《论 语 》"),
        # A noun made with a syllable, alone in its line.
        ("研 究 所", "研究所"),
        ("我们 研 究 所", "我们 研 究 所"),
        ("图 书 馆", "图 书 馆"),
        # What ends a sentence and what a comma follows.
        ("啊 呀 。他们", "啊呀 。他们"),
        ("啊 呀。 他们", "啊 呀。 他们"),
        ("他们，啊 呀 。", "他们，啊 呀 。"),
        ("因 此，我", "因此，我"),
        ("因 此；我", "因 此；我"),
        ("他 此，我", "他 此，我"),
        ("我们，因 此，我", "我们，因 此，我"),
        # Nothing but single characters, though a mark parts them.
        ("关 于，会 议，的 事", "关于，会议，的事"),
        ("真 的，会 议", "真的，会 议"),
        ("真 的，会议，的 事", "真的，会议，的 事"),
        ("真 的，会 议，他们，的 事", "真的，会议，他们，的事"),
        ("真 的 吗，会 议", "真的吗，会议"),
        # Words that are not padded part what is.
        ("真 的 会议 的 事", "真 的 会议 的 事"),
        ("看 的 书", "看 的 书"),
    ],
)
def test_padded_words(line: str, expected: str) -> None:
    assert padded(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("作者：王 伟", "作者：王伟"),
        ("作者：王 伟 李 强", "作者：王伟 李强"),
        ("作者：王 国 伟", "作者：王国伟"),
        ("作者：游 春 记", "作者：游春记"),
        ("作者：的 春 记", "作者：的 春 记"),  # no surname
        ("作者：的 春 天 记", "作者：的春天记"),
        ("作者 | 王 伟", "作者 | 王伟"),
        ("记者 王 伟", "记者 王伟"),
        ("图/王 伟", "图/王伟"),
        ("图 王 伟", "图 王 伟"),  # 图 is a credit before a bar alone
        ("来自网络的他们记者 王 伟", "来自网络的他们记者 王伟"),
        ("评论 王 伟", "评论 王 伟"),
        # Among names that need no padding, three characters at most.
        ("编辑：王 芳 赵国强 李 明", "编辑：王芳 赵国强 李明"),
        ("记者：李国华 王 芳", "记者：李国华 王芳"),
        ("记者：李国华人 王 芳", "记者：李国华人 王 芳"),
        ("记者：的国华 王 芳", "记者：的国华 王 芳"),
        ("会上：李国华 的时候 王 芳", "会上：李国华 的时候 王 芳"),
        ("会上李国华 王 芳", "会上李国华 王 芳"),
        # Without a label: two with others that need no padding, or three.
        ("王 芳 李 强 赵小明 欧阳修", "王芳 李强 赵小明 欧阳修"),
        ("刘 备 关 羽 张 飞", "刘备 关羽 张飞"),
        ("黄 石 新 闻", "黄石新闻"),
        ("安 全 生 产 责 任", "安全生产责任"),
        ("王 芳 李 强 的小明", "王芳李强 的小明"),
        ("王 芳 李 强 王小", "王芳李强 王小"),
    ],
)
def test_padded_names(line: str, expected: str) -> None:
    assert padded(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("张 三、李 四、王五", "张三、李四、王五"),
        ("张 三和李 四等", "张三和李四等"),
        ("张 三、李四", "张 三、李四"),  # one may be anything
        ("张 三、的 四、王五", "张 三、的 四、王五"),
        ("大张 三、李 四、王五", "大张 三、李 四、王五"),
    ],
)
def test_names_of_a_list(line: str, expected: str) -> None:
    assert without(line, padding.listed_names(line, SETTINGS)) == expected


@pytest.mark.parametrize(
    ("line", "result"),
    [
        ("性 别：男 籍 贯：山东", "性别：男 籍贯：山东"),  # a value before the next label
        ("男 籍 贯：山东", "男籍贯：山东"),  # nothing says that the first one is a value
        ("编 号：", "编号："),
        ("负 责 人：王芳", "负责人：王芳"),
    ],
)
def test_labels_behind_values(line: str, result: str) -> None:
    assert han_spaces(Document(line), Settings(segment=False), "")[0].text == result
