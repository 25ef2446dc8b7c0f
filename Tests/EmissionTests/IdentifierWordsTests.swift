import Testing

@testable import Emission

/// Names in Swift, from how pages write them.
@Suite struct IdentifierWordsTests {
    @Test(arguments: [
        ("user_ids", "userIDs"), ("default-ttl", "defaultTTL"), ("llmProviderId", "llmProviderID"),
        ("getLlmProvider", "getLLMProvider"), ("SMS text", "smsText"), ("send_sms", "sendSMS"),
        ("APIKeys", "apiKeys"), ("plan A", "planA"), ("2fa", "_2fa"), ("STATE", "state"),
        ("IDLE_TIME", "idleTime"), ("kiosk", "kiosk"),
        ("IPv6Gateway", "ipv6Gateway"), ("IPv4", "ipv4"), ("accessIPv6", "accessIPv6"),
        ("dns_ipv4_hosts", "dnsIPv4Hosts"), ("BookIDs", "bookIDs"), ("IDsOfBooks", "idsOfBooks"),
    ])
    func acronymsStandInOneCase(documented: String, name: String) {
        #expect(lowerCamelName(identifierWords(documented)) == name)
    }

    /// The line of `get()` is broken where a long type would leave it too wide.
    @Test func longTypesStandBelowTheirGetter() {
        let name = String(repeating: "Harbour", count: 9)
        func getter(_ name: String) -> [String] {
            var scope = IdentifierScope()
            let type = SwiftType.named(scope.type(name))
            guard case .list(let lines) = SwiftCode.getter(of: type, SwiftCode("public ")) else {
                return []
            }
            return lines.map { "\($0)" }
        }
        #expect(getter("Harbour").count == 1)
        #expect(getter(name).count == 3)
    }
}
