/// One value of a row, with what a writer needs to know of it: only text is quoted and guarded against formulas.
enum Cell: Hashable, Sendable {
    case text(String)
    /// A number in plain decimals with a point.
    case number(String)
    case flag(Bool)
    /// No figure: an empty cell, or null.
    case nothing

    /// Nothing where there is no number, or none that can be written.
    init(_ value: Double?) {
        self = value.flatMap(plainDecimal).map(Cell.number) ?? .nothing
    }

    init(_ value: Int?) {
        self = value.map { .number(String($0)) } ?? .nothing
    }
}

/// The shortest decimals that read back as the same number: `4.9`, `12`, `0.00001`, never `1e-05` or `-0`. Nil unless
/// finite.
func plainDecimal(_ value: Double) -> String? {
    guard value.isFinite else { return nil }
    guard value != 0 else { return "0" }
    let parts = value.magnitude.description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".")
    let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    var whole = String(mantissa[0])
    var fraction = mantissa.count > 1 && mantissa[1] != "0" ? String(mantissa[1]) : ""
    if exponent > 0 {
        fraction += String(repeating: "0", count: max(0, exponent - fraction.count))
        whole += fraction.prefix(exponent)
        fraction = String(fraction.dropFirst(exponent))
    } else if exponent < 0 {
        fraction = String(repeating: "0", count: -exponent - 1) + whole + fraction
        whole = "0"
    }
    return (value < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
}
