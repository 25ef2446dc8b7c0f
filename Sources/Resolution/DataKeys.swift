import APIModel
import Recognition
import SourceText

extension Draft {
    /// An object whose keys are all digits, UUIDs or dates is a dictionary: its keys are data.
    func foldDataKeys() {
        guard let object, !object.names.isEmpty, object.title == nil,
            object.names.allSatisfy({ $0.value.isDataKey })
        else { return }
        let values = member()
        for name in object.names {
            if let value = object.properties[name.value] { values.merge(value) }
        }
        values.timesPresent = 0
        object.names = []
        object.properties = [:]
    }
}

extension String {
    fileprivate var isDataKey: Bool {
        let bytes = Array(utf8)
        guard let first = bytes.first, first != 0x2D else { return false }
        if bytes.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { return true }
        switch stringFormat(of: self) {
        case .uuid, .date: return true
        case .plain, .dateTime, .uri, .email, .byte, .binary, .password: return false
        }
    }
}
