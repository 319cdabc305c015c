/// A compressed copy beside a text of the site, for servers that send it in place of the text: `index.html.gz`,
/// `index.html.br`.
public enum CompressedCopy: String, Sendable, CaseIterable, Hashable {
    case gzip, brotli
}
