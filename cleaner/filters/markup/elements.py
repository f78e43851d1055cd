"""Names of HTML elements by what they do to the text around them (HTML Living Standard)."""

from __future__ import annotations


def names_in(names: str) -> frozenset[str]:
    """Return the names in a string, between white space."""
    return frozenset(names.split())


BLOCK = names_in(
    "address article aside blockquote body br button caption center dd details dialog dir div dl dt"
    " fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr"
    " html legend li main menu nav ol optgroup option p pre section select summary table tbody"
    " textarea tfoot thead title tr ul"
)
"""Elements before and after which a line breaks."""

PART = names_in(
    "aside center dd details div dl fieldset footer form header li menu nav ol p section span table"
    " td tr ul"
)
"""Elements that may be a part of the frame of a page, or a list of links."""

CELL = frozenset(("td", "th"))
"""Elements that a tab keeps apart."""

DROPPED = names_in(
    "applet audio canvas datalist iframe noframes noscript object rp rt rtc script style svg"
    " template video"
)
"""Elements whose content is not text of the page."""

RAW = frozenset(("script", "style"))
"""Elements whose content is no markup: nothing in it is a tag but their own end."""

VOID = names_in(
    "area base basefont bgsound br col embed hr img input link meta param source track wbr"
)
"""Elements that have no content and no end tag."""

INLINE = names_in(
    "a abbr acronym b bdi bdo big blink cite code data del dfn em font i ins kbd label map mark"
    " marquee meter nobr output picture progress q rb ruby s samp small span strike strong sub sup"
    " time tt u var"
)

DRAWING = names_in("circle defs ellipse g line path polygon polyline rect symbol use")
"""Elements of what stands within ``svg``."""

KNOWN = DRAWING | BLOCK | CELL | DROPPED | VOID | INLINE | {"colgroup"}
