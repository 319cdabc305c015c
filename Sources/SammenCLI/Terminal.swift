import Findings
import Foundation

/// What goes to standard error: findings always, progress only where someone is watching.
enum Terminal {
    static let isWatched = isatty(STDERR_FILENO) == 1

    static func show(_ findings: [Finding]) {
        for finding in findings.inReadingOrder() { note(finding.description) }
    }

    static func progress(_ message: @autoclosure () -> String) {
        if isWatched { note(message()) }
    }

    /// Writes over the line that was written last.
    static func overwrite(_ message: String) { FileHandle.standardError.write(Data(("\r\u{1B}[K" + message).utf8)) }

    static func note(_ message: String) { FileHandle.standardError.write(Data((message + "\n").utf8)) }
}
