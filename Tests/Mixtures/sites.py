"""A site: its choices, its words, the facts it states, and its pages."""

import random

from choices import choose, second
from dialects import html_page, markdown, rst, slug
from lists import ORDERS, field_list, plain_type
from model import make_api
from calls import METHOD_LOCATIONS, curl, request_nodes
from responses import prose, response_nodes, sample_nodes, say_value
from words import COLUMNS, DOMAINS, HEADINGS, HELD_DOMAINS, TITLES


class Site:
    def __init__(self, number, held, fixed=()):
        self.rng = random.Random(("held " if held else "site ") + str(number))
        self.held = held
        self.choice = choose(self.rng, fixed)
        self.base = self.choice
        self.words = {}
        self.facts = {}
        self.code_names = self["noise"] != "escapes" and self.rng.random() < 0.6
        self.code_cells = self.rng.random() < 0.6
        self.italic_types = self.rng.random() < 0.25
        self.lists_path = self.rng.random() < 0.85
        self.bullet = self.rng.choice("-*")
        self.order = self.rng.choice(ORDERS)
        self.order_number = self.rng.randrange(4)
        self.indent = self.rng.choice([2, 2, 4])
        self.in_table, self.level = False, 2
        self.domain = self.rng.choice(HELD_DOMAINS if held else DOMAINS)
        self.host = f"https://api.{slug(self.domain[0])}.example"
        titles = {k: v[held] for k, v in TITLES.items()}
        self.resources, self.operations = make_api(self.rng, self.choice, self.domain, titles)

    def __getitem__(self, dimension): return self.choice[dimension]

    def word(self, pools, key):
        """One word of a pool, the same one all over the site."""
        return self.words.setdefault(key, self.rng.choice(pools[key][self.held]))

    def heading(self, key): return self.word(HEADINGS, key)
    def column(self, key): return self.word(COLUMNS, key)
    def bold(self, text): return f"**{text}**"

    def label(self, text):
        form = self["section"]
        return [("p", {"bold": f"**{text}**", "heading": f"**{text}**"}.get(form, f"**{text}:**" if form != "plain" else text + ":"))]

    def section(self, key):
        title = self.heading(key)
        return [("h", self.level + 1, title)] if self["section"] == "heading" else self.label(title)

    def list_head(self, key):
        """What stands above a list: its section, or nothing where the first header cell says it."""
        return [] if self["section"] == "table head" else self.section(key)

    def place(self, key):
        """The first header cell, where it names the section."""
        if self["section"] != "table head": return None
        words = {"path": "Path parameter", "query": "Query parameter", "header": "Header", "request": "Body field",
                 "response": "Response field", "mixed": "Parameter", "object": None}
        held = {"path": "Path variable", "query": "Query string parameter", "header": "HTTP header", "request": "Request field",
                "response": "Response attribute"}
        return held.get(key, words[key]) if self.held else words[key]

    # MARK: Facts

    def key(self, op):
        return op.method + " /" + "/".join(p if isinstance(p, str) else "{" + p.name + "}" for p in op.path)

    def say(self, op, place, path, facts=None, field=None):
        """Takes down what the page says of a place: `query limit`, `req recipient.name`, `200`."""
        known = self.facts[self.key(op)].setdefault(f"{place} {path}".strip(), {})
        if field: known["field"] = field
        for name, value in (facts or {}).items():
            if value is not None and (name != "type" or known.get("type") is None or facts.get("listed")): known[name] = value

    def pages(self):
        """File name to text; fills in the facts on the way."""
        groups = {"page an operation": [[op] for op in self.operations],
                  "page a resource": [[op for op in self.operations if op.resource is r] for r in self.resources],
                  "one page": [self.operations]}[self["layout"]]
        pages = {}
        for number, group in enumerate(groups):
            self.choice = second(self.rng, self.base) if number == 1 else self.base
            pages.update(self.page(group))
        self.choice = self.base
        if self["layout"] == "page an operation" and self["response body"] == "object":
            for resource in self.resources: pages.update(self.object_page(resource))
        if self["url"] == "based": pages.update(self.start_page())
        return pages

    def page(self, operations):
        alone = self["layout"] == "page an operation"
        front = {}
        if alone:
            op = operations[0]
            self.level = 1
            title, nodes = self.operation(op, front)
            front.setdefault("title", title)
            name = slug(self.key(op).replace("{", "").replace("}", ""))
            if not (self.has_front and self["request"] not in ("heading", "heading code", "heading bracket", "heading dash")):
                nodes.insert(0, ("h", 1, title))
        else:
            title = self.domain[0] + " API" if self["layout"] == "one page" else operations[0].resource.plural.capitalize()
            nodes, name = [("h", 1, title)], slug(title)
            if self["layout"] == "one page": nodes.append(("p", f"This is the reference of the {self.domain[0]} API."))
            by_resource = self["layout"] == "one page" and self.rng.random() < 0.6
            self.level = 3 if by_resource else 2
            for resource in self.resources:
                own = [op for op in operations if op.resource is resource]
                if not own: continue
                if by_resource: nodes.append(("h", 2, resource.plural.capitalize()))
                if by_resource or self["layout"] != "one page":
                    what = resource.what
                    nodes.append(("p", f"{'An' if resource.one[0] in 'aeio' else 'A'} {resource.one} is {what}."))
                if self["response body"] == "object": nodes += self.object_section(resource)
                for op in own:
                    if self["noise"] == "rule" and op is not own[0]: nodes.append(("rule",))
                    if self["noise"] == "anchor": nodes.append(("anchor", slug(op.title)))
                    if self["noise"] == "comment": nodes.append(("comment", "checked"))
                    text, inner = self.operation(op, front)
                    nodes += [("h", self.level, text)] + inner
            front["title"] = title
        return self.file(name, nodes, front)

    @property
    def has_front(self): return self["dialect"] in ("front matter", "mdx")

    def file(self, name, nodes, front):
        if self["dialect"] == "html": return {name + ".html": html_page(self, nodes, front["title"])}
        if self["dialect"] == "rst": return {name + ".rst": rst(self, nodes)}
        text = markdown(self, nodes)
        if self.has_front: text = "---\n" + front_matter(front) + "---\n\n" + text
        return {name + (".mdx" if self["dialect"] == "mdx" else ".md"): text}

    def start_page(self):
        nodes = [("h", 1, self.domain[0] + " API"), ("p", "All paths are relative to the base URL:"),
                 ("code", "", self.host + "/v1"), ("p", "Send your token with every request, as `Authorization: Bearer TOKEN`.")]
        return self.file("index", nodes, {"title": self.domain[0] + " API"})

    # MARK: Operations

    def operation(self, op, front):
        """The title of an operation and what stands below it."""
        self.facts[self.key(op)] = {}
        title, request = request_nodes(self, op, front)
        text = [("p", op.description)]
        if self["status"] == "prose" and self.code_cells: text += prose(self, op)
        nodes = text + request if self["intro"] == "before" else request + text
        if self["noise"] == "admonition": nodes.append(("note", "Calls are limited to 60 a minute for each token."))
        for field in op.path_fields: self.say(op, "path", field.name)
        if self["query in path"] == "names" and "url" in METHOD_LOCATIONS[self["request"]]:
            for field in op.query: self.say(op, "query", field.name)
        nodes += self.parameters(op, front)
        if self["call"] == "curl": nodes += self.section("call") + [("code", "bash", curl(self, op, filled=True))]
        nodes += response_nodes(self, op)
        return title, nodes

    def parameters(self, op, front):
        path = op.path_fields if self.lists_path else []
        lists_body = op.body and self["request body"] != "sample"
        headers = op.headers if self["split"] != "one list" else []
        nodes = []

        def listed(fields, kind, where):
            def say(name, facts, field):
                place = where if isinstance(where, str) else where(field)
                self.say(op, place, name, {**facts, "required": None if place == "path" else facts.get("required"), "listed": 1}, field)
            return field_list(self, fields, kind, say, label=self.label, place=self.place(kind))

        if self["split"] == "by place":
            for kind, fields in (("path", path), ("query", op.query), ("header", headers)):
                if fields: nodes += self.list_head(kind) + listed(fields, kind, kind)
            if lists_body: nodes += self.list_head("request") + listed(op.body, "request", "req")
        else:
            own = {id(f): k for k, fs in (("path", path), ("query", op.query), ("header", headers), ("req", op.body or [])) for f in fs}
            for field in path + op.query + headers: field.place = own[id(field)]
            fields = path + op.query + headers
            if self["split"] == "one list" and lists_body: fields = fields + op.body
            where = lambda field: own.get(id(field), "req")
            if fields and self["list"] == "front matter list":
                front["parameters"] = fields
                for field in fields: listed([field], "mixed", where)
            elif fields: nodes += self.list_head("mixed") + listed(fields, "mixed", where)
            if self["split"] == "in column" and lists_body: nodes += self.list_head("request") + listed(op.body, "request", "req")
        in_call = self["request"] in ("curl", "http message") or self["call"] == "curl"
        if op.body and in_call: say_value(self, op, "req", "", op.body, False)
        if op.body and not in_call and (not lists_body or self["request body"] == "both"):
            nodes += self.section("request sample") + sample_nodes(self, op.body)
            say_value(self, op, "req", "", op.body, False)
        return nodes

    # MARK: Objects

    def object_name(self, resource): return self.heading("object").format(resource.object_name)

    def object_section(self, resource):
        for op in self.operations:
            if op.resource is resource: op.documented = True
        title = self.object_name(resource)
        nodes = [("anchor", slug(title))] if self["dialect"] == "rst" else []
        nodes.append(("h", self.level, title))
        return nodes + field_list(self, resource.fields, "object", lambda *_: None, label=self.label)

    def object_page(self, resource):
        self.level = 1
        title = self.object_name(resource)
        return self.file(slug(title), self.object_section(resource), {"title": title})


def front_matter(front):
    lines = []
    for key, value in front.items():
        if key != "parameters":
            lines.append(f'{key}: "{value}"' if any(c in str(value) for c in ":{}<>#`") else f"{key}: {value}")
            continue
        lines.append("parameters:")
        for field in value:
            lines += [f"  - name: {field.name}", f"    type: {plain_type(field.type)}",
                      f"    required: {'true' if field.required else 'false'}", f"    content: {field.description}."]
    return "\n".join(lines) + "\n"
