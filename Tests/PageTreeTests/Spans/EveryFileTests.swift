import CaseSupport
import Foundation
import SourceText
import Testing

@testable import PageTree

/// Every file beside the package, page or suite, is read into a tree whose nodes know their bytes.
@Suite struct EveryFile {
    @Test func corpus() throws {
        guard let folder = sharedFolder()?.appendingPathComponent("corpus") else {
            print("spans of every page: skipped (no ../shared)")
            return
        }
        let files = files(in: folder)
        for file in files {
            let source = SourceFile(
                path: file.lastPathComponent, bytes: Array(try Data(contentsOf: file)))
            #expect(fault(PageTree.read(source, as: FileID(0))) == nil, "\(file.path)")
        }
        print("spans of every page: \(files.count)/\(files.count)")
    }

    /// Every text of every suite, by each reader that there is, whatever it was written for.
    @Test func suites() throws {
        guard let folder = sharedFolder()?.appendingPathComponent("conformance") else { return }
        var count = 0
        for file in files(in: folder, endingIn: ".json") {
            let suite = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
            for text in texts(in: suite) {
                count += 1
                let bytes = Array(text.utf8)
                for page in readings(of: bytes) {
                    #expect(fault(page) == nil, "\(file.lastPathComponent): \(text.prefix(80))")
                }
            }
        }
        print("spans of every text of the suites: \(count)/\(count)")
    }

    /// Every beginning of every page that the suites render to, and of saved pages.
    @Test func beginningsOfHTML() throws {
        for name in ["commonmark-0.31.2", "gfm-extensions", "kramdown"] {
            for item in try markdownSuite(name) ?? [] {
                try expectBeginnings(Array(item.html.utf8), of: "\(name) \(item.name)", .html)
            }
        }
        for file in files(in: packageFolder.appendingPathComponent("Tests"), endingIn: ".html") {
            try expectBeginnings(Array(Data(contentsOf: file)), of: file.lastPathComponent, .html)
        }
    }

    /// Every beginning of thirty pages of the corpora, by the reader of each.
    @Test func beginningsOfPages() throws {
        guard let folder = sharedFolder()?.appendingPathComponent("corpus") else { return }
        let pages = try files(in: folder).map { file in
            SourceFile(path: file.lastPathComponent, bytes: Array(try Data(contentsOf: file)))
        }.filter { (800...2000).contains($0.bytes.count) }
        let step = max(1, pages.count / 30)
        for page in stride(from: 0, to: pages.count, by: step).prefix(30).map({ pages[$0] }) {
            try expectBeginnings(page.bytes, of: page.path, dialect(of: page))
        }
    }

    private func expectBeginnings(_ bytes: [UInt8], of name: String, _ dialect: Dialect) throws {
        for end in 0...bytes.count {
            let page = read(Array(bytes[..<end]), as: dialect)
            #expect(fault(page) == nil, "\(name) to \(end)")
        }
    }

    private func readings(of bytes: [UInt8]) -> [Page] {
        Dialect.allCases.map { read(bytes, as: $0) } + [markdownPage(bytes, [])]
    }

    private func read(_ bytes: [UInt8], as dialect: Dialect) -> Page {
        let source = SourceFile(path: "page", bytes: bytes)
        return switch dialect {
        case .markdown: readMarkdown(source, as: FileID(0))
        case .reStructuredText: readReStructuredText(source, as: FileID(0))
        case .html: readHTML(source, as: FileID(0))
        case .flattened: readFlattenedText(source, as: FileID(0))
        case .yaml: readYAMLPage(source, as: FileID(0))
        case .wiki: readWikiText(source, as: FileID(0), .asciiDoc)
        }
    }

    private func fault(_ page: Page) -> String? {
        switch page.dialect {
        case .reStructuredText: drawnSpanFault(page)
        case .markdown, .html: spanFault(page) ?? markFault(page)
        case .flattened, .yaml, .wiki: spanFault(page)
        }
    }

    private func texts(in value: Any) -> [String] {
        switch value {
        case let text as String: [text]
        case let items as [Any]: items.flatMap(texts)
        case let members as [String: Any]:
            members.sorted { $0.key < $1.key }.flatMap { texts(in: $0.value) }
        default: []
        }
    }
}
