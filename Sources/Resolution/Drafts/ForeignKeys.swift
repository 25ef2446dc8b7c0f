import APIModel
import Recognition

/// Keys in another style than all others around and below: `{"Networks": {"bridge": {"Gateway": …`.
///
/// Who writes a program's names with a capital writes all so; what stands between them otherwise
/// is a name that somebody gave.
extension ObjectDraft {
    /// How many keys of this object and of those around it begin with a capital, if all do.
    func capitals(below around: Int) -> Int {
        let own = names.count { $0.value.isCapitalized }
        guard own == names.count else { return around == 0 || !isData ? 0 : around }
        return around + own
    }

    /// Whether its keys alone do not begin with a capital, and hold objects whose keys do, or texts
    /// under keys that no program has for a name (`max-size`).
    func hasKeysBetweenCapitals(below around: Int) -> Bool {
        guard around >= 4, !names.isEmpty, title == nil, members == nil, isOnlyShown,
            names.allSatisfy({ $0.value.beginsSmall })
        else { return false }
        let values = names.compactMap { properties[$0.value]?.object }
        if values.count == names.count {
            return values.allSatisfy { value in
                value !== self && value.names.count > 1
                    && value.names.allSatisfy { $0.value.isCapitalized }
            }
        }
        return plainKind == .string && names.contains { $0.value.contains("-") }
    }

    private var isData: Bool { names.isEmpty && members != nil }
}

extension String {
    /// `IPAddress`, `Id`.
    fileprivate var isCapitalized: Bool {
        guard let first = utf8.first, first >= 0x41, first <= 0x5A else { return false }
        return true
    }

    fileprivate var beginsSmall: Bool {
        guard let first = utf8.first else { return false }
        return first >= 0x61 && first <= 0x7A
    }
}
