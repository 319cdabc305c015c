import Findings

/// Looks at the files of a site as they go by, and at what only the whole can tell: links that lead nowhere, and pages
/// that nothing leads to. Holds a few bytes a link and an id, never a page.
public struct SiteAudit {
    /// Where the site will be served, with a `/` at its end: what pages name by it is in the site. Empty where that is
    /// not known.
    private let address: [UInt8]
    /// The path of that address, `/maal/`: links from the server's root begin with it.
    private let base: [UInt8]
    var table = PathTable()
    /// The files there are, by number.
    var files: Set<Int32> = []
    var pages: [AuditedPage] = []
    /// What the pages link to, a page's after another's.
    var links: [SiteLink] = []
    /// The hashes of all ids, a page's after another's, each in order.
    var ids: [UInt64] = []
    /// Places that the page in hand names on itself.
    var nearPlaces: [UnsafeBufferPointer<UInt8>] = []
    /// Links to a place on another page, which may be yet to come.
    var distantPlaces: [(page: Int, file: Int32, hash: UInt64, name: String)] = []
    var found: [Finding] = []

    public init(address: String = "") {
        self.address = Array(address.utf8)
        // https://example.org/maal/ without its scheme and host.
        let path = address.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).dropFirst(3).joined()
        base = Array("/\(path)".utf8)
    }

    /// Takes the next file.
    /// - Parameters:
    ///   - requiredNotice: what a file made from invented data says inside itself; nil where it need not.
    ///   - standsAlone: a page that readers come to from elsewhere: one that other sites embed, or the page for addresses
    ///     that are not there.
    public mutating func read(
        _ path: String, _ bytes: UnsafeBufferPointer<UInt8>, requiredNotice: String? = nil, standsAlone: Bool = false
    ) {
        files.insert(table.number(of: path))
        let isPage = path.hasSuffix(".html")
        if requiredNotice != nil || isPage {
            found += faults(in: StagedText(path: path, bytes: bytes, requiredNotice: requiredNotice))
        }
        if isPage {
            read(page: path, bytes, standsAlone: standsAlone)
        } else if path.hasSuffix(".css") {
            beginPage(path, isPage: false, standsAlone: true)
            addresses(inStyles: bytes) { follow($0, path, isWay: false) }
            endPage()
        }
    }

    mutating func beginPage(_ path: String, isPage: Bool, standsAlone: Bool) {
        pages.append(
            AuditedPage(
                file: table.number(of: path), isPage: isPage, standsAlone: standsAlone, links: links.count..<links.count,
                ids: ids.count..<ids.count))
    }

    mutating func endPage() {
        let last = pages.count - 1
        pages[last].links = pages[last].links.lowerBound..<links.count
        pages[last].ids = pages[last].ids.lowerBound..<ids.count
        ids[pages[last].ids].sort()
        nearPlaces.removeAll(keepingCapacity: true)
    }

    /// Notes where a link leads, if that is into the site.
    /// - Parameter isWay: whether a reader can go there.
    mutating func follow(_ link: UnsafeBufferPointer<UInt8>, _ page: String, isWay: Bool) {
        var inside = link, isRooted = false
        // The site's root is the "/" at the end of its address. An `a` with the whole address is a project's own, to a page
        // beside the site: our pages name each other without it.
        let roots = isWay ? [base] : [address, base]
        if let start = roots.first(where: { !$0.isEmpty && link.starts(with: $0) }), !startsWithHost(link) {
            inside = UnsafeBufferPointer(rebasing: link[(start.count - 1)...])
            isRooted = true
        } else if leavesTheSite(link) {
            return
        } else if link.first == UInt8(ascii: "/") {
            // Beside the site, on the same server.
            links.append(SiteLink(file: table.number(of: String(decoding: link, as: UTF8.self)), isWay: isWay))
            return
        }
        let mark = inside.firstIndex(of: UInt8(ascii: "#")) ?? inside.count
        let query = inside.firstIndex(of: UInt8(ascii: "?")) ?? inside.count
        let path = UnsafeBufferPointer(rebasing: inside[..<min(mark, query)])
        let fragment = UnsafeBufferPointer(rebasing: inside[min(mark + 1, inside.count)...])
        let own = pages[pages.count - 1].file
        let file = path.isEmpty ? own : table.number(of: path, on: page, allowsFolder: isRooted)
        if file != own { links.append(SiteLink(file: file, isWay: isWay)) }
        guard !fragment.isEmpty else { return }
        if file == own {
            nearPlaces.append(fragment)
        } else {
            distantPlaces.append((pages.count - 1, file, hash(fragment), String(decoding: fragment, as: UTF8.self)))
        }
    }
}

/// A page, or a style sheet, that has been read.
struct AuditedPage {
    var file: Int32
    var isPage: Bool
    var standsAlone: Bool
    var links: Range<Int>
    var ids: Range<Int>
}

struct SiteLink {
    var file: Int32
    /// Whether a reader can go there: an `a`, not a picture or a style sheet.
    var isWay: Bool
}

/// `//host/`.
private func startsWithHost(_ link: UnsafeBufferPointer<UInt8>) -> Bool {
    link.count > 1 && link[0] == UInt8(ascii: "/") && link[1] == UInt8(ascii: "/")
}

/// `https:`, `mailto:`, `data:`, `//host/`.
private func leavesTheSite(_ link: UnsafeBufferPointer<UInt8>) -> Bool {
    if startsWithHost(link) { return true }
    for letter in link {
        switch letter {
        case UInt8(ascii: ":"): return true
        case UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#"): return false
        default: continue
        }
    }
    return false
}
