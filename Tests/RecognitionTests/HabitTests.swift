import APIModel
import SourceText
import Testing

@testable import Recognition

@Suite struct HabitTests {
    private let evidence = Evidence(SourceSpan(FileID(0), .empty), .described, "test")

    private func list(_ fields: [(required: Bool?, hasDefault: Bool)]) -> [Bool?] {
        let fields = fields.map { field in
            var result = Field(name: Said("a", evidence), depth: 0)
            result.required = field.required.map { Said($0, evidence) }
            result.defaultValue = field.hasDefault ? Said("1", evidence) : nil
            return result
        }
        return FieldList(fields: fields, evidence: evidence).withHabit().fields.map {
            $0.required?.value
        }
    }

    @Test func unmarkedIsTheOppositeOfWhatIsMarked() {
        #expect(list([(false, false), (nil, false)]) == [false, true])
        #expect(list([(true, false), (nil, false)]) == [true, false])
        #expect(list([(true, false), (false, false), (nil, false)]) == [true, false, nil])
        #expect(list([(nil, false)]) == [nil])
    }

    @Test func aDefaultLeftUnmarkedShowsThatTheMarkIsNoRule() {
        #expect(list([(false, false), (nil, true), (nil, false)]) == [false, false, nil])
        #expect(list([(true, false), (nil, true)]) == [true, false])
    }
}
