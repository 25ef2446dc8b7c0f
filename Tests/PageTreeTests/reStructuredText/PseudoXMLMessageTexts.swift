import SourceText

@testable import PageTree

extension PseudoXML {
    /// What docutils says of a note's matter: first of blocks.
    func message(_ note: RSTNote, _ range: ByteRange) -> PseudoXMLMessage {
        switch note {
        case .bulletList: unindent("Bullet list")
        case .enumeratedList: unindent("Enumerated list")
        case .definitionList: unindent("Definition list")
        case .fieldList: unindent("Field list")
        case .optionList: unindent("Option list")
        case .literalBlock: unindent("Literal block")
        case .lineBlock: unindent("Line block")
        case .blockQuote: unindent("Block quote")
        case .explicitMarkup: unindent("Explicit markup")
        case .table: .init(2, .before, "Blank line required after table.")
        case .unexpectedIndentation: .init(3, .before, "Unexpected indentation.")
        case .literalMissing: .init(2, .before, "Literal block expected; none found.")
        case .literalWithoutBlank:
            .init(
                1, .behind,
                "Blank line missing before literal block (after the \"::\")? Interpreted as a "
                    + "definition list item.")
        case .mixedQuoting: .init(3, .before, "Inconsistent literal block quoting.")
        case .unusualStart: unusualStart(range)
        default: titleMessage(note, range)
        }
    }

    private func unindent(_ block: String) -> PseudoXMLMessage {
        .init(2, .before, "\(block) ends without a blank line; unexpected unindent.")
    }

    private func unusualStart(_ range: ByteRange) -> PseudoXMLMessage {
        let number = raw(range).filter { $0.isNumber || $0.isLetter }
        return .init(
            1, .behind,
            "Enumerated list start value not ordinal-1: \"\(number)\" (ordinal \(number))")
    }

    private func titleMessage(_ note: RSTNote, _ range: ByteRange) -> PseudoXMLMessage {
        let asText = "\nTreating it as ordinary text because it's so short."
        let overlineAsText = "\nTreating the overline as ordinary text because it's so short."
        switch note {
        case .shortUnderline:
            return .init(
                1, .before, "Possible title underline, too short for the title." + asText,
                namesLast: true)
        case .underlineTooShort:
            return .init(2, .behind, "Title underline too short.", quotes: true, namesLast: true)
        case .shortOverline:
            return .init(1, .before, "Possible incomplete section title." + overlineAsText)
        case .overlineTooShort:
            return .init(2, .behind, "Title overline too short.", quotes: true)
        case .incompleteTitle:
            return .init(3, .instead, "Incomplete section title.", quotes: true)
        case .missingUnderline:
            return .init(
                3, .instead, "Missing matching underline for section title overline.", quotes: true)
        case .adornmentMismatch:
            return .init(3, .instead, "Title overline & underline mismatch.", quotes: true)
        case .adornmentOnly:
            return .init(3, .instead, "Invalid section title or transition marker.", quotes: true)
        case .strayTitle:
            return .init(3, .instead, "Unexpected section title.", quotes: true, namesLast: true)
        case .strayAdornment:
            return .init(3, .instead, "Unexpected section title or transition.", quotes: true)
        case .shortStrayAdornment:
            return .init(1, .before, "Unexpected possible title overline or transition." + asText)
        case .skippedLevel:
            return .init(
                3, .instead,
                "Inconsistent title style: skip from level \(titleLevel) to "
                    + "\(titleStyles.count + 1).", quotes: true)
        default: return inlineMessage(note, range)
        }
    }

    private func inlineMessage(_ note: RSTNote, _ range: ByteRange) -> PseudoXMLMessage {
        func unclosed(_ name: String) -> PseudoXMLMessage {
            .init(2, .behind, "Inline \(name) start-string without end-string.")
        }
        switch note {
        case .unclosedEmphasis: return unclosed("emphasis")
        case .unclosedStrong: return unclosed("strong")
        case .unclosedLiteral: return unclosed("literal")
        case .unclosedInterpreted: return unclosed("interpreted text or phrase reference")
        case .unclosedTarget: return unclosed("target")
        case .unclosedSubstitution: return unclosed("substitution_reference")
        case .rolePrefixAndReference:
            return .init(
                2, .behind, "Mismatch: both interpreted text role prefix and reference suffix.")
        case .roleSuffixAndReference:
            return .init(
                2, .behind, "Mismatch: both interpreted text role suffix and reference suffix.")
        case .twoRoles:
            return .init(
                2, .behind,
                "Multiple roles in interpreted text (both prefix and suffix present; only one "
                    + "allowed).")
        default: return tableMessage(note, range)
        }
    }

    private func tableMessage(_ note: RSTNote, _ range: ByteRange) -> PseudoXMLMessage {
        func malformed(_ detail: String) -> PseudoXMLMessage {
            .init(3, .instead, "Malformed table.\n" + detail, quotes: true)
        }
        let row = rowOfProblem(range)
        switch note {
        case .rightBorder: return malformed("Right border not aligned or missing.")
        case .bottomBorder: return malformed("Bottom border missing or corrupt.")
        case .cellsNotRectangular: return malformed("Malformed table; parse incomplete.")
        case .noBottomBorder: return malformed("No bottom table border found.")
        case .borderNotSetOff:
            return malformed("No bottom table border found or no blank line after table bottom.")
        case .borderMismatch:
            return malformed("Bottom border or header rule does not match top border.")
        case .spanMisaligned:
            return malformed("Column span alignment problem in table line \(row).")
        case .spanIncomplete: return malformed("Column span incomplete in table line \(row).")
        case .textInMargin: return malformed("Text in column margin in table line \(row).")
        default: return directiveMessage(note, range)
        }
    }

    /// The line of a table that a note's second place names, counted from its top border.
    private func rowOfProblem(_ range: ByteRange) -> Int {
        let note = page.notes.first { $0.span?.range == range && !$0.notes.isEmpty }
        guard let place = note?.notes.first?.span.range.start else { return 0 }
        return line(Int(place)) - line(Int(range.start)) + 1
    }

    private func directiveMessage(_ note: RSTNote, _ range: ByteRange) -> PseudoXMLMessage {
        let text = raw(range)
        let name = String(text.drop { $0 == "." || $0 == " " }.prefix { $0 != ":" })
        switch note {
        case .emptyDirective where name == "csv-table":
            return .init(
                2, .instead, "The \"csv-table\" directive requires content; none supplied.",
                quotes: true)
        case .emptyDirective where name == "list-table":
            return .init(
                3, .instead, "The \"list-table\" directive is empty; content required.",
                quotes: true)
        case .emptyDirective:
            return .init(
                name == "table" ? 2 : 3, .instead,
                "Content block expected for the \"\(name)\" directive; none found.", quotes: true)
        case .notAListTable where name == "table":
            return .init(
                3, .instead,
                "Error parsing content block for the \"table\" directive: exactly one table "
                    + "expected.", quotes: true)
        case .notAListTable: return .init(3, .instead, listTableProblem(range), quotes: true)
        case .unevenRows:
            return .init(3, .instead, unevenRows(range), quotes: true)
        case .missingArgument:
            return .init(
                3, .instead,
                "Error in \"\(name)\" directive:\n1 argument(s) required, 0 supplied.",
                quotes: true)
        default: return .init(3, .behind, note.message)
        }
    }

    private func unevenRows(_ range: ByteRange) -> String {
        let table = page.nodes.indices.first {
            page.nodes[$0].kind == .table && page.nodes[$0].range.start == range.start
        }
        let rows = table.map { children(NodeID($0)) } ?? []
        let counts = rows.filter(isRow).map { children($0).count }
        let row = counts.firstIndex { $0 != counts[0] } ?? 0
        return "Error parsing content block for the \"list-table\" directive: uniform two-level "
            + "bullet list expected, but row \(row + 1) does not contain the same number of items "
            + "as row 1 (\(counts[row]) vs \(counts[0]))."
    }

    private func listTableProblem(_ range: ByteRange) -> String {
        let start = "Error parsing content block for the \"list-table\" directive: "
        let holdsList = raw(range).contains("\n   * ")
        return start
            + (holdsList
                ? "two-level bullet list expected, but row 1 does not contain a second-level "
                    + "bullet list."
                : "exactly one bullet list expected.")
    }
}
