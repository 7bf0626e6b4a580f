package import Notation

/// A picture of results: one or several panels that are read together.
package struct Chart: Sendable {
  /// The name by which it is asked for, such as `paths`.
  package let name: String
  /// What it is about, as a heading.
  package let title: String
  /// What it shows, in one sentence with its numbers.
  package let statement: String
  /// How to read it, for those who do not know the form; empty where it is plain.
  package let reading: String
  /// The files that its numbers come from.
  package let sources: [String]
  /// What its colours, dashes and shapes stand for; empty where panels have legends of their own, or need none.
  package let key: [KeyEntry]
  /// Its panels, in reading order.
  package let panels: [Panel]

  /// What one colour with its dash and shape stands for.
  package struct KeyEntry: Sendable {
    /// The place of the colour in the palette.
    package let series: Int
    /// The shape as a character.
    package let symbol: String
    package let name: String
  }

  package struct Panel: Sendable {
    /// What it shows, shortly: the measure, or the scenario.
    package let title: String
    /// What a person who cannot see it is told, shortly: all numbers are in the rows.
    package let alternativeText: String
    /// The rows behind it, each with the same keys, as they are offered for download.
    package let rows: [JSONValue]
    /// Whether it needs the whole width of a page.
    package let isWide: Bool
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
