import APIModel
import CircleSupport
import Emission
import EndpointGenerator
import Foundation
import SourceText

// Reads each folder of pages, writes it as Markdown, reads that, and prints what is not the same.
//   Circle FOLDER... [--lost N] [--write DIR]
var arguments = Array(CommandLine.arguments.dropFirst())
var shown = 0
var target: String?
if let index = arguments.firstIndex(of: "--lost") {
    shown = Int(arguments[index + 1]) ?? 10
    arguments.removeSubrange(index...index + 1)
}
if let index = arguments.firstIndex(of: "--write") {
    target = arguments[index + 1]
    arguments.removeSubrange(index...index + 1)
}

var seeds = 0
if let index = arguments.firstIndex(of: "--random") {
    seeds = Int(arguments[index + 1]) ?? 0
    arguments.removeSubrange(index...index + 1)
}

func column(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.utf8.count)) + text
}

let heads = ["operations", "closed", "types", "closed", "facts", "lost", "gained"]
print(padded("pages") + heads.map { column($0, 11) }.joined())
for folder in arguments {
    let sources = readFolder(folder)
    let url = URL(fileURLWithPath: folder)
    let parent = url.deletingLastPathComponent().lastPathComponent
    let name = url.lastPathComponent == "pages" ? parent : url.lastPathComponent
    try show(Circle(describe(sources, named: name).api, of: sources), named: name)
}
for seed in 0..<seeds {
    var models = RandomModels(seed: UInt64(seed + 1))
    var sources = SourceSet()
    sources.append(SourceFile(path: "random.md", bytes: []))
    try show(Circle(models.api(), of: sources), named: "random-\(seed + 1)")
}

@MainActor func show(_ circle: Circle, named name: String) throws {
    let figures = [
        circle.api.operations.count, circle.closedOperations, circle.api.schemas.count,
        circle.closedTypes, circle.count, circle.lost.count, circle.gained.count,
    ]
    print(padded(name) + figures.map { column("\($0)", 11) }.joined())
    for note in circle.notes.prefix(5) { print("  note: \(note.message)") }
    if let target { try write(circle.files, to: target + "/" + name) }
    for (sign, facts) in [("-", circle.lost), ("+", circle.gained)] where shown > 0 {
        list(facts, sign)
    }
}

@MainActor func list(_ facts: [ModelFact], _ sign: String) {
    let kinds = Dictionary(grouping: facts, by: \.kind).sorted {
        ($1.value.count, $0.key) < ($0.value.count, $1.key)
    }
    for (kind, facts) in kinds {
        print("  \(sign) \(facts.count) \(kind)")
        for fact in facts.prefix(shown) { print("      \(fact.owner) \(fact.text.prefix(300))") }
    }
}

func write(_ files: [OutputFile], to folder: String) throws {
    for file in files {
        let place = URL(fileURLWithPath: folder).appendingPathComponent(file.path)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(file.bytes).write(to: place)
    }
}

func padded(_ text: String) -> String {
    text.padding(toLength: 24, withPad: " ", startingAt: 0)
}

func readFolder(_ folder: String) -> SourceSet {
    var sources = SourceSet()
    let base = URL(fileURLWithPath: folder)
    let endings: Set<String> = [
        "md", "markdown", "mdx", "rst", "inc", "txt", "html", "htm", "erb", "yaml", "yml", "json",
    ]
    var paths: [String] = []
    let found = FileManager.default.enumerator(atPath: base.path)
    while let path = found?.nextObject() as? String {
        let url = URL(fileURLWithPath: path)
        guard endings.contains(url.pathExtension), url.lastPathComponent != "endpointgen.json"
        else { continue }
        paths.append(path)
    }
    for path in paths.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
        guard
            let data = FileManager.default.contents(atPath: base.appendingPathComponent(path).path)
        else { continue }
        sources.append(SourceFile(path: path, bytes: [UInt8](data)))
    }
    return sources
}
