import APIModel
import PageTree
import SourceText
import YAMLText

extension Reading {
    /// A YAML file whose entries define parameters: `key:` over `in`, `type`, `description`.
    mutating func parameterFile() {
        guard page.dialect == .yaml, case .mapping(let entries)? = page.frontMatter?.node else {
            return
        }
        for entry in entries {
            let parts = entry.value.mergedEntries
            guard parts.contains(where: { $0.key == "type" || $0.key == "in" }) else { continue }
            var field = Field(
                name: said(entry.key, entry.keyRange, .declared, "parameter-file"))
            // The words come last, whatever their place: what they mean depends on the type.
            for part in parts where !part.isText { adopt(part, into: &field) }
            for part in parts where part.isText { adopt(part, into: &field) }
            items.append(.define(field))
        }
    }

    /// One qualifier of a parameter in YAML, in front matter or in a file of its own.
    func adopt(_ part: YAMLValue.Entry, into field: inout Field) {
        guard let text = part.value.text?.trimmedASCII, !text.isEmpty else { return }
        let range = part.value.range
        let construct: Construct = "yaml-parameter"
        switch part.key {
        case "required":
            field.required = said(text == "true" || text == "yes", range, .declared, construct)
        case "type":
            if let type = readType(text), type.isKnown {
                field.type = said(type, range, .declared, construct)
            }
        case "in":
            if let location = fieldLocation(text) {
                field.location = said(location, range, .declared, construct)
            }
        case "default": field.defaultValue = said(text, range, .declared, construct)
        case "content", "description":
            describe(
                &field, by: Cell(text: MarkedText(source: text), range: range, node: .root),
                construct: construct)
        default: break
        }
    }
}

extension YAMLValue.Entry {
    fileprivate var isText: Bool { key == "description" || key == "content" }
}

extension MarkedText {
    /// Text whose code is still in backticks, single or double.
    init(source: String) {
        var bytes: [UInt8] = []
        var code: [Range<Int>] = []
        var start: Int?
        let source = Array(source.utf8)
        var index = 0
        while index < source.count {
            if source[index] == 0x60 {
                while index < source.count, source[index] == 0x60 { index += 1 }
                if let opened = start {
                    code.append(opened..<bytes.count)
                    start = nil
                } else {
                    start = bytes.count
                }
            } else {
                bytes.append(source[index])
                index += 1
            }
        }
        self.init(String(decoding: bytes, as: UTF8.self), code: code)
    }
}
