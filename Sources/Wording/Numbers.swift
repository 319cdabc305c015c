public import Vocabulary

/// The space that holds a number and its unit together.
public let noBreakSpace = "\u{A0}"

/// The sign of numbers below zero on pages, in every language.
public let minusSign = "\u{2212}"

/// A number as it is written in a language: da `1.234,5`, nb `1 234,5` with no-break spaces, en `1,234.5`.
///
/// Rounds once, half away from zero, and never writes −0. A value that in decimals is a half but in binary falls a hair
/// short of it (28.499999999999996) counts as the half.
public func numberText(_ value: Double, decimals: Int, _ language: Language, signed: Bool = false) -> String {
    guard value.isFinite, abs(value) < 1e15, (0...9).contains(decimals) else { return "–" }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = value.magnitude * scale
    guard scaled < 9e18 else { return numberText(value, decimals: max(0, decimals - 1), language, signed: signed) }
    let units = UInt64((scaled * (1 + 1e-12) + 0.5).rounded(.down))
    let power = UInt64(scale)
    var text = grouped(String(units / power), language)
    if decimals > 0 {
        let tail = String(units % power)
        text += language == .english ? "." : ","
        text += String(repeating: "0", count: decimals - tail.count) + tail
    }
    guard units > 0 else { return text }
    if value < 0 { return minusSign + text }
    return signed ? "+" + text : text
}

/// A whole number with its groups: `148.220`.
public func countText(_ count: Int, _ l: Language) -> String {
    (count < 0 ? minusSign : "") + grouped(String(count.magnitude), l)
}

private func grouped(_ digits: String, _ language: Language) -> String {
    guard digits.count > 3 else { return digits }
    let separator =
        switch language {
        case .danish: "."
        case .bokmal: noBreakSpace
        case .english: ","
        }
    var result = ""
    for (place, digit) in digits.enumerated() {
        if place > 0, (digits.count - place) % 3 == 0 { result += separator }
        result.append(digit)
    }
    return result
}
