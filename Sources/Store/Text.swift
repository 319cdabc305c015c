import Foundation

extension String {
    /// Without surrounding spaces, in Unicode's composed form (NFC): Swift and SQLite differ on a decomposed Å.
    var precomposedTrimmed: String { trimmingCharacters(in: .whitespaces).precomposedStringWithCanonicalMapping }
}
