"""What a description says, as facts, and how it compares with what the pages say."""

import re

METHODS = ("get", "put", "post", "delete", "patch", "head", "options")
PARTS = ("type", "required", "nullable", "enum")


def target(doc, schema):
    for _ in range(20):
        if not (isinstance(schema, dict) and "$ref" in schema): break
        found = doc
        for part in schema["$ref"][2:].split("/"): found = found[part.replace("~1", "/").replace("~0", "~")]
        schema = {**found, **{k: v for k, v in schema.items() if k != "$ref"}}
    return schema


def read(doc, schema):
    """Type, nullability and values of a schema, and the schema itself without its alternative of null."""
    schema, nullable = target(doc, schema), False
    for word in ("anyOf", "oneOf"):
        if word not in schema: continue
        parts = [target(doc, part) for part in schema[word]]
        real = [part for part in parts if part.get("type") != "null"]
        nullable = len(real) < len(parts)
        schema = real[0] if len(real) == 1 else {"type": "|".join(sorted(str(p.get("type")) for p in real))}
        break
    kind, values = schema.get("type"), schema.get("enum")
    if isinstance(kind, list):
        nullable = nullable or "null" in kind
        kind = "|".join(k for k in kind if k != "null")
    if kind is None: kind = "object" if "properties" in schema else "any"
    if values and None in values: values, nullable = [v for v in values if v is not None], True
    return {"type": kind, "nullable": nullable, "enum": values}, schema


def walk(doc, schema, path, facts, depth=0):
    known, schema = read(doc, schema)
    if depth > 6: return
    if known["type"] == "array" and "items" in schema:
        facts[path + "[]"] = read(doc, schema["items"])[0]
        walk(doc, schema["items"], path + "[]", facts, depth + 1)
    for name, inner in (schema.get("properties") or {}).items():
        full = f"{path}.{name}" if path else name
        facts[full] = {**read(doc, inner)[0], "required": name in schema.get("required", [])}
        walk(doc, inner, full, facts, depth + 1)


def facts_of(doc):
    """Operation (its path with nameless places) to facts by place, and names of the path's places."""
    result = {}
    for path, item in (doc.get("paths") or {}).items():
        for method in METHODS:
            if method not in item: continue
            op, facts = item[method], {}
            for p in item.get("parameters", []) + op.get("parameters", []):
                p = target(doc, p)
                known, schema = read(doc, p.get("schema", {}))
                facts[f"{p['in']} {p['name']}"] = {**known, "required": p.get("required", False)}
                if known["type"] == "array": facts[f"{p['in']} {p['name']}[]"] = read(doc, schema.get("items", {}))[0]
            for content in target(doc, op.get("requestBody", {})).get("content", {}).values():
                take(doc, content, "req", facts)
            for status, response in op.get("responses", {}).items():
                response = target(doc, response)
                facts[status] = {}
                for content in response.get("content", {}).values(): take(doc, content, status, facts)
            result[shape(f"{method.upper()} {path}")] = facts
    return result


def take(doc, content, place, facts):
    inner = {}
    walk(doc, content.get("schema", {}), "", inner)
    facts.update({f"{place} {name}": known for name, known in inner.items()})


def shape(key):
    return re.sub(r"\{[^}]*\}", "{}", re.sub(r"^(\w+) /v1(?=/)", r"\1 ", key)).rstrip("/")


def compare(stated, doc):
    """(found, stated, wrong, lines): what the pages state, what of it was read, and claims they do not make."""
    have, found, total, wrong, lines = facts_of(doc), 0, 0, 0, []
    wanted = {shape(key): facts for key, facts in stated.items()}

    def miss(text, is_wrong=False):
        lines.append(("! " if is_wrong else "- ") + text)
        return int(is_wrong)

    for op, facts in wanted.items():
        known = have.get(op)
        weight = 1 + sum(1 + sum(p in f for p in PARTS) for f in facts.values())
        total += weight
        if known is None:
            miss(f"{op}: not read")
            continue
        found += 1
        known, used = under_success(facts, known), set()
        for place, fact in facts.items():
            if place not in known:
                miss(f"{op} :: {place}")
                continue
            used.add(place)
            found += 1
            for part in PARTS:
                if part not in fact: continue
                want, got = fact[part], known[place].get(part)
                if part == "enum": want, got = sorted(want), sorted(map(str, got or []))
                if want == got or (part == "nullable" and known[place]["type"] == "any"): found += 1
                else: wrong += miss(f"{op} :: {place} {part}: {want}, not {got}", got not in (None, "any", False, []))
            for part in ("nullable", "enum"):
                # What is true of the API may well be known from another place of the pages.
                if known[place].get(part) and part not in fact and not getattr(fact.get("field"), part, None):
                    wrong += miss(f"{op} :: {place} {part} not there: {known[place][part]}", True)
        for place, fact in known.items():
            if place in facts or place.startswith("path ") or place == "default": continue
            if place.endswith("[]") and place[:-2] in facts and fact["type"] in ("any", "object"): continue
            wrong += miss(f"{op} :: {place} is nowhere", True)
    for op in have:
        if op not in wanted: wrong += miss(f"{op} is nowhere", True)
    return found, total, wrong, lines


def under_success(facts, known):
    """Where pages state no status, the good answer is known by whatever status was supposed."""
    if not any(place.split(" ")[0] == "ok" for place in facts): return known
    status = next((p for p in known if p in ("200", "201", "202", "204", "2XX", "default")), None)
    return {("ok" + place[len(status):] if status and place.split(" ")[0] == status else place): fact
            for place, fact in known.items() if place != status}
