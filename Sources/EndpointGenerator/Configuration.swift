import Emission
import JSONText
import SourceText

/// What an API's `endpointgen.json` says. Few keys: each waits for a page that needs it.
struct Configuration: Hashable, Sendable {
    var name: String?
    /// Whether each subfolder is an API, in a namespace of its own.
    var hasNamespaces = false
    var options = EmissionOptions()
}

/// Reads `endpointgen.json`; strict where pages are read leniently, since a person wrote it for us.
func readConfiguration(
    _ source: SourceFile, as id: FileID
) -> (configuration: Configuration, notes: [Diagnostic]) {
    let document = readJSON(source)
    var reader = ConfigurationReader(id: id)
    if let problem = document.failure ?? document.repairs.first {
        reader.note("this is not JSON: \(problem.message)", problem.range)
    } else if document.values.count == 1, case .object(let members) = document.values[0].node {
        for member in members { reader.read(member) }
    } else {
        reader.note("this is not an object", ByteRange(0, source.bytes.count))
    }
    return (reader.configuration, reader.notes)
}

private struct ConfigurationReader {
    let id: FileID
    var configuration = Configuration()
    var notes: [Diagnostic] = []

    init(id: FileID) {
        self.id = id
    }

    mutating func read(_ member: JSONValue.Member) {
        switch member.key {
        case "access":
            let names = EmissionOptions.Access.allCases.map(\.rawValue)
            guard let name = word(member.value, of: names) else { return }
            configuration.options.access = EmissionOptions.Access(rawValue: name) ?? .public
        case "hashable":
            if let value = boolean(member.value) { configuration.options.isHashable = value }
        case "mutable":
            if let value = boolean(member.value) { configuration.options.isMutable = value }
        case "name":
            guard case .string(let name) = member.value.node, isFolderName(name) else {
                note("a name is letters, digits, '_', '-', '.' and spaces", member.value.range)
                return
            }
            configuration.name = name
        case "namespaces":
            if let value = boolean(member.value) { configuration.hasNamespaces = value }
        case "outputs":
            readOutputs(member.value)
        default:
            note(
                "unknown key '\(member.key)'; known are access, hashable, mutable, name, "
                    + "namespaces, outputs",
                member.keyRange)
        }
    }

    mutating func readOutputs(_ value: JSONValue) {
        guard case .array(let values) = value.node, !values.isEmpty else {
            note("outputs are an array that is not empty", value.range)
            return
        }
        let names = values.compactMap { word($0, of: outputNames) }
        configuration.options.outputs = Set(names.compactMap(Output.init(rawValue:)))
    }

    mutating func word(_ value: JSONValue, of words: [String]) -> String? {
        if case .string(let word) = value.node, words.contains(word) { return word }
        note("this is one of \(words.joined(separator: ", "))", value.range)
        return nil
    }

    mutating func boolean(_ value: JSONValue) -> Bool? {
        if case .boolean(let boolean) = value.node { return boolean }
        note("this is true or false", value.range)
        return nil
    }

    mutating func note(_ message: String, _ range: ByteRange) {
        notes.append(Diagnostic(.error, "configuration", message, at: SourceSpan(id, range)))
    }
}

/// Whether a name can be a folder's on every system, and no other folder than its own.
private func isFolderName(_ name: String) -> Bool {
    guard let first = name.utf8.first, let last = name.utf8.last, name.utf8.count <= 100 else {
        return false
    }
    let isAllowed = name.utf8.allSatisfy { byte in
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
            || [0x20, 0x2D, 0x2E, 0x5F].contains(byte)
    }
    return isAllowed && ![0x20, 0x2E].contains(first) && ![0x20, 0x2E].contains(last)
}

/// What `--emit` and the configuration's `outputs` can name.
public let outputNames: [String] = Output.allCases.map(\.rawValue)
