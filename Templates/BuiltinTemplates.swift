/// Written by `endpointgen`; the `*.mustache` files beside it are the source.
package let builtinTemplates: [(name: String, text: String)] = []
