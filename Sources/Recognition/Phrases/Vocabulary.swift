// Words that mean the same wherever they stand, each list in one place. What a word means only in one
// kind of sentence stands beside the reader of that sentence.

func isArticle(_ word: String) -> Bool { word == "a" || word == "an" || word == "the" }

/// What a word alone says of whether a value must be there.
func presence(_ word: String) -> Bool? {
    switch word {
    case "required", "mandatory": true
    case "optional": false
    default: nil
    }
}

/// A word for one member of a message or one parameter: "the `id` field".
func isFieldNoun(_ word: String) -> Bool {
    switch word {
    case "field", "parameter", "param", "property", "attribute", "argument", "header", "key",
        "member":
        true
    default: false
    }
}

/// A word for several, as lists of them are announced: "the following keys".
func isFieldWord(_ word: String) -> Bool {
    switch word {
    case "field", "fields", "key", "keys", "attributes", "properties", "members", "elements",
        "parameters", "arguments", "args", "headers", "params", "filters":
        true
    default: false
    }
}

/// A word for what a request does: "this endpoint", "all operations". A resource is as often a thing.
func isOperationNoun(_ word: String) -> Bool {
    switch word {
    case "endpoint", "operation", "method", "api", "call", "route", "request", "command",
        "endpoints", "operations", "methods", "calls", "routes", "requests":
        true
    default: false
    }
}

/// The verb that a title of an operation begins with: "Register a boat".
package func isOperationVerb(_ word: String) -> Bool {
    switch word {
    case "get", "list", "create", "add", "update", "delete", "remove", "fetch", "retrieve", "set",
        "modify", "edit", "change", "show", "find", "read", "replace", "revoke", "register",
        "deregister", "cancel":
        true
    default: false
    }
}

/// Words for what comes back.
func isAnswer(_ word: String) -> Bool {
    ["response", "responses", "answer", "reply", "result", "results", "output"].contains(word)
}

/// A word of a sentence that tells what comes back.
func speaksOfReturning(_ word: String) -> Bool {
    switch word {
    case "returns", "return", "returned", "responds", "respond", "response", "answers", "answer",
        "status", "result", "http", "yields", "replies":
        true
    default: false
    }
}
