import APIModel
import JSONText
import Recognition
import SourceText

// Values of samples and calls that are not as documented, for whoever writes the pages.

extension Lift {
    /// "yesterday" in a sample where the pages say that a date stands.
    mutating func compareFormat(_ draft: Draft, called name: String, _ type: Said<TypeExpression>) {
        guard case .string(let format) = type.value.kind else { return }
        let strange = draft.scalars.first { said in
            guard case .string(let text) = said.value.node else { return false }
            return !text.fits(format) && !text.isLeftOpen
        }
        guard let strange, case .string(let text) = strange.value.node else { return }
        remarks.append(
            .formatByExample(
                name, shown: text, declared: format.rawValue, at: strange.evidence.span,
                declaredAt: type.evidence.span))
    }
}

extension Resolution {
    /// `?limit=abc` of what is an integer, `?order=up` of what is `asc` or `desc`; and credentials.
    mutating func compareCallValues(of draft: OperationDraft, in calls: [SampleCall]) {
        for parameter in draft.parameters where parameter.location.value == .query {
            for call in calls {
                let shown = queryValues(of: parameter.name.value, in: call.url.value)
                guard let value = shown.first(where: { !$0.isLeftOpen }) else { continue }
                let place = Said(value, call.url.evidence)
                if let remark = parameter.remark(on: place) {
                    remarks.append(remark)
                    break
                }
            }
        }
    }

    /// `Authorization: Bearer eyJhbGciOi…` in a call, where each stands first.
    mutating func remarkOnCredentials(of drafts: [OperationDraft]) {
        var seen: Set<String> = []
        for call in drafts.lazy.flatMap(\.calls) {
            guard let header = call.headers.first(where: \.holdsCredential),
                seen.insert(header.value).inserted
            else { continue }
            let span = SourceSpan(call.url.evidence.span.file, header.range)
            remarks.append(.credentialInCall(header.name, at: span))
        }
    }
}

extension ParameterDraft {
    fileprivate func remark(on shown: Said<String>) -> Diagnostic? {
        let declared = draft.types.first { $0.evidence.strength >= .described && $0.value.isKnown }
        if let declared, let kind = declared.value.forbiddenKind(of: shown.value) {
            return .typeByExample(
                name.value, shown: kind, declared: declared.value.words,
                at: shown.evidence.span, declaredAt: declared.evidence.span)
        }
        guard let first = draft.values.first, !draft.isList(declared?.value),
            !shown.value.utf8.contains(where: { [0x25, 0x2B, 0x2C].contains($0) }),
            !draft.values.contains(where: { $0.value.value == shown.value })
        else { return nil }
        return .unlistedValue(
            shown.value, of: name.value, isTaken: false, at: shown.evidence.span,
            listed: first.value.evidence.span)
    }
}

extension Draft {
    fileprivate func isList(_ type: TypeExpression?) -> Bool {
        if listStyle != nil || items != nil { return true }
        if case .array? = type?.kind { return true }
        return false
    }
}

extension TypeExpression {
    /// What a text in a query is instead of the type; `nil` where it may be of it.
    fileprivate func forbiddenKind(of text: String) -> String? {
        let isNumber = Double(text) != nil
        switch kind {
        case .integer: return isNumber && text.isInteger ? nil : isNumber ? "number" : "string"
        case .number, .decimal: return isNumber ? nil : "string"
        case .boolean:
            return ["true", "false", "0", "1", "yes", "no", "on", "off", "True", "False"]
                .contains(text) ? nil : isNumber ? "number" : "string"
        default: return nil
        }
    }
}

extension HTTPHead.Header {
    /// Whether its value looks like what somebody was given, and like nothing to be filled in.
    fileprivate var holdsCredential: Bool {
        guard isCredentialName(name) || name.lowercased() == "authorization" else { return false }
        guard let secret = value.split(separator: " ").last, secret.utf8.count >= 12 else {
            return false
        }
        let text = String(secret)
        let digits = text.utf8.filter { $0 >= 0x30 && $0 <= 0x39 }.count
        return !text.isLeftOpen && digits > 0 && digits < text.utf8.count
            && text.utf8.allSatisfy {
                $0.isWordByte || [0x2B, 0x2D, 0x2E, 0x2F, 0x3D].contains($0)
            }
    }
}

extension String {
    /// Whether it stands for a value: `<uuid>`, `{id}`, `$TOKEN`, `YYYY-MM-DD`, `abc...`, `string`.
    fileprivate var isLeftOpen: Bool {
        if isEmpty || utf8.contains(where: { [0x24, 0x2A, 0x3C, 0x5B, 0x7B, 0x25].contains($0) }) {
            return true
        }
        let text = lowercased()
        let marks = [
            "...", "\u{2026}", "xxx", "yyyy", "your", "example_", "-mm-", "token_", "_token",
        ]
        return marks.contains { text.contains($0) } || readType(text)?.isName == false
            || hasPrefix(":") || self == uppercased() && contains("_")
    }

    fileprivate func fits(_ format: StringFormat) -> Bool {
        switch format {
        case .date: stringFormat(of: self) == .date
        case .dateTime:
            stringFormat(of: self) == .dateTime
                || utf8.count > 10 && stringFormat(of: String(prefix(10))) == .date
        case .uuid: stringFormat(of: self) == .uuid
        case .email: stringFormat(of: self) == .email
        case .uri: utf8.contains { [0x23, 0x2E, 0x2F, 0x3A].contains($0) }
        default: true
        }
    }
}

extension Diagnostic {
    fileprivate static func formatByExample(
        _ name: String, shown: String, declared: String, at span: SourceSpan,
        declaredAt: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            .warning, "format-by-example",
            "'\(shown.prefix(40))' of '\(name)' is no \(declared), as the text says it is",
            at: span,
            notes: [Note("the format is declared here", declaredAt)])
    }

    fileprivate static func credentialInCall(_ header: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            .warning, "redacted-credential",
            "what looks like a credential in the header '\(header)' of a call; it goes into no output",
            at: span)
    }
}
