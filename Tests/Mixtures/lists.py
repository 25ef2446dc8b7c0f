"""Lists of fields in all the forms that people give them, and what a reader learns from each."""

import re

PARAMETERS = ("path", "query", "header", "mixed", "request")
TYPE_WORDS = {
    "plain": {"date-time": "string (date-time)", "uuid": "string (uuid)", "date": "string (date)"},
    "capital": {"string": "String", "integer": "Integer", "number": "Number", "boolean": "Boolean",
                "object": "Object", "date-time": "DateTime", "uuid": "UUID", "date": "Date"},
    "short": {"integer": "int", "number": "float", "boolean": "bool", "date-time": "datetime"},
}
ORDERS = [["name", "in", "type", "required", "default", "description"],
          ["name", "type", "required", "in", "description", "default"],
          ["name", "required", "in", "type", "description", "default"],
          ["name", "in", "description", "type", "required", "default"],
          ["name", "type", "default", "in", "description", "required"]]


def plain_type(type):
    return "string" if type in ("date-time", "uuid", "date", "string") else type


def type_words(site, field):
    words = TYPE_WORDS[site["type words"]]
    if field.type == "array":
        inner = words.get(field.items, field.items)
        many = inner + ("" if inner.endswith("s") else "s")
        form = site["array"] if field.items != "object" or site["array"] != "X[]" else "array of X"
        text = {"X[]": inner + "[]", "array of X": "array of " + many, "array[X]": f"array[{inner}]",
                "list of X": "list of " + many}[form]
        text = text.capitalize() if site["type words"] == "capital" and "of" in text else text
    else:
        text = words.get(field.type, field.type)
    if field.nullable:
        text = {"or null": text + " or null", "nullable": text + ", nullable", "?": "?" + text}.get(site["nullable"], text)
    return text


def literals(site, field): return [f"`{v}`" for v in field.enum]


def join(values, word): return ", ".join(values[:-1]) + f" {word} " + values[-1]


def enumeration(site, field, form):
    """The sentence that lists the values, in front of which the description stands."""
    values = literals(site, field)
    if form == "one of": return f" One of {join(values, 'or')}."
    if form == "possible values": return " Possible values: " + ", ".join(values) + "."
    if form == "allowed": return f" Allowed values are {join(values, 'and')}."
    if form == "can be": return f" Can be {join(values, 'or')}."
    if form == "quoted": return " One of " + ", ".join(f'"{v}"' for v in field.enum) + "."
    if form == "bare": return " One of: " + ", ".join(field.enum) + "."
    return ""


def text_of(site, field, kind, form):
    """The description with all that stands in words in it."""
    text = field.description
    if field.enum and site["enum"] == "parens": text += " (" + join(literals(site, field), "or") + ")"
    text += "."
    if field.enum: text += enumeration(site, field, form)
    if field.nullable:
        if site["nullable"] == "may be null": text += " May be `null`."
        if site["nullable"] == "nullable" and site["type"] == "nowhere": text += " Nullable."
    if field.default is not None:
        if site["default"] == "sentence": text += f" Defaults to `{field.default}`."
        if site["default"] == "parens": text = text[:-1] + f" (default: {field.default})."
    if kind in PARAMETERS:
        if site["required"] == "word" and field.required: text = site.bold("Required.") + " " + text
        if site["required"] == "optional" and not field.required: text = "Optional. " + text
    return text


def shown_name(site, field, prefix, kind):
    name = prefix + field.name
    if site.code_names: name = f"`{name}`"
    elif site["noise"] == "escapes": name = name.replace("_", "\\_")
    if kind in PARAMETERS:
        if site["required"] == "star" and field.required: name += "\\*" if site.code_names else " \\*"
        if site["required"] == "question mark" and not field.required:
            name = name[:-1] + "?`" if site.code_names else name + "?"
        if site["required"] == "parens" and field.required and site.in_table: name += " (required)"
    return name


def stated(site, fields, field, kind):
    """What a reader knows of a field from its list: type, required, nullable, values."""
    required = None
    if kind in PARAMETERS:
        required = field.required
        if site["required"] in ("optional", "question mark") and all(f.required for f in fields): required = None
    return {"type": plain_type(field.type) if site["type"] == "shown" else None, "required": required,
            "nullable": True if field.nullable and site["nullable"] != "sample" else None, "enum": field.enum}


def form_of_values(site):
    form = site["enum"]
    if form == "type cell" and site["list"] not in ("table", "html table"): return "one of"
    if form == "inner list" and site["list"] not in ("table", "html table", "bullet parens", "bullet bold", "bullet colon",
                                                     "bullet italic", "plain bullets"): return "possible values"
    return form


def flatten(site, fields, prefix="", path="", depth=0):
    """Rows of a list with the fields of objects among them: (field, what stands before its name, path, depth)."""
    nesting = site["nesting"]
    for field in fields:
        full = path + field.name
        yield field, prefix, full, depth
        if not field.fields or nesting == "own list": continue
        inner = full + ("[]" if field.type == "array" else "")
        ahead = {"dots": full + ".", "brackets": inner + ".", "arrows": "» " * (depth + 1), "indent": ""}[nesting]
        yield from flatten(site, field.fields, ahead, inner + ".", depth + 1)


def field_list(site, fields, kind, say, path="", label=None, place=None):
    """Nodes that list fields. `say(path, facts)` takes down what they state."""
    rows = list(flatten(site, fields))
    for field, _, full, _ in rows:
        facts = stated(site, fields, field, kind)
        say(path + full, facts, field)
        if field.type == "array" and facts["type"] and field.items: say(path + full + "[]", {"type": plain_type(field.items)}, field)
    nodes = write(site, rows, kind, place) if site["required"] != "split lists" or kind not in PARAMETERS else \
        split(site, rows, kind, place)
    nodes += value_tables(site, rows)
    if site["nesting"] == "own list":
        for field in fields:
            if not field.fields: continue
            inner = path + field.name + ("[]" if field.type == "array" else "")
            nodes += label(site.heading("inner" if field.type == "object" else "entry").format(field.name))
            nodes += field_list(site, field.fields, kind, say, inner + ".", label)
    return nodes


def split(site, rows, kind, place):
    nodes = []
    for words, wanted in (("Required parameters", True), ("Optional parameters", False)):
        part = [r for r in rows if top(rows, r).required == wanted]
        if part: nodes += site.label(words) + write(site, part, kind, place)
    return nodes


def top(rows, row):
    return next(r[0] for r in rows if r[2] == re.split(r"[.\[]", row[2])[0])


def value_tables(site, rows):
    if site["enum"] != "value table": return []
    nodes = []
    for field, _, _, _ in rows:
        if not field.enum: continue
        nodes += site.label(f"Values of `{field.name}`")
        nodes.append(("table", [site.column("value"), "Description"],
                      [[f"`{v}`", v.replace("_", " ").capitalize() + "."] for v in field.enum]))
    return nodes


def write(site, rows, kind, place):
    form = site["list"]
    site.in_table = form in ("table", "html table", "front matter list")
    if site.in_table: return table(site, rows, kind, place)
    if form == "definitions":
        return [("dl", [(shown_name(site, f, p, kind), qualified(site, f, kind, " ") + text_of(site, f, kind, form_of_values(site)))
                        for f, p, _, _ in rows])]
    if form == "bold paragraphs":
        return [("p", f"**{shown_name(site, f, p, kind)}** {qualified(site, f, kind, ' ')}".rstrip() + "\n"
                 + text_of(site, f, kind, form_of_values(site))) for f, p, _, _ in rows]
    if form == "heading a field": return keyed(site, rows, kind)
    return [("ul", bullets(site, rows, kind))]


def qualified(site, field, kind, end):
    """What stands in parentheses or in italics between the name and the text."""
    words = []
    if site["type"] == "shown": words.append(type_words(site, field))
    if kind in PARAMETERS and site["required"] == "parens" and field.required: words.append("required")
    if not words: return ""
    if site["list"] == "bullet italic" or site.italic_types: return f"*{', '.join(words)}*" + end
    return f"({', '.join(words)})" + end


def bullets(site, rows, kind):
    items, stack = [], []
    for field, prefix, _, depth in rows:
        name, text = shown_name(site, field, prefix, kind), text_of(site, field, kind, form_of_values(site))
        marks = qualified(site, field, kind, "")
        form = site["list"]
        if form == "bullet bold": line = f"**{prefix + field.name}**{name_marks(site, field, kind)} {marks} – {text}"
        elif form == "bullet colon": line = f"{name}{' ' + marks if marks else ''}: {text}"
        elif form == "bullet italic": line = f"{name} {marks} - {text}" if marks else f"{name} - {text}"
        elif form == "plain bullets": line = f"{name.strip('`')} {marks} - {text}"
        else: line = f"{name} {marks} {text}"
        line = " ".join(line.split(" ")).replace("  ", " ")
        item = (line, [])
        if field.enum and form_of_values(site) == "inner list": item[1].extend((v, []) for v in literals(site, field))
        if site["nesting"] == "indent" and depth: stack[depth - 1][1].append(item)
        else: items.append(item)
        stack[depth:] = [item]
    return items


def name_marks(site, field, kind):
    if kind in PARAMETERS and site["required"] == "star" and field.required: return " \\*"
    if kind in PARAMETERS and site["required"] == "question mark" and not field.required: return "?"
    return ""


def keyed(site, rows, kind):
    nodes = []
    for field, prefix, _, _ in rows:
        nodes.append(("h", site.level + 1 + (site["section"] == "heading"), f"`{prefix}{field.name}`"))
        lines = []
        if site["type"] == "shown": lines.append("**Type:** " + type_words(site, field))
        if kind in PARAMETERS and site["required"] in ("parens", "yes/no", "true/false", "star", "question mark"):
            lines.append("**Required:** " + ("yes" if field.required else "no"))
        lines.append("**Description:** " + text_of(site, field, kind, form_of_values(site)))
        nodes += [("p", line) for line in lines]
    return nodes


def table(site, rows, kind, place):
    columns = [c for c in site.order if c in ("name", "description") or shows(site, rows, kind, c)]
    header = [place if c == "name" and place else site.column(c) for c in columns]
    body = []
    for field, prefix, _, _ in rows:
        text = text_of(site, field, kind, form_of_values(site))
        if field.enum and site["enum"] == "inner list":
            text += " Possible values:" + "".join(f"<br>- {v}" for v in literals(site, field))
        words = type_words(site, field)
        if field.enum and site["enum"] == "type cell": words = " \\| ".join(literals(site, field))
        if site["noise"] == "nbsp": words = words.replace(" ", "&nbsp;", 1)
        required = field.required and kind in PARAMETERS
        cells = {"name": shown_name(site, field, prefix, kind), "type": words, "in": place_of(field, kind),
                 "required": {"yes/no": ("Yes", "No"), "true/false": ("true", "false")}.get(site["required"], ("", ""))[not required],
                 "default": "" if field.default is None else f"`{field.default}`", "description": text}
        body.append([cells[c] for c in columns])
    return [("html table" if site["list"] == "html table" else "table", header, body)]


def place_of(field, kind): return getattr(field, "place", kind if kind != "request" else "body")


def shows(site, rows, kind, column):
    if column == "type": return site["type"] == "shown"
    if column == "required": return kind in PARAMETERS and site["required"] in ("yes/no", "true/false")
    if column == "default": return site["default"] == "column" and kind in PARAMETERS and any(f.default is not None for f, *_ in rows)
    if column == "in": return kind == "mixed" and site["split"] == "in column"
    return False
