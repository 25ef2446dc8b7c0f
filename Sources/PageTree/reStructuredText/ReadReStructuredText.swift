import SourceText

/// Reads reStructuredText as docutils and Sphinx do.
///
/// Names of targets and substitutions lead to what the page itself defines. Includes stay
/// directives with a path, unknown directives keep their content as blocks: what other files say
/// is for later stages.
package func readReStructuredText(_ source: SourceFile, as id: FileID) -> Page {
    source.bytes.withUnsafeBufferPointer { bytes in
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count + 16) { scratch in
            var reader = RSTReader(bytes, scratch, as: id)
            reader.readPage()
            return Page(
                id: id, source: source, dialect: .reStructuredText, nodes: reader.tree.nodes,
                notes: reader.notes)
        }
    }
}

extension RSTReader {
    fileprivate mutating func readPage() {
        let region = RSTRegion(first: 0, last: lines.count, base: 0)
        readBlocks(region, in: 0, mayHoldTitles: true)
        resolveReferences()
    }

    /// Reads the blocks of a container; past the deepest nesting they are one paragraph.
    mutating func readBlocks(_ region: RSTRegion, in parent: Int, mayHoldTitles: Bool = false) {
        guard depth < Self.deepestNesting else { return readFlat(region, in: parent) }
        depth += 1
        var index = skippingBlanks(from: region.first, to: region.last)
        while index < region.last {
            let next = readBlock(at: index, region, in: parent, mayHoldTitles: mayHoldTitles)
            index = skippingBlanks(from: max(next, index + 1), to: region.last)
        }
        depth -= 1
    }

    /// Reads the block that begins at a line; returns the line behind it.
    private mutating func readBlock(
        at index: Int, _ region: RSTRegion, in parent: Int, mayHoldTitles: Bool
    ) -> Int {
        let line = lines[index]
        if line.column > region.base { return readBlockQuote(at: index, region, in: parent) }
        switch marker(at: index, region) {
        case .bullet: return readBulletList(at: index, region, in: parent)
        case .enumerator(let first):
            return readEnumeratedList(at: index, first, region, in: parent)
        case .field: return readFieldList(at: index, region, in: parent)
        case .option: return readOptionList(at: index, region, in: parent)
        case .doctest: return readDoctest(at: index, region, in: parent)
        case .lineBlock: return readLineBlock(at: index, region, in: parent)
        case .gridTable: return readGridTable(at: index, region, in: parent)
        case .simpleTable: return readSimpleTable(at: index, region, in: parent)
        case .explicit: return readExplicitMarkup(at: index, region, in: parent)
        case .anonymousTarget: return readAnonymousTarget(at: index, region, in: parent)
        case .adornment:
            return mayHoldTitles
                ? readAdornment(at: index, region, in: parent)
                : readStrayAdornment(at: index, region, in: parent)
        case .text:
            return readText(at: index, region, in: parent, mayHoldTitles: mayHoldTitles)
        }
    }

    private mutating func readFlat(_ region: RSTRegion, in parent: Int) {
        var index = skippingBlanks(from: region.first, to: region.last)
        guard index < region.last else { return }
        note(.tooDeep, lines[index].text, lines[index].end)
        while index < region.last {
            var last = index
            while last < region.last, !lines[last].isBlank { last += 1 }
            addParagraph(index, last, in: parent)
            index = skippingBlanks(from: last, to: region.last)
        }
    }
}
