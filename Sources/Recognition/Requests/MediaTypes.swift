import APIModel
import PageTree
import SourceText

/// Bullets of media types under "Consumes" or "Produces", or below a sentence that says so.
let mediaTypeBullets = Recognizer(construct: "media-type-bullets") { node, reading in
    let page = reading.page
    guard case .list = page.kind(node), let direction = reading.mediaTypeDirection else {
        return false
    }
    var types: [Said<String>] = []
    for item in page.children(node) {
        let text = page.marked(item).text
        guard isMediaType(text) else { return false }
        types.append(reading.said(text, page.range(item), .declared, "media-type-bullets"))
    }
    guard !types.isEmpty else { return false }
    reading.say(.mediaTypes(types, direction: direction), at: page.range(node))
    return true
}

/// What a sentence says of a body's media type, wherever it stands. The sentence stays prose.
let mediaTypeSentence = Recognizer(construct: "media-type-sentence") { node, reading in
    let page = reading.page
    guard case .paragraph = page.kind(node) else { return false }
    let text = page.marked(node)
    let range = page.range(node)
    if let type = readFormPhrase(text) {
        let said = reading.said(type, range, .described, "form-sentence")
        reading.say(.mediaTypes([said], direction: .request), at: range)
    } else if let phrase = readMediaTypePhrase(text, in: reading.around.last?.role) {
        let said = reading.said(phrase.type, range, .described, "media-type-sentence")
        let statuses = phrase.direction == .response ? readStatusSentence(text) : []
        if let status = statuses.first, statuses.count == 1 {
            var line = StatusLine(
                status: reading.said(status.status, range, .described, "media-type-sentence"))
            line.mediaTypes = [said]
            reading.say(.statuses([line]), at: range)
        } else {
            reading.say(.mediaTypes([said], direction: phrase.direction), at: range)
        }
    }
    return false
}

extension Reading {
    /// `### Request body (application/merge-patch+json)` says what the body below it is.
    mutating func sayMediaType(of section: Section) {
        let direction: Direction
        switch section.role {
        case .requestBody, .requestExample: direction = .request
        case .response, .responseFields, .responseExample: direction = .response
        default: return
        }
        let type = headingMediaType(section.title)
        guard let type = type ?? section.titledMediaType else { return }
        let said = Said(type, Evidence(section.span, .declared, "media-type-heading"))
        items.append(.say(.mediaTypes([said], direction: direction), section.span))
    }

    /// Which way content of the listed types goes: "This endpoint accepts these content types:".
    fileprivate var mediaTypeDirection: Direction? {
        switch around.last?.role {
        case .consumes: return .request
        case .produces: return .response
        default: break
        }
        guard case .say(.prose(let text), _)? = items.last, text.value.hasSuffix(":") else {
            return nil
        }
        for token in MarkedText(text.value).tokens {
            switch token.word {
            case "accept", "accepts", "accepted", "consume", "consumes": return .request
            case "return", "returns", "produce", "produces", "responds": return .response
            default: continue
            }
        }
        return nil
    }
}

/// `type/subtype` and parameters, as RFC 9110 §8.3.1 writes media types.
package func isMediaType(_ text: String) -> Bool {
    let type = text.split(separator: ";").first ?? ""
    let parts = type.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    return parts.allSatisfy { part in
        !part.isEmpty
            && part.utf8.allSatisfy { isNameByte($0) || "-+.*".utf8.contains($0) }
    }
}

extension Section {
    /// "JSON params", "JSON body": a body that is JSON even where one member is called a file.
    fileprivate var titledMediaType: String? {
        guard role == .requestBody else { return nil }
        let words = words(of: title)
        return words.first == "json" && !words.contains("form") ? "application/json" : nil
    }
}
