"""What looks like punctuation and is none: in faces, code, links of a wiki, marks spoken of.

Faces are made of signs: ``(｡•́︿•̀｡)``, ``_(:з」∠)_``.
"""

from __future__ import annotations

from cleaner.filters.repair.scripts import quoted_misreadings
from cleaner.patterns import ASCII, lazy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

# What eyes and mouths are made of, and little else between brackets.
_EYES = "⊙ω▽□〃≧≦ε╯╰∀◕‿﹏￣◎°•ಠД╥♥ʘʖ๑ᴗ˘˃˂⌒σ≖╬ꈍᵔᵕ︿︶︵"
# Anything else that is neither Chinese, a number nor a word goes with them, and letters that are
# round or pointed. Segmentation sets signs apart, hence the length.
_PARTS = r"oOTQuvVxXdbpqmwзДノヽつづっツシ_\W"
_FACE = lazy(
    rf"[(（](?![0-9A-NP-Z\u3400-\u9fff])(?:(?=[^()（）\n]{{0,16}}[{_EYES}])(?:(?![()（），。；！？\n])[{_PARTS}{_EYES}]){{1,32}}"
    r"| ?: ?з ?[」」] ?∠ ?)[)）]"
    r"|[(（] ?(?P<eye>[\^TtOo=;-]) ?[_.owx3-] ?(?P=eye) ?;? ?[)）]"
)
# (╯°□°)╯︵ ┻━┻ and o(︶︿︶)o, with or without brackets.
_SIGNS = lazy("[╯╰┻ω▽°◕]|([︵︶]) ?[^ \u2e80-\u9fff] ?\\1")
# :tada: and :wq, a command of an editor; some of these are nothing else.
_SHORTCODE = lazy(
    r"(?<=\s):[a-z][a-z0-9_+-]{1,30}:(?=\s|\Z)"
    r"|(?<=[ ，、]):[a-z%!][\w!%$]{0,16}(?=[ ，。、；/]|\Z)"
    r"|:(?:wqa?!?|wa?!|qa?!|x!|(?<=[ ，、]:)qa?|(?<=[里裡中用]:)[wq])(?![\w!?:])|:%s/[^\s/]*+/",
    ASCII,
)
_COMMANDS = lazy("[ ，、]:|:[wqx%]")
# A mark that is spoken of: 用“,”分隔.
_QUOTED = lazy("(?<=[“‘「『])[,!?:;.]{1,6}(?=[”’」』])")
# Or is an operator of C, alone or between what it chooses from: 条件 ? 值1 : 值2.
_TERNARY = lazy(r"(?<=[是用为為符])\?:(?=[，。、；,”」]|\Z)")
_CHOICE = lazy(
    "(?:条件|條件|表[达達]式) ?[0-9]? ?\\? ?[^\\s?:，。；？：]{1,12} ?: ?[^\\s?:，。；？：]"
)
# Or is a sign whose meaning follows, as that of another does: ?表示0次或1次，*表示任意次.
_MEANS = "(?:表示|代表|匹配|[后後前]面?[是的跟接])"
MEANT_BY_SIGN = lazy(f"[!?]{{1,2}}(?={_MEANS}[^。！？\n])")
_SIGN_EXPLAINED = lazy(rf"(?:[*+.^$|%#&\\\]}}]|[，、；。](?:!{{1,2}}|[?]{{2}})){_MEANS}")
# Or is used, written or listed: 用?作占位符, 写作Int?, 三种：?、? extends T, 以;开头.
_USING = "(?:(?<=^用.)|(?<=[，。；：、 !-~可要请請中里裡以是能会會]用.))"
_USED = lazy(
    f"[!?]{_USING}[!?]?[.:]?(?=[作做来來连連占判给給代替表])"
    "|[写寫记記][作成为為][A-Za-z_][A-Za-z0-9_]{0,30}[!?]"
    "|\\?(?:(?<=[：、].)(?=、| [a-z])|(?<=[*] .)(?=表示)|(?<=[，；].)(?=→))"
    "|!(?<=[，、；。].)!?(?=[a-z])"
)
# Or stands where no mark can end anything, in a line about signs: 里;后面是注释, ，!分隔工作表名.
_MENTIONED = lazy(
    "[!?:;](?:(?<=[，。；：、（].)[!?]?(?=[\u3400-\u9fff])|(?=、)|(?<=、[!?:;])(?=[，。])"
    "|(?<=[里裡中用是和或把][!?;])[!?]?(?=[后後前分表开開结結最连連]|是(?!否))"
    "|(?<=和[!?;])(?=[：，。])|(?<=[用里裡中][!?])(?=[a-z])"
    "|(?<=[里裡中用，][!?])[?]?[.:=](?!\\.)"
    "|(?<=[a-z以或和][!?])(?=[和或、，。])|(?<=[*+}]\\?)"
    "|(?:(?<=^[!?:])|(?<=和[!?:]))[:!=]?(?=[和或与與都、]))"
)
_ABOUT_SIGNS = lazy(
    "[运運操通占元保][算作配位字留]字?符|[注註][释釋]|[转轉][义義]|[赋賦]值|分隔|[记記][谱譜]|字[符元]|正则|正則|匹配|捕[获獲]|[断斷]言"
)
_SIGN_MENTIONED = lazy(r"[，。；：、（](?:!{1,2}|[$%^|/\\<>&]{1,3})\??(?=[\u3400-\u9fff])")
_PARTING = lazy(
    f"[!?,:;.](?:{_USING}|(?<=[或和与與、由].)|(?<=(?<![可所难難足得])以.))"
    "(?=[开開][头頭]|[结結]尾|分隔|隔[开開]|分割)"
)
# Code, links of a wiki, and calls: IF(A1>60,"及格","不及格").
_VALUE = r"""(?:[ ]?"[^"\n]*+"|[^"'(),，。\n]*+)"""
_CODE = lazy(
    r"`[^`\n]+`|\[\[[^\[\]\n]{1,300}\]\]"
    rf"""|(?<=[A-Za-z0-9_])\((?=[^()\n]*"){_VALUE}(?:,{_VALUE})++\)"""
    r"|=[A-Z]{2,12}\([^()\n，。]{0,200}+\)"
    r"|[_.][A-Za-z0-9_]{1,30}\((?=[^()\n]*, )[^()\n，。]{0,80}\)"  # a method with values
    r"|\(\?(?:[:!=]|<[=!]|P?<[A-Za-z_]{1,20}>|[aimsux]{1,5}(?=[):]))[^()\n]{0,40}\)"  # a group
)


def faces(line: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of the faces in brackets of ``line``."""
    if "(" in line or "（" in line:
        for match in _FACE.finditer(line):
            yield match.span()


def has_face(line: str) -> bool:
    """Return whether ``line`` has a face, in brackets or without."""
    return _SIGNS.search(line) is not None or next(faces(line), None) is not None


def quoted_marks(line: str) -> list[tuple[int, int]]:
    """Return the spans of the marks that ``line`` speaks of."""
    found = []
    if "?" in line or "!" in line:
        found += [match.span() for match in _USED.finditer(line)]
    if "隔" in line or "头" in line or "尾" in line or "割" in line or "頭" in line:
        found += [match.span() for match in _PARTING.finditer(line)]
    if "!" in line and "?" in line:
        found += _mentioned(line)
    if "“" not in line and "「" not in line:
        return found
    found += [match.span() for match in _QUOTED.finditer(line)]
    return found + quoted_misreadings(line)


def _mentioned(line: str) -> list[tuple[int, int]]:
    found = [match.span() for match in _MENTIONED.finditer(line)]
    if found and (_ABOUT_SIGNS.search(line) is not None or explains_signs(line)):
        return found
    return []


def explains_signs(line: str) -> bool:
    """Return whether ``line`` says what a sign stands for: *表示任意多个字符, !!妙着."""
    return _SIGN_EXPLAINED.search(line) is not None or _SIGN_MENTIONED.search(line) is not None


def literals(line: str) -> list[tuple[int, int]]:
    """Return the spans of ``line`` whose marks are none, in order."""
    found = [*faces(line), *quoted_marks(line)]
    if "?:" in line:
        found += [match.span() for match in _TERNARY.finditer(line)]
    found += _mentioned(line)
    if ("?" in line or "!" in line) and explains_signs(line):
        found += [match.span() for match in MEANT_BY_SIGN.finditer(line)]
    if "?" in line and ":" in line:
        found += [match.span() for match in _CHOICE.finditer(line)]
    if ":" in line and _COMMANDS.search(line) is not None:
        found += [match.span() for match in _SHORTCODE.finditer(line)]
    if (
        "`" in line
        or "[[" in line
        or ("(" in line and ('"' in line or "=" in line or ", " in line or "(?" in line))
    ):
        found += [match.span() for match in _CODE.finditer(line)]
    return sorted(found) if len(found) > 1 else found
