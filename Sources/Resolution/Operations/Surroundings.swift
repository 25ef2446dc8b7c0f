import APIModel
import Recognition
import SourceText

/// What the headings around a claim say about it, innermost first.
struct Surroundings {
    var direction: Direction?
    var status: Response.Status?
    var location: Parameter.Location?
    /// Whether the section is one for parameters.
    var isParameters = false
    var required: Said<Bool>?
    var isHeaders = false
    /// Whether the section is the body's own.
    var isBody = false
    /// Whether its words may speak of the query as well ("Input"), as they do where nothing is sent.
    var mayBeQuery = false
    /// The heading that says that the body is a form.
    var form: Evidence?
    var isErrors = false
    /// Whether it speaks of errors, and of none by its status.
    var isOfUntoldError: Bool { isErrors && status == nil }
    /// Whether the response's own heading says that it is a list.
    var isElements = false
    var title: Said<String>?
    /// What a label says around it that announces nothing known.
    var label: Said<String>?
    var isList = false
    /// The name of the member that a heading in code names.
    var member: Said<String>?
}

extension PageClaims {
    /// Reads the roles of the sections around a claim, up to the operation's own.
    func surroundings(of section: Int, upTo root: Int, own: Int) -> Surroundings {
        var result = Surroundings()
        for index in path(from: section) {
            guard index != 0 else { break }
            adopt(sections[index], isOwn: isSection(own, within: index), into: &result)
            if index == root { break }
        }
        if result.direction != nil, result.title?.value.labelsContent == true { result.title = nil }
        return result
    }

    /// "Optional parameters for hired boats" lists parameters where it stands below an operation.
    private func role(of section: Section, isOwn: Bool) -> SectionRole {
        guard section.role == .other, !isOwn, !section.title.namesOperation else {
            return section.role
        }
        return qualifiedParameters(section.title) ?? .other
    }

    private func adopt(_ section: Section, isOwn: Bool, into result: inout Surroundings) {
        result.status = result.status ?? section.status
        let evidence = Evidence(section.span, .declared, "heading")
        func face(_ direction: Direction) { result.direction = result.direction ?? direction }
        switch role(of: section, isOwn: isOwn) {
        case .parameters(let location, let required):
            if result.direction == nil { result.isParameters = true }
            face(.request)
            result.location = result.location ?? location
            result.required = result.required ?? required.map { Said($0, evidence) }
        case .requestBody:
            result.adoptBody(section)
            face(.request)
        case .request, .requestExample, .consumes:
            face(.request)
        case .response, .responseFields, .responseExample, .statusCodes, .produces:
            if result.direction == nil, section.announcesList { result.isElements = true }
            face(.response)
        case .responseHeaders:
            face(.response)
            result.isHeaders = true
        case .errors:
            face(.response)
            result.isErrors = true
        case .object(let name, let isList):
            // "Note resource" around an operation is what it is about, and no list's title.
            guard result.title == nil, !isOwn else { return }
            if section.level == labelLevel, section.announcesElements { result.isElements = true }
            result.title = Said(name, evidence)
            result.isList = isList
        case .member(let name):
            if result.member == nil, !isOwn { result.member = Said(name, evidence) }
        case .other:
            // A plain heading below the operation's own may name an object; the operation's own
            // names the operation, and so does one of a verb.
            if result.title == nil, !isOwn, !section.title.namesOperation,
                section.level < labelLevel, !section.title.isEmpty
            {
                result.title = Said(section.title, evidence)
            }
            if section.level == labelLevel, !section.title.isEmpty, !isOwn {
                result.label = result.label ?? Said(section.title, evidence)
            }
        case .security, .permissions, .enumeratedValues, .properties, .codeSamples, .example,
            .description, .operation:
            break
        }
    }
}

extension PageClaims {
    /// The section around that which names a status.
    func sectionOutsideStatus(of section: Int) -> Int {
        let named = path(from: section).first { sections[$0].status != nil }
        return named.map { sections[$0].parent } ?? section
    }
}

extension Surroundings {
    /// Whether the status around is one that comes without a body: what stands below a line on it
    /// tells of something else.
    var holdsNoBody: Bool {
        guard !isHeaders, direction == .response, case .code(let code)? = status else {
            return false
        }
        return code == 204 || code == 205 || code == 304
    }
}

extension String {
    /// "Schema", `application/json`: what a tab is called that shows a message, and no name of one.
    fileprivate var labelsContent: Bool {
        switch lowercased() {
        case "schema", "schemas": true
        default: isMediaType(self)
        }
    }

    /// "Form parameters", "Form data".
    fileprivate var namesForm: Bool {
        Recognition.words(of: self).contains { $0.lowercased() == "form" }
    }

    /// "Request body", "JSON payload": what only a body can be called.
    fileprivate var namesBody: Bool {
        Recognition.words(of: self).contains { word in
            switch word.lowercased() {
            case "body", "payload", "json", "form", "data", "object", "schema", "xml", "file",
                "post", "put", "patch":
                true
            default: false
            }
        }
    }

    /// "List the tenants", "Delete room", "Lend a book": a title of an operation.
    ///
    /// Before an article, any word is a verb that is none of those which begin other titles.
    var namesOperation: Bool {
        let words = Recognition.words(of: self)
        guard words.count > 1 else { return false }
        if words.count > 2, ["a", "an", "the", "all"].contains(words[1]) {
            return !words[0].hasSuffix("ing") && !beginsOtherTitles(words[0])
        }
        return isOperationVerb(words[0])
    }

    /// "About the API", "In the response".
    private func beginsOtherTitles(_ word: String) -> Bool {
        switch word {
        case "about", "above", "after", "all", "and", "as", "at", "before", "behind", "below", "by",
            "during", "for", "from", "how", "if", "in", "inside", "into", "is", "like", "not", "of",
            "on", "or", "over", "per", "since", "than", "that", "the", "this", "through", "to",
            "under", "until", "via", "was", "what", "when", "where", "which", "who", "why", "with",
            "within", "without":
            true
        default: false
        }
    }
}

extension Section {
    /// "An array of ships:", as the label of the list below it.
    fileprivate var announcesElements: Bool {
        readElementsAnnouncement(MarkedText(title)) != nil
    }

    /// "Response 200: array of objects", "Response (list of notes)".
    fileprivate var announcesList: Bool {
        if announcesElements { return true }
        let words = Recognition.words(of: title)
        guard let place = words.firstIndex(where: { $0 == "array" || $0 == "list" }) else {
            return false
        }
        return place + 2 < words.count && words[place + 1] == "of"
            && !["fields", "attributes", "properties", "keys"].contains(words[place + 2])
    }
}

extension Surroundings {
    fileprivate mutating func adoptBody(_ section: Section) {
        if direction == nil {
            isBody = true
            mayBeQuery = !section.title.namesBody
            if section.announcesElements { isElements = true }
        }
        if section.title.namesForm {
            form = form ?? Evidence(section.span, .declared, "heading")
        }
    }
}

extension Surroundings {
    /// What a list says about itself counts before its headings.
    mutating func adopt(_ role: SectionRole, _ evidence: Evidence) {
        switch role {
        case .parameters(location: .header, _) where direction == .response:
            isHeaders = true
        case .parameters(let location, let required):
            direction = .request
            isParameters = true
            self.location = location ?? self.location
            self.required = required.map { Said($0, evidence) } ?? self.required
            title = nil
        case .requestBody:
            direction = .request
            isBody = true
            mayBeQuery = false
        case .response, .responseFields: direction = .response
        case .responseHeaders:
            direction = .response
            isHeaders = true
        default: break
        }
    }
}

extension Field {
    /// Where alone a parameter has this name.
    var ownLocation: Parameter.Location? { name.value == "Authorization" ? .header : nil }
}
