// swift-format-ignore-file

/// Written by `endpointgen embed-templates`; the `*.mustache` files beside it are the source.
package let builtinTemplates: [(name: String, text: String)] = [
]
