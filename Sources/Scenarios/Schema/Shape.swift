/// What kind of value a key holds, as data: the checker, messages, and descriptions for other tools are made from it.
indirect enum Shape: Sendable {
  /// A name or another word or two on one line, which may become a cell of a table.
  case text
  /// Words that never become a cell: those that people read, on any number of lines, names of files, and paths of keys.
  case prose
  case flag
  case number(Bounds)
  case whole(ClosedRange<Int>)
  case quarter
  case choice([String])
  case record(Record)
  /// A list of so many entries, described by the noun; a single entry may stand without the list if allowed.
  case list(of: Shape, atLeast: Int = 0, atMost: Int = 1_000, noun: String, singleAllowed: Bool = false)
  /// A mapping of one key, the name of the variant, to the record of that variant.
  case variant([Variant])
  /// Dotted paths of a scenario's keys with values, which are read apart.
  case settings
  /// Anything; it is not read.
  case remark

  /// A named alternative.
  struct Variant: Sendable {
    /// The key that chooses it.
    let name: String
    let record: Record
  }
}

/// The numbers that a key may hold.
struct Bounds: Sendable {
  var lower: Double
  var upper = Double.infinity
  /// Whether the least number itself is excluded.
  var excludesLower = false

  static let share = Bounds(lower: 0, upper: 1)
  static let positive = Bounds(lower: 0, excludesLower: true)
  static let notNegative = Bounds(lower: 0)

  func contains(_ number: Double) -> Bool {
    number <= upper && (excludesLower ? number > lower : number >= lower)
  }

  /// What is allowed, in words.
  var words: String {
    if upper < .infinity {
      let least = excludesLower ? "above \(plain(lower)) and up to" : "from \(plain(lower)) to"
      return "a number \(least) \(plain(upper))"
    }
    if excludesLower { return "a number above \(plain(lower))" }
    return lower > -.infinity ? "a number of at least \(plain(lower))" : "a number"
  }
}

/// A number in its shortest form, whole numbers without a point.
func plain(_ number: Double) -> String {
  number == number.rounded() && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
}

extension Shape {
  /// The numbers that are allowed, an excluded end among them; nil where the shape is no number.
  var allowedNumbers: ClosedRange<Double>? {
    switch self {
    case .number(let bounds): bounds.lower...bounds.upper
    case .whole(let range): Double(range.lowerBound)...Double(range.upperBound)
    default: nil
    }
  }

  /// What is expected, in words.
  var expectation: String {
    switch self {
    case .text, .prose: "text"
    case .flag: "true or false"
    case .number(let bounds): bounds.words
    case .whole(let range):
      range.upperBound == .max
        ? "a whole number of at least \(range.lowerBound)"
        : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .quarter: "a quarter such as 2019-Q1"
    case .choice(let words): listed(words, last: "or")
    case .record(let record): "keys with values (\(listed(Array(record.fields.map(\.key).prefix(6)), last: "and")))"
    case .list(let shape, _, _, let noun, let singleAllowed):
      singleAllowed ? "\(shape.expectation), or a list of them" : "a list of \(noun)"
    case .variant(let variants): "an intervention with its keys, such as \(variants.first?.name ?? ""): {...}"
    case .settings: "dotted paths with values, such as {population.households: 5_000}"
    case .remark: "anything"
    }
  }
}
