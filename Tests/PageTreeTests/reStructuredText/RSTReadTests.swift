import SourceText
import Testing

@testable import PageTree

/// Constructs of Sphinx and its extensions, which docutils' suite does not hold.
@Suite struct RSTReading {
    @Test func directiveWithArgumentOptionsAndBlocks() {
        #expect(
            outline(
                ".. http:get:: /cats/{id}\n   :synopsis: One cat.\n\n   Returns a cat.\n\n   :param id: The id.\n"
            )
                == [
                    "directive http:get", " attribute /cats/{id}", " attribute synopsis=One cat.",
                    " paragraph Returns a cat.", " fieldList", "  field param id",
                    "   paragraph The id.",
                ])
    }

    @Test func unknownDirectiveKeepsItsBlocks() {
        #expect(
            outline(".. some_rows:: file.yaml\n\n  - name: key\n  - other: key\n") == [
                "directive some_rows", " attribute file.yaml", " list", "  listItem",
                "   paragraph name: key", "  listItem", "   paragraph other: key",
            ])
    }

    @Test func codeWithLanguageAndOptions() {
        #expect(
            outline(".. code-block:: sh\n   :copyable: true\n\n   GET /cats\n\n     more\n")
                == ["codeBlock sh", " attribute copyable=true", " GET /cats\n\n  more"])
    }

    @Test func sidesOfASample() {
        let text = """
            .. io-code-block::

               .. input::
                  :language: sh

                  curl host
               .. output:: /cat.json

            """
        #expect(
            outline(text) == [
                "directive io-code-block", " codeBlock sh", "  attribute language=sh",
                "  curl host", " directive output", "  attribute /cat.json",
            ])
    }

    @Test func listTableWithBlankLinesBetweenCells() {
        #expect(
            outline(
                ".. list-table:: Cats\n   :header-rows: 1\n\n   * - Name\n\n     - Text\n\n   * - ``id``\n     -\n"
            )
                == [
                    "table", " attribute Cats", " attribute header-rows=1", " header",
                    "  cell Name", "  cell Text", " row", "  cell id", "  cell ",
                ])
    }

    @Test func optionsWithoutABlankLineBehind() {
        #expect(
            outline(".. list-table::\n   :header-rows: 1\n   * - a\n     - b\n")
                == ["table", " attribute header-rows=1", " header", "  cell a", "  cell b"])
    }

    @Test func rolesAndTheirTargets() {
        #expect(
            outline("See :ref:`the cats <cats>`, :http:get:`/cats` and |cat|.\n")
                == ["paragraph See the cats, /cats and |cat|."])
    }

    @Test func namedTargetOnThePage() {
        let page = rstPage("See cats_.\n\n.. _cats: https://host/cats\n")
        let links = page.nodes.compactMap { node -> String? in
            guard case .link(let destination, _) = node.kind else { return nil }
            return page.raw(destination)
        }
        #expect(links == ["https://host/cats"])
    }

    @Test func namesBrokenOverALineBlock() {
        #expect(outline("| ``cat``\n| ``.name``\n") == ["lineBlock cat .name"])
    }

    @Test func optionsOfAProgram() {
        #expect(
            outline("-f FILE, --file=FILE  Where to write.\n-v   Says more.\n") == [
                "definitionList", " term -f FILE, --file=FILE", " details",
                "  paragraph Where to write.", " term -v", " details", "  paragraph Says more.",
            ])
    }

    @Test func tabsAndCarriageReturns() {
        #expect(
            outline("Term\r\n\tText\r\n\r\n::\r\n\r\n\tcode\r\n\t  more\r\n") == [
                "definitionList", " term Term", " details", "  paragraph Text", "codeBlock ",
                " code\n  more",
            ])
    }

    @Test func versionAndText() {
        #expect(
            outline(".. versionadded:: 2.26 The tags.\n   More.\n") == [
                "directive versionadded", " attribute 2.26", " paragraph The tags. More.",
            ])
    }

    @Test func malformedTableKeepsItsText() {
        let page = rstPage("+----+\n| cat |\n+----+\n")
        #expect(page.notes.map(\.id) == ["rst-table-right-border"])
        #expect(page.plainText(.root) == "+----+\n| cat |\n+----+")
    }

    @Test func skippedTitleLevel() {
        let page = rstPage("A\n=\n\nB\n-\n\nC\n=\n\nD\n~\n\nE\n-\n")
        let levels = page.nodes.compactMap { node -> UInt8? in
            guard case .heading(let level) = node.kind else { return nil }
            return level
        }
        #expect(levels == [1, 2, 1, 2, 2])
        #expect(page.notes.map(\.id) == ["rst-skipped-title-level"])
    }

    private func outline(_ text: String) -> [String] {
        let page = rstPage(text)
        #expect(drawnSpanFault(page) == nil)
        return page.children(.root).flatMap { lines(page, $0, "") }
    }

    private func lines(_ page: Page, _ id: NodeID, _ indent: String) -> [String] {
        let text = page.plainText(id)
        switch page.kind(id) {
        case .attribute(let name, let value):
            let value = page.raw(value)
            return [indent + "attribute " + (name.isEmpty ? value : "\(page.raw(name))=\(value)")]
        case .paragraph: return ["\(indent)paragraph \(text)"]
        case .lineBlock: return ["\(indent)lineBlock \(text)"]
        case .definitionTerm: return ["\(indent)term \(text)"]
        case .tableCell: return ["\(indent)cell \(text)"]
        case .codeBlock(let info, _):
            let inner = page.children(id).filter { isAttribute(page, $0) }
            return ["\(indent)codeBlock \(page.raw(info))"]
                + inner.flatMap { lines(page, $0, indent + " ") } + ["\(indent) \(text)"]
        default:
            return [indent + name(page, id)]
                + page.children(id).flatMap { lines(page, $0, indent + " ") }
        }
    }

    private func isAttribute(_ page: Page, _ id: NodeID) -> Bool {
        if case .attribute = page.kind(id) { return true }
        return false
    }

    private func name(_ page: Page, _ id: NodeID) -> String {
        switch page.kind(id) {
        case .directive(let name, _): "directive \(page.raw(name))"
        case .field(let name): "field \(page.raw(name))"
        case .tableRow(let isHeader, _): isHeader ? "header" : "row"
        case .definitionDetails: "details"
        case .list: "list"
        default: "\(page.kind(id))"
        }
    }
}
