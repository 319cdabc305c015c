/// The sizes, in bytes, of the memory in which files are read. `run` puts this file and these variables in the place of
/// the constants in a copy of the sources; inputs of a few kilobytes then reach every edge.
public struct WindowSizes: Sendable {
    /// The window of `RecordReader` at first; at least 128, half of which is read at a time.
    var window: Int
    var longestRecord: Int
    /// What `TextStream` decodes, and `ByteSurvey` looks through, at a time.
    var piece: Int

    nonisolated(unsafe) public static var current = usual

    public static let usual = WindowSizes(window: 1 << 18, longestRecord: 1 << 24, piece: 1 << 16)
    public static let small = WindowSizes(window: 128, longestRecord: 1 << 24, piece: 24)
    public static let smallWithShortRecords = WindowSizes(window: 128, longestRecord: 512, piece: 24)
}
