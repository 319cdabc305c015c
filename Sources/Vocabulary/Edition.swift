/// For whom figures are cleared. Only `Disclosure` makes figures of an edition.
public protocol Edition: Sendable {
    /// The folder under `Output/` and the word on the command line.
    static var name: String { get }
}

/// An edition that may be written to pages and files.
public protocol Publishable: Edition {}

/// What anyone may read.
public enum Public: Publishable { public static let name = "public" }

/// What the municipality's managers may read.
public enum Managers: Publishable { public static let name = "managers" }

/// What the one who holds the data sees on the terminal; never published, so not `Publishable`.
public enum Desk: Edition { public static let name = "desk" }

/// What stands where a figure would.
public enum FigureState: String, Sendable, Hashable, CaseIterable {
    case shown, hidden, missing, notApplicable, awaiting
}
