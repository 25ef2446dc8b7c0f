import APIModel
import PageTree
import SourceText

/// A heading that is a field's name, in a section of fields, over lines or bullets that label
/// what they say: `#### reason`, below it `Type: String` and `Required: No`.
let keyedHeading = Recognizer(construct: "keyed-heading") { node, reading in
    let page = reading.page
    guard case .heading(let level) = page.kind(node),
        reading.mayHoldKeyedHeadings(below: Int(level)), let below = page.next(node)
    else { return false }
    let (title, remark) = reading.cell(node).withoutRemark
    guard !title.text.text.contains(" "),
        var field = reading.field(named: title, construct: "keyed-heading"),
        reading.describe(&field, byLabelsIn: below)
    else { return false }
    let range = page.range(node)
    reading.adopt(remark, at: range, into: &field)
    reading.taken.insert(below)
    reading.describe(&field, byLabelsBehind: below)
    reading.say([field], at: range, .declared, "keyed-heading")
    return true
}

extension Reading {
    /// The lines of a paragraph, or bullets: `Type: integer`, `Required`, and words on the field.
    fileprivate func describe(_ field: inout Field, byLabelsIn block: NodeID) -> Bool {
        if case .list = page.kind(block) { return qualify(&field, byBulletsOf: block) }
        let lines = page.marked(block, keepingBreaks: true)
        guard lines.beginsWithTypeLabel else { return false }
        let cell = Cell(text: lines, range: page.range(block), node: block)
        return describe(&field, byLinesOf: cell, construct: "keyed-heading")
    }
}

extension Reading {
    /// The same of each paragraph that follows, where labels stand one a paragraph.
    fileprivate mutating func describe(_ field: inout Field, byLabelsBehind block: NodeID) {
        var next = page.next(block)
        while let below = next, case .paragraph = page.kind(below),
            describe(&field, byLabelsIn: below)
        {
            taken.insert(below)
            next = page.next(below)
        }
    }

    fileprivate func mayHoldKeyedHeadings(below level: Int) -> Bool {
        guard let around = around.last, around.level < level else { return false }
        switch around.role {
        case .parameters, .requestBody, .responseFields, .response, .properties: return true
        default: return false
        }
    }
}

extension Cell {
    /// `spoiler_text (nullable)` apart; other words behind a name make it a title.
    fileprivate var withoutRemark: (name: Cell, remark: String?) {
        guard let remark = text.fieldRemark else { return (self, nil) }
        let name = MarkedText(text.slice(text.tokens[0].range))
        return (Cell(text: name, range: range, node: node), remark)
    }
}

extension MarkedText {
    /// `nullable` of `spoiler_text (nullable)`: the one word in brackets behind a name.
    var fieldRemark: String? {
        guard tokens.count == 4, tokens[1].isMark("("), tokens[3].isMark(")"),
            ["nullable", "required", "optional", "deprecated"].contains(tokens[2].word)
        else { return nil }
        return tokens[2].word
    }
}

extension Reading {
    /// What the word in brackets behind a field's name says of it.
    func adopt(_ remark: String?, at range: ByteRange, into field: inout Field) {
        guard let remark else { return }
        let isNullable = remark == "nullable" ? true : nil
        fill(&field.nullable, with: isNullable, range, .declared, "keyed-heading")
        fill(&field.required, with: presence(remark), range, .declared, "keyed-heading")
    }
}

extension MarkedText {
    fileprivate var beginsWithTypeLabel: Bool {
        ["type", "description", "required"].contains(tokens.word(at: 0))
            && tokens.isMark(":", at: 1)
    }
}
