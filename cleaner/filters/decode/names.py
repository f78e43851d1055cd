"""Names of encodings: those that people and pages use, the codec for each, and the name given out.

A *codec* is what this package decodes with: a Python codec, or ``big5``, ``euc-tw``,
``iso-2022-cn`` and ``hz``, which have readers of their own. A *name* is that of the WHATWG Encoding
Standard in small letters, as browsers give it, or of IANA for what the standard lacks.
"""

from __future__ import annotations

import codecs

# Codec and what the world calls it; a codec that is not here is called what Python calls it.
_NAMES = {
    "utf-16-le": "utf-16le",
    "utf-16-be": "utf-16be",
    "utf-32-le": "utf-32le",
    "utf-32-be": "utf-32be",
    "hz": "hz-gb-2312",
    "cp932": "shift_jis",
    "cp949": "euc-kr",
    "euc_jp": "euc-jp",
    "iso2022_jp": "iso-2022-jp",
    "iso2022_kr": "iso-2022-kr",
}

# Labels and the codec that decodes what is so labelled: a superset where browsers take one (WHATWG
# Encoding Standard, section 4.2), since pages labelled gb2312 hold GBK and GB18030 characters.
_LABELS = {
    "gb18030": "gb2312 gb_2312 gb_2312-80 gb2312-80 csgb2312 csiso58gb231280 iso-ir-58 chinese gbk"
    " x-gbk cp936 ms936 936 windows-936 euc-cn euccn eucgb2312-cn gb18030 gb18030-2000 gb18030-2005"
    " gb18030-2022",
    "big5": "big5 big-5 big5-tw csbig5 cn-big5 x-x-big5 big5-hkscs big5hkscs hkscs cp950 950 ms950"
    " windows-950 big5-eten big5-e",
    "euc-tw": "euc-tw euctw x-euc-tw cns11643 x-cns11643",
    "iso-2022-cn": "iso-2022-cn iso2022-cn iso-2022-cn-ext csiso2022cn",
    "hz": "hz hz-gb hz-gb-2312 hzgb",
    "cp932": "shift_jis shift-jis sjis x-sjis ms_kanji ms932 windows-31j cp932 csshiftjis",
    "cp949": "euc-kr euckr euc_kr ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 korean windows-949"
    " uhc cp949",
    "euc_jp": "euc-jp eucjp euc_jp x-euc-jp",
    "cp1252": "windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso_8859-1 latin1 latin-1 l1"
    " us-ascii ascii ansi_x3.4-1968",
    "utf-8": "utf-8 utf8 unicode-1-1-utf-8 x-unicode20utf8",
    "utf-16-le": "utf-16le utf-16-le ucs-2 unicode csunicode iso-10646-ucs-2",
    "utf-16-be": "utf-16be utf-16-be unicodefffe",
    "utf-32-le": "utf-32le utf-32-le",
    "utf-32-be": "utf-32be utf-32-be",
}
_CODECS = {label: codec for codec, labels in _LABELS.items() for label in labels.split()}
# UTF-8 with a mark and the like, where the mark decides.
_MARKED = {"utf-8-sig": "utf-8", "utf_8_sig": "utf-8"}


def codec_of(label: str) -> str | None:
    """Return the codec for ``label``, or None when it names no encoding of text.

    >>> codec_of("GB2312"), codec_of("big5-hkscs"), codec_of("no-such")
    ('gb18030', 'big5', None)
    """
    label = label.strip().lower()
    for key in (label, label.replace("_", "-")):
        if key in _CODECS:
            return _CODECS[key]
    try:
        info = codecs.lookup(label)
        "".encode(info.name)
    except (LookupError, ValueError):
        return None
    name = _MARKED.get(info.name, info.name)
    return _CODECS.get(name, _CODECS.get(name.replace("_", "-"), name))


def name_of(codec: str) -> str:
    """Return what the world calls the encoding that ``codec`` decodes."""
    if codec in _NAMES:
        return _NAMES[codec]
    if codec.startswith("cp125"):
        return codec.replace("cp", "windows-")
    return codec.replace("iso8859", "iso-8859")


def near(label: str) -> list[str]:
    """Return known labels that look like ``label``, likest first."""
    import difflib
    from encodings.aliases import aliases

    known = {*_CODECS, *(alias.replace("_", "-") for alias in aliases)}
    return difflib.get_close_matches(label.lower().replace("_", "-"), sorted(known), 3, 0.6)
