import SourceText

/// How strict rendering is.
package enum RenderingMode: Sendable {
    /// Generating code: an unknown name is an error at the template's line, and `{{x}}` and
    /// `{{{x}}}` both write the text as it is, since its sink has already encoded it.
    case generator
    /// Mustache's own specification: an unknown name is nothing, and `{{x}}` escapes HTML.
    case specification
}

/// Renders a template with the values a context gives its names.
package func render(
    _ name: String, of templates: TemplateSet, with context: TemplateObject, mode: RenderingMode
) -> (bytes: [UInt8], notes: [Diagnostic]) {
    guard let template = templates[name] else {
        return ([], [Diagnostic(.error, "template-missing", "no template '\(name)'", at: nil)])
    }
    var rendering = Rendering(templates: templates, mode: mode, context: .object(context))
    rendering.run(template, 0, template.program.count)
    return (rendering.output, rendering.notes)
}

private struct Rendering {
    let templates: TemplateSet
    let mode: RenderingMode
    var output: [UInt8] = []
    var notes: [Diagnostic] = []
    private var noted: Set<SourceSpan> = []
    /// Innermost last.
    private var contexts: [TemplateValue]
    /// What inheriting templates put into blocks, outermost first, which is the one that wins.
    private var overrides: [(template: Template, overrides: [Override])] = []
    private var indentation: [UInt8] = []
    /// Whether the next byte begins a line and has to be indented.
    private var isIndentationDue = false
    private var depth = 0

    init(templates: TemplateSet, mode: RenderingMode, context: TemplateValue) {
        self.templates = templates
        self.mode = mode
        contexts = [context]
    }

    mutating func run(_ template: Template, _ from: Int, _ to: Int) {
        var index = from
        while index < to {
            switch template.program[index] {
            case .text(let range): write(template.source.bytes[range.indices])
            case .lineStart: isIndentationDue = true
            case .variable(let name, let escaped): writeVariable(name, escaped, in: template)
            case .section(let name, let end):
                runSection(name, of: template, index + 1, end)
                index = end - 1
            case .inverted(let name, let end):
                if value(name, in: template).isFalse { run(template, index + 1, end) }
                index = end - 1
            case .partial(let inclusion): include(inclusion, from: template, overriding: nil)
            case .parent(let inclusion, let overrides, let end):
                include(inclusion, from: template, overriding: overrides)
                index = end - 1
            case .block(let block):
                runBlock(block, of: template, index + 1)
                index = block.end - 1
            }
            index += 1
        }
    }

    private mutating func runSection(
        _ name: TemplateName, of template: Template, _ start: Int, _ end: Int
    ) {
        let value = value(name, in: template)
        if value.isFalse { return }
        guard case .list(let items) = value else {
            runOnce(value, template, start, end)
            return
        }
        for item in items { runOnce(item, template, start, end) }
    }

    private mutating func runOnce(
        _ context: TemplateValue, _ template: Template, _ start: Int, _ end: Int
    ) {
        contexts.append(context)
        run(template, start, end)
        contexts.removeLast()
    }

    private mutating func include(
        _ inclusion: Inclusion, from template: Template, overriding blocks: [Override]?
    ) {
        guard let name = templateName(inclusion, in: template) else { return }
        guard let included = templates[name] else {
            note(Message.unknownPartial(name, at: span(inclusion.name, in: template)))
            return
        }
        let outer = indentation
        if let range = inclusion.indentation {
            indentation += template.source.bytes[range.indices]
        } else {
            indentation = []
        }
        if let blocks { overrides.append((template, blocks)) }
        let start = output.count
        nest(at: span(inclusion.name, in: template)) { $0.run(included, 0, included.program.count) }
        if blocks != nil { overrides.removeLast() }
        indentation = outer
        if inclusion.indentation == nil { joinLine(after: start, of: included) }
    }

    /// Editors end every file with a line break; behind what is included within a line it would cut
    /// that line in two.
    private mutating func joinLine(after start: Int, of included: Template) {
        guard mode == .generator, included.source.bytes.last == 0x0A, output.count > start,
            output.last == 0x0A
        else { return }
        output.removeLast()
    }

    private mutating func templateName(_ inclusion: Inclusion, in template: Template) -> String? {
        guard inclusion.isDynamic else { return inclusion.name.text }
        guard case .text(let text) = value(inclusion.name, in: template) else { return nil }
        return String(decoding: text.bytes, as: UTF8.self)
    }

    private mutating func runBlock(_ block: Block, of template: Template, _ start: Int) {
        for (child, overrides) in overrides {
            guard let override = overrides.last(where: { $0.name == block.name }) else { continue }
            let outer = indentation
            indentation += template.source.bytes[block.indentation.indices]
            if block.startsLine { isIndentationDue = true }
            nest(at: SourceSpan(template.id, block.indentation)) {
                $0.run(child, override.start, override.end)
            }
            indentation = outer
            return
        }
        run(template, start, block.end)
    }

    private mutating func nest(at span: SourceSpan, _ body: (inout Rendering) -> Void) {
        guard depth < depthLimit else {
            note(Message.nesting(at: span))
            return
        }
        depth += 1
        body(&self)
        depth -= 1
    }
}

// MARK: Names

extension Rendering {
    /// The first part is sought from the innermost context outwards, the others in what it names.
    private mutating func value(_ name: TemplateName, in template: Template) -> TemplateValue {
        guard let first = name.parts.first else { return contexts.last ?? .absent }
        var index = contexts.count - 1
        while index >= 0 {
            if case .object(let object) = contexts[index], let found = object[first] {
                return member(name, of: found, in: template)
            }
            index -= 1
        }
        return unknown(name, in: template)
    }

    private mutating func member(
        _ name: TemplateName, of value: TemplateValue, in template: Template
    ) -> TemplateValue {
        var value = value
        for part in name.parts.dropFirst() {
            guard case .object(let object) = value, let next = object[part] else {
                return unknown(name, in: template)
            }
            value = next
        }
        return value
    }

    private mutating func unknown(_ name: TemplateName, in template: Template) -> TemplateValue {
        note(Message.unknownName(name.text, at: span(name, in: template)))
        return .absent
    }

    private func span(_ name: TemplateName, in template: Template) -> SourceSpan {
        SourceSpan(template.id, name.range)
    }

    /// Once a place, however often a section repeats it.
    private mutating func note(_ note: Diagnostic) {
        guard mode == .generator || note.id == "template-nesting" else { return }
        if let span = note.span, !noted.insert(span).inserted { return }
        notes.append(note)
    }
}

// MARK: Writing

extension Rendering {
    private mutating func writeVariable(
        _ name: TemplateName, _ escaped: Bool, in template: Template
    ) {
        switch value(name, in: template) {
        case .absent: break
        case .boolean(let value): write(ArraySlice((value ? "true" : "false").utf8))
        case .text(let text) where escaped && mode == .specification:
            write(ArraySlice(escapedHTML(text.bytes)))
        case .text(let text): write(text.bytes[...])
        case .list, .object: note(Message.notText(name.text, at: span(name, in: template)))
        }
    }

    /// Indents when a line has begun; a line without content stays without indentation.
    private mutating func write(_ bytes: ArraySlice<UInt8>) {
        guard let first = bytes.first else { return }
        if isIndentationDue {
            isIndentationDue = false
            if first != 0x0A, first != 0x0D { output += indentation }
        }
        output += bytes
    }
}

private func escapedHTML(_ bytes: [UInt8]) -> [UInt8] {
    var escaped: [UInt8] = []
    for byte in bytes {
        switch byte {
        case 0x22: escaped += "&quot;".utf8
        case 0x26: escaped += "&amp;".utf8
        case 0x3C: escaped += "&lt;".utf8
        case 0x3E: escaped += "&gt;".utf8
        default: escaped.append(byte)
        }
    }
    return escaped
}

extension ByteRange {
    /// As indices of the file's bytes.
    fileprivate var indices: Range<Int> { Int(start)..<Int(end) }
}
