public import Notation

/// A picture of results: one or several panels that are read together.
public struct Chart: Sendable {
  /// The name by which it is asked for, such as `paths`.
  public let name: String
  /// What it is about, as a heading.
  public let title: String
  /// What it shows, in one sentence with its numbers.
  public let statement: String
  /// How to read it, for those who do not know the form; empty where it is plain.
  public let reading: String
  /// The files that its numbers come from.
  public let sources: [String]
  /// What its colours, dashes and shapes stand for; empty where panels have legends of their own, or need none.
  public let key: [KeyEntry]
  /// Its panels, in reading order.
  public let panels: [Panel]

  /// What one colour with its dash and shape stands for.
  public struct KeyEntry: Sendable {
    /// The place of the colour in the palette.
    public let series: Int
    /// The shape as a character.
    public let symbol: String
    /// The scenario or part.
    public let name: String
  }

  /// One picture.
  public struct Panel: Sendable {
    /// What it shows, shortly: the measure, or the scenario.
    public let title: String
    /// What a person who cannot see it is told, shortly: all numbers are in the rows.
    public let alternativeText: String
    /// The rows behind it, each with the same keys, as they are offered for download.
    public let rows: [JSONValue]
    /// Whether it needs the whole width of a page.
    public let isWide: Bool
    /// The Vega-Lite specification without its data, which is named `rows`.
    let specification: @Sendable (Palette) -> JSONValue

    init(
      title: String, alternativeText: String, rows: [JSONValue], isWide: Bool = false,
      specification: @escaping @Sendable (Palette) -> JSONValue
    ) {
      self.title = title
      self.alternativeText = Wording.capped(alternativeText)
      self.rows = rows
      self.isWide = isWide
      self.specification = specification
    }
  }
}
