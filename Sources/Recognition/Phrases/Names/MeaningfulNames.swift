/// Whether a member's name says that its number is money, so that its digits count.
package func isMoneyName(_ name: String) -> Bool {
    let words = Recognition.words(of: name).map(singularForm)
    guard let last = words.last else { return false }
    switch last {
    case "id", "uuid", "guid", "type", "name", "currency", "code", "date", "count", "percent",
        "percentage", "at", "url", "by", "status", "list", "level", "number", "quantity", "object":
        return false
    default: break
    }
    return words.contains { word in
        switch word {
        case "price", "cost", "fee", "amount", "msrp", "balance", "tax", "subtotal", "surcharge",
            "salary", "refund", "payment", "revenue", "discount", "wage", "charge":
            return true
        default: return false
        }
    }
}

/// Whether a member's or header's name says that its value is a credential, to be kept out of
/// everything generated.
package func isCredentialName(_ name: String) -> Bool {
    let words = Recognition.words(of: name)
    guard let last = words.last else { return false }
    switch last {
    case "password", "passwd", "passphrase", "pwd", "secret", "secrets", "authorization", "apikey",
        "credential", "credentials", "cookie", "otp", "jwt", "bearer", "passcode", "pass":
        return !isAboutCredentials(words)
    case "token", "tokens":
        // Places in a list of results are called tokens too.
        let isPlace = words.contains { word in
            switch word {
            case "next", "page", "continuation", "continue", "sync", "cursor", "previous", "resume":
                return true
            default: return false
            }
        }
        return !isPlace
    case "key":
        let owner = words.dropLast().last ?? ""
        switch owner {
        case "api", "access", "private", "secret", "account", "auth", "encryption", "signing",
            "master", "license", "app", "application", "client", "subscription":
            return true
        default: return false
        }
    default: return false
    }
}

/// `has_password`, `reset_secret` tell of a credential without being one.
private func isAboutCredentials(_ words: [String]) -> Bool {
    switch words.first {
    case "has", "is", "needs", "use", "uses", "requires", "allow": return words.count > 1
    default: return false
    }
}
