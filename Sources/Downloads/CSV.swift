public import Assessment
public import Vocabulary
import Wording

/// The figures of an indicator as comma-separated values (RFC 4180): UTF-8 without a mark, a point in decimals, CR and
/// LF after each line. A figure that is not shown has an empty value and its state.
public func csv<E: Publishable>(_ a: Assessed<E>, language: Language, sampleNotice: String) -> [UInt8] {
    delimited(rows(a, language, sampleNotice), Row.columns, .open)
}

/// The same for a spreadsheet in Danish or Norwegian: semicolons, a decimal comma, a byte order mark, and titles of
/// columns in the page's language. Text that a spreadsheet would run as a formula gets an apostrophe before it, and the
/// column's title says so.
public func excelCSV<E: Publishable>(
    _ a: Assessed<E>, project: ProjectDescription, language: Language, sampleNotice: String
) -> [UInt8] {
    let phrases = project.phrases(language)
    return delimited(
        rows(a, language, sampleNotice), Row.columns, .spreadsheet,
        titles: Row.columns.map { $0.title(phrases) },
        guarded: " " + phrases("data.column.guarded"))
}

extension ProjectDescription {
    /// The words of a language, the project's own first.
    func phrases(_ language: Language) -> Phrases { Phrases(language, terms: terms[language] ?? [:]) }
}
