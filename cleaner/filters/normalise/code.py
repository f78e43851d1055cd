"""Lines that tell by themselves that they are code: of a program, a command, a log, a data file."""

from __future__ import annotations

from cleaner.patterns import ASCII, VERBOSE, lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

# Lines of code: how they begin. Names are bounded so that no run of letters is read more than 40
# times.
_BEGINS: Final = lazy(
    r"""
    \s*+(?:
        \#!/ | \#include\b
      | import\s+[A-Za-z_{*"'] | from\s+[\w.]{1,80}\s+import\b | @\s?\w+\s*(?:\(|$)
      | (?:def|class|struct|func|fn|function)\s+
        (?:[^\s(){}:<，。：；！？（]|[ ](?<=[^\x00-\xff][ ])){1,60}+\s*+[:({<]
      | (?:interface|enum|namespace)\s+[^\s{，。]{1,40}\s*\{
      | (?:puts|echo|print|msg(?:id|str))\s+["'] | @echo\b | `[^`\n]{1,40}`\s+[a-z]
      | (?:var|let|const)\s+[^\s=,，。]{1,40}\s*=
      | (?:public|private|protected|static|final|int|float|double|char|void|bool)
        \s+[\w*<>]+\s*[\w=(;]
      | (?:return|break|continue|pass)\b | (?:if|for|while|switch|elif|catch)\s*\(
      | (?:if|for|while|elif|else|try|except|with)\b[ -~]*:\s*$
      | \} | // | /\* | <\?(?:php|xml) | \$\s\w | >>>\s
      | (?:print|printf|println|console\.\w+)!?\s*\(
      | (?:WHERE|AND|OR|HAVING|ON)\s+\S{1,40}\s+(?:[=<>]|IN|LIKE|IS|BETWEEN)\s
      | (?:SELECT|INSERT\s+INTO|UPDATE|DELETE\s+FROM|(?:CREATE|ALTER|DROP)\s+[A-Z]+)\s
      | (?:GET|POST|PUT|DELETE|HEAD|PATCH|OPTIONS)\s+/ | SET\s+@ | case\s\S{1,60}\s+in\b
      | MsgBox\s | \[[(\[{]?["'][^\n，。]*[\])}"']\][,;]?\s*\Z | \$[^\s:$，。]{1,30}:\s?[^\s，。]+;
      | [\w.-]{1,40}\s?=\s?[^\s;，。]{1,60}\s+[;\#]\s
      | \((?:define|let|lambda|defn?|defun|setq)\b
      | [^\s=,:，。：；！？"'(]{1,20}\s?=\s?["'\[{]
      | [a-z][\w-]{0,40}\s?:\s?\[[^\n，。]*\]\s*\Z  # a list of YAML
      | (?:mov|add|sub|cmp|lea|xor|and|or)[ ]+\[?\w{1,5}\]?[ ]?,[ ]?[\w\[\#]  # of an assembler
      | \d{1,5}\s(?:PRINT|INPUT|LET|IF|FOR|NEXT|GOTO|GOSUB|DATA|REM|DIM|END)\b
      | (?:Caused[ ]by:[ ])?(?:[a-z]\w{0,40}\.){0,8}[A-Z]\w{0,60}(?:Error|Exception|Warning)\s?:\s
      | (?:sudo|pip3?|npm|git|apt-get|docker|curl|wget|cd|echo)\s+[-\w."'/]
      | [{\[]?\s*(?:"[^"\n]{1,60}"|'[^'\n]{1,60}')\s*: | [.\#]?[a-z][\w-]{0,40}\s*\{[^{}]*\}\s*$
    )
  | [^\s，。]{1,20}[ ]--?>>?[ ][^\s:，。]{1,20}[ ]?:[ ]  # a message of a diagram
  | \s*+<[^\s<>=，。]{1,40}\s[^\s<>=，。]{1,40}=["']
  | \s*+<[A-Za-z][^<>\n]{0,80}>[^，。；\n]*</[A-Za-z][\w:.-]{0,40}>\s*\Z
  | \s*+(?:(?:data|abstract|sealed|open|async|export|default)\s+)?
    (?:class|fun)\s[^\s(){},，。]{1,40}\(
  | [^\x80-\U0010ffff]{1,200}?\S[ \t]{2,16}(?:;|\#|//|--|%)\s  # a remark behind
  | (?:\[\s?)?\d{4}\s?-\s?\d\d\s?-\s?\d\d[ T]\d\d\s?:\s?\d\d\s?:\s?\d\d[^\s\]]{0,12}\s?\]?
    \s+(?:\[\s?[^\[\]\n]{1,60}\]\s+)?(?:\[\s?)?[A-Z]{4,8}\b  # logs
  | (?:\[\s?)?[A-Z]{4,8}(?:\s?[\]:])?\s+(?:\[\s?)?\d{4}\s?-\s?\d\d\s?-\s?\d\d[ T]\d\d\s?:\s?\d\d\s?:
  | \[[ ]?[A-Z]{4,8}[ ]?\][ ]\[?\d\d[ ]?:[ ]?\d\d[ ]?:[ ]?\d\d  # with the time alone
  | [A-Z]/[\w.-]{1,40}\([ \d]{1,8}\):\s  # those of a telephone
  | [A-Z][a-z]{2}\s{1,2}\d{1,2}\s\d\d:\d\d:\d\d\s[^\s:]{1,60}\s[^\s:]{1,60}:  # those of a system
  | [^\s:]{1,80}\.\w{1,4}:\d{1,6}:(?:\d{1,6}:)?\s  # errors of a compiler
  | [\w.-]{1,40}@[^\s:]{1,40}:[^\s$\#]{0,60}[$\#]\s  # a prompt
  | [a-z\d][\w.:-]{1,40}>\s\S
  | \s*+\{\s?[\w$-]{1,40}\s?:\s?["'\d\[{tfn]
  | \(;[A-Z]{2}\[  # a game of go
  | [A-Z][\w-]{1,20}[ ]?:[ ][^\n<>]{1,60}<[^\s<>@]{1,60}@[^\s<>]{1,60}>\Z  # its address
  | (?:Dialogue|Comment|Style)[ ]?:[ ]?\d  # subtitles
  | \s*+(?:End\s(?:Sub|If|Function|With|Select)|Dim\s\w+\sAs)\b
  | (?:From|To|Cc|Bcc|Subject|Date|Sent|Sender|Reply-To|Return-Path|Message-ID|In-Reply-To
    |References|MIME-Version|User-Agent|(?:Content|X)-[A-Za-z-]{1,40})[ ]?:[ ]  # heads of messages
  | \[[ ]?(?:ti|ar|al|au|by|re|ve|offset|length)[ ]?:  # heads of lyrics
    """,
    VERBOSE | ASCII,
)
# Signs anywhere that prose does not have, and what one of them is made with.
_HAS = lazy(
    r"""
    [\w)\]"']\s?(?:==|!=|:=|\+=|-=|&&|<=|>=)\s?[\w("'\[-]
  | \b[A-Za-z_][\w.]{0,40}\((?:["'$]|\)\s*[;{.]|[\w\s.,]{0,80}\)\s*[;{])
  | \b[A-Za-z_]\w{0,40}["']?\s?=\s?["'\[{(]
  | \s(?:==|!=|:=|\+=|-=|&&|\|\||<=|>=)\s
  | [;{})]\s*(?:%|\#|//|--)\s  # a comment behind
  | \s--+>\s?[\w|]  # a graph
  | \(\{\s?[^\s:：，。(){}]{1,30}\s?:  # an object that is passed
  | \)-\[[^\[\]\n]{0,40}\]->?\(  # a relation of a graph
  | \b[A-Za-z_][\w:]{0,40}<[\w:<>, *]{1,60}>\s[^\s;=(，。]{1,30}\s?[;=(]  # a type with its own
  | \s=>\s?["'(\[{\w]
  | \b(?:print(?:ln|f)?|format|echo|log)!?\(["']
  | \s\?\s[\w"']{1,30}\s:\s[\w"']  # a choice
  | (?<!\w)(["'])[\w.-]{1,40}\1\s?:\s?["'\d\[{tfn]
  | [{,]\s?["'][^"'\s，。]{1,20}["']\s?:\s?["'\d\[{tfn]
  | "(?:GET|POST|HEAD|PUT|DELETE)\s/  # a request
  | \\[a-zA-Z]{2,20}\{
  | \[(?:[JMDCNRSPGZA]|EB|DB)(?:/[A-Z]{2})?\]  # a reference: GB/T 7714 has half-width marks
  | \.,?[ ]\((?:19|20)\d\d[a-z]?\)\.[ ]  # one after the manual of the APA
    """,
    VERBOSE | ASCII,
)
# Prose may compare (安装numpy>=1.24,再执行): it begins in Chinese and has clauses.
_CLAUSES = lazy(
    "\\s*+[\u3400-\u9fff][^\n]*?[\u3400-\u9fff](?:[,;][\u3400-\u9fff]|[，；。]|\\.\\s*\\Z)"
)
_COMPARED = lazy(r"(?<=[\w)\]])\s?(?:==|!=|<=|>=)\s?(?=[\w.-])")
_MADE_WITH: Final = lazy(r"""[=&(;{})>?"'\\\[]""")
# Brackets and question marks, which many lines have, are not enough by themselves.
_MADE_OF: Final = lazy(r"""[=&;{}>"'\\\[|]|\)\s*(?:[.%#]|//|--)|\s\?\s""")
_QUOTED = lazy(r""""[^"\n]*+"|'[^'\n]*+'""")
_ONLY_QUOTED = lazy(r"""(?:[^"'\x80-\U0010ffff]++|"[^"\n]*+"|'[^'\n]*+')++\Z""")
# What stays has a word or number and a sign beside it.
_CODE_AROUND = lazy(
    r"\w ?(?:\(|\)\Z|[{}\[\]=<>\\|*]|;\s*\Z)|[{}\[\]=<>\\|*] ?[A-Za-z]"
    r"|\b(?:as|in|like)\b",
    ASCII,
)
# One of these is in everything that the patterns above match: nine lines in ten need no more.
_CODE_CHARACTER: Final = lazy("""[A-Za-z}/<$>"'=&]""")

_CODE_SIGN = lazy(r"[(){}\[\];=<>\"'#]|\w ?:\s*$")
_CODE_WORD = lazy(r"(?:return|break|continue|pass|else|begin|end|fi|done|try)\b")


def is_code(line: str) -> bool:
    """Return whether a line looks like a line of a program, a command or a data file.

    >>> is_code('print("你好, 世界")'), is_code("他说(没错):好, 就这么办")
    (True, False)
    """
    if _CODE_CHARACTER.search(line) is None:
        return False
    return (
        _BEGINS.match(line) is not None
        or (
            _MADE_WITH.search(line) is not None
            and _MADE_OF.search(line) is not None
            and _has_sign(line)
        )
        or _quotes_chinese(line)
    )


def _has_sign(line: str) -> bool:
    """Return whether a line has a sign of code, in prose other than that two things are compared.

    >>> _has_sign("需要numpy>=1.24,再执行一次."), _has_sign("numpy>=1.24, scipy>=1.1")
    (False, True)
    """
    if _HAS.search(line) is None:
        return False
    return _CLAUSES.match(line) is None or _HAS.search(_COMPARED.sub(" ", line)) is not None


def _quotes_chinese(line: str) -> bool:
    """Return whether all that is not ASCII stands in straight quotes, and the rest is code.

    >>> _quotes_chinese("where b.type in ('登录','登出')"), _quotes_chinese('Tom: "你好,我来了."')
    (True, False)
    """
    return (
        ('"' in line or "'" in line)
        and _ONLY_QUOTED.match(line) is not None
        and _CODE_AROUND.search(_QUOTED.sub("", line)) is not None
    )


def has_code_sign(line: str) -> bool:
    """Return whether a line in ASCII has a sign that lines of code have."""
    return line.isascii() and (
        _CODE_SIGN.search(line) is not None or _CODE_WORD.match(line) is not None
    )
