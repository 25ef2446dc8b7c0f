"""The line that gives the method and the path of an operation, in the ways that people write it."""

import json

from model import Field
from responses import sample_text, value_of

# Where each way shows a URL, on which query parameters may stand.
METHOD_LOCATIONS = {name: "url" for name in (
    "code line", "code in prose", "heading bracket", "http fence", "fence", "indented", "method table", "property table",
    "bold", "bold verb", "label", "two labels", "bullets", "plain")}
METHOD_LOCATIONS.update({name: "" for name in (
    "heading", "heading code", "heading dash", "front matter", "front matter url", "http message", "curl")})


def spelled(site, part):
    if isinstance(part, str): return part
    return {"{x}": "{%s}", ":x": ":%s", "<x>": "<%s>"}[site["path parameter"]] % part.name


def shown_path(site, op, filled=False):
    text = "".join("/" + (str(p.sample) if filled and isinstance(p, Field) else spelled(site, p)) for p in op.path)
    if site["url"] == "full" or filled: text = site.host + "/v1" + text
    if site["query in path"] == "names" and op.query and not filled and METHOD_LOCATIONS[site["request"]]:
        text += "?" + "&".join(f"{f.name}={spelled(site, f) if site.code_cells else ''}" for f in op.query)
    return text


def call_path(site, op):
    return "".join("/" + spelled(site, p) for p in op.path)


def curl(site, op, filled=False):
    lines = [f"curl -X {op.method} {shown_path(site, op, filled) if filled or site['url'] == 'full' else site.host + '/v1' + call_path(site, op)}"]
    if "<" in lines[0]: lines[0] = lines[0].replace("https", "'https") + "'"
    lines.append('-H "Authorization: Bearer TOKEN"')
    if op.body:
        lines.append('-H "Content-Type: application/json"')
        lines.append("-d '" + json.dumps(value_of(op.body), indent=site.indent) + "'")
    return " \\\n  ".join(lines)


def http_message(site, op):
    head = [f"{op.method} /v1{call_path(site, op)} HTTP/1.1", "Host: " + site.host[8:], "Authorization: Bearer TOKEN"]
    if op.body: head += ["Content-Type: application/json", "", sample_text(site, value_of(op.body))]
    return "\n".join(head)


def request_nodes(site, op, front):
    """The title as it is shown, and the nodes that say method and path."""
    method, path, title, form = op.method, shown_path(site, op), op.title, site["request"]
    line = f"{method} {path}"
    cell = (lambda text: f"`{text}`") if site.code_cells or "<" in path or "&" in path else (lambda text: text)
    if form == "heading": return line, []
    if form == "heading code": return f"`{line}`", []
    if form == "heading bracket": return f"{title} [{line}]", []
    if form == "heading dash": return (f"{line} - {title}" if site.code_names else f"{title} - {cell(line)}"), []
    if form == "front matter":
        front.update({"title": title, "method": method.lower(), "path": path} if site.code_names else {"title": path, "type": method.lower()})
        return title, []
    if form == "front matter url":
        front.update({"title": title, "method": method, "endpoint": path} if site.code_names else {"title": title, "endpoint": line})
        return title, []
    return title, nodes_of(site, op, form, method, path, line, cell)


def nodes_of(site, op, form, method, path, line, cell):
    if form == "code line": return [("p", f"`{line}`")]
    if form == "code in prose": return [("p", (f"Send a `{method}` request to `{path}`." if site.italic_types else f"To do so, call `{line}`."))]
    if form == "http fence": return [("code", "http", line)]
    if form == "fence": return [("code", "", line)]
    if form == "indented": return [("code", "indented", line)]
    if form == "method table":
        return [("table", [site.column("method"), site.column("path")], [[cell(method), cell(path)]])]
    if form == "property table":
        return [("table", ["Property", "Value"] if site.italic_types else [" ", " "],
                 [[site.bold(site.column("method")), cell(method)], [site.bold(site.column("path")), cell(path)]])]
    if form == "http message": return site.section("call") + [("code", "http", http_message(site, op))]
    if form == "curl": return site.section("call") + [("code", "bash", curl(site, op))]
    if form == "bold": return [("p", f"**{line}**")]
    if form == "bold verb": return [("p", f"**{method}** " + (f"`{path}`" if site.code_cells or "<" in path or "&" in path else path))]
    if form == "plain": return [("p", line)]
    if form == "label":
        word = site.column("path") if site.held else "Endpoint"
        return [("p", f"**{word}:** `{line}`" if site.code_names else f"{word}: `{line}`")]
    url = "URL" if not site.held else site.column("path")
    if form == "two labels":
        lines = [f"**{url}:** {cell(path)}", f"**{site.column('method')}:** {cell(method)}"]
        return [("p", "\n".join(lines))] if site.code_names else [("p", text) for text in lines]
    return [("ul", [(f"**{url}:** {cell(path)}", []), (f"**{site.column('method')}:** {cell(method)}", [])])]
