"""The nodes of a page as Markdown, HTML and reStructuredText.

Nodes are tuples: ("h", level, text), ("p", text), ("code", lang, text), ("table", header, rows), ("html table", …),
("ul", [(text, [items])]), ("dl", [(term, text)]), ("quote", text), ("rule",), ("note", text), ("comment", text),
("anchor", id), ("attributes", text). Text is inline Markdown, without what only one dialect knows.
"""

import html
import re

def markup(text):
    """Inline Markdown as HTML."""
    parts = re.split(r"(`[^`]*`)", text)
    out = []
    for part in parts:
        if part.startswith("`") and len(part) > 1:
            out.append(f"<code>{html.escape(part[1:-1], quote=False)}</code>")
            continue
        part = re.sub(r"&(?!nbsp;)", "&amp;", part).replace("\\*", "*").replace("\\|", "|").replace("\\_", "_")
        part = re.sub(r"<(?!br>)", "&lt;", part)
        part = re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", part)
        part = re.sub(r"(?<![\w*])\*([^*\s][^*]*?)\*", r"<em>\1</em>", part)
        out.append(re.sub(r"\[([^\]]+)\]\(([^)]*)\)", r'<a href="\2">\1</a>', part))
    text = "".join(out)
    text = re.sub(r"<strong>(<code>.*?</code>)\*\*", r"<strong>\1</strong>", text)
    return re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", text)


def markdown(site, nodes):
    out = []
    for node in nodes:
        kind, text = node[0], node[-1]
        if kind == "h": out.append("#" * node[1] + " " + text)
        elif kind == "p": out.append(text.replace("\n", "  \n"))
        elif kind == "code": out.append(code(site, node[1], text))
        elif kind == "table": out.append("\n".join(pipe(r) for r in [node[1], ["---"] * len(node[1])] + node[2]))
        elif kind == "html table": out.append(html_table(node[1], node[2]))
        elif kind == "ul": out.append("\n".join(markdown_bullets(node[1], site.bullet)))
        elif kind == "dl": out.append("\n\n".join(f"{term}\n: {text}" for term, text in node[1]))
        elif kind == "quote": out.append("> " + text)
        elif kind == "rule": out.append("---")
        elif kind == "note": out.append(markdown_note(site, text))
        elif kind == "comment": out.append(f"<!-- {text} -->")
        elif kind == "anchor": out.append(f'<a id="{text}"></a>')
        elif kind == "attributes": out[-1] += "\n{: " + text + "}"
    return "\n\n".join(out) + "\n"


def markdown_note(site, text):
    if site["dialect"] == "mdx": return f"<Note>\n{text}\n</Note>"
    if site["dialect"] == "front matter": return f":::note\n{text}\n:::" if site.code_names else "{{% notice %}}\n" + text + "\n{{% /notice %}}"
    return f"> **Note:** {text}"


def code(site, lang, text):
    if site["sample"] == "indented" or lang == "indented": return "\n".join("    " + line if line else "" for line in text.split("\n"))
    fence = "~~~" if site["sample"] == "tilde" else "```"
    return f"{fence}{lang}\n{text}\n{fence}"


def pipe(cells): return "| " + " | ".join(cells) + " |"


def markdown_bullets(items, mark, indent=""):
    for text, inner in items:
        yield f"{indent}{mark} {text}"
        yield from markdown_bullets(inner, mark, indent + "  ")


def html_page(site, nodes, title):
    return (f"<!DOCTYPE html>\n<html>\n<head><meta charset=\"utf-8\"><title>{html.escape(title)}</title></head>\n<body>\n"
            f"<main>\n{html_body(site, nodes)}</main>\n</body>\n</html>\n")


def html_body(site, nodes):
    out = []
    for node in nodes:
        kind, text = node[0], node[-1]
        if kind == "h": out.append(f'<h{node[1]} id="{slug(text)}">{markup(text)}</h{node[1]}>')
        elif kind == "p": out.append(f"<p>{markup(text)}</p>".replace("\n", "<br>\n"))
        elif kind == "code":
            lang = f' class="language-{node[1]}"' if node[1] and node[1] != "indented" else ""
            out.append(f"<pre><code{lang}>{html.escape(text, quote=False)}</code></pre>")
        elif kind in ("table", "html table"): out.append(html_table(node[1], node[2]))
        elif kind == "ul": out.append(html_bullets(node[1]))
        elif kind == "dl": out.append("<dl>\n" + "".join(f"<dt>{markup(a)}</dt>\n<dd>{markup(b)}</dd>\n" for a, b in node[1]) + "</dl>")
        elif kind == "quote": out.append(f"<blockquote><p>{markup(text)}</p></blockquote>")
        elif kind == "rule": out.append("<hr>")
        elif kind == "note": out.append(f'<div class="note"><p>{markup(text)}</p></div>')
        elif kind == "comment": out.append(f"<!-- {text} -->")
        elif kind == "anchor": out.append(f'<a name="{text}"></a>')
    return "\n".join(out) + "\n"


def html_bullets(items):
    return "<ul>\n" + "".join(f"<li>{markup(t)}{html_bullets(i) if i else ''}</li>\n" for t, i in items) + "</ul>"


def html_table(header, rows):
    head = "".join(f"<th>{markup(c)}</th>" for c in header)
    body = "".join("<tr>" + "".join(f"<td>{markup(c)}</td>" for c in row) + "</tr>\n" for row in rows)
    return f"<table>\n<thead><tr>{head}</tr></thead>\n<tbody>\n{body}</tbody>\n</table>"


def slug(text): return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


RST_LINES = "=-~^\"'"


def rst_text(text):
    text = text.replace("\\*", "*").replace("\\|", "|").replace("<br>", " ")
    text = re.sub(r"\*\*(`[^`]*`)\*\*", r"\1", text)
    # Inline markup does not nest.
    text = re.sub(r"\*\*([^*]+)\*\*", lambda m: f"**{m[1].replace('`', '')}**", text)
    text = re.sub(r"`([^`]*)`(\w?)", lambda m: f"``{m[1]}``" + ("\\ " + m[2] if m[2] else ""), text)
    text = re.sub(r"(?<=`)(?=\*)", "\\\\ \\\\", text)
    text = re.sub(r"\[([^\]]+)\]\(#([^)]*)\)", r":ref:`\1 <\2>`", text)
    return re.sub(r"\[([^\]]+)\]\(([^)]*)\.rst\)", r":doc:`\1 <\2>`", text)


def rst(site, nodes):
    out = []
    for node in nodes:
        kind, text = node[0], node[-1]
        if kind == "h":
            title = rst_text(text)
            out.append(title + "\n" + RST_LINES[node[1] - 1] * len(title))
        elif kind == "p": out.append(rst_paragraph(text))
        elif kind == "code":
            lang = node[1] if node[1] not in ("", "indented") else None
            head = f".. code-block:: {lang}" if lang else "::"
            out.append(head + "\n\n" + "\n".join("    " + line if line else "" for line in text.split("\n")))
        elif kind in ("table", "html table"): out.append(list_table(node[1], node[2]))
        elif kind == "ul": out.append("\n".join(rst_bullets(node[1])))
        elif kind == "dl": out.append("\n".join(f"{rst_text(a)}\n    {rst_text(b)}" for a, b in node[1]))
        elif kind == "quote": out.append("    " + rst_text(text))
        elif kind == "note": out.append(f".. note::\n\n   {rst_text(text)}")
        elif kind == "anchor": out.append(f".. _{text}:")
        elif kind == "rule": out.append("----")
    return "\n\n".join(out) + "\n"


def rst_paragraph(text):
    lines = [rst_text(line) for line in text.split("\n")]
    # A name and what it means: a term and its definition.
    if len(lines) == 2 and not text.split("\n")[1].startswith("**"): return lines[0] + "\n    " + lines[1]
    return lines[0] if len(lines) == 1 else "\n".join("| " + line for line in lines)


def rst_bullets(items, indent=""):
    for text, inner in items:
        yield f"{indent}* {rst_text(text)}"
        if inner:
            yield ""
            yield from rst_bullets(inner, indent + "  ")
            yield ""


def list_table(header, rows):
    lines = [".. list-table::", "   :header-rows: 1", ""]
    for row in [header] + rows:
        lines += [("   * - " if n == 0 else "     - ") + rst_text(cell) for n, cell in enumerate(row)]
    return "\n".join(line.rstrip() for line in lines)
