/// A generated file, not written yet.
package struct OutputFile: Sendable {
    /// Below the API's folder, with `/` between components.
    package let path: String
    package let bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
