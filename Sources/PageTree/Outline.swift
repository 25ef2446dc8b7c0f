import SourceText

/// A page's tree for people: one node a line, indented by depth, with its place and own text.
package func outline(_ page: Page) -> String {
    ""
}
