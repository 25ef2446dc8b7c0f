import APIModel
import Recognition
import SourceText

extension OperationDraft {
    /// A list of what comes back, or of its headers.
    func addResponse(_ titled: TitledList, _ around: Surroundings) {
        guard !around.isOfUntoldError else {
            if !around.isHeaders, titled.list.fields.allSatisfy({ $0.type != nil }) {
                errorLists.append(titled)
            }
            leaveOut(titled.list.evidence.span, .error)
            return
        }
        if around.isHeaders {
            let evidence = titled.list.evidence
            let index = around.status.map { response(Said($0, evidence)) } ?? success(evidence)
            for field in titled.list.fields { addHeader(field, to: index) }
            return
        }
        let titled = takeHeaders(of: titled, around)
        guard !titled.list.fields.isEmpty else { return }
        let evidence = titled.list.evidence
        let index = around.status.map { response(Said($0, evidence)) } ?? success(evidence)
        if titled.list.isElements || around.isElements { _ = responses[index].body.draft.element() }
        responses[index].body.lists.append(titled)
    }

    /// Rows of a response's list that say they are headers.
    func takeHeaders(
        of titled: TitledList, _ around: Surroundings
    ) -> TitledList {
        var titled = titled
        let headers = titled.list.fields.filter { $0.location?.value == .header }
        guard let first = headers.first else { return titled }
        let index =
            around.status.map { response(Said($0, first.name.evidence)) }
            ?? success(first.name.evidence)
        for field in headers { addHeader(field, to: index) }
        titled.list.fields.removeAll { $0.location?.value == .header }
        titled.nodes = nest(titled.list.fields)
        titled.wrapped = titled.title == nil ? wrapped(titled.list) : nil
        return titled
    }

    /// Rows that say themselves where they belong; true when all do.
    func takeLocated(_ list: inout FieldList, _ around: Surroundings) -> Bool {
        guard around.direction != .response,
            list.fields.contains(where: { $0.location != nil })
        else { return false }
        nameSolePlaceholder(in: &list) { $0.location?.value == .path }
        var body: [Field] = []
        for field in list.fields {
            switch field.location?.value {
            case .path: addParameter(field, at: .path)
            case .query: addQueried(field)
            case .header: addParameter(field, at: .header)
            case .cookie: addParameter(field, at: .cookie)
            case .form:
                requestBody.formField = requestBody.formField ?? field.location?.evidence
                body.append(field)
            // What is sent nowhere else can be no more than its part of the path.
            case .body where !method.sendsBody && isPlaceholder(field.name.value):
                addParameter(field, at: .path)
            case .body: body.append(field)
            case nil where isPlaceholder(field.name.value): addParameter(field, at: .path)
            case nil where method.sendsBody: body.append(field)
            case nil where field.depth == 0: addParameter(field, at: .query)
            case nil: break
            }
        }
        takeBody(body, evidence: list.evidence)
        return true
    }

    /// One row of the path and one placeholder are one thing, whatever the row calls it:
    /// `/ships/{id}` with `ship` below "Path parameters". The path's name for it is the one sent.
    func nameSolePlaceholder(in list: inout FieldList, where isOfPath: (Field) -> Bool) {
        let placeholders = request.path.value.placeholders
        let rows = list.fields.indices.filter { isOfPath(list.fields[$0]) }
        guard !isComplete, placeholders.count == 1, rows.count == 1,
            !list.fields.contains(where: { isPlaceholder($0.name.value) })
        else { return }
        list.fields[rows[0]].name = Said(
            placeholders[0], list.fields[rows[0]].name.evidence)
    }

    /// `id`, which must be there, beside `/bookings/{BOOKING_ID}`.
    func isCalledAsEndOfPlaceholder(_ field: Field) -> Bool {
        guard field.required?.value == true, !method.sendsBody,
            let placeholder = request.path.value.placeholders.first
        else { return false }
        let own = words(of: field.name.value)
        let end = words(of: placeholder).suffix(own.count)
        return !own.isEmpty && Array(end) == own
    }

    /// Whether the text is also that of a PUT or PATCH: what nobody says the place of is its body.
    var isReadBesideReplacing: Bool {
        !method.sendsBody
            && scope.requests.contains { $0.method.value == .put || $0.method.value == .patch }
    }

    /// A row `body` at the top is the body itself; the rows below it are its members. One alone is the
    /// body too, unless samples show it as a member.
    private func takeBody(_ fields: [Field], evidence: Evidence) {
        guard !fields.isEmpty else { return }
        var members: [Field] = []
        var whole: Field?
        for field in fields {
            let isWhole =
                field.depth == 0 && members.isEmpty
                && (field.location?.value == .body || field.type?.value.isNamed == true)
                && (field.name.value.lowercased() == "body"
                    || (fields.count == 1 && !field.standsAlone
                        && !shownMembers.contains(field.name.value)
                        && field.type?.value.isScalar != true))
            if isWhole {
                whole = field
            } else {
                members.append(field)
            }
        }
        if let whole, whole.type?.value.isNamed == true {
            requestBody.draft.describe(whole, with: nest(members))
            return
        }
        if let whole { requestBody.draft.describe(whole) }
        guard !members.isEmpty else { return }
        let list = FieldList(fields: members, evidence: evidence)
        appendToBody(list)
    }

    /// Rows of what "Inputs" lists that the path has places for.
    func takePlaceholders(of list: inout FieldList) {
        let isFlat = list.fields.allSatisfy { $0.depth == 0 }
        guard isFlat, list.fields.contains(where: { !isPlaceholder($0.name.value) }) else { return }
        for field in list.fields where isPlaceholder(field.name.value) {
            addParameter(field, at: .path)
        }
        list.fields.removeAll { isPlaceholder($0.name.value) }
    }

    /// What the body is as a whole, by the section it is said in.
    func describeContent(_ field: Field, _ around: Surroundings) {
        switch around.direction {
        case .request: requestBody.draft.describe(field)
        case .response where around.isOfUntoldError:
            leaveOut(field.name.evidence.span, .error)
        case .response:
            let evidence = field.name.evidence
            let index = around.status.map { response(Said($0, evidence)) } ?? success(evidence)
            responses[index].body.draft.describe(field)
        case nil: break
        }
    }

    func addProse(_ text: Said<String>, _ around: Surroundings) {
        if around.direction == nil, around.title == nil, around.member == nil { prose.append(text) }
    }

    /// The page's own name for the operation counts before the heading it stands under.
    func addName(_ name: Said<String>, _ around: Surroundings) {
        guard around.direction == nil, around.member == nil else { return }
        let position = names.firstIndex { $0.evidence.strength < name.evidence.strength }
        names.insert(name, at: position ?? names.count)
    }

    /// A parameter that only prose mentions; nothing is known of it but its name.
    func mention(_ field: Field) {
        guard parameters(called: field.name.value).isEmpty else { return }
        addParameter(field, at: .query)
    }

    /// One row that is spelled like its own type is what is sent as a whole.
    func describeBody(byOnlyRowOf list: FieldList) -> Bool {
        guard list.fields.count == 1, list.fields[0].isSpelledLikeType else { return false }
        describeBody(list.fields[0])
        return true
    }

    func describeBody(_ field: Field) { requestBody.draft.describe(field) }

    func isPlaceholder(_ name: String) -> Bool {
        request.path.value.placeholders.contains { $0.anchorForm == name.anchorForm }
    }

    /// "In the URL" is in its path where that has a place for it.
    func addQueried(_ field: Field) {
        addParameter(field, at: !isComplete && isPlaceholder(field.name.value) ? .path : .query)
    }

    func appendToBody(_ list: FieldList) {
        requestBody.lists.append(
            TitledList(
                list: list, nodes: nest(list.fields), title: nil, isList: false,
                wrapped: wrapped(list)))
    }

    func wrapped(_ list: FieldList) -> [FieldNode]? {
        // `:>json` says of each row that it is a member of the whole, and so does a sentence.
        if list.evidence.isOfFieldLines || list.evidence.isToldInSentence { return nil }
        return wrap(list.fields, path: request.path.value, isReferred: list.isReferred)
    }
}

extension Claim {
    var describesFields: Bool {
        switch statement {
        case .fields, .sample, .values: true
        default: false
        }
    }
}

extension Sample {
    /// Whether its own title says that it is of an error, whichever, or all that it holds is one.
    var showsError: Bool {
        title.map { classifyHeading(MarkedText($0)).role == .errors } ?? holdsErrorOnly
    }

    /// `{"error": "…"}`, `{"errors": [ … ]}`.
    private var holdsErrorOnly: Bool {
        guard status == nil, document.values.count == 1,
            case .object(let members) = document.values[0].node, members.count == 1
        else { return false }
        switch (members[0].key.lowercased(), members[0].value.node) {
        case ("error", .string), ("error", .object): return true
        case ("errors", .array(let elements)): return !elements.isEmpty
        default: return false
        }
    }
}

extension Sample {
    /// Whether it is a JSON Patch, which is sent and does not come back (RFC 6902 §3).
    var isJSONPatch: Bool {
        guard status == nil, document.values.count == 1,
            case .array(let elements) = document.values[0].node, !elements.isEmpty
        else { return false }
        return elements.allSatisfy { element in
            guard case .object(let members) = element.node else { return false }
            return members.contains { $0.key == "op" } && members.contains { $0.key == "path" }
        }
    }
}

extension FieldList {
    /// Whether one of its rows is an object and others are its members, which no query has.
    var holdsObject: Bool {
        role == nil
            && fields.contains { field in
                guard field.depth == 0, field.location == nil, let type = field.type?.value else {
                    return false
                }
                let isObject = type.kind == .object || type.isArray
                return isObject
                    && fields.contains {
                        $0.name.value.hasPrefix(field.name.value + ".")
                            || $0.name.value.hasPrefix(field.name.value + "[].")
                    }
            }
    }
}
