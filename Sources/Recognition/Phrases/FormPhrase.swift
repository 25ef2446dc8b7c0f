/// The media type of a form that a sentence demands: "the content-type header should be
/// `multipart/form-data`", "Parameters are sent as application/x-www-form-urlencoded."
func readFormPhrase(_ text: MarkedText) -> String? {
    guard text.tokens.count <= 40 else { return nil }
    let lowered = lowercasedASCII(text.text)
    let named = ["multipart/form-data", "application/x-www-form-urlencoded"].filter {
        lowered.contains($0)
    }
    // A sentence that forbids, compares or tells of the answer demands nothing.
    let doubts: Set<String> = [
        "not", "never", "instead", "except", "unless", "or", "response", "returns", "returned",
    ]
    guard let type = named.first, named.count == 1,
        !text.tokens.contains(where: { doubts.contains($0.word) })
    else { return nil }
    return type
}
