import SourceText

/// What the reader of reStructuredText had to put up with.
///
/// The tree keeps what the author meant wherever that is plain; docutils would often drop it.
enum RSTNote: String, CaseIterable {
    // A container ended where an indented block was still open or not set off by a blank line.
    case bulletList = "rst-bullet-list-unindent"
    case enumeratedList = "rst-enumerated-list-unindent"
    case definitionList = "rst-definition-list-unindent"
    case fieldList = "rst-field-list-unindent"
    case optionList = "rst-option-list-unindent"
    case literalBlock = "rst-literal-block-unindent"
    case lineBlock = "rst-line-block-unindent"
    case blockQuote = "rst-block-quote-unindent"
    case explicitMarkup = "rst-explicit-markup-unindent"
    case table = "rst-table-unindent"
    // Paragraphs and literal blocks.
    case unexpectedIndentation = "rst-unexpected-indentation"
    case literalMissing = "rst-literal-missing"
    case literalWithoutBlank = "rst-literal-without-blank-line"
    case mixedQuoting = "rst-mixed-quoting"
    case unusualStart = "rst-list-start"
    case tooDeep = "rst-too-deep"
    // Titles.
    case shortUnderline = "rst-short-underline"
    case underlineTooShort = "rst-underline-too-short"
    case shortOverline = "rst-short-overline"
    case overlineTooShort = "rst-overline-too-short"
    case incompleteTitle = "rst-incomplete-title"
    case missingUnderline = "rst-missing-underline"
    case adornmentMismatch = "rst-adornment-mismatch"
    case adornmentOnly = "rst-adornment-without-title"
    case strayTitle = "rst-title-in-container"
    case strayAdornment = "rst-adornment-in-container"
    case shortStrayAdornment = "rst-short-adornment-in-container"
    case skippedLevel = "rst-skipped-title-level"
    // Inline markup.
    case unclosedEmphasis = "rst-unclosed-emphasis"
    case unclosedStrong = "rst-unclosed-strong"
    case unclosedLiteral = "rst-unclosed-literal"
    case unclosedInterpreted = "rst-unclosed-interpreted-text"
    case unclosedTarget = "rst-unclosed-target"
    case unclosedSubstitution = "rst-unclosed-substitution"
    case rolePrefixAndReference = "rst-role-prefix-and-reference"
    case roleSuffixAndReference = "rst-role-suffix-and-reference"
    case twoRoles = "rst-two-roles"
    // Tables.
    case rightBorder = "rst-table-right-border"
    case bottomBorder = "rst-table-bottom-border"
    case cellsNotRectangular = "rst-table-cells-not-rectangular"
    case noBottomBorder = "rst-table-no-bottom-border"
    case borderNotSetOff = "rst-table-border-not-set-off"
    case borderMismatch = "rst-table-border-mismatch"
    case spanMisaligned = "rst-table-span-misaligned"
    case spanIncomplete = "rst-table-span-incomplete"
    case textInMargin = "rst-table-text-in-margin"
    case unevenRows = "rst-table-uneven-rows"
    case notAListTable = "rst-list-table-shape"
    case unclosedQuote = "rst-csv-unclosed-quote"
    // Directives and definitions.
    case emptyDirective = "rst-empty-directive"
    case missingArgument = "rst-missing-argument"
    case emptySubstitution = "rst-empty-substitution"
    case invalidSubstitution = "rst-invalid-substitution"

    var message: String {
        switch self {
        case .bulletList: "bullet list ends without a blank line"
        case .enumeratedList: "enumerated list ends without a blank line"
        case .definitionList: "definition list ends without a blank line"
        case .fieldList: "field list ends without a blank line"
        case .optionList: "option list ends without a blank line"
        case .literalBlock: "literal block ends without a blank line"
        case .lineBlock: "line block ends without a blank line"
        case .blockQuote: "block quote ends without a blank line"
        case .explicitMarkup: "explicit markup ends without a blank line"
        case .table: "table ends without a blank line"
        case .unexpectedIndentation: "a line is indented where no block began"
        case .literalMissing: "'::' announces a literal block that does not follow"
        case .literalWithoutBlank: "no blank line behind '::', so the line reads as a term"
        case .mixedQuoting: "the lines of a quoted literal block begin differently"
        case .unusualStart: "a list does not begin with its first number"
        case .tooDeep: "blocks nest too deeply; the rest reads as text"
        case .shortUnderline: "a short line of punctuation reads as text, not as an underline"
        case .underlineTooShort: "a title is longer than its underline"
        case .shortOverline: "a short line of punctuation reads as text, not as an overline"
        case .overlineTooShort: "a title is longer than its overline"
        case .incompleteTitle: "a title with an overline ends the page without an underline"
        case .missingUnderline: "a title has an overline and no underline"
        case .adornmentMismatch: "the lines above and below a title differ"
        case .adornmentOnly: "two lines of punctuation enclose no title"
        case .strayTitle: "a title stands inside another block"
        case .strayAdornment: "a line of punctuation stands inside another block"
        case .shortStrayAdornment: "a short line of punctuation inside a block reads as text"
        case .skippedLevel: "a title skips a level"
        case .unclosedEmphasis: "'*' begins emphasis that does not end"
        case .unclosedStrong: "'**' begins strong text that does not end"
        case .unclosedLiteral: "'``' begins a literal that does not end"
        case .unclosedInterpreted: "'`' begins text that does not end"
        case .unclosedTarget: "'_`' begins a target that does not end"
        case .unclosedSubstitution: "'|' begins a substitution that does not end"
        case .rolePrefixAndReference: "a role before the text and a reference behind it"
        case .roleSuffixAndReference: "a role and a reference behind the same text"
        case .twoRoles: "a role before the text and another behind it"
        case .rightBorder: "the right border of a table is missing or not aligned"
        case .bottomBorder: "the bottom border of a table is missing or damaged"
        case .cellsNotRectangular: "the cells of a table are not rectangles"
        case .noBottomBorder: "a table has no bottom border"
        case .borderNotSetOff: "no blank line behind the bottom border of a table"
        case .borderMismatch: "the borders of a table do not match"
        case .spanMisaligned: "the columns of a table do not line up"
        case .spanIncomplete: "a line of a table spans some columns only"
        case .textInMargin: "text stands between the columns of a table"
        case .unevenRows: "the rows of a table differ in length"
        case .notAListTable: "the content is no list of lists, so no table"
        case .unclosedQuote: "a quoted value does not end"
        case .emptyDirective: "the directive has no content"
        case .missingArgument: "the directive needs an argument"
        case .emptySubstitution: "a substitution definition has no content"
        case .invalidSubstitution: "a substitution definition holds no directive"
        }
    }
}

extension RSTReader {
    mutating func note(_ note: RSTNote, _ start: Int, _ end: Int) {
        notes.append(
            Diagnostic(
                .note, note.rawValue, note.message, at: SourceSpan(id, ByteRange(start, end))))
    }

    /// Notes that a block ran into the line behind it.
    mutating func noteUnindent(_ block: RSTNote, at index: Int) {
        note(block, lines[index].text, lines[index].end)
    }
}
