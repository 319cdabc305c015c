/// A picture of at most 256 colours, a byte a pixel: the number of its colour.
///
/// Drawings have few colours and many shades where edges meet paper. A picture of up to 256 is kept exactly. Of more,
/// the 160 commonest are kept exactly: surfaces, lines and letters. Of the others low bits are left out until they form as
/// many groups as there are places left, and each group takes its commonest colour: only rare shades along edges move, by
/// no more than a person sees.
package struct IndexedPixels {
    /// Red, green and blue of each colour.
    package private(set) var palette: [UInt8] = []
    package private(set) var indexes: [UInt8]

    /// `pixels` are 32 bits each (blue, green, red, unused), `stride` pixels from row to row.
    package init(_ pixels: UnsafePointer<UInt32>, width: Int, height: Int, stride: Int) {
        indexes = []
        var ignored: UInt32 = 0
        var found = ColourRuns(pixels, width: width, height: height, stride: stride, ignoring: ignored)
        while found == nil {
            // More shades than are told apart: not seen in a chart, but no drawing may fail.
            ignored = ignored << 1 | 0x0001_0101
            found = ColourRuns(pixels, width: width, height: height, stride: stride, ignoring: ignored)
        }
        guard let found else { return }
        let numbers = reduce(found.colours, found.counts)
        indexes = [UInt8](unsafeUninitializedCapacity: width * height) { buffer, count in
            var place = buffer.baseAddress!
            for run in found.runs {
                place.update(repeating: numbers[Int(run.colour)], count: Int(run.length))
                place += Int(run.length)
            }
            count = width * height
        }
    }

    /// Fills the palette and gives each colour its number in it: the commonest keep a place of their own, the others
    /// share what is left.
    private mutating func reduce(_ colours: [UInt32], _ counts: [Int]) -> [UInt8] {
        let order = colours.indices.sorted { (counts[$0], colours[$1]) > (counts[$1], colours[$0]) }
        let own = colours.count > 256 ? order.prefix(Self.ownPlaces) : order[...]
        let rest = order.dropFirst(own.count)
        var ignored: UInt32 = 0
        while ignored < 0x007f_7f7f, Set(rest.map { colours[$0] & ~ignored }).count > 256 - own.count {
            ignored = ignored << 1 | 0x0001_0101
        }
        var result = [UInt8](repeating: 0, count: colours.count)
        var shared: [UInt32: UInt8] = [:]
        var chosen: [Int] = []
        for index in own {
            result[index] = UInt8(chosen.count)
            chosen.append(index)
        }
        // In order of frequency, so a group takes its commonest colour.
        for index in rest {
            let group = colours[index] & ~ignored
            if shared[group] == nil {
                shared[group] = UInt8(chosen.count)
                chosen.append(index)
            }
            result[index] = shared[group] ?? 0
        }
        for index in chosen {
            let colour = colours[index]
            palette += [UInt8(colour >> 16 & 255), UInt8(colour >> 8 & 255), UInt8(colour & 255)]
        }
        return result
    }

    /// Colours of surfaces, lines and letters are far fewer than this.
    private static let ownPlaces = 160
}

/// The pixels of a picture as stretches of one colour, in reading order, and its colours in the order they appear.
private struct ColourRuns {
    struct Run {
        var colour: UInt16
        var length: Int32
    }

    private static let bits = 14
    private(set) var runs: [Run] = []
    private(set) var colours: [UInt32] = []
    private(set) var counts: [Int] = []

    /// Nil where there are more colours than half the table holds.
    init?(_ pixels: UnsafePointer<UInt32>, width: Int, height: Int, stride: Int, ignoring ignored: UInt32) {
        runs.reserveCapacity(1 << 15)
        let size = 1 << Self.bits
        let kept = 0x00ff_ffff & ~ignored
        let pairKept = UInt64(kept) << 32 | UInt64(kept)
        var table = [UInt16](repeating: .max, count: size)
        var last = pixels[0] & kept
        var length = 0
        for row in 0..<height {
            let line = pixels + row * stride
            var column = 0
            while column < width {
                let start = column
                let pair = UInt64(last) << 32 | UInt64(last)
                while column + 1 < width, Self.pair(line + column) & pairKept == pair { column += 2 }
                while column < width, line[column] & kept == last { column += 1 }
                length += column - start
                guard column < width else { break }
                guard end(last, length, &table) else { return nil }
                (last, length) = (line[column] & kept, 0)
            }
        }
        guard end(last, length, &table) else { return nil }
    }

    /// Two neighbours at once.
    private static func pair(_ pixels: UnsafePointer<UInt32>) -> UInt64 {
        UnsafeRawPointer(pixels).loadUnaligned(as: UInt64.self)
    }

    /// Notes a stretch; false where its colour finds no room.
    private mutating func end(_ colour: UInt32, _ length: Int, _ table: inout [UInt16]) -> Bool {
        var slot = Int(colour &* 0x9e37_79b1) >> (32 - Self.bits) & (table.count - 1)
        while table[slot] != .max, colours[Int(table[slot])] != colour { slot = (slot + 1) & (table.count - 1) }
        if table[slot] == .max {
            guard colours.count < table.count / 2 else { return false }
            table[slot] = UInt16(colours.count)
            colours.append(colour)
            counts.append(0)
        }
        counts[Int(table[slot])] += length
        runs.append(Run(colour: table[slot], length: Int32(length)))
        return true
    }
}
