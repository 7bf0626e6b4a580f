/// Something that a reader should know before believing results.
///
/// A run collects its warnings once: the terminal, the record and the page tell the same ones.
package struct Warning: Hashable, Sendable, Codable {
  /// What warnings are about, by the words of `run.json`.
  package enum Kind: String, Sendable, Codable {
    /// A scenario differs from the baseline in more than its programmes.
    case confounded
    /// A file says something that is probably not meant.
    case file
    /// A programme, or a part of its package, has reached nobody.
    case reach
    /// There are too few replications for intervals that can be relied on.
    case replications
    /// A precision that was asked for was not reached.
    case precision
    case assumed
    case difference
    /// Something about the points, variables or indices of a design.
    case design
    /// Something about the search for the best mix.
    case search
    /// Something about chains of moves and the traps in them.
    case traps
    /// Something about how a sample was drawn.
    case sample
    /// Something of which a later version knows.
    case other

    /// Reads a kind; `other` is one that this version does not know.
    package init(from decoder: any Decoder) throws { self = Kind(rawValue: try String(from: decoder)) ?? .other }
  }

  package let kind: Kind
  /// What a reader should know: a sentence without a capital and a full stop, unless it has several.
  package let text: String

  package init(_ kind: Kind, _ text: String) {
    self.kind = kind
    self.text = text
  }

  /// Creates a warning where there is something to say; nil where there is not.
  init?(_ kind: Kind, _ text: String?) {
    guard let text else { return nil }
    self.init(kind, text)
  }
}
