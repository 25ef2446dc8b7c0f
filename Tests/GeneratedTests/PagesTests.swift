import Foundation
import Hub
import Testing

/// Lists over several answers.
@Suite struct PagesTests {
    private func page(_ names: [String], total: Int) -> HTTPResponse {
        let users = names.map { "{\"login\": \"\($0)\"}" }.joined(separator: ", ")
        let text = "{\"skip\": 0, \"top\": 2, \"total\": \(total), \"users\": [\(users)]}"
        return HTTPResponse(status: 200, body: Data(text.utf8))
    }

    private func client(_ answers: Answers) -> HubClient {
        HubClient(server: serverForTests, transport: answers.transport)
    }

    @Test func asksUntilTheTotalIsReached() async throws {
        let answers = Answers([page(["a", "b"], total: 3), page(["c"], total: 3)])
        var count = 0
        let users = client(answers).eachOfUsersOfOrganization(organizationID: "1", top: 2)
        for try await user in users {
            count += 1
            guard case .object = user else {
                Issue.record("\(user)")
                return
            }
        }
        #expect(count == 3)
        let skips = await answers.requests.map { request in
            request.query.first { $0.name == "$skip" }?.value
        }
        #expect(skips == ["0", "2"])
    }

    @Test func stopsAtAnEmptyPage() async throws {
        let answers = Answers([page(["a"], total: 9), page([], total: 9)])
        let users = client(answers).eachOfUsersOfOrganization(organizationID: "1", skip: 4)
        let count = try await users.reduce(into: 0) { count, _ in count += 1 }
        #expect(count == 1)
        #expect(await answers.requests.count == 2)
    }

    @Test func asksForNoMoreThanIsUsed() async throws {
        let answers = Answers([page(["a", "b"], total: 9)])
        let users = client(answers).eachOfUsersOfOrganization(organizationID: "1")
        for try await _ in users.prefix(2) {}
        #expect(await answers.requests.count == 1)
    }

    @Test func throwsWhatAPageThrows() async throws {
        let answers = Answers([page(["a"], total: 9), HTTPResponse(status: 403)])
        var iterator = client(answers).eachOfUsersOfOrganization(organizationID: "1")
            .makeAsyncIterator()
        #expect(try await iterator.next() != nil)
        await #expect(throws: UnexpectedOutput<GetAllUsersOfOrganizationOutput>.self) {
            _ = try await iterator.next()
        }
        #expect(try await iterator.next() == nil)
    }
}
