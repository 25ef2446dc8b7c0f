import SourceText

/// Programs between the lines of a page whose markup is lost. Pages have them in five languages
/// beside one call, and read as text they would be sentences, labels and samples of bodies.
extension FlattenedReader {
    /// Where lines of a program end that begin here, nil where none begin. A line that opens a
    /// bracket takes all lines with it to the one that closes it.
    mutating func programEnd(at start: Int) -> Int? {
        guard beginsProgram(lines[start]) else { return nil }
        var index = start
        while index < lines.count, !lines[index].isBlank {
            let line = lines[index]
            guard index == start || goesOn(line) else { break }
            index = bracketsEnd(index) ?? index + 1
        }
        return index
    }

    /// Behind the line that closes what a line opens, if that comes soon.
    private mutating func bracketsEnd(_ start: Int) -> Int? {
        var depth = 0
        var index = start
        while index < lines.count, index - start < 60, budget > 0 {
            depth += openBrackets(lines[index], parentheses: true)
            index += 1
            if depth <= 0 { return index }
        }
        return nil
    }

    /// Whether a line can only be one of a program: a remark, an import, an assignment, a call or a
    /// block that is left open, a statement up to its semicolon.
    private func beginsProgram(_ line: RSTLine) -> Bool {
        switch bytes[line.text] {
        case 0x23: return line.end > line.text + 1 && !isDigit(bytes[line.text + 1])
        case 0x2F: return begins(line, "//")
        case 0x3C: return begins(line, "<?php")
        default: break
        }
        return isAssignment(line) || isImport(line) || leavesCallOpen(line)
            || (bytes[line.end - 1] == 0x3B && (holds(0x28, line) || holds(0x3D, line)))
    }

    /// Whether a line goes on with a program that has begun.
    private func goesOn(_ line: RSTLine) -> Bool {
        if line.column > 0 || beginsProgram(line) { return true }
        switch bytes[line.text] {
        case 0x7D, 0x5D, 0x29, 0x2E: return true
        default: return isCallAlone(line)
        }
    }

    /// `headers = {`, `$client = new Client()`, `const reply = await fetch(url)`, `data := read()`.
    private func isAssignment(_ line: RSTLine) -> Bool {
        var index = line.text
        for word: StaticString in ["const ", "let ", "var "] where begins(line, word) {
            index += word.utf8CodeUnitCount
        }
        let name = index
        while index < line.end, isNameByte(bytes[index]) { index += 1 }
        guard index > name else { return false }
        return begins(line, " = ", at: index) || begins(line, " := ", at: index)
    }

    private func isNameByte(_ byte: UInt8) -> Bool {
        isAlphanumeric(byte) || byte == 0x5F || byte == 0x24 || byte == 0x2E
    }

    /// `import requests`, `from os import path`, `package main`, `require 'json'`, `using System;`.
    private func isImport(_ line: RSTLine) -> Bool {
        let words: [StaticString] = [
            "import ", "package ", "require ", "require(", "using ", "use ",
        ]
        guard words.contains(where: { begins(line, $0) }) else {
            return begins(line, "from ") && line.end - line.text < 60
                && spaces(line) == 3 && !endsSentence(line)
        }
        return spaces(line) <= 2 && !endsSentence(line)
            || bytes[line.end - 1] == 0x28 || bytes[line.end - 1] == 0x3B
    }

    private func spaces(_ line: RSTLine) -> Int {
        var count = 0
        var index = line.text
        while index < line.end {
            if bytes[index] == 0x20 { count += 1 }
            index += 1
        }
        return count
    }

    private func endsSentence(_ line: RSTLine) -> Bool { bytes[line.end - 1] == 0x2E }

    /// `fetch('https://host/path',`, `func main() {`, `.then(function(reply) {`.
    private func leavesCallOpen(_ line: RSTLine) -> Bool {
        switch bytes[line.end - 1] {
        case 0x28, 0x2C, 0x7B, 0x5B: break
        default: return false
        }
        var index = line.text + 1
        while index < line.end, bytes[index] != 0x28 { index += 1 }
        return index < line.end && isNameByte(bytes[index - 1])
    }

    /// `print(reply.json())`, `p JSON.parse(result)`.
    func isCallAlone(_ line: RSTLine) -> Bool {
        bytes[line.end - 1] == 0x29 && holds(0x28, line) && spaces(line) <= 3
    }
}
