extension Variable.Domain {
  /// Which of the values, from 0, a position picks, 0...1: equal parts belong to the values in their order.
  static func place(of position: Double, among count: Int) -> Int {
    min(Int(position * Double(count)), count - 1)
  }

  /// What is laid over a scenario at a position: a value as it is typed, or a number in its shortest form.
  func text(at position: Double) -> String {
    switch self {
    case .values(let values): values[Self.place(of: position, among: values.count)]
    case .number(let distribution, let whole): Self.text(Self.number(distribution, whole, position))
    }
  }

  /// The number at a position, rounded if it is a whole one; nil where the value is no number.
  func number(at position: Double) -> Double? {
    switch self {
    case .values: Self.number(typed: text(at: position))
    case .number(let distribution, let whole): Self.number(distribution, whole, position)
    }
  }

  /// The finite number that a typed value states, underscores between digits left out; nil if it is none.
  static func number(typed text: String) -> Double? {
    Double(text.filter { $0 != "_" }).flatMap { $0.isFinite ? $0 : nil }
  }

  /// How far the end is from the start, -1...1, in the unit in which the effects of variables are compared.
  ///
  /// For numbers this is the cumulative probability between them. Values count as evenly spaced from 0, the first, to
  /// 1, the last, so that the effect of a switch is the difference it makes and not a multiple of it; likewise whole
  /// numbers of a bounded distribution by the range from the least to the greatest. Where rounding leaves the number as
  /// it was, nothing else changes either, and any distance gives the effect 0.
  func change(from start: Double, to end: Double) -> Double {
    switch self {
    case .values(let values):
      let places = Self.place(of: end, among: values.count) - Self.place(of: start, among: values.count)
      return Double(places) / Double(values.count - 1)
    case .number(let distribution, let whole):
      guard whole, distribution.isBounded else { return end - start }
      func number(_ position: Double) -> Double { Self.number(distribution, whole, position) }
      let difference = number(end) - number(start)
      return difference == 0 ? end - start : difference / (number(1) - number(0))
    }
  }

  private static func number(_ distribution: Distribution, _ whole: Bool, _ position: Double) -> Double {
    let number = distribution.quantile(position)
    return whole ? number.rounded() : number
  }

  private static func text(_ number: Double) -> String {
    Int64(exactly: number).map(\.description) ?? number.description
  }
}
