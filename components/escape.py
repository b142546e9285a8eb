"""Article text made safe for each place that it lands in: HTML, scripts, Markdown, plotly's labels.

The text is never trusted: it may hold markup, template literals, mathematics, direction marks. Each function
returns text that shows the original, character for character, and is executed, loaded or interpreted by nothing.
"""

from __future__ import annotations

import html
import json
import re
from typing import Any

_TEMPLATE_SIGNS = {ord(c): f"&#{ord(c)};" for c in "`\\${}"}
_SCRIPT_SIGNS = {ord(c): f"\\u{ord(c):04x}" for c in "<>&'`$_{}"}
_JSON_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_MARKDOWN_SIGNS = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~$:^=@&\"'/])")
_SPACE = re.compile(r"\s+")


def visible(text: str) -> str:
    """The text without control characters and marks that turn the direction of what stands beside it."""
    return _UNSEEN.sub("", text)


def shortened(text: str, limit: int) -> str:
    """One line of at most `limit` characters, cut after a word where one ends near; an ellipsis shows the cut."""
    line = _SPACE.sub(" ", visible(text)).strip()
    if len(line) <= limit:
        return line
    kept = line[: limit - 1]
    space = kept.rfind(" ")
    return (kept[:space] if space > limit * 0.8 else kept).rstrip() + "…"


def for_html(text: str) -> str:
    """Text for HTML, between tags or in a quoted attribute; also where the HTML itself lands in a script's string.

    Beyond `html.escape`, the signs that end or fill a template literal become numeric entities.
    """
    return html.escape(visible(text), quote=True).translate(_TEMPLATE_SIGNS)


def for_script(data: Any) -> str:
    """Data as a JavaScript literal (JSON) that no HTML parser, template or template literal can take apart.

    folium reads each script that it renders as a Jinja template again: a text with "{{" in it would be executed on
    the server, so that braces within strings are written as escapes too. Raises TypeError or ValueError when `data`
    is not plain JSON data.
    """
    literal = json.dumps(data, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return _JSON_STRING.sub(lambda string: string[0].translate(_SCRIPT_SIGNS), literal)


def for_markdown(text: str) -> str:
    """Text for Streamlit's Markdown: no images, mathematics, icons, colours, headings or named links come of it.

    A bare web address still becomes a link in `st.markdown`, though not in the labels of widgets.
    """
    return _MARKDOWN_SIGNS.sub(lambda sign: f"&#{ord(sign[1])};", _SPACE.sub(" ", visible(text)))


def for_plotly(text: str, width: int | None = None, lines: int = 6) -> str:
    """Text for plotly's labels and hover boxes, which read a subset of HTML and `%{…}` templates.

    With `width`, the text is broken into lines of about as many characters, and cut after `lines` of them.
    """
    if width is None:
        return _plotly_signs(_SPACE.sub(" ", visible(text)))
    return "<br>".join(_plotly_signs(line) for line in _wrapped(shortened(text, width * lines), width))


def _plotly_signs(text: str) -> str:
    return html.escape(text, quote=False).translate({ord(c): f"&#{ord(c)};" for c in "${}%"})


def _wrapped(text: str, width: int) -> list[str]:
    lines = [""]
    for word in text.split(" "):
        for piece in (word[i : i + width] for i in range(0, len(word), width)):
            if lines[-1] and len(lines[-1]) + 1 + len(piece) > width:
                lines.append("")
            lines[-1] = f"{lines[-1]} {piece}".strip()
    return lines
