// SwiftPM leaves out a target without a Swift file of its own; the rest comes from the pages beside it.
