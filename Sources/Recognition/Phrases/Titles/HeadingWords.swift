import APIModel

/// The lowercase words of a heading; roles are decided by which of them are there.
struct HeadingWords {
    private let words: [String]

    init(_ words: [String]) {
        self.words = words
    }

    private func has(_ candidates: String...) -> Bool {
        words.contains { candidates.contains($0) }
    }

    /// Whether all words belong to the vocabulary of headings: `Organization users` does not.
    private var isVocabulary: Bool {
        words.allSatisfy { Self.vocabulary.contains($0) || statusLike($0) }
    }

    private func statusLike(_ word: String) -> Bool {
        word.utf8.count == 3 && word.utf8.allSatisfy(isDigit)
    }

    var role: SectionRole? {
        if let sole = soleWordRole ?? outcomeRole ?? spokenRole { return sole }
        guard isVocabulary, !isImperative else { return nil }
        return codesRole ?? exampleRole ?? parametersRole ?? bodyRole ?? accessRole
            ?? responseRole ?? requestRole
    }

    /// "What you send", "You get back": parts of a call in the words of people.
    private var spokenRole: SectionRole? {
        guard words.count > 1, words.count <= 6 else { return nil }
        if sendsBody { return .requestBody }
        guard has("you", "what", "server", "client", "we", "us") else { return nil }
        let getting = [
            "get", "gets", "receive", "receives", "return", "returns", "returned", "back", "comes",
            "answers", "replies", "gives", "respond", "responds",
        ]
        let sending = ["send", "sends", "post", "submit", "pass", "provide", "put"]
        let fillers = [
            "you", "what", "it", "the", "server", "client", "we", "us", "in", "will", "to", "with",
            "is", "must", "should", "can", "api", "of", "need",
        ]
        let verbs = words.filter { !fillers.contains($0) }
        guard !verbs.isEmpty, verbs.allSatisfy({ getting.contains($0) || sending.contains($0) })
        else { return nil }
        return verbs.contains(where: getting.contains) ? .response : .requestBody
    }

    /// "Send JSON", "Accepts a JSON body", "Post the following JSON".
    private var sendsBody: Bool {
        let verbs = [
            "send", "sends", "post", "submit", "accepts", "takes", "expects", "pass", "requires",
        ]
        let nouns = ["json", "body", "payload"]
        let fillers = ["a", "an", "the", "this", "as", "with", "following", "object", "request"]
        return verbs.contains(words[0]) && words.dropFirst().contains(where: nouns.contains)
            && words.dropFirst().allSatisfy { nouns.contains($0) || fillers.contains($0) }
    }

    /// `Example request, with size information:`, `Example Create Server: JSON response`.
    var titledExampleRole: SectionRole? {
        guard words.first == "example" || words.first == "sample", words.count > 1 else {
            return nil
        }
        for word in [words[1], words[words.count - 1]] + words.dropFirst(2) {
            if ["response", "responses", "output", "returns"].contains(word) {
                return .responseExample
            }
            if ["request", "requests", "input"].contains(word) { return .requestExample }
        }
        return .example
    }

    /// `List roles`, `Get a role`: titles of operations, not sections of one.
    private var isImperative: Bool {
        switch words.first {
        case "get", "list", "put", "patch", "delete", "post":
            guard words.count > 1 else { return true }
            switch words[1] {
            case "parameters", "parameter", "params", "body", "request", "response", "data",
                "fields":
                return false
            default: return true
            }
        default: return false
        }
    }

    /// `Supported attributes`: those of what is told of above.
    private var namesAttributes: Bool {
        guard words.count == 2, let last = words.last else { return false }
        return ["supported", "available", "allowed", "following", "possible", "accepted"]
            .contains(words[0])
            && ["attributes", "fields", "properties", "keys"].contains(last)
    }

    private var soleWordRole: SectionRole? {
        if namesAttributes { return .properties }
        switch words {
        case ["enum"], ["enum", "variants"], ["enum", "definitions"]: return .enumeratedValues
        case ["optional", "fields"]: return .parameters(location: nil, required: false)
        case ["required", "fields"]: return .parameters(location: nil, required: true)
        case ["data", "constraints"], ["data", "params"], ["data", "parameters"]:
            return .requestBody
        case ["data", "example"], ["data", "examples"]: return .requestExample
        case ["try", "it"], ["try", "it", "out"]: return .example
        case ["return", "type"], ["returns", "type"], ["return", "value"]: return .response
        default: break
        }
        guard let word = words.first, words.count == 1 else { return languageRole }
        switch word {
        case "required": return .parameters(location: nil, required: true)
        case "optional": return .parameters(location: nil, required: false)
        case "properties", "fields", "attributes", "elements", "members": return .properties
        case "consumes": return .consumes
        case "produces": return .produces
        case "description", "overview", "notes", "details", "summary", "introduction", "remarks":
            return .description
        case "definition", "syntax", "endpoint", "url", "request", "usage", "route", "call":
            return .request
        case "example", "examples", "sample": return .example
        case "returns", "output", "outputs", "result", "return", "answer", "answers", "reply",
            "replies", "gives", "yields", "receive", "receives":
            return .response
        case "values": return .enumeratedValues
        case "header", "headers": return .parameters(location: .header, required: nil)
        case "throws", "raises", "exceptions": return .errors
        case "input", "inputs", "payload", "body", "send", "sends", "sending": return .requestBody
        default: return languageRole
        }
    }

    /// Names of languages and tools on tabs and captions.
    private var languageRole: SectionRole? {
        guard let first = words.first, words.count <= 3 else { return nil }
        switch first {
        case "curl", "httpie", "shell", "bash", "wget", "python", "python3", "ruby", "php", "java",
            "javascript", "js", "node", "nodejs", "node.js", "go", "golang", "rust", "swift",
            "kotlin", "typescript", "dart", "perl", "powershell", "c#", "csharp", "objective-c",
            "cli", "http", "scala", "postman":
            let isSample = words.dropFirst().allSatisfy {
                Self.languageTails.contains($0)
            }
            return isSample ? .codeSamples : nil
        default: return nil
        }
    }

    /// `Success response`, `A successful response`, `Failure`, `In case of an error`: how a call
    /// ended, and nothing else.
    private var outcomeRole: SectionRole? {
        guard words.count <= 7, words.allSatisfy({ Self.outcomes.contains($0) || statusLike($0) })
        else { return nil }
        if has("error", "errors", "failure", "failures", "failed", "unsuccessful") {
            return .errors
        }
        guard has("success", "successful") else { return nil }
        return has("example", "examples", "sample") ? .responseExample : .response
    }

    private var codesRole: SectionRole? {
        if has("codes"), has("response", "status", "normal") { return .statusCodes }
        if has("error", "errors") { return .errors }
        if has("codes", "statuses") || (has("status") && has("code")) { return .statusCodes }
        if has("values", "enumeration", "enumerations", "enums"),
            has("enumerated", "allowed", "possible", "valid", "supported", "accepted", "enum")
                || words.count == 1
        {
            return .enumeratedValues
        }
        return nil
    }

    private var exampleRole: SectionRole? {
        if has("code"), has("sample", "samples", "example", "examples") { return .codeSamples }
        if has("sdk", "snippet", "snippets", "client") { return .codeSamples }
        guard has("example", "examples", "sample", "samples") else { return nil }
        // "Definition and example request".
        if has("definition") { return .request }
        if has("response", "responses", "output", "result", "reply") { return .responseExample }
        if has("request", "requests", "body", "payload", "call", "input", "query") {
            return .requestExample
        }
        return .example
    }

    private var parametersRole: SectionRole? {
        let isList = has(
            "parameters", "parameter", "params", "parms", "variables", "variable", "arguments",
            "args",
            "options", "param", "headers", "filters")
        guard isList || has("query") && has("string", "fields") || has("header") && has("fields")
        else { return nil }
        let isNamedList = has("parameters", "parameter", "params", "arguments")
        if has("response", "responses", "return", "returned")
            || has("output", "result") && isNamedList
        {
            return has("headers") ? .responseHeaders : .responseFields
        }
        if has("body", "form", "form-data", "json", "payload") { return .requestBody }
        let required =
            has("required") && !has("optional")
            ? true : has("optional") && !has("required") ? false : nil
        return .parameters(location: location, required: required)
    }

    private var location: Parameter.Location? {
        if has("path", "uri") { return .path }
        if has("query", "querystring", "search") { return .query }
        if has("header", "headers") { return .header }
        if has("cookie", "cookies") { return .cookie }
        return nil
    }

    private var bodyRole: SectionRole? {
        if has("form", "form-data"), has("data", "fields", "form-data"), !has("response") {
            return .requestBody
        }
        guard has("body", "payload", "input") else { return nil }
        return has("response", "responses") ? .responseFields : .requestBody
    }

    private var accessRole: SectionRole? {
        if words == ["documentation", "for", "authorization"] { return .security }
        if has("permissions", "permission", "roles", "role", "scopes", "scope", "privileges") {
            return .permissions
        }
        return has("authentication", "authorization", "security", "auth", "authorizations")
            ? .security : nil
    }

    private var responseRole: SectionRole? {
        guard has("response", "responses", "return", "returned", "result", "results", "output")
        else {
            return nil
        }
        if has(
            "fields", "elements", "schema", "attributes", "properties", "object", "values",
            "structure", "members", "data")
        {
            return .responseFields
        }
        return .response
    }

    private var requestRole: SectionRole? {
        guard has("request", "requests", "endpoint", "url", "syntax", "call") else { return nil }
        if has(
            "fields", "schema", "attributes", "properties", "object", "json", "data", "elements",
            "members")
        {
            return .requestBody
        }
        return .request
    }

    private static let languageTails: Set<String> = [
        "requests", "request", "example", "sample", "sdk", "js", "client", "cli", "http", "fetch",
        "native", "axios", "urllib", "3", "rest-client", "guzzle",
    ]

    private static let outcomes: Set<String> = [
        "a", "an", "answer", "body", "case", "error", "errors", "example", "examples", "failed",
        "failure", "failures", "for", "in", "json", "of", "on", "output", "payload", "reply",
        "response", "responses", "result", "sample", "success", "successful", "the",
        "unsuccessful", "upon",
    ]

    private static let vocabulary: Set<String> = [
        "a", "all", "allowed", "an", "and", "api", "args", "argument", "arguments", "attributes",
        "auth", "authentication", "authorization", "authorizations", "available", "body", "call",
        "client",
        "code", "codes", "cookie", "cookies", "data", "definition", "details", "elements",
        "endpoint", "enum",
        "enumerated", "enumeration", "enumerations", "enums", "error", "errors", "example",
        "examples", "expected", "failed", "fields", "filter", "filters",
        "for", "form", "form-data", "formdata", "format",
        "header",
        "headers", "http", "important", "in", "input", "json", "list", "members", "message",
        "method", "of",
        "optional", "options", "or", "other", "output", "param", "parameter", "parameters",
        "params", "parms",
        "path", "payload", "permission", "permissions", "permitted", "possible", "post",
        "privileges", "properties", "query", "querystring", "raw", "reply", "request", "requests",
        "required", "response", "responses", "result", "results", "return", "returned", "role",
        "roles", "sample", "samples", "schema", "scope", "scopes", "sdk", "search", "security",
        "snippet", "snippets", "status", "statuses", "string", "structure", "success",
        "successful", "supported", "syntax", "the", "uri", "url", "valid", "accepted", "values",
        "variable", "variables", "with", "object", "get", "put", "patch", "delete", "common",
        "additional", "default", "documentation", "needed", "route", "normal", "server", "media",
        "types", "array", "urlencoded", "usage",
        "objects",
    ]
}
