import CCairo
public import Charts

/// The scene as SVG: geometry from Cairo's SVG surface, text as text, colours by class.
///
/// Inline in a page it needs `chartStylesheet()`; `standalone` makes a file that carries its rules. Every id begins
/// with `id`, so that charts can share a page.
public func svg(_ scene: Scene, id: String, standalone: Bool = false) -> String {
    var out = SVGWriter()
    out.open(scene, id: id, standalone: standalone)
    let geometry = scene.marks.filter { !$0.passes.isEmpty }
    var paths = cairoPaths(geometry, width: scene.width, height: scene.height).makeIterator()
    for mark in scene.marks {
        if case .text(let text) = mark {
            out.text(text)
        } else if !mark.passes.isEmpty, let path = paths.next() {
            for pass in mark.passes { out.path(path, pass) }
        }
    }
    out.hitAreas(scene.hitAreas)
    out.raw("</svg>")
    return out.string
}

/// The path of each mark as Cairo wrote it, rounded. Cairo leaves out what lies outside the surface, and could join
/// equal paths; where the count tells that it did, each mark is drawn on a surface of its own.
private func cairoPaths(_ marks: [Mark], width: Double, height: Double) -> [[UInt8]] {
    let together = emittedPaths(marks, width: width, height: height)
    if together.count == marks.count { return together }
    return marks.map { emittedPaths([$0], width: width, height: height).first ?? [] }
}

private func emittedPaths(_ marks: [Mark], width: Double, height: Double) -> [[UInt8]] {
    let canvas = CairoSurface.svg(width: width * 2, height: height * 2)
    for mark in marks {
        mark.trace(canvas.context)
        canvas.draw(Array(mark.passes.prefix(1)), .light)
    }
    let written = canvas.finished()
    return written.withUnsafeBufferPointer { pathData($0) }
}

/// The `d` of each `<path>` in order, rounded to a tenth of a point.
private func pathData(_ bytes: UnsafeBufferPointer<UInt8>) -> [[UInt8]] {
    let opening = Array("<path".utf8)
    let attribute = Array(" d=\"".utf8)
    let quote = UInt8(ascii: "\"")
    let bracket = UInt8(ascii: "<")
    let end = UInt8(ascii: ">")
    var result: [[UInt8]] = []
    var index = 0
    while index < bytes.count {
        guard bytes[index] == bracket, starts(bytes, index, opening) else {
            index += 1
            continue
        }
        while index < bytes.count, bytes[index] != end, !starts(bytes, index, attribute) { index += 1 }
        guard index < bytes.count, bytes[index] != end else { continue }
        let start = index + attribute.count
        index = start
        while index < bytes.count, bytes[index] != quote { index += 1 }
        result.append(shortened(bytes, start..<index))
    }
    return result
}

private func starts(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ prefix: [UInt8]) -> Bool {
    guard index + prefix.count <= bytes.count else { return false }
    for (offset, byte) in prefix.enumerated() where bytes[index + offset] != byte { return false }
    return true
}

/// Path data in its shortest plain form: `M 93 210.507812 L 93 210.507812` becomes `M93 210.5h0`.
private func shortened(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var out = PathWriter()
    var command = UInt8(ascii: "M")
    var numbers: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
        let byte = bytes[index]
        if byte >= UInt8(ascii: "A") {
            command = byte
            numbers.removeAll(keepingCapacity: true)
            index += 1
            if command == UInt8(ascii: "Z") { out.close() }
        } else if byte == UInt8(ascii: " ") || byte == UInt8(ascii: ",") {
            index += 1
        } else {
            numbers.append(tenths(bytes, &index, range.upperBound))
            if numbers.count == 2 {
                precondition(
                    command == UInt8(ascii: "M") || command == UInt8(ascii: "L"), "scenes are made of straight lines")
                if command == UInt8(ascii: "M") {
                    out.move(numbers[0], numbers[1])
                } else {
                    out.line(numbers[0], numbers[1])
                }
                numbers.removeAll(keepingCapacity: true)
            }
        }
    }
    return out.finished()
}

/// Reads a decimal number as tenths, rounded half away from zero.
private func tenths(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ end: Int) -> Int {
    let isNegative = bytes[index] == UInt8(ascii: "-")
    if isNegative { index += 1 }
    var whole = 0
    var hundredths = 0
    var decimals = -1
    while index < end {
        let byte = bytes[index]
        if byte == UInt8(ascii: ".") {
            decimals = 0
        } else if byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") {
            let digit = Int(byte - UInt8(ascii: "0"))
            if decimals < 0 {
                whole = whole * 10 + digit
            } else {
                if decimals == 0 { hundredths += digit * 10 }
                if decimals == 1 { hundredths += digit }
                decimals += 1
            }
        } else {
            break
        }
        index += 1
    }
    let value = whole * 10 + (hundredths + 5) / 10
    return isNegative ? -value : value
}
