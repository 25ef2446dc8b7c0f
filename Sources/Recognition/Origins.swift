import APIModel

/// What others ask of the construct that said a thing: each question by its meaning, so that
/// no other file knows constructs by their names.
extension Evidence {
    /// A request line that stands alone in a paragraph.
    package var isLineOfItsOwn: Bool {
        construct == "request-line" || construct == "labelled-request"
    }

    /// A request line that a block of code begins with, which may show a call.
    package var isLineOfCode: Bool { construct == "code-request" }

    /// A directive, which declares operations and does nothing else.
    package var isDirective: Bool { construct == "method-directive" }

    /// A request, or its fields, in running text.
    package var isToldInSentence: Bool { construct == "request-sentence" }

    /// A row of a table for whose operations a sentence gives the method.
    package var isRowOfToldMethod: Bool { construct == "told-method-table" }

    /// A call by a library, whose paths may begin below a base.
    package var isOfProgram: Bool { construct == "program" }

    /// The address that a place reserved for it gives.
    package var isOfBase: Bool { construct == "base-url" }

    package var isOfFrontMatter: Bool { construct == "front-matter" }

    /// Field lines, which say themselves what they are of.
    package var isOfFieldLines: Bool { construct == "field-lines" }

    /// A parameter that running text mentions in passing.
    package var isMention: Bool { construct == "mention" }

    /// Headers of contents beside what are the arguments of a program's method.
    package var isBesideArguments: Bool { construct == "content-headers" }

    /// What a sentence says is returned, by a link or an object of its own page.
    package var isOfReturnSentence: Bool { construct == "return-sentence" }

    /// What a sentence calls by the name of a thing.
    package var isOfToldThing: Bool { construct == "told-thing" }

    package var isOfReturnType: Bool { construct == "return-type" }

    /// A list that refers into a file of parameters.
    var isReferred: Bool { construct == "parameter-references" }

    /// A parameter that is a tag of its own.
    var isOfParameterTag: Bool { construct == "parameter-tag" }

    /// A field that stands in a block of its own, though others belong to it.
    var isOfLoneField: Bool { isOfBoldParagraph || construct == "keyed-heading" }

    var isOfBoldParagraph: Bool { construct == "bold-paragraph" }
}
