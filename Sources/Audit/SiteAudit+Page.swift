import Findings
import Glibc

extension SiteAudit {
    /// Reads a page's ids, links and pictures.
    mutating func read(page path: String, _ bytes: UnsafeBufferPointer<UInt8>, standsAlone: Bool) {
        beginPage(path, isPage: true, standsAlone: standsAlone)
        var scanner = MarkupScanner(bytes)
        var nameless = 0
        while scanner.next() {
            readAddresses(scanner, path)
            if isNamelessPicture(scanner) { nameless += 1 }
        }
        let places = nearPlaces
        endPage()
        for name in missing(places) { found.append(brokenFragment(name, on: path, from: path)) }
        if nameless > 0 {
            found.append(
                Finding(
                    .error, "missing-alternative-text",
                    "\(nameless) \(nameless == 1 ? "picture has" : "pictures have") no text for those who cannot see it",
                    at: Place(file: path),
                    suggestion: "this is a fault in the program: an img needs an alt, an svg an aria-label or a title"))
        }
    }

    private mutating func readAddresses(_ scanner: MarkupScanner, _ page: String) {
        let isWay = scanner.has(scanner.name, "a") || scanner.has(scanner.name, "area")
        for attribute in scanner.attributes where !attribute.value.isEmpty {
            let value = UnsafeBufferPointer(rebasing: scanner.bytes[attribute.value])
            switch attribute.name.count {
            case 2 where scanner.has(attribute.name, "id"): ids.append(hash(value))
            case 3 where scanner.has(attribute.name, "src"): follow(value, page, isWay: false)
            case 3 where scanner.has(attribute.name, "for"): nearPlaces.append(value)
            case 4 where scanner.has(attribute.name, "href"): follow(value, page, isWay: isWay)
            case 6 where scanner.has(attribute.name, "srcset"):
                for candidate in value.split(separator: UInt8(ascii: ",")) {
                    guard let address = candidate.split(whereSeparator: isSpace).first else { continue }
                    follow(UnsafeBufferPointer(rebasing: address), page, isWay: false)
                }
            case 7 where scanner.has(attribute.name, "content"):
                // <meta http-equiv="refresh" content="0; url=da/index.html">
                if let start = position(of: "url=", in: value) {
                    follow(UnsafeBufferPointer(rebasing: value[(start + 4)...]), page, isWay: true)
                }
            case 13 where scanner.has(attribute.name, "aria-controls"),
                15 where scanner.has(attribute.name, "aria-labelledby"),
                16 where scanner.has(attribute.name, "aria-describedby"):
                nearPlaces += value.split(whereSeparator: isSpace).map { UnsafeBufferPointer(rebasing: $0) }
            default: break
            }
        }
    }

    /// The places among these that are not on the page read last.
    private func missing(_ places: [UnsafeBufferPointer<UInt8>]) -> [String] {
        let page = pages[pages.count - 1]
        let names = places.filter { !hasID(hash($0), page) }.map { String(decoding: $0, as: UTF8.self) }
        return Set(names).subtracting(["top"]).sorted()
    }

    /// Whether a page has an id.
    func hasID(_ hash: UInt64, _ page: AuditedPage) -> Bool {
        var low = page.ids.lowerBound, high = page.ids.upperBound
        while low < high {
            let middle = (low + high) / 2
            if ids[middle] < hash { low = middle + 1 } else { high = middle }
        }
        return low < page.ids.upperBound && ids[low] == hash
    }

    /// `img` needs an `alt`, which may be empty where the picture only decorates; what plays the part of a picture needs
    /// a name, and an `svg` may have it as its `title`.
    private func isNamelessPicture(_ scanner: MarkupScanner) -> Bool {
        if scanner.has(scanner.name, "img") { return !scanner.attributes.contains { scanner.has($0.name, "alt") } }
        guard scanner.attributes.contains(where: { scanner.has($0.name, "role") && scanner.has($0.value, "img") }) else {
            return false
        }
        let isNamed = scanner.attributes.contains {
            (scanner.has($0.name, "aria-label") || scanner.has($0.name, "aria-labelledby"))
                && scanner.bytes[$0.value].contains { !isSpace($0) }
        }
        return !isNamed && !(scanner.has(scanner.name, "svg") && titleFollows(scanner))
    }

    private func titleFollows(_ scanner: MarkupScanner) -> Bool {
        var ahead = scanner
        let end = scanner.end
        guard ahead.next(), ahead.has(ahead.name, "title"), ahead.end < ahead.bytes.count else { return false }
        // Nothing but white space stands before it, and something stands in it.
        return ahead.bytes[end..<(ahead.name.lowerBound - 1)].allSatisfy(isSpace) && ahead.bytes[ahead.end] != UInt8(ascii: "<")
    }
}

/// Calls `each` with every address in `url(…)` of a style sheet.
func addresses(inStyles bytes: UnsafeBufferPointer<UInt8>, _ each: (UnsafeBufferPointer<UInt8>) -> Void) {
    var rest = bytes[...]
    while let start = position(of: "url(", in: UnsafeBufferPointer(rebasing: rest)) {
        rest = rest.dropFirst(start + 4)
        guard let end = rest.firstIndex(of: UInt8(ascii: ")")) else { return }
        let quotes: [UInt8] = [UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: " ")]
        var address = rest[..<end]
        while let first = address.first, quotes.contains(first) { address.removeFirst() }
        while let last = address.last, quotes.contains(last) { address.removeLast() }
        if !address.isEmpty { each(UnsafeBufferPointer(rebasing: address)) }
        rest = rest[end...]
    }
}

/// Where `text` first stands in `bytes`.
func position(of text: String, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var text = text
    return text.withUTF8 { sought -> Int? in
        guard let first = sought.first, let base = bytes.baseAddress else { return nil }
        var place = 0
        while place + sought.count <= bytes.count {
            guard let found = memchr(base + place, Int32(first), bytes.count - sought.count + 1 - place) else { return nil }
            let start = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
            if memcmp(base + start, sought.baseAddress!, sought.count) == 0 { return start }
            place = start + 1
        }
        return nil
    }
}
