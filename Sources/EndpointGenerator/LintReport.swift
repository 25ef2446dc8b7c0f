import JSONText
import SourceText

/// A way to write down what `lint` found.
public enum LintFormat: String, CaseIterable, Sendable {
    case text, json, sarif, github
}

extension Review {
    /// What is not known yet; `version` is that of the program that says so.
    public func report(_ format: LintFormat, known: Set<String>, version: String) -> [UInt8] {
        let remarks = remaining(known)
        switch format {
        case .text: return Array(text(remarks, known).utf8)
        case .json: return writeJSON(json(remarks, known))
        case .sarif: return writeJSON(sarif(remarks, version: version))
        case .github: return Array(commands(remarks).utf8)
        }
    }
}

extension Review {
    private func text(_ remarks: [Remark], _ known: Set<String>) -> String {
        let diagnostics = remarks.map { $0.diagnostic.saying($0.level) }
        let lines = render(diagnostics, of: sources, paths: paths, inColor: false)
        let entries = zip(lines, remarks).map { line, remark in
            remark.advice.isEmpty ? line : "\(line)  help: \(remark.advice)\n"
        }
        return entries.joined() + summary(remarks, known) + "\n"
    }

    private func summary(_ remarks: [Remark], _ known: Set<String>) -> String {
        let counts = LintLevel.allCases.reversed().map { level in
            let count = remarks.filter { $0.level == level }.count
            return "\(count) \(level.rawValue)\(count == 1 ? "" : "s")"
        }
        var summary = remarks.isEmpty ? "nothing found" : counts.joined(separator: ", ")
        let old = self.remarks.count - remarks.count
        if old > 0 { summary += "; \(old) more in the baseline" }
        let present = Set(self.remarks.map(\.fingerprint))
        let gone = known.subtracting(present).count
        if gone > 0 { summary += "; \(gone) of the baseline are mended" }
        return summary
    }

    private func json(_ remarks: [Remark], _ known: Set<String>) -> JSONValue {
        var positions = Positions(sources)
        let items = remarks.map { remark in
            let diagnostic = remark.diagnostic
            let head = JSONValue.object([
                "rule": .text(diagnostic.id), "level": .text(remark.level.rawValue),
                "message": .text(diagnostic.message), "advice": .text(remark.advice),
                "fingerprint": .text(remark.fingerprint),
            ])
            let place = diagnostic.span.map { self.place($0, &positions) } ?? .object([:])
            let notes = diagnostic.notes.map { note in
                JSONValue.object(["message": .text(note.message)])
                    .with(self.place(note.span, &positions))
            }
            return head.with(place).with(
                .object(["notes": notes.isEmpty ? nil : .list(notes)]))
        }
        return .object([
            "findings": .list(items), "known": .integer(self.remarks.count - remarks.count),
        ])
    }

    private func place(_ span: SourceSpan, _ positions: inout Positions) -> JSONValue {
        let start = positions.position(span)
        let last = SourceSpan(span.file, ByteRange(Int(span.range.end), Int(span.range.end)))
        let end = positions.position(last)
        return .object([
            "file": .text(paths[Int(span.file.rawValue)]), "line": .integer(start.line),
            "column": .integer(start.column), "endLine": .integer(end.line),
            "endColumn": .integer(end.column),
        ])
    }

    private func commands(_ remarks: [Remark]) -> String {
        var positions = Positions(sources)
        var text = ""
        for remark in remarks {
            var properties: [(name: String, value: String)] = []
            if let span = remark.diagnostic.span {
                let position = positions.position(span)
                properties = [
                    ("file", paths[Int(span.file.rawValue)]), ("line", "\(position.line)"),
                    ("col", "\(position.column)"),
                ]
            }
            properties.append(("title", remark.diagnostic.id))
            let kind = remark.level == .note ? "notice" : remark.level.rawValue
            text += workflowCommand(
                kind, properties, "\(remark.diagnostic.message). \(remark.advice)")
        }
        return text
    }
}

extension Diagnostic {
    /// The same with the level of its rule.
    fileprivate func saying(_ level: LintLevel) -> Diagnostic {
        let severity: Severity =
            switch level {
            case .note: .note
            case .warning: .warning
            case .error: .error
            }
        return Diagnostic(severity, id, message, at: span, notes: notes)
    }
}
