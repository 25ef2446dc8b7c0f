/// Writes the Swift file that carries the built-in templates in the binary.
///
/// A file of raw string literals costs the compiler nothing at any size, unlike embedded
/// resources; a test compares it with the templates it is made from. The folder `Examples` is for
/// users to copy from.
public func embedTemplates(_ templates: [File]) -> [UInt8] {
    var text = """
        // swift-format-ignore-file

        /// Written by `endpointgen embed-templates`; the `*.mustache` files beside it are the source.
        package let builtinTemplates: [(name: String, text: String)] = [

        """
    let ours = templates.filter { !$0.path.hasPrefix("Examples/") }
    for template in ours.sorted(by: { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }) {
        let content = String(decoding: template.bytes, as: UTF8.self)
        let marks = String(repeating: "#", count: longestRunOfMarks(template.bytes) + 1)
        text += "    (\n        \(marks)\"\(templateName(template.path))\"\(marks),\n"
        text += "        \(marks)\"\"\"\n\(content)\n\"\"\"\(marks)\n    ),\n"
    }
    text += "]\n"
    return Array(text.utf8)
}

/// `Models.swift` for `Models.swift.mustache`.
func templateName(_ path: String) -> String {
    path.hasSuffix(".mustache") ? String(path.dropLast(".mustache".count)) : path
}

/// A literal with more marks than any run of them inside neither ends early nor interpolates.
private func longestRunOfMarks(_ bytes: [UInt8]) -> Int {
    var longest = 0
    var run = 0
    for byte in bytes {
        run = byte == 0x23 ? run + 1 : 0
        longest = max(longest, run)
    }
    return longest
}
