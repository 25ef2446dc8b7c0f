import APIModel
import Mustache

/// How a form is written.
enum FormKind {
    case urlEncoded, multipart

    init?(mediaType: String) {
        switch bareMediaType(mediaType) {
        case "application/x-www-form-urlencoded": self = .urlEncoded
        case "multipart/form-data": self = .multipart
        default: return nil
        }
    }
}

extension Body {
    /// What kinds of forms its media types are.
    fileprivate var forms: [FormKind] { mediaTypes.compactMap { FormKind(mediaType: $0.value) } }

    /// The first of these, as which it is sent where it is no JSON.
    var form: FormKind? { forms.first }

    /// The object whose members are the fields of the form; a form of anything else is data.
    func formSchema(in schemas: [String: NamedSchema]) -> String? {
        guard form != nil, schema.nullable?.value != true,
            case .reference(let name) = schema.shape.value,
            case .object(let object)? = schemas[name]?.definition,
            object.additionalProperties == nil
        else { return nil }
        return name
    }
}

extension Schema {
    /// Whether a field of a form with this schema is a file, or several.
    var isFile: Bool {
        if case .array(let items) = shape.value { return items.shape.value == .string(.binary) }
        return shape.value == .string(.binary)
    }
}

/// What `Forms.swift` is made from; where several APIs share it, all that any may need, and beside
/// it `FormBodies.swift` of each.
func formsContexts(_ swift: SwiftAPI) -> [(String, TemplateObject)] {
    let context = formsContext(swift)
    guard swift.options.namespace != nil else { return [("Forms.swift", context)] }
    var shared = swift.commonContext
    let kinds = [
        "isURLEncoded", "isMultipart", "isBoth", "readsMultipart", "isJSONToo", "hasFiles",
        "hasJSON",
    ]
    for kind in kinds { shared[kind] = .boolean(true) }
    shared["forms"] = .list([])
    return [("Forms.swift", shared), ("FormBodies.swift", context)]
}

/// The kinds of forms and of fields that there are, and each body that travels as a form.
private func formsContext(_ swift: SwiftAPI) -> TemplateObject {
    let bodies = swift.api.operations.compactMap(\.requestBody).filter {
        $0.formSchema(in: swift.schemas) != nil
    }
    let sent = Set(bodies.filter { !$0.isJSON }.compactMap(\.form))
    let fields = swift.api.schemas.filter { swift.forms.contains($0.name) }
        .flatMap { swift.formFields(of: $0) }
    var context = swift.commonContext
    context["isURLEncoded"] = .boolean(sent.contains(.urlEncoded))
    context["isMultipart"] = .boolean(sent.contains(.multipart))
    context["isBoth"] = .boolean(sent.count == 2)
    context["readsMultipart"] = .boolean(bodies.contains { $0.forms.contains(.multipart) })
    context["isJSONToo"] = .boolean(bodies.contains(where: \.isJSON))
    context["hasFiles"] = .boolean(fields.contains { $0.kind == .file || $0.kind == .files })
    context["hasJSON"] = .boolean(fields.contains { $0.kind == .json })
    context["forms"] = .list(
        swift.api.schemas.filter { swift.forms.contains($0.name) }.map { swift.form($0) })
    return context
}

extension SwiftAPI {
    var hasForms: Bool { !forms.isEmpty }

    /// The type of a member that travels as a field of a form, where binary content is a file.
    func formType(of shape: Shape) -> SwiftType {
        switch shape {
        case .string(.binary): .known("FormFile")
        case .array(let items) where items.shape.value == .string(.binary):
            SwiftType.known("FormFile").array
        default: type(of: shape)
        }
    }

    fileprivate func form(_ schema: NamedSchema) -> TemplateValue {
        guard let name = types[schema.name] else { return .absent }
        let fields = formFields(of: schema)
        return .object([
            "name": name.value,
            "fields": .list(fields.map { .object(["adding": $0.adding]) }),
            "reading": SwiftCode.list(
                [SwiftCode("try self.init(")], fields.map(\.reading), [SwiftCode(")")],
                indentation: 8),
        ])
    }

    fileprivate func formFields(of schema: NamedSchema) -> [FormField] {
        guard case .object(let object) = schema.definition else { return [] }
        var scope = IdentifierScope()
        return properties(of: object, named: schema.name, &scope).map { property in
            FormField(
                property, kind: kind(of: property, isOnlyForm: formsOnly.contains(schema.name)))
        }
    }

    private func kind(of property: StructureProperty, isOnlyForm: Bool) -> FormField.Kind {
        switch property.documented.schema.shape.value {
        case .string(.binary) where isOnlyForm: .file
        case .array(let items) where items.shape.value == .string(.binary) && isOnlyForm: .files
        case .array(let items)
        where type(of: items.shape.value).isText && items.nullable?.value != true: .texts
        case let shape: type(of: shape).isText && !property.keepsNull ? .text : .json
        }
    }
}

/// A member of a form: how a client adds it, and how a server reads it.
private struct FormField {
    enum Kind {
        case text, texts, file, files, json
    }

    let kind: Kind
    let adding: TemplateValue
    let reading: SwiftCode

    init(_ property: StructureProperty, kind: Kind) {
        self.kind = kind
        let schema = property.documented.schema
        let wireName = SwiftCode.of(SwiftStringLiteral(property.documented.name.value))
        let add = kind == .json ? SwiftCode("try form.addJSON(") : SwiftCode("form.add(")
        adding = SwiftCode.list(
            [add], [wireName, .joined([SwiftCode("body."), .of(property.name)])],
            [SwiftCode(")")], indentation: 8)
        let limits =
            kind == .text ? SwiftCode.limits(schema.constraints, of: schema.shape.value) : nil
        let arguments = [wireName, limits].compactMap { $0 }
        let reader = kind.reader(isOptional: property.isOmissible)
        reading = .labelled(
            property.name, .joined([reader, .listed(arguments), SwiftCode(")")]))
    }
}

extension FormField.Kind {
    fileprivate func reader(isOptional: Bool) -> SwiftCode {
        switch self {
        case .text: SwiftCode("form.text(")
        case .texts: SwiftCode("form.texts(")
        case .file: SwiftCode("form.file(")
        case .files: SwiftCode("form.files(")
        case .json: isOptional ? SwiftCode("form.jsonIfPresent(") : SwiftCode("form.json(")
        }
    }
}
