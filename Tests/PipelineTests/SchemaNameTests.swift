import CaseSupport
import SourceText
import Testing

/// What types are called that no page names.
@Suite struct SchemaNameTests {
    @Test func whatIsOneThingKeepsItsPlural() {
        let names = schemaNames(
            of: """
                {"cacheLimits": {"bytes": 7, "rows": 1},
                 "networkSettings": {"bridge": "b0", "ports": [{"port": 80, "host": "h"}]}}
                """)
        #expect(names == ["ShowHostResponse", "CacheLimits", "NetworkSettings", "Port"])
    }

    @Test func whatTwoKeysHaveInCommonMustSaySomething() {
        let names = schemaNames(
            of: """
                {"readBps": [{"path": "/dev/a", "rate": 7}], "writeBps": [{"path": "b", "rate": 1}],
                 "costRange": {"min": 1, "max": 2}, "priceRange": {"min": 3, "max": 4}}
                """)
        #expect(names == ["ShowHostResponse", "ReadBps", "Range"])
    }

    @Test func rowsAreWhatThePathSpeaksOf() {
        let names = schemaNames(
            of: #"[{"id": 1, "name": "a"}]"#, request: "List hosts\n\n`GET /hosts/json`")
        #expect(names == ["Host"])
    }

    @Test func namesakesAreToldApartByWhereTheyStand() {
        let names = schemaNames(
            of: """
                {"ipam": {"config": [{"subnet": "s", "range": "r"}]},
                 "backup": {"ipam": {"config": {"path": "p", "size": 1}}},
                 "net": {"ipam": {"config": {"host": "h", "port": 1}}}}
                """)
        #expect(!names.contains { $0.last?.isNumber == true }, "\(names)")
    }

    private func schemaNames(
        of sample: String, request: String = "Show a host\n\n`GET /hosts/{id}`"
    ) -> [String] {
        let page = "## \(request)\n\nResponse 200:\n\n```json\n\(sample)\n```\n"
        let source = SourceFile(path: "hosts.md", bytes: Array(page.utf8))
        return describe("Hosts", [source]).api.schemas.map(\.name)
    }
}
