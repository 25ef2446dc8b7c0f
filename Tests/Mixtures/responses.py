"""What is answered: samples, lists, links to objects, and status codes in the ways people write them."""

import json

from dialects import slug
from lists import field_list, plain_type, stated
from model import ERROR, Field
from words import STATUS_WORDS


def value_of(fields, is_list=False):
    value = {f.name: (value_of(f.fields, f.type == "array") if f.fields else f.sample) for f in fields}
    return [value] if is_list else value


def sample_text(site, value):
    """A sample as JSON, with the faults that samples have."""
    text = json.dumps(value, indent=site.indent)
    lines, fault = text.split("\n"), site["sample fault"]
    if fault == "comment" and len(lines) > 2 and lines[1].strip().startswith('"') and lines[1].endswith(","):
        lines[1] += " // as it was given"
    if fault == "trailing comma" and len(lines) > 2 and lines[-2].strip()[-1] not in "{[,": lines[-2] += ","
    if fault == "elision":
        # A list goes on as it began.
        for n in range(len(lines) - 1, 0, -1):
            if lines[n].strip() in ("]", "],") and lines[n - 1].strip() == "}":
                lines.insert(n, lines[n - 1].replace("}", "..."))
                lines[n - 1] += ","
                break
    return "\n".join(lines)


def sample_nodes(site, fields, is_list=False, head=None):
    text = sample_text(site, value_of(fields, is_list)) if fields else ""
    if head: text = head + ("\n\n" + text if text else "")
    lang = "http" if head and site.code_cells else "json"
    return [("code", "" if site["sample"] == "fence" else lang, text)]


def wrapped(site, op):
    """The fields at the root of an answer, and whether its root is a list."""
    status, _, fields, is_list = op.success
    if fields is None or site["wrap"] == "bare": return fields, is_list
    if not is_list: return fields, False
    inner = Field("data" if site["wrap"] == "data" else op.path[-1], "array", f"The {op.path[-1]}", items="object", fields=fields)
    return [inner, Field("total", "integer", f"How many {op.path[-1]} there are", 58)], False


def type_of(value):
    return {bool: "boolean", int: "integer", float: "number", str: "string"}.get(type(value))


def say_value(site, op, place, path, fields, is_list, enum=False):
    """What a sample shows: names, and types where a value is not null."""
    if is_list: site.say(op, place, path + "[]", {"type": "object"}); path += "[]."
    for field in fields:
        if field.fields:
            many = field.type == "array"
            site.say(op, place, path + field.name, {"type": field.type})
            if many: say_value(site, op, place, path + field.name, field.fields, True)
            else: say_value(site, op, place, path + field.name + ".", field.fields, False)
        elif field.type == "array":
            site.say(op, place, path + field.name, {"type": "array"})
            site.say(op, place, path + field.name + "[]", {"type": type_of(field.sample[0])})
        else:
            site.say(op, place, path + field.name, {"type": type_of(field.sample), "nullable": True if field.sample is None else None}, field)


def response_nodes(site, op):
    form, (status, meaning, _, _) = site["status"], op.success
    if form != "none":
        for code in [status] + [e[0] for e in op.errors if states_errors(site)]: site.say(op, "", str(code))
    nodes = []
    if form == "prose" and not site.code_cells: nodes += site.section("response") + prose(site, op)
    if form == "heading": return nodes + headed(site, op)
    nodes += success(site, op)
    if form in ("table", "bullets"): nodes += statuses(site, op)
    elif form in ("sample line", "quote", "label") and site["error sample"] == "yes":
        for code, text in op.errors: nodes += announced(site, code, error=True) + error_sample(site, op, code)
    return nodes


def states_errors(site):
    return site["status"] in ("table", "bullets", "heading", "prose") or site["error sample"] == "yes"


def line(code): return f"{code} {STATUS_WORDS[code]}"


def announced(site, code, error=False):
    """What stands right before the sample of a status."""
    form = site["status"]
    if form == "quote": return [("quote", f"{code} Response")]
    if form == "label":
        word = ("Error response" if error else "Success response") if site.italic_types else site.heading("response")
        return site.label(f"{word} ({line(code)})" if site.code_names else f"{word} {code}")
    if form == "sample line" and error: return site.label("Error response" if not site.held else "On failure")
    return []


def prose(site, op):
    status, _, fields, _ = op.success
    first = f"Returns `{line(status)}`" + (f" with the {op.resource.one if not op.success[3] else op.path[-1]}." if fields else " and no content.")
    rest = "".join(f" If {text[0].lower() + text[1:-1]}, the response is `{line(code)}`." if not text.startswith("No ") else
                   f" Answers `{line(code)}` when there is no such {op.resource.one}." for code, text in op.errors)
    return [("p", first + rest)]


def statuses(site, op):
    rows = [(op.success[0], op.success[1])] + op.errors
    head = site.section("statuses")
    if site["status"] == "table":
        shown = (lambda c: f"`{c}`") if site.code_cells else (lambda c: line(c)) if site.italic_types else str
        return head + [("table", [site.column("status"), site.column("meaning")], [[shown(c), t] for c, t in rows])]
    shown = [(f"`{c}` – {t}" if site.code_names else f"**{c} {STATUS_WORDS[c]}**: {t}" if site.code_cells else f"{line(c)} - {t}") for c, t in rows]
    return head + [("ul", [(text, []) for text in shown])]


def headed(site, op):
    form = ["{} {}".format, "{}: {}".format, "Response {}".format, "`{} {}`".format][site.order_number]
    nodes = []
    level = site.level + 1 if site.code_cells or site["section"] != "heading" else site.level + 2
    if level == site.level + 2: nodes.append(("h", site.level + 1, site.heading("statuses")))
    for code, text in [op.success[:2]] + op.errors:
        nodes += [("h", level, form(code, STATUS_WORDS[code])), ("p", text)]
        if code < 300: nodes += body(site, op, labelled=False)
        elif site["error sample"] == "yes": nodes += error_sample(site, op, code)
    return nodes


def error_sample(site, op, code):
    say_value(site, op, str(code), "", ERROR, False)
    head = f"HTTP/1.1 {line(code)}\nContent-Type: application/json" if site["status"] == "sample line" else None
    return sample_nodes(site, ERROR, head=head)


def success(site, op):
    if op.success[2] is None:
        if site["status"] == "sample line": return site.section("response sample") + sample_nodes(site, None, head=f"HTTP/1.1 {line(op.success[0])}")
        if site["status"] in ("quote", "label"): return announced(site, op.success[0]) + ([("p", "The response has no body.")] if site["status"] == "label" else [])
        return []
    return body(site, op, labelled=True)


def body(site, op, labelled):
    """The body of the good answer, by whatever shows it."""
    if op.success[2] is None: return []
    fields, is_list = wrapped(site, op)
    status = op.success[0]
    place = str(status) if site["status"] != "none" else "ok"
    mode = site["response body"]
    if mode == "object" and op.kind == "part": mode = "sample"
    nodes = []

    def say(name, facts, field): site.say(op, place, name, {**facts, "required": None, "listed": 1}, field)

    if mode in ("list", "both"):
        nodes += response_head(site, status, mode) if labelled else []
        if is_list: nodes.append(("p", "An array of objects with these fields:"))
        if is_list: site.say(op, place, "[]", {"type": "object"})
        nodes += field_list(site, fields, "response", say, "[]." if is_list else "", site.label, site.place("response"))
    if mode == "object":
        nodes += linked(site, op, fields, is_list, say, labelled)
    if mode in ("sample", "both") or (mode == "object" and fields is not op.success[2]):
        say_value(site, op, place, "", fields, is_list)
        head = f"HTTP/1.1 {line(status)}\nContent-Type: application/json" if site["status"] == "sample line" else None
        ahead = announced(site, status) or (site.section("response sample") if labelled else site.label("Example") if mode == "both" else [])
        nodes += ahead + sample_nodes(site, fields, is_list, head)
    elif site["status"] == "sample line": nodes += [("p", f"Status: `{line(status)}`")]
    return nodes


def linked(site, op, fields, is_list, say, labelled):
    """A sentence that names the object, whose fields stand in a section of its own."""
    name = site.object_name(op.resource)
    target = slug(name) + {"html": ".html", "rst": ".rst"}.get(site["dialect"], ".md")
    if site["layout"] != "page an operation": target = "#" + slug(name)
    inner = op.success[2]
    before = "[]." if is_list else fields[0].name + "[]." if fields is not inner else ""
    what = f"a list of [{op.resource.object_name} objects]({target})" if op.success[3] else f"a [{op.resource.object_name} object]({target})"
    if what.startswith("a [") and op.resource.one[0] in "aeio": what = "an" + what[1:]
    if is_list: site.say(op, place_of(site, op), "[]", {"type": "object"})
    def walk(fields, path):
        for field in fields:
            facts = stated(site, fields, field, "object")
            say(path + field.name, facts, field)
            if field.type == "array" and facts["type"]: say(path + field.name + "[]", {"type": plain_type(field.items)}, field)
            if field.fields: walk(field.fields, path + field.name + ("[]." if field.type == "array" else "."))
    walk(inner, before)
    return (response_head(site, op.success[0], "object") if labelled else []) + [("p", f"Returns {what}.")]


def response_head(site, status, mode):
    """The label of what is returned; it names the status where a sample does not."""
    if site["status"] == "label" and mode != "both": return announced(site, status)
    if site["status"] == "quote" and mode != "both": return site.section("response") + announced(site, status)
    return site.list_head("response")


def place_of(site, op): return str(op.success[0]) if site["status"] != "none" else "ok"
