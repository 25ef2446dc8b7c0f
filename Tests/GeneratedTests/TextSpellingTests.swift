import Foundation
import Testing

@testable import Bindery

/// A page whose list says number and whose call sends text: the server takes both.
@Suite struct TextSpellingTests {
    private func status(_ body: String) async -> (status: Int, body: String) {
        var request = HTTPRequest("PATCH", "/v1/manuscripts/7/price")
        request.body = Data(body.utf8)
        let response = await BinderyRouter(BinderyMockServer()).respond(to: request)
        return (response.status, String(decoding: response.body, as: UTF8.self))
    }

    private func decoded(_ body: String) throws -> PriceManuscriptRequest {
        try JSONDecoder.strict().decode(PriceManuscriptRequest.self, from: Data(body.utf8))
    }

    @Test(arguments: [
        #"{"amount": 40.5, "copies": 2, "insured": true}"#,
        #"{"amount": "40.50", "copies": "2", "insured": "True"}"#,
    ])
    func takesBothSpellings(_ body: String) async throws {
        #expect(await status(body).status == 204)
        let request = try decoded(body)
        #expect(request.amount == 40.5 && request.copies == 2 && request.insured == true)
    }

    @Test func takesAMissingMember() throws {
        let request = try decoded(#"{"amount": "1e2"}"#)
        #expect(request.amount == 100 && request.copies == nil && request.insured == nil)
    }

    @Test(arguments: [
        (#"{"amount": "forty"}"#, "body.amount"), (#"{"amount": ""}"#, "body.amount"),
        (#"{"amount": "NaN"}"#, "body.amount"), (#"{"amount": "0x10"}"#, "body.amount"),
        (#"{"amount": ["1"]}"#, "body.amount"), (#"{"amount": null}"#, "body.amount"),
        (#"{"amount": 1, "copies": "2.5"}"#, "body.copies"),
        (#"{"amount": 1, "copies": "0"}"#, "body.copies"),
        (#"{"amount": 1, "copies": null}"#, "body.copies"),
        (#"{"amount": 1, "insured": "yes"}"#, "body.insured"),
        (#"{"amount": 1, "insured": "1"}"#, "body.insured"), ("{}", "body.amount"),
    ])
    func refusesOtherText(_ body: String, at place: String) async throws {
        let answer = await status(body)
        #expect(answer.status == 400)
        #expect(answer.body.contains("\"place\":\"\(place)\""), "\(answer.body)")
    }

    /// JSON's numbers have no bounds, and `Decimal` has.
    @Test(arguments: [
        ("1.7976931348623157e308", "is more than a Decimal holds"), ("-1e200", "is more than"),
        ("1e999", "is more than"), ("1.0000000000000001e127", "is more than"),
        ("-10000000000000001e111", "is more than"), ("true", "is not of type"),
    ])
    func refusesMoreThanADecimalHolds(_ number: String, _ reason: String) async {
        let answer = await status(#"{"amount": 1, "postage": \#(number)}"#)
        #expect(answer.status == 400 && answer.body.contains(reason), "\(answer.body)")
        #expect(answer.body.contains("\"place\":\"body.postage\""), "\(answer.body)")
    }

    @Test(arguments: [("5e-324", 0), ("-2e-200", 0), ("0", 0), ("40.50", 40.5), ("1e2", 100)])
    func takesAnyDecimal(_ number: String, _ postage: Decimal) throws {
        #expect(try decoded(#"{"amount": 1, "postage": \#(number)}"#).postage == postage)
    }

    @Test(arguments: ["1e127", "-1e127", "0.1e128"])
    func takesTheLargestDecimal(_ number: String) throws {
        let postage = try decoded(#"{"amount": 1, "postage": \#(number)}"#).postage
        #expect(postage?.magnitude == Decimal(sign: .plus, exponent: 127, significand: 1))
    }

    @Test func aDecimalIsItsWholeText() {
        #expect(Decimal(wireText: "12.50") == 12.5)
        for text in ["12ab", "1.5-3", "0x10", "nan", ""] {
            #expect(Decimal(wireText: text) == nil, "\(text)")
        }
    }

    @Test func theClientSendsTheDocumentedType() throws {
        let request = PriceManuscriptRequest(amount: 40.5, copies: 2, insured: true)
        #expect(try jsonText(request) == #"{"amount":40.5,"copies":2,"insured":true}"#)
    }
}
