"""Names of HTML elements by what they do to the text around them (HTML Living Standard)."""

from __future__ import annotations


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


BLOCK = _names(
    "address article aside blockquote body br button caption center dd details dialog dir div dl dt"
    " fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr"
    " html legend li main menu nav ol optgroup option p pre section select summary table tbody"
    " textarea tfoot thead title tr ul"
)
"""Elements before and after which a line breaks."""

CELL = frozenset(("td", "th"))
"""Elements that a tab keeps apart."""

DROPPED = _names(
    "applet audio canvas datalist iframe noframes noscript object rp rt rtc script style svg"
    " template video"
)
"""Elements whose content is not text of the page."""

RAW = frozenset(("script", "style"))
"""Elements whose content is no markup: nothing in it is a tag but their own end."""

VOID = _names(
    "area base basefont bgsound br col embed hr img input link meta param source track wbr"
)
"""Elements that have no content and no end tag."""

INLINE = _names(
    "a abbr acronym b bdi bdo big blink cite code data del dfn em font i ins kbd label map mark"
    " marquee meter nobr output picture progress q rb ruby s samp small span strike strong sub sup"
    " time tt u var"
)

DRAWING = _names("circle defs ellipse g line path polygon polyline rect symbol use")
"""Elements of what stands within ``svg``."""

KNOWN = DRAWING | BLOCK | CELL | DROPPED | VOID | INLINE | {"colgroup"}
