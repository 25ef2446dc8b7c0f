import APIModel
import Testing

@testable import Recognition

@Suite struct HeadingTests {
    @Test(arguments: [
        ("Path parameters", "parameters path"), ("Query Parameters:", "parameters query"),
        ("URL Parameters", "parameters"),
        ("Request Path Parameters", "parameters path"), ("Request Headers", "parameters header"),
        ("Parameters", "parameters"),
        ("Required parameters", "parameters required"),
        ("Optional query parameters", "parameters query optional"),
        ("Request body", "request body"), ("Body", "request body"),
        ("JSON Body schema:", "request body"), ("Input", "request body"),
        ("Request Parameters:", "parameters"), ("Response Parameters:", "response fields"),
        ("Response Elements", "response fields"),
        ("Response Schema", "response fields"), ("Response Headers", "response headers"),
        ("Response", "response"), ("Responses", "response"),
        ("Response: 200 Ok", "response 200"), ("Response: `202 Accepted`", "response 202"),
        ("200: OK", "response 200"),
        ("200 Response", "response example 200"),
        ("Example responses", "response example"), ("Example Request", "request example"),
        ("Sample payload", "request example"),
        ("Expected Response Codes", "status codes"), ("Status Codes:", "status codes"),
        ("Error codes", "errors"), ("Errors", "errors"),
        ("Authentication", "security"), ("Authorization", "security"),
        ("Permitted roles", "permissions"), ("Required scopes", "permissions"),
        ("Enumerated Values", "enumerated values"), ("***Values***:", "enumerated values"),
        ("Possible values", "enumerated values"),
        ("User:", "object User"), ("Person Object:", "object Person"),
        ("Permissions Object List:", "object list Permissions"),
        ("The lifecycle object", "object lifecycle"), ("User object fields", "object User"),
        ("Permission Assignments Object", "object Permission Assignments"),
        ("Price Tier Object:", "object Price Tier"), ("`uid`", "member uid"),
        ("Code samples", "code samples"), ("Curl", "code samples"),
        ("Python (requests)", "code samples"), ("Node.js", "code samples"),
        ("Properties", "properties"), ("Definition", "request"),
        ("Syntax", "request"), ("Example", "example"), ("GET /a/{b}", "operation GET"),
        ("Get All Users", "other"), ("Path variables", "parameters path"),
        ("Consumes", "consumes"), ("Optional:", "parameters optional"),
        ("List organizations", "other"), ("Create an image", "other"),
        ("Status Code **200**", "response 200"), ("Detailed descriptions", "other"),
        ("Go to the store", "other"), ("Response body", "response fields"),
        ("URI Parameters", "parameters path"), ("Response fields", "response fields"),
        ("Error response", "errors"), ("List roles", "other"),
        ("Normal response codes: 200, 202", "status codes"),
        ("(array) Array of Integration Objects", "other"),
        ("Credential based login:", "other"), ("Approved By:", "object Approved By"),
        ("Get a role", "other"),
        ("Example request, with size:", "request example"),
        ("Example Create It: JSON response", "response example"), ("`pip install it`", "other"),
        ("List users [GET /users]", "operation GET"), ("Headers", "parameters header"),
    ])
    func classifies(text: String, expected: String) {
        let heading = classifyHeading(MarkedText(text))
        let status = heading.status.map { " " + spelled($0.status) } ?? ""
        #expect(spelled(heading.role) + status == expected, "\(text)")
    }

    @Test(arguments: [
        ("Name", "name"), ("Data Type", "type"), ("Required/Optional", "required"),
        ("In", "location"), ("Default Value", "defaultValue"),
        ("Notes", "description"), ("HTTP Code", "status"), ("Meaning", "meaning"),
        ("Schema", "schema"), ("Value", "value"),
        ("Example", "example"), ("Restrictions", "restrictions"), ("Role", "permission"),
        ("Method", "method"), ("Path", "path"),
        ("Header", "header"), ("Query parameters", "name parameters query"),
        ("Request body", "name request body"),
        ("Path variables", "name parameters path"), ("Parameter", "name"), ("Field Type", "type"),
        ("Response Code", "status"),
        ("**Description**", "description"), ("Allowed values", "allowedValues"), ("v2", "other"),
        ("Request Parameters", "name parameters"),
        ("Query Parameter", "name parameters query"), ("Parameter Description", "description"),
        ("", "other"),
    ])
    func classifiesColumns(text: String, expected: String) {
        let column = classifyColumn(MarkedText(text))
        let section = column.section.map { " " + spelled($0) } ?? ""
        #expect("\(column.role)" + section == expected, "\(text)")
    }
}

func spelled(_ role: SectionRole) -> String {
    switch role {
    case .parameters(let location, let required):
        let place = location.map { " " + $0.rawValue } ?? ""
        return "parameters" + place + (required.map { $0 ? " required" : " optional" } ?? "")
    case .requestBody: return "request body"
    case .request: return "request"
    case .requestExample: return "request example"
    case .response: return "response"
    case .responseFields: return "response fields"
    case .responseHeaders: return "response headers"
    case .responseExample: return "response example"
    case .statusCodes: return "status codes"
    case .errors: return "errors"
    case .security: return "security"
    case .permissions: return "permissions"
    case .enumeratedValues: return "enumerated values"
    case .object(let name, let isList): return "object " + (isList ? "list " : "") + name
    case .properties: return "properties"
    case .member(let name): return "member " + name
    case .codeSamples: return "code samples"
    case .example: return "example"
    case .consumes: return "consumes"
    case .produces: return "produces"
    case .description: return "description"
    case .operation(let method): return "operation " + method.rawValue
    case .other: return "other"
    }
}
