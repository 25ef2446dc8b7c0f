import APIModel
import Recognition
import SourceText

extension OperationDraft {
    /// The method of the call that examples show at a claim, where lines of several methods share
    /// them: what stands below a `PUT` is none of the `GET`.
    func method(
        calledBy claim: Claim, on page: PageClaims, after called: Method?
    ) -> Method? {
        guard scope.requests.count > 1, page.isExample(claim.section) else { return nil }
        guard let call = claim.statement.calledRequest,
            scope.requests.contains(where: { call.isCall(of: $0) })
        else { return called }
        return call.method.value
    }
}

extension Statement {
    fileprivate var calledRequest: RequestClaim? {
        switch self {
        case .request(let request): request
        case .call(let call): call.requestClaim
        default: nil
        }
    }
}
