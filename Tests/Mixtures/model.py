"""The API that a site documents: resources, operations, and what is true of each."""

import re
from dataclasses import dataclass, field


@dataclass
class Field:
    name: str
    type: str
    description: str
    sample: object = None
    enum: list = None
    nullable: bool = False
    required: bool = False
    read_only: bool = False
    default: object = None
    fields: list = field(default_factory=list)
    # What a list of scalars holds.
    items: str = None

    @property
    def is_object(self): return self.type == "object" or self.items == "object"


@dataclass
class Resource:
    one: str
    plural: str
    what: str
    fields: list
    action: tuple = None

    @property
    def key(self): return self.fields[0]

    @property
    def writable(self): return [f for f in self.fields if not f.read_only]

    @property
    def object_name(self): return self.one[0].upper() + self.one[1:]


@dataclass
class Operation:
    kind: str
    method: str
    # Words of the path and, for what is filled in, fields.
    path: list
    title: str
    description: str
    resource: Resource
    query: list = field(default_factory=list)
    headers: list = field(default_factory=list)
    body: list = None
    # (status, meaning, fields, is_list); without fields there is no body.
    success: tuple = (200, "", None, False)
    errors: list = field(default_factory=list)

    @property
    def path_fields(self): return [p for p in self.path if isinstance(p, Field)]


def camel(name):
    head, *rest = name.split("_")
    return head + "".join(w.capitalize() for w in rest)


def parse_value(type, text):
    text = text.strip()
    if text == "null": return None
    if type == "integer": return int(text)
    if type == "number": return float(text)
    if type == "boolean": return text == "true"
    return text


def parse_field(line, naming):
    name, type, flags, description, *sample = [part.strip() for part in line.split("|")]
    flags, enum, items = flags.split(), None, None
    listed = re.fullmatch(r"(\w+)\{(.*)\}", type)
    if listed: type, enum = listed[1], listed[2].split(",")
    inner = re.fullmatch(r"\[(\w+)\]", type)
    if inner: type, items = "array", inner[1]
    value = None
    if sample:
        texts = sample[0].split(",") if items and items != "object" else None
        value = texts if texts else parse_value(type, sample[0])
    return Field(naming(name), type, description, value, enum, "n" in flags, "r" in flags, "ro" in flags,
                 items=items)


def parse_resources(text, naming):
    resources = []
    for line in text.strip().splitlines():
        if line.startswith("action"):
            m = re.match(r"action (\w+) ([\w-]+): (.*?) \| (.*)", line)
            resources[-1].action = m.groups()
        elif line.startswith("    "):
            resources[-1].fields[-1].fields.append(parse_field(line, naming))
        elif line.startswith("  "):
            resources[-1].fields.append(parse_field(line, naming))
        else:
            m = re.match(r"([\w-]+) ([\w-]+): (.*)", line)
            resources.append(Resource(m[1], m[2], m[3], []))
    return resources


def article(title):
    return re.sub(r"\b([Aa]) (?=[aeio])", r"\1n ", title)


def make_api(rng, choice, domain, titles):
    """The operations of a site: `choice` decides names and shapes, `rng` which there are."""
    naming = camel if choice["naming"] == "camel" else (lambda name: name)
    resources = parse_resources(domain[1], naming)
    operations = []
    for number, resource in enumerate(resources):
        operations += operations_of(resource, number, rng, choice, naming, titles)
    return resources, operations


def operations_of(resource, number, rng, choice, naming, titles):
    one, plural = resource.one, resource.plural
    style = rng.randrange(2)

    def title(kind, **words):
        pool = titles[kind]
        text = pool[(choice["title"] + style) % len(pool)] if kind == "action" else pool[choice["title"] % len(pool)]
        return article(text.format(one=one, plural=plural, One=one.capitalize(), Plural=plural.capitalize(), **words))

    id_name = resource.key.name if choice["id name"] == "bare" else naming(f"{one}_id")
    key = resource.key
    ident = Field(id_name, key.type, f"The {key.name} of the {one}" if key.name != "id" else f"ID of the {one}",
                  key.sample, required=True)
    missing = (404, f"No {one} with this {'ID' if key.name == 'id' else key.name} exists.")
    refused = (401, "The access token is missing or no longer valid.")
    invalid = (422, f"The {one} could not be saved because a field is not valid.")
    collection, member = [plural], [plural, ident]
    result = [Operation("list", "GET", collection, title("list"), f"Returns the {plural} that you may see, newest first.",
                        resource, filters(resource, rng, naming), success=(200, f"The {plural} were found.", resource.fields, True),
                        errors=[refused])]
    result.append(Operation("get", "GET", member, title("get"), f"Returns one {one} with all of its details.",
                            resource, success=(200, f"The {one} was found.", resource.fields, False), errors=[missing]))
    create = Operation("create", "POST", collection, title("create"),
                       f"Creates {'an' if one[0] in 'aeio' else 'a'} {one} and returns it.", resource, body=resource.writable,
                       success=(201, f"The {one} was created.", resource.fields, False), errors=[invalid, refused])
    if rng.random() < 0.4:
        create.headers.append(Field("Idempotency-Key", "string", "A key of your choice; a repeated call with it has no effect",
                                    "7f3a-11", required=False))
    result.append(create)
    if rng.random() < 0.7:
        method = "PATCH" if rng.random() < 0.6 else "PUT"
        body = [f for f in resource.writable if not f.is_object]
        if method == "PATCH": body = [Field(**{**vars(f), "required": False}) for f in body]
        result.append(Operation("update", method, member, title("update"), f"Changes the fields of the {one} that are sent.",
                                resource, body=body, success=(200, f"The {one} was changed.", resource.fields, False),
                                errors=[missing, invalid]))
    if rng.random() < 0.8:
        result.append(Operation("delete", "DELETE", member, title("delete"), f"Deletes the {one}. This cannot be undone.",
                                resource, success=(204, f"The {one} was deleted.", None, False), errors=[missing]))
    if resource.action and rng.random() < 0.8:
        method, word, verb, text = resource.action
        reason = Field(naming("notify_by"), "string", "How those concerned are told", "email", ["email", "sms", "none"])
        result.append(Operation("action", method, member + [word], title("action", verb=verb), text, resource,
                                body=[reason] if rng.random() < 0.6 else None,
                                success=(200, f"The {one} as it is now.", resource.fields, False), errors=[missing]))
    parts = [f for f in resource.fields if f.items == "object"]
    if parts and rng.random() < 0.5:
        part = parts[0]
        result.append(Operation("part", "GET", member + [part.name], title("part", part=part.name, Part=part.name.capitalize()),
                                f"Returns the {part.name} of the {one}.", resource, paging(rng, naming),
                                success=(200, f"The {part.name} were found.", part.fields, True), errors=[missing]))
    return result


def paging(rng, naming):
    limit = Field("limit", "integer", "Number of entries to return", 20, default=20)
    kind = rng.randrange(3)
    if kind == 0: return [limit, Field("offset", "integer", "Number of entries to leave out", 40, default=0)]
    if kind == 1: return [Field("page", "integer", "Page to return", 2, default=1),
                          Field(naming("per_page"), "integer", "Entries on a page", 50, default=25)]
    return [limit, Field("cursor", "string", "Where to continue, as the last answer said", "b2Zmc2V0")]


def filters(resource, rng, naming):
    listed = [f for f in resource.fields if f.enum]
    result = [Field(**{**vars(f), "required": False, "read_only": False, "nullable": False,
                       "description": f"Only {resource.plural} with this {f.name}"}) for f in listed[:1]]
    dated = [f for f in resource.fields if f.type == "date-time"]
    if dated and rng.random() < 0.6:
        result.append(Field(naming("changed_since"), "date-time", "Leave out what has not changed since then", "2024-01-01T00:00:00Z"))
    if rng.random() < 0.4:
        result.append(Field(naming("include_hidden"), "boolean", "Whether hidden entries are returned too", False))
    if rng.random() < 0.25:
        result.append(Field("region", "string", "The region to look in", "north", required=True))
    return result + paging(rng, naming)


ERROR = [Field("code", "string", "Short name of the error", "not_found"),
         Field("message", "string", "What went wrong, for people", "There is no such entry.")]
