import APIModel
import CaseSupport
import EndpointGenerator
import Foundation
import SourceText

/// What the pipeline makes of pages: the model, what it had to say, and the bytes it was read from.
struct Reading {
    var api: APIDescription
    var sources: SourceSet
    var diagnostics: [Diagnostic]
}

/// Where the facts of a system are read from: our own page, or the page the project began with.
enum Origin: String, CaseIterable {
    case specs
    case seed
}

/// One of the five systems the project was built for.
struct System {
    /// Its folder of `Specs`.
    let name: String
    /// The file of `seeds` with the same facts in other words.
    let seed: String
}

/// Reads a system's pages, or returns `nil` after saying that they are not there.
func read(_ system: System, from origin: Origin) throws -> Reading? {
    switch origin {
    case .specs:
        let folder = packageFolder.appendingPathComponent("Specs/\(system.name)")
        return try describe(system.name, pages(in: folder))
    case .seed:
        guard let shared = sharedFolder() else {
            print("\(system.name) seed: skipped (no ../shared)")
            return nil
        }
        let file = shared.appendingPathComponent("seeds/\(system.seed)")
        return try describe(system.name, [page(file, as: system.seed)])
    }
}

/// Every file of a folder as the pipeline is given it, paths from that folder on.
func pages(in folder: URL, under subfolders: [String] = [""]) throws -> [SourceFile] {
    try subfolders.flatMap { files(in: folder.appendingPathComponent($0)) }.map { file in
        try page(file, as: relativePath(file, to: folder))
    }
}

func page(_ file: URL, as path: String) throws -> SourceFile {
    SourceFile(path: path, bytes: Array(try Data(contentsOf: file)))
}
