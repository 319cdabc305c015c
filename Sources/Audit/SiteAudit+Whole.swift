public import Findings

extension SiteAudit {
    /// What the files get wrong, each for itself and all together, when the last has gone by. A site with an error among
    /// it is not to be published.
    public func findings() -> [Finding] {
        found + brokenLinks() + brokenFragments() + orphans()
    }

    /// One finding for each file that is missing, however many pages link to it.
    private func brokenLinks() -> [Finding] {
        var missing: [Int32: (first: Int, pages: Int)] = [:]
        for (number, page) in pages.enumerated() {
            var seen: Set<Int32> = []
            for link in links[page.links] where !files.contains(link.file) && seen.insert(link.file).inserted {
                missing[link.file, default: (number, 0)].pages += 1
            }
        }
        return missing.sorted { ($0.value.first, $0.key) < ($1.value.first, $1.key) }.map { file, from in
            let others = from.pages > 1 ? ", as from \(from.pages - 1) other" + (from.pages > 2 ? "s" : "") : ""
            return Finding(
                .error, "broken-link", "'\(table.paths[Int(file)])' is linked to from here\(others), and is not there",
                at: Place(file: path(of: pages[from.first])),
                suggestion: "this is a fault in the program: the file is written or the link left out")
        }
    }

    private func brokenFragments() -> [Finding] {
        var byFile: [Int32: Int] = [:]
        for (number, page) in pages.enumerated() where page.isPage { byFile[page.file] = number }
        return distantPlaces.compactMap { place in
            guard let page = byFile[place.file], !hasID(place.hash, pages[page]) else { return nil }
            return brokenFragment(place.name, on: path(of: pages[page]), from: path(of: pages[place.page]))
        }
    }

    /// Pages of a language that no way leads to from its front page, over pages of the same language.
    private func orphans() -> [Finding] {
        var numbers: [Int32: Int] = [:]
        for (number, page) in pages.enumerated() where page.isPage { numbers[page.file] = number }
        var waiting = pages.indices.filter { isFront(path(of: pages[$0])) }
        var reached = Set(waiting)
        while let number = waiting.popLast() {
            let language = language(of: number)
            for link in links[pages[number].links] where link.isWay {
                guard let next = numbers[link.file], self.language(of: next) == language else { continue }
                if reached.insert(next).inserted { waiting.append(next) }
            }
        }
        return pages.indices.filter { pages[$0].isPage && !pages[$0].standsAlone && !reached.contains($0) }.map {
            Finding(
                .error, "orphan-page", "no way leads here from the front page of the language",
                at: Place(file: path(of: pages[$0])),
                suggestion: "this is a fault in the program: a page that has its place is linked to, or not written")
        }
    }

    /// `da/index.html`, and the `index.html` above it.
    private func isFront(_ path: String) -> Bool {
        path == "index.html" || (path.hasSuffix("/index.html") && path.utf8.count { $0 == UInt8(ascii: "/") } == 1)
    }

    /// The first folder of a page's path; empty where it lies in none.
    private func language(of page: Int) -> Substring {
        let path = path(of: pages[page])
        return path.firstIndex(of: "/").map { path[..<$0] } ?? ""
    }

    private func path(of page: AuditedPage) -> String { table.paths[Int(page.file)] }

    func brokenFragment(_ name: String, on target: String, from page: String) -> Finding {
        Finding(
            .error, "broken-fragment",
            "'#\(name)' is named here, and \(target == page ? "the page" : "'\(target)'") has no such place",
            at: Place(file: page), suggestion: "this is a fault in the program: report it")
    }
}
