import APIModel
import JSONText
import Recognition
import SourceText

extension Draft {
    /// Adds the fields of a form that a call sends.
    ///
    /// All of them are text there; what kind of value it is, a list or a sample of JSON knows better.
    func show(_ form: SampleForm) {
        guard !form.fields.isEmpty else { return }
        let object = objectPlace.holdingObject()
        object.sent += 1
        var seen: Set<String> = []
        for field in form.fields where seen.insert(field.name.value).inserted {
            let place = object.property(field.name)
            place.timesSent += 1
            if field.isFile {
                place.types.append(Said(TypeExpression(.string(.binary)), field.name.evidence))
            } else if place.types.isEmpty, place.shown.isEmpty {
                let span = field.name.evidence.span
                place.show(
                    JSONValue(field.node, span.range), span.file,
                    construct: field.name.evidence.construct, provesPresence: false)
            }
        }
    }
}

extension SampleForm.Field {
    /// The text as the value that it is most likely meant to be.
    fileprivate var node: JSONValue.Node {
        switch value {
        case "true": .boolean(true)
        case "false": .boolean(false)
        default: value.isInteger ? .number(value) : .string(value)
        }
    }
}

extension BodyDraft {
    /// The media types of the forms that calls send, JSON beside them where calls send that too.
    var formTypes: [Said<String>] {
        guard let first = forms.first else { return [] }
        let calls: [Construct] = ["curl", "httpie", "program", "http-message"]
        let json = samples.first { calls.contains($0.evidence.construct) }
        let types = forms.map(\.mediaType)
        guard let json, !first.fields.isEmpty else { return json == nil ? types : [] }
        return types + [Said("application/json", json.evidence)]
    }
}

extension Lift {
    /// The media type of a body of which no page says one: JSON, unless rows say that they are
    /// fields of a form, or one of them is a file, which JSON cannot hold, and no sample shows JSON.
    func usualMediaType(of draft: BodyDraft, _ schema: Schema) -> String {
        if draft.samples.isEmpty, holdsFile(schema.shape.value) { return "multipart/form-data" }
        return draft.formField == nil ? "application/json" : "application/x-www-form-urlencoded"
    }

    private func holdsFile(_ shape: Shape) -> Bool {
        guard case .reference(let name) = shape, let index = Int(name.dropFirst()),
            entries.indices.contains(index),
            case .object(let object) = entries[index].schema.definition
        else { return false }
        return object.properties.contains { $0.schema.shape.value == .string(.binary) }
    }
}
