/// A key of a scenario that a design varies.
public struct Variable: Hashable, Sendable {
  /// What a variable may be.
  public enum Domain: Hashable, Sendable {
    /// One of some values, as they would be typed; all are as likely.
    case values([String])
    /// A number with a distribution. A whole one is rounded to the nearest, so that the ends of a uniform range come
    /// half as often as what lies between.
    case number(Distribution, whole: Bool)
  }

  /// The name under which results report it.
  public var name: String
  /// The dotted path of the key.
  public var path: String
  /// What it may be.
  public var domain: Domain
  /// The value that the scenarios give it as they stand; nil where they differ or give none.
  public var usual: String?

  /// Creates a variable.
  public init(name: String, path: String, domain: Domain, usual: String?) {
    self.name = name
    self.path = path
    self.domain = domain
    self.usual = usual
  }
}
