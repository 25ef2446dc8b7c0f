import APIModel

extension Comparison {
    /// What is said of the API as a whole.
    mutating func compareAPIs() {
        let api = Subject(part: .api, text: "the API")
        compareText(.titleChanged, api, old.api.title, new.api.title)
        compareText(.descriptionChanged, api, old.api.description, new.api.description)
        compareServers()
        compareSecuritySchemes()
        compareTags()
    }

    private mutating func compareServers() {
        let servers = match(old.api.servers, new.api.servers) { $0.value.url }
        for (url, before, after) in servers {
            let subject = "server \(url)"
            guard let before else {
                if let after { gained(Rule(.server, .added), subject, after) }
                continue
            }
            guard let after else {
                lost(Rule(.server, .removed), subject, before)
                continue
            }
            if before.value.description != after.value.description {
                report(
                    Rule(.server, .descriptionChanged), subject, before.value.description,
                    after.value.description, at: before.evidence.span, after.evidence.span)
            }
        }
    }

    private mutating func compareSecuritySchemes() {
        for (name, before, after) in match(
            old.api.securitySchemes, new.api.securitySchemes, by: \.name)
        {
            let subject = Subject(part: .securityScheme, text: "security scheme \(name)")
            guard let before else {
                if let after { gained(Rule(.securityScheme, .added), subject.text, after.kind) }
                continue
            }
            guard let after else {
                lost(Rule(.securityScheme, .removed), subject.text, before.kind)
                continue
            }
            if before.kind.value != after.kind.value {
                report(
                    .changed, subject, at: before.kind.evidence.span, after.kind.evidence.span)
            }
            compareText(.descriptionChanged, subject, before.description, after.description)
        }
    }

    private mutating func compareTags() {
        for (name, before, after) in match(old.api.tags, new.api.tags, by: \.name) {
            let subject = Subject(part: .tag, text: "tag \(name)")
            switch (before, after) {
            case (nil, let after):
                report(.added, subject, at: nil, after?.description?.evidence.span)
            case (let before, nil):
                report(.removed, subject, at: before?.description?.evidence.span, nil)
            case (let before?, let after?):
                compareText(.descriptionChanged, subject, before.description, after.description)
            }
        }
    }
}

/// Elements of two lists with the same key, in the order of the new list; what went follows.
///
/// Of several elements with one key the first counts: a description's keys are unique.
func match<Element, Key: Hashable>(
    _ old: [Element], _ new: [Element], by key: (Element) -> Key
) -> [(key: Key, old: Element?, new: Element?)] {
    let before = Dictionary(old.map { (key($0), $0) }) { first, _ in first }
    let after = Set(new.map(key))
    return new.map { (key($0), before[key($0)], $0) }
        + old.filter { !after.contains(key($0)) }.map { (key($0), $0, nil) }
}
