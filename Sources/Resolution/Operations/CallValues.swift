import APIModel
import JSONText
import Recognition
import SourceText

extension OperationDraft {
    /// `?height=40&all=true` in a call shows what a parameter holds of which nothing else is known.
    ///
    /// Numbers and truth values alone are taken: a text shows nothing that is not supposed anyway,
    /// an identifier or a code may have letters elsewhere, and 0 and 1 may be truth values.
    func showCallValues() {
        for parameter in parameters where parameter.location.value == .query {
            parameter.showList(in: calls.filter { !$0.isForeign(to: self) })
        }
        for parameter in parameters
        where parameter.location.value == .query && parameter.draft.isUnknown
            && !parameter.name.value.namesIdentifier
        {
            let values = calls.filter { !$0.isForeign(to: self) }.flatMap { call in
                queryValues(of: parameter.name.value, in: call.url.value)
                    .map { Said($0, call.url.evidence) }
            }
            let nodes = values.compactMap { $0.value.shownNode }
            guard let first = values.first, nodes.count == values.count,
                !nodes.allSatisfy({ $0 == .number("0") || $0 == .number("1") })
            else { continue }
            for node in nodes {
                parameter.draft.show(
                    JSONValue(node, first.evidence.span.range), first.evidence.span.file,
                    construct: first.evidence.construct)
            }
        }
    }
}

extension OperationDraft {
    /// `?digests=1` in a call of the operation is a parameter of it, though no list names it.
    func addCalledParameters() {
        guard !isComplete else { return }
        for call in calls {
            guard call.method.map({ $0.value.uppercased() == method.rawValue }) ?? true,
                matchURL(call.url.value, to: request.path.value) != nil
            else { continue }
            for var field in call.requestClaim?.query ?? []
            where field.name.value.isPlainName && parameters(called: field.name.value).isEmpty
                && parameters(called: field.name.value.withoutBrackets).isEmpty
            {
                // Its values show what it holds, as those of any other parameter do.
                field.type = nil
                addParameter(field, at: .query)
            }
        }
    }
}

extension ParameterDraft {
    /// `tags=a&tags=b` and `ids[]=1` in a call show a list, where nothing says that it is none.
    fileprivate func showList(in calls: [SampleCall]) {
        if name.value.hasSuffix("[]"), !draft.types.contains(where: \.value.isArray) {
            let types = draft.types
            draft.types = [
                Said(TypeExpression(.array(nil)), types.first?.evidence ?? name.evidence)
            ]
            if !types.isEmpty { draft.element().types += types }
        }
        guard draft.isUnknown || draft.isListOfAnything else { return }
        for call in calls {
            let name = name.value
            let values = queryValues(of: name, in: call.url.value)
            let inBrackets = [name + "[]", name + "%5B%5D"].flatMap {
                queryValues(of: $0, in: call.url.value)
            }
            guard values.count > 1 || name.hasSuffix("[]") && !values.isEmpty || !inBrackets.isEmpty
            else { continue }
            if !draft.isListOfAnything {
                draft.types.append(Said(TypeExpression(.array(nil)), call.url.evidence))
            }
            let evidence = call.url.evidence
            for value in values + inBrackets {
                draft.element().show(
                    JSONValue(value.shownNode ?? .string(value), evidence.span.range),
                    evidence.span.file, construct: evidence.construct)
            }
        }
    }
}

/// What stands behind a name in the query of a URL, each time it stands there.
func queryValues(of name: String, in url: String) -> [String] {
    guard let mark = url.firstIndex(of: "?") else { return [] }
    return url[url.index(after: mark)...].prefix { $0 != "#" }.split(separator: "&")
        .compactMap { item in
            guard let equals = item.firstIndex(of: "="), item[..<equals] == name else { return nil }
            return String(item[item.index(after: equals)...])
        }
}

extension Draft {
    /// Whether places say that it is a list, and nothing of what.
    fileprivate var isListOfAnything: Bool {
        types.contains { $0.value.kind == .array(nil) } && (items?.isUnknown ?? true)
    }

    /// Whether no place says or shows what it holds.
    fileprivate var isUnknown: Bool {
        types.isEmpty && shown.isEmpty && defaults.isEmpty && examples.isEmpty && values.isEmpty
            && terms.isEmpty && object == nil && items == nil
    }
}

extension String {
    /// `ids` of `ids[]`.
    fileprivate var withoutBrackets: String { hasSuffix("[]") ? String(dropLast(2)) : self }

    /// Letters, digits and what joins them, with the brackets of a list behind them.
    fileprivate var isPlainName: Bool {
        !isEmpty
            && withoutBrackets.utf8.allSatisfy {
                $0.isWordByte || $0 == 0x2D || $0 == 0x2E || $0 == 0x24
            }
    }

    fileprivate var shownNode: JSONValue.Node? {
        switch self {
        case "true": .boolean(true)
        case "false": .boolean(false)
        default: isInteger ? .number(self) : nil
        }
    }

    /// Whether digits alone are likely one case of several.
    fileprivate var namesIdentifier: Bool {
        guard let last = words(of: self).last else { return true }
        switch singularForm(last.lowercased()) {
        case "id", "uid", "uuid", "guid", "key", "code", "number", "no", "name", "phone", "zip",
            "token", "cursor", "q", "query", "search", "filter", "ref", "tag", "user", "account",
            "date", "time", "since", "until", "before", "after", "from", "to":
            return true
        default:
            return false
        }
    }
}

extension Draft {
    /// What the value in a mention (`?quiet=1`) shows of the type counts where no list says it.
    func forgetMention(besides field: Field) {
        guard field.type != nil, !field.name.evidence.isMention else { return }
        types.removeAll {
            $0.evidence.isMention && $0.evidence.strength == .implied
        }
    }
}
