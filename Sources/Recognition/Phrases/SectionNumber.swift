/// How many bytes of a title are its number and the blank behind it; 0 where it has none.
///
/// `2. Errors` and `3.1 Errors` announce errors, and the number is their place on the page, which
/// changes as the page does; `404. Not found` is a status.
package func sectionNumberLength(_ title: String) -> Int {
    // "(3) Parameters".
    if title.utf8.first == 0x28 {
        let inner = sectionNumberLength(String(title.dropFirst()))
        return inner > 0 && inner <= 4 ? inner + 1 : 0
    }
    let number = title.utf8.prefix { isDigit($0) || $0 == 0x2E || $0 == 0x29 }
    let rest = title.utf8.dropFirst(number.count)
    guard number.first != 0x2E, number.count < 12, rest.first == 0x20, rest.count > 1,
        number.contains(0x2E) || number.last == 0x29, number.prefix(while: isDigit).count < 3
    else { return 0 }
    return number.count + 1
}
