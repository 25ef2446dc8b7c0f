import APIModel
import Mustache
import SourceText

extension Reference {
    /// Shows every call in each language that the user has a template for, behind ours or in the
    /// place of the one of its name.
    package mutating func addSamples(
        by templates: TemplateSet, of api: APIDescription
    ) -> [Diagnostic] {
        let own = OwnTemplates(in: templates)
        guard !own.samples.isEmpty else { return own.sampleNotes }
        let swift = SwiftAPI(api, EmissionOptions())
        let calls = swift.operations.map { SampleCall(of: $0, in: swift) }
        let callsByID = Dictionary(
            zip(api.operations.map(\.id), calls), uniquingKeysWith: { first, _ in first })
        var notes = own.sampleNotes
        for (name, language) in own.samples {
            let neutral = NeutralAPI(api, in: language)
            for group in groups.indices {
                for index in groups[group].operations.indices {
                    let operation = groups[group].operations[index].operation
                    guard let call = callsByID[operation.id] else { continue }
                    let context = neutral.sample(call, of: operation)
                    let (bytes, found) = render(
                        name, of: templates, with: context, mode: .generator)
                    groups[group].operations[index].show(bytes, in: sampleLanguage(of: name))
                    notes += found.filter { !notes.contains($0) }
                }
            }
        }
        return notes
    }
}

extension ReferenceOperation {
    fileprivate mutating func show(_ bytes: [UInt8], in language: SampleLanguage) {
        var bytes = bytes[...]
        while bytes.last == 0x0A { bytes.removeLast() }
        let sample = CodeSample(language: language, text: String(decoding: bytes, as: UTF8.self))
        let known = samples.firstIndex { $0.language.key == language.key }
        if let known { samples[known] = sample } else { samples.append(sample) }
    }
}

/// `Ruby` of `samples/Ruby.rb`.
private func sampleLanguage(of template: String) -> SampleLanguage {
    let file = template.split(separator: "/").last ?? ""
    return SampleLanguage(String(file.prefix { $0 != "." }))
}

// MARK: Context

extension NeutralAPI {
    /// A call with values in all its places.
    func sample(_ call: SampleCall, of operation: Operation) -> TemplateObject {
        var context: TemplateObject = [
            "name": text(operation.id),
            "method": .spellings(of: operation.method.value),
            "url": text(call.url), "server": text(call.server), "target": text(call.target),
            "headers": listed(
                call.headers.map { ["name": text($0.name), "value": text($0.value)] }),
            "body": call.body.map { .object(json($0)) } ?? .absent,
            "bodyText": text(call.bodyText), "otherBody": text(call.otherBody),
            "form": call.form.map { .object(form($0)) } ?? .absent,
        ]
        add(call.credential, to: &context)
        if case .query(let name)? = call.credential {
            let mark = call.target.utf8.contains(0x3F) ? "&" : "?"
            context["tokenQuery"] = text("\(mark)\(name)=")
        }
        return context
    }

    private func form(_ form: FormSample) -> TemplateObject {
        [
            "isMultipart": .boolean(form.kind == .multipart),
            "fields": listed(
                form.fields.map { name, value, isFile in
                    ["name": text(name), "value": text(value), "isFile": .boolean(isFile)]
                }),
        ]
    }
}
