import SourceText

/// The Swift files that are the same for every API of a module.
package let sharedSwiftFileNames = [
    "AsyncHTTPClientTransport.swift", "Digest.swift", "Forms.swift", "HTTP.swift",
    "Middleware.swift", "Pages.swift", "Routing.swift", "Streams.swift", "Support.swift",
    "URLSessionTransport.swift",
]

/// Those that each API has for itself, as it has all that is no Swift.
package let ownSwiftFileNames = [
    "Client.swift", "DigestGuard.swift", "Fixtures.swift", "FlyingFox.swift", "FormBodies.swift",
    "Hummingbird.swift", "Models.swift", "Server.swift",
]

/// Those of them whose declarations can all stand inside of a type.
private let nestedFileNames: Set<String> = [
    "Client.swift", "DigestGuard.swift", "Fixtures.swift", "Models.swift", "Server.swift",
]

/// What an own file of an API is called among those of others: `Library+Client.swift`.
package func ownPath(_ path: String, _ filePrefix: String) -> String {
    let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
    return folder + filePrefix + "+" + path.dropFirst(folder.count)
}

/// A file as it stands beside those of other APIs. Models, without which nothing is, declare the
/// namespace; the others extend it.
func inNamespace(
    _ file: OutputFile, of api: String, _ namespace: EmissionOptions.Namespace,
    _ access: EmissionOptions.Access
) -> OutputFile {
    if sharedSwiftFileNames.contains(file.path) { return file }
    let path = ownPath(file.path, namespace.filePrefix)
    guard nestedFileNames.contains(file.path) else {
        return OutputFile(path: path, bytes: file.bytes)
    }
    let word = access == .internal ? "" : access.rawValue + " "
    let kind = file.path == "Models.swift" ? "\(word)enum" : "extension"
    let opening = "\(kind) \(namespaceName(api).code) {"
    return OutputFile(path: path, bytes: nested(file.bytes, in: opening))
}

/// The declarations of a file one level deeper, below its imports.
///
/// Lines were laid out for the outer level, so some are longer now than a formatter would have them.
private func nested(_ bytes: [UInt8], in opening: String) -> [UInt8] {
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    var body = lines.firstIndex { !isHead($0) } ?? lines.count
    while body < lines.count, lines[body].isEmpty { body += 1 }
    var end = lines.count
    while end > body, lines[end - 1].isEmpty { end -= 1 }
    var output: [UInt8] = []
    for line in lines[..<body] where !line.isEmpty {
        let isFirst = output.isEmpty
        output += line
        output += (isFirst ? "\n// swift-format-ignore-file\n\n" : "\n").utf8
    }
    output += "\n\(opening)\n".utf8
    for line in lines[body..<end] {
        if !line.isEmpty { output += "    ".utf8 + line }
        output.append(0x0A)
    }
    return output + Array("}\n".utf8)
}

/// Whether a line is none of a declaration: empty, a remark that documents nothing, an import.
private func isHead(_ line: ArraySlice<UInt8>) -> Bool {
    let isRemark = line.starts(with: "//".utf8) && !line.starts(with: "///".utf8)
    return line.isEmpty || isRemark || line.starts(with: "import ".utf8)
}
