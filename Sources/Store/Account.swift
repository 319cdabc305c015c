public import Findings

/// What became of one file: read = loaded + set aside + passed over + superseded + expired.
public struct FileReport: Hashable, Sendable {
    public var name: String
    public var sha256: String
    public var bytes: Int
    /// Rows read; of a wide table, the rows it becomes.
    public var read = 0
    public var loaded = 0
    /// Rows that could not be read.
    public var setAside = 0
    /// Rows of units the dataset ignores.
    public var passedOver = 0
    /// Rows that a newer file holds too.
    public var superseded = 0
    /// Rows older than the dataset keeps.
    public var expired = 0
    public var encoding: String

    public init(name: String, sha256: String, bytes: Int, encoding: String) {
        self.name = name
        self.sha256 = sha256
        self.bytes = bytes
        self.encoding = encoding
    }
}

/// A row that was set aside: where, and why.
public struct SetAsideRow: Hashable, Sendable {
    public var file: String
    public var line: Int
    public var column: Int
    /// The code of the finding it would have been.
    public var reason: String
}

/// What became of one dataset.
public struct DatasetReport: Hashable, Sendable {
    public var dataset: String
    public var files: [FileReport]
    /// Nothing had changed since it was loaded.
    public var isUnchanged: Bool
    /// Rows were deleted that are older than the dataset keeps.
    public var hasExpired = false
    /// Files that were loaded anew; the others are as they were.
    public var loadedFiles: [String] = []
    /// Files that were loaded once and are no longer there; their rows are gone.
    public var gone: [String] = []
    /// The rows set aside in this load, the first 100,000 of them.
    public var setAsideRows: [SetAsideRow] = []

    public var loaded: Int { files.reduce(0) { $0 + $1.loaded } }
}

/// The account of an import.
public struct LoadReport: Sendable {
    public var datasets: [DatasetReport]
    public var findings: [Finding]
}

/// How far an import has come, for someone who watches.
public struct LoadProgress: Sendable {
    public var dataset: String
    public var file: String
    public var rows: Int
    /// Share of the file that has been read, 0 to 1.
    public var share: Double
}
