from __future__ import annotations

import calendar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cleaner.filters.chrome.dates import _is_date, published


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022-08-14 07:23:00", "2022-08-14T07:23:00"),
        ("2022-08-14T07:23:00+08:00", "2022-08-14T07:23:00+08:00"),
        ("2022-08-14T07:23:00+0800", "2022-08-14T07:23:00+08:00"),
        ("2022-08-14T07:23:00Z", "2022-08-14T07:23:00+00:00"),
        ("2022-08-14 07:23 (GMT+8)", "2022-08-14T07:23:00"),
        ("2022-08-14 07:23(GMT+8)", "2022-08-14T07:23:00+08:00"),
        ("2022年8月14日 07:23", "2022-08-14T07:23:00"),
        ("2022年08月14日07:23", "2022-08-14T07:23:00"),
        ("2022年8月14日 星期日 7:05", "2022-08-14T07:05:00"),
        ("2022年8月14日 下午3:05", "2022-08-14T15:05:00"),
        ("2022年8月14日 上午12:05", "2022-08-14T00:05:00"),
        ("2011/12/9", "2011-12-09"),
        ("2011/12/9 18:02", "2011-12-09T18:02:00"),
        ("2012.01.17 03:32 am", "2012-01-17T03:32:00"),
        ("2012.01.12 06:45pm", "2012-01-12T18:45:00"),
        ("14.12.2011 19:00", "2011-12-14T19:00:00"),
        ("15/8/2013 14:38", "2013-08-15T14:38:00"),
        ("3/4/2013 14:38", ""),
        ("11/4/2004", ""),
        ("周三 9月 12, 2018 9:04 pm", "2018-09-12T21:04:00"),
        ("Sept. 3rd, 2019", "2019-09-03"),
        ("民国111年8月14日", "2022-08-14"),
        ("民国26年7月7日", ""),
        ("发布日期：2021-10-22 16:30 来源：某某", "2021-10-22T16:30:00"),
        ("2022-02-30", ""),
        ("18:07 2012-01-16", "2012-01-16T18:07:00"),
        ("2017.02.20 | 18:21", "2017-02-20T18:21:00"),
        ("2013-08-21 HKT 12:33", "2013-08-21T12:33:00"),
        ("Tue Feb 7 19:40:02 2023", "2023-02-07T19:40:02"),
        ("Tue Foo 7 19:40:02 2023", ""),
        ("Nov 14 Sun 2010 23:11", "2010-11-14T23:11:00"),
        ("8月14日", ""),
        ("", ""),
    ],
)
def test_published(text: str, expected: str) -> None:
    assert published(text) == expected


@given(
    st.text(alphabet=st.characters() | st.sampled_from("0123456789-/年月日: +gmtz"), max_size=60)
)
def test_published_never_fails(text: str) -> None:
    assert published(text) == "" or published(text)[:2] in ("19", "20")


@pytest.mark.parametrize("month", range(14))
@pytest.mark.parametrize("year", [1900, 2000, 2020, 2021, 2100])
def test_the_days_of_a_month(year: int, month: int) -> None:
    days = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 0
    assert [day for day in range(34) if _is_date(year, month, day)] == [*range(1, days + 1)]


def test_a_month_by_its_name() -> None:
    assert published("五月 15, 2013") == "2013-05-15"
    assert published("十二月 3, 2012") == "2012-12-03"
