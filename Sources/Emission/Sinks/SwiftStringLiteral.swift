import Mustache

/// Text as a `"…"` literal: everything that could end it, break its line or deceive its reader is
/// escaped.
struct SwiftStringLiteral: Sendable {
    let code: String

    init(_ text: String) {
        if text.isPrintable, !text.utf8.contains(where: { $0 == 0x22 || $0 == 0x5C }) {
            code = "\"\(text)\""
            return
        }
        var code = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": code += "\\\\"
            case "\"": code += "\\\""
            case "\n": code += "\\n"
            case "\r": code += "\\r"
            case "\t": code += "\\t"
            default:
                if scalar.isPlain {
                    code.unicodeScalars.append(scalar)
                } else {
                    code += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
                }
            }
        }
        self.code = code + "\""
    }

    var value: TemplateValue { .text(SafeText(verbatimFromSink: Array(code.utf8))) }

    /// How many columns a scalar takes in a literal.
    static func width(of scalar: Unicode.Scalar) -> Int {
        switch scalar {
        case "\\", "\"", "\n", "\r", "\t": 2
        default: scalar.isPlain ? 1 : 4 + String(scalar.value, radix: 16).count
        }
    }
}

extension String {
    /// Whether it holds nothing but printable ASCII: most texts do, and their bytes are their columns.
    var isPrintable: Bool { utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F } }

    /// How many columns it takes.
    var width: Int { isPrintable ? utf8.count : count }
}

extension Unicode.Scalar {
    /// Whether it may stand in source text as it is: printable ASCII, letters, ordinary symbols.
    var isPlain: Bool {
        if value < 0x80 { return value >= 0x20 && value != 0x7F }
        switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .dashPunctuation, .initialPunctuation, .finalPunctuation,
            .otherPunctuation, .mathSymbol, .currencySymbol, .openPunctuation, .closePunctuation:
            return true
        default:
            return false
        }
    }
}
