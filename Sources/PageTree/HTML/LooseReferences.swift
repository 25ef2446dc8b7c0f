/// Reads a character reference as browsers do: also without its semicolon, and with the numbers of
/// Windows' old characters.
///
/// A name before `=` is left alone: `?a=1&copy=2` is a query whose author escaped nothing.
func scanLooseReference(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, before end: Int
) -> CharacterReference? {
    if start + 1 < end, bytes[start + 1] == 0x23 {
        return scanLooseNumber(bytes, at: start + 2, before: end)
    }
    if let reference = scanCharacterReference(bytes, at: start, before: end) { return reference }
    var next = start + 1
    while next < end, next - start <= 6, isLetter(bytes[next]) || isDigit(bytes[next]) { next += 1 }
    while next > start + 2 {
        let count = next - start - 1
        if stands(next, bytes, end, count), isOldReferenceName(bytes, start + 1, count),
            let scalars = findNamedReference(bytes, start + 1, count)
        {
            return CharacterReference(first: scalars.first, second: 0, next: next)
        }
        next -= 1
    }
    return nil
}

/// Whether a name may end here. Only the marks of markup do right before a word: `&ltuuid&gt`.
private func stands(
    _ next: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ end: Int, _ count: Int
) -> Bool {
    guard next < end else { return true }
    if bytes[next] == 0x3D { return false }
    guard isLetter(bytes[next]) || isDigit(bytes[next]) else { return true }
    switch (count, bytes[next - 1]) {
    case (2, 0x74), (3, 0x70), (4, 0x70): return true
    default: return false
    }
}

private func scanLooseNumber(
    _ bytes: UnsafeBufferPointer<UInt8>, at start: Int, before end: Int
) -> CharacterReference? {
    var index = start
    let isHex = index < end && bytes[index] | 0x20 == 0x78
    if isHex { index += 1 }
    let digits = index
    var value: UInt32 = 0
    while index < end, index - digits < 8, let digit = hexDigit(bytes[index]), isHex || digit < 10 {
        value = value &* (isHex ? 16 : 10) &+ digit
        index += 1
    }
    guard index > digits else { return nil }
    if index < end, bytes[index] == 0x3B { index += 1 }
    if value >= 0x80, value < 0xA0 { value = windowsCharacters[Int(value - 0x80)] }
    let isScalar = value > 0 && value <= 0x10FFFF && !(0xD800...0xDFFF).contains(value)
    return CharacterReference(first: isScalar ? value : 0xFFFD, second: 0, next: index)
}

/// What the code page of Windows has where Latin 1 has control characters.
private let windowsCharacters: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
    0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC,
    0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
]

/// The names that HTML knows without a semicolon, as its first version had them.
private let oldNames: StaticString = """
     AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT \
    Iacute Icirc Igrave Iuml LT Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN \
    Uacute Ucirc Ugrave Uuml Yacute aacute acirc acute aelig agrave amp aring atilde auml brvbar \
    ccedil cedil cent copy curren deg divide eacute ecirc egrave eth euml frac12 frac14 frac34 gt \
    iacute icirc iexcl igrave iquest iuml laquo lt macr micro middot nbsp not ntilde oacute ocirc \
    ograve ordf ordm oslash otilde ouml para plusmn pound quot raquo reg sect shy sup1 sup2 sup3 \
    szlig thorn times uacute ucirc ugrave uml uuml yacute yen yuml \

    """

/// Whether bytes are such a name: `nbsp`, without its `&`.
package func isOldReferenceName(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int
) -> Bool {
    let words = oldNames.utf8Start
    let end = oldNames.utf8CodeUnitCount
    var word = 1
    while word + count < end {
        var index = 0
        while index < count, words[word + index] == bytes[start + index] { index += 1 }
        if index == count, words[word + count] == 0x20 { return true }
        while word < end, words[word] != 0x20 { word += 1 }
        word += 1
    }
    return false
}
