"""The address of a company in the foot of its site: name, street, numbers to call.

The end of a notice tells whom to ask in the same words. In a foot the name of the company stands
over them as a line of its own, and right below them the notice of copyright.
"""

from __future__ import annotations

from cleaner.filters.chrome.cues import END, STRONG
from cleaner.filters.chrome.lines import Line
from cleaner.filters.chrome.page import Page
from cleaner.patterns import lazy

# An address has so many rows, one of them with a street and one with a number.
ROWS = 3
# The longest name of a company, and the longest row.
NAME, ROW = 30, 60
_ROW = lazy(
    "(?:公司|总部|工?厂|通[讯信]|联系|办公|单位|服务|客服|咨询|免费)?"
    "(?:地址|地点|电话|传真|手机|邮编|邮政编码|邮箱|信箱|电邮|e-?mail|电子邮件|电子邮箱|电子信箱|tel|fax|add"
    "|网址|qq|微信|联系人|统一编号|统编|专线|热线|营业时间|服务时间)[:：.]"
)
_STREET = lazy("地址|地点|add")
_NUMBER = lazy("电话|手机|热线|专线|tel")
_CONTACT = ("联系", "联络")
_NAMES = (
    "公司",
    "厂",
    "医院",
    "学校",
    "大学",
    "中心",
    "事务所",
    "协会",
    "集团",
    "工作室",
    "商行",
    "企业社",
)


def foot(page: Page, first: int) -> list[int]:
    """Return the lines of the address above the copyright, of those from ``first`` on.

    On a page with such a title (联系我们) they are its text.
    """
    lines = page.lines
    if page.title is not None and lines[page.title].text.startswith(_CONTACT):
        return []
    top = end = next(
        (
            index
            for index, line in page.cued
            if index >= first and line.reason == "copyright" and line.force >= STRONG
        ),
        0,
    )
    while top > first and _is_row(lines[top - 1]):
        top -= 1
    named = top > first and _is_name(lines[top - 1])
    rows = "\n".join(line.text.lower() for line in lines[top:end])
    if not named or end - top < ROWS or not (_STREET.search(rows) and _NUMBER.search(rows)):
        return []
    return list(range(top - 1, end))


def _is_row(line: Line) -> bool:
    return line.force < END and len(line.text) <= ROW and _ROW.match(line.text.lower()) is not None


def _is_name(line: Line) -> bool:
    return not line.prose and len(line.text) <= NAME and line.text.endswith(_NAMES)
