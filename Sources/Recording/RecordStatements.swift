import APIModel
import Recognition

extension Statement: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        switch try record.text() {
        case "request": self = .request(try record.next())
        case "foreignMethod": self = .foreignMethod(try record.next())
        case "call": self = .call(try record.next())
        case "fields": self = .fields(try record.next())
        case "sample": self = .sample(try record.next())
        case "statuses": self = .statuses(try record.next())
        case "values": self = .values(try record.next())
        case "security": self = .security(try record.next())
        case "permissions": self = .permissions(try record.next())
        case "mediaTypes": self = try .mediaTypes(record.next(), direction: record.next())
        case "name": self = .name(try record.next())
        case "prose": self = .prose(try record.next())
        case "orderingKey": self = .orderingKey(try record.next())
        case "server": self = .server(try record.next())
        case "basePath": self = .basePath(try record.next())
        case "deprecation": self = .deprecation(try record.next())
        case "references": self = try .references(record.next(), record.next())
        case "mention": self = .mention(try record.next())
        case "content": self = .content(try record.next())
        case "operationID": self = .operationID(try record.next())
        case "same": self = .same(try record.next())
        case "thing": self = .thing(try record.next())
        case "group": self = .group(try record.next())
        case "missingInclude": self = .missingInclude(try record.next())
        default: throw record.fault
        }
    }

    func write(to record: inout RecordWriter) {
        switch self {
        case .request(let claim): record.tagged("request", claim)
        case .foreignMethod(let text): record.tagged("foreignMethod", text)
        case .call(let call): record.tagged("call", call)
        case .fields(let list): record.tagged("fields", list)
        case .sample(let sample): record.tagged("sample", sample)
        case .statuses(let lines): record.tagged("statuses", lines)
        case .values(let rows): record.tagged("values", rows)
        case .security(let statement): record.tagged("security", statement)
        case .permissions(let names): record.tagged("permissions", names)
        case .mediaTypes(let names, let direction):
            record.tagged("mediaTypes", names)
            record.write(direction)
        case .name(let text): record.tagged("name", text)
        case .prose(let text): record.tagged("prose", text)
        case .orderingKey(let text): record.tagged("orderingKey", text)
        case .server(let text): record.tagged("server", text)
        case .basePath(let path): record.tagged("basePath", path)
        case .deprecation(let text): record.tagged("deprecation", text)
        case .references(let name, let references):
            record.tagged("references", name)
            record.write(references)
        case .mention(let field): record.tagged("mention", field)
        case .content(let field): record.tagged("content", field)
        case .operationID(let text): record.tagged("operationID", text)
        case .same(let sameness): record.tagged("same", sameness)
        case .thing(let thing): record.tagged("thing", thing)
        case .group(let text): record.tagged("group", text)
        case .missingInclude(let text): record.tagged("missingInclude", text)
        }
    }
}

extension Sameness: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        try self.init(direction: record.next(), target: record.next())
    }

    func write(to record: inout RecordWriter) {
        record.write(direction)
        record.write(target)
    }
}

extension ToldThing: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        try self.init(record.next(), names: record.next(), evidence: record.next())
        isList = try record.next()
        without = try record.next()
        holder = try record.next()
        status = try record.next()
    }

    func write(to record: inout RecordWriter) {
        record.write(direction)
        record.write(names)
        record.write(evidence)
        record.write(isList)
        record.write(without)
        record.write(holder)
        record.write(status)
    }
}

extension RequestClaim: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        try self.init(
            method: record.next(), path: record.next(), server: record.next(),
            query: record.next(), isDeprecated: record.next())
        placeholders = try record.next()
        spelledQuery = try record.next()
    }

    func write(to record: inout RecordWriter) {
        record.write(method)
        record.write(path)
        record.write(server)
        record.write(query)
        record.write(isDeprecated)
        record.write(placeholders)
        record.write(spelledQuery)
    }
}

extension SampleCall: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        try self.init(
            method: record.next(), url: record.next(), headers: record.next(),
            body: record.next(), authentication: record.next())
        form = try record.next()
        mediaType = try record.next()
        remark = try record.next()
    }

    func write(to record: inout RecordWriter) {
        record.write(method)
        record.write(url)
        record.write(headers)
        record.write(body)
        record.write(authentication)
        record.write(form)
        record.write(mediaType)
        record.write(remark)
    }
}

extension SampleForm: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        try self.init(mediaType: record.next(), fields: record.next())
    }

    func write(to record: inout RecordWriter) {
        record.write(mediaType)
        record.write(fields)
    }
}

extension SampleForm.Field: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        try self.init(name: record.next(), value: record.next(), isFile: record.next())
    }

    func write(to record: inout RecordWriter) {
        record.write(name)
        record.write(value)
        record.write(isFile)
    }
}

extension Sample: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        try self.init(
            document: record.next(), evidence: record.next(), direction: record.next(),
            status: record.next(), title: record.next())
        isIllustration = try record.next()
    }

    func write(to record: inout RecordWriter) {
        record.write(document)
        record.write(evidence)
        record.write(direction)
        record.write(status)
        record.write(title)
        record.write(isIllustration)
    }
}

extension StatusLine: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        try self.init(
            status: record.next(), meaning: record.next(), description: record.next(),
            type: record.next())
        headers = try record.next()
        mediaTypes = try record.next()
    }

    func write(to record: inout RecordWriter) {
        record.write(status)
        record.write(meaning)
        record.write(description)
        record.write(type)
        record.write(headers)
        record.write(mediaTypes)
    }
}

extension SecurityStatement: Recorded {
    init(from record: inout RecordReader) throws(RecordFault) {
        switch try record.text() {
        case "scheme":
            self = try .scheme(
                name: record.next(), kind: record.next(), description: record.next())
        case "requirement": self = .requirement(try record.next())
        case "use": self = try .use(record.next(), record.next())
        case "none": self = .none(try record.next())
        default: throw record.fault
        }
    }

    func write(to record: inout RecordWriter) {
        switch self {
        case .scheme(let name, let kind, let description):
            record.tagged("scheme", name)
            record.write(kind)
            record.write(description)
        case .requirement(let name): record.tagged("requirement", name)
        case .use(let kind, let reach):
            record.tagged("use", kind)
            record.write(reach)
        case .none(let evidence): record.tagged("none", evidence)
        }
    }
}
