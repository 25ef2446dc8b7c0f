import APIModel

extension APIDescription {
    /// The same without the headers that client and server write by themselves.
    ///
    /// OpenAPI 3.1 has definitions of `Accept` and `Content-Type` as parameters ignored (§4.8.12.1):
    /// the media types of the bodies say them. As arguments of every function they were noise, and a
    /// caller could say `text/plain` of a body that is written as JSON.
    var withoutOwnHeaders: APIDescription {
        var api = self
        for index in api.operations.indices {
            api.operations[index].parameters.removeAll { parameter in
                let name = parameter.name.value.lowercased()
                return parameter.location.value == .header
                    && (name == "accept" || name == "content-type")
            }
        }
        return api
    }
}
