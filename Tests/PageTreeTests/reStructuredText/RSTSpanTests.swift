import CaseSupport
import Foundation
import SourceText
import Testing

@testable import PageTree

/// Every node knows its bytes, on whole pages and on every beginning of them.
@Suite struct RSTSpans {
    @Test func suiteCases() throws {
        for item in try rstSuite() ?? [] {
            #expect(drawnSpanFault(rstPage(item.rst)) == nil, "\(item.name)")
        }
    }

    @Test func corpusPages() throws {
        let pages = try corpusRST()
        for page in pages {
            #expect(drawnSpanFault(rstPage(page.bytes)) == nil, "\(page.name)")
        }
        print(pages.isEmpty ? "rst spans: skipped (no ../shared)" : "rst spans: \(pages.count)")
    }

    @Test func beginnings() throws {
        for item in try rstSuite() ?? [] {
            let bytes = Array(item.rst.utf8)
            for end in 0...bytes.count {
                let fault = drawnSpanFault(rstPage(Array(bytes[..<end])))
                #expect(fault == nil, "\(item.name) to \(end)")
            }
        }
        let pages = try corpusRST()
        for index in stride(from: 0, to: pages.count, by: max(1, pages.count / 30)) {
            let bytes = pages[index].bytes.prefix(20_000)
            for end in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 40)) {
                let fault = drawnSpanFault(rstPage(Array(bytes[..<end])))
                #expect(fault == nil, "\(pages[index].name) to \(end)")
            }
        }
    }

    /// A page of any dialect, read as another, is still a tree.
    @Test func foreignPages() throws {
        guard let folder = sharedFolder() else { return }
        for file in files(in: folder.appendingPathComponent("seeds")) {
            let bytes = Array(try Data(contentsOf: file))
            let source = SourceFile(path: file.lastPathComponent, bytes: bytes)
            #expect(drawnSpanFault(rstPage(bytes)) == nil, "\(source.path)")
            let flattened = readFlattenedText(source, as: FileID(0))
            #expect(drawnSpanFault(flattened) == nil, "\(source.path)")
        }
    }
}

/// The reStructuredText of the corpora and the seeds.
func corpusRST() throws -> [CorpusPage] {
    guard let folder = sharedFolder() else { return [] }
    var pages: [CorpusPage] = []
    for file in files(in: folder) {
        let name = file.lastPathComponent
        let source = SourceFile(path: name, bytes: Array(try Data(contentsOf: file)))
        guard name.hasSuffix(".rst") || name.hasSuffix(".inc") || name.hasSuffix(".txt"),
            dialect(of: source) == .reStructuredText
        else { continue }
        pages.append(CorpusPage(name: name, bytes: source.bytes))
    }
    return pages
}

/// What is wrong with the ranges of a page; nil if nothing is.
///
/// Cells of a drawn table stand side by side, so their lines alternate on the page: there, and
/// only there, siblings may overlap, in order of their beginnings. No two leaves ever do.
func drawnSpanFault(_ page: Page) -> String? {
    var stack = [NodeID.root]
    var leaves: [ByteRange] = []
    while let id = stack.popLast() {
        let range = page.range(id)
        guard range.end <= page.source.bytes.count else { return "\(page.kind(id)) is too long" }
        var last = range.start
        for child in page.children(id) {
            let inner = page.range(child)
            guard inner.start >= last, inner.end <= range.end else {
                return "\(page.kind(child)) \(inner) in \(page.kind(id)) \(range) behind \(last)"
            }
            guard child.rawValue > id.rawValue else { return "a child before its parent" }
            last = isDrawn(page.kind(child)) ? inner.start : inner.end
            stack.append(child)
        }
        if page.firstChild(id) == nil, !isDrawn(page.kind(id)), !range.isEmpty {
            leaves.append(range)
        }
    }
    leaves.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    for (left, right) in zip(leaves, leaves.dropFirst()) where left.end > right.start {
        return "leaves \(left) and \(right) overlap"
    }
    return nil
}

private func isDrawn(_ kind: Kind) -> Bool {
    switch kind {
    case .tableRow, .tableCell: true
    default: false
    }
}
