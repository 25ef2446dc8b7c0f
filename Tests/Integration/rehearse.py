#!/usr/bin/env python3
"""Writes the program that calls every operation of generated clients for every documented status.

    Tests/Integration/rehearse.py PAGES NAME…

NAME is a folder of one API below PAGES. What is called, with which types, and which fixture a status
has, stands in the data of the templates (`endpointgen show context`); values of parameters are made of
what the OpenAPI document says of them. The servers listen upwards from the port that the program gets.
"""
import json, os, pathlib, re, subprocess, sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TARGET = ROOT / "Tests/Integration/.build-generated/Rehearsal"

HEAD = """import {api}
import Foundation
import Rehearsing

private typealias Stage = @Sendable (Int) -> {api}Client

func rehearse{api}(on server: URL) async -> [Rehearsal] {{
    var rehearsals: [Rehearsal] = []
    let transports: [(String, any Transport)] = [
        ("URLSession", URLSessionTransport.shared),
        ("async-http-client", AsyncHTTPClientTransport.shared),
    ]
    for (name, transport) in transports {{
        var rehearsal = Rehearsal("{api}", over: name)
        let stage: Stage = {{ status in
            var client = {api}Client(server: server, transport: transport)
            client.middleware = [
                Middleware {{ request, next in
                    var request = request
                    request.headers.append(WireField("Prefer", "code=\\(status)"))
                    return try await next(request)
                }}
            ]
            return client
        }}
{calls}
        rehearsals.append(rehearsal)
    }}
    return rehearsals
}}

private struct Unfit: Error {{
    let text: String
}}

private func made<Value: WireText>(_ text: String) throws -> Value {{
    guard let value = Value(wireText: text) else {{ throw Unfit(text: text) }}
    return value
}}

private func made<Value: WireText>(listOf text: String) throws -> [Value] {{ [try made(text)] }}

private func decoded<Value: Decodable>(_ text: String) throws -> Value {{
    try JSONDecoder().decode(Value.self, from: Data(text.utf8))
}}

private func json(_ value: some Encodable) throws -> Data {{ try JSONEncoder().encode(value) }}
"""

OPERATION = """
private func {method}Rehearsal(_ stage: Stage, _ rehearsal: inout Rehearsal) async {{
    let parts: [Rehearsal.Part] = [
{parts}
    ]
{choice}    await rehearsal.take("{method}", parts) {{ status in
        switch try await stage(status).{method}({arguments}) {{
{cases}
        case .undocumented(let response): return ("undocumented", response.body)
        }}
    }}
}}
"""


def endpointgen(*arguments):
    program = [os.environ["ENDPOINTGEN"]] if "ENDPOINTGEN" in os.environ else [
        "swift", "run", "--package-path", ROOT, "--quiet", "endpointgen"]
    return subprocess.run([*program, *arguments], capture_output=True, text=True).stdout


def contexts(folder):
    """The data of each template."""
    text = endpointgen("show", "context", folder)
    parts = re.split(r"^-- (.+) --$", text, flags=re.M)
    return {name: json.loads(data) for name, data in zip(parts[1::2], parts[2::2])}


def literal(text):
    """A Swift string; JSON's escapes are Swift's but for the one of code points."""
    return re.sub(r"\\u([0-9a-f]{4})", r"\\u{\1}", json.dumps(text, ensure_ascii=False))


def lines(values):
    return "\n".join(each["line"] for each in values)


# MARK: Values

def resolved(schema, document):
    while "$ref" in schema:
        schema = document["components"]["schemas"][schema["$ref"].rsplit("/", 1)[-1]]
    return schema


def value(schema, document, depth=0):
    """A value that a schema allows."""
    schema = resolved(schema, document)
    for key in ("example", "default", "const"):
        if key in schema:
            return schema[key]
    if "enum" in schema:
        return schema["enum"][0]
    for key in ("anyOf", "oneOf"):
        if key in schema:
            return value(schema[key][0], document, depth)
    kind = schema.get("type", "object")
    kind = next(k for k in kind if k != "null") if isinstance(kind, list) else kind
    if kind in ("integer", "number"):
        return schema.get("minimum", schema.get("maximum", 1))
    if kind == "boolean":
        return True
    if kind == "array":
        return [value(schema.get("items", {"type": "string"}), document, depth + 1)] if depth < 6 else []
    if kind == "object":
        return {name: value(part, document, depth + 1)
                for name, part in schema.get("properties", {}).items()
                if name in schema.get("required", [])}
    formats = {"date": "2024-05-01", "date-time": "2024-05-01T12:00:00Z", "uri": "https://example.com/",
               "uuid": "8f14e45f-ceea-467f-8a3b-0d5c8a1e2b3c", "email": "someone@example.com"}
    return formats.get(schema.get("format"), "text".ljust(schema.get("minLength", 0), "x"))


def wire(item):
    if isinstance(item, bool):
        return "true" if item else "false"
    return item if isinstance(item, str) else json.dumps(item)


# MARK: Calls

def form(kind, types):
    """A form of its required fields."""
    plain = {"String": '"text"', "Int": "1", "Double": "1.5", "Decimal": "1.5", "Bool": "true", "UUID": "UUID()",
             "FormFile": 'FormFile(Data("text".utf8), name: "a.txt")', "Data": 'Data("text".utf8)',
             "ByteStream": 'ByteStream(Data("text".utf8))'}
    if kind in types:
        required = [p for p in types[kind].get("properties", []) if not p["type"].endswith("?")]
        return f"{kind}({', '.join(p['name'] + ': ' + form(p['type'], types) for p in required)})"
    return f"[{form(kind[1:-1], types)}]" if kind.startswith("[") else plain[kind]


def body(field, operation, fixtures, types, api, method, document):
    if not field["isJSON"]:
        return form(field["type"].rstrip("?"), types)
    if f"{method}Request" in fixtures:
        return f"try {api}Fixtures.{method}Request.value()"
    media = next(iter(operation["requestBody"]["content"].values()))
    text = json.dumps(value(media["schema"], document), ensure_ascii=False)
    return f"try decoded({literal(text)})"


def argument(field, operation, fixtures, types, api, method, document):
    if field["isBody"]:
        choice = "" if field["isRequired"] else "!sendsAnyBody ? nil : "
        return f"{field['name']}: {choice}{body(field, operation, fixtures, types, api, method, document)}"
    name = json.loads(field["wireName"])
    place = next(kind for kind in ("path", "query", "header", "cookie") if field[f"is{kind.capitalize()}"])
    parameters = [p for p in operation["parameters"] if p["in"] == place]
    # Paths that differ in the names of their placeholders are one path of the document.
    parameter = next((p for p in parameters if p["name"] == name), parameters[0])
    item = value(dict(parameter["schema"], **{k: v for k, v in parameter.items() if k == "example"}), document)
    if field["isList"]:
        first = item[0] if isinstance(item, list) else item
        return f"{field['name']}: try made(listOf: {literal(wire(first))})"
    return f"{field['name']}: try made({literal(wire(item))})"


def answers(mock):
    """The fixture that a status is answered with, by the case's name."""
    texts = [lines(c["branch"]) for c in mock.get("choices", [])] if mock["isChoice"] else [lines(mock["answer"])]
    found = {}
    for text in texts:
        case = re.search(r"(?:^|return)\s*\.(\w+|`\w+`)\(", text)
        fixture = re.search(r"Fixtures\.(\w+|`\w+`)\s*\.value", text)
        if case and fixture:
            found[case[1]] = fixture[1]
        elif "Fixtures." in text:
            sys.exit(f"not understood, so its body would be compared with nothing: {text}")
    return found


def operation_code(entry, mock, fixtures, types, api, operations, document):
    operation = operations[re.search(r'operation: "([^"]*)"', lines(entry["accessRequirement"]))[1]]
    method, found = entry["method"], answers(mock)
    strange = found.keys() - {output["name"] for output in entry["outputs"]}
    if strange:
        sys.exit(f"{method}: no output is called {', '.join(sorted(strange))}, as the mock's answer is")
    parts, cases = [], []
    for output in entry["outputs"]:
        name = output["name"]
        body = f"{api}Fixtures.{found[name]}.data" if name in found else "nil"
        parts.append(f'        ({output["status"]}, "{name}", {body}),')
        if output["isJSON"]:
            # Beside the body stand the documented headers.
            bound = output["unwrapping"].replace("value", "body") if output["hasHeaders"] else "let body"
            cases.append(f'        case .{name}({bound}): return ("{name}", try json(body))')
        else:
            cases.append(f'        case .{name}: return ("{name}", nil)')
    arguments = ", ".join(
        argument(field, operation, fixtures, types, api, method, document) for field in entry["fields"])
    choice = "    let sendsAnyBody = rehearsal.sendsAnyBody\n" if "!sendsAnyBody" in arguments else ""
    return OPERATION.format(
        method=method, choice=choice, parts="\n".join(parts), arguments=arguments, cases="\n".join(cases))


def program(folder, api):
    context = contexts(folder)
    document = json.loads(endpointgen("openapi", folder))
    operations = {o["operationId"]: o for item in document["paths"].values() for o in item.values()}
    fixtures = {fixture["name"] for fixture in context["Fixtures.swift"]["fixtures"]}
    types = {kind["name"]: kind for kind in context["Models.swift"]["types"]}
    pairs = list(zip(
        context["Client.swift"]["operations"], context["Fixtures.swift"]["operations"], strict=True))
    calls = "\n".join(f"        await {entry['method']}Rehearsal(stage, &rehearsal)" for entry, _ in pairs)
    return HEAD.format(api=api, calls=calls) + "".join(
        operation_code(entry, mock, fixtures, types, api, operations, document) for entry, mock in pairs)


def write(path, text):
    if not path.exists() or path.read_text() != text:
        path.write_text(text)


def main():
    pages, names = pathlib.Path(sys.argv[1]), sys.argv[2:]
    TARGET.mkdir(parents=True, exist_ok=True)
    for old in TARGET.glob("*.swift"):
        if old.stem not in [*names, "main"]:
            old.unlink()
    for name in names:
        write(TARGET / f"{name}.swift", program(pages / name, name))
    calls = "".join(
        f"rehearsals += await rehearse{name}(on: server(first + {index}))\n" for index, name in enumerate(names))
    write(TARGET / "main.swift", f"""import Foundation
import Rehearsing

let first = Int(CommandLine.arguments.dropFirst().first ?? "") ?? 8080
func server(_ port: Int) -> URL {{ URL(string: "http://127.0.0.1:\\(port)") ?? URL(fileURLWithPath: "/") }}
var rehearsals: [Rehearsal] = []
{calls}exit(report(rehearsals) ? 0 : 1)
""")


main()
