import APIModel
import SourceText

/// What readers of every notation do with the parts they found: fill a field, say a list of them.
extension Reading {
    /// Says fields as one list; `role` is what the list itself says that they are.
    mutating func say(
        _ fields: [Field], _ role: SectionRole? = nil, at range: ByteRange, _ strength: Strength,
        _ construct: Construct
    ) {
        let evidence = evidence(range, strength, construct)
        say(.fields(FieldList(fields: fields, role: role, evidence: evidence)), at: range)
    }

    /// The same with what the sentence or heading above says of the list.
    mutating func sayAnnounced(
        _ fields: [Field], _ role: SectionRole? = nil, at range: ByteRange, _ strength: Strength,
        _ construct: Construct
    ) {
        let evidence = evidence(range, strength, construct)
        let list = FieldList(fields: fields, role: role, evidence: evidence)
        say(.fields(announced(list)), at: range)
    }

    /// Gives a field a part that nothing has said of it yet.
    func fill<Value>(
        _ part: inout Said<Value>?, with value: Value?, _ range: ByteRange, _ strength: Strength,
        _ construct: Construct
    ) {
        guard part == nil, let value else { return }
        part = said(value, range, strength, construct)
    }

    /// Gives a field what a type in brackets says of it besides, too.
    func fill(
        _ field: inout Field, with leading: LeadingType, _ range: ByteRange, _ strength: Strength,
        _ construct: Construct
    ) {
        fill(&field.type, with: leading.type, range, strength, construct)
        fill(&field.required, with: leading.required, range, strength, construct)
        fill(&field.location, with: leading.location, range, strength, construct)
        fill(&field.defaultValue, with: leading.defaultValue, range, strength, construct)
    }

    /// The values of a list in running text, as those of a field.
    func rows(
        _ list: EnumerationPhrase, of field: String, _ range: ByteRange, _ strength: Strength,
        _ construct: Construct
    ) -> [ValueRow] {
        list.values.map { value in
            ValueRow(
                field: field, value: said(value.value, range, strength, construct),
                description: value.description.map { said($0, range, strength, construct) })
        }
    }

    /// A status with the words beside it.
    func line(
        _ phrase: StatusPhrase, _ range: ByteRange, _ strength: Strength, _ construct: Construct
    ) -> StatusLine {
        StatusLine(
            status: said(phrase.status, range, strength, construct),
            meaning: phrase.reason.map { said($0, range, strength, construct) })
    }
}
