"""One choice a site for each way of writing; weights follow how many sites were counted to write so."""

DIMENSIONS = {
    "dialect": {"md": 5, "front matter": 3, "mdx": 1, "html": 2, "rst": 2},
    "layout": {"page an operation": 2, "page a resource": 4, "one page": 2},
    "naming": {"snake": 3, "camel": 2},
    "id name": {"bare": 2, "prefixed": 2},
    "request": {
        "code line": 4, "code in prose": 2, "heading": 3, "heading code": 3, "heading bracket": 2,
        "heading dash": 2, "http fence": 4, "fence": 3, "indented": 3, "method table": 2, "property table": 2,
        "front matter": 2, "front matter url": 2, "http message": 3, "curl": 3, "bold": 2, "bold verb": 2,
        "label": 3, "two labels": 3, "bullets": 2, "plain": 2},
    "url": {"path": 5, "full": 2, "based": 2},
    "path parameter": {"{x}": 4, ":x": 4, "<x>": 2},
    "query in path": {"no": 6, "names": 2},
    "intro": {"before": 2, "after": 3},
    "list": {"table": 7, "bullet parens": 3, "bullet bold": 3, "bullet colon": 3, "bullet italic": 2, "definitions": 2,
             "bold paragraphs": 2, "html table": 2, "front matter list": 1, "heading a field": 1, "plain bullets": 1},
    "split": {"by place": 5, "in column": 2, "one list": 2},
    "section": {"heading": 6, "bold": 4, "bold colon": 3, "plain": 2, "table head": 1},
    "required": {"yes/no": 3, "true/false": 2, "word": 4, "parens": 3, "star": 2, "question mark": 1, "optional": 3,
                 "split lists": 1},
    "type": {"shown": 6, "nowhere": 1},
    "type words": {"plain": 4, "capital": 2, "short": 2},
    "array": {"X[]": 2, "array of X": 4, "array[X]": 1, "list of X": 1},
    "nullable": {"may be null": 2, "or null": 2, "nullable": 2, "?": 1, "sample": 3},
    "enum": {"one of": 3, "possible values": 3, "allowed": 2, "can be": 2, "quoted": 2, "parens": 1, "type cell": 1,
             "inner list": 2, "value table": 1, "bare": 1},
    "default": {"sentence": 2, "parens": 2, "column": 1},
    "nesting": {"dots": 3, "brackets": 2, "arrows": 1, "own list": 2, "indent": 1},
    "request body": {"list": 4, "sample": 1, "both": 3},
    "response body": {"sample": 5, "list": 2, "both": 3, "object": 3},
    "wrap": {"bare": 2, "data": 2, "plural": 2},
    "status": {"table": 3, "bullets": 3, "heading": 2, "sample line": 2, "prose": 2, "quote": 1, "label": 2, "none": 1},
    "error sample": {"yes": 2, "no": 2},
    "sample": {"json fence": 6, "fence": 2, "indented": 1, "tilde": 1},
    "sample fault": {"none": 6, "elision": 2, "comment": 1, "trailing comma": 1},
    "call": {"none": 3, "curl": 3},
    "noise": {"none": 4, "admonition": 2, "comment": 1, "anchor": 2, "attributes": 1, "escapes": 1, "nbsp": 1, "rule": 2},
}

# What is written in no other than these: (dimension, choice): {dimension: choices that go with it}.
NEEDS = {
    ("request", "front matter"): {"dialect": ["front matter", "mdx"], "layout": ["page an operation"], "query in path": ["no"]},
    ("request", "front matter url"): {"dialect": ["front matter", "mdx"], "layout": ["page an operation"], "query in path": ["no"]},
    ("request", "heading bracket"): {"url": ["path", "based"]},
    ("request", "heading"): {"url": ["path", "based"], "query in path": ["no"]},
    ("request", "heading code"): {"url": ["path", "based"], "query in path": ["no"]},
    ("request", "heading dash"): {"url": ["path", "based"], "query in path": ["no"]},
    ("request", "http message"): {"url": ["path"], "query in path": ["no"], "call": ["none"]},
    ("request", "curl"): {"url": ["full"], "query in path": ["no"], "call": ["none"]},
    ("request", "plain"): {"path parameter": ["{x}", ":x"]},
    ("list", "front matter list"): {"dialect": ["front matter"], "layout": ["page an operation"], "split": ["one list"],
                                    "required": ["true/false"], "type": ["shown"]},
    ("split", "in column"): {"list": ["table", "html table"], "section": ["heading", "bold", "bold colon", "plain"]},
    ("section", "table head"): {"list": ["table", "html table"], "split": ["by place"]},
    ("required", "yes/no"): {"list": ["table", "html table"]},
    ("required", "true/false"): {"list": ["table", "html table", "front matter list"]},
    ("required", "split lists"): {"split": ["one list"], "list": ["table", "bullet parens", "bullet colon", "bullet bold"]},
    ("default", "column"): {"list": ["table", "html table"]},
    ("enum", "type cell"): {"type": ["shown"], "list": ["table", "html table"]},
    ("nullable", "or null"): {"type": ["shown"]},
    ("nullable", "?"): {"type": ["shown"]},
    ("array", "X[]"): {"type": ["shown"]},
    ("nesting", "arrows"): {"list": ["table", "html table"]},
    ("nesting", "indent"): {"list": ["bullet parens", "bullet bold", "bullet colon", "bullet italic", "plain bullets"]},
    ("sample", "indented"): {"dialect": ["md", "rst"]},
    ("sample", "tilde"): {"dialect": ["md", "front matter"]},
    ("noise", "attributes"): {"dialect": ["front matter"]},
    ("noise", "escapes"): {"dialect": ["md", "front matter"]},
    ("noise", "comment"): {"dialect": ["md", "front matter", "html"]},
    ("noise", "nbsp"): {"dialect": ["md", "html"]},
    ("status", "quote"): {"dialect": ["md", "front matter", "mdx", "html"]},
    ("list", "html table"): {"dialect": ["md", "front matter", "html"]},
    ("list", "definitions"): {"dialect": ["front matter", "html", "rst"]},
    ("list", "table"): {"dialect": ["md", "front matter", "mdx", "rst"]},
    ("request", "indented"): {"dialect": ["md", "front matter", "rst"]},
}


def pick(rng, weights):
    return rng.choices(list(weights), list(weights.values()))[0]


def fits(choice):
    """Whether a person would write so; what a choice needs is looked up for every pair."""
    return all(choice[other] in allowed for (name, value), needs in NEEDS.items() if choice[name] == value
               for other, allowed in needs.items())


def choose(rng, fixed=()):
    """A mixture for one site: each dimension drawn, and drawn anew while the whole does not fit."""
    for _ in range(20000):
        choice = {name: pick(rng, values) for name, values in DIMENSIONS.items()}
        choice.update(fixed)
        if fits(choice): break
    else: raise ValueError("no mixture has " + str(fixed))
    choice["title"] = rng.randrange(12)
    return choice


def second(rng, choice):
    """The same site where its author was in another mood: now and then one dimension differs."""
    other = dict(choice)
    if rng.random() < 0.25:
        name = rng.choice(["request", "enum", "status", "response body", "request body", "list", "call"])
        value = pick(rng, DIMENSIONS[name])
        if fits({**choice, name: value}): other[name] = value
    return other
